/** What Facebook's addresses say: who, which post, which comment. Language-free, so the firmest anchor after roles. */

/** First path segments that are the site's own rooms, never a page or profile. */
const ROOMS = new Set(
  (
    'ads ajax bookmarks browse business campaign checkpoint communities composer confirmemail creatorstudio dating dialog ' +
    'dyi events feed feeds files friends fundraisers gaming games groups hashtag help home.php l.php legal live login ' +
    'login.php marketplace me media memories messages messenger notes notifications offers pages permalink.php ' +
    'photo photo.php plugins policies policy privacy profile.php reactions recover reel reels reg r.php saved search ' +
    'settings share sharer sharer.php stories story.php support terms ufi watch weather'
  ).split(' '),
);
/** First segments that name nobody when nothing follows them. */
const NOT_ALONE = new Set([...ROOMS, 'people', 'pg']);

/**
 * An address in its three parts. Pages hold dozens of links a post; `URL` for each would cost more than all the
 * rest of the reading.
 */
export interface Address {
  origin: string;
  path: string;
  query: string;
}

const parsed = new WeakMap<URL, Address>();

export function addressOfUrl(url: URL): Address {
  const known = parsed.get(url);
  if (known) return known;
  const address = { origin: url.origin, path: url.pathname, query: url.search.slice(1) };
  parsed.set(url, address);
  return address;
}

/** The address of a link, null when it is not filled in yet (`?__cft__…`, `#`) or leads off the site. */
export function addressOf(link: Element, base: URL): Address | null {
  const href = link.getAttribute('href');
  return href ? addressIn(href, base) : null;
}

const SITE = 'https://www.facebook.com';

/** The same for the link's `href` as it stands. */
export function addressIn(href: string, base: URL): Address | null {
  const first = href.charCodeAt(0);
  if (first === 63 || first === 35 || Number.isNaN(first)) return null;
  let end = href.indexOf('#');
  if (end < 0) end = href.length;
  let mark = href.indexOf('?');
  if (mark < 0 || mark > end) mark = end;
  const query = mark < end ? href.slice(mark + 1, end) : '';
  if (first === 47 && href.charCodeAt(1) !== 47)
    return { origin: addressOfUrl(base).origin, path: href.slice(0, mark), query };
  if (!href.startsWith('https://')) return null;
  if (href.charCodeAt(SITE.length) === 47 && mark > SITE.length && href.startsWith(SITE))
    return { origin: SITE, path: href.slice(SITE.length, mark), query };
  const before = href.slice(0, mark);
  const slash = before.indexOf('/', 8);
  const host = slash < 0 ? before.slice(8) : before.slice(8, slash);
  if (host !== 'www.facebook.com' && host !== 'facebook.com' && !/^(?:web|m)\.facebook\.com$/.test(host)) return null;
  return { origin: `https://${host}`, path: slash < 0 ? '/' : before.slice(slash), query };
}

/** One value of an address's query, decoded. */
export function param(query: string, name: string): string | null {
  for (let at = query.indexOf(`${name}=`); at >= 0; at = query.indexOf(`${name}=`, at + 1)) {
    if (at > 0 && query.charCodeAt(at - 1) !== 38) continue;
    const end = query.indexOf('&', at);
    return decode(query.slice(at + name.length + 1, end < 0 ? undefined : end));
  }
  return null;
}

function segments(path: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
    if (end > start) parts.push(path.slice(start, end));
    start = end + 1;
  }
  if (start < path.length) parts.push(path.slice(start));
  return parts;
}

export interface Permalink {
  /** The story's own number: one and the same for every viewer. */
  digits: string | null;
  /** Differs per viewer and time: an alias, never a key. */
  pfbid: string | null;
  /** A photo that the link opens; the post's own number only by luck. */
  photo: string | null;
}

const MAY_LEAD_TO_POST =
  /\/(?:posts|permalink|permalink\.php|story\.php|groups|photo|photo\.php|photos|videos|watch|reel)(?:\/|$)/;

/** Which post an address leads to, or null when it leads to none. */
export function permalinkOf({ path, query }: Address): Permalink | null {
  // Most links are a name alone; then one segment must say it all.
  if (path.indexOf('/', 1) < 0 && path.indexOf('.php') < 0) return alone(path, query);
  if (!MAY_LEAD_TO_POST.test(path)) return null;
  const parts = segments(path);
  const [first, second] = parts;
  if (first === 'permalink.php' || first === 'story.php') return named(param(query, 'story_fbid'));
  if (first === 'groups') {
    const post = parts[2] === 'posts' || parts[2] === 'permalink' ? parts[3] : param(query, 'multi_permalinks');
    return named(post?.split(',')[0]);
  }
  if (first === 'photo' || first === 'photo.php') {
    const photo = param(query, 'fbid');
    if (!photo) return null;
    const story = /(?:^|\|)(?:gm|pcb)\.(\d{5,})/.exec(param(query, 'set') ?? '')?.[1] ?? null;
    return { digits: story, pfbid: null, photo };
  }
  if (first === 'watch') return named(param(query, 'v'));
  if (first === 'reel') return named(second);
  if (second === 'posts' || second === 'videos') return named(parts.at(-1));
  if (second === 'photos' && parts.length > 2) {
    const photo = /^\d{5,}$/.exec(parts.at(-1) ?? '')?.[0];
    return photo ? { digits: null, pfbid: null, photo } : null;
  }
  return null;
}

