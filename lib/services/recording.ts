import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../contract/index.ts';
import { momentOf, type Recording, type RecordingEnd } from '../evidence/contract.ts';
import {
  clockText,
  isOver,
  type RecordingView,
  SILENCE_MS,
  samePage,
  sizeOf,
  verdictOf,
} from '../evidence/recording.ts';
import { withDuration } from '../evidence/webm.ts';
import { command } from '../messaging/commands.ts';
import type { DataOf, Requests } from '../messaging/protocol.ts';
import { siteOf } from '../sites/matches.ts';
import {
  captureHead,
  dropRecording,
  openRecordings,
  piecesOf,
  putPiece,
  putSession,
  type RecordingSession,
} from '../store/index.ts';
import { placeOf } from './capture.ts';
import { addFileTo } from './capture-add.ts';
import { isOver as isCaptured } from './capture-live.ts';
import type { Desk } from './desk.ts';
import { recordable } from './recordable.ts';

/** The recording that goes on, or the last one. What must not be lost stands in its session. */
export interface LiveRecording {
  session: RecordingSession;
  view: Omit<RecordingView, 'here'>;
  /** For the recorder, until it has asked. */
  stream: string | null;
  watchdog: ReturnType<typeof setTimeout> | undefined;
}

type Piece = DataOf<Requests['recording.piece']>;

const RECORDER = 'recorder.html';
/** A press of the icon after that means the sidebar again. */
const AWAITED_MS = 120_000;
/** The last piece comes at once, or the recorder is gone. */
const LAST_MS = 5_000;

/** Begins a recording of the tab in which the review stands open. Answers once the recorder is there. */
export async function startRecording(desk: Desk, key: string, tabId: number): Promise<Result<{ id: string }>> {
  await adopt(desk);
  if (desk.recording && !isOver(desk.recording.view)) return fail('recording-running');
  if (desk.capture && !isCaptured(desk.capture.progress)) return fail('capture-running');
  const place = await placeOf(desk, tabId, key);
  if (!place) return fail('not-on-page');
  if (!siteOf(place.frame.url)) return fail('not-allowed', 'site');
  const to = await recordable(desk, key);
  if (!to.ok) return to;
  if (to.value.to === null) return fail('not-allowed', to.value.why);
  if (!(await browser.permissions.contains({ permissions: ['tabCapture', 'offscreen'] }))) return fail('not-permitted');
  const stream = await streamOf(desk, key, tabId);
  if (!stream.ok) return stream;
  const id = crypto.randomUUID();
  const live: LiveRecording = {
    session: {
      id,
      key,
      tabId,
      frameId: place.frameId,
      startedAt: new Date().toISOString(),
      input: null,
      shots: 0,
      expected: 0,
      todo: [],
      ended: null,
      recording: {
        of: to.value.to,
        url: '',
        from: null,
        to: null,
        next: 0,
        bytes: 0,
        width: 0,
        height: 0,
        type: '',
        stopped: false,
        ended: null,
      },
    },
    view: { id, key, phase: 'starting', from: null, to: null, ended: null, failure: null },
    stream: stream.value,
    watchdog: undefined,
  };
  desk.recording = live;
  const begun = await begin(desk, live);
  if (!begun.ok) {
    desk.recording = null;
    await lift(live);
    await dropRecording(desk.store, id);
    return begun;
  }
  tell(desk, live);
  return ok({ id });
}

/** The browser's word for the tab's picture, or why there is none. */
async function streamOf(desk: Desk, key: string, tabId: number): Promise<Result<string>> {
  try {
    return ok(await browser.tabCapture.getMediaStreamId({ targetTabId: tabId }));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (/active stream/i.test(said)) return fail('recording-running');
    if (!/invoked|activeTab|permission/i.test(said)) return fail('unexpected', 'getMediaStreamId');
    // The address is told only where the icon was pressed: then that was before recording was allowed, and Chrome
    // grants a tab what an extension may do only once.
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab?.url !== undefined) return fail('needs-new-tab');
    desk.awaitedRecordings.set(tabId, { key, at: Date.now() });
    return fail('needs-click');
  }
}

