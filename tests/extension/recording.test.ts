// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok, type Result } from '../../lib/contract/index.ts';
import type { CaptureView } from '../../lib/evidence/capture-progress.ts';
import { Manifest, type Missing } from '../../lib/evidence/contract.ts';
import { MOST_MS } from '../../lib/evidence/recording.ts';
import { command } from '../../lib/messaging/commands.ts';
import type { From } from '../../lib/messaging/senders.ts';
import { finish } from '../../lib/services/capture-seal.ts';
import { Desk, handlersFor } from '../../lib/services/index.ts';
import { addFile, putSession, type SessionRow } from '../../lib/store/index.ts';
import { input } from '../unit/evidence/samples.ts';
import { review } from '../unit/store/samples.ts';

vi.mock('../../lib/messaging/commands.ts');

/** The background's side of a recording over a real store; the recorder's messages are made here. */
const url = new URL('https://www.ptt.cc/bbs/x/M.1.A.1.html');
const content: From = { kind: 'content', tabId: 1, frameId: 0, documentId: 'd', url };
const sidebar: From = { ...content, kind: 'sidebar', frameId: 5 };
const recorder: From = { ...content, kind: 'recorder', tabId: -1 };
const subject = review({ site: 'ptt', kind: 'comment', id: 'a', place: null, rating: null });
const KEY = 'ptt:a';
const soon = { timeout: 20_000 };
const FROM = Date.parse('2026-03-10T04:00:00.000Z');

let desk: Desk;
let handlers: ReturnType<typeof handlersFor>;
/** What the page answers to `look`; null: it is another document. */
let page: { url: string; width: number; height: number; scale: number } | null;
/** The document without a window is there. */
let standing: boolean;
let allowed: boolean;
let streamId: () => Promise<string>;
let asked: string[];

