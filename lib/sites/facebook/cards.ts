import type { PageContext } from '../contract.ts';
import { allWithin } from '../dom.ts';
import { holderIn, readable, reader, within } from './holders.ts';
import { addressOf, commentIdsIn, permalinkOf } from './links.ts';
import { scopeOf } from './page.ts';
import { ANY_MESSAGE, AT } from './selectors.ts';
import { line } from './text.ts';
import { ACTIONS, COMMENT_LABEL, FOOTER, isPromotion } from './words.ts';

const HOME = new URL('https://www.facebook.com/');

export type CardKind = 'post' | 'comment';

const POST_SEED = `${AT.profile},${ANY_MESSAGE},${ACTIONS}`;
const SEED = `${POST_SEED},${AT.article},${COMMENT_LABEL},${AT.unit},${AT.feedChild}`;
const ANY_FOOTER = `${AT.footer},${FOOTER}`;
const ANY_COMMENT = `${AT.article}[aria-label],${COMMENT_LABEL}`;

/** Cards that no anchor tells from outside (found by their links): remembered so that `cardOf` knows them again. */
const byLinks = new WeakMap<Element, CardKind>();

/**
 * All cards in document order, by one pass over the seeds of every anchor family. A post's first seed stands in its
 * header and leads to the post's boundary; whatever follows inside the boundary (the shared post, the text) is
 * the same post, except the comments.
 */
export function findCards(root: Element | Document, page: PageContext): Element[] {
  return survey(root, page).cards;
}

/** The cards, and apart from them the units that are advertisements or suggestions. */
export function survey(root: Element | Document, page: PageContext): { cards: Element[]; promoted: Element[] } {
  const scope = scopeOf(root, page);
  if (!scope) return { cards: [], promoted: [] };
  const fast = byParts(scope, page);
  const { cards, promoted } = fast ?? bySeeds(scope);
  const unlabelled = commentsByLinks(scope, cards);
  if (unlabelled.length === 0) return { cards, promoted };
  return { cards: [...cards, ...unlabelled].sort(byPosition), promoted };
}

const byPosition = (a: Element, b: Element): number => (a.compareDocumentPosition(b) & 4 ? -1 : 1);

/**
 * The usual way: headers and action rows by their attribute, comments by their role, in three plain queries. Null
 * when any of it does not fit (no headers, a message outside every card, an article that lost its label), and then
 * all families are asked.
 */
function byParts(scope: Element | Document, page: PageContext): { cards: Element[]; promoted: Element[] } | null {
  const posts: Element[] = [];
  const promoted: Element[] = [];
  const known = new Set<Element>();
  const isReadable = reader();
  // Held in an object: the compiler cannot see that `close` sets them.
  const at: { last: Element | null; header: Element | null } = { last: null, header: null };
  const close = (card: Element | null): boolean => {
    at.header = null;
    if (!card || (scope !== card && !scope.contains(card))) return false;
    at.last = card;
    if (!isReadable(card)) return true;
    (mayBePromoted(page) && isPromoted(card) ? promoted : posts).push(card);
    known.add(card);
    return true;
  };
  const parts = within(scope, '[data-ad-rendering-role]');
  for (let i = 0, n = parts.length; i < n; i++) {
    const part = parts[i] as Element;
    const role = part.getAttribute('data-ad-rendering-role');
    if (role === 'profile_name') {
      if (at.last?.contains(part)) continue;
      if (at.header && isOuter(at.header, part)) {
        if (!close(postFrom(at.header))) return null;
        if (at.last?.contains(part)) continue;
      }
      at.header ??= part;
    } else if (at.header && (role === 'like_button' || role === 'comment_button')) {
      if (!close(boundaryTo(at.header, part))) return null;
    }
  }
  if (at.header && !close(postFrom(at.header))) return null;
  const comments: Element[] = [];
  const articles = within(scope, AT.article);
  for (let i = 0, n = articles.length; i < n; i++) {
    const article = articles[i] as Element;
    if (article.hasAttribute('aria-label')) {
      if (isReadable(article)) comments.push(article);
    } else if (article.querySelector('a[href]') && !article.querySelector(AT.profile)) return null;
  }
  if (posts.length === 0) return null;
  const holder = holderIn(known);
  const messages = within(scope, AT.message[2]);
  for (let i = 0, n = messages.length; i < n; i++)
    if (!holder(messages[i] as Element) && readable(messages[i] as Element)) return null;
  return { cards: comments.length === 0 ? posts : interleave(posts, comments, known), promoted };
}

