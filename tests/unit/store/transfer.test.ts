import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { canonicalJson } from '../../../lib/evidence/canonical.ts';
import { custodyHolds } from '../../../lib/evidence/custody.ts';
import { sha256 } from '../../../lib/evidence/hash.ts';
import { blobSource, collect, packCapture, verifyPackage } from '../../../lib/evidence/index.ts';
import {
  addCorrections,
  addDecision,
  addNote,
  chainEnd,
  clearAll,
  custodyLog,
  evidenceNames,
  exportAll,
  getCapture,
  getReview,
  heldCapture,
  importAll,
  inventory,
  lastManifestHash,
  listCaptures,
  noteUsedText,
  recentTexts,
  type Store,
  saveCapture,
  saveTyped,
  sealSession,
  setMark,
  typedText,
  upsertReviews,
} from '../../../lib/store/index.ts';
import { BYTES, flipped, newKey, sample } from '../evidence/samples.ts';
import { amy, freshStore, LATER, NEXT_WEEK, NOON, reading, settings, value } from './samples.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

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
  const change = { what: 'sentiment', from: 'negative', to: 'neutral' } as const;
  await value(addCorrections(store, KEY, [{ at: LATER, by: { name: '張經理', role: 'manager' }, duty: amy, change }]));
  return store;
}

const TABLES = ['reviews', 'revisions', 'notes', 'decisions', 'drafts', 'corrections', 'timestamps'];

/** All rows of all tables but the log, in an order of their own, and every byte of evidence. */
async function tables({ db }: Store) {
  const rows = TABLES.map(async (name) => (await db.table(name).toArray()).map(canonicalJson).sort());
  const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())].join();
  const files = (await db.files.toArray()).map(
    async ({ blob, ...facts }) => canonicalJson(facts) + (await bytesOf(blob)),
  );
  return Promise.all([...rows, Promise.all(files).then((all) => all.sort())]);
}
const everything = async (store: Store) => [
  ...(await tables(store)),
  (await store.db.custody.toArray()).map(canonicalJson).sort(),
];

const fileRow = (of: string, name: string, content: Uint8Array<ArrayBuffer>) => ({
  id: `${of}/${name}`,
  capture: of,
  name,
  kind: 'tile' as const,
  type: 'image/png',
  at: LATER,
  place: null,
  parent: null,
  blob: new Blob([content]),
});

/** A sealed capture with files and time-stamps, as the capture service leaves it. */
async function evidence(store: Store) {
  const made = await sample(await newKey(), { startedAt: LATER, finishedAt: LATER });
  const { sealed } = made;
  const { id } = sealed.manifest;
  for (const { name } of sealed.manifest.files)
    await store.db.files.add(
      fileRow(id, name, sealed.made.find((file) => file.name === name)?.bytes ?? BYTES[name] ?? new Uint8Array()),
    );
  const timestamps = [
    {
      id: 't1',
      capture: id,
      kind: 'rfc3161' as const,
      authority: 'https://tsa.example/',
      requestedAt: LATER,
      state: 'granted' as const,
      time: LATER,
      query: '00',
      response: 'ff',
      certificates: ['aa'],
      failure: null,
    },
  ];
  await store.db.timestamps.bulkAdd(timestamps);
  const previous = await value(chainEnd(store));
  const row = { manifest: sealed.written, manifestHash: sealed.manifestHash, seal: sealed.seal, size: 1 };
  await value(sealSession(store, { ...row, id, key: KEY, at: LATER, complete: true, previous }, amy));
  return { ...made, timestamps };
}

