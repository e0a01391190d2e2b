import type { PostedAt, Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading } from '../contract.ts';
import { countOf, textOf } from '../dom.ts';
import { fragmentsOf, idOf } from './cards.ts';
import { contributor, editedMark, permalink, postedAt, ratingOf } from './parse.ts';
import { type Parts, partsOf } from './parts.ts';
import { ATTRIBUTES_JSLOG, CLASSES, NEW_JSLOG } from './selectors.ts';

/** The record of one card of a place page. Empty when it carries no id: then the page's signs call it broken. */
export function read(card: Element, page: PageContext): Reading[] {
  const id = idOf(card);
  if (!id) return [];
  const parts = partsOf(card);
  const { fallback } = parts;
  const missing: Miss[] = [];

  // Before the time, which stands by the stars: hotels' stars are found only here.
  const rating = parts.rating ?? ratingWithoutLabel(parts, card);
  const when = timeOf(parts, card);
  const name = nameOf(parts, card);
  if (!name) missing.push({ field: 'author.name', selector: '[data-href*="/contrib/"]' });
  if (rating === null) missing.push({ field: 'rating', selector: '[role="img"][aria-label]' });
  if (!when.shown) missing.push({ field: 'postedAt', selector: '[role="img"] + *' });

  const text = wordsOf(parts);
  const author = contributor(parts.profile?.getAttribute('data-href') ?? parts.profile?.getAttribute('href') ?? null);
  if (parts.profile && !author) fallback.push({ field: 'author.id', selector: '[data-href*="/contrib/"]' });
  const badges: string[] = [];
  const stats = statsOf(parts, card);
  if (stats) badges.push(stats);
  if (when.fresh) badges.push(when.fresh);

  const review: Review = {
    site: 'google-maps',
    kind: 'review',
    id,
    parent: null,
    url: permalink(id, page.place?.id),
    place: page.place,
    title: null,
    author: { id: author?.id ?? null, name, url: author?.url ?? null, badges },
    text,
    language: text ? (parts.text?.getAttribute('lang') ?? null) : null,
    translated: parts.original?.getAttribute('aria-checked') === 'true',
    collapsed: parts.more !== null && parts.more.getAttribute('aria-expanded') !== 'true',
    rating,
    recommends: null,
    postedAt: timeOnce(when.shown, page),
    edited: editedMark(when.shown),
    counts: parts.like ? { likes: likesOf(parts.like) } : {},
    floor: null,
    ip: null,
    country: null,
    photos: parts.photos,
    ownerReply: replyOf(parts, card),
    relevance: null,
  };
  return [{ review, missing, fallback }];
}

const times = new WeakMap<PageContext, Map<string, PostedAt>>();

/** A list of thousands shows a few dozen different times. */
function timeOnce(shown: string, page: PageContext): PostedAt {
  let known = times.get(page);
  if (!known) {
    known = new Map();
    times.set(page, known);
  }
  let time = known.get(shown);
  if (!time) {
    time = postedAt(shown, page.now);
    known.set(shown, time);
  }
  return time;
}

/** Without a link to the person (a closed account) the card's own label still names them. */
function nameOf(parts: Parts, card: Element): string {
  const shown = parts.name?.firstElementChild?.textContent?.trim();
  if (shown) return shown;
  const label = card.getAttribute('aria-label')?.trim();
  if (label) return label;
  const byClass = card.querySelector(CLASSES.name)?.textContent?.trim() ?? '';
  if (byClass) parts.fallback.push({ field: 'author.name', selector: '[data-href*="/contrib/"] > *' });
  return byClass;
}

function statsOf(parts: Parts, card: Element): string {
  if (parts.name) return parts.name.firstElementChild?.nextElementSibling?.textContent?.trim() ?? '';
  return card.querySelector(CLASSES.stats)?.textContent?.trim() ?? '';
}

/** Without a label: hotels' "4/5" in plain text (their usual form), else filled stars by class. */
function ratingWithoutLabel(parts: Parts, card: Element): number | null {
  for (const fragment of fragmentsOf(card)) {
    const filled = fragment.querySelectorAll(CLASSES.filledStar).length;
    if (filled > 0) {
      parts.fallback.push({ field: 'rating', selector: '[role="img"][aria-label]' });
      return filled;
    }
    for (const span of fragment.querySelectorAll('span')) {
      const shown = span.childElementCount === 0 ? (span.textContent ?? '') : '';
      if (!/^\s*[1-5](?:[.,]\d)?\s*[/／]\s*5\s*$/.test(shown)) continue;
      if (parts.text?.contains(span) || parts.reply?.contains(span)) continue;
      parts.star = span;
      return ratingOf(shown);
    }
  }
  return null;
}

