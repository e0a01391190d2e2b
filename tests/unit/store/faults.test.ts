import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../../lib/store/index.ts';
import {
  addDecision,
  addNote,
  clearAll,
  exportAll,
  getReview,
  importAll,
  noteUsedText,
  openStore,
  removeNote,
  saveCapture,
  saveTyped,
  setMark,
  upsertReviews,
} from '../../../lib/store/index.ts';
import { amy, freshStore, LATER, NOON, reading, settings, value } from './samples.ts';

const KEY = 'google-maps:r1';
const capture = { id: 'c1', key: KEY, at: NOON, manifest: '{}', manifestHash: 'aa', files: [] };

/** Makes the browser's own put and add (and delete) fail: `times` times, with a DOMException of this name. */
function failing(name: string, times = Number.POSITIVE_INFINITY) {
  let left = times;
  for (const method of ['put', 'add', 'delete', 'clear'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args: never[]) {
      if (left-- > 0) throw new DOMException('made to fail', name);
      return Reflect.apply(real, this, args);
    });
  }
}
afterEach(() => vi.restoreAllMocks());

const WRITES: [string, (store: Store, note: string) => Promise<{ ok: boolean; failure?: string }>][] = [
  ['upsertReviews', (store) => upsertReviews(store, [reading({ id: 'new' }), reading({ text: '改' })], LATER)],
  ['setMark', (store) => setMark(store, KEY, 'handled', { by: amy, at: LATER })],
  ['addNote', (store) => addNote(store, KEY, { text: '註', by: null, at: LATER })],
  ['removeNote', (store, note) => removeNote(store, KEY, note)],
  ['addDecision', (store) => addDecision(store, KEY, { at: LATER, by: amy, what: 'copied', text: '稿' })],
  ['saveTyped', (store) => saveTyped(store, KEY, '稿', LATER)],
  ['noteUsedText', (store) => noteUsedText(store, KEY, '稿', LATER)],
  ['saveCapture', (store) => saveCapture(store, { ...capture, id: 'c2' }, amy)],
  ['clearAll', (store) => clearAll(store, '交接', LATER, { by: amy })],
];

async function filled() {
  const store = freshStore();
  await value(upsertReviews(store, [reading()], NOON));
  const note = await value(addNote(store, KEY, { text: '先打過電話', by: null, at: NOON }));
  await value(saveCapture(store, capture, amy));
  return { store, note: note.id };
}
const contents = async ({ db }: Store) => {
  const tables = db.tables.filter((table) => table.name !== 'captures');
  return JSON.stringify([await Promise.all(tables.map((table) => table.toArray())), await db.captures.count()]);
};

describe.each(WRITES)('%s', (_, write) => {
  test('storage full: said, nothing half written, nothing old lost', async () => {
    const { store, note } = await filled();
    const before = await contents(store);
    failing('QuotaExceededError');
    expect(await write(store, note)).toEqual({ ok: false, failure: 'storage-full' });
    expect(store.pauses).toEqual([]);
    vi.restoreAllMocks();
    expect(await contents(store)).toBe(before);
  });

  test('a passing failure is tried again', async () => {
    const { store, note } = await filled();
    failing('UnknownError', 2);
    expect(await write(store, note)).toMatchObject({ ok: true });
    expect(store.pauses).toEqual([40, 200]);
  });

  test('a lasting failure is said after two more tries', async () => {
    const { store, note } = await filled();
    const before = await contents(store);
    failing('UnknownError');
    expect(await write(store, note)).toMatchObject({ ok: false, failure: 'storage-failed' });
    expect(store.pauses).toEqual([40, 200]);
    vi.restoreAllMocks();
    expect(await contents(store)).toBe(before);
  });
});

test('a write that fails midway undoes the writes before it', async () => {
  const { store } = await filled();
  vi.spyOn(store.db.decisions, 'add').mockImplementation(() =>
    Dexie.Promise.reject(new Dexie.QuotaExceededError('full')),
  );
  expect(await setMark(store, KEY, 'ignored', { by: amy, at: LATER })).toEqual({ ok: false, failure: 'storage-full' });
  expect((await value(getReview(store, KEY))).row.mark).toBe('open');
});

test('quota exceeded only at the commit is still storage-full', async () => {
  const { store } = await filled();
  const full = new Dexie.QuotaExceededError('full');
  vi.spyOn(store.db, 'transaction').mockImplementation((() =>
    Dexie.Promise.reject(new Dexie.AbortError('aborted', full))) as never);
  expect(await setMark(store, KEY, 'ignored', { by: amy, at: LATER })).toEqual({ ok: false, failure: 'storage-full' });
});

test('a connection that the browser closed is opened again', async () => {
  const { store } = await filled();
  store.db.close();
  expect(await setMark(store, KEY, 'handled', { by: amy, at: LATER })).toMatchObject({ ok: true });
});

test('a database of a newer build is left alone and said', async () => {
  const name = 'from-the-future';
  const newer = new Dexie(name);
  newer.version(999).stores({ reviews: 'key' });
  await newer.open();
  await newer.table('reviews').put({ key: 'kept' });
  newer.close();
  const store = openStore(name);
  expect(await upsertReviews(store, [reading()], NOON)).toMatchObject({
    ok: false,
    failure: 'storage-failed',
    detail: 'newer-version',
  });
  const again = new Dexie(name);
  again.version(999).stores({ reviews: 'key' });
  expect(await again.table('reviews').toArray()).toEqual([{ key: 'kept' }]);
});

test('details of a failure hold no text of a review', async () => {
  const { store } = await filled();
  vi.spyOn(store.db.reviews, 'bulkPut').mockImplementation(() => {
    throw new Error('could not store 等了兩個小時');
  });
  const answer = await upsertReviews(store, [reading({ id: 'x' })], NOON);
  expect(answer).toMatchObject({ ok: false, failure: 'storage-failed' });
  expect(JSON.stringify(answer)).not.toContain('兩個小時');
});

test('an import that fails midway changes nothing', async () => {
  const { store } = await filled();
  const file = await value(exportAll(store, settings(), NOON));
  const other = freshStore();
  await value(upsertReviews(other, [reading({ id: 'mine' })], NOON));
  const before = await contents(other);
  vi.spyOn(other.db.custody, 'put').mockImplementation(() =>
    Dexie.Promise.reject(new Dexie.QuotaExceededError('full')),
  );
  expect(await importAll(other, file)).toEqual({ ok: false, failure: 'storage-full' });
  expect(await contents(other)).toBe(before);
});