/** Our parts out of sight, the session written down, the recorder there. */
async function begin(desk: Desk, live: LiveRecording): Promise<Result<unknown>> {
  const { session } = live;
  const { tabId, frameId } = session;
  const seen = await command('content.veil', { do: 'draw' }, { tabId, frameId: 0 });
  if (!seen.ok || !seen.value) return fail('page-gone');
  if (frameId !== 0) await command('content.veil', { do: 'draw' }, { tabId, frameId });
  Object.assign(session.recording, { url: seen.value.url, ...sizeOf(seen.value) });
  const written = await putSession(desk.store, session);
  if (!written.ok) return written;
  try {
    await closeRecorder();
    await browser.offscreen.createDocument({
      url: RECORDER,
      reasons: ['USER_MEDIA'],
      justification: 'Records the tab that the person chose, as evidence',
    });
  } catch {
    return fail('unexpected', 'offscreen');
  }
  expectWithin(desk, live, SILENCE_MS);
  return ok(null);
}

/** The recorder asks what to record. */
export function orderOf(desk: Desk): Result<{ id: string; stream: string; width: number; height: number }> {
  const live = desk.recording;
  if (!live?.stream) return fail('not-found', 'recording');
  const { stream } = live;
  live.stream = null;
  const { width, height } = live.session.recording;
  return ok({ id: live.session.id, stream, width, height });
}

/** Writes a piece down, where the page is still the one that was captured, and says whether to go on. */
export async function takePiece(desk: Desk, piece: Piece): Promise<Result<{ stop: boolean }>> {
  await adopt(desk);
  const live = desk.recording;
  if (live?.session.id !== piece.id || live.session.recording.ended !== null) return ok({ stop: true });
  const { session, view } = live;
  const { recording } = session;
  // It was written down before the worker died; only its answer was lost.
  if (piece.seq < recording.next && !piece.last) return ok({ stop: recording.stopped });
  expectWithin(desk, live, recording.stopped ? LAST_MS : SILENCE_MS);
  const blob = piece.seq < recording.next ? null : await blobAt(piece.file);
  const verdict = verdictOf({
    from: piece.from,
    at: piece.at,
    bytes: recording.bytes,
    size: blob?.size ?? 0,
    stayed: await stayed(live),
    stopped: recording.stopped,
    last: piece.last,
    failed: piece.failed,
  });
  // Asked for again while the page was looked at.
  if (recording.ended !== null) return ok({ stop: true });
  let { ended } = verdict;
  recording.next = Math.max(recording.next, piece.seq + 1);
  if (verdict.keep && blob) {
    Object.assign(recording, { from: piece.from, to: piece.at, type: piece.type, bytes: recording.bytes + blob.size });
    const kept = await putPiece(desk.store, session, { seq: piece.seq, blob });
    // What was written before stays, and is sealed once there is room.
    if (!kept.ok) ended = kept.failure === 'storage-full' ? 'storage-full' : 'failed';
  }
  Object.assign(view, { from: recording.from, to: recording.to });
  if (view.phase === 'starting' && piece.type !== '') {
    view.phase = 'recording';
    view.from = piece.from;
    tell(desk, live);
  }
  badge(live);
  if (ended === null) return ok({ stop: verdict.stop });
  void conclude(desk, live, ended);
  return ok({ stop: true });
}

/** A blob that the recorder holds; its address stands only while it waits for our answer. */
async function blobAt(file: string | null): Promise<Blob | null> {
  if (file === null || !file.startsWith(`blob:${browser.runtime.getURL('/')}`)) return null;
  return fetch(file).then(
    (answer) => answer.blob(),
    () => null,
  );
}

