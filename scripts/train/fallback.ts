import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ASPECTS, type Aspect } from '../../lib/contract/triage.ts';
import { claimFeatures, gatherClaims } from '../../lib/triage/accusation.ts';
import { aspectFeatures, facts, SENTIMENTS, sentimentFeatures, tally } from '../../lib/triage/features.ts';
import { sigmoid, softmax } from '../../lib/triage/linear.ts';
import { read } from '../../lib/triage/reading.ts';
import { balance, hostility, pushMark } from '../../lib/triage/sentiment.ts';
import { gatherSignals } from '../../lib/triage/signals.ts';
import { forumRows, hospitalRows } from '../eval/data.ts';

/**
 * Fits lib/triage/weights.ts: how much each count of curated words says, for the day the trained weights cannot be
 * loaded. Deterministic; first prints what left-out places give (every place once), then fits on all rows and writes
 * the file. No text goes into it.
 */

interface Sample {
  place: string;
  sentiment: number;
  withStars: number[];
  withoutStars: number[];
  hasStars: boolean;
  aspectRows: (chances: readonly number[]) => number[][];
  aspects: boolean[];
  claimRow: (chances: readonly number[]) => number[];
  accuses: boolean;
  urgent: boolean;
  threat: boolean;
}

function samples(): Sample[] {
  const rows = [...hospitalRows(), ...forumRows()];
  return rows.map((row) => {
    const reading = read(row.text);
    const signals = gatherSignals(reading);
    const sum = balance(reading);
    const hostile = hostility(signals);
    const mark = pushMark(row.text);
    const tallies = tally(reading);
    const fact = facts(reading);
    const claims = gatherClaims(reading, signals);
    return {
      place: row.place ?? 'forum',
      sentiment: SENTIMENTS.indexOf(row.sentiment as (typeof SENTIMENTS)[number]),
      withStars: sentimentFeatures(reading, sum, hostile, { stars: row.stars ?? null, recommends: null, mark }),
      withoutStars: sentimentFeatures(reading, sum, hostile, { stars: null, recommends: null, mark }),
      hasStars: row.stars != null,
      aspectRows: (chances) =>
        ASPECTS.map((_, a) => aspectFeatures(a, tallies, fact, chances, sum, reading.text.codes.length)),
      aspects: ASPECTS.map((a) => row.aspects[a] !== undefined),
      claimRow: (chances) => claimFeatures(claims, reading, chances, tallies),
      accuses: row.accusation !== 'none',
      urgent: row.urgent,
      threat: row.threat === 'violence' || (row.risks ?? []).some((r) => r === 'T22' || r === 'T13'),
    };
  });
}

/** Batch gradient descent with momentum and a pull towards zero; the bias is free. */
function fitSoftmax(
  rows: readonly number[][],
  classes: readonly number[],
  importance: readonly number[],
  k: number,
): number[][] {
  const width = rows[0]?.length ?? 0;
  const weights = Array.from({ length: k }, () => new Array<number>(width).fill(0));
  const speed = weights.map((w) => w.map(() => 0));
  const total = importance.reduce((a, b) => a + b, 0);
  for (let step = 0; step < 700; step++) {
    const gradient = weights.map((w) => w.map((v, j) => (j === 0 ? 0 : v * 0.0015)));
    rows.forEach((row, i) => {
      const chances = softmax(weights, row);
      for (let c = 0; c < k; c++) {
        const error = (((chances[c] ?? 0) - (classes[i] === c ? 1 : 0)) * (importance[i] ?? 1)) / total;
        const g = gradient[c] as number[];
        for (let j = 0; j < width; j++) g[j] = (g[j] ?? 0) + error * (row[j] ?? 0);
      }
    });
    weights.forEach((w, c) => {
      for (let j = 0; j < width; j++) {
        const v = 0.9 * (speed[c]?.[j] ?? 0) - 0.35 * (gradient[c]?.[j] ?? 0);
        (speed[c] as number[])[j] = v;
        w[j] = (w[j] ?? 0) + v;
      }
    });
  }
  return weights;
}

