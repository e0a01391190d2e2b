import { ASPECTS, type Aspect } from '../../contract/triage.ts';
import { FAMILIES, TAUGHT_FAMILIES } from '../lexicon/index.ts';
import { CJK, classes, DIGIT, LATIN } from '../normalise.ts';
import type { Reading, Stance } from '../reading.ts';

/**
 * What the trained model sees of one clause: runs of one to three letters, hashed (signs between letters left out, a
 * number by how many digits it has: a price, a year and a count look different; a Latin word is one letter) and the families of curated words in it with their sign. Training and reading share this one list;
 * a change here needs new weights (`npm run train`). Hashes only: no text can be read back from the weights.
 */

/** No clause gives more features than this: time stays linear, and the buffer has a size. */
export const MOST_FEATURES = 1024;
const MOST_LETTERS = 180;
const MOST_WORDS = 60;

const EDGE = 2;
/** A word of Latin letters counts as one letter, by how it begins: 「disappointed」 as 「disappointing」. */
const LATIN_WORD = 0x1000000;
const STEM = 6;
/** A number of one digit; of more, the next codes up to five. */
const ONE_DIGIT = 49;
const FIVE_DIGITS = 53;

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashOf(tag: string): number {
  let h = 0x9e3779b9;
  for (let i = 0; i < tag.length; i++) h = Math.imul(h ^ tag.charCodeAt(i), 0x01000193);
  return h;
}

/** What a stance of each aspect, or of none, may be. */
const STANCES = ['+', '-', '+!', '-!'];
const ABOUT: readonly (Aspect | null)[] = [...ASPECTS, null];
/** Of each family: its tag alone, and beside each sum of signs in its clause. */
const OF_FAMILY = 5;

/**
 * The features that are no runs of letters, in one closed list: stances first, then families in their order. Whoever
 * reads looks them up once, not in every text.
 */
export const CLOSED: readonly number[] = [
  ...ABOUT.flatMap((aspect) => STANCES.map((sign) => mix(hashOf(`${aspect ?? '-'}${sign}`)))),
  ...FAMILIES.slice(0, TAUGHT_FAMILIES).flatMap(({ tag }) => {
    const h = hashOf(tag);
    return [mix(h), ...[0, 1, 2, 3].map((sign) => mix(Math.imul(h ^ (sign + 77), 0x27d4eb2f)))];
  }),
];
const FAMILIES_AT = ABOUT.length * STANCES.length;
/** NO_ASPECT stands behind all aspects, as null does in ABOUT. */
const placeOf = (stance: Stance): number =>
  stance.aspect * STANCES.length + (stance.direct ? 2 : 0) + (stance.sign > 0 ? 0 : 1);

const letters = new Int32Array(MOST_LETTERS + 2);

/** Where in the reading's words and stances the next clause begins. */
export interface Cursor {
  word: number;
  stance: number;
}

const first = (a: number): number => Math.imul(a + 1, 0x27d4eb2f);
const second = (h: number, b: number): number => Math.imul(h ^ (b + 0x10000), 0x165667b1);
const third = (h: number, c: number): number => Math.imul(h ^ (c + 0x20000), 0x2545f491);

/** The feature of a single letter. */
export const letterFeature = (code: number): number => mix(first(code));

/**
 * Writes the features of clause `c` into `out` and returns how many; clauses are walked in order with one cursor.
 * `prefixes`, for training: the feature of the shorter run that each goes on from.
 */
export function clauseFeatures(
  reading: Reading,
  c: number,
  from: Cursor,
  out: Int32Array,
  prefixes?: Map<number, number>,
): number {
  const clause = reading.clauses[c];
  if (!clause) return 0;
  const n = clauseLetters(reading.text.codes, clause.start, clause.end);
  let k = 0;
  for (let i = 0; i + 1 < n; i++) {
    const a = letters[i] as number;
    const h1 = first(a);
    const h2 = second(h1, letters[i + 1] as number);
    if (a !== EDGE) {
      out[k++] = mix(h1);
      prefixes?.set(mix(h2), mix(h1));
    }
    out[k++] = mix(h2);
    if (i + 2 >= n) continue;
    const h3 = mix(third(h2, letters[i + 2] as number));
    prefixes?.set(h3, mix(h2));
    out[k++] = h3;
  }
  const all = wordPlaces(reading, c, from, out, k);
  for (; k < all; k++) out[k] = CLOSED[out[k] as number] as number;
  return all;
}

