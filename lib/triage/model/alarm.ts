import type { Reading } from '../reading.ts';
import { dangerRow, oddsOf } from './rows.ts';
import { type Readable, type Scores, scoreClauses } from './score.ts';

/** Clauses before and after that are read with the one that speaks of a danger. */
const AROUND = 2;

/**
 * What the danger at `k` of DANGERS is weighed by: the clause that speaks most of it, alone and with its neighbours. So
 * neither a long story around it nor harmless words beside it hide what the clause itself says.
 */
export function dangerRows(reading: Reading, model: Readable, scores: Scores, k: number): number[][] {
  const clause = scores.dangers[2 * k] as number;
  const count = reading.clauses.length;
  const alone = rowOf(reading, model, scores, clause, clause + 1);
  if (count < 2) return [alone];
  const from = Math.max(0, clause - AROUND);
  return [alone, rowOf(reading, model, scores, from, Math.min(count, clause + AROUND + 1))];
}

/** `whole`: the scores of the whole text, read already. */
function rowOf(reading: Reading, model: Readable, whole: Scores, from: number, to: number): number[] {
  const all = from === 0 && to >= reading.clauses.length;
  return dangerRow(all ? whole : scoreClauses(reading, model, from, to));
}

/** The highest log-odds that a head says of the rows. */
export const highestOdds = (head: readonly number[], rows: readonly (readonly number[])[]): number =>
  Math.max(...rows.map((row) => oddsOf(head, row)));