/** Of a path of one segment only the rooms that tell by their query lead to a post. */
function alone(path: string, query: string): Permalink | null {
  const room = path === '/groups' || path === '/photo' || path === '/watch';
  return room ? permalinkOf({ origin: '', path: `${path}/`, query }) : null;
}

function named(id: string | null | undefined): Permalink | null {
  if (!id) return null;
  if (/^\d{5,}$/.test(id)) return { digits: id, pfbid: null, photo: null };
  return /^pfbid\w+$/.test(id) ? { digits: null, pfbid: id, photo: null } : null;
}

/** The person or page an address belongs to: number or vanity name, null when it belongs to none. */
export function ownerOf({ path, query }: Address): string | null {
  // Most are a name alone.
  if (path.length > 1 && path.indexOf('/', 1) < 0 && path.indexOf('.php') < 0) {
    const name = path.slice(1);
    return NOT_ALONE.has(name) ? null : decode(name);
  }
  const [first, second, third, fourth] = segments(path);
  if (!first) return null;
  if (first === 'profile.php' || first === 'permalink.php' || first === 'story.php') return param(query, 'id');
  if (first === 'groups') return third === 'user' ? (fourth ?? null) : null;
  if (first === 'people') return /^\d+$/.test(third ?? '') ? (third ?? null) : null;
  if (first === 'p' && second) return /-(\d{5,})$/.exec(second)?.[1] ?? second;
  if (first === 'pg' || first === 'pages') return second ?? null;
  return ROOMS.has(first) ? null : decode(first);
}

/** Number or name of the group that an address stands in. */
export function groupOf({ path }: Address): string | null {
  if (!path.startsWith('/groups/')) return null;
  const second = segments(path)[1];
  return second && !/^(?:feed|discover|joins|create)$/.test(second) ? decode(second) : null;
}

/** Address of a profile without what is the viewer's own (`__cft__`, `__tn__`, `comment_id`). */
export function profileUrl({ origin, path, query }: Address): string {
  const id = path === '/profile.php' ? param(query, 'id') : null;
  return `${origin}${path}${id ? `?id=${id}` : ''}`;
}

const KEPT = ['story_fbid', 'id', 'fbid', 'set', 'v', 'multi_permalinks'];
const KEPT_OF_COMMENT = [...KEPT, 'comment_id', 'reply_comment_id'];

/** Permalink without tracking; `comment` keeps which comment it points at. */
export function permalinkUrl({ origin, path, query }: Address, comment: boolean): string {
  let kept = '';
  for (const name of comment ? KEPT_OF_COMMENT : KEPT) {
    const value = query === '' ? null : param(query, name);
    if (value !== null) kept += `${kept === '' ? '?' : '&'}${name}=${encodeURIComponent(value)}`;
  }
  return `${origin}${path}${kept}`;
}

/** The ids that a comment's links carry. */
export interface CommentIds {
  /** Number of the post, known from base64 `comment:POST_COMMENT` only. */
  post: string | null;
  comment: string;
  reply: string | null;
}

/** Reads `comment_id` and `reply_comment_id` of an address, plain or base64; null when there is none. */
export function commentIdsIn(href: string): CommentIds | null {
  let own: string | undefined;
  let answer: string | undefined;
  for (let at = href.indexOf(OWN); at >= 0; at = href.indexOf(OWN, at + OWN.length)) {
    const isAnswer = href.endsWith(ANSWER, at);
    const before = href.charCodeAt(at - (isAnswer ? ANSWER.length + 1 : 1));
    if (before !== 63 && before !== 38) continue;
    if (isAnswer) answer ??= valueAt(href, at + OWN.length);
    else own ??= valueAt(href, at + OWN.length);
  }
  const comment = idIn(own);
  if (!comment) return null;
  const reply = idIn(answer);
  return { post: comment.post ?? reply?.post ?? null, comment: comment.id, reply: reply?.id ?? null };
}

const OWN = 'comment_id=';
const ANSWER = 'reply_';

/** What stands there up to the next part of the address; undefined when it is nothing. */
function valueAt(href: string, from: number): string | undefined {
  let end = from;
  for (; end < href.length; end++) {
    const code = href.charCodeAt(end);
    if (code === 38 || code === 35) break;
  }
  return end > from ? href.slice(from, end) : undefined;
}

function idIn(value: string | undefined): { post: string | null; id: string } | null {
  if (!value) return null;
  const plain = decode(value);
  if (/^\d+$/.test(plain)) return { post: null, id: plain };
  let text = plain;
  if (!/^\d+_\d+$/.test(plain)) {
    try {
      text = atob(plain);
    } catch {
      return null;
    }
  }
  const match = /^(?:\w+:)?(?:(\d+)_)?(\d+)(?:_(\d+))?$/.exec(text);
  if (!match?.[2]) return null;
  return { post: match[1] ?? null, id: match[3] ?? match[2] };
}

function decode(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
