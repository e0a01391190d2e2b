import { type Folded, fold } from '../privacy/fold.ts';
import { roomForCodes } from './room.ts';
import { FOLD_PAIRS } from './simplified.ts';

/** What a character is for cutting clauses and for seeing through evasions. */
export const CJK = 1;
export const LATIN = 2;
export const DIGIT = 3;
/** Put between the letters of a word to hide it: blanks, hearts, stars, emoji. */
export const NOISE = 4;
/** Ends a sentence. */
export const STOP = 5;
/** Ends a clause within a sentence. */
export const PAUSE = 6;
/** Brackets and quotes: part of no word, ends no clause. */
export const QUOTE = 7;

/** Code unit → lower case, Traditional, one variant. */
const letters = new Uint16Array(0x10000);
/** Code unit → class. */
export const classes = new Uint8Array(0x10000);

for (let i = 0; i < 0x10000; i++) letters[i] = i;
for (let i = 0x41; i <= 0x5a; i++) letters[i] = i + 32;
for (let i = 0xc0; i <= 0x24f; i++) {
  const lower = String.fromCharCode(i).toLowerCase();
  if (lower.length === 1) letters[i] = lower.charCodeAt(0);
}
for (let i = 0; i < FOLD_PAIRS.length; i += 2) letters[FOLD_PAIRS.charCodeAt(i)] = FOLD_PAIRS.charCodeAt(i + 1);

const fill = (from: number, to: number, value: number): void => {
  classes.fill(value, from, to + 1);
};
fill(0x20, 0x7e, NOISE);
fill(0x30, 0x39, DIGIT);
fill(0x41, 0x5a, LATIN);
fill(0x61, 0x7a, LATIN);
fill(0xa0, 0xbf, NOISE);
fill(0xc0, 0x24f, LATIN);
fill(0x1e00, 0x1eff, LATIN);
fill(0x2000, 0x2bff, NOISE);
fill(0x3000, 0x303f, NOISE);
fill(0x3040, 0x30ff, CJK); // kana
fill(0x3100, 0x312f, CJK); // bopomofo stands for words in evasions
fill(0x31a0, 0x31bf, CJK);
fill(0x3400, 0x9fff, CJK);
fill(0xac00, 0xd7a3, CJK);
fill(0xd800, 0xdfff, NOISE); // emoji
fill(0x02c7, 0x02d9, NOISE); // tone marks
for (const char of '。！？!?;；\n\r…') classes[char.charCodeAt(0)] = STOP;
for (const char of '，、,：:~～\t') classes[char.charCodeAt(0)] = PAUSE;
for (const char of '「」『』“”‘’"()（）【】《》〈〉[]{}＂') classes[char.charCodeAt(0)] = QUOTE;

/** A text made ready for look-up: `codes[i]` stands for `folded.text[i]`. */
export class Normalised {
  readonly folded: Folded;
  readonly codes: Uint16Array;
  private written: string | null = null;

  constructor(folded: Folded, codes: Uint16Array) {
    this.folded = folded;
    this.codes = codes;
  }

  /** The codes as a string, where a regex reads them: made once, when first asked for. */
  get letters(): string {
    this.written ??= normalisedText(this.codes);
    return this.written;
  }
}

export function normalise(text: string | Folded): Normalised {
  const folded = typeof text === 'string' ? fold(text) : text;
  const source = folded.text;
  const codes = roomForCodes(source.length);
  for (let i = 0; i < source.length; i++) codes[i] = letters[source.charCodeAt(i)] as number;
  return new Normalised(folded, codes);
}

/** Codes as a string. */
export function normalisedText(codes: Uint16Array, start = 0, end = codes.length): string {
  let text = '';
  for (let i = start; i < end; i += 8192) {
    // Spreading walks an iterator, letter by letter: this is asked for often.
    const part = codes.subarray(i, Math.min(end, i + 8192)) as unknown as number[];
    text += String.fromCharCode.apply(null, part);
  }
  return text;
}

export const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x30fa;

/** Taiwanese write a の here and there; whoever writes Japanese writes more. */
const FEWEST_KANA = 4;

export function writesKana(codes: Uint16Array): boolean {
  let kana = 0;
  for (let i = 0; i < codes.length; i++) if (isKana(codes[i] as number) && ++kana === FEWEST_KANA) return true;
  return false;
}

/** More Latin words and kana than Chinese characters: other words tell there, and other judges weigh them. */
export function isForeign(codes: Uint16Array): boolean {
  let words = 0;
  let characters = 0;
  let before = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const kind = classes[code] as number;
    if (kind === LATIN ? before !== LATIN : isKana(code)) words++;
    else if (code >= 0x3400 && code <= 0x9fff) characters++;
    before = kind;
  }
  return words > characters;
}
