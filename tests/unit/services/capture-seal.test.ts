import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type CaptureInput, custodyHolds, Manifest, sealHolds } from '../../../lib/evidence/index.ts';
import { finish } from '../../../lib/services/capture-seal.ts';
import {
  addFile,
  capturesFrom,
  chainEnd,
  countCaptures,
  custodyLog,
  deleteCapture,
  dropSession,
  heldCapture,
  openSessions,
  putSession,
  type SessionRow,
  type Store,
} from '../../../lib/store/index.ts';
import { amy, freshStore, NOON, review, value } from '../store/samples.ts';

/** What a capture has recorded after its first picture. */
const input = (id: string): CaptureInput => ({
  id,
  startedAt: NOON,
  finishedAt: NOON,
  clock: { offsetMs: null, source: null, measuredAt: null },
  page: {
    site: 'google-maps',
    kind: 'place',
    title: '晨星診所',
    url: 'https://www.google.com/maps/place/x',
    canonicalUrl: null,
    addressBar: 'recorded',
    place: { name: '晨星診所' },
    adapter: { name: 'google-maps', version: '2026' },
    health: null,
  },
  environment: {
    browser: 'Chromium 156',
    userAgent: null,
    os: 'Linux',
    build: '0.1.0',
    language: 'zh-TW',
    timeZone: 'Asia/Taipei',
    window: { width: 1360, height: 900 },
    viewport: null,
    zoom: 1,
    dpr: 1,
  },
  checks: { reloaded: false, shotsAgree: null, textAgrees: true, mutations: null, automated: null, served: null },
  by: amy,
  case: null,
  firstSeen: null,
  review: review(),
  thread: [review()],
  shown: [],
  identifies: ['晨星診所'],
  pictures: [],
  recheck: null,
  files: [],
  complete: false,
  missing: [{ what: 'address-bar', why: 'not-asked', detail: '' }],
});

const session = (id: string, over: Partial<SessionRow> = {}): SessionRow => ({
  id,
  key: 'google-maps:r1',
  tabId: 1,
  frameId: 0,
  startedAt: NOON,
  input: input(id),
  shots: 0,
  expected: 1,
  todo: [],
  ended: null,
  ...over,
});

const file = (capture: string, name: string, text: string, kind: 'text' | 'tile' = 'text') => ({
  capture,
  name,
  kind,
  type: 'text/plain',
  at: NOON,
  place: null,
  parent: null,
  blob: new Blob([text]),
});

async function recorded(store: Store, id: string, over: Partial<SessionRow> = {}): Promise<SessionRow> {
  const begun = session(id, over);
  await value(putSession(store, begun));
  await value(addFile(store, begun, file(id, 'text.txt', '等了兩個小時')));
  return begun;
}

