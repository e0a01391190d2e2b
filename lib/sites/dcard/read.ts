import { DELETED, type PostedAt, type Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading } from '../contract.ts';
import { countOf } from '../dom.ts';
import { taipeiTime } from '../time.ts';
import { COMMENT, postCard } from './cards.ts';
import { type PostAddress, postAt, postUrl, scopeOf } from './page.ts';
import {
  commentCountIn,
  floorIn,
  isBadge,
  isControl,
  isDeletion,
  isEdited,
  isMoreOfText,
  isNumber,
  isSeparator,
  join,
  pathOf,
  type Token,
  tokensOf,
} from './parts.ts';

const NOTHING = {
  site: 'dcard',
  language: null,
  translated: false,
  rating: null,
  recommends: null,
  ip: null,
  country: null,
  ownerReply: null,
  relevance: null,
} as const;

/** The open post and its comments by floor: a reply's 「B3-1」 names its parent by floor only. */
interface Open {
  page: PageContext;
  path: string;
  post: PostAddress | null;
  floors: Map<number, string>;
}
const openPosts = new WeakMap<Document, Open>();

function openPost(page: PageContext): Open {
  const known = openPosts.get(page.document);
  if (known?.page === page) return known;
  const path = page.url.pathname;
  if (known?.path === path) {
    known.page = page;
    return known;
  }
  const fresh: Open = { page, path, post: postAt(path) ?? canonicalOf(page.document), floors: new Map() };
  openPosts.set(page.document, fresh);
  return fresh;
}

export function readComment(card: Element, page: PageContext): Reading[] {
  const missing: Miss[] = [];
  const fallback: Miss[] = [];
  const tokens = tokensOf(card);
  const { post, floors } = openPost(page);
  const id = (card.getAttribute('data-key') ?? '').slice('comment-'.length);
  const floor = floorOf(tokens);
  const around = card.parentElement?.closest(COMMENT) ?? null;
  let gone = false;
  let more = false;
  for (const token of tokens) {
    if (token.kind === 'text') gone ||= isDeletion(token.text);
    else if (token.kind === 'button') more ||= isMoreOfText(token);
  }
  const author = gone ? { ...NOBODY, badges: [DELETED] } : authorOf(tokens, floor?.token ?? -1);
  const content = contentOf(tokens, gone ? -1 : author.last, floor?.token ?? -1);
  // The site's own sentence in its place is nobody's words.
  const text = gone ? '' : join(content.text);
  if (!gone && author.name === '') missing.push({ field: 'author', selector: `${COMMENT} text` });
  if (!floor && !around) missing.push({ field: 'floor', selector: `${COMMENT} B{n}` });
  if (!gone && text === '' && content.photos === 0) missing.push({ field: 'text', selector: `${COMMENT} text` });
  const own = floor && floor.sub === null ? floor.floor : null;
  if (own !== null) floors.set(own, id);
  const answered =
    around?.getAttribute('data-key')?.slice('comment-'.length) ?? (floor?.sub ? floors.get(floor.floor) : null);
  // Written out, not spread: this is made once for each of 5,000 comments.
  const review: Review = {
    site: 'dcard',
    kind: 'comment',
    id,
    parent: answered ?? post?.id ?? null,
    url: post ? postUrl(post) + (own === null ? '' : `/b/${own}`) : null,
    place: page.place,
    title: null,
    author: { id: author.id, name: author.name, url: author.url, badges: author.badges },
    text,
    language: null,
    translated: false,
    collapsed: more,
    rating: null,
    recommends: null,
    postedAt: timeOf(tokens, missing, fallback),
    edited: content.edited ? true : null,
    counts: !gone && content.likes !== null ? { likes: content.likes } : {},
    floor: own,
    ip: null,
    country: null,
    photos: gone ? 0 : content.photos,
    ownerReply: null,
    relevance: null,
  };
  return [{ review, missing, fallback }];
}