/** Which rows of the table a vocabulary gives for features. */
export interface Lookup {
  find(feature: number): number;
  /** The same for the feature of one letter. */
  letter(code: number): number;
  /** The same for a place in CLOSED. */
  closed(place: number): number;
}

/** Rows of the letters and of the pairs of letters of the clause in hand. */
const singles = new Int32Array(MOST_LETTERS + 2);
const pairs = new Int32Array(MOST_LETTERS + 2);

/**
 * The rows of what `clauseFeatures` gives, unknown ones left out; of runs that start at the same letter only the
 * longest known one, whose row holds the shorter ones too (`table.ts`). A run is only asked for when the shorter runs
 * in it are known: what few texts hold, longer runs of it cannot be in more.
 */
export function clauseRows(reading: Reading, c: number, from: Cursor, known: Lookup, out: Int32Array): number {
  const clause = reading.clauses[c];
  if (!clause) return 0;
  const n = clauseLetters(reading.text.codes, clause.start, clause.end);
  for (let i = 1; i + 1 < n; i++) singles[i] = known.letter(letters[i] as number);
  // An edge has no row of its own, and every pair with it may be known.
  const last = n - 1;
  for (let i = 0; i < last; i++) {
    const may = (i === 0 || (singles[i] as number) >= 0) && (i + 1 === last || (singles[i + 1] as number) >= 0);
    pairs[i] = may ? known.find(mix(second(first(letters[i] as number), letters[i + 1] as number))) : -1;
  }
  let k = 0;
  for (let i = 0; i < last; i++) {
    let row = pairs[i] as number;
    if (row < 0) {
      if (i > 0 && (singles[i] as number) >= 0) out[k++] = singles[i] as number;
      continue;
    }
    if (i + 1 < last && (pairs[i + 1] as number) >= 0) {
      const pair = second(first(letters[i] as number), letters[i + 1] as number);
      const run = known.find(mix(third(pair, letters[i + 2] as number)));
      if (run >= 0) row = run;
    }
    out[k++] = row;
  }
  const all = wordPlaces(reading, c, from, out, k);
  for (let i = k; i < all; i++) {
    const row = known.closed(out[i] as number);
    if (row >= 0) out[k++] = row;
  }
  return k;
}

/** Places in CLOSED of the stances and words of a clause. */
function wordPlaces(reading: Reading, c: number, from: Cursor, out: Int32Array, at: number): number {
  let k = at;
  let sign = 0;
  for (let seen = 0; from.stance < reading.stances.length; from.stance++) {
    const stance = reading.stances[from.stance] as Stance;
    if (stance.clause > c) break;
    sign |= stance.sign > 0 ? 1 : 2;
    if (seen++ < MOST_WORDS) out[k++] = placeOf(stance);
  }
  for (let seen = 0; from.word < reading.words.length; from.word++) {
    const word = reading.words[from.word] as Reading['words'][number];
    if (word.clause > c) break;
    if (word.family.index >= TAUGHT_FAMILIES || seen++ >= MOST_WORDS) continue;
    const place = FAMILIES_AT + word.family.index * OF_FAMILY;
    out[k++] = place;
    out[k++] = place + 1 + sign;
  }
  return k;
}

/** Letters of a clause between two edges: no signs, one letter for a number or a Latin word, emoji by their second half. */
function clauseLetters(codes: Uint16Array, start: number, end: number): number {
  let n = 0;
  letters[n++] = EDGE;
  for (let i = start; i < end && n <= MOST_LETTERS; i++) {
    const code = codes[i] as number;
    const kind = classes[code];
    if (kind === CJK) letters[n++] = code;
    else if (kind === LATIN) {
      let word = 0;
      let length = 0;
      for (; i < end && classes[codes[i] as number] === LATIN; i++)
        if (length++ < STEM) word = Math.imul(word ^ (codes[i] as number), 0x01000193);
      letters[n++] = LATIN_WORD | (word >>> 8);
      i--;
    } else if (kind === DIGIT) {
      const goesOn = i > start && classes[codes[i - 1] as number] === DIGIT;
      if (!goesOn) letters[n++] = ONE_DIGIT;
      else if ((letters[n - 1] as number) < FIVE_DIGITS) letters[n - 1] = (letters[n - 1] as number) + 1;
    } else if (code >= 0xd83c && code <= 0xd83e) letters[n++] = codes[i + 1] ?? 0;
  }
  letters[n++] = EDGE;
  return n;
}
