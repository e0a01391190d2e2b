import type { ReviewWords } from '../echo.ts';
import { type Features, featuresOf } from './features.ts';
import { BUILD, RUNS, STEP } from './weights.ts';

/** What was fitted: a weight for each place of the table of runs, for each mark of the build, and a start. */
export interface Model {
  runs: ArrayLike<number>;
  build: ArrayLike<number>;
  bias: number;
}

/** How unsafe: the log of the odds. Runs count by the root of their number, so that length alone says nothing. */
export function unsafeness(model: Model, { runs, build }: Features): number {
  let sum = 0;
  for (const place of runs) sum += model.runs[place] ?? 0;
  let z = model.bias + sum / Math.sqrt(Math.max(1, runs.length));
  for (let i = 0; i < build.length; i += 1) z += (build[i] ?? 0) * (model.build[i] ?? 0);
  return z;
}

/** Weights are kept as bytes in base64, a step apart; read when first asked. */
function unpack(): Model {
  const bytes = atob(RUNS);
  const runs = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) runs[i] = ((bytes.charCodeAt(i) << 24) >> 24) * STEP;
  return { runs, build: BUILD.slice(1), bias: BUILD[0] ?? 0 };
}

let fitted: Model | null = null;

export function fittedModel(): Model {
  fitted ??= unpack();
  return fitted;
}

export const oddsOf = (model: Model, sentence: string, review: ReviewWords | null): number =>
  unsafeness(model, featuresOf(sentence, review));
