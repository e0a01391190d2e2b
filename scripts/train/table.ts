import { clauseFeatures, MOST_FEATURES } from '../../lib/triage/model/features.ts';
import { CLAUSE_OUTPUTS, DANGERS, type Learnt, makeReady, NO_ROW, TEXT_OUTPUTS } from '../../lib/triage/model/table.ts';
import { MOST_ROWS, Vocabulary } from '../../lib/triage/model/vocabulary.ts';
import type { TriageModel } from '../../lib/triage/model/weights.ts';
import { isGrave } from './dangers.ts';
import type { Sample } from './data.ts';
import { type Example, type Fitted, learn } from './sparse.ts';

/** The part of the model that reads: one row of weights a hashed feature. */
export type Table = Pick<TriageModel, 'learnt' | 'ready' | 'scale' | 'bias' | 'rows'>;

/**
 * A feature that fewer texts hold says nothing that holds elsewhere. Those in other languages or with a danger are few.
 * What is on the menu is not counted.
 */
const FEWEST_TEXTS = 24;
const FEWEST_FOREIGN = 6;
const FEWEST_GRAVE = 12;

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
function known(
  texts: ReadonlyMap<number, number>,
  prefixes: Prefixes,
  isEnough: (key: number, texts: number) => boolean,
): Pick<Learnt, 'keys' | 'parents'> {
  const depthOf = (key: number): number => {
    const prefix = prefixes.get(key);
    return prefix === undefined ? 1 : prefixes.has(prefix) ? 3 : 2;
  };
  const enough = [...texts]
    .filter(([key, n]) => isEnough(key, n))
    .sort(([a, m], [b, n]) => n - m || depthOf(a) - depthOf(b) || a - b)
    .slice(0, MOST_ROWS);
  const rowOf = new Map(enough.map(([key], row) => [key, row]));
  return {
    keys: Int32Array.from(enough, ([key]) => key),
    parents: Uint16Array.from(enough, ([key]) => rowOf.get(prefixes.get(key) ?? Number.NaN) ?? NO_ROW),
  };
}

/** In how many texts each feature stands. */
function countTexts(train: readonly Sample[]): Map<number, number> {
  const texts = new Map<number, number>();
  for (const s of train)
    for (const feature of new Set(s.clauses.flatMap((c) => [...c]))) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  return texts;
}

/** Reads clauses by the clause labels and whole texts by theirs; the result is whole numbers with a scale a column. */
export function learnTable(train: readonly Sample[], prefixes: Prefixes): Table {
  const foreign = countTexts(train.filter((s) => s.foreign));
  const grave = countTexts(train.filter(isGrave));
  const { keys, parents } = known(
    countTexts(train.filter((s) => s.origin !== 'restaurant')),
    prefixes,
    (key, n) => n >= FEWEST_TEXTS || (foreign.get(key) ?? 0) >= FEWEST_FOREIGN || (grave.get(key) ?? 0) >= FEWEST_GRAVE,
  );
  const vocabulary = new Vocabulary(keys);
  const rowsOf = (features: Int32Array): Int32Array =>
    features.map((feature) => vocabulary.find(feature)).filter((row) => row >= 0);
  const clauses: Example[] = [];
  const dangers: Example[] = [];
  const texts: Example[] = [];
  for (const s of train) {
    const rows = s.clauses.map(rowsOf);
    rows.forEach((features, c) => {
      const labels = s.said[c];
      if (labels && features.length > 0) clauses.push({ features, labels });
      if (features.length > 0) dangers.push({ features, labels: s.dangers[c] as Int8Array });
    });
    texts.push({ features: joined(rows), labels: s.text });
  }
  const { bytes, scale, bias } = pack(keys.length, [
    learn(clauses, keys.length, CLAUSE_OUTPUTS, 8, 0.2, 1e-3),
    learn(texts, keys.length, TEXT_OUTPUTS, 6, 0.15, 1e-2),
    learn(dangers, keys.length, DANGERS.length, 8, 0.2, 1e-3),
  ]);
  const learnt = { keys, parents, bytes };
  return { learnt, ready: makeReady(learnt), rows: keys.length, scale, bias };
}

/** Eight bits a weight are enough (the figures are measured on the packed table). */
function pack(rows: number, parts: readonly Fitted[]): Pick<Table, 'scale' | 'bias'> & Pick<Learnt, 'bytes'> {
  const columns = parts.flatMap(({ weights, bias }) =>
    Array.from(bias, (b, k) => ({ weights, bias: b, k, outputs: bias.length })),
  );
  const bytes = new Uint8Array(rows * columns.length);
  const scale = columns.map(({ weights, k, outputs }, column) => {
    let most = 1e-6;
    for (let row = 0; row < rows; row++) most = Math.max(most, Math.abs(weights[row * outputs + k] as number));
    const step = most / 127;
    for (let row = 0; row < rows; row++)
      bytes[row * columns.length + column] = 128 + Math.round((weights[row * outputs + k] as number) / step);
    return step;
  });
  return { bytes, scale, bias: columns.map(({ bias }) => Math.round(bias * 1e5) / 1e5) };
}
