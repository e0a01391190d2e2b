import type { ReviewWords } from '../echo.ts';
import { type Features, type Reading, readingOf } from './features.ts';
import { CLAUSE, WHOLE } from './weights.ts';

/** What was fitted: a weight for each place of the table of runs, for each mark of the build, and a start. */
export interface Weights {
  runs: ArrayLike<number>;
  build: ArrayLike<number>;
  bias: number;
}

/** One reading of whole sentences, and one of clauses: the latter learnt which clause makes a sentence unsafe. */
export interface Model {
  whole: Weights;
  clause: Weights;
}

/** How unsafe: the log of the odds. Runs count by the root of their number, so that length alone says nothing. */
export function unsafeness(weights: Weights, { runs, build }: Features): number {
  let sum = 0;
  for (const place of runs) sum += weights.runs[place] ?? 0;
  let z = weights.bias + sum / Math.sqrt(Math.max(1, runs.length));
  for (let i = 0; i < build.length; i += 1) z += (build[i] ?? 0) * (weights.build[i] ?? 0);
  return z;
}

/** The clause that speaks most against the sentence. */
export function worstClause(weights: Weights, { clauses }: Reading): { at: number; odds: number } {
  let worst = { at: 0, odds: Number.NEGATIVE_INFINITY };
  clauses.forEach((clause, at) => {
    const odds = unsafeness(weights, clause);
    if (odds > worst.odds) worst = { at, odds };
  });
  return worst;
}

/** The whole and its worst clause weigh alike. */
export const oddsOfReading = (model: Model, reading: Reading): number =>
  (unsafeness(model.whole, reading.whole) + worstClause(model.clause, reading).odds) / 2;

/** Weights as they are kept: bytes in base64, a step apart, and the build with the start in front. */
export interface Kept {
  step: number;
  build: readonly number[];
  runs: string;
}

function unpack({ step, build, runs: kept }: Kept): Weights {
  const bytes = atob(kept);
  const runs = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) runs[i] = ((bytes.charCodeAt(i) << 24) >> 24) * step;
  return { runs, build: build.slice(1), bias: build[0] ?? 0 };
}

let fitted: Model | null = null;

/** The shipped weights, read when first asked. */
export function fittedModel(): Model {
  fitted ??= { whole: unpack(WHOLE), clause: unpack(CLAUSE) };
  return fitted;
}

export const oddsOf = (model: Model, sentence: string, review: ReviewWords | null): number =>
  oddsOfReading(model, readingOf(sentence, review));
