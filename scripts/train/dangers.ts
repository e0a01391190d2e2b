import { DANGERS } from '../../lib/triage/model/table.ts';
import type { Row } from '../eval/data.ts';
import { DANGERS as LETTERS } from './codes.ts';
import type { Sample } from './data.ts';

/** Dangers: what the labels tell of each text and clause. */

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

/**
 * Files marked with dangers; of other marked texts (`marked-languages-en2` and `-ja2` too) nobody said whether they
 * announce or demand anything.
 */
const MARKED_SO = /^marked-(?:dangers|languages-(?:(?:en|ja)-)?\d|urgent)/;
export const tellsDangers = (row: Row): boolean => MARKED_SO.test(row.id);

/** Of each danger in the order of DANGERS: 1 it is there, 0 it is not, -1 the labels do not tell. */
export function truthOf(row: Row, origin: Sample['origin']): Int8Array {
  const truth = new Int8Array(DANGERS.length);
  if (origin === 'restaurant') return truth.fill(-1);
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

/** Texts in which a danger was looked for with care, or found. */
export const isGrave = (s: Sample): boolean => tellsDangers(s.row) || s.dangers.some((labels) => labels.includes(1));
