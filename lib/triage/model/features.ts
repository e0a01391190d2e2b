import { ASPECTS, type Aspect } from '../../contract/triage.ts';
import { CJK, classes, DIGIT, LATIN } from '../normalise.ts';
import type { Reading, Stance } from '../reading.ts';

/**
 * What the trained model sees of one clause: runs of one to three letters, hashed (signs between letters left out, every
 * number the same) and the families of curated words in it with their sign. Training and reading share this one list;
 * a change here needs new weights (`npm run train`). Hashes only: no text can be read back from the weights.
 */

/** No clause gives more features than this: time stays linear, and the buffer has a size. */
export const MOST_FEATURES = 1024;
const MOST_LETTERS = 180;
const MOST_WORDS = 60;

const EDGE = 2;
const ZERO = 48;

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const hashes = new Map<string, number>();

function hashOf(tag: string): number {
  let h = hashes.get(tag);
  if (h === undefined) {
    h = 0x9e3779b9;
    for (let i = 0; i < tag.length; i++) h = Math.imul(h ^ tag.charCodeAt(i), 0x01000193);
    hashes.set(tag, h);
  }
  return h;
}

/** Four hashes an aspect, so that no text is put together for every word of stance. */
const stances = new Map<Aspect | null, readonly number[]>(
  [...ASPECTS, null].map((aspect) => [
    aspect,
    ['+', '-', '+!', '-!'].map((sign) => mix(hashOf(`${aspect ?? '-'}${sign}`))),
  ]),
);

const stanceFeature = (stance: Stance): number =>
  (stances.get(stance.aspect) as readonly number[])[(stance.direct ? 2 : 0) + (stance.sign > 0 ? 0 : 1)] as number;

const letters = new Uint16Array(MOST_LETTERS + 2);

/** Where in the reading's words and stances the next clause begins. */
export interface Cursor {
  word: number;
  stance: number;
}

/** Writes the features of clause `c` into `out` and returns how many; clauses are walked in order with one cursor. */
export function clauseFeatures(reading: Reading, c: number, from: Cursor, out: Int32Array): number {
  const clause = reading.clauses[c];
  if (!clause) return 0;
  const n = clauseLetters(reading.text.codes, clause.start, clause.end);
  let k = 0;
  for (let i = 0; i < n; i++) {
    const a = letters[i] as number;
    const h1 = Math.imul(a + 1, 0x27d4eb2f);
    if (a !== EDGE) out[k++] = mix(h1);
    if (i + 1 >= n) break;
    const h2 = Math.imul(h1 ^ ((letters[i + 1] as number) + 0x10000), 0x165667b1);
    out[k++] = mix(h2);
    if (i + 2 >= n) continue;
    const h3 = Math.imul(h2 ^ ((letters[i + 2] as number) + 0x20000), 0x2545f491);
    out[k++] = mix(h3);
  }
  let sign = 0;
  for (let seen = 0; from.stance < reading.stances.length; from.stance++) {
    const stance = reading.stances[from.stance] as Stance;
    if (stance.clause > c) break;
    sign |= stance.sign > 0 ? 1 : 2;
    if (seen++ < MOST_WORDS) out[k++] = stanceFeature(stance);
  }
  for (let seen = 0; from.word < reading.words.length; from.word++) {
    const word = reading.words[from.word] as Reading['words'][number];
    if (word.clause > c) break;
    if (seen++ >= MOST_WORDS) continue;
    const h = hashOf(word.tag);
    out[k++] = mix(h);
    out[k++] = mix(Math.imul(h ^ (sign + 77), 0x27d4eb2f));
  }
  return k;
}

/** Letters of a clause between two edges: no signs, one zero for a number, emoji by their second half. */
function clauseLetters(codes: Uint16Array, start: number, end: number): number {
  let n = 0;
  letters[n++] = EDGE;
  for (let i = start; i < end && n <= MOST_LETTERS; i++) {
    const code = codes[i] as number;
    const kind = classes[code];
    if (kind === CJK || kind === LATIN) letters[n++] = code;
    else if (kind === DIGIT) {
      if (letters[n - 1] !== ZERO) letters[n++] = ZERO;
    } else if (code >= 0xd83c && code <= 0xd83e) letters[n++] = codes[i + 1] ?? 0;
  }
  letters[n++] = EDGE;
  return n;
}
