import type { Reading } from '../reading.ts';
import { roomForChances } from '../room.ts';
import { type Cursor, clauseRows, MOST_FEATURES } from './features.ts';
import { addRows, CLAUSE_OUTPUTS, COMMON, DANGERS, type Ready, TEXT_OUTPUTS, WIDTH } from './table.ts';

/** The part of the model that reads: a column times its scale is the weight. */
export interface Readable {
  readonly ready: Ready;
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

/** What the model says of one text, or of some clauses of it, before the heads weigh it. */
export interface Scores {
  /** Chances, CLAUSE_OUTPUTS a clause. */
  readonly clauses: Float32Array;
  /** Log-odds of the whole text, TEXT_OUTPUTS. */
  readonly text: Float32Array;
  /** Of each danger in the order of DANGERS two numbers: which clause speaks most of it, and its log-odds there. */
  readonly dangers: Float32Array;
  /** What the rows of each clause add up to, PIECE numbers a clause: so that some can be weighed by themselves later. */
  readonly pieces: Float32Array;
}

/** Whole numbers: the sums of all columns, then how many features they stand for. */
const PIECE = WIDTH + 1;

const rows = new Int32Array(MOST_FEATURES);
const sums = new Int32Array(WIDTH);
const whole = new Float64Array(TEXT_OUTPUTS);

/** One pass over the clauses: each run of letters and each family of words adds its row of the table. */
export function scoreText(reading: Reading, model: Readable): Scores {
  const count = reading.clauses.length;
  const pieces = roomForChances(count * PIECE);
  const cursor: Cursor = { word: 0, stance: 0 };
  for (let c = 0, at = 0; c < count; c++, at += PIECE) {
    sums.fill(0);
    const found = clauseRows(reading, c, cursor, model.ready.vocabulary, rows);
    const known = addRows(model.ready, rows, found, sums);
    for (let k = 0; k < WIDTH; k++) pieces[at + k] = sums[k] as number;
    pieces[at + WIDTH] = known;
  }
  return weigh(pieces, model);
}

/** The same of clauses `from` to `to` as if they were the whole text; they are counted from `from`. */
export const scoreClauses = (scores: Scores, model: Readable, from: number, to: number): Scores =>
  weigh(scores.pieces.subarray(from * PIECE, to * PIECE), model);

function weigh(pieces: Float32Array, { scale, bias }: Readable): Scores {
  const count = pieces.length / PIECE;
  const clauses = roomForChances(count * CLAUSE_OUTPUTS);
  whole.fill(0);
  const dangers = roomForChances(2 * DANGERS.length);
  for (let k = 0; k < DANGERS.length; k++) dangers[2 * k + 1] = Number.NEGATIVE_INFINITY;
  let all = 0;
  for (let c = 0, at = 0; c < count; c++, at += PIECE) {
    const known = pieces[at + WIDTH] as number;
    const share = known > 0 ? 1 / Math.sqrt(known) : 0;
    for (let k = 0; k < CLAUSE_OUTPUTS; k++) {
      const odds = (pieces[at + k] as number) * share * (scale[k] as number) + (bias[k] as number);
      clauses[c * CLAUSE_OUTPUTS + k] = chanceAt(odds);
    }
    for (let k = 0; k < TEXT_OUTPUTS; k++)
      whole[k] = (whole[k] as number) + (pieces[at + CLAUSE_OUTPUTS + k] as number);
    all += known;
    for (let k = COMMON; k < WIDTH; k++) {
      const odds = (pieces[at + k] as number) * share * (scale[k] as number) + (bias[k] as number);
      const to = 2 * (k - COMMON);
      if (odds <= (dangers[to + 1] as number)) continue;
      dangers[to] = c;
      dangers[to + 1] = odds;
    }
  }
  const text = new Float32Array(TEXT_OUTPUTS);
  const share = all > 0 ? 1 / Math.sqrt(all) : 0;
  for (let k = 0; k < TEXT_OUTPUTS; k++) {
    const column = CLAUSE_OUTPUTS + k;
    text[k] = (whole[k] as number) * share * (scale[column] as number) + (bias[column] as number);
  }
  return { clauses, text, dangers, pieces };
}

/** Chances by odds in steps of 1/128 up to ±16: a hundred are asked for in every text. */
const STEPS = 128;
const MOST_ODDS = 16;
const chances = Float32Array.from(
  { length: 2 * MOST_ODDS * STEPS + 1 },
  (_, i) => 1 / (1 + Math.exp(MOST_ODDS - i / STEPS)),
);

const chanceAt = (odds: number): number =>
  chances[((Math.min(MOST_ODDS, Math.max(-MOST_ODDS, odds)) + MOST_ODDS) * STEPS + 0.5) | 0] as number;
