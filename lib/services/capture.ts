import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../contract/index.ts';
import { rootOf } from '../evidence/capture-fields.ts';
import type { Started } from '../evidence/capture-progress.ts';
import type { MissingWhy } from '../evidence/contract.ts';
import { isOver as isRecorded } from '../evidence/recording.ts';
import { picturesAllowed } from '../evidence/seal.ts';
import { command } from '../messaging/commands.ts';
import type { Sight } from '../page/capture.ts';
import { siteOf } from '../sites/matches.ts';
import { dropSession, openSessions, putSession } from '../store/index.ts';
import { type Shot, shoot } from './capture-camera.ts';
import { takeExtras } from './capture-extras.ts';
import { isOver, keep, type Live, restore, tell, whyOf } from './capture-live.ts';
import { compare, noteRecheck } from './capture-recheck.ts';
import { type CaptureOptions, recordOf } from './capture-record.ts';
import { finish } from './capture-seal.ts';
import { scrollShots } from './capture-shots.ts';
import { record } from './decide.ts';
import type { Desk } from './desk.ts';
import { tellHeld } from './held.ts';
import type { Row } from './pages.ts';

export const DEFAULTS: CaptureOptions = { pictures: true, reload: false, served: true, mhtml: false, caseName: null };

/**
 * Begins a capture of a review that stands open in `tabId`. Answers once the first picture was taken, so that a
 * missing permission is said at once and leaves nothing behind; the rest goes on by itself (`progressOf`).
 */
export async function startCapture(
  desk: Desk,
  key: string,
  tabId: number,
  asked: Partial<CaptureOptions>,
): Promise<Result<Started>> {
  if (desk.capture && !isOver(desk.capture.progress)) return fail('capture-running');
  // It would scroll the page in the recording, and bring our own parts back into it.
  if (desk.recording && !isRecorded(desk.recording.view)) return fail('recording-running');
  let place = await placeOf(desk, tabId, key);
  if (!place) return fail('not-on-page');
  if (!siteOf(place.frame.url)) return fail('not-allowed', 'site');
  if (asked.pictures === undefined && !maySee(place)) return ok({ ask: 'sensitive' });
  const options: CaptureOptions = { ...DEFAULTS, ...asked, pictures: asked.pictures ?? true };
  const id = crypto.randomUUID();
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.windowId === undefined) return fail('page-gone');
  const live: Live = {
    desk,
    session: {
      id,
      key,
      tabId,
      frameId: place.frameId,
      startedAt: new Date().toISOString(),
      input: null,
      shots: 0,
      expected: options.pictures ? 1 : 0,
      todo: [],
      ended: null,
    },
    target: { tabId, frameId: place.frameId, windowId: tab.windowId },
    options,
    progress: {
      id,
      key,
      tabId,
      phase: 'starting',
      shots: 0,
      expected: 1,
      failure: null,
      complete: false,
      missing: [],
      recheck: null,
    },
    stopped: false,
  };
  desk.capture = live;
  if (options.reload) {
    place = await loadAnew(desk, live);
    if (!place) return refused(live, fail('not-on-page'));
    live.target.frameId = place.frameId;
  }
  const first = await open(live, place);
  if (!first.ok) {
    if (first.failure === 'needs-click') desk.awaited.set(tabId, { key, options: asked, at: Date.now() });
    return refused(live, first);
  }
  void run(live, first.value);
  return ok({ ask: null, id });
}

