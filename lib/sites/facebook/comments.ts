import type { Author, PostedAt, Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading } from '../contract.ts';
import { countOf } from '../dom.ts';
import { isGuessedComment } from './cards.ts';
import * as links from './links.ts';
import { postIdOf } from './posts.ts';
import { AT } from './selectors.ts';
import { keyOfWords, line, messageText, type Shown } from './text.ts';
import { looksLikeDate, timeFrom, timeOfLink } from './time.ts';
import { isBadge, isEditedMark, isReplyLabel, isSeeOriginal, nameInComment } from './words.ts';

/** What a comment's few links say, gathered in one pass over them. */
interface Told {
  author: Element | null;
  authorUrl: links.Address | null;
  authorId: string | null;
  time: Element | null;
  timeUrl: links.Address | null;
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
  const told = linksOf(card, page);
  const holder = textHolder(card);
  const shown = holder ? messageText(holder) : null;
  if (!shown && !hasPicture(card)) missing.push({ field: 'text', selector: 'div[dir="auto"]' });
  const buttons = buttonsOf(card, holder);
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
    edited: isEdited(card),
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
  const holder = textHolder(card);
  return holder ? messageText(holder) : null;
}

/** Own number of a comment or reply, from its links alone. */
export function commentIdOf(card: Element, page: PageContext): string | null {
  const told = linksOf(card, page);
  return told.reply ?? told.comment;
}

/** Name of a comment's author, as its link says. */
export function commentAuthor(card: Element, page: PageContext): string {
  return line(linksOf(card, page).author);
}

/** The answer of the page itself below a recommendation, where it stands open. */
export function ownerReplyIn(card: Element, page: PageContext): Review['ownerReply'] {
  const owner = page.place?.id;
  if (!owner) return null;
  for (const comment of card.querySelectorAll(AT.article)) {
    if (comment === card) continue;
    const told = linksOf(comment, page);
    if (told.authorId !== owner) continue;
    return { text: commentText(comment)?.text ?? '', shown: timeOf(told, page).shown };
  }
  return null;
}

function linksOf(card: Element, page: PageContext): Told {
  const told: Told = {
    author: null,
    authorUrl: null,
    authorId: null,
    time: null,
    timeUrl: null,
    post: null,
    comment: null,
    reply: null,
  };
  for (const link of card.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const ids = links.commentIdsIn(href);
    const hidden = link.getAttribute('aria-hidden') === 'true';
    if (!ids && (hidden || told.author)) continue;
    const url = links.addressOf(link, page.url);
    if (ids && url) {
      const own = ids.reply ?? ids.comment;
      const known = told.reply ?? told.comment;
      // A link of another comment (a nested reply, a quoted address) ends this one's own.
      if (known && own !== known && told.reply === null && ids.reply === null && told.time) break;
      told.post ??= ids.post;
      if (links.permalinkOf(url)) {
        if (told.time || /^(?:https?:|www\.)/.test(line(link))) continue;
        told.time = link;
        told.timeUrl = url;
        told.comment = ids.comment;
        told.reply = ids.reply;
        continue;
      }
      told.comment ??= ids.comment;
      told.reply ??= ids.reply;
      // A time is never a name: a permalink of an unknown form still shows one.
      if (!hidden && isTime(link, page)) {
        told.time ??= link;
        continue;
      }
    }
    if (hidden || told.author || !url || line(link) === '') continue;
    const owner = links.permalinkOf(url) ? null : links.ownerOf(url);
    if (owner === null) continue;
    told.authorId = owner;
    told.author = link;
    told.authorUrl = url;
  }
  return told;
}

const isTime = (link: Element, page: PageContext): boolean =>
  /\d|[剛昨]|now|yesterday/i.test(link.textContent ?? '') && timeFrom(line(link), page.now).iso !== null;

function authorOf(card: Element, told: Told, label: string, holder: Element | null, badges: string[]): Author {
  if (told.author && told.authorUrl) {
    return {
      id: links.ownerOf(told.authorUrl),
      name: line(told.author),
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

/** What a comment's buttons say, in one pass over them. */
interface Buttons {
  /** Buttons with a word that stand before the text (作者, 頭號粉絲). */
  badges: string[];
  translated: boolean;
  /** From a label that begins with a number ("3 reactions; see who reacted to this"), in any language. */
  likes: number | null;
}

function buttonsOf(card: Element, holder: Element | null): Buttons {
  const told: Buttons = { badges: [], translated: false, likes: null };
  let head = holder !== null;
  for (const button of card.querySelectorAll('[role="button"]')) {
    if (head && holder && (!precedes(button, holder) || button.contains(holder))) head = false;
    const text = button.textContent ?? '';
    if (head && text !== '' && isBadge(line(button))) told.badges.push(line(button));
    if (text.length < 30 && isSeeOriginal(text)) told.translated = true;
    const label = told.likes === null ? button.getAttribute('aria-label') : null;
    if (label && /^\s*\d/.test(label)) told.likes = countOf(label);
  }
  return told;
}

const precedes = (a: Element, b: Element): boolean => (a.compareDocumentPosition(b) & 4) !== 0;

/** The element around the paragraphs: marked with a language when Facebook knew it, else around the first one. */
function textHolder(card: Element): Element | null {
  const marked = card.querySelector('span[dir="auto"][lang]');
  if (marked && !marked.closest('a,[role="button"]')) return marked;
  for (const block of card.querySelectorAll('div[dir="auto"]')) {
    if (block.closest('a,[role="button"],[aria-hidden="true"],h3')) continue;
    const nested = block.closest(AT.article);
    if (nested && nested !== card && card.contains(nested)) return null;
    const span = block.parentElement?.closest('span[dir="auto"],div[dir="auto"]');
    return span && span !== card && card.contains(span) ? span : block;
  }
  return null;
}

function hasPicture(card: Element): boolean {
  for (const image of card.querySelectorAll('img[height]')) if (Number(image.getAttribute('height')) > 40) return true;
  return card.querySelector('video') !== null;
}

/** The mark stands in the row of time and buttons; without it nothing is known. */
function isEdited(card: Element): true | null {
  for (const item of card.querySelectorAll('ul>li')) if (isEditedMark(item.textContent ?? '')) return true;
  return null;
}

/** Replies answer a comment, comments a post. The post's number stands in base64 links, else it is asked of its card. */
function parentOf(card: Element, told: Told, isReply: boolean, page: PageContext): string | null {
  if (told.reply) return told.comment;
  if (isReply) return null;
  if (told.post) return told.post;
  const direct = told.timeUrl ? links.permalinkOf(told.timeUrl)?.digits : null;
  if (direct) return direct;
  const post = card.parentElement?.closest(AT.unit);
  if (post) return postIdOf(post, page);
  return page.kind === 'post' ? (links.permalinkOf(links.addressOfUrl(page.url))?.digits ?? null) : null;
}

function timeOf(told: Told, page: PageContext): PostedAt {
  const time = timeOfLink(told.time, page.document, page.now);
  return time.iso || looksLikeDate(time.shown) ? time : { shown: time.shown, iso: null, precision: 'unknown' };
}
