import {
  type Change,
  type Correction,
  type Finding,
  type FindingKind,
  fail,
  HUNCH,
  ok,
  type Person,
  type Result,
  type Urgency,
} from '../contract/index.ts';
import { mayOverride, samePerson } from './case.ts';

/**
 * Findings on which replies are held back, or that are shown as the first to be looked at: people are called the same
 * day (law 3.5). To say that one of them is none is for a manager or a doctor, as approving a reply to it is; anybody
 * named may say that there is one.
 */
const GRAVE: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'serious-injury',
  'threat-violence',
  'self-harm',
  'personal-data',
  'harassment',
  'recording',
  'crime-claim',
  'hygiene-claim',
  'public-danger',
]);

const WEIGHT: Record<Urgency, number> = { today: 3, soon: 2, normal: 1, calm: 0 };

/** Whether of these words the kind is a mere hunch: shown with 「？」, a call to look. */
export const isHunch = (
  risks: readonly Pick<Finding, 'kind' | 'start' | 'end' | 'confidence'>[],
  { kind, places }: Pick<Extract<Change, { what: 'not-this' }>, 'kind' | 'places'>,
): boolean =>
  !risks.some(
    (risk) =>
      risk.kind === kind &&
      risk.confidence > HUNCH &&
      places.some(({ start, end }) => risk.start < end && start < risk.end),
  );

/** Whether a change makes something grave look harmless; a hunch of it is nothing yet. */
export function lowers(change: Change): boolean {
  switch (change.what) {
    case 'not-this':
      return GRAVE.has(change.kind) && !change.hunch;
    case 'other-kind':
      return GRAVE.has(change.kind) && !change.hunch && !GRAVE.has(change.to);
    case 'urgency':
      return change.from === 'today' && WEIGHT[change.to] < WEIGHT.today;
    default:
      return false;
  }
}

/** Whether taking a change back does. */
const raises = (change: Change): boolean =>
  change.what === 'missing'
    ? GRAVE.has(change.to)
    : change.what === 'other-kind'
      ? GRAVE.has(change.to) && !GRAVE.has(change.kind)
      : change.what === 'urgency' && change.to === 'today';

/** Who may make these changes: any named person, or manager and doctor where something grave is lowered. */
export function mayCorrect(person: Person | null, changes: readonly Change[]): Result<Person> {
  return mayOverride(person, changes.some(lowers) ? 'block' : 'warn');
}

/** Their own correction anybody takes back; another's as they might have made the opposite one. */
export function mayTakeBack(person: Person | null, correction: Correction): Result<Person> {
  if (person === null) return fail('needs-person');
  if (samePerson(person, correction.by)) return ok(person);
  return mayOverride(person, raises(correction.change) ? 'block' : 'warn');
}
