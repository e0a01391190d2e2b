import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../contract/index.ts';
import type { CaptureInput, Recheck } from '../evidence/contract.ts';
import { Manifest } from '../evidence/contract.ts';
import { saysGone } from '../evidence/recheck.ts';
import type { RevisitHere } from '../evidence/revisit.ts';
import { picturesAllowed } from '../evidence/seal.ts';
import { command } from '../messaging/commands.ts';
import { siteOf } from '../sites/matches.ts';
import { captureHead, capturesAt, heldOf, putSession, type SessionRow } from '../store/index.ts';
import { shoot } from './capture-camera.ts';
import { keep, type Live, restore } from './capture-live.ts';
import { noteRecheck } from './capture-recheck.ts';
import { environmentOf, pageOf } from './capture-record.ts';
import { finish } from './capture-seal.ts';
import type { Desk } from './desk.ts';
import { tellHeld } from './held.ts';

/*
 * Looking again at what was captured. A person opens the page; where the review is not on it any more, that is
 * recorded by a capture of its own: address, time, the server's answer, the page's words and a picture. Nothing
 * visits a page by itself.
 */

/** Which capture a tab was opened for; outlives the worker, not the browser. */
const opened = storage.defineItem<Record<string, string>>('session:revisits', { fallback: {} });

/** Opens a captured page in a tab for the person, who is told there what to look at. */
export async function openRevisit(desk: Desk, id: string): Promise<Result<null>> {
  const manifest = await manifestOf(desk, id);
  if (!manifest.ok) return manifest;
  const { url } = manifest.value.page;
  if (!URL.canParse(url) || !siteOf(new URL(url))) return fail('not-allowed', 'site');
  const tab = await browser.tabs.create({ url });
  if (tab.id !== undefined) await opened.setValue({ ...(await opened.getValue()), [tab.id]: id });
  return ok(null);
}

/** What was captured at this tab's address (or what the tab was opened for), and whether it is seen there now. */
export async function revisitView(desk: Desk, tabId: number): Promise<Result<RevisitHere[]>> {
  const url = desk.pages.main(tabId)?.url;
  if (!url) return ok([]);
  const asked = (await opened.getValue())[tabId];
  const found = new Map<string, RevisitHere>();
  const add = async (id: string): Promise<void> => {
    const manifest = await manifestOf(desk, id);
    if (!manifest.ok || manifest.value.derivedFrom !== null || found.has(manifest.value.key)) return;
    const { key, capturedAt, review, page, recheck } = manifest.value;
    // It was not found then: what is looked for is what stood there before.
    if (recheck?.outcome === 'gone' || recheck?.outcome === 'unclear') return;
    // The tab may have gone elsewhere since.
    if (siteOf(url) !== page.site) return;
    const onPage = desk.pages.find(tabId, key) !== null;
    // One that the person came for is answered either way; others only where they are not seen.
    if (onPage && id !== asked) return;
    const held = await heldOf(desk.store, key);
    const latest = (held.ok && held.value[0]?.at) || capturedAt.utc;
    const text = review.text.replace(/\s+/g, ' ').slice(0, 60);
    found.set(key, { id, key, at: capturedAt.utc, latest, author: review.author.name, text, onPage });
  };
  if (asked !== undefined) await add(asked);
  const here = await capturesAt(desk.store, withoutHash(url.href));
  if (!here.ok) return here;
  for (const id of here.value) await add(id);
  return ok([...found.values()]);
}