beforeEach(async () => {
  fakeBrowser.reset();
  page = { url: url.href, width: 1360, height: 900, scale: 1 };
  standing = false;
  allowed = true;
  streamId = async () => 'stream';
  asked = [];
  vi.mocked(command).mockImplementation((async (name: string, data: { do?: string }) => {
    asked.push(`${name} ${data.do ?? ''}`.trim());
    return name === 'content.veil' ? ok(page) : fail('page-gone');
  }) as never);
  Object.assign(fakeBrowser.tabs, { get: async (id: number) => ({ id, windowId: 1 }) });
  Object.assign(fakeBrowser.permissions, { contains: async () => allowed });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '0.1.0' }),
    getContexts: async () => (standing ? [{}] : []),
  });
  Object.assign(fakeBrowser, {
    tabCapture: { getMediaStreamId: () => streamId() },
    offscreen: {
      createDocument: async () => {
        standing = true;
      },
      closeDocument: async () => {
        standing = false;
      },
    },
  });
  // A blob's address is good for one browser only: here it says what is in it.
  vi.stubGlobal('fetch', async (address: string) => ({
    blob: async () => new Blob([address.split('/').at(-1) ?? '']),
  }));
  restart();
  await Promise.all(desk.store.db.tables.map((table) => table.clear()));
});
afterEach(() => {
  clearTimeout(desk.recording?.watchdog);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A new life of the worker over the same store. */
function restart(): void {
  clearTimeout(desk?.recording?.watchdog);
  desk?.store.db.close();
  desk = new Desk();
  handlers = handlersFor(desk);
}

async function value<T>(result: Promise<Result<T>> | Result<T>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.failure);
  return answer.value;
}

/** A sealed capture of the review, which stands on the page. */
async function captured(missing: Missing[] = []): Promise<void> {
  await handlers['page.report'](
    {
      session: 's',
      batch: 0,
      reset: true,
      reading: false,
      page: { site: 'ptt', kind: 'article', title: null, place: null, language: null },
      health: { status: 'ok', problems: [] },
      reviews: [subject],
    } as never,
    content,
  );
  const session: SessionRow = {
    id: 'capture-1',
    key: KEY,
    tabId: 1,
    frameId: 0,
    startedAt: '2026-03-10T03:00:00.000Z',
    input: input({ review: subject, thread: [subject], files: [], missing }),
    shots: 1,
    expected: 1,
    todo: [],
    ended: null,
  };
  await value(putSession(desk.store, session));
  const text = { capture: session.id, name: 'text.txt', kind: 'text' as const, type: 'text/plain' };
  const rest = { at: session.startedAt, place: null, parent: null, blob: new Blob(['x']) };
  await value(addFile(desk.store, session, { ...text, ...rest }));
  await value(finish(desk.store, session, null));
}

const start = () => handlers['recording.start']({ key: KEY }, sidebar);
const view = (): Promise<CaptureView> => value(handlers['capture.view']({ key: KEY }, sidebar));
const cut = (id: string, seq: number, over: object = {}) =>
  value(
    handlers['recording.piece'](
      {
        id,
        seq,
        file: `blob:${fakeBrowser.runtime.getURL('/' as never)}piece${seq};`,
        from: new Date(FROM).toISOString(),
        at: new Date(FROM + (seq + 1) * 1_000).toISOString(),
        type: 'video/webm;codecs=vp9',
        last: false,
        failed: false,
        ...over,
      },
      recorder,
    ),
  );

/** What was added to the capture; waits until it is. */
async function added(): Promise<{ manifest: Manifest; text: string }> {
  await vi.waitFor(async () => expect((await view()).recording?.phase).toBe('done'), soon);
  const row = (await desk.store.db.captures.toArray()).find(({ manifest }) => manifest.includes('"recording":{'));
  const manifest = Manifest.parse(JSON.parse(row?.manifest ?? ''));
  const [file] = await desk.store.db.files.where('capture').equals(manifest.id).toArray();
  expect(await desk.store.db.sessions.count()).toBe(0);
  expect(await desk.store.db.files.filter(({ capture }) => capture.startsWith('pieces-')).count()).toBe(0);
  return { manifest, text: (await file?.blob.text()) ?? '' };
}

describe('what stands in the way', () => {
  test('no capture, pictures withheld, no permission: nothing is begun and nothing written', async () => {
    expect((await view()).recordable).toEqual({ to: null, why: 'no-capture' });
    await captured([{ what: 'pictures', why: 'withheld', detail: '' }]);
    expect((await view()).recordable).toEqual({ to: null, why: 'withheld' });
    expect(await start()).toEqual({ ok: false, failure: 'not-allowed', detail: 'withheld' });
    expect(await desk.store.db.sessions.count()).toBe(0);
    expect(asked.filter((order) => order.startsWith('content.veil'))).toEqual([]);
  });

  test('without the permission it says so', async () => {
    await captured();
    allowed = false;
    expect(await start()).toMatchObject({ failure: 'not-permitted' });
  });

  test('before the icon was pressed the press begins it; pressed too early, a new tab is needed', async () => {
    await captured();
    streamId = async () => {
      throw new Error('Extension has not been invoked for the current page (see activeTab permission).');
    };
    expect(await start()).toMatchObject({ failure: 'needs-click' });
    expect(desk.awaitedRecordings.has(1)).toBe(true);
    // The address is told to who may act on the tab.
    Object.assign(fakeBrowser.tabs, { get: async (id: number) => ({ id, windowId: 1, url: url.href }) });
    desk.awaitedRecordings.clear();
    expect(await start()).toMatchObject({ failure: 'needs-new-tab' });
    expect(desk.awaitedRecordings.size).toBe(0);
  });

  test('where the recorder cannot be made, our own parts come back and nothing is left', async () => {
    await captured();
    Object.assign(fakeBrowser, {
      offscreen: { createDocument: () => Promise.reject(new Error('no')), closeDocument: async () => undefined },
    });
    expect(await start()).toMatchObject({ failure: 'unexpected' });
    expect(asked.at(-1)).toBe('content.veil lift');
    expect(await desk.store.db.sessions.count()).toBe(0);
    expect((await view()).recording).toBeNull();
  });
});

describe('a recording', () => {
  let id: string;
  beforeEach(async () => {
    await captured();
    ({ id } = await value(start()));
  });

  test('is told to the recorder once, written piece by piece, sealed beside its capture, and its pieces go', async () => {
    expect(await value(handlers['recording.order']({}, recorder))).toEqual({
      id,
      stream: 'stream',
      width: 1360,
      height: 900,
    });
    expect((await handlers['recording.order']({}, recorder)).ok).toBe(false);
    expect(await start()).toMatchObject({ failure: 'recording-running' });
    expect(await cut(id, 0)).toEqual({ stop: false });
    // Its answer was lost: it comes again and is kept once.
    expect(await cut(id, 0)).toEqual({ stop: false });
    // Nothing moved.
    expect(await cut(id, 1, { file: null })).toEqual({ stop: false });
    await value(handlers['recording.stop']({}, content));
    expect(await cut(id, 2)).toEqual({ stop: true });
    expect(await cut(id, 3, { last: true })).toEqual({ stop: true });
    const { manifest, text } = await added();
    expect(text).toBe('piece0;piece2;piece3;');
    expect(manifest).toMatchObject({
      id,
      kind: 'annotation',
      complete: true,
      derivedFrom: { id: 'capture-1' },
      recording: { ended: 'stopped', from: { utc: new Date(FROM).toISOString() } },
    });
    expect(manifest.recording?.to.utc).toBe(new Date(FROM + 4_000).toISOString());
    expect(standing).toBe(false);
    expect(asked.at(-1)).toBe('content.veil lift');
    // Whatever comes late is no part of it.
    expect(await cut(id, 4)).toEqual({ stop: true });
  });

  test('stops at its limit', async () => {
    const at = new Date(FROM + MOST_MS).toISOString();
    expect(await cut(id, 0, { at })).toEqual({ stop: true });
    await cut(id, 1, { at, last: true });
    expect((await added()).manifest.recording?.ended).toBe('limit');
  });

  test.each([
    ['another document', null],
    ['another address in the same one', { url: 'https://www.ptt.cc/bbs/y.html', width: 1, height: 1, scale: 1 }],
  ])('%s: the piece in which it came is not kept, what was before is', async (_, next) => {
    await cut(id, 0);
    page = next;
    expect(await cut(id, 1)).toEqual({ stop: true });
    const { manifest, text } = await added();
    expect(text).toBe('piece0;');
    expect(manifest).toMatchObject({ complete: false, recording: { ended: 'page-gone' } });
    expect(manifest.recording?.to.utc).toBe(new Date(FROM + 1_000).toISOString());
  });

  test('gone before anything was kept: nothing is left, and that is said', async () => {
    page = null;
    await cut(id, 0);
    await vi.waitFor(
      async () => expect((await view()).recording).toMatchObject({ phase: 'failed', failure: 'page-gone' }),
      soon,
    );
    expect(await desk.store.db.sessions.count()).toBe(0);
    expect(await desk.store.db.captures.count()).toBe(1);
  });

  test('the worker dies: the next life takes the recorder’s pieces where they stood, and the wish to stop too', async () => {
    await cut(id, 0);
    await value(handlers['recording.stop']({}, sidebar));
    restart();
    expect((await view()).recording).toMatchObject({ id, phase: 'recording' });
    expect(await cut(id, 0)).toEqual({ stop: true });
    expect(await cut(id, 1)).toEqual({ stop: true });
    await cut(id, 2, { last: true });
    const { manifest, text } = await added();
    expect(text).toBe('piece0;piece1;piece2;');
    expect(manifest.recording?.ended).toBe('stopped');
  });

  test('the browser ends: what was written is sealed as interrupted at the next start', async () => {
    await cut(id, 0);
    standing = false;
    restart();
    const { manifest, text } = await added();
    expect(text).toBe('piece0;');
    expect(manifest).toMatchObject({ complete: false, recording: { ended: 'interrupted' } });
    expect(manifest.missing).toContainEqual({ what: 'recording', why: 'interrupted', detail: '' });
  });

  test('died between seal and clearing up: it is not sealed twice', async () => {
    await cut(id, 0);
    const [session] = await desk.store.db.sessions.toArray();
    const pieces = await desk.store.db.files.filter(({ capture }) => capture.startsWith('pieces-')).toArray();
    await cut(id, 1, { last: true, file: null });
    await added();
    await desk.store.db.sessions.put(session as SessionRow);
    await desk.store.db.files.bulkPut(pieces);
    standing = false;
    restart();
    await added();
    expect(await desk.store.db.captures.count()).toBe(2);
  });

  test('no room left: said, and what was written before is sealed', async () => {
    await cut(id, 0);
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    const put = vi.spyOn(desk.store.db.files, 'put').mockRejectedValueOnce(full as never);
    expect(await cut(id, 1)).toEqual({ stop: true });
    expect(put).toHaveBeenCalled();
    const { manifest, text } = await added();
    expect(text).toBe('piece0;');
    expect(manifest.recording?.ended).toBe('storage-full');
  });

  test('no room to seal: the pieces stay, and are sealed when there is', async () => {
    await cut(id, 0);
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    vi.spyOn(desk.store.db.files, 'bulkAdd').mockRejectedValueOnce(full as never);
    await value(handlers['recording.stop']({}, sidebar));
    await cut(id, 1, { last: true });
    await vi.waitFor(
      async () => expect((await view()).recording).toMatchObject({ phase: 'failed', failure: 'storage-full' }),
      soon,
    );
    standing = false;
    restart();
    const { manifest, text } = await added();
    expect(text).toBe('piece0;piece1;');
    expect(manifest).toMatchObject({ complete: true, recording: { ended: 'stopped' } });
  });

  test('one that waits for room does not disturb the next one, and both are sealed', async () => {
    await cut(id, 0);
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    vi.spyOn(desk.store.db.files, 'bulkAdd').mockRejectedValueOnce(full as never);
    await cut(id, 1, { last: true });
    await vi.waitFor(async () => expect((await view()).recording?.phase).toBe('failed'), soon);
    const next = await value(start());
    await cut(next.id, 0);
    asked = [];
    restart();
    expect((await view()).recording).toMatchObject({ id: next.id, phase: 'recording' });
    await vi.waitFor(async () => expect(await desk.store.db.captures.count()).toBe(2), soon);
    // The recorder and the page still serve the second.
    expect(standing).toBe(true);
    expect(asked).not.toContain('content.veil lift');
    await value(handlers['recording.stop']({}, sidebar));
    await cut(next.id, 1, { last: true });
    await vi.waitFor(async () => expect((await view()).recording?.phase).toBe('done'), soon);
    expect(await desk.store.db.captures.count()).toBe(3);
    expect(await desk.store.db.sessions.count()).toBe(0);
  });

  test('a recorder that falls silent: what is there is sealed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await cut(id, 0);
    await vi.advanceTimersByTimeAsync(15_000);
    vi.useRealTimers();
    expect((await added()).manifest.recording?.ended).toBe('interrupted');
  });

  test('a stop from another tab’s page does not stop it; a capture does not begin beside it', async () => {
    await value(handlers['recording.stop']({}, { ...content, tabId: 2 }));
    expect(await cut(id, 0)).toEqual({ stop: false });
    expect(await handlers['capture.start']({ key: KEY, options: {} }, sidebar)).toMatchObject({
      failure: 'recording-running',
    });
  });

  test('an address that is not the recorder’s own is not fetched', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    await cut(id, 0, { file: 'https://example.com/x.webm' });
    await cut(id, 1, { file: 'blob:https://www.ptt.cc/x' });
    expect(fetched).not.toHaveBeenCalled();
  });
});
