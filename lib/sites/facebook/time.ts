import type { PostedAt } from '../../contract/index.ts';
import { relativeTime, taipeiTime } from '../time.ts';
import { line } from './text.ts';

const UNKNOWN: PostedAt = { shown: '', iso: null, precision: 'unknown' };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Only whole lines count as "N units ago": in 「9月17日」 a looser test would see nine months. */
const RELATIVE =
  /^(?:剛剛|昨天.{0,12}|\d+\s*(?:秒鐘?|分鐘?|小時|天|週|周|星期|個月|年)(?:以?前)?|just now|yesterday.{0,15}|(?:an?|\d+)\s+(?:second|minute|hour|day|week|month|year)s?(?:\s+ago)?|\d+\s*(?:s|mins?|m|hrs?|h|d|w|wk|y|yr))$/i;

/**
 * A time as Facebook writes it. Absolute times are the viewer's local ones; the staff's clock is Taipei's. A date
 * without a year stays unknown: nothing on the page says which year it was.
 */
export function timeFrom(shown: string, now: number): PostedAt {
  if (told.now !== now || told.times.size > 500) {
    told.now = now;
    told.times.clear();
  }
  let time = told.times.get(shown);
  if (!time) {
    time = read(shown, now);
    if (shown.length < 60) told.times.set(shown, time);
  }
  return { shown: time.shown, iso: time.iso, precision: time.precision };
}

/** A page of comments says the same few times again and again (「3天」「1週」). */
const told = { now: Number.NaN, times: new Map<string, PostedAt>() };

function read(shown: string, now: number): PostedAt {
  const text = shown.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '') return UNKNOWN;
  if (RELATIVE.test(text)) return { ...relativeTime(text, now), shown };
  const iso = absolute(text);
  if (iso) return { shown, iso: iso.iso, precision: iso.precision };
  return { shown, iso: null, precision: 'unknown' };
}

/**
 * The time that a time link shows: its label, its text, or its scrambled letters put in order. `scrambled`: what
 * `scrambledIn` said of the link, where it was asked before.
 */
export function timeOfLink(
  link: Element | null,
  document: Document,
  now: number,
  scrambled: Element | null | undefined = undefined,
): PostedAt {
  if (!link) return UNKNOWN;
  const label = link.getAttribute('aria-label');
  const labelled = label ? timeFrom(label, now) : null;
  if (labelled?.iso) return labelled;
  const letters = scrambled === undefined ? scrambledIn(link) : scrambled;
  if (!letters) {
    const read = timeFrom(line(link), now);
    return read.shown === '' && labelled ? labelled : read;
  }
  const ordered = inOrder(letters, document);
  if (ordered) {
    const read = timeFrom(ordered, now);
    if (read.iso || looksLikeDate(ordered)) return read;
  }
  const holder = link.querySelector('[aria-labelledby]')?.getAttribute('aria-labelledby');
  const target = holder ? document.getElementById(holder) : null;
  const told = target && !link.contains(target) ? timeFrom(line(target), now) : UNKNOWN;
  return told.iso || looksLikeDate(told.shown) ? told : UNKNOWN;
}

/** The element whose children are the scrambled letters, one a span. */
export function scrambledIn(link: Element): Element | null {
  // Most hold their words in one element, or in a few around one another.
  let inner = link.firstElementChild;
  for (let depth = 0; depth < 4 && inner?.nextElementSibling === null; depth++) inner = inner.firstElementChild;
  if (inner === null) return null;
  // Few links hold more than a handful of elements unless their letters are taken apart.
  const spans = link.getElementsByTagName('span');
  if (spans.length < 5) return null;
  for (const span of spans) {
    if (span.childElementCount < 4) continue;
    const isHolder =
      span.parentElement?.hasAttribute('aria-labelledby') || span.getAttribute('style')?.includes('flex');
    if (!isHolder) continue;
    let letter: Element | null = span.firstElementChild;
    while (letter && isLetter(letter.textContent ?? '')) letter = letter.nextElementSibling;
    if (!letter) return span;
  }
  return null;
}

/** One letter at most, though it may take two code units. */
const isLetter = (text: string): boolean =>
  text.length <= 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);

/**
 * Puts the letters in the order that CSS gives them. Null when the styles that order them are not there (a saved
 * page) or the letters that show cannot be told from the junk: garbage is never taken for a time.
 */
export function inOrder(holder: Element, document: Document): string | null {
  const view = document.defaultView;
  const letters: { order: number; text: string }[] = [];
  for (let child = holder.firstElementChild; child; child = child.nextElementSibling) {
    const inline = child.getAttribute('style');
    if (inline !== null && /position:\s*absolute/.test(inline)) continue;
    const style = view?.getComputedStyle(child);
    if (style && (style.position === 'absolute' || style.display === 'none')) continue;
    const order = style?.order || (inline === null ? null : /(?:^|;)\s*order:\s*(-?\d+)/.exec(inline)?.[1]);
    letters.push({ order: order ? Number(order) : 0, text: child.textContent ?? '' });
  }
  const ordered = new Set(letters.map((letter) => letter.order)).size;
  if (letters.length === 0 || (letters.length > 1 && ordered < letters.length)) return null;
  letters.sort((a, b) => a.order - b.order);
  return letters
    .map((letter) => letter.text)
    .join('')
    .replace(/[\u00A0\u202F]/g, ' ')
    .trim();
}

/** A date or hour that is shown but does not say enough for an absolute time: kept as shown. */
export const looksLikeDate = (text: string): boolean =>
  /\d+月\d+日|\d{1,2}:\d{2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
    text,
  );

function absolute(text: string): { iso: string; precision: PostedAt['precision'] } | null {
  const zh =
    /(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*(?:星期|週)[一二三四五六日天])?\s*(?:(上午|下午|凌晨|清晨|早上|中午|晚上|午夜)?\s*(\d{1,2}):(\d{2}))?/.exec(
      text,
    );
  if (zh) return dated(Number(zh[1]), Number(zh[2]), Number(zh[3]), zh[5], zh[6], zh[4]);
  const clock = /(?:\bat\b|,)?\s*\b(\d{1,2}):(\d{2})\s*([AP]M)?\s*$/i.exec(text);
  const us = /\b([A-Z][a-z]{2,8})\.? (\d{1,2}), (\d{4})\b/.exec(text);
  const uk = us ? null : /\b(\d{1,2}) ([A-Z][a-z]{2,8})\.?,? (\d{4})\b/.exec(text);
  const month = MONTHS.indexOf((us?.[1] ?? uk?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const day = Number(us ? us[2] : uk?.[1]);
  return dated(Number(us ? us[3] : uk?.[3]), month, day, clock?.[1], clock?.[2], clock?.[3]?.toUpperCase());
}

function dated(year: number, month: number, day: number, hour?: string, minute?: string, half?: string) {
  if (hour === undefined) {
    const iso = taipeiTime(year, month, day);
    return iso ? { iso, precision: 'day' as const } : null;
  }
  let h = Number(hour);
  if (half && /下午|晚上|PM/.test(half) && h < 12) h += 12;
  else if (half === '中午' && h < 11) h += 12;
  else if (half && /上午|凌晨|午夜|AM/.test(half) && h === 12) h = 0;
  const iso = taipeiTime(year, month, day, h, Number(minute));
  return iso ? { iso, precision: 'minute' as const } : null;
}
