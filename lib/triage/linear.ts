/** Linear models over a handful of features: sums and exponents, nothing hidden. */

/** log(1 + x). Most counts are nothing, and of nothing the logarithm is known. */
export const logOf = (x: number): number => (x === 0 ? 0 : Math.log1p(x));

export function softmax(weights: readonly (readonly number[])[], features: readonly number[]): number[] {
  const scores = weights.map((row) => dot(row, features));
  const top = Math.max(...scores);
  const exps = scores.map((s) => Math.exp(s - top));
  const total = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / total);
}

export const sigmoid = (weights: readonly number[], features: readonly number[]): number =>
  1 / (1 + Math.exp(-dot(weights, features)));

function dot(row: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] as number) * (features[i] as number);
  return sum;
}

/** Where the highest stands; the first of equals. */
export function highestAt(list: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < list.length; i++) if ((list[i] as number) > (list[best] as number)) best = i;
  return best;
}
