import type { Miss } from '../contract.ts';
import { fragmentsOf } from './cards.ts';
import { photoCount, ratingOf } from './parse.ts';
import { CONTROLS, type Control, MORE_WORDS, PARTS } from './selectors.ts';

/** Where a card's fields stand. Nodes live only as long as one reading. */
export interface Parts {
  star: Element | null;
  rating: number | null;
  text: Element | null;
  reply: Element | null;
  /** The button with the person's name and numbers, and the one whose address names them. */
  name: Element | null;
  profile: Element | null;
  more: Element | null;
  original: Element | null;
  like: Element | null;
  photos: number;
  fallback: Miss[];
}

const empty = (): Parts => ({
  star: null,
  rating: null,
  text: null,
  reply: null,
  name: null,
  profile: null,
  more: null,
  original: null,
  like: null,
  photos: 0,
  fallback: [],
});

const BY_NUMBER = new Map<number, Control>();
const BY_VERB = new Map<string, Control>();
for (const [name, { jslog, verb }] of Object.entries(CONTROLS) as [Control, (typeof CONTROLS)[Control]][]) {
  if (jslog) BY_NUMBER.set(Number(jslog), name);
  BY_VERB.set(verb, name);
}

/** The parts of a card: quickly where it is as we know it, else by all anchors over all its fragments. */
export function partsOf(card: Element): Parts {
  return glance(card) ?? sweep(fragmentsOf(card));
}

/**
 * The way of nearly every card: its buttons by number, the rest by place, and every place proved by a role, a
 * language or a count before it is believed. A handful of queries and one attribute a button, because 5,000
 * cards must not be felt. Null as soon as anything is not as known.
 */
function glance(card: Element): Parts | null {
  const parts = empty();
  let menu = false;
  let owners = false;
  let lastPhoto: Element | null = null;
  const buttons = card.querySelectorAll('button');
  for (let i = 0, n = buttons.length; i < n; i++) {
    const button = buttons[i] as Element;
    const jslog = button.getAttribute('jslog');
    if (jslog === null) {
      if (!button.hasAttribute('data-photo-index')) return null;
      parts.photos++;
      lastPhoto = button;
      continue;
    }
    switch (BY_NUMBER.get(Number.parseInt(jslog, 10))) {
      case 'reviewer':
        // the picture first, the name after it
        if (parts.profile) parts.name = button;
        else parts.profile = button;
        break;
      case 'menu':
        menu = true;
        break;
      case 'more':
        parts.more = button;
        break;
      case 'original':
        parts.original = button;
        break;
      case 'like':
        parts.like = button;
        break;
      case 'ownerMore':
      case 'ownerOriginal':
        owners = true;
        break;
    }
  }
  const body = card.firstElementChild?.firstElementChild?.lastElementChild;
  const line = body?.firstElementChild;
  const star = line?.firstElementChild;
  const below = line?.nextElementSibling;
  if (!menu || !parts.name || !body || !below || star?.getAttribute('role') !== 'img') return null;
  parts.star = star;
  parts.rating = ratingOf(star.getAttribute('aria-label') ?? '');
  if (parts.rating === null) return null;

  const text = below.firstElementChild;
  if (text) {
    // Only answers to the site's questions, or words that carry no language: the long way tells.
    if (text.getAttribute('lang') === null || text.id === '') return null;
    parts.text = text;
    // Something besides the words, and no "more" known: it may be one of another make.
    if (!parts.more && text.childElementCount > 1) return null;
  }
  const last = body.lastElementChild;
  if (last && last !== below && last !== parts.like?.parentElement) parts.reply = replyIn(last);
  if (owners && !parts.reply) return null;
  // The line of stars, the words and a spacer always; then what was found. One more child is something unknown.
  let known = 3;
  if (parts.original) known++;
  if (lastPhoto) known++;
  if (parts.like) known++;
  if (parts.reply) known++;
  if (body.childElementCount !== known) return null;
  if (lastPhoto) parts.photos = photoCount(parts.photos, lastPhoto.textContent);
  return parts;
}

