import * as z from 'zod/mini';
import { Aspect } from './triage.ts';

export const Role = z.enum(['desk', 'manager', 'doctor', 'lawyer']);
export type Role = z.infer<typeof Role>;

/** A person of the clinic's desk. "A named person" in every rule is one of these, chosen as on duty (值班). */
export const Person = z.object({ name: z.string().check(z.minLength(1)), role: Role });
export type Person = z.infer<typeof Person>;

/**
 * Under whose name a deed is noted. `duty`: who was on duty, where somebody else's name was picked for this deed. The
 * program does not verify who it is, so both are kept.
 */
export interface Named {
  by: Person | null;
  duty?: Person | null;
}

export const UiLanguage = z.enum(['zh-TW', 'en']);
export type UiLanguage = z.infer<typeof UiLanguage>;

const strings = z._default(z.array(z.string()), []);

/** The clinic's profile (CONTRACTS.md). Every part but the name may be empty. */
export const Clinic = z.object({
  name: z.string(),
  aliases: strings,
  doctors: z._default(z.array(z.object({ name: z.string(), aliases: strings })), []),
  /** Further words that mean the clinic: projects, nicknames, misspellings. */
  watch: strings,
  phones: strings,
  lineIds: strings,
  emails: strings,
  addresses: strings,
  website: z._default(z.string(), ''),
  hours: z._default(z.string(), ''),
  /** General steps the clinic really has, by aspect: 「線上預約」「候診號查詢」… */
  steps: z._default(z.partialRecord(Aspect, z.array(z.string())), {}),
  own: z._default(z.object({ googlePlaces: strings, facebookPages: strings, pttIds: strings, dcardIds: strings }), {
    googlePlaces: [],
    facebookPages: [],
    pttIds: [],
    dcardIds: [],
  }),
  people: z._default(z.array(Person), []),
  language: z._default(UiLanguage, 'zh-TW'),
});
export type Clinic = z.infer<typeof Clinic>;

/** A profile with a name only. */
export const emptyClinic = (name = ''): Clinic => z.parse(Clinic, { name });
