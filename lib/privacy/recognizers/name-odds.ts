import { COMMON_PAIRS, FIRST_ODDS, SECOND_ODDS, STRONG_PAIRS, SURNAME_ODDS } from './name-weights.ts';
import { SIMPLIFIED_SURNAMES } from './names.ts';

/**
 * How much more often a character stands in a name than in everyday text, in natural logarithms, and which pairs of
 * characters are words of everyday text. Counts, not text: see scripts/train/names.ts.
 */

/** Odds of a character that the counts do not know: rare in text, so rather a name. */
const RARE = 2.5;
/** Stored values are half steps. */
const STEP = 2;

function tableOf(levels: Readonly<Record<string, string>>, absent: number): Int8Array {
  const table = new Int8Array(0x10000);
  // Han characters that no count knows (㐀–鿿, compatibility ideographs, the halves of rarer ones).
  for (let code = 0x3400; code <= 0x9fff; code++) table[code] = absent * STEP;
  for (let code = 0xf900; code <= 0xfaff; code++) table[code] = absent * STEP;
  for (const [level, chars] of Object.entries(levels))
    for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = Number(level);
  return table;
}

const first = tableOf(FIRST_ODDS, RARE);
const second = tableOf(SECOND_ODDS, RARE);
const surname = tableOf({}, 0);
/** 1 where a character is a surname. */
const surnames = new Uint8Array(0x10000);
for (const [level, chars] of Object.entries(SURNAME_ODDS))
  for (let i = 0; i < chars.length; i++) {
    surname[chars.charCodeAt(i)] = Number(level);
    surnames[chars.charCodeAt(i)] = 1;
  }
for (let i = 0; i + 1 < SIMPLIFIED_SURNAMES.length; i += 2) {
  const code = SIMPLIFIED_SURNAMES.charCodeAt(i);
  surname[code] = surname[SIMPLIFIED_SURNAMES.charCodeAt(i + 1)] as number;
  surnames[code] = 1;
}
/** The three of a character side by side, a byte each from below: fetched together, for they are asked together. */
const odds = new Int32Array(0x10000);
for (let code = 0; code < odds.length; code++) {
  const given = ((first[code] as number) & 0xff) | (((second[code] as number) & 0xff) << 8);
  odds[code] = given | ((surname[code] as number) << 16);
}
/**
 * Odds that a character is the first, or the second, of a given name. `| 0`: beside the text there is no character, and a
 * table asked for none would be searched as an object.
 */
export const firstOdds = (code: number): number => (((odds[code | 0] as number) << 24) >> 24) / STEP;
export const secondOdds = (code: number): number => (((odds[code | 0] as number) << 16) >> 24) / STEP;
export const surnameOdds = (code: number): number => ((odds[code | 0] as number) >> 16) / STEP;
export const isSurnameCode = (code: number): boolean => surnames[code | 0] === 1;

/** The place of a pair among 2^20: one pair in two hundred is taken for another. */
export const PAIR_BITS = 20;

export function pairHash(a: number, b: number): number {
  return Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35) >>> (32 - PAIR_BITS);
}

/** Two bits a pair, four pairs a byte: 1 common, 2 strong, for both are asked together. */
const ties = new Uint8Array(2 ** PAIR_BITS / 4);
markPairs(COMMON_PAIRS, 1);
markPairs(STRONG_PAIRS, 2);

/** Hashes are kept as ascending differences, seven bits a byte, base64: a pair costs two bytes. */
function markPairs(base64: string, tie: 1 | 2): void {
  const bytes = atob(base64);
  let at = 0;
  let step = 0;
  let shift = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i);
    step |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    at += step;
    ties[at >> 2] = (ties[at >> 2] as number) | (tie << ((at & 3) * 2));
    step = 0;
    shift = 0;
  }
}

/** 0: no word of everyday text; 1: stands together more often than by chance; 2: a fixed word. */
export function pairTie(a: number, b: number): 0 | 1 | 2 {
  const at = pairHash(a, b);
  const tie = ((ties[at >> 2] as number) >> ((at & 3) * 2)) & 3;
  return tie > 1 ? 2 : (tie as 0 | 1);
}