/** A header that stands in no common unit with the one before heads another post; in one it heads a shared post. */
function isOuter(before: Element, header: Element): boolean {
  const unit = before.closest(AT.unit);
  return unit ? !unit.contains(header) : before.closest('[role="feed"]>*')?.contains(header) !== true;
}

/** From a header to the ancestor that holds the action row too, but never beyond a unit of the feed. */
function boundaryTo(header: Element, row: Element): Element | null {
  let role = header.getAttribute('role');
  for (let at: Element | null = header; at; ) {
    if (at.hasAttribute('aria-posinset') || (role === 'article' && !at.hasAttribute('aria-label')))
      return at.contains(row) && holdsSeveral(at) ? null : at;
    if (at.contains(row)) return at;
    const above: Element | null = at.parentElement;
    role = above?.getAttribute('role') ?? null;
    if (role === 'feed') return at;
    at = above;
  }
  return null;
}

/**
 * Posts with their comments behind each, in document order. By climbing: comparing positions in a feed of
 * thousands costs a walk over its children each time.
 */
function interleave(posts: readonly Element[], comments: readonly Element[], known: ReadonlySet<Element>): Element[] {
  const behind = new Map<Element, Element[]>();
  const alone: Element[] = [];
  const holder = holderIn(known);
  for (const comment of comments) {
    const post = holder(comment);
    if (!post) alone.push(comment);
    else if (!behind.get(post)?.push(comment)) behind.set(post, [comment]);
  }
  const cards: Element[] = [];
  for (const post of posts) {
    cards.push(post);
    for (const comment of behind.get(post) ?? []) cards.push(comment);
  }
  return alone.length === 0 ? cards : [...cards, ...alone].sort(byPosition);
}

/** Advertisements and suggestions stand in feeds only. */
const mayBePromoted = (page: PageContext): boolean => page.kind === 'timeline' || page.kind === 'group';

/**
 * Any anchor family: a post's first seed stands in its header and leads to the post's boundary; whatever follows
 * inside it (the shared post, the text) is the same post, except the comments.
 */
function bySeeds(scope: Element | Document): { cards: Element[]; promoted: Element[] } {
  const whole = scope.nodeType === 9 ? null : (scope as Element);
  const found: Element[] = [];
  const promoted: Element[] = [];
  let post: Element | null = null;
  let lastComment: Element | null = null;
  for (const seed of allWithin(scope, SEED)) {
    if (isCommentCard(seed)) {
      if (readable(seed)) found.push(seed);
      lastComment = seed;
      continue;
    }
    if (lastComment?.contains(seed)) continue;
    if (post?.contains(seed)) {
      if (seed === post || !isStrippedComment(seed)) continue;
      byLinks.set(seed, 'comment');
      found.push(seed);
      lastComment = seed;
      continue;
    }
    const card = postFrom(seed);
    if (!card || !readable(seed) || (whole && !whole.contains(card)) || found.includes(card, -8)) continue;
    post = card;
    (isPromoted(card) ? promoted : found).push(card);
  }
  return { cards: found, promoted };
}