/** Where the review stands; a worker that restarted asks the page to say everything again first. */
export async function placeOf(desk: Desk, tabId: number, key: string): Promise<Place | null> {
  if (desk.pages.mustAsk(tabId)) void command('content.resync', {}, { tabId });
  const end = Date.now() + RESYNC_MS;
  for (;;) {
    const place = desk.pages.find(tabId, key);
    if (place) return place;
    const { frames } = desk.pages.tab(tabId);
    const read = frames.size > 0 && [...frames.values()].every(({ reading }) => !reading);
    if (read || Date.now() > end) return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Nothing was written and nothing remains. */
async function refused(live: Live, failure: Result<never>): Promise<Result<never>> {
  await restore(live.target);
  await dropSession(live.desk.store, live.session.id);
  live.desk.capture = null;
  return failure;
}

type Place = NonNullable<ReturnType<Desk['pages']['find']>>;

/** The pictures show all of the post that a comment stands under: what must not be pictured there is not pictured. */
function maySee({ row, frame }: Place): boolean {
  const root = frame.rows.get(rootOf<Row['review']>(row.review, (id) => frame.rows.get(id)?.review).id) ?? row;
  return picturesAllowed(row.triage) && picturesAllowed(root.triage);
}

/** First picture, then words and fields: what matters most is down before the page is scrolled. */
async function open(live: Live, place: Place): Promise<Result<{ sight: Sight; first: Shot | null }>> {
  const { desk, session, target, options } = live;
  const { row, frame, frameId } = place;
  if (frameId !== 0) await command('content.camera', { do: 'hide' }, { tabId: target.tabId, frameId: 0 });
  const root = rootOf<Row['review']>(row.review, (id) => frame.rows.get(id)?.review);
  const all = frame.page.kind === 'article' || frame.page.kind === 'post';
  const begun = await command('content.camera', { do: 'begin', id: row.review.id, root: root.id, all }, target);
  if (!begun.ok) return begun;
  const sight = begun.value;
  if (!sight) return fail('not-on-page');
  let first: Shot | null = null;
  if (options.pictures) {
    const shot = await shoot(target, sight);
    if (!shot.ok) return shot;
    first = shot.value;
  }
  const read = await command('content.copy', {}, target);
  if (!read.ok) return read;
  session.input = await recordOf(
    desk,
    session.id,
    { frame, row, tabId: target.tabId },
    read.value,
    options,
    session.startedAt,
  );
  if (options.recheck) session.input.recheck = await compare(desk, options.recheck, session.input);
  session.todo = [{ what: 'text', detail: '' }];
  if (options.pictures) {
    session.todo.push({ what: 'dom', detail: '' }, { what: 'pictures', detail: '' });
    session.todo.push({ what: 'crop', detail: '' }, { what: 'second-shot', detail: '' });
    if (options.mhtml) session.todo.push({ what: 'mhtml', detail: '' });
    session.input.missing.push({ what: 'address-bar', why: 'not-asked', detail: '' });
    if (read.value.framesLeftOut > 0)
      session.input.missing.push({ what: 'dom', why: 'cross-origin', detail: `${read.value.framesLeftOut} frames` });
  } else session.input.missing.push({ what: 'pictures', why: 'withheld', detail: '' });
  session.todo.push({ what: 'clock', detail: '' });
  if (row.review.site === 'ptt' && options.served) session.todo.push({ what: 'served', detail: '' });
  const begunWriting = await putSession(desk.store, session);
  if (!begunWriting.ok) return fail(begunWriting.failure, begunWriting.detail);
  const texts = [{ name: 'text.txt', kind: 'text' as const, text: read.value.text }];
  // The copy refers to pictures and may hold what must not be kept: with the pictures it goes.
  if (options.pictures) texts.push({ name: 'dom.txt', kind: 'dom' as never, text: read.value.html });
  for (const { name, kind, text } of texts) {
    const kept = await keep(live, { name, kind, type: 'text/plain', blob: new Blob([text], { type: 'text/plain' }) });
    if (!kept.ok) return kept;
  }
  return ok({ sight, first });
}

/** From the second picture to the seal. Whatever goes wrong ends in a capture that says what is missing. */
async function run(live: Live, opened: { sight: Sight; first: Shot | null }): Promise<void> {
  const { session, target, progress } = live;
  let why: MissingWhy | null = null;
  try {
    progress.phase = 'shooting';
    tell(live);
    const shots = opened.first ? await scrollShots(live, opened.first) : ok([]);
    if (shots.ok) {
      progress.phase = 'extras';
      tell(live);
      const extras = await takeExtras(live, shots.value);
      if (!extras.ok) why = whyOf(extras);
    } else why = whyOf(shots);
    if (live.stopped) why = 'cancelled';
  } catch {
    why = 'failed';
  }
  await restore(target);
  progress.phase = 'sealing';
  tell(live);
  session.ended = why;
  await conclude(live.desk, live, why);
}

async function conclude(desk: Desk, live: Live, why: MissingWhy | null): Promise<void> {
  const { session, progress } = live;
  let sealed: Awaited<ReturnType<typeof finish>>;
  try {
    sealed = await finish(desk.store, session, why);
  } catch {
    sealed = fail('unexpected', 'seal');
  }
  if (sealed.ok && sealed.value) {
    // Sealed it is, whatever becomes of the notes; done when they are written, too.
    await noteRecheck(desk, session).catch(() => undefined);
    await note(desk, live).catch(() => undefined);
    Object.assign(progress, { phase: 'done', complete: sealed.value.complete, missing: sealed.value.missing });
    progress.recheck = session.input?.recheck ?? null;
  } else {
    // The session stays: it is sealed when the worker starts next, with what is there.
    await putSession(desk.store, session);
    Object.assign(progress, { phase: 'failed', failure: sealed.ok ? 'unexpected' : sealed.failure });
  }
  tell(live);
  await tellHeld(desk, session.key);
}

/** In the review's history: captured, by whom. */
async function note(desk: Desk, { session, target }: Live): Promise<void> {
  const open = desk.pages.find(session.tabId, session.key);
  if (!open) return;
  await record(
    desk,
    session.key,
    { what: 'captured' },
    {
      kind: 'sidebar',
      tabId: target.tabId,
      frameId: target.frameId,
      documentId: '',
      url: open.frame.url,
    },
  );
}

/**
 * When the worker starts: whatever an earlier life left unsealed is sealed as incomplete, saying what is missing, or
 * goes away where nothing had been recorded.
 */
export async function recoverCaptures(desk: Desk): Promise<void> {
  const left = await openSessions(desk.store);
  if (!left.ok) return;
  for (const session of left.value) {
    // A recording has pieces of its own (recording.ts).
    if (desk.capture?.session.id === session.id || session.recording) continue;
    await restore({ tabId: session.tabId, frameId: session.frameId, windowId: 0 });
    const done = await finish(desk.store, session, session.ended ?? 'interrupted').catch(() => null);
    void browser.action.setBadgeText({ text: '', tabId: session.tabId }).catch(() => undefined);
    if (done?.ok) await tellHeld(desk, session.key);
  }
}

const RELOAD_MS = 20_000;
const RESYNC_MS = 8_000;

/** Loads the page anew and waits until the review was read again. */
async function loadAnew(desk: Desk, { session, target }: Live): Promise<Place | null> {
  const before = desk.pages.find(target.tabId, session.key)?.frame.session;
  await browser.tabs.reload(target.tabId);
  const end = Date.now() + RELOAD_MS;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const place = desk.pages.find(target.tabId, session.key);
    if (place && place.frame.session !== before && !place.frame.reading) return place;
  }
  return null;
}
