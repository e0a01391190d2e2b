import { afterEach, expect, test } from 'vitest';
import { bytesSource, collect, packCapture, verifyPackage } from '../../../lib/evidence/index.ts';
import {
  clearAll,
  exportAll,
  getCapture,
  getReview,
  importAll,
  inventory,
  listReviews,
  openStore,
  type Store,
  saveCapture,
  saveTyped,
  setMark,
  upsertReviews,
} from '../../../lib/store/index.ts';
import { BYTES, newKey, sample } from '../../unit/evidence/samples.ts';
import { amy, LATER, NOON, reading, settings, value } from '../../unit/store/samples.ts';

/* The unit tests use a stand-in for IndexedDB; here is the browser's own, with its blobs and its transactions. */

const stores: Store[] = [];
let count = 0;
function realStore(name = `real-${++count}`): Store {
  const store = openStore(name);
  stores.push(store);
  return store;
}
afterEach(async () => {
  for (const { db } of stores) db.close();
  for (const { db } of stores.splice(0)) await db.delete();
});

test('5,000 reviews go in, are listed and searched, and are still there when it opens again', async () => {
  const store = realStore();
  const many = Array.from({ length: 5000 }, (_, index) =>
    reading({ id: `r${index}`, text: `第 ${index} 則，等很久` }, { priority: index % 100 }),
  );
  expect(await value(upsertReviews(store, many, NOON))).toMatchObject({ inserted: 5000 });
  expect(await value(upsertReviews(store, many, LATER))).toMatchObject({ inserted: 0, updated: 0 });
  await value(setMark(store, 'google-maps:r99', 'handled', { by: amy, at: LATER }));
  const { items, total } = await value(listReviews(store, { query: '', filter: 'urgent', limit: 3 }));
  expect(total).toBe(1000);
  expect(items.map((item) => item.priority)).toEqual([99, 99, 99]);
  expect(await value(listReviews(store, { query: '第 77 則', filter: 'all', limit: 9 }))).toMatchObject({ total: 1 });
  store.db.close();
  const again = realStore(store.db.name);
  expect((await value(getReview(again, 'google-maps:r99'))).row.mark).toBe('handled');
});

test('two writers at once lose nothing', async () => {
  const one = realStore();
  const two = realStore(one.db.name);
  const halves = [0, 1].map((half) =>
    Array.from({ length: 300 }, (_, index) => reading({ id: `r${index * (half + 1)}` })),
  );
  await Promise.all([upsertReviews(one, halves[0] ?? [], NOON), upsertReviews(two, halves[1] ?? [], NOON)].map(value));
  expect((await value(inventory(one))).reviews).toBe(450);
});

test('a capture with its picture is stored, exported, imported and still verifies', async () => {
  const store = realStore();
  await value(upsertReviews(store, [reading()], NOON));
  await value(saveTyped(store, 'google-maps:r1', '謝謝您', NOON));
  const { sealed, bundle, exporting } = await sample(await newKey());
  const { id, key } = sealed.manifest;
  const files = [...sealed.made, ...Object.entries(BYTES).map(([name, bytes]) => ({ name, bytes }))];
  const capture = { id, key, at: NOON, manifest: sealed.written, manifestHash: sealed.manifestHash, files };
  await Promise.all(
    [saveCapture(store, capture, amy), saveCapture(store, { ...capture, id: 'other' }, amy)].map(value),
  );
  const other = realStore();
  await value(importAll(other, await value(exportAll(store, settings(), LATER))));
  const held = await value(getCapture(other, id));
  const bytes = new Map(held.capture.files.map((file) => [file.name, file.bytes]));
  const bytesOf = (name: string) => bytesSource(bytes.get(name) ?? new Uint8Array());
  const kept = { ...bundle, written: held.capture.manifest, custody: held.custody, bytesOf };
  expect(await verifyPackage(await collect(packCapture(kept, exporting)))).toMatchObject({ ok: true, problems: [] });
  await value(clearAll(store, '測試', LATER, { by: amy }));
  expect(await value(inventory(store))).toEqual({
    reviews: 0,
    notes: 0,
    decisions: 0,
    corrections: 0,
    drafts: 0,
    captures: 0,
  });
});
