import type { Author, Counts, PostedAt, Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading } from '../contract.ts';
import { countOf } from '../dom.ts';
import { isGuessedBoundary } from './cards.ts';
import { ownerReplyIn } from './comments.ts';
import * as links from './links.ts';
import { topDialog } from './page.ts';
import { type Parts, partsOf } from './post-parts.ts';
import { AT } from './selectors.ts';
import { clean, firstLetters, keyOfWords, line, messageText, type Shown } from './text.ts';
import { looksLikeDate, scrambledIn, timeOfLink } from './time.ts';
import { ACTIONS, countWord, isSeeOriginal, nameInActions, recommendsIn } from './words.ts';

/** One post or recommendation. A shared post inside is part of the card, not a review of its own. */
export function readPost(card: Element, page: PageContext): Reading {
  const missing: Miss[] = [];
  const fallback: Miss[] = [];
  const parts = partsOf(card, page);
  const { message } = parts;
  const plain = message === null || isPlain(message);
  const shown = message ? messageText(plain ? message : (translationIn(message) ?? message)) : null;
  if (isGuessedBoundary(card)) fallback.push({ field: 'card', selector: AT.unit });
  if (parts.candidate > 0) fallback.push({ field: 'text', selector: AT.message[0] });
  if (!shown && !parts.shared && !card.querySelector('img[height],img[width],video,a[href*="/photo"]')) {
    missing.push({ field: 'text', selector: AT.message[0] });
  }
  const author = authorOf(parts, page, fallback);
  if (author.name === '') missing.push({ field: 'author', selector: AT.profile });
  const ids = idsOf(parts, page, author, shown?.text ?? '');
  if (parts.firstComment) remember(parts, ids.id);
  const recommends = recommendsOf(parts.profile);
  const kind = recommends !== null || page.kind === 'reviews' ? 'review' : 'post';
  if (page.kind === 'reviews' && recommends === null) fallback.push({ field: 'recommends', selector: AT.profile });
  const review: Review = {
    site: 'facebook',
    kind,
    id: ids.id,
    aliases: ids.aliases,
    parent: null,
    url: ids.url,
    place: page.place,
    title: null,
    author,
    text: shown?.text ?? '',
    language: plain ? null : (message?.querySelector('[lang]')?.getAttribute('lang') ?? null),
    translated: !plain && message !== null && isTranslated(message),
    collapsed: shown?.collapsed ?? false,
    rating: null,
    recommends,
    postedAt: timeOf(parts, page, fallback),
    edited: null,
    counts: countsOf(parts),
    floor: null,
    ip: null,
    country: null,
    photos: parts.shared ? null : photosOf(parts),
    ownerReply: kind === 'review' && parts.firstComment ? ownerReplyIn(card, page) : null,
    relevance: null,
  };
  return { review, missing, fallback };
}

/** Ids by card: a thousand comments ask for the same. Good as long as the header still names the same author. */
const knownIds = new WeakMap<Element, { id: string; header: Element; href: string | null }>();
const hrefIn = (header: Element): string | null => header.querySelector('a[href]')?.getAttribute('href') ?? null;

function remember({ card, profile }: Parts, id: string): string {
  if (profile) knownIds.set(card, { id, header: profile, href: hrefIn(profile) });
  return id;
}

/** The id of the post that a card stands for; what its comments name as parent. */
export function postIdOf(card: Element, page: PageContext): string {
  const known = knownIds.get(card);
  if (known?.header.isConnected && known.href === hrefIn(known.header)) return known.id;
  const parts = partsOf(card, page);
  const author = authorOf(parts, page, []);
  return remember(parts, idsOf(parts, page, author, parts.message ? messageText(parts.message).text : '').id);
}

/** Text of a post as shown, with its "See more". */
export function messageOf(card: Element, page: PageContext): Shown | null {
  const { message } = partsOf(card, page);
  return message ? messageText(message) : null;
}

/** Header and text without the comments below: what to outline. */
export function headAndText(card: Element, page: PageContext): Element {
  const { profile, message } = partsOf(card, page);
  let at: Element | null = message;
  while (at && at !== card && profile && !at.contains(profile)) at = at.parentElement;
  return at ?? card;
}

/** Most texts hold neither quotation nor button nor language mark. */
const isPlain = (message: Element): boolean =>
  message.tagName !== 'BLOCKQUOTE' && message.querySelector('blockquote,[lang],[role="button"]') === null;

