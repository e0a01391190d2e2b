import { fail, type Named, ok, type Person, type Result, type Rule, type SettingsView } from '../contract/index.ts';
import { isApprover, mayOverride, samePerson } from './case.ts';

/** The clinic's people, and who of them sits here. */
export interface AtDesk {
  people: readonly Person[];
  onDuty: Person | null;
}

/** The desk as the settings have it; nobody is known of a clinic without a profile. */
export const deskOf = ({ clinic, onDuty }: Pick<SettingsView, 'clinic' | 'onDuty'>): AtDesk => ({
  people: clinic?.people ?? [],
  onDuty,
});

/**
 * Under whose name a deed goes: that of who is on duty, or of the manager or doctor `picked` for this deed alone. Who
 * sits here is not changed by it, and is noted beside the name.
 */
export function namedAt({ people, onDuty }: AtDesk, picked?: Person): Result<Named> {
  if (picked === undefined || samePerson(picked, onDuty)) return ok({ by: onDuty });
  if (!people.some((one) => samePerson(one, picked))) return fail('needs-person');
  return isApprover(picked) ? ok({ by: picked, duty: onDuty }) : fail('needs-role');
}

/** Warnings about words that bind the clinic once they are public: a threat to sue, a demand to delete, an admission. */
const BINDING: ReadonlySet<Rule> = new Set<Rule>(['R11', 'R13', 'R14']);

export const bindsClinic = (rules: readonly Rule[]): boolean => rules.some((rule) => BINDING.has(rule));

/**
 * Who may confirm a text that breaks these rules by way of a warning: what binds the clinic, manager or doctor where it
 * has one; all else, and what the judge is merely unsure of, anybody who is named.
 */
export function mayConfirm({ people, onDuty }: AtDesk, rules: readonly Rule[]): Result<Person> {
  return mayOverride(onDuty, bindsClinic(rules) && people.some(isApprover) ? 'block' : 'warn');
}