export function readPost(card: Element, page: PageContext): Reading[] {
  const missing: Miss[] = [];
  const fallback: Miss[] = [];
  const { post: address } = openPost(page);
  const all = tokensOf(card);
  // Whatever the comments look like today, they stand below their own count.
  const end = all.findIndex((token) => commentCountIn(token.text) !== null);
  const tokens = end < 0 ? all : all.slice(0, end);
  const heading = tokens.findIndex((token) => token.kind === 'heading');
  const zone = headerEnd(tokens, heading);
  const header = tokens.slice(0, zone + 1);
  const author = authorOf(header, -1);
  const content = contentOf(tokens, zone, -1);
  const text = join(content.text);
  const title = tokens[heading]?.text || null;
  if (title === null) missing.push({ field: 'title', selector: 'article h1' });
  if (author.name === '') missing.push({ field: 'author', selector: 'article text' });
  if (text === '' && content.photos === 0) missing.push({ field: 'text', selector: 'article text' });
  const comments = commentCount(page.document);
  const forum = header.find((token) => token.kind === 'forum');
  const review: Review = {
    ...NOTHING,
    kind: 'post',
    id: address?.id ?? page.url.pathname,
    parent: null,
    url: address ? postUrl(address) : null,
    place: forum ? { id: pathOf(forum.element.getAttribute('href')).slice(3), name: forum.text } : page.place,
    title,
    author: { id: author.id, name: author.name, url: author.url, badges: author.badges },
    text,
    collapsed: tokens.some(isMoreOfText),
    postedAt: timeOf(tokens, missing, fallback),
    edited: tokens.some((token) => isEdited(token.text)) || null,
    counts: {
      ...(content.likes === null ? {} : { likes: content.likes }),
      ...(comments === null ? {} : { comments }),
    },
    floor: null,
    photos: content.photos,
  };
  const found = postCard(page.document);
  if (found && found.candidate > 0) fallback.push({ field: 'post', selector: 'article h1' });
  return [{ review, missing, fallback }];
}

/** A line of a forum's list: title, excerpt and where it leads. */
export function readEntry(card: Element, page: PageContext): Reading[] {
  const missing: Miss[] = [];
  const fallback: Miss[] = [];
  const tokens = tokensOf(card);
  const key = card.getAttribute('data-key') ?? '';
  const heading = tokens.findIndex((token) => token.kind === 'heading');
  let address: ReturnType<typeof postAt> = null;
  for (const link of card.querySelectorAll('a[href*="/p/"]')) address ??= postAt(pathOf(link.getAttribute('href')));
  if (!address) missing.push({ field: 'link', selector: '[data-key] a[href*="/p/"]' });
  const title = tokens[heading]?.text || null;
  if (title === null) missing.push({ field: 'title', selector: '[data-key] h2' });
  const author = authorOf(tokens.slice(0, Math.max(heading, 0)), -1);
  const content = contentOf(tokens, heading, -1);
  const text = join(content.text);
  const forum = tokens.find((token) => token.kind === 'forum');
  const place = forum
    ? { id: pathOf(forum.element.getAttribute('href')).slice(3), name: forum.text }
    : (page.place ?? (address ? { id: address.forum, name: address.forum } : null));
  const review: Review = {
    ...NOTHING,
    kind: 'item',
    id: `item/${key}`,
    parent: null,
    url: address ? postUrl(address) : null,
    place,
    title,
    author: { id: author.id, name: author.name, url: author.url, badges: author.badges },
    text,
    // An excerpt: the rest stands behind the link.
    collapsed: text !== '',
    postedAt: timeOf(tokens, missing, fallback),
    edited: null,
    counts: content.likes === null ? {} : { likes: content.likes },
    floor: null,
    photos: null,
  };
  return [{ review, missing, fallback }];
}

interface Who {
  id: string | null;
  name: string;
  url: string | null;
  badges: string[];
  /** Index of the last token that is about the author. */
  last: number;
}
const NOBODY: Who = { id: null, name: '', url: null, badges: [], last: -1 };

/** 卡稱 with its page, a school (and department), or 匿名: the first words of the card, and the badges after them. */
function authorOf(tokens: readonly Token[], floorAt: number): Who {
  let at = -1;
  for (let i = 0; i < tokens.length && at < 0; i++) {
    const { kind, text } = tokens[i] as Token;
    // A link to a persona below the first words is a mention.
    if (kind === 'persona' && text !== '') at = i;
    else if (kind === 'text' && i !== floorAt && !isSeparator(text) && !isBadge(text) && !isControl(text)) at = i;
  }
  const token = tokens[at];
  if (!token) return { ...NOBODY, badges: [] };
  const isPersona = token.kind === 'persona';
  const path = isPersona ? pathOf(token.element.getAttribute('href')) : null;
  const who: Who = {
    id: path ? decodeURIComponent(path.slice(2)) : null,
    name: token.text,
    url: path ? `https://www.dcard.tw${path}` : null,
    badges: [],
    last: at,
  };
  for (let i = at + 1; i < tokens.length; i++) {
    const next = tokens[i] as Token;
    if (isBadge(next.text)) who.badges.push(next.text);
    else if (/^@[\w.-]+$/.test(next.text) && next.breaks === 0 && i === at + 1) who.id ??= next.text.slice(1);
    else if (
      !isSeparator(next.text) &&
      !(next.kind === 'persona' && pathOf(next.element.getAttribute('href')) === path)
    )
      break;
    who.last = i;
  }
  return who;
}

interface Content {
  text: Token[];
  photos: number;
  likes: number | null;
  edited: boolean;
}

