import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../contract/index.ts';
import { holds, plain } from '../evidence/capture-check.ts';
import { clockOffset } from '../evidence/capture-fields.ts';
import { bestCrop, cropsOf } from '../evidence/capture-stitch.ts';
import type { MissingWhy } from '../evidence/contract.ts';
import { withoutOwnParts } from '../evidence/mhtml.ts';
import { command } from '../messaging/commands.ts';
import { putSession } from '../store/index.ts';
import { alike, cut, type Shot, shoot, tileOf } from './capture-camera.ts';
import { keep, type Live, settle } from './capture-live.ts';

/** Pictures of the same view agree when at least this much of them does: a caret blinks, a time goes on. */
const AGREE = 0.995;

/**
 * After the pictures: the review's own part, the first view once more after the pause that scrolling was, this
 * clock against the server's, and for PTT the page as served. Each is written down by itself.
 */
export async function takeExtras(live: Live, shots: (Shot & { name: string })[]): Promise<Result<unknown>> {
  const { session, options } = live;
  const steps = [crop, secondShot, wholePage, clock, served].map((step) => () => step(live, shots));
  for (const step of steps) {
    if (live.stopped) return ok(null);
    const done = await step();
    if (!done.ok) return done;
  }
  if (!options.pictures) for (const what of ['crop', 'second-shot'] as const) settle(session, what);
  return putSession(live.desk.store, session);
}

/** A part of one tile that shows the review itself, from its beginning. */
async function crop(live: Live, shots: (Shot & { name: string })[]): Promise<Result<unknown>> {
  const sight = [...shots].reverse().find(({ sight: { review } }) => review)?.sight;
  if (!sight?.review) return ok(null);
  const best = bestCrop(cropsOf(shots.map(tileOf), sight.review));
  const shot = best && shots[best.tile];
  if (!best || !shot) return ok(null);
  const blob = await cut(await pictureOf(live, shot), best.x, best.y, best.width, best.height);
  const { view } = shot.sight;
  return keep(live, {
    name: 'crop.png',
    kind: 'crop',
    type: 'image/png',
    blob,
    parent: shot.name,
    place: {
      x: best.x / view.scale,
      y: best.y / view.scale + view.scroll - view.origin,
      width: best.width / view.scale,
      height: best.height / view.scale,
      scale: view.scale,
    },
  });
}

/** A shot's picture, from the store where it is no longer in memory. */
async function pictureOf({ desk, session }: Live, shot: Shot & { name: string }): Promise<Blob> {
  if (shot.blob.size > 0) return shot.blob;
  return (await desk.store.db.files.get(`${session.id}/${shot.name}`))?.blob ?? shot.blob;
}

async function secondShot(live: Live, [first]: (Shot & { name: string })[]): Promise<Result<unknown>> {
  const { session, target } = live;
  if (!first || !session.input) return ok(null);
  const back = await command('content.camera', { do: 'move', to: first.sight.view.scroll, clear: false }, target);
  if (!back.ok) return back;
  if (!back.value) return fail('page-left');
  const again = await shoot(target, back.value);
  if (!again.ok) return again;
  const sameView = Math.abs(again.value.sight.view.scroll - first.sight.view.scroll) < 1;
  // Bars that were taken out of sight for the series are not back yet: the two cannot be compared.
  const comparable = sameView && again.value.sight.barsHidden === 0;
  session.input.checks.shotsAgree = comparable
    ? (await alike({ ...first, blob: await pictureOf(live, first) }, again.value)) >= AGREE
    : null;
  const { view } = again.value.sight;
  return keep(live, {
    name: 'second.png',
    kind: 'second-shot',
    type: 'image/png',
    blob: again.value.blob,
    at: again.value.at,
    view,
    place: { x: 0, y: view.scroll - view.origin, width: view.width, height: view.height, scale: view.scale },
  });
}

