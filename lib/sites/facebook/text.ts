import { isSeeMore } from './words.ts';

/** Text of a message as a person reads it, and what of it the page holds back. */
export interface Shown {
  text: string;
  collapsed: boolean;
  /** The "See more" element, when there is one. */
  more: Element | null;
}

const BLOCK = new Set(['DIV', 'P', 'LI', 'UL', 'OL', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'H5', 'PRE']);
const SKIP = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'svg', 'SVG']);

/**
 * One walk: paragraphs as lines, emoji by their `alt`, hidden copies (coloured backgrounds hold the text twice)
 * left out, the "See more" button found and left out. A "See more" without its role counts only after the
 * ellipsis that Facebook sets before it: people may write those words too.
 */
export function messageText(message: Element): Shown {
  const to: Writer = { pieces: [], fresh: true, more: null };
  write(message, to);
  const all = clean(to.pieces.length === 1 ? (to.pieces[0] as string) : to.pieces.join(''));
  const text = to.more ? all.replace(/[\s…]+$/, '') : all;
  return { text, collapsed: to.more !== null, more: to.more };
}

/** What was written so far, in pieces: to look at the end of a text that grows costs as much as all of it. */
interface Writer {
  pieces: string[];
  /** At the start of a line. */
  fresh: boolean;
  more: Element | null;
}

function put(to: Writer, piece: string): void {
  if (piece === '') return;
  to.pieces.push(piece);
  to.fresh = piece.charCodeAt(piece.length - 1) === 10;
}

function write(parent: Element, to: Writer): void {
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) {
      const words = child.nodeValue ?? '';
      put(to, words.includes('\n') ? words.replace(/[^\S\n]*\n\s*/g, ' ') : words);
      continue;
    }
    if (child.nodeType !== 1) continue;
    const part = child as Element;
    const tag = part.tagName;
    if (tag === 'BR') put(to, '\n');
    else if (tag === 'IMG') put(to, part.getAttribute('alt') ?? '');
    else if (SKIP.has(tag) || part.getAttribute('aria-hidden') === 'true') continue;
    else if (isMore(part, to)) to.more = part;
    else if (BLOCK.has(tag)) {
      if (!to.fresh) put(to, '\n');
      write(part, to);
      if (!to.fresh && part.nextSibling) put(to, '\n');
    } else write(part, to);
  }
}

function isMore(part: Element, before: Writer): boolean {
  const button = part.getAttribute('role') === 'button' || part.hasAttribute('tabindex');
  if (!button && (part.firstElementChild !== null || !endsInEllipsis(before.pieces))) return false;
  const text = part.textContent ?? '';
  return text.length <= 20 && isSeeMore(text);
}

/** `…` or three dots, and blanks after them. */
function endsInEllipsis(pieces: readonly string[]): boolean {
  let end = '';
  for (let i = pieces.length - 1; i >= 0 && end.length < 3; i--) end = (pieces[i] + end).trimEnd();
  return end.endsWith('…') || end.endsWith('...');
}

const UNCLEAN = /[\u034F\u200B-\u200D\u2060\uFEFF\u00A0\u202F]| \n|\n |\n\n\n|^\s|\s$/;

/** Facebook's invisible watermark characters; U+200D stays where it joins a compound emoji. */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  const marked = /[\u034F\u200B-\u200D\u2060\uFEFF]/.test(text)
    ? text
        .replace(/[\u034F\u200B\u200C\u2060\uFEFF]/g, '')
        .replace(
          /(?<!\p{Extended_Pictographic}|\uFE0F|[\u{1F3FB}-\u{1F3FF}])\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
          '',
        )
    : text;
  return marked
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A name or short line: one line, no watermark. */
export function line(node: Element | null): string {
  return lineIn(node?.textContent ?? '');
}

/** The same of a text that was taken already. */
export function lineIn(shown: string): string {
  const text = clean(shown);
  return /\s\s|[\t\n]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Letters and digits of a text's start, 40 at most, in one form for all ways of writing them. */
export function firstLetters(text: string): string {
  let plain = '';
  for (let i = 0; i < text.length && i < 160; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57))
      plain += text[i];
    else if (code >= 65 && code <= 90) plain += String.fromCharCode(code + 32);
    else if (isEmoji(code, text.charCodeAt(i + 1))) i++;
    // Whatever may be a letter in another form, or a mark on the one before.
    else if (code >= 0x80 && !BETWEEN.has(code)) return normalLetters(text);
    if (plain.length > 40) break;
  }
  return plain.slice(0, 40);
}

/** The two halves of an emoji from U+1F300 on; those before it hold letters in circles and squares. */
const isEmoji = (high: number, low: number): boolean =>
  (high === 0xd83c && low >= 0xdf00 && low <= 0xdfff) ||
  (high === 0xd83d && low >= 0xdc00 && low <= 0xdfff) ||
  (high === 0xd83e && low >= 0xdd00 && low <= 0xdeff);

/** What commonly stands between Chinese words and is no letter in any form. */
const BETWEEN = new Set([...'，。、！？：；（）「」『』《》…～\u3000\u200d\ufe0f'].map((sign) => sign.charCodeAt(0)));

const normalLetters = (text: string): string =>
  text
    .slice(0, 160)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .slice(0, 40);

/**
 * A short, stable key of some words (53 bits, base 36): cyrb53, public domain. Not for security: only so that the
 * same post gets the same key on every visit.
 */
export function keyOfWords(words: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
