import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../lib/evidence/canonical.ts';
import { custodyHolds } from '../../../lib/evidence/custody.ts';
import {
  addDecision,
  addNote,
  clearAll,
  exportAll,
  getCapture,
  getReview,
  importAll,
  inventory,
  lastManifestHash,
  listCaptures,
  noteUsedText,
  recentTexts,
  type Store,
  saveCapture,
  saveTyped,
  setMark,
  typedText,
  upsertReviews,
} from '../../../lib/store/index.ts';
import { amy, freshStore, LATER, NEXT_WEEK, NOON, reading, settings, value } from './samples.ts';

const KEY = 'google-maps:r1';
const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
const capture = (id: string, at = NOON) => ({
  id,
  key: KEY,
  at,
  manifest: `{"id":"${id}"}`,
  manifestHash: `hash-${id}`,
  files: [{ name: 'picture-1.png', bytes }],
});

async function filled() {
  const store = freshStore();
  await value(upsertReviews(store, [reading(), reading({ id: 'r2', text: '護理師很親切' })], NOON));
  await value(upsertReviews(store, [reading({ text: '改過' })], LATER));
  await value(addNote(store, KEY, { text: '已聯絡', by: amy.name, at: NOON }));
  await value(setMark(store, KEY, 'needs-lawyer', { by: amy, at: LATER }));
  await value(addDecision(store, KEY, { at: LATER, by: amy, what: 'captured' }));
  await value(saveTyped(store, 'google-maps:r2', '謝謝您', LATER));
  await value(noteUsedText(store, KEY, '感謝回饋', LATER));
  await value(saveCapture(store, capture('c1'), amy));
  return store;
}

/** All rows of all tables but the blobs, in an order of their own. */
async function everything({ db }: Store) {
  const names = ['reviews', 'revisions', 'notes', 'decisions', 'drafts', 'custody'];
  return Promise.all(names.map(async (name) => (await db.table(name).toArray()).map(canonicalJson).sort()));
}