const translationIn = (message: Element): Element | null => {
  const quote = message.tagName === 'BLOCKQUOTE' ? message : message.querySelector('blockquote');
  return quote && !quote.closest('[aria-hidden="true"]') && line(quote) !== '' ? quote : null;
};

function isTranslated(message: Element): boolean {
  if (translationIn(message)) return true;
  for (const button of message.querySelectorAll('[role="button"]')) if (isSeeOriginal(line(button))) return true;
  return false;
}

function authorOf(parts: Parts, page: PageContext, fallback: Miss[]): Author {
  const { profile, card } = parts;
  if (!parts.anchored) fallback.push({ field: 'author', selector: AT.profile });
  const link = profile?.querySelector('a[href]') ?? null;
  const url = link ? links.addressOf(link, page.url) : null;
  const id = url ? links.ownerOf(url) : null;
  if (link && url && id) return { id, name: line(link), url: links.profileUrl(url), badges: [] };
  // In a mixed feed a group's name heads the post and its author stands in the line below; an anonymous one has no link.
  const groupHeads = url !== null && links.groupOf(url) !== null;
  if (!profile || groupHeads) {
    for (const { link: other, address, post } of parts.head) {
      const person = address && !post ? links.ownerOf(address) : null;
      const name = person ? line(other) : '';
      if (address && name !== '') return { id: person, name, url: links.profileUrl(address), badges: [] };
    }
  }
  if (profile)
    return { id: null, name: line(profile.querySelector('b,strong') ?? link ?? profile), url: null, badges: [] };
  const label = card.querySelector(ACTIONS)?.getAttribute('aria-label') ?? '';
  return { id: null, name: nameInActions(label) ?? '', url: null, badges: [] };
}

function recommendsOf(profile: Element | null): boolean | null {
  if (!profile) return null;
  // Names may hold the word themselves: only what stands between them is asked.
  let skip = profile.querySelector('a') ? null : profile.querySelector('b,strong');
  let said = '';
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) said += child.nodeValue ?? '';
      else if (child === skip) skip = null;
      else if (child.nodeType === 1 && (child as Element).tagName !== 'A') walk(child);
    }
  };
  walk(profile);
  return recommendsIn(clean(said));
}

interface Ids {
  id: string;
  aliases: string[];
  url: string | null;
}

/**
 * The post's number from its own links, else from its comments' (base64 `comment:POST_COMMENT`), else from the
 * address of the page. A pfbid differs per viewer and is an alias only. With no number the key is made of what
 * all viewers see alike: group, author and the first 40 letters of the text (expanding does not change them),
 * or of the first photo when there is no text. That key is always among the aliases, so the post is known again
 * once its number shows. Two posts of one author that begin alike share it until then.
 */
function idsOf(parts: Parts, page: PageContext, author: Author, text: string): Ids {
  let digits: string | null = null;
  let url: string | null = null;
  let photo: { id: string; url: string } | null = null;
  const pfbids: string[] = [];
  for (const { address, post } of parts.head) {
    if (!address || !post || address.query.includes('comment_id=')) continue;
    digits ??= post.digits;
    if (post.pfbid) pfbids.push(post.pfbid);
    if (!post.photo || post.digits) url ??= links.permalinkUrl(address, false);
  }
  if ((!digits || !url) && !parts.shared) {
    const href = parts.photos[0]?.href;
    const address = href ? links.addressIn(href, page.url) : null;
    const post = address ? links.permalinkOf(address) : null;
    if (address && post?.photo) {
      digits ??= post.digits;
      photo = { id: post.photo, url: links.permalinkUrl(address, false) };
    }
  }
  if (parts.firstComment && (!digits || !url)) {
    for (const link of commentLinks(parts)) {
      digits ??= links.commentIdsIn(link.getAttribute('href') ?? '')?.post ?? null;
      const address = links.addressOf(link, page.url);
      const post = address ? links.permalinkOf(address) : null;
      if (address && post) {
        digits ??= post.digits;
        if (post.pfbid) pfbids.push(post.pfbid);
        url ??= links.permalinkUrl(address, false);
      }
      if (digits && url) break;
    }
  }
  const address = page.kind === 'post' ? links.addressOfUrl(page.url) : null;
  const here = address ? links.permalinkOf(address) : null;
  if (address && here && isFirstPost(parts, page)) {
    digits ??= here.digits;
    if (here.pfbid) pfbids.push(here.pfbid);
    url ??= links.permalinkUrl(address, false);
  }
  const derived = derivedId(page, author, text, photo?.id ?? null);
  const id = digits ?? derived;
  return {
    id,
    aliases: [...new Set([derived, ...pfbids])].filter((alias) => alias !== id),
    url: url ?? photo?.url ?? null,
  };
}

