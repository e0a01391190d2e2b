import type { Clinic } from '../contract/clinic.ts';
import { isApproved } from './allow/frames.ts';
import type { Contact } from './bank/index.ts';
import { mask } from './mask.ts';
import { normalise } from './normalise.ts';

/** What of a profile may stand in a sentence: one line, of a length that a person would write. */
const LONGEST = { phone: 30, hours: 60, email: 80, line: 32, website: 100, name: 40 } as const;
type Slot = keyof typeof LONGEST;

function clean(value: string | undefined, slot: Slot): string {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  return text.length > LONGEST[slot] ? '' : text;
}

export type SlotValues = Record<Slot, string>;

export function valuesOf(clinic: Clinic | null): SlotValues {
  return {
    phone: clean(clinic?.phones[0], 'phone'),
    hours: clean(clinic?.hours, 'hours'),
    email: clean(clinic?.emails[0], 'email'),
    line: clean(clinic?.lineIds[0], 'line'),
    website: clean(clinic?.website, 'website'),
    name: clean(clinic?.name, 'name'),
  };
}

/** The ways the clinic has, the best first. */
export function waysOf(values: SlotValues): Contact[] {
  const ways: Contact[] = [];
  if (values.phone !== '') ways.push(values.hours === '' ? 'phone' : 'phone-hours', 'phone');
  if (values.email !== '') ways.push('email');
  if (values.line !== '') ways.push('line');
  if (values.website !== '') ways.push('website');
  return ways;
}

export const filled = (template: string, values: Partial<SlotValues>): string =>
  Object.entries(values).reduce((text, [slot, value]) => text.replace(`{${slot}}`, () => value), template);

/**
 * Whether the guard knows the sentence with the clinic's own words in its slots as one of the bank's. A profile may
 * hold anything: 「告訴您診所」 or a phone that is a sentence is left out rather than explained.
 */
export function staysApproved(text: string, clinic: Clinic | null): boolean {
  if (text.length > 200) return false;
  const masked = mask(normalise(text).text, clinic);
  return !/[\n!?;。].+/.test(masked) && isApproved(masked, clinic);
}