describe('export and import', () => {
  test('a new computer holds the same as the old one', async () => {
    const old = await filled();
    const file = await value(exportAll(old, settings(), NEXT_WEEK));
    const fresh = freshStore();
    expect(await value(importAll(fresh, file))).toEqual({ reviews: 2, skipped: 0, settings: settings() });
    expect(await everything(fresh)).toEqual(await everything(old));
    expect((await value(getCapture(fresh, 'c1'))).capture).toEqual(capture('c1'));
  });

  test('importing twice changes nothing more', async () => {
    const old = await filled();
    const file = await value(exportAll(old, settings(), NEXT_WEEK));
    const fresh = freshStore();
    await value(importAll(fresh, file));
    const once = await everything(fresh);
    expect(await value(importAll(fresh, file))).toMatchObject({ reviews: 0, skipped: 2 });
    expect(await everything(fresh)).toEqual(once);
    expect(await value(importAll(old, file))).toMatchObject({ reviews: 0, skipped: 2 });
  });

  test('two computers that both went on lose nothing', async () => {
    const old = await filled();
    const file = await value(exportAll(old, settings(), LATER));
    const here = freshStore();
    await value(upsertReviews(here, [reading({ text: '第三版' }), reading({ id: 'r3' })], NEXT_WEEK));
    await value(addNote(here, KEY, { text: '主管已看', by: null, at: NEXT_WEEK }));
    await value(upsertReviews(here, [reading({ id: 'r2', text: '護理師很親切' })], NEXT_WEEK));
    await value(saveTyped(here, 'google-maps:r2', '這裡的稿', NEXT_WEEK));
    await value(noteUsedText(here, KEY, '這裡用過的', NEXT_WEEK));
    await value(saveCapture(here, capture('c2', NEXT_WEEK), amy));
    await value(importAll(here, file));

    const joined = await value(getReview(here, KEY));
    expect(joined.row).toMatchObject({
      mark: 'needs-lawyer',
      firstSeen: NOON,
      lastSeen: NEXT_WEEK,
      review: { text: '第三版' },
    });
    expect(joined.notes.map((note) => note.text)).toEqual(['已聯絡', '主管已看']);
    expect(joined.revisions.map((revision) => revision.text).sort()).toEqual(['改過', '等了兩個小時才看到醫生。']);
    expect(await value(typedText(here, 'google-maps:r2'))).toBe('這裡的稿');
    expect(
      (await here.db.drafts.where('key').equals('google-maps:r2').toArray()).map((row) => row.text).sort(),
    ).toEqual(['謝謝您', '這裡的稿']);
    expect(await value(recentTexts(here))).toEqual(['這裡用過的', '感謝回饋']);
    expect((await value(listCaptures(here, KEY))).map((row) => row.id)).toEqual(['c1', 'c2']);
    expect(new Set((await here.db.custody.toArray()).map((entry) => entry.chain)).size).toBe(2);
  });

  test('a review known under another id there is joined with ours', async () => {
    const there = freshStore();
    await upsertReviews(there, [reading({ site: 'facebook', id: 'pfbidA' })], NOON);
    await addNote(there, 'facebook:pfbidA', { text: '來自另一台', by: null, at: NOON });
    const here = freshStore();
    await upsertReviews(here, [reading({ site: 'facebook', id: '123', aliases: ['pfbidA'] })], LATER);
    await value(importAll(here, await value(exportAll(there, settings(), LATER))));
    expect(await value(getReview(here, 'facebook:123'))).toMatchObject({ notes: [{ text: '來自另一台' }] });
    expect(await here.db.reviews.count()).toBe(1);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'replywell'],
    ['something else', '{"format":"other","version":1}'],
    ['null', 'null'],
  ])('%s is a bad file', async (_, file) => {
    const store = await filled();
    const before = await everything(store);
    expect(await importAll(store, file)).toEqual({ ok: false, failure: 'bad-file' });
    expect(await everything(store)).toEqual(before);
  });

  test('any changed or missing character makes a bad file', async () => {
    const store = await filled();
    await store.db.captures.clear();
    const file = await value(exportAll(store, settings(), NEXT_WEEK));
    // The time of the export and white space between members carry nothing; every other character counts.
    const start = file.indexOf('"sha256"');
    const fresh = freshStore();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: file.length - 1 }),
        fc.constantFrom('x', '7', ''),
        async (at, put) => {
          fc.pre(file[at] !== put);
          const damaged = file.slice(0, at) + put + file.slice(at + 1);
          expect(await importAll(fresh, damaged)).toEqual({ ok: false, failure: 'bad-file' });
          expect(await fresh.db.reviews.count()).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('captures and the custody log', () => {
  test('captures are written once and chained in the log', async () => {
    const store = await filled();
    expect(await value(lastManifestHash(store))).toBe('hash-c1');
    await value(saveCapture(store, capture('c2', LATER), amy));
    expect(await saveCapture(store, { ...capture('c1'), manifest: 'forged' }, amy)).toMatchObject({ ok: false });
    expect((await value(getCapture(store, 'c1'))).capture.manifest).toBe('{"id":"c1"}');
    const log = await store.db.custody.toArray();
    expect(log.map((entry) => [entry.seq, entry.facts?.action, entry.capture])).toEqual([
      [0, 'captured', 'c1'],
      [1, 'captured', 'c2'],
    ]);
    expect(await custodyHolds(log)).toBe(true);
  });

  test('captures at the same moment still make one chain', async () => {
    const store = freshStore();
    await Promise.all(['a', 'b', 'c'].map((id) => saveCapture(store, capture(id), amy)));
    const log = await store.db.custody.toArray();
    expect(log.map((entry) => entry.seq)).toEqual([0, 1, 2]);
    expect(await custodyHolds(log)).toBe(true);
  });
});

describe('delete all', () => {
  test('only the log’s hashes remain, with who, when and why', async () => {
    const store = await filled();
    expect(await value(inventory(store))).toEqual({ reviews: 2, notes: 1, decisions: 2, drafts: 2, captures: 1 });
    const [before] = await store.db.custody.toArray();
    await value(clearAll(store, '診所歇業', NEXT_WEEK, amy));
    expect(await value(inventory(store))).toEqual({ reviews: 0, notes: 0, decisions: 0, drafts: 0, captures: 0 });
    expect(await store.db.revisions.count()).toBe(0);
    const log = await store.db.custody.toArray();
    expect(log[0]).toEqual({ ...before, capture: '', facts: null });
    expect(log[1]?.facts).toMatchObject({ action: 'cleared', reason: '診所歇業', by: amy, at: NEXT_WEEK });
    expect(await custodyHolds(log)).toBe(true);
  });

  test('a backup brings everything back, the log’s facts too', async () => {
    const store = await filled();
    const file = await value(exportAll(store, settings(), LATER));
    await value(clearAll(store, '誤按', NEXT_WEEK, amy));
    await value(importAll(store, file));
    expect(await value(inventory(store))).toMatchObject({ reviews: 2, captures: 1 });
    expect((await store.db.custody.toArray()).map((entry) => entry.facts?.action)).toEqual(['captured', 'cleared']);
  });
});