/** The first comment's links come first, and mostly say it all. */
function* commentLinks({ card, firstComment, numbered }: Parts): Iterable<Element> {
  if (numbered === null && firstComment) yield* firstComment.querySelectorAll(AT.commentLink);
  yield* card.querySelectorAll(AT.commentLink);
}

/** The page's address names the post that it opens with, not those that follow below. */
function isFirstPost({ card }: Parts, page: PageContext): boolean {
  const scope = topDialog(page.document) ?? page.document;
  const first = scope.querySelector(AT.profile);
  return first === null || card.contains(first);
}

function derivedId(page: PageContext, author: Author, text: string, photo: string | null): string {
  const start = firstLetters(text);
  const where = links.groupOf(links.addressOfUrl(page.url)) ?? '';
  return `made-${keyOfWords(`${where}\n${author.id ?? author.name}\n${start || (photo ?? '')}`)}`;
}

function timeOf(parts: Parts, page: PageContext, fallback: Miss[]): PostedAt {
  let best: PostedAt = { shown: '', iso: null, precision: 'unknown' };
  let strange: PostedAt | null = null;
  for (const { link, address, post } of parts.head) {
    const letters = scrambledIn(link);
    const filled = address === null || post !== null || letters !== null;
    if (!filled && !/\d|[剛昨]|now|yesterday/i.test(link.textContent ?? '')) continue;
    const time = timeOfLink(link, page.document, page.now, letters);
    if (filled && time.iso) return time;
    if (filled && best.shown === '' && looksLikeDate(time.shown)) best = time;
    if (!filled && time.iso) strange ??= time;
  }
  // A link that shows a time but leads to no known form of permalink: the forms have changed.
  if (strange) fallback.push({ field: 'id', selector: 'a[href*="/posts/"]' });
  return strange ?? best;
}

/** Totals as the page shows them. Kinds of reactions are listed incompletely, so only the total is taken. */
function countsOf({ toolbar, pressed, buttons }: Parts): Counts {
  const counts: Counts = {};
  if (toolbar) {
    const total =
      toolbar.nextElementSibling?.querySelector('[aria-hidden="true"]') ?? hiddenChild(toolbar.parentElement);
    const likes = countOf(line(total ?? null));
    if (likes !== null) counts.likes = likes;
    for (const button of pressed) {
      const text = numberText(button);
      const word = text ? countWord(text) : null;
      if (text && word) counts[word] ??= countOf(text) ?? 0;
    }
  }
  for (const name of COUNTED) {
    const holder = counts[name] === undefined ? buttons[name]?.closest('[role="button"]') : null;
    const text = holder ? numberText(holder) : null;
    const count = text && /^[\d,.]+\s*[KM萬]?$/.test(text) ? countOf(text) : null;
    if (count !== null) counts[name] = count;
  }
  return counts;
}

function hiddenChild(parent: Element | null): Element | null {
  let child = parent?.firstElementChild ?? null;
  while (child && child.getAttribute('aria-hidden') !== 'true') child = child.nextElementSibling;
  return child;
}

const COUNTED = ['likes', 'comments', 'shares'] as const;

/** A button's words when they begin with a number. */
function numberText(button: Element): string | null {
  const text = button.textContent ?? '';
  return text.length < 40 && /^\s*\d/.test(text) ? line(button) : null;
}

/** Photos that the post shows, with the "+5" over the last; null when none can be seen. */
function photosOf({ photos }: Parts): number | null {
  if (photos.length === 0) return null;
  const seen = new Set<string>();
  let more = 0;
  for (const { link, href } of photos) {
    const id = /[?&]fbid=(\d+)/.exec(href)?.[1] ?? /\/photos\/.*?(\d+)/.exec(href)?.[1];
    if (!id || !link.querySelector('img')) continue;
    seen.add(id);
    const over = /^\+(\d+)$/.exec(line(link));
    if (over) more = Number(over[1]);
  }
  return seen.size === 0 ? null : seen.size + more;
}
