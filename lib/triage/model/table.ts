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
/** Words of a row that is read: two columns each. */
export const WORDS = COMMON / 2;
const DANGER_WORDS = DANGERS.length / 2;
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
  readonly sums: Int32Array;
  /** The same of the columns of dangers, apart: a row of the others fills what is fetched from memory at once. */
  readonly dangers: Int32Array;
  /** How many features a row stands for. */
  readonly depths: Uint8Array;
}

export function makeReady({ keys, parents, bytes }: Learnt): Ready {
  const rows = keys.length;
  const sums = new Int32Array(rows * WORDS);
  const dangers = new Int32Array(rows * DANGER_WORDS);
  const depths = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const parent = parents[row] as number;
    const before = parent < row ? parent : -1;
    depths[row] = before < 0 ? 1 : (depths[before] as number) + 1;
    fillRow(sums, WORDS, bytes, row, 0, before);
    fillRow(dangers, DANGER_WORDS, bytes, row, COMMON, before);
  }
  return { vocabulary: new Vocabulary(keys), sums, dangers, depths };
}

/** Two columns a word, with what the row goes on from. */
function fillRow(sums: Int32Array, words: number, bytes: Uint8Array, row: number, from: number, before: number): void {
  for (let word = 0; word < words; word++) {
    const at = row * WIDTH + from + 2 * word;
    const pair = (bytes[at] as number) | ((bytes[at + 1] as number) << 16);
    sums[row * words + word] = pair + (before < 0 ? 0 : (sums[before * words + word] as number));
  }
}

/** Rows that a half of 16 bits can add up: 3 × 255 × 85 < 65,536. */
const LANE = 85;

/** Adds `count` rows into `totals` (COMMON) and returns how many features they stand for. */
export function addRows({ sums, depths }: Ready, rows: Int32Array, count: number, totals: Int32Array): number {
  let features = 0;
  for (let from = 0; from < count; from += LANE) {
    const to = Math.min(count, from + LANE);
    let depth = 0;
    for (let i = from; i < to; i++) depth += depths[rows[i] as number] as number;
    addLane(sums, rows, from, to, depth * 128, totals);
    features += depth;
  }
  return features;
}

/** Written out: a loop over the words would keep the sums in memory instead of in registers. */
function addLane(sums: Int32Array, rows: Int32Array, from: number, to: number, zero: number, totals: Int32Array): void {
  for (let half = 0; half < WORDS; half += 8) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let i = from; i < to; i++) {
      const at = (rows[i] as number) * WORDS + half;
      a = (a + (sums[at] as number)) | 0;
      b = (b + (sums[at + 1] as number)) | 0;
      c = (c + (sums[at + 2] as number)) | 0;
      d = (d + (sums[at + 3] as number)) | 0;
      e = (e + (sums[at + 4] as number)) | 0;
      f = (f + (sums[at + 5] as number)) | 0;
      g = (g + (sums[at + 6] as number)) | 0;
      h = (h + (sums[at + 7] as number)) | 0;
    }
    const column = half * 2;
    spread(totals, column, a, zero);
    spread(totals, column + 2, b, zero);
    spread(totals, column + 4, c, zero);
    spread(totals, column + 6, d, zero);
    spread(totals, column + 8, e, zero);
    spread(totals, column + 10, f, zero);
    spread(totals, column + 12, g, zero);
    spread(totals, column + 14, h, zero);
  }
}

function spread(totals: Int32Array, column: number, pair: number, zero: number): void {
  totals[column] = (totals[column] as number) + (pair & 0xffff) - zero;
  totals[column + 1] = (totals[column + 1] as number) + (pair >>> 16) - zero;
}

/** Sums of the columns of dangers over the rows; of a clause without end, over the first that a half has room for. */
export function addDangers({ dangers, depths }: Ready, rows: Int32Array, count: number, totals: Int32Array): void {
  const to = Math.min(count, LANE);
  let depth = 0;
  for (let i = 0; i < to; i++) depth += depths[rows[i] as number] as number;
  const zero = depth * 128;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  for (let i = 0; i < to; i++) {
    const at = (rows[i] as number) * DANGER_WORDS;
    a = (a + (dangers[at] as number)) | 0;
    b = (b + (dangers[at + 1] as number)) | 0;
    c = (c + (dangers[at + 2] as number)) | 0;
    d = (d + (dangers[at + 3] as number)) | 0;
    e = (e + (dangers[at + 4] as number)) | 0;
  }
  totals.fill(0);
  spread(totals, 0, a, zero);
  spread(totals, 2, b, zero);
  spread(totals, 4, c, zero);
  spread(totals, 6, d, zero);
  spread(totals, 8, e, zero);
}
