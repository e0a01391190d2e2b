import { type Clinic, emptyClinic } from '../../lib/contract/clinic.ts';

/** The profile as the form holds it: a doctor's nicknames are one line of text; a list nobody touched may be missing. */
export interface ProfileValues extends Omit<Clinic, 'doctors'> {
  doctors: { name: string; aliases: string }[];
}

export const toValues = (clinic: Clinic | null): ProfileValues => {
  const base = clinic ?? emptyClinic();
  return { ...base, doctors: base.doctors.map(({ name, aliases }) => ({ name, aliases: aliases.join('、') })) };
};

export const toClinic = (values: ProfileValues): Clinic => ({
  ...values,
  name: values.name.trim(),
  website: values.website.trim(),
  hours: values.hours.trim(),
  doctors: values.doctors
    .map(({ name, aliases }) => ({ name: name.trim(), aliases: splitNames(aliases) }))
    .filter(({ name }) => name !== ''),
  people: values.people.map(({ name, role }) => ({ name: name.trim(), role })).filter(({ name }) => name !== ''),
  steps: Object.fromEntries(Object.entries(values.steps).filter(([, steps]) => steps && steps.length > 0)),
});

/** What was changed and not saved yet, field by field: the rest follows what is stored. */
export type Changes = Partial<ProfileValues>;

/** The fields that are otherwise than before. */
export const changesOf = (before: ProfileValues, now: ProfileValues): Changes =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ProfileValues]),
    ),
  );

export const isChanged = (changes: Changes): boolean => Object.keys(changes).length > 0;

/** Values typed at once into a list: which are taken, what stays in the field, and why it does. */
export function takeIn(
  typed: readonly string[],
  values: readonly string[],
  wrong: (value: string) => string | null,
): { values: string[]; left: string[]; problem: string | null } {
  const taken = [...values];
  const left: string[] = [];
  let problem: string | null = null;
  for (const value of typed) {
    if (taken.includes(value)) continue;
    const why = wrong(value);
    if (why === null) taken.push(value);
    else {
      left.push(value);
      problem ??= why;
    }
  }
  return { values: taken, left, problem };
}

/** 「王醫師、小王, Dr. Wang」 → three names; spaces inside a name stay. */
export const splitNames = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

/** Loose on purpose: extensions, international forms and 0800 numbers are all phones. */
export const isPhone = (text: string): boolean => /^[+\d(（][\d\s()（）#轉分機extEXT.-]{5,29}$/.test(text);

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Empty is fine: the clinic may have none. */
export const isWebsite = (text: string): boolean =>
  text.trim() === '' || /^https:\/\/[^\s/]+\.[^\s]+$/i.test(text.trim());
