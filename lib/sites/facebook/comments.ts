import type { Author, PostedAt, Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading } from '../contract.ts';
import { countOf } from '../dom.ts';
import { isGuessedComment } from './cards.ts';
import * as links from './links.ts';
import { postIdOf } from './posts.ts';
import { AT } from './selectors.ts';
import { keyOfWords, line, lineIn, messageText, type Shown } from './text.ts';
import { looksLikeDate, timeFrom, timeOfLink } from './time.ts';
import { isBadge, isEditedMark, isReplyLabel, isSeeOriginal, nameInComment, RARE } from './words.ts';

/** What a comment's few links say, gathered in one pass over them. */
interface Told {
  author: Element | null;
  authorName: string;
  authorUrl: links.Address | null;
  authorId: string | null;
  time: Element | null;
  timeUrl: links.Address | null;
  /** Which post the time's address leads to. */
  timeOf: links.Permalink | null;
  post: string | null;
  comment: string | null;
  reply: string | null;
}

/** One comment or reply. The author comes from the link; the label only confirms a name that stands in the card. */
export function readComment(card: Element, page: PageContext): Reading {
  const missing: Miss[] = [];
  const fallback: Miss[] = [];
  if (isGuessedComment(card)) fallback.push({ field: 'card', selector: AT.article });
  const label = card.getAttribute('aria-label') ?? '';
  const marks = marksOf(card);
  const told = linksOf(marks.links, page);
  const { holder } = marks;
  const shown = holder ? messageText(holder) : null;
  if (!shown && !hasPicture(card)) missing.push({ field: 'text', selector: 'div[dir="auto"]' });
  // Most comments hold none of the few words that two fields hang on.
  const rare = RARE.test(card.textContent ?? '');
  const buttons = buttonsOf(card, marks, rare);
  const author = authorOf(card, told, label, holder, buttons.badges);
  if (author.name === '') missing.push({ field: 'author', selector: 'a[role="link"]' });
  const isReply = told.reply !== null || isReplyLabel(label);
  const native = told.reply ?? told.comment;
  if (!native) missing.push({ field: 'id', selector: AT.commentLink });
  if (!told.timeUrl) fallback.push({ field: 'url', selector: AT.commentLink });
  const parent = parentOf(card, told, isReply, page);
  if (!parent) fallback.push({ field: 'parent', selector: AT.commentLink });
  const review: Review = {
    site: 'facebook',
    kind: 'comment',
    id:
      native ??
      `made-${keyOfWords(JSON.stringify([parent, author.id ?? author.name, (shown?.text ?? '').slice(0, 40)]))}`,
    parent,
    url: told.timeUrl ? links.permalinkUrl(told.timeUrl, true) : null,
    place: page.place,
    title: null,
    author,
    text: shown?.text ?? '',
    language: holder?.getAttribute('lang') ?? null,
    translated: buttons.translated,
    collapsed: shown?.collapsed ?? false,
    rating: null,
    recommends: null,
    postedAt: timeOf(told, page),
    edited: rare ? isEdited(card) : null,
    counts: buttons.likes === null ? {} : { likes: buttons.likes },
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: null,
  };
  return { review, missing, fallback };
}

/** Text of a comment as shown, with its "See more". */
export function commentText(card: Element): Shown | null {
  const { holder } = marksOf(card);
  return holder ? messageText(holder) : null;
}

/** Own number of a comment or reply, from its links alone. */
export function commentIdOf(card: Element, page: PageContext): string | null {
  const told = linksIn(card, page);
  return told.reply ?? told.comment;
}

/** Name of a comment's author, as its link says. */
export function commentAuthor(card: Element, page: PageContext): string {
  return linksIn(card, page).authorName;
}

/** The answer of the page itself below a recommendation, where it stands open. */
export function ownerReplyIn(card: Element, page: PageContext): Review['ownerReply'] {
  const owner = page.place?.id;
  if (!owner) return null;
  for (const comment of card.querySelectorAll(AT.article)) {
    if (comment === card) continue;
    const told = linksIn(comment, page);
    if (told.authorId !== owner) continue;
    return { text: commentText(comment)?.text ?? '', shown: timeOf(told, page).shown };
  }
  return null;
}

const linksIn = (card: Element, page: PageContext): Told => linksOf([...card.querySelectorAll('a[href]')], page);

function linksOf(all: readonly Element[], page: PageContext): Told {
  const told: Told = {
    author: null,
    authorName: '',
    authorUrl: null,
    authorId: null,
    time: null,
    timeUrl: null,
    timeOf: null,
    post: null,
    comment: null,
    reply: null,
  };
  // The picture and the name lead to the same address: it is taken apart once.
  let last: string | null = null;
  let ids: links.CommentIds | null = null;
  let url: links.Address | null = null;
  let post: links.Permalink | null = null;
  for (const link of all) {
    const href = link.getAttribute('href') ?? '';
    const same = href === last;
    if (!same) ids = links.commentIdsIn(href);
    const hidden = link.getAttribute('aria-hidden') === 'true';
    if (!ids && (hidden || told.author)) {
      last = null;
      continue;
    }
    if (!same) {
      url = links.addressIn(href, page.url);
      post = url ? links.permalinkOf(url) : null;
      last = href;
    }
    let text: string | null = null;
    if (ids && url) {
      const own = ids.reply ?? ids.comment;
      const known = told.reply ?? told.comment;
      // A link of another comment (a nested reply, a quoted address) ends this one's own.
      if (known && own !== known && told.reply === null && ids.reply === null && told.time) break;
      told.post ??= ids.post;
      if (post) {
        if (told.time || isAddress(line(link))) continue;
        told.time = link;
        told.timeUrl = url;
        told.timeOf = post;
        told.comment = ids.comment;
        told.reply = ids.reply;
        continue;
      }
      told.comment ??= ids.comment;
      told.reply ??= ids.reply;
      if (hidden) continue;
      // A time is never a name: a permalink of an unknown form still shows one.
      text = link.textContent ?? '';
      if (isTime(text, page)) {
        told.time ??= link;
        continue;
      }
    }
    if (hidden || told.author || !url || post) continue;
    const name = lineIn(text ?? link.textContent ?? '');
    const owner = name === '' ? null : links.ownerOf(url);
    if (owner === null) continue;
    told.authorId = owner;
    told.author = link;
    told.authorName = name;
    told.authorUrl = url;
  }
  return told;
}