/** The tab still shows the document and the address that were captured. */
async function stayed({ session: { tabId, recording } }: LiveRecording): Promise<boolean> {
  const seen = await command('content.veil', { do: 'look' }, { tabId, frameId: 0 });
  return seen.ok && seen.value !== null && samePage(recording.url, seen.value.url);
}

/** Where nothing is heard of the recorder for so long, what is there is all there will be. */
function expectWithin(desk: Desk, live: LiveRecording, ms: number): void {
  clearTimeout(live.watchdog);
  live.watchdog = setTimeout(() => {
    const { stopped } = live.session.recording;
    void conclude(desk, live, stopped ? 'stopped' : 'interrupted');
  }, ms);
}

/**
 * Nothing more comes: seals what is there as an addition to its capture. May be called again after it died midway.
 * `running`: false where page and recorder were let go of in an earlier life, and may serve another recording now.
 */
async function conclude(desk: Desk, live: LiveRecording, ended: RecordingEnd, running = true): Promise<void> {
  const { session, view } = live;
  const { recording } = session;
  if (isOver(view) || recording.ended !== null) return;
  clearTimeout(live.watchdog);
  recording.ended = ended;
  Object.assign(view, { phase: 'sealing', ended });
  // The recorder has been told to stop and has nothing that we want; its tab's picture is let go of.
  if (running) await Promise.all([lift(live), closeRecorder(), putSession(desk.store, session)]);
  badge(live);
  tell(desk, live);
  // Whatever went wrong: the pieces are still there.
  const sealed = await seal(desk, live).catch(() => fail('storage-failed', 'seal'));
  if (sealed.ok) view.phase = 'done';
  else Object.assign(view, { phase: 'failed', failure: sealed.failure });
  tell(desk, live);
  desk.changed({ tabId: null, topic: 'capture', key: session.key });
}

async function seal(desk: Desk, { session }: LiveRecording): Promise<Result<unknown>> {
  const { id, recording } = session;
  const pieces = await piecesOf(desk.store, id);
  if (!pieces.ok) return pieces;
  const { from, to, ended, width, height, type } = recording;
  const nothing = pieces.value.length === 0 || from === null || to === null || ended === null;
  if (nothing) {
    await dropRecording(desk.store, id);
    return fail(
      ended === 'page-gone' ? 'page-gone' : ended === 'storage-full' ? 'storage-full' : 'unexpected',
      'empty',
    );
  }
  const there = await captureHead(desk.store, id);
  if (!there.ok) {
    const facts: Recording = { from: momentOf(from), to: momentOf(to), ended, width, height, type };
    const whole = new Blob(pieces.value, { type: 'video/webm' });
    const timed = await withDuration(whole, Date.parse(to) - Date.parse(from));
    const added = await addFileTo(desk, recording.of, 'recording', timed, { id, recording: facts });
    // No room or no database: the pieces stay, and are sealed when the worker starts next.
    if (!added.ok && (added.failure === 'storage-full' || added.failure === 'storage-failed')) return added;
    if (!added.ok) {
      await dropRecording(desk.store, id);
      return added;
    }
  }
  return dropRecording(desk.store, id);
}

async function lift({ session: { tabId, frameId } }: LiveRecording): Promise<void> {
  await command('content.veil', { do: 'lift' }, { tabId, frameId: 0 });
  if (frameId !== 0) await command('content.veil', { do: 'lift' }, { tabId, frameId });
}

const hasRecorder = async (): Promise<boolean> =>
  (
    await browser.runtime.getContexts({
      contextTypes: ['OFFSCREEN_DOCUMENT'] as never,
      documentUrls: [browser.runtime.getURL(`/${RECORDER}`)],
    })
  ).length > 0;

async function closeRecorder(): Promise<void> {
  if (await hasRecorder()) await browser.offscreen.closeDocument().catch(() => undefined);
}

