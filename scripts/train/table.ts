import { clauseFeatures, MOST_FEATURES } from '../../lib/triage/model/features.ts';
import { CLAUSE_OUTPUTS, type Learnt, makeReady, NO_ROW, TEXT_OUTPUTS, WIDTH } from '../../lib/triage/model/table.ts';
import { MOST_ROWS, Vocabulary } from '../../lib/triage/model/vocabulary.ts';
import type { TriageModel } from '../../lib/triage/model/weights.ts';
import type { Sample } from './data.ts';

/** The part of the model that reads: one row of weights a hashed feature. */
export type Table = Pick<TriageModel, 'learnt' | 'ready' | 'scale' | 'bias' | 'rows'>;

/** A feature that fewer texts hold says nothing that holds elsewhere. */
const FEWEST_TEXTS = 24;

interface Example {
  readonly features: Int32Array;
  /** 1, 0, or -1 for "cannot be told". */
  readonly labels: ArrayLike<number>;
}

interface Fitted {
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
function learn(
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

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The feature of the shorter run of letters that each goes on from. */
export type Prefixes = ReadonlyMap<number, number>;

export function prefixesOf(all: readonly Sample[]): Prefixes {
  const prefixes = new Map<number, number>();
  const buffer = new Int32Array(MOST_FEATURES);
  for (const { reading } of all) {
    const cursor = { word: 0, stance: 0 };
    for (let c = 0; c < reading.clauses.length; c++) clauseFeatures(reading, c, cursor, buffer, prefixes);
  }
  return prefixes;
}

/**
 * Features that enough texts hold, the frequent first: their rows then lie together, and a run of letters comes after
 * the shorter one it goes on from, which no fewer texts hold.
 */
function known(train: readonly Sample[], prefixes: Prefixes): Pick<Learnt, 'keys' | 'parents'> {
  const texts = new Map<number, number>();
  for (const s of train) {
    for (const feature of new Set(s.clauses.flatMap((c) => [...c]))) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  }
  const depthOf = (key: number): number => {
    const prefix = prefixes.get(key);
    return prefix === undefined ? 1 : prefixes.has(prefix) ? 3 : 2;
  };
  const enough = [...texts]
    .filter(([, n]) => n >= FEWEST_TEXTS)
    .sort(([a, m], [b, n]) => n - m || depthOf(a) - depthOf(b) || a - b)
    .slice(0, MOST_ROWS);
  const rowOf = new Map(enough.map(([key], row) => [key, row]));
  return {
    keys: Int32Array.from(enough, ([key]) => key),
    parents: Uint16Array.from(enough, ([key]) => rowOf.get(prefixes.get(key) ?? Number.NaN) ?? NO_ROW),
  };
}

/** Reads clauses by the clause labels and whole texts by theirs; the result is whole numbers with a scale a column. */
export function learnTable(train: readonly Sample[], prefixes: Prefixes): Table {
  const { keys, parents } = known(train, prefixes);
  const vocabulary = new Vocabulary(keys);
  const rowsOf = (features: Int32Array): Int32Array =>
    features.map((feature) => vocabulary.find(feature)).filter((row) => row >= 0);
  const clauses: Example[] = [];
  const texts: Example[] = [];
  for (const s of train) {
    const rows = s.clauses.map(rowsOf);
    rows.forEach((features, c) => {
      const labels = s.said[c];
      if (labels && features.length > 0) clauses.push({ features, labels });
    });
    texts.push({ features: joined(rows), labels: s.text });
  }
  const { bytes, scale, bias } = pack(
    keys.length,
    learn(clauses, keys.length, CLAUSE_OUTPUTS, 8, 0.2, 1e-3),
    learn(texts, keys.length, TEXT_OUTPUTS, 6, 0.15, 1e-2),
  );
  const learnt = { keys, parents, bytes };
  return { learnt, ready: makeReady(learnt), rows: keys.length, scale, bias };
}

/** Eight bits a weight are enough (the figures are measured on the packed table). */
function pack(rows: number, clauses: Fitted, texts: Fitted): Pick<Table, 'scale' | 'bias'> & Pick<Learnt, 'bytes'> {
  const bytes = new Uint8Array(rows * WIDTH);
  const scale: number[] = [];
  const bias: number[] = [];
  for (let column = 0; column < WIDTH; column++) {
    const [from, k, outputs] =
      column < CLAUSE_OUTPUTS
        ? ([clauses, column, CLAUSE_OUTPUTS] as const)
        : ([texts, column - CLAUSE_OUTPUTS, TEXT_OUTPUTS] as const);
    let most = 1e-6;
    for (let row = 0; row < rows; row++) most = Math.max(most, Math.abs(from.weights[row * outputs + k] as number));
    const step = most / 127;
    for (let row = 0; row < rows; row++)
      bytes[row * WIDTH + column] = 128 + Math.round((from.weights[row * outputs + k] as number) / step);
    scale.push(step);
    bias.push(Math.round((from.bias[k] as number) * 1e5) / 1e5);
  }
  return { bytes, scale, bias };
}
