import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetKeys, holdKey, keyState, readKey, sealKey, unlockKey } from '../../lib/settings/keys.ts';
import {
  addUsage,
  clearModel,
  keepModelSentences,
  loadModel,
  loadUsage,
  modelSentences,
  saveModel,
} from '../../lib/settings/model.ts';

const CLOUD = 'https://api.example.com';
const OTHER = 'https://other.example.com';
const KEY = 'k-not-a-real-key';
/** Enough to be right; the real number of rounds takes its time by intent. */
const ROUNDS = 1_000;
const everything = async (): Promise<string> =>
  JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.sync.get()]);
/** The browser is closed and opened again. */
const restart = () => fakeBrowser.storage.session.clear();

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a key', () => {
  test('is held in memory only, for its own address only, and gone with the browser', async () => {
    expect(await keyState(CLOUD)).toBe('none');
    await holdKey(CLOUD, KEY);
    expect([await keyState(CLOUD), await readKey(CLOUD)]).toEqual(['ready', KEY]);
    expect([await keyState(OTHER), await readKey(OTHER)]).toEqual(['none', null]);
    expect(await everything()).not.toContain(KEY);
    await restart();
    expect([await keyState(CLOUD), await readKey(CLOUD)]).toEqual(['none', null]);
  });

  test('sealed with a passphrase outlives the browser and opens with that passphrase only', async () => {
    await sealKey(CLOUD, KEY, '診所門口的貓 12', ROUNDS);
    expect(await readKey(CLOUD)).toBe(KEY);
    const stored = await everything();
    expect(stored).not.toContain(KEY);
    expect(stored).not.toContain('貓');
    await restart();
    expect([await keyState(CLOUD), await readKey(CLOUD)]).toEqual(['locked', null]);
    expect(await unlockKey(CLOUD, '診所門口的狗 12')).toBe(false);
    expect(await unlockKey(OTHER, '診所門口的貓 12')).toBe(false);
    expect(await readKey(CLOUD)).toBeNull();
    // Full-width figures of another input method are the same passphrase.
    expect(await unlockKey(CLOUD, '診所門口的貓 １２')).toBe(true);
    expect(await readKey(CLOUD)).toBe(KEY);
  });

  test('that was moved to another address or changed does not open', async () => {
    await sealKey(CLOUD, KEY, 'passphrase', ROUNDS);
    const { modelKeySealed } = (await fakeBrowser.storage.local.get('modelKeySealed')) as {
      modelKeySealed: Record<string, string>;
    };
    await restart();
    await fakeBrowser.storage.local.set({ modelKeySealed: { ...modelKeySealed, origin: OTHER } });
    expect(await unlockKey(OTHER, 'passphrase')).toBe(false);
    await fakeBrowser.storage.local.set({ modelKeySealed: { ...modelKeySealed, data: 'AAAA' } });
    expect(await unlockKey(CLOUD, 'passphrase')).toBe(false);
    await fakeBrowser.storage.local.set({ modelKeySealed: 'damaged' });
    expect(await keyState(CLOUD)).toBe('none');
  });

  test('that is held anew takes the place of a sealed one; all are forgotten together', async () => {
    await sealKey(CLOUD, 'old', 'passphrase', ROUNDS);
    await holdKey(CLOUD, KEY);
    await restart();
    expect(await keyState(CLOUD)).toBe('none');
    await sealKey(CLOUD, KEY, 'passphrase', ROUNDS);
    await forgetKeys();
    expect([await keyState(CLOUD), await readKey(CLOUD)]).toEqual(['none', null]);
    expect(await everything()).not.toContain('modelKeySealed":{');
  });

  test('two of the same passphrase are sealed differently', async () => {
    await sealKey(CLOUD, KEY, 'passphrase', ROUNDS);
    const first = await everything();
    await sealKey(CLOUD, KEY, 'passphrase', ROUNDS);
    expect(await everything()).not.toBe(first);
  });
});

describe('the choice of a model', () => {
  test('is off, also where what is stored is damaged', async () => {
    expect((await loadModel()).on).toBe(false);
    await fakeBrowser.storage.local.set({ model: { on: 'yes', provider: 'nobody' } });
    expect((await loadModel()).on).toBe(false);
  });

  test('is kept part by part, and goes with its keys when everything is deleted', async () => {
    await Promise.all([saveModel({ on: true }), saveModel({ model: 'm' })]);
    expect(await loadModel()).toMatchObject({ on: true, model: 'm', provider: 'ollama' });
    await holdKey(CLOUD, KEY);
    await clearModel();
    expect(await loadModel()).toMatchObject({ on: false, model: '' });
    expect(await keyState(CLOUD)).toBe('none');
  });
});

test('tokens are summed by the month, cost where it is known', async () => {
  await addUsage('2026-03', { input: 100, output: 10 }, null);
  await addUsage('2026-03', null, null);
  await addUsage('2026-03', { input: 1, output: 2 }, 0.5);
  expect(await loadUsage('2026-03')).toEqual({
    month: '2026-03',
    requests: 3,
    tokens: { input: 101, output: 12 },
    cost: 0.5,
  });
  expect(await loadUsage('2026-04')).toMatchObject({ requests: 0, cost: null });
});

test('which sentences a model wrote is remembered by review', async () => {
  await keepModelSentences('a', ['一']);
  await keepModelSentences('a', ['二']);
  await keepModelSentences('b', ['三']);
  expect(await modelSentences('a')).toEqual(['一', '二']);
  expect(await modelSentences('c')).toEqual([]);
});
