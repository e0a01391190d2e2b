import type { Scores } from '../../lib/triage/model/score.ts';
import { DANGERS, type DangerKind } from '../../lib/triage/model/table.ts';
import type { TriageModel } from '../../lib/triage/model/weights.ts';
import type { Row } from '../eval/data.ts';
import { DANGERS as LETTERS } from './codes.ts';
import type { Sample } from './data.ts';

/** Dangers: what the labels tell of each text and clause, and from where on the model speaks of one. */

/**
 * Of 1,000 real reviews without the danger so many may be looked at closely, and called `maybe`: whoever may think of
 * ending his life is worth more looks.
 */
type Share = (kind: DangerKind) => number;
const LOOK: Share = () => 80;
const MAYBE: Share = (kind) => (kind === 'self-harm' ? 5 : 1.5);
/** `sure` lies so far above the highest of them all. */
const BEYOND = 0.5;

const RISKS: Record<string, number> = {
  T10: 0,
  T11: 2,
  T22: 3,
  T13: 4,
  T16: 5,
  T04: 6,
  T09: 7,
  T12: 8,
  T20: 9,
};
const [VIOLENCE, LEGAL, DEMAND, CRIME] = [0, 1, 2, 6] as const;

/** Files marked with dangers; of other marked texts nobody said whether they announce or demand anything. */
const MARKED_SO = /^marked-(?:dangers|languages|urgent)/;
export const tellsDangers = (row: Row): boolean => MARKED_SO.test(row.id);

/** Of each danger in the order of DANGERS: 1 it is there, 0 it is not, -1 the labels do not tell. */
function truthOf(row: Row, origin: Sample['origin']): Int8Array {
  const truth = new Int8Array(DANGERS.length);
  for (const risk of row.risks ?? []) if (RISKS[risk] !== undefined) truth[RISKS[risk]] = 1;
  if (row.threat === 'violence') {
    truth[VIOLENCE] = 1;
    truth[LEGAL] = -1;
  }
  if (row.threat === 'legal') truth[LEGAL] = 1;
  if (row.risks) return truth;
  if (row.threat !== 'none') truth[DEMAND] = -1;
  if (row.accusation !== 'none') truth[CRIME] = -1;
  if (origin === 'marked') for (const k of [VIOLENCE, LEGAL, DEMAND, CRIME]) truth[k] = -1;
  return truth;
}

/** Labels of each clause, `codes` being the marks in it. Where only the text is labelled, the clause cannot be told. */
export function dangersOf(row: Row, origin: Sample['origin'], codes: readonly string[]): Int8Array[] {
  if (tellsDangers(row))
    return codes.map((said) => Int8Array.from(LETTERS, (letter) => (said.includes(letter) ? 1 : 0)));
  const truth = truthOf(row, origin);
  const labels = truth.map((t) => (t === 1 && codes.length > 1 ? -1 : t));
  return codes.map(() => labels);
}

/** From which odds on, by what tables say of texts that they had not seen. */
export function dangerThresholds(
  scored: readonly { readonly s: Sample; readonly scores: Scores }[],
): TriageModel['dangers'] {
  const scores = scored.map(({ s, scores }) => ({
    odds: DANGERS.map((_, k) => scores.dangers[2 * k + 1] as number),
    truth: truthOf(s.row, s.origin),
    positive: s.row.sentiment === 'positive',
  }));
  const above = (share: Share): number[] =>
    DANGERS.map((kind, k) => {
      const odds = scores.flatMap((s) => (s.truth[k] === 0 && !s.positive ? [s.odds[k] as number] : []));
      const allowed = Math.floor((scores.length * share(kind)) / 1000);
      return Math.round((odds.sort((a, b) => b - a)[allowed] ?? 0) * 1000) / 1000;
    });
  return { look: above(LOOK), maybe: above(MAYBE), sure: above(() => 0).map((odds) => odds + BEYOND) };
}

/** Texts in which a danger was looked for with care, or found. */
export const isGrave = (s: Sample): boolean => tellsDangers(s.row) || s.dangers.some((labels) => labels.includes(1));
