import { dangerRow, oddsOf } from './rows.ts';
import { type Readable, type Scores, scoreClauses } from './score.ts';
import { CLAUSE_OUTPUTS } from './table.ts';

/** Clauses before and after that are read with the one that speaks of a danger. */
const AROUND = 2;

/**
 * What the danger at `k` of DANGERS is weighed by: the clause that speaks most of it, alone and with its neighbours. So
 * neither a long story around it nor harmless words beside it hide what the clause itself says.
 */
export function dangerRows(scores: Scores, model: Readable, k: number): number[][] {
  const clause = scores.dangers[2 * k] as number;
  const count = scores.clauses.length / CLAUSE_OUTPUTS;
  if (count < 2) return [dangerRow(scores)];
  const from = Math.max(0, clause - AROUND);
  const to = Math.min(count, clause + AROUND + 1);
  return [
    dangerRow(scoreClauses(scores, model, clause, clause + 1)),
    dangerRow(to - from === count ? scores : scoreClauses(scores, model, from, to)),
  ];
}

/** The highest log-odds that a head says of the rows. */
export const highestOdds = (head: readonly number[], rows: readonly (readonly number[])[]): number =>
  Math.max(...rows.map((row) => oddsOf(head, row)));
