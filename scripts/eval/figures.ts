import type { Answer } from './triage.ts';

/** Figures with their 95 % intervals. */

export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How many it rests on: texts for a share, true cases for F1, precision and recall. */
  readonly n: number;
}

/** How often an answer of `of` was said and right: F1, precision, recall. */
export type Measure = 'share' | 'f1' | 'precision' | 'recall';

function rate(answers: readonly Answer[], of: string, measure: Measure): number {
  let right = 0;
  let hit = 0;
  let wrong = 0;
  let missed = 0;
  for (const a of answers) {
    if (a.truth === a.said) right++;
    if (a.truth === of && a.said === of) hit++;
    else if (a.said === of) wrong++;
    else if (a.truth === of) missed++;
  }
  if (measure === 'share') return answers.length === 0 ? 0 : right / answers.length;
  if (measure === 'precision') return hit + wrong === 0 ? 0 : hit / (hit + wrong);
  if (measure === 'recall') return hit + missed === 0 ? 0 : hit / (hit + missed);
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed);
}

const DRAWS = 300;

/** Bootstrap over texts, the same draws every time. */
export function figure(answers: readonly Answer[], measure: Measure, of = 'yes'): Figure {
  const n = measure === 'share' ? answers.length : answers.filter((a) => a.truth === of).length;
  const drawn: number[] = [];
  let state = 20241011;
  for (let d = 0; d < DRAWS; d++) {
    const sample: Answer[] = [];
    for (let i = 0; i < answers.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      sample.push(answers[Math.floor((state / 4294967296) * answers.length)] as Answer);
    }
    drawn.push(rate(sample, of, measure));
  }
  drawn.sort((a, b) => a - b);
  return {
    value: rate(answers, of, measure),
    low: drawn[Math.floor(DRAWS * 0.025)] ?? 0,
    high: drawn[Math.ceil(DRAWS * 0.975) - 1] ?? 0,
    n,
  };
}

export const mean = (figures: readonly Figure[]): Figure => ({
  value: figures.reduce((s, f) => s + f.value, 0) / figures.length,
  low: figures.reduce((s, f) => s + f.low, 0) / figures.length,
  high: figures.reduce((s, f) => s + f.high, 0) / figures.length,
  n: figures.reduce((s, f) => s + f.n, 0),
});