/** The card that a node is part of: at most a climb, with queries that end inside the card. */
export function cardAt(node: Element, page: PageContext): Element | null {
  if (!readable(node)) return null;
  const scope = scopeOf(node, page);
  if (!scope) return null;
  for (let at: Element | null = node; at && !at.matches(AT.bounds); at = at.parentElement) {
    if (byLinks.has(at) || isCommentCard(at)) return at;
    if (at.matches(AT.unit) || at.parentElement?.matches('[role="feed"]')) {
      const seed = firstSeed(at);
      const card = seed ? postFrom(seed) : looksLikePost(at) ? at : null;
      return card?.contains(node) && !isPromoted(card) ? card : null;
    }
    const header = at.querySelector(POST_SEED);
    if (!header || !at.querySelector(ANY_FOOTER)) continue;
    const card = postFrom(header);
    return card?.contains(node) && !isPromoted(card) ? card : null;
  }
  const seed = node.closest(AT.bounds) === node ? null : node;
  return seed ? climbToKnown(seed) : null;
}

export function kindOfCard(card: Element): CardKind {
  return byLinks.get(card) ?? (isCommentCard(card) ? 'comment' : 'post');
}

/** True when the post's boundary came from no anchor but from its surroundings: early warning of drift. */
export const isGuessedBoundary = (card: Element): boolean =>
  byLinks.get(card) === 'post' || card.querySelector('[role]') === null;
/** True when the comment was found by its links or its label alone. */
export const isGuessedComment = (card: Element): boolean =>
  byLinks.get(card) === 'comment' || card.getAttribute('role') !== 'article';

function climbToKnown(node: Element): Element | null {
  for (let at: Element | null = node; at; at = at.parentElement) if (byLinks.has(at)) return at;
  return null;
}

/**
 * A comment or reply: a labelled article, or an article that lost its label but whose first link carries a
 * comment's number, or that stands inside a post and holds none of a post's parts.
 */
export function isCommentCard(element: Element): boolean {
  const article = element.getAttribute('role') === 'article';
  const label = element.getAttribute('aria-label');
  if (!article)
    return label !== null && element.matches(COMMENT_LABEL) && element.querySelector('a[href],[dir="auto"]') !== null;
  if (label !== null) return true;
  const link = element.querySelector('a[href]');
  if (!link) return false;
  if (commentIdsIn(link.getAttribute('href') ?? '')) return true;
  return element.parentElement?.closest(AT.unit) != null && !element.querySelector(POST_SEED);
}

/** An article inside a post that lost both its label and its numbers, yet is someone's words: a comment still. */
const isStrippedComment = (article: Element): boolean =>
  article.matches(AT.article) &&
  readable(article) &&
  article.querySelector(POST_SEED) === null &&
  article.querySelector('a[href]') !== null &&
  article.querySelector('div[dir="auto"]') !== null;

function firstSeed(unit: Element): Element | null {
  const seed = unit.matches(POST_SEED) ? unit : unit.querySelector(POST_SEED);
  return seed && !seed.closest(ANY_COMMENT) ? seed : null;
}

/** From a seed to the element that stands for its post, or null when the seed belongs to no post. */
function postFrom(seed: Element): Element | null {
  if (!seed.matches(POST_SEED)) {
    // A unit of a feed: its own seeds lead to its boundary, so this is for units whose seeds are all gone.
    return firstSeed(seed) === null && readable(seed) && looksLikePost(seed) ? seed : null;
  }
  for (let at: Element | null = seed; at; at = at.parentElement) {
    if (isCommentCard(at)) return null;
    if (at.matches(AT.unit)) {
      if (!holdsSeveral(at)) return at;
      break;
    }
    if (at.matches(AT.bounds)) break;
    if (at.parentElement?.matches('[role="feed"]')) return at;
    if (at !== seed && at.querySelector(ANY_FOOTER)) return at;
  }
  return guessedBoundary(seed);
}

/** A numbered ancestor of a whole timeline is no post's boundary: a shared post brings one more header, not two. */
const holdsSeveral = (unit: Element): boolean =>
  unit.querySelectorAll(ACTIONS).length > 1 || unit.querySelectorAll(AT.profile).length > 2;

/**
 * With every boundary anchor gone: the largest ancestor that holds no other post's header, as long as it holds
 * what makes a post (someone's link, and words or a permalink).
 */