function fitSigmoid(rows: readonly number[][], truth: readonly boolean[], importance: readonly number[]): number[] {
  const pair = fitSoftmax(
    rows,
    truth.map((t) => (t ? 1 : 0)),
    importance,
    2,
  );
  return (pair[1] as number[]).map((v, j) => v - (pair[0]?.[j] ?? 0));
}

interface Model {
  sentiment: number[][];
  aspects: number[][];
  thresholds: number[];
  accusation: number[];
  accusationThreshold: number;
  urgent: number[];
  urgentThreshold: number;
}

function estimate(train: readonly Sample[]): Model {
  const rows: number[][] = [];
  const classes: number[] = [];
  const importance: number[] = [];
  for (const s of train) {
    // Rare classes count more, but far less than evenly; reviews also stand in for posts without stars.
    const rare = s.sentiment === 2 ? 1.8 : s.sentiment === 3 ? 1.6 : 1;
    if (s.hasStars) {
      rows.push(s.withStars);
      classes.push(s.sentiment);
      importance.push(rare);
    }
    rows.push(s.withoutStars);
    classes.push(s.sentiment);
    importance.push((s.hasStars ? 0.2 : 5) * rare);
  }
  const sentiment = fitSoftmax(rows, classes, importance, SENTIMENTS.length);
  const chances = train.map((s) => softmax(sentiment, s.hasStars ? s.withStars : s.withoutStars));
  const aspectRows = train.map((s, i) => s.aspectRows(chances[i] as number[]));
  const aspects: number[][] = [];
  const thresholds: number[] = [];
  ASPECTS.forEach((_, a) => {
    const own = aspectRows.map((r) => r[a] as number[]);
    const truth = train.map((s) => s.aspects[a] as boolean);
    const w = fitSigmoid(
      own,
      truth,
      train.map((s) => (s.hasStars ? 1 : 1.5)),
    );
    aspects.push(w);
    thresholds.push(bestThreshold(w, own, truth));
  });
  const claimRows = train.map((s, i) => s.claimRow(chances[i] as number[]));
  const accuses = train.map((s) => s.accuses);
  const accusation = fitSigmoid(
    claimRows,
    accuses,
    train.map(() => 1),
  );
  // Violence announced, self-harm and doxxing are rules of their own: here only what is alleged.
  const urgents = train.map((s) => s.urgent && !s.threat);
  const urgent = fitSigmoid(
    claimRows,
    urgents,
    train.map((s) => (s.urgent ? 2 : 1)),
  );
  return {
    sentiment,
    aspects,
    thresholds,
    accusation,
    accusationThreshold: bestThreshold(accusation, claimRows, accuses),
    urgent,
    urgentThreshold: bestThreshold(urgent, claimRows, urgents),
  };
}

/** Where F1 is best on the rows fitted on. */
function bestThreshold(weights: readonly number[], rows: readonly number[][], truth: readonly boolean[]): number {
  const scored = rows.map((r, i) => [sigmoid(weights, r), truth[i]] as const);
  let best = 0.5;
  let bestF1 = 0;
  for (let t = 0.2; t <= 0.65; t += 0.01) {
    let tp = 0;
    let fp = 0;
    let fn = 0;
    for (const [p, y] of scored) {
      if (p >= t && y) tp++;
      else if (p >= t) fp++;
      else if (y) fn++;
    }
    const f = (2 * tp) / (2 * tp + fp + fn || 1);
    if (f > bestF1) {
      bestF1 = f;
      best = t;
    }
  }
  return Math.round(best * 100) / 100;
}

