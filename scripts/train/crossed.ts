import { type Fit, learnHead } from './heads.ts';

/** For each row a head that had not seen any row of its fold: for thresholds of what is rare. */
export function headsWithout(
  foldOf: readonly number[],
  rows: readonly (readonly number[])[],
  truth: readonly boolean[],
  fit: Fit,
): number[][] {
  const all = rows.map((_, i) => i);
  const heads = new Map<number, number[]>();
  for (const fold of new Set(foldOf)) {
    const seen = all.filter((i) => foldOf[i] !== fold);
    const of = <T>(list: readonly T[]): T[] => seen.map((i) => list[i] as T);
    const { importance } = fit;
    heads.set(fold, learnHead(of(rows), of(truth), importance ? { ...fit, importance: of(importance) } : fit));
  }
  return foldOf.map((fold) => heads.get(fold) as number[]);
}
