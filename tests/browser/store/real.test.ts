import { afterEach, expect, test } from 'vitest';
import { buildCapture, packCapture, verifyPackage } from '../../../lib/evidence/index.ts';
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
import { amy, LATER, NOON, reading, review, settings, triage, value } from '../../unit/store/samples.ts';

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
  const capture = await buildCapture({
    review: review(),
    thread: [],
    triage: triage(),
    page: { site: 'google-maps', kind: 'place', title: null, url: location.href, canonicalUrl: null, health: null },
    environment: {
      browser: navigator.userAgent,
      system: null,
      build: '0.1.0',
      language: navigator.language,
      timeZone: 'Asia/Taipei',
      window: { width: 1, height: 1, scale: 1, zoom: null },
      clockOffsetMs: null,
    },
    by: amy,
    pictures: [
      { bytes: crypto.getRandomValues(new Uint8Array(60_000)), offset: { x: 0, y: 0, width: 1, height: 1, scale: 1 } },
    ],
    text: '等了兩個小時',
    capturedAt: NOON,
  });
  await Promise.all(
    [saveCapture(store, capture, amy), saveCapture(store, { ...capture, id: 'other' }, amy)].map(value),
  );
  const other = realStore();
  await value(importAll(other, await value(exportAll(store, settings(), LATER))));
  const held = await value(getCapture(other, capture.id));
  expect(await verifyPackage(packCapture({ ...held.capture, custody: held.custody }))).toMatchObject({ ok: true });
  await value(clearAll(store, '測試', LATER, amy));
  expect(await value(inventory(store))).toEqual({ reviews: 0, notes: 0, decisions: 0, drafts: 0, captures: 0 });
});
