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
export const isPhone = (text: string): boolean => /^[+\d][\d\s()#轉分機extEXT.-]{5,29}$/.test(text);

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Empty is fine: the clinic may have none. */
export const isWebsite = (text: string): boolean =>
  text.trim() === '' || /^https:\/\/[^\s/]+\.[^\s]+$/i.test(text.trim());