/** "3 likes", 「3 個讚」; "Like" alone is none. */
const likesOf = (button: Element): number =>
  countOf(button.getAttribute('aria-label') ?? '') ?? countOf(button.textContent ?? '') ?? 0;

/** The time stands right after the stars, 「新」/"New" after it. */
function timeOf(parts: Parts, card: Element): { shown: string; fresh: string | null } {
  let date = parts.star?.nextElementSibling ?? null;
  let shown = date?.textContent?.trim() ?? '';
  if (!shown) {
    for (const fragment of fragmentsOf(card)) {
      date = fragment.querySelector(CLASSES.date);
      shown = date?.textContent?.trim() ?? '';
      if (!shown) continue;
      parts.fallback.push({ field: 'postedAt', selector: '[role="img"] + *' });
      break;
    }
  }
  return { shown, fresh: freshMark(date)?.textContent?.trim() ?? null };
}

function freshMark(date: Element | null): Element | null {
  const after = date?.nextElementSibling;
  return after?.getAttribute('jslog')?.startsWith(NEW_JSLOG) ? after : null;
}

/** The person's own words, without the "more" label and the answers to the site's questions. */
function wordsOf(parts: Parts): string {
  const block = parts.text;
  if (!block) return wordsWithoutLanguage(parts);
  const first = block.firstElementChild;
  if (first?.tagName === 'SPAN' && first.childElementCount === 0) {
    let rest = first.nextElementSibling;
    while (rest && (rest === parts.more?.parentElement || isAttributes(rest))) rest = rest.nextElementSibling;
    if (!rest) return (first.textContent ?? '').trim();
  }
  return textOf(block, notWords).trim();
}

/** No `lang`: what stands under the line of the stars. */
function wordsWithoutLanguage(parts: Parts): string {
  const below = parts.star?.parentElement?.nextElementSibling;
  if (!below?.firstElementChild || (parts.reply && (parts.reply.contains(below) || below.contains(parts.reply))))
    return '';
  const text = textOf(below, notWords).trim();
  if (text) parts.fallback.push({ field: 'text', selector: '[lang]' });
  return text;
}

const isAttributes = (element: Element): boolean =>
  element.getAttribute('jslog')?.startsWith(ATTRIBUTES_JSLOG) ?? false;

const notWords = (element: Element): boolean =>
  element.tagName === 'BUTTON' ||
  element.getAttribute('role') === 'button' ||
  element.getAttribute('role') === 'switch' ||
  isAttributes(element);

function replyOf(parts: Parts, card: Element): Review['ownerReply'] {
  let block = parts.reply;
  if (!block) {
    block = card.querySelector(CLASSES.reply)?.querySelector(CLASSES.words) ?? null;
    if (!block) return null;
    parts.fallback.push({ field: 'ownerReply', selector: '[lang]' });
  }
  const header = block.previousElementSibling;
  const shown = header?.lastElementChild?.textContent ?? header?.querySelector(CLASSES.replyDate)?.textContent ?? '';
  return { text: textOf(block, notWords).trim(), shown: shown.trim() };
}

/** The button that shows the rest of the person's words; never the owner's, the ⋮ menu or the photos. */
export function expandButton(card: Element): HTMLElement | null {
  const { more } = partsOf(card);
  return more && more.getAttribute('aria-expanded') !== 'true' ? (more as HTMLElement) : null;
}

/**
 * The chip stands at the end of the line of stars and time, where Maps draws nothing; without that line, at the
 * top of the card. Never in the action row: some cards have none, and the owner's buttons live there.
 */
export function chipPlace(card: Element): { parent: Element; before: Node | null } | null {
  const { star } = partsOf(card);
  const line = star?.parentElement;
  if (!star || !line || line === card) return { parent: card, before: card.firstChild };
  const date = star.nextElementSibling;
  const after = freshMark(date) ?? date ?? star;
  return { parent: line, before: after.nextSibling };
}
