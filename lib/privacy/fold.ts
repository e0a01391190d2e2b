/**
 * NFKC with a way back: full-width and compatibility characters become their plain form, invisible characters
 * vanish, and every index of the result leads to UTF-16 indices of the original. Recognizers and lexicons read the
 * folded text; spans are always given in the original.
 */
export interface Folded {
  readonly original: string;
  readonly text: string;
  /**
   * Original index at which folded character i starts; length text.length + 1 at least. Null when every character
   * folds to one, as in most texts: then both have the same indices.
   */
  readonly starts: Int32Array | null;
}

/** Zero-width, bidi and variation marks, soft hyphen, BOM: used to hide words, never part of them. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code === 0x3164 ||
    code === 0x115f ||
    code === 0x1160
  );
}

/** Blocks of the basic plane in which NFKC changes something that people type. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0xa0, 0xff],
  [0x2000, 0x24ff],
  [0x2f00, 0x2fdf],
  [0x3000, 0x30ff],
  [0x3200, 0x33ff],
  [0xf900, 0xfaff],
  [0xfe30, 0xffef],
];

/** Code unit → its folded form; undefined: itself. Built once, at the first text that needs it. */
let table: (string | undefined)[] | null = null;

function foldTable(): (string | undefined)[] {
  if (table) return table;
  const made: (string | undefined)[] = new Array(0x10000);
  for (const [from, to] of BLOCKS) {
    for (let code = from; code <= to; code++) {
      const char = String.fromCharCode(code);
      const folded = isInvisible(code) ? '' : char.normalize('NFKC');
      if (folded !== char) made[code] = folded;
    }
  }
  // One mark that NFKC would split into several, or turn into a space with an accent.
  for (const char of '…‥¨¯´¸') made[char.charCodeAt(0)] = undefined;
  table = made;
  return made;
}

/** Mathematical letters and digits, squared and circled letters (𝟎𝟗, 🅛): pairs of code units. */
function isStyledPair(text: string, i: number): boolean {
  const high = text.charCodeAt(i);
  if (high !== 0xd835 && high !== 0xd83c) return false;
  const low = text.charCodeAt(i + 1);
  if (high === 0xd835) return low >= 0xdc00 && low <= 0xdfff;
  return low >= 0xdd00 && low <= 0xdd6a;
}

/** Below U+00A0 and in the common CJK blocks nothing folds: for most letters no table need be asked. */
const isPlain = (code: number): boolean => code < 0xa0 || (code >= 0x3400 && code <= 0xd7ff);

/** Index of the first character that folds, or -1. */
function firstToFold(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlain(code)) continue;
    if (code >= 0xd800 && code <= 0xdfff) {
      if (isStyledPair(text, i)) return i;
    } else if (isInvisible(code) || foldTable()[code] !== undefined) {
      return i;
    }
  }
  return -1;
}

/** Code units of the folded text while it is made; kept between texts, grown when one is longer. */
let units = new Uint16Array(4096);
/** Twice as fast as `fromCharCode`, but halves of a pair that stand alone would be lost. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const isHalf = (code: number): boolean => (code & 0xf800) === 0xd800;
/** So many arguments a call may have in every engine. */
const CHUNK = 8192;

/** A flat string of the first n units: one that is put together piece by piece is slower at every later look. */
function textOf(n: number, halves: boolean): string {
  if (!halves) return decoder.decode(units.subarray(0, n));
  if (n <= CHUNK) return String.fromCharCode.apply(null, units.subarray(0, n) as unknown as number[]);
  const parts: string[] = [];
  for (let at = 0; at < n; at += CHUNK)
    parts.push(String.fromCharCode.apply(null, units.subarray(at, Math.min(n, at + CHUNK)) as unknown as number[]));
  return parts.join('');
}

export function fold(text: string): Folded {
  const first = firstToFold(text);
  if (first < 0) return { original: text, text, starts: null };
  const forms = foldTable();
  if (units.length < text.length + 32) units = new Uint16Array(text.length * 2 + 32);
  let halves = false;
  for (let i = 0; i < first; i++) {
    const code = text.charCodeAt(i);
    units[i] = code;
    if (isHalf(code)) halves = true;
  }
  for (let i = first; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlain(code)) {
      units[i] = code;
      continue;
    }
    const form = forms[code];
    if (form !== undefined) {
      if (form.length !== 1) return foldUneven(text, i, forms, halves);
      units[i] = form.charCodeAt(0);
    } else {
      if (isInvisible(code) || isStyledPair(text, i)) return foldUneven(text, i, forms, halves);
      units[i] = code;
      if (isHalf(code)) halves = true;
    }
  }
  return { original: text, text: textOf(text.length, halves), starts: null };
}

/** The same from `first` on, where a character folds to none or to several; what is before is in `units`. */
function foldUneven(text: string, first: number, forms: readonly (string | undefined)[], before: boolean): Folded {
  let halves = before;
  let starts = new Int32Array(text.length + 32);
  for (let i = 0; i < first; i++) starts[i] = i;
  let n = first;
  for (let i = first; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const pair = isStyledPair(text, i);
    if (!pair && code >= 0xad && isInvisible(code)) continue;
    const form = pair ? text.slice(i, i + 2).normalize('NFKC') : forms[code];
    const length = form === undefined ? 1 : form.length;
    // Compatibility forms of several letters (㎎, ㈱) make the text longer; rare, so grow when they come.
    if (n + length + 1 > starts.length) starts = grown(starts, length);
    if (n + length > units.length) {
      const more = new Uint16Array(units.length * 2 + length);
      more.set(units);
      units = more;
    }
    for (let k = 0; k < length; k++, n++) {
      units[n] = form === undefined ? code : form.charCodeAt(k);
      starts[n] = i;
    }
    if (pair) i++;
    else if (isHalf(code)) halves = true;
  }
  starts[n] = text.length;
  return { original: text, text: textOf(n, halves), starts };
}

function grown(from: Int32Array, by: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2 + by);
  to.set(from);
  return to;
}

/** `[start, end)` of the folded text as `[start, end)` of the original; an empty range stays empty. */
export function unfold(folded: Folded, start: number, end: number): [number, number] {
  const { starts, original } = folded;
  if (!starts) return [start, end];
  const from = starts[start] ?? original.length;
  if (end <= start) return [from, from];
  const last = starts[end - 1] ?? original.length;
  return [from, Math.min(original.length, last + (isStyledPair(original, last) ? 2 : 1))];
}
