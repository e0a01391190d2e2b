import * as z from 'zod/mini';
import { Clinic, type Failure, fail, ok, Person, Preferences, type Result, SettingsView } from '../contract/index.ts';
import { asideItem, clinicItem, onDutyItem, preferencesItem } from './items.ts';

/** What of the settings could not be read. The value is kept (`setAside`), the default stands in its place. */
export interface SettingsProblem {
  what: 'clinic' | 'preferences';
  /** The fields that are wrong, such as `doctors.0.name`; no values. */
  fields: string[];
}

/** A damaged value as it was found. */
const SetAside = z.object({ what: z.string(), at: z.string(), value: z.unknown() });
export type SetAside = z.infer<typeof SetAside>;

const KEPT_ASIDE = 10;

/** Settings as they stand, whatever is stored: with defaults for what is missing or damaged. */
export async function loadSettings(): Promise<SettingsView> {
  return (await readSettings()).settings;
}

/** The same, with what was found damaged; that is kept aside first. */
export async function readSettings(): Promise<{ settings: SettingsView; problems: SettingsProblem[] }> {
  const [clinicValue, preferencesValue, dutyValue] = await Promise.all([
    clinicItem.getValue(),
    preferencesItem.getValue(),
    onDutyItem.getValue(),
  ]);
  const problems: SettingsProblem[] = [];
  const clinic = clinicValue === null ? null : z.safeParse(Clinic, clinicValue);
  if (clinic !== null && !clinic.success) {
    problems.push({ what: 'clinic', fields: fieldsOf(clinic.error) });
    await setAside('clinic', clinicValue);
  }
  const preferences = readPreferences(preferencesValue);
  if (preferences.fields.length > 0) {
    problems.push({ what: 'preferences', fields: preferences.fields });
    await setAside('preferences', preferencesValue);
  }
  const held = clinic?.data ?? null;
  const settings = { clinic: held, preferences: preferences.value, onDuty: dutyOf(held, dutyValue) };
  return { settings, problems };
}

/** Replaces the clinic's profile. Who is on duty stays only when still one of its people. */
export function saveClinic(clinic: z.input<typeof Clinic>): Promise<Result<SettingsView>> {
  return change(async () => {
    const checked = z.safeParse(Clinic, clinic);
    if (!checked.success) return fail('bad-request', fieldsOf(checked.error).join(', '));
    // A damaged profile that is about to be overwritten is looked at, and so kept, first.
    const before = await readSettings();
    await clinicItem.setValue(checked.data);
    if (before.settings.onDuty === null || dutyOf(checked.data, before.settings.onDuty) === null) {
      await onDutyItem.removeValue();
    }
    return ok(await loadSettings());
  });
}

/** Changes the given preferences and leaves the others. */
export function savePreferences(partial: Partial<Preferences>): Promise<Result<SettingsView>> {
  return change(async () => {
    const before = await loadSettings();
    const given = Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined));
    const checked = z.safeParse(Preferences, { ...before.preferences, ...given });
    if (!checked.success) return fail('bad-request', fieldsOf(checked.error).join(', '));
    await preferencesItem.setValue(checked.data);
    return ok({ ...before, preferences: checked.data });
  });
}

/** Sets who is on duty: one of the clinic's people, or nobody. */
export function saveDuty(person: Person | null): Promise<Result<SettingsView>> {
  return change(async () => {
    const before = await loadSettings();
    const onDuty = dutyOf(before.clinic, person);
    if (person !== null && onDuty === null) return fail('needs-person');
    if (onDuty === null) await onDutyItem.removeValue();
    else await onDutyItem.setValue(onDuty);
    return ok({ ...before, onDuty });
  });
}

/** Replaces profile and preferences by those of an imported file. */
export function restoreSettings(copy: Pick<SettingsView, 'clinic' | 'preferences'>): Promise<Result<SettingsView>> {
  return change(async () => {
    const checked = z.safeParse(SettingsCopy, copy);
    if (!checked.success) return fail('bad-file');
    await readSettings();
    await clinicItem.setValue(checked.data.clinic);
    await preferencesItem.setValue(checked.data.preferences);
    return ok(await loadSettings());
  });
}
const SettingsCopy = z.pick(SettingsView, { clinic: true, preferences: true });

/** Forgets profile, preferences, duty and what was set aside (全部刪除). */
export function clearSettings(): Promise<Result<SettingsView>> {
  return change(async () => {
    const items = [clinicItem, preferencesItem, onDutyItem, asideItem];
    await Promise.all(items.map((item) => item.removeValue()));
    return ok(await loadSettings());
  });
}

/** Calls back with the settings whenever any of them changes, in whichever part of the extension. */
export function watchSettings(callback: (settings: SettingsView) => void): () => void {
  const tell = () => void loadSettings().then(callback);
  const ends = [clinicItem, preferencesItem, onDutyItem].map((item) => item.watch(tell));
  return () => {
    for (const end of ends) end();
  };
}

/** Damaged values that were found so far, oldest first. */
export async function setAsideSettings(): Promise<SetAside[]> {
  return z.safeParse(z.array(SetAside), await asideItem.getValue()).data ?? [];
}

async function setAside(what: SettingsProblem['what'], value: unknown): Promise<void> {
  const kept = await setAsideSettings();
  // The damaged value stays in its place until it is overwritten: found again, it is not news.
  const text = JSON.stringify(value);
  if (kept.some((entry) => entry.what === what && JSON.stringify(entry.value) === text)) return;
  await asideItem.setValue([...kept, { what, at: new Date().toISOString(), value }].slice(-KEPT_ASIDE));
}

/** Each preference by itself, so that one damaged field does not reset the others. */
function readPreferences(value: unknown): { value: Preferences; fields: string[] } {
  const whole = z.safeParse(Preferences, value ?? {});
  if (whole.success) return { value: whole.data, fields: [] };
  const fields = fieldsOf(whole.error);
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const damaged = new Set(fields.map((field) => field.split('.')[0]));
  const sound = z.safeParse(Preferences, Object.fromEntries(given.filter(([name]) => !damaged.has(name))));
  return { value: sound.data ?? z.parse(Preferences, {}), fields: fields.length > 0 ? fields : ['preferences'] };
}

/** The person as the profile has them, or null: a name that left the profile is not on duty any more. */
function dutyOf(clinic: Clinic | null, value: unknown): Person | null {
  const person = z.safeParse(Person, value).data;
  if (person === undefined) return null;
  return clinic?.people.find(({ name, role }) => name === person.name && role === person.role) ?? null;
}

const fieldsOf = (error: z.core.$ZodError): string[] => [
  ...new Set(error.issues.map((issue) => issue.path.map(String).join('.') || '*')),
];

let last: Promise<unknown> = Promise.resolve();

/**
 * One change after another, so that two of them never start from the same old value. A storage that refuses
 * becomes an answer.
 */
function change<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  const done = last.then(work).catch((error: unknown): Result<T> => fail(refusal(error)));
  last = done;
  return done;
}

/** Chromium words a full storage.local as 「Resource::kQuotaBytes quota exceeded」, Firefox as QuotaExceededError. */
const refusal = (error: unknown): Failure => (/quota/i.test(String(error)) ? 'storage-full' : 'storage-failed');
