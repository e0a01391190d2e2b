import type { PersonalSpan, PersonalType } from '../contract/index.ts';

/** Numbers that lead to one person. */
const NUMBERS: ReadonlySet<PersonalType> = new Set<PersonalType>([
  'NATIONAL_ID',
  'PHONE',
  'MEDICAL_RECORD_NO',
  'NHI_CARD_NO',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
]);

/**
 * Whether what was found in a reason (`findPersonal`) must not be kept: a record that nobody can change is no place
 * for a person's numbers. Names and the like are only warned of; a reason may need them.
 */
export const holdsNumbers = (found: readonly PersonalSpan[]): boolean => found.some(({ type }) => NUMBERS.has(type));
