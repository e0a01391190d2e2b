import { ok, type Person, type Result } from '../contract/index.ts';
import { dayOf } from './calendar.ts';
import { isApprover, mayOverride, samePerson } from './case.ts';
import type { AtDesk } from './naming.ts';

/**
 * Who may delete what the clinic may need later (evidence, records, everything): manager or doctor, as for letting a
 * blocked text out. A clinic that has named neither cannot be asked for one: there anybody may, under whatever name
 * is on duty.
 */
export function mayDelete({ people, onDuty }: AtDesk): Result<Person | null> {
  return people.some(isApprover) ? mayOverride(onDuty, 'block') : ok(onDuty);
}

/** Who took a capture, and when. */
export interface Taken {
  by: Person | null;
  at: string;
}

/** A wrong capture (誤擷取) whoever took it may take away the same day, as one takes back a slip. `taken` null: not known. */
export function mayDeleteCapture(
  desk: AtDesk,
  taken: Taken | null,
  { wrong, now }: { wrong: boolean; now: string },
): Result<Person | null> {
  const ownSlip = wrong && taken && samePerson(desk.onDuty, taken.by) && dayOf(taken.at) === dayOf(now);
  return ownSlip ? ok(desk.onDuty) : mayDelete(desk);
}