const isAddress = (text: string): boolean => /^(?:https?:|www\.)/.test(text);
const isTime = (text: string, page: PageContext): boolean =>
  /\d|[剛昨]|now|yesterday/i.test(text) && timeFrom(lineIn(text), page.now).iso !== null;

function authorOf(card: Element, told: Told, label: string, holder: Element | null, badges: string[]): Author {
  if (told.author && told.authorUrl) {
    return {
      id: told.authorId,
      name: told.authorName,
      url: links.profileUrl(told.authorUrl),
      badges,
    };
  }
  const named = nameInComment(label);
  if (named) {
    for (const span of card.querySelectorAll('[dir="auto"]')) {
      if (span === holder) break;
      if (line(span) === named) return { id: null, name: named, url: null, badges };
    }
  }
  return { id: null, name: '', url: null, badges };
}

/** The parts of a comment. Every node that is taken in hand costs, so only those that fields hang on are. */
interface Marks {
  links: Element[];
  /** The first button of all. */
  button: Element | null;
  /** The element around the paragraphs. */
  holder: Element | null;
}

function marksOf(card: Element): Marks {
  const links: Element[] = [];
  const marked = card.querySelector('span[dir="auto"][lang]');
  const button = card.querySelector('[role="button"]');
  let free = marked !== null && !(button && precedes(button, marked));
  const all = card.querySelectorAll('a');
  for (let i = 0, n = all.length; i < n; i++) {
    const link = all[i] as Element;
    if (link.hasAttribute('href')) links.push(link);
    if (free && link.contains(marked)) free = false;
  }
  // Marked with a language when Facebook knew it, else around the first paragraph.
  const isHolder = free || (marked !== null && !marked.closest('a,[role="button"]'));
  return { links, button, holder: isHolder ? marked : unmarkedHolder(card) };
}

/** Around the first paragraph that is no link, button or hidden copy. */
function unmarkedHolder(card: Element): Element | null {
  for (const block of card.querySelectorAll('div[dir="auto"]')) {
    if (block.closest('a,[role="button"],[aria-hidden="true"],h3')) continue;
    const nested = block.closest(AT.article);
    if (nested && nested !== card && card.contains(nested)) return null;
    const span = block.parentElement?.closest('span[dir="auto"],div[dir="auto"]');
    return span && span !== card && card.contains(span) ? span : block;
  }
  return null;
}

const precedes = (a: Element, b: Element): boolean => (a.compareDocumentPosition(b) & 4) !== 0;

/** What a comment's buttons say. */
interface Buttons {
  /** Buttons with a word that stand before the text (作者, 頭號粉絲). */
  badges: string[];
  translated: boolean;
  /** From a label that begins with a number ("3 reactions; see who reacted to this"), in any language. */
  likes: number | null;
}

function buttonsOf(card: Element, { button, holder }: Marks, rare: boolean): Buttons {
  const told: Buttons = { badges: [], translated: false, likes: null };
  if (!button) return told;
  let head = holder !== null && precedes(button, holder);
  const all = card.querySelectorAll(head || rare ? '[role="button"]' : '[role="button"][aria-label]');
  for (let i = 0, n = all.length; i < n; i++) {
    const other = all[i] as Element;
    if (head || rare) {
      if (head && holder && !precedes(other, holder)) head = false;
      const text = other.textContent ?? '';
      const badge = head && text !== '' ? lineIn(text) : '';
      if (isBadge(badge)) told.badges.push(badge);
      if (text.length < 30 && isSeeOriginal(text)) told.translated = true;
    }
    const label = told.likes === null ? other.getAttribute('aria-label') : null;
    if (label && /^\s*\d/.test(label)) told.likes = countOf(label);
  }
  return told;
}

function hasPicture(card: Element): boolean {
  for (const image of card.querySelectorAll('img[height]')) if (Number(image.getAttribute('height')) > 40) return true;
  return card.querySelector('video') !== null;
}

/** The mark stands in the row of time and buttons; without it nothing is known. */
function isEdited(card: Element): true | null {
  // Not `ul>li`: asked of one element, a selector with `>` costs more the longer the page is.
  for (const item of card.querySelectorAll('li'))
    if (item.parentElement?.tagName === 'UL' && isEditedMark(item.textContent ?? '')) return true;
  return null;
}

/** Replies answer a comment, comments a post. The post's number stands in base64 links, else it is asked of its card. */
function parentOf(card: Element, told: Told, isReply: boolean, page: PageContext): string | null {
  if (told.reply) return told.comment;
  if (isReply) return null;
  if (told.post) return told.post;
  const direct = told.timeOf?.digits ?? null;
  if (direct) return direct;
  const post = card.parentElement?.closest(AT.unit);
  if (post) return postIdOf(post, page);
  return page.kind === 'post' ? (links.permalinkOf(links.addressOfUrl(page.url))?.digits ?? null) : null;
}

function timeOf(told: Told, page: PageContext): PostedAt {
  const time = timeOfLink(told.time, page.document, page.now);
  return time.iso || looksLikeDate(time.shown) ? time : { shown: time.shown, iso: null, precision: 'unknown' };
}
