import { isGone, type PostedAt, type Precision, type Review } from '../contract/index.ts';

/** What a second reading of a review means for the stored one. */
export interface Merged {
  review: Review;
  /** Whose text stands now: the triage of the other one is not of this text. */
  text: 'stored' | 'incoming';
  /** The older text, where the author edited it. */
  revision: string | null;
}

/**
 * Joins a stored review with a newer reading of it. What the newer one does not show (null) is kept from the
 * older: a preview shows less than the review's own page. Only a changed whole text in the same language is an
 * edit; expanding, translating and a PTT merge that grew by a push are not (CONTRACTS.md).
 */
export function mergeReading(stored: Review, incoming: Review): Merged {
  // A line of a list says of a post only that it is there.
  if (incoming.kind === 'item' && stored.kind !== 'item') {
    return { review: { ...stored, counts: { ...stored.counts, ...incoming.counts } }, text: 'stored', revision: null };
  }
  const text = compareTexts(stored, incoming);
  const from = text === 'keep' ? stored : incoming;
  const edited = text === 'edit';
  return {
    review: {
      ...incoming,
      aliases: union(stored.aliases, incoming.aliases),
      parent: incoming.parent ?? stored.parent,
      url: incoming.url ?? stored.url,
      place: incoming.place === null ? stored.place : { ...stored.place, ...incoming.place },
      title: incoming.title ?? stored.title,
      author: {
        id: incoming.author.id ?? stored.author.id,
        name: incoming.author.name || stored.author.name,
        url: incoming.author.url ?? stored.author.url,
        badges: incoming.author.badges.length > 0 ? incoming.author.badges : stored.author.badges,
      },
      text: from.text,
      translated: from.translated,
      collapsed: from.collapsed,
      language: from.language ?? (text === 'same' ? stored.language : null),
      floors: from.floors ?? (text === 'same' ? stored.floors : undefined),
      floor: from.floor ?? stored.floor,
      rating: incoming.rating ?? stored.rating,
      recommends: incoming.recommends ?? stored.recommends,
      postedAt:
        edited && incoming.postedAt.iso !== null ? incoming.postedAt : betterTime(stored.postedAt, incoming.postedAt),
      edited: incoming.edited ?? stored.edited,
      counts: { ...stored.counts, ...incoming.counts },
      ip: incoming.ip ?? stored.ip,
      country: incoming.country ?? stored.country,
      photos: incoming.photos ?? stored.photos,
      ownerReply: incoming.ownerReply ?? stored.ownerReply,
      relevance: incoming.relevance ?? stored.relevance,
    },
    text: from === stored ? 'stored' : 'incoming',
    revision: edited ? stored.text : null,
  };
}

/** `keep`: the stored text is the better one; `replace`: the newer is, without an edit; `edit`: it was changed. */
function compareTexts(stored: Review, incoming: Review): 'same' | 'keep' | 'replace' | 'edit' {
  if (stored.kind === 'item' && incoming.kind !== 'item') return 'replace';
  // Of what was taken down the words that were read stay as a revision, folded or translated as they were.
  if (isGone(incoming) && stored.text !== '') return 'edit';
  if (incoming.collapsed) return stored.collapsed ? 'replace' : 'keep';
  if (stored.collapsed) return 'replace';
  // An original is worth more than its translation, whichever came first.
  if (stored.translated !== incoming.translated) return stored.translated ? 'replace' : 'keep';
  if (languageOf(stored) !== null && languageOf(incoming) !== null && languageOf(stored) !== languageOf(incoming)) {
    return 'replace';
  }
  if (stored.text === incoming.text) return 'same';
  if (plain(stored.text) === plain(incoming.text)) return 'replace';
  if (stored.site === 'ptt' && stored.kind === 'comment' && incoming.kind === 'comment') {
    if (grewFrom(stored, incoming)) return 'replace';
    // A cut-off page shows only the first of one person's pushes.
    if (grewFrom(incoming, stored)) return 'keep';
  }
  return 'edit';
}

const grewFrom = (shorter: Review, longer: Review): boolean =>
  (longer.floors?.length ?? 1) > (shorter.floors?.length ?? 1) && longer.text.startsWith(shorter.text);

/** Without the tag's region and script: the same text is `zh-TW` in one view and `zh-Hant` in another. */
const languageOf = ({ language }: Review): string | null => language?.split('-', 1)[0]?.toLowerCase() ?? null;

/**
 * What the eye sees: two views of one site differ in white space, in the width of letters and in invisible
 * characters (zero width, marks of direction, emoji selectors), and no author edited anything.
 */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const FINENESS: Record<Precision, number> = { minute: 4, day: 3, month: 2, year: 1, unknown: 0 };

/**
 * The finer of two times of the same post; of two equals the first one read, because 「2 週前」 turns vaguer
 * with every visit and must not make an unchanged review look changed.
 */
function betterTime(stored: PostedAt, incoming: PostedAt): PostedAt {
  if (stored.iso === null && incoming.iso === null) return incoming.shown === '' ? stored : incoming;
  if (stored.iso === null || incoming.iso === null) return stored.iso === null ? incoming : stored;
  return FINENESS[incoming.precision] > FINENESS[stored.precision] ? incoming : stored;
}

function union(a: readonly string[] | undefined, b: readonly string[] | undefined): string[] | undefined {
  const all = [...new Set([...(a ?? []), ...(b ?? [])])];
  return all.length > 0 ? all : undefined;
}

/** Structural equality of plain data; a member that is `undefined` is no member. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const name in left) if (!same(left[name], right[name])) return false;
  for (const name in right) if (right[name] !== undefined && left[name] === undefined) return false;
  return true;
}
