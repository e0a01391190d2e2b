/** Logistic regression over a dense row, by batch gradient descent with momentum. Deterministic. */

export interface Fit {
  /** Pull towards zero. */
  readonly pull: number;
  readonly steps: number;
  readonly importance?: readonly number[];
}

/** Weights for rows as they are (standardised inside), the bias last; for `chanceOf`. */
export function learnHead(rows: readonly (readonly number[])[], truth: readonly boolean[], fit: Fit): number[] {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) mean[j] = (mean[j] as number) + (row[j] as number) / n;
  for (const row of rows)
    for (let j = 0; j < width; j++)
      spread[j] = (spread[j] as number) + ((row[j] as number) - (mean[j] as number)) ** 2 / n;
  for (let j = 0; j < width; j++) spread[j] = Math.sqrt(spread[j] as number);
  const standard = rows.map((row) =>
    Float64Array.from(row, (v, j) =>
      (spread[j] as number) > 1e-9 ? (v - (mean[j] as number)) / (spread[j] as number) : 0,
    ),
  );
  const weights = new Float64Array(width + 1);
  const speed = new Float64Array(width + 1);
  const gradient = new Float64Array(width + 1);
  const total = fit.importance?.reduce((a, b) => a + b, 0) ?? n;
  for (let step = 0; step < fit.steps; step++) {
    gradient.fill(0);
    for (let i = 0; i < n; i++) {
      const row = standard[i] as Float64Array;
      let odds = weights[width] as number;
      for (let j = 0; j < width; j++) odds += (weights[j] as number) * (row[j] as number);
      const error = (1 / (1 + Math.exp(-odds)) - (truth[i] ? 1 : 0)) * (fit.importance?.[i] ?? 1);
      for (let j = 0; j < width; j++) gradient[j] = (gradient[j] as number) + error * (row[j] as number);
      gradient[width] = (gradient[width] as number) + error;
    }
    for (let j = 0; j <= width; j++) {
      const pull = j < width ? fit.pull * (weights[j] as number) : 0;
      speed[j] = 0.9 * (speed[j] as number) - 0.25 * ((gradient[j] as number) / total + pull);
      weights[j] = (weights[j] as number) + (speed[j] as number);
    }
  }
  const head: number[] = [];
  let bias = weights[width] as number;
  for (let j = 0; j < width; j++) {
    const scaled = (spread[j] as number) > 1e-9 ? (weights[j] as number) / (spread[j] as number) : 0;
    head.push(Math.round(scaled * 1e5) / 1e5);
    bias -= scaled * (mean[j] as number);
  }
  head.push(Math.round(bias * 1e5) / 1e5);
  return head;
}

/** Where F is best on these rows; `beta` above 1 asks for recall. */
export function bestThreshold(chances: readonly number[], truth: readonly boolean[], beta = 1): number {
  let best = 0.5;
  let most = -1;
  const b2 = beta * beta;
  for (let step = 5; step < 80; step++) {
    const t = step / 100;
    let hit = 0;
    let wrong = 0;
    let missed = 0;
    chances.forEach((chance, i) => {
      if (chance >= t && truth[i]) hit++;
      else if (chance >= t) wrong++;
      else if (truth[i]) missed++;
    });
    const f = ((1 + b2) * hit) / ((1 + b2) * hit + b2 * missed + wrong || 1);
    if (f > most) {
      most = f;
      best = t;
    }
  }
  return best;
}

/** The highest threshold that still finds this share of what is there. */
export function recallThreshold(chances: readonly number[], truth: readonly boolean[], share: number): number {
  const there = chances.filter((_, i) => truth[i]).sort((a, b) => b - a);
  return there[Math.ceil(there.length * share) - 1] ?? 0.5;
}
