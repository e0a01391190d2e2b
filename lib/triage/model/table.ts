import type { FindingKind } from '../../contract/triage.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * What the model says of a clause: praise and complaint an aspect in the order of ASPECTS, then four signs of risk.
 */
export const CLAUSE_OUTPUTS = 18;
export const SPECIFIC = 14;
export const GENERAL = 15;
export const SERIOUS = 16;
export const ABUSIVE = 17;

/** What it says of the whole text: seven aspects, accusation, urgency, insult, four sentiments. */
export const TEXT_OUTPUTS = 14;
export const TEXT_ACCUSES = 7;
export const TEXT_URGENT = 8;
export const TEXT_INSULTS = 9;
export const TEXT_SENTIMENT = 10;

/** What is rare and grave, said of a clause: where the rules are silent, a call to look (`rules/suspected.ts`). */
export const DANGERS = [
  'threat-violence',
  'threat-legal',
  'demand',
  'self-harm',
  'personal-data',
  'fake-engagement',
  'crime-claim',
  'private-life',
  'credit',
  'public-danger',
] as const satisfies readonly FindingKind[];
export type DangerKind = (typeof DANGERS)[number];

/** Columns for clause and text, and all columns of the table with those of dangers, a byte each in the file. */
export const COMMON = CLAUSE_OUTPUTS + TEXT_OUTPUTS;
export const WIDTH = COMMON + DANGERS.length;
/** Words of a row that is read: four columns a word, a byte each, and at the end how many features it stands for. */
const ROW = Math.ceil((WIDTH + 1) / 4);
const DEPTH = ROW * 4 - 1;
/** A row that goes on from none. */
export const NO_ROW = 0xffff;

/** What is learnt: a row of whole numbers for each hashed feature. */
export interface Learnt {
  readonly keys: Int32Array<ArrayBuffer>;
  /** The row of the run of letters that this one goes on from (「很差」 from 「很」), always an earlier one; or NO_ROW. */
  readonly parents: Uint16Array<ArrayBuffer>;
  /** Bytes row by row (WIDTH each in the main table), each a weight + 128. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a byte says of nothing. */
const ZERO = 128;

/**
 * The same made ready to be read fast: a row already holds the sum of itself and of the shorter runs it goes on from,
 * so one row stands for up to three features. A sum beyond a byte stops at its end (one in seven hundred): rows of
 * twice the width would not stay in the nearer memory, and to fetch them is what costs.
 */
export interface Ready {
  readonly vocabulary: Vocabulary;
  readonly sums: Int32Array;
}

export function makeReady({ keys, parents, bytes }: Learnt): Ready {
  const rows = keys.length;
  const sums = new Uint8Array(rows * ROW * 4);
  const whole = new Int16Array(rows * WIDTH);
  for (let row = 0; row < rows; row++) {
    const parent = parents[row] as number;
    const before = parent < row ? parent : -1;
    const to = row * ROW * 4;
    sums[to + DEPTH] = before < 0 ? 1 : (sums[before * ROW * 4 + DEPTH] as number) + 1;
    for (let k = 0; k < WIDTH; k++) {
      const at = row * WIDTH + k;
      const sum = (bytes[at] as number) - ZERO + (before < 0 ? 0 : (whole[before * WIDTH + k] as number));
      whole[at] = sum;
      sums[to + k] = Math.min(127, Math.max(-127, sum)) + ZERO;
    }
  }
  return { vocabulary: new Vocabulary(keys), sums: new Int32Array(sums.buffer) };
}

/** Rows that half a word can add up: 256 × 255 < 65,536. */
const LANE = 256;
const HALVES = 0x00ff00ff;

/** Adds `count` rows into `totals` (WIDTH) and returns how many features they stand for. */
export function addRows({ sums }: Ready, rows: Int32Array, count: number, totals: Int32Array): number {
  let features = 0;
  for (let from = 0; from < count; from += LANE) {
    const to = Math.min(count, from + LANE);
    features += addLast(sums, rows, from, to, totals);
    addLane(sums, rows, from, to, 0, totals);
    addLane(sums, rows, from, to, 4, totals);
  }
  return features;
}

/** The last three words, with the depths: how many features the rows stand for. */
function addLast(sums: Int32Array, rows: Int32Array, from: number, to: number, totals: Int32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  for (let i = from; i < to; i++) {
    const at = (rows[i] as number) * ROW + 8;
    const one = sums[at] as number;
    const two = sums[at + 1] as number;
    const three = sums[at + 2] as number;
    a = (a + (one & HALVES)) | 0;
    b = (b + ((one >>> 8) & HALVES)) | 0;
    c = (c + (two & HALVES)) | 0;
    d = (d + ((two >>> 8) & HALVES)) | 0;
    e = (e + (three & HALVES)) | 0;
    f = (f + ((three >>> 8) & HALVES)) | 0;
  }
  const zero = (to - from) * ZERO;
  spread(totals, 32, a, b, zero);
  spread(totals, 36, c, d, zero);
  totals[40] = (totals[40] as number) + (e & 0xffff) - zero;
  totals[41] = (totals[41] as number) + (f & 0xffff) - zero;
  return f >>> 16;
}

/** Four words from `word` on. Written out: a loop over them would keep the sums in memory instead of in registers. */
function addLane(sums: Int32Array, rows: Int32Array, from: number, to: number, word: number, totals: Int32Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let i = from; i < to; i++) {
    const at = (rows[i] as number) * ROW + word;
    const one = sums[at] as number;
    const two = sums[at + 1] as number;
    const three = sums[at + 2] as number;
    const four = sums[at + 3] as number;
    a = (a + (one & HALVES)) | 0;
    b = (b + ((one >>> 8) & HALVES)) | 0;
    c = (c + (two & HALVES)) | 0;
    d = (d + ((two >>> 8) & HALVES)) | 0;
    e = (e + (three & HALVES)) | 0;
    f = (f + ((three >>> 8) & HALVES)) | 0;
    g = (g + (four & HALVES)) | 0;
    h = (h + ((four >>> 8) & HALVES)) | 0;
  }
  const zero = (to - from) * ZERO;
  spread(totals, word * 4, a, b, zero);
  spread(totals, word * 4 + 4, c, d, zero);
  spread(totals, word * 4 + 8, e, f, zero);
  spread(totals, word * 4 + 12, g, h, zero);
}

/** The four columns of a word: `even` holds the first and the third, `odd` the second and the fourth. */
function spread(totals: Int32Array, column: number, even: number, odd: number, zero: number): void {
  totals[column] = (totals[column] as number) + (even & 0xffff) - zero;
  totals[column + 1] = (totals[column + 1] as number) + (odd & 0xffff) - zero;
  totals[column + 2] = (totals[column + 2] as number) + (even >>> 16) - zero;
  totals[column + 3] = (totals[column + 3] as number) + (odd >>> 16) - zero;
}
