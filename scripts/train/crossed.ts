import { FOLDS } from './data.ts';
import { type Fit, learnHead } from './heads.ts';

export const folds = (): number[] => Array.from({ length: FOLDS }, (_, f) => f);

export interface CrossedFit extends Fit {
  readonly importance: readonly number[];
}

/** For each row a head that had not seen any row of its fold: for thresholds of what is rare. */
export function headsWithout(
  foldOf: readonly number[],
  rows: readonly (readonly number[])[],
  truth: readonly boolean[],
  fit: CrossedFit,
): number[][] {
  const all = rows.map((_, i) => i);
  const heads = new Map<number, number[]>();
  for (const fold of new Set(foldOf)) {
    const seen = all.filter((i) => foldOf[i] !== fold);
    heads.set(
      fold,
      learnHead(
        seen.map((i) => rows[i] as number[]),
        seen.map((i) => truth[i] as boolean),
        { ...fit, importance: seen.map((i) => fit.importance[i] as number) },
      ),
    );
  }
  return foldOf.map((fold) => heads.get(fold) as number[]);
}
