import { type Clinic, fail, ok, type Result } from '../contract/index.ts';
import { holdsNumbers } from '../desk/reason.ts';
import { findPersonal } from '../privacy/index.ts';

/** The words of a reason that stays in the records for good; refused without any, or with a person's numbers in it. */
export function reasonOf(reason: string, clinic: Clinic | null): Result<string> {
  const said = reason.trim();
  if (said === '') return fail('needs-reason');
  // The page says so before.
  return holdsNumbers(findPersonal(said, clinic)) ? fail('bad-request', 'reason') : ok(said);
}
