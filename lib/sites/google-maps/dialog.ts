import type { Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading } from '../contract.ts';
import { countOf, textOf } from '../dom.ts';
import { contributor, editedMark, isReviewId, permalink, postedAt, ratingOf } from './parse.ts';
import { DIALOG } from './selectors.ts';

/** Google Search's reviews dialog. Its ids are those of Maps, its markup is not. */
export function cards(root: Element | Document): Element[] {
  if (root.nodeType === 1) {
    const around = cardOf(root as Element);
    if (around) return [around];
  }
  for (const selector of DIALOG.cards) {
    const found = [...root.querySelectorAll(selector)].filter((element) => isCard(element));
    if (found.length > 0) return found.filter((element) => cardOf(element) === element);
  }
  return [];
}

export function cardOf(node: Element): Element | null {
  let card: Element | null = null;
  const selector = DIALOG.cards.join(', ');
  for (let at = node.closest(selector); at; at = at.parentElement?.closest(selector) ?? null) {
    if (isCard(at)) card = at;
  }
  return card;
}

function idOf(card: Element): string | null {
  return card.getAttribute('data-id') ?? card.getAttribute('data-review-id');
}

/** Known makes of card by their mark; anything else with an id only if the id is a review's. */
function isCard(element: Element): boolean {
  return element.matches(KNOWN) ? !!idOf(element) : isReviewId(idOf(element));
}
const KNOWN = DIALOG.cards.slice(0, 2).join(', ');

/** The parts of a card by their place: line of stars, words under it, answer at the end. */
interface Parts {
  profile: Element | null;
  star: Element | null;
  rating: number | null;
  /** What holds the words: the shown text and, where it is a translation, the original after it. */
  words: Element | null;
  more: Element | null;
  helpful: Element | null;
  owner: Element | null;
}

export function read(card: Element, page: PageContext): Reading[] {
  const id = idOf(card);
  if (!id) return [];
  const parts = collect(card);
  const missing: Miss[] = [];
  const fallback: Miss[] = [];

  const profileTexts = parts.profile ? leaves(parts.profile) : [];
  let name = profileTexts[0] ?? '';
  if (!name) {
    name = card.querySelector(DIALOG.name)?.textContent?.trim() ?? '';
    if (name) fallback.push({ field: 'author.name', selector: DIALOG.profile });
    else missing.push({ field: 'author.name', selector: DIALOG.profile });
  }
  if (parts.rating === null) missing.push({ field: 'rating', selector: '[role="img"][aria-label]' });
  let date = parts.star?.nextElementSibling ?? null;
  if (!date?.textContent?.trim()) {
    date = card.querySelector(DIALOG.date);
    if (date) fallback.push({ field: 'postedAt', selector: '[role="img"] + *' });
  }
  const shown = date?.textContent?.trim() ?? '';
  if (!shown) missing.push({ field: 'postedAt', selector: '[role="img"] + *' });
  const fresh = date?.nextElementSibling?.textContent?.trim() ?? '';
  const author = contributor(parts.profile?.getAttribute('href') ?? null);
  const { text, translated } = textOfWords(parts);

  const review: Review = {
    site: 'google-maps',
    kind: 'review',
    id,
    parent: null,
    url: permalink(id, page.place?.id),
    place: page.place,
    title: null,
    author: {
      id: author?.id ?? null,
      name,
      url: author?.url ?? null,
      badges: [profileTexts[1] ?? '', fresh].filter(Boolean),
    },
    text,
    language: parts.words?.querySelector('[lang]')?.getAttribute('lang') ?? null,
    translated,
    collapsed: parts.more !== null && parts.more.getAttribute('aria-expanded') !== 'true',
    rating: parts.rating,
    recommends: null,
    postedAt: postedAt(shown, page.now),
    edited: editedMark(shown),
    counts: parts.helpful ? { likes: countOf(parts.helpful.textContent ?? '') ?? 0 } : {},
    floor: null,
    ip: null,
    country: null,
    photos: photosOf(card, parts),
    ownerReply: replyOf(card, parts, fallback),
    relevance: null,
  };
  return [{ review, missing, fallback }];
}

