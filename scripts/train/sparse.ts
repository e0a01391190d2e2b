/** Learns weights of sparse features for many yes-or-no questions at once. Deterministic. */

export interface Example {
  readonly features: Int32Array;
  /** 1, 0, or -1 for "cannot be told". */
  readonly labels: ArrayLike<number>;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Numbers that look random and are the same every time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * How far each feature tells the answers of an output apart, as the log of its odds: few texts are enough to know that,
 * and weights that start from it need less of them (the naive Bayes scaling of Wang and Manning, 2012).
 */
function tellingOf(examples: readonly Example[], rows: number, outputs: number): Float32Array {
  const yes = new Float32Array(rows * outputs);
  const no = new Float32Array(rows * outputs);
  const yesses = new Float64Array(outputs);
  const noes = new Float64Array(outputs);
  for (const { features, labels } of examples) {
    const once = new Set(features);
    for (let k = 0; k < outputs; k++) {
      const label = labels[k] as number;
      if (label < 0) continue;
      const counts = label ? yes : no;
      const total = label ? yesses : noes;
      total[k] = (total[k] as number) + 1;
      for (const row of once) counts[row * outputs + k] = (counts[row * outputs + k] as number) + 1;
    }
  }
  return yes.map((held, at) => {
    const k = at % outputs;
    const share = (held + 1) / ((yesses[k] as number) + 2);
    const otherwise = ((no[at] as number) + 1) / ((noes[k] as number) + 2);
    return Math.max(0.05, Math.abs(Math.log(share / otherwise)));
  });
}

/** Many logistic regressions at once over sparse features: stochastic steps, each weight with its own pace (AdaGrad). */
export function learn(
  examples: readonly Example[],
  rows: number,
  outputs: number,
  rounds: number,
  pace: number,
  start: number,
): Fitted {
  const weights = new Float32Array(rows * outputs);
  const seen = new Float32Array(rows * outputs).fill(start);
  const bias = new Float32Array(outputs);
  const biasSeen = new Float32Array(outputs).fill(start);
  const odds = new Float32Array(outputs);
  const errors = new Float32Array(outputs);
  const telling = tellingOf(examples, rows, outputs);
  const order = examples.map((_, i) => i);
  const random = sequence(12345);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const at of order) {
      const { features, labels } = examples[at] as Example;
      const share = 1 / Math.sqrt(features.length || 1);
      odds.set(bias);
      for (let q = 0; q < features.length; q++) {
        const row = (features[q] as number) * outputs;
        for (let k = 0; k < outputs; k++) odds[k] = (odds[k] as number) + (weights[row + k] as number) * share;
      }
      for (let k = 0; k < outputs; k++) {
        const label = labels[k] as number;
        const error = label < 0 ? 0 : 1 / (1 + Math.exp(-(odds[k] as number))) - label;
        errors[k] = error;
        biasSeen[k] = (biasSeen[k] as number) + error * error;
        bias[k] = (bias[k] as number) - (pace * error) / Math.sqrt(biasSeen[k] as number);
      }
      for (let q = 0; q < features.length; q++) {
        const row = (features[q] as number) * outputs;
        for (let k = 0; k < outputs; k++) {
          const step = (errors[k] as number) * share;
          if (step * step < 1e-12) continue;
          const sum = (seen[row + k] as number) + step * step;
          seen[row + k] = sum;
          weights[row + k] =
            (weights[row + k] as number) - ((telling[row + k] as number) * pace * step) / Math.sqrt(sum);
        }
      }
    }
  }
  return { weights, bias };
}
