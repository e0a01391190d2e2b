import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptyClinic } from '../../lib/contract/index.ts';
import {
  clearSettings,
  loadSettings,
  readSettings,
  restoreSettings,
  restrictStorage,
  saveClinic,
  saveDuty,
  savePreferences,
  setAsideSettings,
  watchSettings,
} from '../../lib/settings/index.ts';

const amy = { name: '王小美', role: 'desk' } as const;
const boss = { name: '李經理', role: 'manager' } as const;
const clinic = { ...emptyClinic('晨星診所'), people: [amy, boss] };
const stored = (key: string) => fakeBrowser.storage.local.get(key).then((all) => all[key]);

beforeEach(() => {
  fakeBrowser.reset();
});

test('with nothing stored there are defaults and no clinic', async () => {
  expect(await loadSettings()).toEqual({
    clinic: null,
    preferences: {
      language: 'zh-TW',
      theme: 'system',
      tone: 'warm',
      sidebar: { width: 360, side: 'right', open: false },
      retentionDays: null,
      lastBackup: null,
    },
    onDuty: null,
  });
});

test('a profile comes back as it was saved', async () => {
  expect(await saveClinic(clinic)).toMatchObject({ ok: true, value: { clinic } });
  expect((await loadSettings()).clinic).toEqual(clinic);
});

test('an older profile without the newer fields is filled up with defaults', async () => {
  await fakeBrowser.storage.local.set({ clinic: { name: '晨星診所' } });
  expect(await readSettings()).toMatchObject({ settings: { clinic: emptyClinic('晨星診所') }, problems: [] });
});

test('a profile of the wrong shape is refused and changes nothing', async () => {
  await saveClinic(clinic);
  expect(await saveClinic({ ...clinic, doctors: 'Dr. Lin' as never })).toEqual({
    ok: false,
    failure: 'bad-request',
    detail: 'doctors',
  });
  expect((await loadSettings()).clinic).toEqual(clinic);
});

describe('damaged settings', () => {
  test('a damaged profile is kept aside once, reported without its values, and outlives being overwritten', async () => {
    const damaged = { name: '晨星診所', doctors: [{ name: 5 }] };
    await fakeBrowser.storage.local.set({ clinic: damaged });
    const first = await readSettings();
    expect(first.settings.clinic).toBeNull();
    expect(first.problems).toEqual([{ what: 'clinic', fields: ['doctors.0.name'] }]);
    await readSettings();
    await saveClinic(clinic);
    expect((await readSettings()).problems).toEqual([]);
    expect(await setAsideSettings()).toMatchObject([{ what: 'clinic', value: damaged }]);
  });

  test('one damaged preference does not reset the others', async () => {
    await fakeBrowser.storage.local.set({ preferences: { theme: 'dark', tone: 'shouting', language: 'en' } });
    const { settings, problems } = await readSettings();
    expect(settings.preferences).toMatchObject({ theme: 'dark', tone: 'warm', language: 'en' });
    expect(problems).toEqual([{ what: 'preferences', fields: ['tone'] }]);
  });

  test.each([['text'], [7], [[]], [{ sidebar: { width: 9999, side: 'right', open: true } }]])(
    'preferences that are %j still give a whole view',
    async (value) => {
      await fakeBrowser.storage.local.set({ preferences: value });
      expect((await loadSettings()).preferences.sidebar.width).toBe(360);
    },
  );
});

describe('preferences', () => {
  test('a change leaves the others; two at once are both kept', async () => {
    await Promise.all([savePreferences({ theme: 'dark' }), savePreferences({ tone: 'brief' })]);
    expect((await loadSettings()).preferences).toMatchObject({ theme: 'dark', tone: 'brief', language: 'zh-TW' });
  });

  test('a value that is not allowed is refused', async () => {
    const sidebar = { width: 100, side: 'left' as const, open: true };
    expect(await savePreferences({ sidebar })).toMatchObject({ ok: false, failure: 'bad-request' });
    expect((await loadSettings()).preferences.sidebar.width).toBe(360);
  });

  test('null is a value, undefined is none', async () => {
    await savePreferences({ retentionDays: 90, theme: 'dark' });
    await savePreferences({ retentionDays: null, theme: undefined });
    expect((await loadSettings()).preferences).toMatchObject({ retentionDays: null, theme: 'dark' });
  });
});

describe('duty', () => {
  test('only one of the clinic’s people can be on duty', async () => {
    expect(await saveDuty(amy)).toEqual({ ok: false, failure: 'needs-person' });
    await saveClinic(clinic);
    expect(await saveDuty(amy)).toMatchObject({ ok: true, value: { onDuty: amy } });
    expect(await saveDuty({ name: amy.name, role: 'doctor' })).toEqual({ ok: false, failure: 'needs-person' });
    expect((await loadSettings()).onDuty).toEqual(amy);
    expect(await saveDuty(null)).toMatchObject({ ok: true, value: { onDuty: null } });
  });

  test('who leaves the profile, or changes role, is not on duty any more', async () => {
    await saveClinic(clinic);
    await saveDuty(amy);
    await saveClinic({ ...clinic, people: [{ ...amy, role: 'doctor' }, boss] });
    expect((await loadSettings()).onDuty).toBeNull();
    await saveClinic(clinic);
    expect((await loadSettings()).onDuty).toBeNull();
  });
});

const soon = { timeout: 20_000 };

test('watchers hear of every kind of change until they end', async () => {
  const heard: (string | null)[] = [];
  const end = watchSettings((settings) => heard.push(settings.onDuty?.name ?? settings.clinic?.name ?? null));
  await saveClinic(clinic);
  await vi.waitFor(() => expect(heard).toContain('晨星診所'), soon);
  await saveDuty(boss);
  await vi.waitFor(() => expect(heard).toContain('李經理'), soon);
  end();
  const before = heard.length;
  await saveDuty(amy);
  await loadSettings();
  expect(heard).toHaveLength(before);
});

test('settings of an export are restored as a whole, damaged ones refused', async () => {
  await saveClinic(clinic);
  await saveDuty(boss);
  const view = await loadSettings();
  await clearSettings();
  expect((await loadSettings()).clinic).toBeNull();
  expect(await restoreSettings({ ...view, preferences: { theme: 'pink' } as never })).toEqual({
    ok: false,
    failure: 'bad-file',
  });
  expect(await restoreSettings(view)).toEqual({ ok: true, value: { ...view, onDuty: null } });
});

describe('a storage that refuses', () => {
  test.each([
    ['Resource::kQuotaBytes quota exceeded', 'storage-full'],
    ['IO error: lock', 'storage-failed'],
  ])('「%s」 is said as %s and the next write works', async (message, failure) => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error(message));
    expect(await saveClinic(clinic)).toEqual({ ok: false, failure });
    set.mockRestore();
    expect(await saveClinic(clinic)).toMatchObject({ ok: true });
    expect(await stored('clinic')).toMatchObject({ name: '晨星診所' });
  });
});

test('storage is closed to content scripts where the browser can', async () => {
  expect(await restrictStorage()).toEqual({ local: false, session: false });
  const setAccessLevel = vi.fn().mockResolvedValue(undefined);
  Object.assign(fakeBrowser.storage.local, { setAccessLevel });
  try {
    expect(await restrictStorage()).toEqual({ local: true, session: false });
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
    setAccessLevel.mockRejectedValueOnce(new Error('not here'));
    expect(await restrictStorage()).toEqual({ local: false, session: false });
  } finally {
    Reflect.deleteProperty(fakeBrowser.storage.local, 'setAccessLevel');
  }
});
