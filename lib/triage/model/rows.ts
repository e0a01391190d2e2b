import { ASPECTS, type Triage } from '../../contract/triage.ts';
import { logOf as log } from '../linear.ts';
import { roomForSums } from '../room.ts';
import type { Scores } from './score.ts';
import { ABUSIVE, CLAUSE_OUTPUTS, GENERAL, SERIOUS, SPECIFIC, TEXT_SENTIMENT } from './table.ts';

/**
 * Rows of features for the heads: what the curated words counted (`features.ts`, `accusation.ts`) beside what the
 * clauses and the text scored. Order is part of the weights; training builds the same rows.
 */

const logOfChance = (chance: number): number => Math.log(chance + 1e-3);

/** Highest, second, sum, and the chance that none holds: what a row says of an output is made of these. */
const SUMMARY = 4;

export interface Summaries {
  /** SUMMARY numbers an output of the clauses. */
  readonly outputs: Float64Array;
  readonly clauses: number;
}

export function summarise(scores: Scores): Summaries {
  const { clauses } = scores;
  const outputs = roomForSums(CLAUSE_OUTPUTS * SUMMARY);
  for (let output = 0; output < CLAUSE_OUTPUTS; output++) {
    let first = 0;
    let second = 0;
    let sum = 0;
    let none = 1;
    for (let at = output; at < clauses.length; at += CLAUSE_OUTPUTS) {
      const chance = clauses[at] as number;
      if (chance > first) {
        second = first;
        first = chance;
      } else if (chance > second) second = chance;
      sum += chance;
      none *= 1 - chance;
    }
    const to = output * SUMMARY;
    outputs[to] = first;
    outputs[to + 1] = second;
    outputs[to + 2] = sum;
    outputs[to + 3] = none;
  }
  return { outputs, clauses: clauses.length / CLAUSE_OUTPUTS };
}

/** The highest chance of an output over the clauses. */
export const highestOf = (sums: Summaries, output: number): number => sums.outputs[output * SUMMARY] as number;

function pushSummary(row: number[], sums: Summaries, output: number): void {
  const at = output * SUMMARY;
  const { outputs } = sums;
  const first = outputs[at] as number;
  row.push(first, outputs[at + 1] as number);
  row.push(log(outputs[at + 2] as number), 1 - (outputs[at + 3] as number), logOfChance(first));
}

function pushText(row: number[], scores: Scores): void {
  for (let k = 0; k < scores.text.length; k++) row.push(scores.text[k] as number);
}

/** `counted`: sentimentFeatures; the row is made longer in place. */
export function sentimentRow(counted: number[], scores: Scores, stars: number | null): number[] {
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
  for (let k = TEXT_SENTIMENT; k < scores.text.length; k++) counted.push(scores.text[k] as number);
  counted.push(
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
  );
  return counted;
}

/** `counted`: aspectFeatures of the aspect at `index`; the row is made longer in place. `aspectRest` goes on from it. */
export function aspectRow(index: number, counted: number[], sums: Summaries): number[] {
  pushSummary(counted, sums, 2 * index);
  pushSummary(counted, sums, 2 * index + 1);
  return counted;
}

/** The end of the row, which all aspects of a text share. */
export function aspectRest(sums: Summaries, scores: Scores): number[] {
  const rest: number[] = [];
  for (let k = 0; k < CLAUSE_OUTPUTS; k++) rest.push(sums.outputs[k * SUMMARY] as number);
  rest.push(log(sums.clauses));
  pushText(rest, scores);
  return rest;
}

/** `counted`: claimFeatures; the row is made longer in place. */
export function claimRow(counted: number[], sums: Summaries, scores: Scores): number[] {
  for (const output of [SPECIFIC, GENERAL, SERIOUS, ABUSIVE, 3]) pushSummary(counted, sums, output);
  pushText(counted, scores);
  return counted;
}

export function insultRow(
  byWords: { readonly level: Triage['insult']; readonly signals: readonly unknown[] },
  stars: number | null,
  chances: readonly number[],
  sums: Summaries,
  scores: Scores,
): number[] {
  const row = [
    byWords.level === 'none' ? 0 : 1,
    byWords.level === 'severe' ? 1 : 0,
    log(byWords.signals.length),
    stars === null ? 1 : 0,
    stars !== null && stars <= 2 ? 1 : 0,
    ...chances,
  ];
  pushSummary(row, sums, ABUSIVE);
  pushSummary(row, sums, 1);
  row.push(log(sums.clauses));
  pushText(row, scores);
  return row;
}

/** Odds beyond these tell no more, and a text without clauses has none. */
const LEAST_DANGER = -12;
const MOST_DANGER = 8;

/**
 * What a danger is weighed by: a threat is told apart from a curse by what else is said beside it. The highest chances
 * are looked for here: of all that `summarise` makes nothing else is asked, and it takes longer.
 */
export function dangerRow(scores: Scores): number[] {
  const { clauses } = scores;
  const row: number[] = [];
  for (let k = 1; k < scores.dangers.length; k += 2)
    row.push(Math.min(MOST_DANGER, Math.max(LEAST_DANGER, scores.dangers[k] as number)));
  for (let output = 0; output < CLAUSE_OUTPUTS; output++) {
    let highest = 0;
    for (let at = output; at < clauses.length; at += CLAUSE_OUTPUTS)
      if ((clauses[at] as number) > highest) highest = clauses[at] as number;
    row.push(highest, logOfChance(highest));
  }
  pushText(row, scores);
  row.push(log(clauses.length / CLAUSE_OUTPUTS));
  return row;
}

const NOTHING: readonly number[] = [];

export const chanceOf = (head: readonly number[], row: readonly number[], rest = NOTHING): number =>
  1 / (1 + Math.exp(-oddsOf(head, row, rest)));

export function chancesOf(heads: readonly (readonly number[])[], row: readonly number[], rest = NOTHING): number[] {
  const chances: number[] = [];
  for (const head of heads) chances.push(chanceOf(head, row, rest));
  return chances;
}

/** Log-odds. The last weight is the bias. `rest`: the end of the row, where it stands by itself. */
export function oddsOf(head: readonly number[], row: readonly number[], rest = NOTHING): number {
  const own = row.length;
  let sum = head[own + rest.length] ?? 0;
  for (let i = 0; i < own; i++) sum += (head[i] as number) * (row[i] as number);
  for (let i = 0; i < rest.length; i++) sum += (head[own + i] as number) * (rest[i] as number);
  return sum;
}