describe('the end of a capture', () => {
  test('everything done: complete, signed, in the log, and no session is left', async () => {
    const store = freshStore();
    const done = await value(finish(store, await recorded(store, 'c1'), null));
    expect(done).toMatchObject({ id: 'c1', complete: true });
    const { head, files, custody } = await value(heldCapture(store, 'c1'));
    const manifest = Manifest.parse(JSON.parse(head.manifest));
    expect(manifest.files.map(({ name }) => name)).toEqual(['text.txt', 'thread.json']);
    expect(files.map(({ name }) => name).sort()).toEqual(['text.txt', 'thread.json']);
    expect(head.seal && (await sealHolds(head.seal, head.manifest))).toBe(true);
    expect(custody.map(({ facts }) => facts?.action)).toEqual(['captured']);
    expect(await value(openSessions(store))).toEqual([]);
  });

  test('what was still to be done is missing, with why; so it is not complete', async () => {
    const store = freshStore();
    const todo = [{ what: 'pictures' as const, detail: 'rows 800–5000 of 5000' }];
    const done = await value(finish(store, await recorded(store, 'c1', { todo }), 'interrupted'));
    expect(done?.complete).toBe(false);
    expect(done?.missing).toContainEqual({ what: 'pictures', why: 'interrupted', detail: 'rows 800–5000 of 5000' });
  });

  test('a clock that could not be measured and what nobody asked for are no loss', async () => {
    const store = freshStore();
    const todo = [
      { what: 'clock' as const, detail: '' },
      { what: 'served' as const, detail: '' },
    ];
    expect(await value(finish(store, await recorded(store, 'c1', { todo }), null))).toMatchObject({ complete: true });
    const stopped = freshStore();
    expect(await value(finish(stopped, await recorded(stopped, 'c1', { todo }), 'cancelled'))).toMatchObject({
      complete: false,
    });
  });

  test('nothing recorded, nothing remains', async () => {
    const store = freshStore();
    await value(putSession(store, session('c1', { input: null })));
    expect(await value(finish(store, session('c1', { input: null }), 'interrupted'))).toBeNull();
    expect(await value(openSessions(store))).toEqual([]);
    expect(await value(countCaptures(store))).toBe(0);
  });

  test('each names the one before it, also when two end at once or one was deleted', async () => {
    const store = freshStore();
    const begun = await Promise.all(['c1', 'c2', 'c3'].map((id) => recorded(store, id)));
    await Promise.all(begun.map((one) => finish(store, one, null).then((done) => value(Promise.resolve(done)))));
    await value(deleteCapture(store, 'c2', { at: NOON, by: amy, reason: '誤擷取', action: 'purged' }));
    await value(finish(store, await recorded(store, 'c4'), null));
    const heads = await value(capturesFrom(store, 0, 10));
    const log = await value(custodyLog(store));
    const sealed = log.filter(({ facts }) => facts?.action === 'captured').map(({ facts }) => facts?.manifestHash);
    for (const { manifest } of heads) {
      const { id, previous } = JSON.parse(manifest) as { id: string; previous: string | null };
      const at = log.filter(({ facts }) => facts?.action === 'captured').findIndex(({ capture }) => capture === id);
      expect(previous).toBe(at === 0 ? null : sealed[at - 1]);
    }
    expect(await value(chainEnd(store))).toBe(sealed.at(-1));
    expect(await custodyHolds(log)).toBe(true);
  });

  test('ended twice (it died right after sealing): the first stands', async () => {
    const store = freshStore();
    const begun = await recorded(store, 'c1');
    await value(finish(store, begun, null));
    const again = await finish(store, begun, 'interrupted');
    expect(again.ok).toBe(false);
    expect((await value(heldCapture(store, 'c1'))).head.complete).toBe(true);
  });

  test('no room at the seal: said, the session stays, and it can be sealed later', async () => {
    const store = freshStore();
    const begun = await recorded(store, 'c1');
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    store.db.captures.hook('creating', full);
    expect(await finish(store, begun, null)).toMatchObject({ ok: false, failure: 'storage-full' });
    expect(await value(countCaptures(store))).toBe(0);
    expect(await value(custodyLog(store))).toEqual([]);
    expect((await value(openSessions(store))).map(({ id }) => id)).toEqual(['c1']);
    store.db.captures.hook('creating').unsubscribe(full);
    expect(await value(finish(store, begun, 'interrupted'))).toMatchObject({ complete: true });
  });
});

describe('files of a capture', () => {
  test('are written once, and none comes after the seal', async () => {
    const store = freshStore();
    const begun = await recorded(store, 'c1');
    expect((await addFile(store, begun, file('c1', 'text.txt', 'other'))).ok).toBe(false);
    await value(finish(store, begun, null));
    expect(await addFile(store, begun, file('c1', 'late.txt', 'late'))).toMatchObject({
      ok: false,
      failure: 'not-found',
    });
    expect((await value(heldCapture(store, 'c1'))).files).toHaveLength(2);
  });

  test('no room for one: said, and nothing of it or of the session’s progress is written', async () => {
    const store = freshStore();
    const begun = await recorded(store, 'c1');
    store.db.files.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const more = { ...begun, shots: 1 };
    expect(await addFile(store, more, file('c1', 'tiles/001.png', 'x', 'tile'))).toMatchObject({
      ok: false,
      failure: 'storage-full',
    });
    expect((await value(openSessions(store)))[0]?.shots).toBe(0);
  });

  test('a dropped session takes its files along, but never those of a sealed capture', async () => {
    const store = freshStore();
    await recorded(store, 'c1');
    await value(dropSession(store, 'c1'));
    expect(await store.db.files.count()).toBe(0);
    await value(finish(store, await recorded(store, 'c2'), null));
    await value(dropSession(store, 'c2'));
    expect((await value(heldCapture(store, 'c2'))).files).toHaveLength(2);
  });
});