function guessedBoundary(seed: Element): Element | null {
  const peers = seed.matches(ACTIONS) ? ACTIONS : seed.matches(AT.profile) ? AT.profile : ANY_MESSAGE;
  let card: Element | null = null;
  let own = 1;
  for (let at = seed.parentElement; at && !at.matches(AT.bounds); at = at.parentElement) {
    const inside = at.querySelectorAll(peers).length;
    // A shared post's parts follow soon; another post's only far out, where the links of this one are inside already.
    if (card && inside > own) break;
    own = inside;
    if (looksLikePost(at)) card = at;
  }
  if (card) byLinks.set(card, 'post');
  return card;
}

/** Skeletons, the Stories tray and rows of people have no permalink and no words of a post. */
function looksLikePost(unit: Element): boolean {
  if (unit.querySelector(`${ANY_MESSAGE},${ACTIONS}`)) return unit.querySelector('a[href]') !== null;
  if (unit.querySelector(AT.feedChild)) return false;
  if (!unit.querySelector('div[dir="auto"]')) return false;
  for (const link of unit.querySelectorAll('a[href]')) {
    const url = addressOf(link, HOME);
    const post = url && !commentIdsIn(`?${url.query}`) ? permalinkOf(url) : null;
    if (post?.digits || post?.pfbid) return true;
  }
  return false;
}

/**
 * Advertisements and suggestions say so in a line of their own between the unit's start and the post's text.
 * Only that head is walked.
 */
function isPromoted(card: Element): boolean {
  const message = card.querySelector(AT.message[2]);
  const end = message?.ownerDocument.createTreeWalker(message, 4).nextNode() ?? null;
  const walker = card.ownerDocument.createTreeWalker(card, 4);
  for (let seen = 0; seen < 80; seen++) {
    const node = walker.nextNode();
    if (!node || node === end) return false;
    const text = node.nodeValue ?? '';
    if (text.length < 24 && isPromotion(text) && readable(node.parentElement as Element)) return true;
  }
  return false;
}

/** Comments that no article or label marks, from the numbers in their links: the least element around one's links. */
function commentsByLinks(scope: Element | Document, found: readonly Element[]): Element[] {
  const links = within(scope, AT.commentLink);
  if (links.length === 0) return [];
  const known = new Set<Element>();
  for (const card of found) if (kindOfCard(card) === 'comment') known.add(card);
  const holder = holderIn(known);
  const groups = new Map<string, Element>();
  for (let i = 0, n = links.length; i < n; i++) {
    const link = links[i] as Element;
    if (holder(link)) continue;
    if (/^(?:https?:|www\.)/.test(line(link)) || !isCommentPart(link)) continue;
    const ids = commentIdsIn(link.getAttribute('href') ?? '');
    if (!ids) continue;
    const id = ids.reply ?? ids.comment;
    const before = groups.get(id);
    groups.set(id, before ? around(before, link) : link);
  }
  const comments = [...groups].map(([id, links]) => withWords(links, id));
  for (const card of comments) byLinks.set(card, 'comment');
  return comments;
}

/** Climbs from a comment's links to the element that holds its words too, never into another comment's. */
function withWords(links: Element, id: string): Element {
  let at = links;
  for (let level = 0; level < 6 && !at.querySelector('div[dir="auto"],span[dir="auto"][lang]'); level++) {
    const parent = at.parentElement;
    if (!parent || parent.matches(`${AT.bounds},${AT.unit}`) || parent.querySelector(POST_SEED)) break;
    const others = [...parent.querySelectorAll(AT.commentLink)].some((link) => {
      const ids = commentIdsIn(link.getAttribute('href') ?? '');
      return ids !== null && (ids.reply ?? ids.comment) !== id;
    });
    if (others) break;
    at = parent;
  }
  return at;
}

/** Notifications and chats link to comments too; a comment stands in the page's own content. */
const isCommentPart = (link: Element): boolean =>
  link.closest('[role="navigation"],[role="banner"],[role="menu"],[hidden]') === null &&
  !/[?&]notif_/.test(link.getAttribute('href') ?? '');

function around(a: Element, b: Element): Element {
  let at: Element = a;
  while (!at.contains(b) && at.parentElement) at = at.parentElement;
  return at;
}