describe('export and import', () => {
  test('a new computer holds the same as the old one', async () => {
    const old = await filled();
    const file = await value(exportAll(old, settings(), NEXT_WEEK));
    const fresh = freshStore();
    expect(await value(importAll(fresh, file))).toEqual({ reviews: 2, skipped: 0, settings: settings() });
    expect(await tables(fresh)).toEqual(await tables(old));
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
    expect(await importAll(store, new Blob([file]))).toEqual({ ok: false, failure: 'bad-file' });
    expect(await everything(store)).toEqual(before);
  });

  test('the first form, JSON alone, is still read', async () => {
    const old = await filled();
    const zip = new Uint8Array(await (await value(exportAll(old, settings(), LATER))).arrayBuffer());
    const { sha256: _, contents, ...head } = JSON.parse(new TextDecoder().decode(unzipSync(zip)['backup.json']));
    const { files: __, timestamps: ___, ...tables } = contents;
    const first = JSON.stringify({
      ...head,
      version: 1,
      sha256: await sha256(JSON.stringify(tables)),
      contents: tables,
    });
    const fresh = freshStore();
    expect(await value(importAll(fresh, new Blob([first])))).toMatchObject({ reviews: 2 });
    expect((await value(getCapture(fresh, 'c1'))).capture).toEqual(capture('c1'));
  });

  test('packed again by another program it is the same backup', async () => {
    const old = await filled();
    await evidence(old);
    const zip = new Uint8Array(await (await value(exportAll(old, settings(), LATER))).arrayBuffer());
    const fresh = freshStore();
    await value(importAll(fresh, new Blob([zipSync(unzipSync(zip), { level: 6 }) as Uint8Array<ArrayBuffer>])));
    expect(await tables(fresh)).toEqual(await tables(old));
  });

  test('a flipped bit or a missing end is a bad file, or changes nothing of what comes in', async () => {
    const store = await filled();
    await store.db.captures.clear();
    await evidence(store);
    const zip = new Uint8Array(await (await value(exportAll(store, settings(), NEXT_WEEK))).arrayBuffer());
    const whole = await tables(store);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: zip.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        fc.boolean(),
        async (at, bit, cut) => {
          const fresh = freshStore();
          const answer = await importAll(fresh, new Blob([cut ? zip.slice(0, at) : flipped(zip, at, bit)]));
          if (answer.ok) expect(await tables(fresh)).toEqual(whole);
          else expect(answer).toEqual({ ok: false, failure: 'bad-file' });
          if (answer.ok) return;
          refused++;
          expect(await fresh.db.reviews.count()).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
    expect(refused).toBeGreaterThan(20);
  });
});

describe('evidence in a backup', () => {
  test('files, seals, time-stamps and the log come along, and the capture still verifies there', async () => {
    const old = await filled();
    const { sealed, exporting, timestamps } = await evidence(old);
    const sentence = { id: 's1', text: '謝謝您的提醒。', language: 'zh-TW', purpose: 'thanks' } as const;
    const sentences = [
      { ...sentence, aspect: null, tone: null, by: { name: '陳院長', role: 'doctor' }, at: NOON } as const,
    ];
    const file = await value(exportAll(old, { ...settings(), sentences }, NEXT_WEEK));
    const fresh = freshStore();
    const by = { name: '林主任', role: 'manager' } as const;
    const got = await value(importAll(fresh, file, { at: NEXT_WEEK, by }));
    expect(got.settings.sentences).toEqual(sentences);
    expect(await tables(fresh)).toEqual(await tables(old));

    const held = await value(heldCapture(fresh, sealed.manifest.id));
    expect(held.head).toMatchObject({ seal: sealed.seal, complete: true, manifestHash: sealed.manifestHash });
    expect(held.timestamps).toMatchObject(timestamps);
    // Who took it over, when, on the computer it came to.
    const chains = await value(custodyLog(fresh));
    expect(await custodyHolds(chains)).toBe(true);
    const own = chains.filter(({ capture: of }) => of === sealed.manifest.id);
    expect(own.map(({ facts }) => [facts?.action, facts?.by?.name])).toEqual(
      expect.arrayContaining([
        ['captured', amy.name],
        ['imported', by.name],
      ]),
    );
    const blobs = new Map(held.files.map(({ name, blob }) => [name, blob]));
    const bytesOf = (name: string) => blobSource(blobs.get(name) ?? new Blob());
    const bundle = { written: held.head.manifest, seal: sealed.seal, custody: chains, timestamps: [], bytesOf };
    expect(await verifyPackage(await collect(packCapture(bundle, exporting)))).toMatchObject({
      ok: true,
      problems: [],
    });
    // The next capture here names it as the one before.
    expect(await value(chainEnd(fresh))).toBe(sealed.manifestHash);
  });

  test('another capture under the id of ours stays out, with its files', async () => {
    const old = await filled();
    const { sealed } = await evidence(old);
    const file = await value(exportAll(old, settings(), NEXT_WEEK));
    const here = freshStore();
    await value(saveCapture(here, { ...capture(sealed.manifest.id), manifestHash: 'ours' }, amy));
    await value(importAll(here, file));
    const held = await value(heldCapture(here, sealed.manifest.id));
    expect(held.head.manifestHash).toBe('ours');
    expect(held.files.map(({ name }) => name)).toEqual(['picture-1.png']);
    expect(held.timestamps).toEqual([]);
  });

  test('a capture that is still being made stays where it is', async () => {
    const old = await filled();
    await old.db.files.add(fileRow('unsealed', 'tiles/001.png', Uint8Array.of(1)));
    const fresh = freshStore();
    await value(importAll(fresh, await value(exportAll(old, settings(), NEXT_WEEK))));
    expect(await fresh.db.files.count()).toBe(0);
  });

  test('is named before all is deleted, and goes with all of it', async () => {
    const store = await filled();
    const { sealed } = await evidence(store);
    expect(await value(evidenceNames(store))).toEqual([
      { id: sealed.manifest.id, at: LATER, site: 'google-maps', author: '阿明' },
      { id: 'c1', at: NOON, site: null, author: null },
    ]);
    await value(clearAll(store, '診所歇業', NEXT_WEEK, { by: amy }));
    for (const { name } of store.db.tables)
      expect([name, (await store.db.table(name).count()) > 0]).toEqual([name, /^(custody|meta)$/.test(name)]);
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
    expect(await value(inventory(store))).toEqual({
      reviews: 2,
      notes: 1,
      decisions: 2,
      corrections: 1,
      drafts: 2,
      captures: 1,
    });
    const [before] = await store.db.custody.toArray();
    await value(clearAll(store, '診所歇業', NEXT_WEEK, { by: amy }));
    expect(await value(inventory(store))).toEqual({
      reviews: 0,
      notes: 0,
      decisions: 0,
      corrections: 0,
      drafts: 0,
      captures: 0,
    });
    expect(await store.db.revisions.count()).toBe(0);
    const log = await store.db.custody.toArray();
    expect(log[0]).toEqual({ ...before, capture: '', facts: null });
    expect(log[1]?.facts).toMatchObject({ action: 'cleared', reason: '診所歇業', by: amy, at: NEXT_WEEK });
    expect(await custodyHolds(log)).toBe(true);
  });

  test('a backup brings everything back, the log’s facts too', async () => {
    const store = await filled();
    const file = await value(exportAll(store, settings(), LATER));
    await value(clearAll(store, '誤按', NEXT_WEEK, { by: amy }));
    await value(importAll(store, file));
    expect(await value(inventory(store))).toMatchObject({ reviews: 2, captures: 1 });
    const actions = (await store.db.custody.toArray()).map((entry) => entry.facts?.action);
    expect(actions).toEqual(['captured', 'cleared', 'imported']);
  });
});
