import type { Figure } from '../bench.ts';

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
};

/** A figure from the medians of two series; the ratio is that of the medians. */
export function figure(name: string, value: readonly number[], baseline: readonly number[], unit = 'ms'): Figure {
  const [v, b] = [median(value), median(baseline)];
  return { name, value: v, baseline: b, ratio: v / b, unit, n: Math.min(value.length, baseline.length) };
}
