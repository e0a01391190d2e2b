import { ASPECTS } from '../../contract/triage.ts';
import type { Scores } from './score.ts';
import { ABUSIVE, CLAUSE_OUTPUTS, GENERAL, SERIOUS, SPECIFIC, TEXT_SENTIMENT } from './weights.ts';

/**
 * Rows of features for the heads: what the curated words counted (`features.ts`, `accusation.ts`) beside what the
 * clauses and the text scored. Order is part of the weights; training builds the same rows.
 */

const log = Math.log1p;

/** Highest, second, sum and "at least one" of one output over the clauses. */
function summary(scores: Scores, output: number): number[] {
  let first = 0;
  let second = 0;
  let sum = 0;
  let none = 1;
  for (let at = output; at < scores.clauses.length; at += CLAUSE_OUTPUTS) {
    const chance = scores.clauses[at] as number;
    if (chance > first) {
      second = first;
      first = chance;
    } else if (chance > second) second = chance;
    sum += chance;
    none *= 1 - chance;
  }
  return [first, second, log(sum), 1 - none, Math.log(first + 1e-3)];
}

export interface Summaries {
  /** One list an output of the clauses. */
  readonly outputs: readonly (readonly number[])[];
  readonly highest: readonly number[];
  readonly clauses: number;
}

export function summarise(scores: Scores): Summaries {
  const outputs = Array.from({ length: CLAUSE_OUTPUTS }, (_, k) => summary(scores, k));
  return { outputs, highest: outputs.map((s) => s[0] as number), clauses: scores.clauses.length / CLAUSE_OUTPUTS };
}

/** `counted`: sentimentFeatures. */
export function sentimentRow(counted: readonly number[], scores: Scores, stars: number | null): number[] {
  let praise = 0;
  let complaint = 0;
  let bestPraise = 0;
  let bestComplaint = 0;
  for (let at = 0; at < scores.clauses.length; at += CLAUSE_OUTPUTS) {
    let up = 0;
    let down = 0;
    for (let a = 0; a < ASPECTS.length; a++) {
      up = Math.max(up, scores.clauses[at + 2 * a] as number);
      down = Math.max(down, scores.clauses[at + 2 * a + 1] as number);
    }
    praise += up;
    complaint += down;
    bestPraise = Math.max(bestPraise, up);
    bestComplaint = Math.max(bestComplaint, down);
  }
  const less = Math.min(praise, complaint);
  const total = praise + complaint + 0.5;
  const high = stars !== null && stars >= 4 ? 1 : 0;
  const low = stars !== null && stars <= 2 ? 1 : 0;
  const blank = 1 - high - low;
  return [
    ...counted,
    ...scores.text.subarray(TEXT_SENTIMENT),
    log(praise),
    log(complaint),
    bestPraise,
    bestComplaint,
    (praise - complaint) / total,
    less / total,
    log(less),
    high * log(complaint),
    high * bestComplaint,
    low * log(praise),
    low * bestPraise,
    blank * log(praise),
    blank * log(complaint),
  ];
}

/** `counted`: aspectFeatures of the aspect at `index`. */
export function aspectRow(index: number, counted: readonly number[], sums: Summaries, scores: Scores): number[] {
  return [
    ...counted,
    ...(sums.outputs[2 * index] as readonly number[]),
    ...(sums.outputs[2 * index + 1] as readonly number[]),
    ...sums.highest,
    log(sums.clauses),
    ...scores.text,
  ];
}

/** `counted`: claimFeatures. */
export function claimRow(counted: readonly number[], sums: Summaries, scores: Scores): number[] {
  const risks = [SPECIFIC, GENERAL, SERIOUS, ABUSIVE, 3].flatMap((k) => sums.outputs[k] as readonly number[]);
  return [...counted, ...risks, ...scores.text];
}

/** The last weight is the bias. */
export function chanceOf(head: readonly number[], row: readonly number[]): number {
  let sum = head[row.length] ?? 0;
  for (let i = 0; i < row.length; i++) sum += (head[i] as number) * (row[i] as number);
  return 1 / (1 + Math.exp(-sum));
}