function crossValidate(all: readonly Sample[]): void {
  const places = [...new Set(all.map((s) => s.place))].filter((p) => p !== 'forum').sort();
  const right = { stars: 0, none: 0 };
  let n = 0;
  const counts = ASPECTS.map(() => ({ tp: 0, fp: 0, fn: 0 }));
  const mixed = { tp: 0, fp: 0, fn: 0 };
  const accusation = { tp: 0, fp: 0, fn: 0 };
  const urgent = { tp: 0, fp: 0, fn: 0 };
  const groups = Array.from({ length: 5 }, (_, g) => places.filter((_, i) => i % 5 === g));
  for (const group of groups) {
    const model = estimate(all.filter((s) => !group.includes(s.place)));
    for (const s of all.filter((x) => group.includes(x.place))) {
      const chances = softmax(model.sentiment, s.withStars);
      const said = chances.indexOf(Math.max(...chances));
      const blind = softmax(model.sentiment, s.withoutStars);
      n++;
      if (said === s.sentiment) right.stars++;
      if (blind.indexOf(Math.max(...blind)) === s.sentiment) right.none++;
      const claimRow = s.claimRow(chances);
      for (const [c, w, t, truth] of [
        [accusation, model.accusation, model.accusationThreshold, s.accuses],
        [urgent, model.urgent, model.urgentThreshold, s.urgent],
      ] as const) {
        const found = sigmoid(w, claimRow) >= t;
        if (found && truth) c.tp++;
        else if (found) c.fp++;
        else if (truth) c.fn++;
      }
      if (said === 2 && s.sentiment === 2) mixed.tp++;
      else if (said === 2) mixed.fp++;
      else if (s.sentiment === 2) mixed.fn++;
      s.aspectRows(chances).forEach((row, a) => {
        const found = sigmoid(model.aspects[a] as number[], row) >= (model.thresholds[a] ?? 0.5);
        const c = counts[a] as { tp: number; fp: number; fn: number };
        if (found && s.aspects[a]) c.tp++;
        else if (found) c.fp++;
        else if (s.aspects[a]) c.fn++;
      });
    }
  }
  const f = (c: { tp: number; fp: number; fn: number }): number => (2 * c.tp) / (2 * c.tp + c.fp + c.fn || 1);
  console.error(
    `left-out places (${n}): sentiment ${(right.stars / n).toFixed(3)}, without stars ${(right.none / n).toFixed(3)}, mixed F1 ${f(mixed).toFixed(3)}, accusation F1 ${f(accusation).toFixed(3)}, urgent F1 ${f(urgent).toFixed(3)}`,
  );
  console.error(
    `aspects macro-F1 ${(counts.reduce((a, c) => a + f(c), 0) / counts.length).toFixed(3)}: ${ASPECTS.map((a, i) => `${a} ${f(counts[i] as { tp: number; fp: number; fn: number }).toFixed(3)}`).join(', ')}`,
  );
}

const number = (v: number): string => String(Math.round(v * 1000) / 1000);

/** Fits what is used where the trained weights cannot be loaded, and writes lib/triage/weights.ts. */
export function main(): void {
  const all = samples();
  if (all.length === 0) {
    console.error('train: ../shared/data is not there; nothing fitted');
    return;
  }
  crossValidate(all);
  const model = estimate(all);
  const list = (row: readonly number[]): string => `[${row.map(number).join(', ')}]`;
  const aspects = ASPECTS.map((a: Aspect, i) => `  ${a}: ${list(model.aspects[i] as number[])},`).join('\n');
  const thresholds = ASPECTS.map((a, i) => `  ${a}: ${model.thresholds[i]},`).join('\n');
  const text = `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted numbers, not constants of nature
import type { Aspect } from '../contract/triage.ts';

/** Made by npm run train -- fallback; do not edit. Rows and columns are those of \`features.ts\`. */

/** One row a sentiment, in the order of SENTIMENTS. */
export const SENTIMENT_WEIGHTS: readonly (readonly number[])[] = [
${model.sentiment.map((row) => `  ${list(row)},`).join('\n')}
];

export const ASPECT_WEIGHTS: Record<Aspect, readonly number[]> = {
${aspects}
};

/** Columns: claimFeatures. */
export const ACCUSATION_WEIGHTS: readonly number[] = ${list(model.accusation)};
export const ACCUSATION_THRESHOLD = ${model.accusationThreshold};
export const URGENT_WEIGHTS: readonly number[] = ${list(model.urgent)};
export const URGENT_THRESHOLD = ${model.urgentThreshold};

/** From this chance on an aspect counts as mentioned. */
export const ASPECT_THRESHOLDS: Record<Aspect, number> = {
${thresholds}
};
`;
  writeFileSync(fileURLToPath(new URL('../../lib/triage/weights.ts', import.meta.url)), text);
}