const withoutHash = (href: string): string => href.replace(/#.*$/, '');

/**
 * Records that the review of capture `id` is not on the page of this tab: gone where the page says so, else not
 * found. `capture-running`, `needs-click` as for any capture; the next press of the icon then begins it.
 */
export async function recordGone(
  desk: Desk,
  id: string,
  tabId: number,
): Promise<Result<{ id: string; outcome: Recheck['outcome'] }>> {
  const running = desk.capture?.progress.phase;
  if (running !== undefined && running !== 'done' && running !== 'failed') return fail('capture-running');
  const head = await captureHead(desk.store, id);
  if (!head.ok) return head;
  const manifest = await manifestOf(desk, id);
  if (!manifest.ok) return manifest;
  const frame = desk.pages.main(tabId);
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!frame || tab?.windowId === undefined) return fail('page-gone');
  if (siteOf(frame.url) !== manifest.value.page.site) return fail('not-allowed', 'site');
  if (frame.reading || desk.pages.find(tabId, manifest.value.key)) return fail('not-supported-page', 'still there');
  const frameId = desk.pages.mainId(tabId);
  const target = { tabId, frameId, windowId: tab.windowId };
  // What must not be pictured then is not pictured now, nor the post that stands there without the comment.
  const posts = [...frame.rows.values()].filter(({ review }) => review.kind === 'post');
  const pictures =
    !manifest.value.missing.some(({ why }) => why === 'withheld') &&
    posts.every(({ triage }) => picturesAllowed(triage));
  try {
    const begun = await command('content.camera', { do: 'begin', id: '', root: '', all: false }, target);
    if (!begun.ok) return begun;
    if (!begun.value) return fail('not-on-page');
    const shot = pictures ? await shoot(target, begun.value) : null;
    if (shot && !shot.ok) {
      if (shot.failure === 'needs-click')
        desk.awaited.set(tabId, { key: manifest.value.key, options: { recheck: id }, at: Date.now() });
      return shot;
    }
    const read = await command('content.copy', {}, target);
    if (!read.ok) return read;
    const { text, around } = read.value;
    const outcome = saysGone({
      site: frame.page.site,
      kind: frame.page.kind,
      status: around.status,
      text,
      read: frame.rows.size,
      whole: frame.health.status === 'ok',
    });
    const startedAt = new Date().toISOString();
    const settings = await desk.settings();
    const input: CaptureInput = {
      id: crypto.randomUUID(),
      startedAt,
      finishedAt: startedAt,
      clock: { offsetMs: null, source: null, measuredAt: null },
      page: pageOf(frame, read.value),
      environment: await environmentOf(tabId, around),
      checks: {
        reloaded: around.navigation === 'reload',
        shotsAgree: null,
        textAgrees: null,
        mutations: null,
        automated: around.automated,
        served: null,
      },
      by: settings.onDuty,
      clinic: settings.clinic?.name ?? null,
      case: manifest.value.case,
      firstSeen: manifest.value.firstSeen && {
        at: manifest.value.firstSeen.at.utc,
        by: manifest.value.firstSeen.by,
      },
      // Who and which, so that it can be told what was looked for; nothing of it was seen now.
      review: {
        ...manifest.value.review,
        title: null,
        text: '',
        rating: null,
        counts: {},
        ownerReply: null,
        photos: 0,
      },
      thread: [],
      shown: around.status > 0 ? [{ label: '伺服器回應', value: String(around.status) }] : [],
      identifies: [],
      pictures: [],
      recheck: { of: id, manifestHash: head.value.manifestHash, outcome, diff: [] },
      files: [],
      complete: false,
      missing: [
        { what: 'fields', why: 'not-there', detail: '' },
        { what: 'address-bar', why: 'not-asked', detail: '' },
        ...(pictures ? [] : [{ what: 'pictures' as const, why: 'withheld' as const, detail: '' }]),
      ],
    };
    const session: SessionRow = {
      id: input.id,
      key: manifest.value.key,
      tabId,
      frameId,
      startedAt,
      input,
      shots: shot ? 1 : 0,
      expected: 1,
      todo: [{ what: 'text', detail: '' }, ...(shot ? [{ what: 'tile' as const, detail: '' }] : [])],
      ended: null,
    };
    const begunWriting = await putSession(desk.store, session);
    if (!begunWriting.ok) return begunWriting;
    const writing: Pick<Live, 'desk' | 'session'> = { desk, session };
    const blob = new Blob([text], { type: 'text/plain' });
    const words = await keep(writing, { name: 'text.txt', kind: 'text', type: 'text/plain', blob });
    if (!words.ok) return words;
    if (shot?.ok) {
      const { view } = shot.value.sight;
      const place = { x: 0, y: view.scroll - view.origin, width: view.width, height: view.height, scale: view.scale };
      const file = { name: 'tiles/001.png', kind: 'tile' as const, type: 'image/png', blob: shot.value.blob };
      const kept = await keep(writing, { ...file, at: shot.value.at, view, place });
      if (!kept.ok) return kept;
    }
    const sealed = await finish(desk.store, session, null);
    if (!sealed.ok) return sealed;
    await noteRecheck(desk, session);
    await tellHeld(desk, session.key);
    return ok({ id: session.id, outcome });
  } finally {
    await restore(target);
  }
}

async function manifestOf(desk: Desk, id: string): Promise<Result<Manifest>> {
  const head = await captureHead(desk.store, id);
  if (!head.ok) return head;
  try {
    const manifest = z.safeParse(Manifest, JSON.parse(head.value.manifest)).data;
    return manifest ? ok(manifest) : fail('not-found', 'manifest');
  } catch {
    return fail('not-found', 'manifest');
  }
}
