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
/** A row that is read: how many features it stands for, then two columns a word, those of dangers last. */
const ROW = 1 + WIDTH / 2;
const DANGERS_AT = 1 + COMMON / 2;
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

/**
 * The same made ready to be read fast: a row already holds the sum of itself and of the shorter runs it goes on from,
 * so one row stands for up to three features, and two columns are added at a time in the halves of plain numbers.
 */
export interface Ready {
  readonly vocabulary: Vocabulary;
  /** All of a row side by side: to fetch it from memory is what costs. */
  readonly sums: Int32Array;
}

export function makeReady({ keys, parents, bytes }: Learnt): Ready {
  const rows = keys.length;
  const sums = new Int32Array(rows * ROW);
  for (let row = 0; row < rows; row++) {
    const parent = parents[row] as number;
    const to = row * ROW;
    const before = parent < row ? parent * ROW : -1;
    sums[to] = before < 0 ? 1 : (sums[before] as number) + 1;
    for (let word = 1; word < ROW; word++) {
      const at = row * WIDTH + 2 * (word - 1);
      const pair = (bytes[at] as number) | ((bytes[at + 1] as number) << 16);
      sums[to + word] = pair + (before < 0 ? 0 : (sums[before + word] as number));
    }
  }
  return { vocabulary: new Vocabulary(keys), sums };
}

/** Rows that a half of 16 bits can add up: 3 × 255 × 85 < 65,536. */
const LANE = 85;

/**
 * Adds `count` rows into `totals` (WIDTH) and returns how many features they stand for. Columns of dangers are summed
 * over the first rows only, of a clause without end: as many as a half has room for.
 */
export function addRows({ sums }: Ready, rows: Int32Array, count: number, totals: Int32Array): number {
  let features = 0;
  for (let from = 0; from < count; from += LANE) {
    const to = Math.min(count, from + LANE);
    const depth = addDepths(sums, rows, from, to, totals);
    addLane(sums, rows, from, to, 1, depth * 128, totals);
    addLane(sums, rows, from, to, 9, depth * 128, totals);
    features += depth;
  }
  return features;
}

/** How many features the rows stand for, and what they say of dangers. */
function addDepths(sums: Int32Array, rows: Int32Array, from: number, to: number, totals: Int32Array): number {
  let depth = 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  for (let i = from; i < to; i++) {
    const row = (rows[i] as number) * ROW;
    const at = row + DANGERS_AT;
    depth = (depth + (sums[row] as number)) | 0;
    a = (a + (sums[at] as number)) | 0;
    b = (b + (sums[at + 1] as number)) | 0;
    c = (c + (sums[at + 2] as number)) | 0;
    d = (d + (sums[at + 3] as number)) | 0;
    e = (e + (sums[at + 4] as number)) | 0;
  }
  if (from > 0) return depth;
  const zero = depth * 128;
  spread(totals, COMMON, a, zero);
  spread(totals, COMMON + 2, b, zero);
  spread(totals, COMMON + 4, c, zero);
  spread(totals, COMMON + 6, d, zero);
  spread(totals, COMMON + 8, e, zero);
  return depth;
}

/** Eight words from `word` on. Written out: a loop over them would keep the sums in memory instead of in registers. */
function addLane(
  sums: Int32Array,
  rows: Int32Array,
  from: number,
  to: number,
  word: number,
  zero: number,
  totals: Int32Array,
): void {
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
    a = (a + (sums[at] as number)) | 0;
    b = (b + (sums[at + 1] as number)) | 0;
    c = (c + (sums[at + 2] as number)) | 0;
    d = (d + (sums[at + 3] as number)) | 0;
    e = (e + (sums[at + 4] as number)) | 0;
    f = (f + (sums[at + 5] as number)) | 0;
    g = (g + (sums[at + 6] as number)) | 0;
    h = (h + (sums[at + 7] as number)) | 0;
  }
  const column = (word - 1) * 2;
  spread(totals, column, a, zero);
  spread(totals, column + 2, b, zero);
  spread(totals, column + 4, c, zero);
  spread(totals, column + 6, d, zero);
  spread(totals, column + 8, e, zero);
  spread(totals, column + 10, f, zero);
  spread(totals, column + 12, g, zero);
  spread(totals, column + 14, h, zero);
}

function spread(totals: Int32Array, column: number, pair: number, zero: number): void {
  totals[column] = (totals[column] as number) + (pair & 0xffff) - zero;
  totals[column + 1] = (totals[column + 1] as number) + (pair >>> 16) - zero;
}