/** What remains after the header when the site's own words are taken away: times, floors, buttons, counts. */
function contentOf(tokens: readonly Token[], after: number, floorAt: number): Content {
  const content: Content = { text: [], photos: 0, likes: null, edited: false };
  const kept = content.text;
  for (let i = after + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'image') content.photos++;
    else if (token.kind === 'button') {
      if (content.likes === null && isNumber(token.text))
        content.likes = /^\d+$/.test(token.text) ? Number(token.text) : countOf(token.text);
    } else if ((token.kind === 'text' || token.kind === 'persona') && i !== floorAt) {
      if (isEdited(token.text)) content.edited = true;
      // A blank between two words of one line belongs to them, a blank or a dot by itself to the site.
      else if (!isSeparator(token.text) || (kept.length > 0 && token.text === '')) kept.push(token);
    }
  }
  // The last words may be the site's: controls, and the number beside a heart.
  while (kept.length > 1) {
    const last = kept.at(-1) as Token;
    if (last.breaks > 0 && isNumber(last.text)) content.likes ??= countOf(last.text);
    else if (!isControl(last.text) && last.text !== '') break;
    kept.pop();
  }
  return content;
}

/** Header of a post: up to its heading, and on to the time if only a line stands between them. */
function headerEnd(tokens: readonly Token[], heading: number): number {
  const time = tokens.findIndex((token) => token.kind === 'time');
  if (time <= heading) return heading;
  const between = tokens.slice(heading + 1, time).filter((token) => token.kind === 'text');
  return between.reduce((sum, token) => sum + token.text.length, 0) <= 60 ? time : heading;
}

interface Floor {
  floor: number;
  /** Of a reply: 「B3-1」 is the first below 「B3」. */
  sub: number | null;
  token: number;
}

/** 「B12・」 on the line of the time, or next to it; a person may well write 「B12」 in the text. */
function floorOf(tokens: readonly Token[]): Floor | null {
  const time = tokens.findIndex((token) => token.kind === 'time');
  let near: Floor | null = null;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const found = token.kind === 'text' ? floorIn(token.text) : null;
    if (!found) continue;
    const here = { ...found, token: i };
    if (time < 0 || sameLine(tokens, i, time)) return here;
    if (Math.abs(i - time) <= 3) near ??= here;
  }
  return near;
}

function sameLine(tokens: readonly Token[], a: number, b: number): boolean {
  for (let i = Math.min(a, b) + 1; i <= Math.max(a, b); i++) if (tokens[i]?.breaks !== 0) return false;
  return true;
}

function timeOf(tokens: readonly Token[], missing: Miss[], fallback: Miss[]): PostedAt {
  const token = tokens.find(({ kind }) => kind === 'time');
  if (!token) {
    missing.push({ field: 'time', selector: 'time[datetime]' });
    return { shown: '', iso: null, precision: 'unknown' };
  }
  const exact = token.element.getAttribute('datetime');
  if (exact === null) fallback.push({ field: 'time', selector: 'time[datetime]' });
  const title = token.element.getAttribute('title') ?? '';
  const shown = token.text || title;
  const iso = isoOf(exact ?? title);
  return iso === null ? { shown, iso, precision: 'unknown' } : { shown, iso, precision: 'minute' };
}

/** An ISO time, or `2022 年 6 月 30 日 21:42` as Taipei has it. A day alone is no exact time. */
function isoOf(text: string): string | null {
  const at = text.charAt(10) === 'T' && /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return text.length === 24 && text.endsWith('Z') ? text : new Date(at).toISOString();
  const [, year, month, day, hour, minute] =
    /(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D+(\d{1,2}):(\d{2})/.exec(text)?.map(Number) ?? [];
  return year && month && day ? taipeiTime(year, month, day, hour, minute) : null;
}

/** 「共 N 則留言」 stands over the comments; where none is loaded yet, anywhere by itself. */
function commentCount(document: Document): number | null {
  const scope = scopeOf(document);
  const first = scope.querySelector(COMMENT);
  if (!first) {
    for (const element of scope.querySelectorAll('div, span, p, h2, h3, h4'))
      if (element.firstElementChild === null) {
        const count = countIn(element);
        if (count !== null) return count;
      }
    return null;
  }
  for (let around: Element = first; around !== scope && around.parentElement; around = around.parentElement)
    for (let above = around.previousElementSibling; above; above = above.previousElementSibling)
      for (const element of [above, ...above.querySelectorAll('div, span, p, h2, h3, h4')]) {
        const count = countIn(element);
        if (count !== null) return count;
      }
  return null;
}

const countIn = (element: Element): number | null => commentCountIn((element.textContent ?? '').trim());

function canonicalOf(document: Document): ReturnType<typeof postAt> {
  return postAt(pathOf(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null));
}