export function expandButton(card: Element): HTMLElement | null {
  const { more } = collect(card);
  return more && more.getAttribute('aria-expanded') !== 'true' ? (more as HTMLElement) : null;
}

/** At the end of the line of stars and time. */
export function chipPlace(card: Element): { parent: Element; before: Node | null } {
  const { star } = collect(card);
  return star?.parentElement && star.parentElement !== card
    ? { parent: star.parentElement, before: null }
    : { parent: card, before: card.firstChild };
}

function collect(card: Element): Parts {
  const parts: Parts = {
    profile: card.querySelector(DIALOG.profile),
    star: null,
    rating: null,
    words: null,
    more: null,
    helpful: null,
    owner: null,
  };
  for (const element of card.querySelectorAll('[role="img"][aria-label], [aria-pressed]')) {
    if (element.hasAttribute('aria-pressed')) {
      parts.helpful ??= element;
    } else if (!parts.profile?.contains(element)) {
      const rating = parts.rating === null ? ratingOf(element.getAttribute('aria-label') ?? '') : null;
      if (rating !== null) {
        parts.rating = rating;
        parts.star = element;
      } else if (parts.star) {
        parts.owner ??= element;
      }
    }
  }
  const below = parts.star?.parentElement?.nextElementSibling ?? null;
  parts.words = below && !below.contains(parts.helpful) && !below.contains(parts.owner) ? below : null;
  parts.words ??= card.querySelector(DIALOG.text)?.parentElement ?? null;
  parts.more = parts.words?.querySelector('[role="button"], button') ?? null;
  return parts;
}

/** One block: the words. Two blocks: Google's translation and the original (public code); the first is shown. */
function textOfWords(parts: Parts): { text: string; translated: boolean } {
  if (!parts.words) return { text: '', translated: false };
  const blocks = [...parts.words.children].filter(
    (block) => block.tagName === 'DIV' && textOf(block, isControl).trim() !== '',
  );
  return { text: textOf(blocks[0] ?? parts.words, isControl).trim(), translated: blocks.length > 1 };
}

const isControl = (element: Element): boolean =>
  element.tagName === 'BUTTON' || element.getAttribute('role') === 'button';

/** Photos stand between words and actions; none there: none. */
function photosOf(card: Element, parts: Parts): number | null {
  if (!parts.words)
    return card.querySelector(DIALOG.photos)?.querySelectorAll('img, [style*="background-image"]').length ?? null;
  let count = 0;
  for (
    let part = parts.words.nextElementSibling;
    part && !part.contains(parts.helpful);
    part = part.nextElementSibling
  ) {
    if (part.contains(parts.owner)) break;
    count += part.querySelectorAll('img, [style*="background-image"]').length;
  }
  return count;
}

function replyOf(card: Element, parts: Parts, fallback: Miss[]): Review['ownerReply'] {
  let header: Element | null = parts.owner;
  while (header && header !== card) {
    const text =
      header.nextElementSibling && header !== parts.owner ? textOf(header.nextElementSibling, isControl).trim() : '';
    if (text) return { text, shown: leaves(header).at(-1) ?? '' };
    header = header.parentElement;
  }
  const block = card.querySelector(DIALOG.reply);
  if (!block) return null;
  fallback.push({ field: 'ownerReply', selector: '[role="img"][aria-label]' });
  const text = block.querySelector(DIALOG.replyText);
  return {
    text: text ? textOf(text, isControl).trim() : '',
    shown: block.querySelector(DIALOG.stats)?.textContent?.trim() ?? '',
  };
}

/** Texts of the innermost elements, in order. */
function leaves(root: Element): string[] {
  const texts: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const text = element.childElementCount === 0 ? element.textContent?.trim() : '';
    if (text) texts.push(text);
  }
  return texts;
}