/** Larger than that is no page but a film. */
const MOST_MHTML = 200 * 1024 * 1024;
const MHTML_TRIES = 5;

/**
 * The whole page as the browser saves it, where the person asked for it. It stands beside the pictures and is no
 * part of a redacted copy. Where the browser does not give it, that is said and nothing else is lost.
 */
async function wholePage(live: Live): Promise<Result<unknown>> {
  const { session, target } = live;
  if (!session.input || !session.todo.some(({ what }) => what === 'mhtml')) return ok(null);
  const without = (why: MissingWhy, detail = ''): Result<unknown> => {
    settle(session, 'mhtml');
    session.input?.missing.push({ what: 'mhtml', why, detail });
    return ok(null);
  };
  if (!(await browser.permissions.contains({ permissions: ['pageCapture'] }))) return without('not-permitted');
  const before = await browser.tabs.get(target.tabId).catch(() => null);
  if (!before) return fail('page-gone');
  const saved = await saveMhtml(target.tabId);
  const still = await command('content.camera', { do: 'look' }, target);
  if (!still.ok || !still.value) return fail('page-left');
  if ('failed' in saved) return without('failed', saved.failed);
  if (saved.size > MOST_MHTML) return without('too-large', `${saved.size} bytes`);
  const page = withoutOwnParts(saved.text, browser.runtime.getURL('/').replace(/\/$/, ''));
  // Our sidebar holds what staff noted: a file of which it cannot be taken out is not kept.
  if (page === null || new Blob([saved.text]).size !== saved.size) return without('failed', 'form');
  return keep(live, {
    name: 'page.mhtml',
    kind: 'mhtml',
    type: 'multipart/related',
    blob: new Blob([page], { type: 'multipart/related' }),
  });
}

/** The browser's file is read at once: it goes away by itself, now and then before that, and is then made anew. */
async function saveMhtml(tabId: number): Promise<{ text: string; size: number } | { failed: string }> {
  let failed = '';
  for (let tries = 0; tries < MHTML_TRIES; tries++) {
    try {
      const blob = await browser.pageCapture.saveAsMHTML({ tabId });
      if (blob && blob.size > MOST_MHTML) return { text: '', size: blob.size };
      if (blob) return { text: await blob.text(), size: blob.size };
      failed = 'nothing';
    } catch (error) {
      failed = error instanceof Error ? error.name : 'error';
    }
  }
  return { failed };
}

/** Not measured is said, and nothing is lost by it. */
async function clock(live: Live): Promise<Result<unknown>> {
  const { session, target } = live;
  const answer = await command('content.fetch', { what: 'clock' }, target);
  if (!session.input || !answer.ok) return ok(null);
  const { sentAt, receivedAt, date, url } = answer.value;
  const offsetMs = clockOffset(sentAt, receivedAt, date);
  if (offsetMs === null) return ok(null);
  session.input.clock = { offsetMs, source: new URL(url).origin, measuredAt: new Date(receivedAt).toISOString() };
  settle(session, 'clock');
  return ok(null);
}

/** PTT's pages are made by the server: what it sends is what was written. */
async function served(live: Live): Promise<Result<unknown>> {
  const { session, target } = live;
  if (!session.input || !session.todo.some(({ what }) => what === 'served')) return ok(null);
  const answer = await command('content.fetch', { what: 'served' }, target);
  if (!answer.ok || answer.value.body === null) return ok(null);
  const { url, status, date, body } = answer.value;
  const words = plain(wordsOf(body));
  const wanted = plain(session.input.review.text);
  session.input.checks.served = { url, status, date, agrees: status === 200 ? holds(words, wanted) : null };
  return keep(live, {
    name: 'served.txt',
    kind: 'served',
    type: 'text/plain',
    blob: new Blob([body], { type: 'text/plain' }),
  });
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The words of a page's source: no tags, the few entities that PTT's server writes. */
const wordsOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>|<[^>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