/** A reply is a line with the owner's mark and the time, then words with a language. */
function replyIn(element: Element): Element | null {
  const words = element.firstElementChild?.nextElementSibling;
  return words?.getAttribute('lang') != null && words.id === '' ? words : null;
}

/** Every anchor in turn, in one pass over all fragments. A later candidate than usual is noted. */
function sweep(fragments: readonly Element[]): Parts {
  const parts = empty();
  let overlay: string | null = null;
  for (const fragment of fragments) {
    for (const element of fragment.querySelectorAll(PARTS)) {
      if (element.hasAttribute('lang')) takeBlock(parts, element);
      else if (element.getAttribute('role') === 'img') takeStars(parts, element);
      else if (takeControl(parts, element) === 'morePhotos') overlay = element.textContent;
    }
  }
  parts.photos = photoCount(parts.photos, overlay);
  return parts;
}

function takeStars(parts: Parts, element: Element): void {
  if (parts.rating !== null) return;
  parts.rating = ratingOf(element.getAttribute('aria-label') ?? '');
  if (parts.rating !== null || !parts.star) parts.star = element;
}

/**
 * The person's words are named by the "more" button (`id`) and can be focused (`tabindex`). The owner's are
 * neither, and stand under a line with "Response from the owner" and the time. First-come would be wrong: a
 * review without words may have an answer.
 */
function takeBlock(parts: Parts, element: Element): void {
  if (element.id !== '' && !parts.text) {
    parts.text = element;
    return;
  }
  if (parts.text?.contains(element) || parts.reply?.contains(element)) return;
  const above = element.previousElementSibling;
  const owners =
    !element.hasAttribute('tabindex') && above !== parts.star?.parentElement && !!above?.querySelector('span');
  if (owners) parts.reply ??= element;
  else parts.text ??= element;
}

function takeControl(parts: Parts, element: Element): Control | null {
  const byAddress = element.getAttribute('data-href')?.includes('/contrib/');
  const control = byAddress ? 'reviewer' : controlOf(parts, element);
  switch (control) {
    case 'more':
    case 'original':
    case 'like':
      parts[control] = element;
      break;
    case 'photo':
    case 'morePhotos':
      parts.photos++;
      break;
    case 'reviewer':
      parts.profile ??= element;
      // The picture holds an image only; the other holds name and numbers.
      if (element.firstElementChild && element.firstElementChild.tagName !== 'IMG') parts.name ??= element;
      break;
  }
  return control;
}

/** Which button this is: by number, else by verb, else by its role and place. */
function controlOf(parts: Parts, element: Element): Control | null {
  const byNumber = BY_NUMBER.get(Number.parseInt(element.getAttribute('jslog') ?? '', 10));
  if (byNumber) return byNumber;
  if (element.hasAttribute('data-photo-index')) return element.textContent?.includes('+') ? 'morePhotos' : 'photo';
  const verb = /\breview\.(\w+)/.exec(element.getAttribute('jsaction') ?? '')?.[1];
  const control = (verb && BY_VERB.get(verb)) || byRole(parts, element);
  if (control) parts.fallback.push({ field: control, selector: `[jslog^="${CONTROLS[control].jslog}"]` });
  return control;
}

function byRole(parts: Parts, element: Element): Control | null {
  const inReply = parts.reply !== null;
  if (element.getAttribute('role') === 'switch') return inReply ? 'ownerOriginal' : 'original';
  if (element.hasAttribute('aria-haspopup')) return null;
  if (element.hasAttribute('aria-expanded')) return inReply ? 'ownerMore' : 'more';
  if (element.hasAttribute('aria-pressed')) return 'like';
  const words = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  return MORE_WORDS.has(words) ? (inReply ? 'ownerMore' : 'more') : null;
}
