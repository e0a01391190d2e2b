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

/** What the model says of one text before the heads weigh it. */
export interface Scores {
  /** Chances, CLAUSE_OUTPUTS a clause. */
  readonly clauses: Float32Array;
  /** Log-odds of the whole text, TEXT_OUTPUTS. */
  readonly text: Float32Array;
  /** Of each danger in the order of DANGERS two numbers: which clause speaks most of it, and its log-odds there. */
  readonly dangers: Float32Array;
}

const rows = new Int32Array(MOST_FEATURES);
const sums = new Int32Array(WIDTH);
const whole = new Float64Array(TEXT_OUTPUTS);

export const scoreText = (reading: Reading, model: Readable): Scores =>
  scoreClauses(reading, model, 0, reading.clauses.length);

/**
 * One pass over clauses `from` to `to` as if they were the whole text (they are counted from `from`): each run of letters
 * and each family of words adds its row of the table.
 */
export function scoreClauses(reading: Reading, model: Readable, from: number, to: number): Scores {
  const { ready, scale, bias } = model;
  const count = to - from;
  const clauses = roomForChances(count * CLAUSE_OUTPUTS);
  whole.fill(0);
  const dangers = roomForChances(2 * DANGERS.length);
  for (let k = 0; k < DANGERS.length; k++) dangers[2 * k + 1] = Number.NEGATIVE_INFINITY;
  const cursor = from === 0 ? { word: 0, stance: 0 } : cursorAt(reading, from);
  let all = 0;
  for (let c = 0; c < count; c++) {
    sums.fill(0);
    const found = clauseRows(reading, from + c, cursor, ready.vocabulary, rows);
    const known = addRows(ready, rows, found, sums);
    const share = known > 0 ? 1 / Math.sqrt(known) : 0;
    for (let k = 0; k < CLAUSE_OUTPUTS; k++) {
      const odds = (sums[k] as number) * share * (scale[k] as number) + (bias[k] as number);
      clauses[c * CLAUSE_OUTPUTS + k] = chanceAt(odds);
    }
    for (let k = 0; k < TEXT_OUTPUTS; k++) whole[k] = (whole[k] as number) + (sums[CLAUSE_OUTPUTS + k] as number);
    all += known;
    for (let k = 0; k < DANGERS.length; k++) {
      const odds = (sums[COMMON + k] as number) * share * (scale[COMMON + k] as number) + (bias[COMMON + k] as number);
      if (odds <= (dangers[2 * k + 1] as number)) continue;
      dangers[2 * k] = c;
      dangers[2 * k + 1] = odds;
    }
  }
  const text = new Float32Array(TEXT_OUTPUTS);
  const share = all > 0 ? 1 / Math.sqrt(all) : 0;
  for (let k = 0; k < TEXT_OUTPUTS; k++) {
    const column = CLAUSE_OUTPUTS + k;
    text[k] = (whole[k] as number) * share * (scale[column] as number) + (bias[column] as number);
  }
  return { clauses, text, dangers };
}

function cursorAt({ words, stances }: Reading, clause: number): Cursor {
  const start = (list: readonly { readonly clause: number }[]): number => {
    const at = list.findIndex((one) => one.clause >= clause);
    return at < 0 ? list.length : at;
  };
  return { word: start(words), stance: start(stances) };
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