/** Asks the recorder of this tab (null: of any) to stop; what is there is sealed then. */
export async function stopRecording(desk: Desk, tabId: number | null): Promise<Result<null>> {
  await adopt(desk);
  const live = desk.recording;
  if (!live || isOver(live.view) || live.view.phase === 'sealing') return ok(null);
  const { session } = live;
  if (tabId !== null && session.tabId !== tabId) return ok(null);
  // Told with the answer to the next piece, and kept, should the worker die before that.
  session.recording.stopped = true;
  expectWithin(desk, live, LAST_MS);
  const kept = await putPiece(desk.store, session, null);
  return kept.ok ? ok(null) : kept;
}

export const isRecordingTab = ({ recording: live }: Desk, tabId: number): boolean =>
  live !== null && live.session.tabId === tabId && !isOver(live.view);

/** For the open review of a page: the recording that goes on or ended last. */
export async function recordingView(desk: Desk, tabId: number | null): Promise<RecordingView | null> {
  await adopt(desk);
  const live = desk.recording;
  return live && { ...live.view, here: live.session.tabId === tabId };
}

/** The same page in a new tab, where the icon's press begins the recording. */
export async function reopenForRecording(desk: Desk, key: string, tabId: number): Promise<Result<null>> {
  const made = await browser.tabs.duplicate(tabId).catch(() => undefined);
  if (made?.id === undefined) return fail('page-gone');
  desk.awaitedRecordings.set(made.id, { key, at: Date.now() });
  return ok(null);
}

/** Begins what was asked for before the browser allowed it: the icon has just been pressed. */
export async function startAwaitedRecording(desk: Desk, tabId: number): Promise<boolean> {
  const awaited = desk.awaitedRecordings.get(tabId);
  desk.awaitedRecordings.delete(tabId);
  if (!awaited || Date.now() - awaited.at > AWAITED_MS) return false;
  const begun = await startRecording(desk, awaited.key, tabId);
  desk.changed({ tabId, topic: 'capture', key: awaited.key });
  return begun.ok;
}

/** One life of the worker takes over once what an earlier one left. */
const adopted = new WeakMap<Desk, Promise<void>>();

/**
 * A worker may die while the recorder goes on: the next life takes the recording over. Where the recorder is gone too
 * (the browser ended, the extension was updated) what was written down is sealed as interrupted.
 */
export function adopt(desk: Desk): Promise<void> {
  let done = adopted.get(desk);
  if (!done) {
    done = takeOver(desk).catch(() => undefined);
    adopted.set(desk, done);
  }
  return done;
}

async function takeOver(desk: Desk): Promise<void> {
  const left = await openRecordings(desk.store);
  if (!left.ok) return;
  // What waits to be sealed first: the one that goes on is the one to be seen.
  for (const session of left.value.sort(
    (a, b) => Number(b.recording.ended !== null) - Number(a.recording.ended !== null),
  )) {
    const { id, key, recording } = session;
    const { ended, from, to, stopped } = recording;
    const live: LiveRecording = {
      session,
      view: { id, key, phase: 'recording', from, to, ended: null, failure: null },
      stream: null,
      watchdog: undefined,
    };
    desk.recording = live;
    recording.ended = null;
    if (ended !== null) void conclude(desk, live, ended, false);
    else if (await hasRecorder()) expectWithin(desk, live, SILENCE_MS);
    else void conclude(desk, live, stopped ? 'stopped' : 'interrupted');
  }
}

function badge({ session: { tabId, recording }, view }: LiveRecording): void {
  const on = view.phase === 'recording';
  const ms = Date.parse(recording.to ?? '') - Date.parse(recording.from ?? '');
  const text = on ? clockText(Number.isFinite(ms) ? ms : 0) : '';
  void browser.action.setBadgeText({ text, tabId }).catch(() => undefined);
  if (on) void browser.action.setBadgeBackgroundColor({ color: '#b42318', tabId }).catch(() => undefined);
}

function tell(desk: Desk, { session: { tabId, key } }: LiveRecording): void {
  desk.changed({ tabId, topic: 'capture', key });
}
