import type { Reading } from '../reading.ts';
import { type Cursor, clauseFeatures, MOST_FEATURES } from './features.ts';
import { CLAUSE_OUTPUTS, TEXT_OUTPUTS, type TriageModel, WIDTH, WORDS } from './weights.ts';

/** The part of the model that reads. */
export type Readable = Pick<TriageModel, 'table' | 'scale' | 'bias' | 'vocabulary'>;

/** What the model says of one text before the heads weigh it. */
export interface Scores {
  /** Chances, CLAUSE_OUTPUTS a clause. */
  readonly clauses: Float32Array;
  /** Log-odds of the whole text, TEXT_OUTPUTS. */
  readonly text: Float32Array;
}

const features = new Int32Array(MOST_FEATURES);
const rows = new Int32Array(MOST_FEATURES);
const sums = new Int32Array(WIDTH);

/** One pass over the clauses: each feature adds its row of the table. */
export function scoreText(reading: Reading, model: Readable): Scores {
  const { table, scale, bias, vocabulary } = model;
  const count = reading.clauses.length;
  const clauses = new Float32Array(count * CLAUSE_OUTPUTS);
  const whole = new Float64Array(TEXT_OUTPUTS);
  const cursor: Cursor = { word: 0, stance: 0 };
  let all = 0;
  for (let c = 0; c < count; c++) {
    const n = clauseFeatures(reading, c, cursor, features);
    let known = 0;
    for (let i = 0; i < n; i++) {
      const row = vocabulary.find(features[i] as number);
      if (row >= 0) rows[known++] = row;
    }
    sums.fill(0);
    for (let from = 0; from < known; from += LANE) addRows(table, from, Math.min(known, from + LANE));
    const share = known > 0 ? 1 / Math.sqrt(known) : 0;
    for (let k = 0; k < CLAUSE_OUTPUTS; k++) {
      const odds = (sums[k] as number) * share * (scale[k] as number) + (bias[k] as number);
      clauses[c * CLAUSE_OUTPUTS + k] = 1 / (1 + Math.exp(-odds));
    }
    for (let k = 0; k < TEXT_OUTPUTS; k++) whole[k] = (whole[k] as number) + (sums[CLAUSE_OUTPUTS + k] as number);
    all += known;
  }
  const text = new Float32Array(TEXT_OUTPUTS);
  const share = all > 0 ? 1 / Math.sqrt(all) : 0;
  for (let k = 0; k < TEXT_OUTPUTS; k++) {
    const column = CLAUSE_OUTPUTS + k;
    text[k] = (whole[k] as number) * share * (scale[column] as number) + (bias[column] as number);
  }
  return { clauses, text };
}

/** Rows that a 16-bit lane can add up: 255 × 256 < 65,536. */
const LANE = 256;
const EVEN = 0x00ff00ff;

/**
 * Adds rows[from…to) into `sums`. A word of the table holds four columns as bytes (weight + 128); its even and odd
 * bytes are added two at a time in the lanes of plain numbers, which is four times as fast as column by column.
 */
function addRows(table: Uint32Array, from: number, to: number): void {
  let e0 = 0,
    e1 = 0,
    e2 = 0,
    e3 = 0,
    e4 = 0,
    e5 = 0,
    e6 = 0,
    e7 = 0;
  let o0 = 0,
    o1 = 0,
    o2 = 0,
    o3 = 0,
    o4 = 0,
    o5 = 0,
    o6 = 0,
    o7 = 0;
  for (let i = from; i < to; i++) {
    const at = (rows[i] as number) * WORDS;
    let w = table[at] as number;
    e0 = (e0 + (w & EVEN)) | 0;
    o0 = (o0 + ((w >>> 8) & EVEN)) | 0;
    w = table[at + 1] as number;
    e1 = (e1 + (w & EVEN)) | 0;
    o1 = (o1 + ((w >>> 8) & EVEN)) | 0;
    w = table[at + 2] as number;
    e2 = (e2 + (w & EVEN)) | 0;
    o2 = (o2 + ((w >>> 8) & EVEN)) | 0;
    w = table[at + 3] as number;
    e3 = (e3 + (w & EVEN)) | 0;
    o3 = (o3 + ((w >>> 8) & EVEN)) | 0;
    w = table[at + 4] as number;
    e4 = (e4 + (w & EVEN)) | 0;
    o4 = (o4 + ((w >>> 8) & EVEN)) | 0;
    w = table[at + 5] as number;
    e5 = (e5 + (w & EVEN)) | 0;
    o5 = (o5 + ((w >>> 8) & EVEN)) | 0;
    w = table[at + 6] as number;
    e6 = (e6 + (w & EVEN)) | 0;
    o6 = (o6 + ((w >>> 8) & EVEN)) | 0;
    w = table[at + 7] as number;
    e7 = (e7 + (w & EVEN)) | 0;
    o7 = (o7 + ((w >>> 8) & EVEN)) | 0;
  }
  const zero = (to - from) * 128;
  spread(0, e0, o0, zero);
  spread(4, e1, o1, zero);
  spread(8, e2, o2, zero);
  spread(12, e3, o3, zero);
  spread(16, e4, o4, zero);
  spread(20, e5, o5, zero);
  spread(24, e6, o6, zero);
  spread(28, e7, o7, zero);
}

function spread(column: number, even: number, odd: number, zero: number): void {
  sums[column] = (sums[column] as number) + (even & 0xffff) - zero;
  sums[column + 1] = (sums[column + 1] as number) + (odd & 0xffff) - zero;
  sums[column + 2] = (sums[column + 2] as number) + (even >>> 16) - zero;
  sums[column + 3] = (sums[column + 3] as number) + (odd >>> 16) - zero;
}
