import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../contract/index.ts';
import type { View } from '../evidence/capture-plan.ts';
import { fitOf, type Pixels, sharedRows, type Tile } from '../evidence/capture-stitch.ts';
import { command } from '../messaging/commands.ts';
import type { Sight } from '../page/capture.ts';

/** Where the post stands. The picture is always of the tab; the page in it may be a frame. */
export interface Target {
  tabId: number;
  frameId: number;
  windowId: number;
}

/** A picture of the visible tab, with the page as it was right before and right after. */
export interface Shot {
  blob: Blob;
  sight: Sight;
  width: number;
  height: number;
  at: string;
}

/** The browser takes two pictures a second and refuses a third. */
const WINDOW_MS = 1_020;
const IN_WINDOW = 2;
const REFUSED_WAIT = 400;

let taken: number[] = [];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until another picture may be taken. */
async function turn(): Promise<void> {
  const now = Date.now();
  taken = taken.filter((time) => now - time < WINDOW_MS && time <= now);
  const [oldest] = taken;
  if (taken.length >= IN_WINDOW && oldest !== undefined) await pause(oldest + WINDOW_MS - now);
  taken.push(Date.now());
}

/** One picture of the tab in front of its window. `needs-click`: activeTab was not granted. */
async function picture(windowId: number): Promise<Result<Blob>> {
  for (let tries = 0; ; tries++) {
    await turn();
    try {
      const data = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
      return ok(await (await fetch(data)).blob());
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      if (/activeTab|all_urls|permission/i.test(said)) return fail('needs-click');
      if (/quota|MAX_CAPTURE/i.test(said) && tries < 5) {
        await pause(REFUSED_WAIT);
        continue;
      }
      // The view was busy or just drawn anew: once more.
      if (/capture|image|readback|view/i.test(said) && tries < 2) {
        await pause(REFUSED_WAIT);
        continue;
      }
      return fail('unexpected', 'captureVisibleTab');
    }
  }
}

/** The tab is still the one in front of its window. */
async function inFront({ tabId, windowId }: Target): Promise<Result<null>> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.windowId !== windowId || !tab.active) return fail('tab-hidden');
    return ok(null);
  } catch {
    return fail('page-gone');
  }
}

/** So often a shot is taken again because the page moved while it was taken. */
const TRIES = 3;
/** So often because the browser had not drawn the page anew yet: it is busy. */
const STALE_TRIES = 12;

/**
 * A picture of the page at rest at `sight`: taken only when tab, address, scroll position and pixel ratio are the
 * same before and after. `page-left`: it is another page now; `page-moving`: it does not stand still.
 */
export async function shoot(
  target: Target,
  before: Sight,
  stale: (shot: Shot) => Promise<boolean> = async () => false,
): Promise<Result<Shot>> {
  let sight = before;
  let waited = 0;
  for (let tries = 0; tries < TRIES; ) {
    const front = await inFront(target);
    if (!front.ok) return front;
    const blob = await picture(target.windowId);
    if (!blob.ok) return (await movedOn(target, before)) ?? blob;
    const at = new Date().toISOString();
    const [still, after] = await Promise.all([inFront(target), command('content.camera', { do: 'look' }, target)]);
    if (!still.ok) return still;
    // The tab is still there: it is its page that has gone.
    if (!after.ok || after.value?.url !== before.url) return fail('page-left');
    if (!after.value.visible) return fail('tab-hidden');
    const size = await sizeOf(blob.value);
    if (same(sight.view, after.value.view) && size !== null && scaled(size, sight, target.frameId)) {
      const shot: Shot = { blob: blob.value, sight: after.value, ...size, at };
      if (waited >= STALE_TRIES || !((await showsMark(shot)) || (await stale(shot)))) return ok(shot);
      waited++;
      continue;
    }
    tries++;
    sight = after.value;
  }
  return fail('page-moving');
}

/** Why no picture could be taken where the tab or its page went away meanwhile: the browser then speaks of permission. */
async function movedOn(target: Target, before: Sight): Promise<Result<never> | null> {
  const front = await inFront(target);
  if (!front.ok) return front;
  const now = await command('content.camera', { do: 'look' }, target);
  return now.ok && now.value?.url === before.url ? null : fail('page-left');
}

/** Where our own button stood its colour still stands: the picture is older than the hiding. */
async function showsMark({ blob, sight: { mark, view }, width, height }: Shot): Promise<boolean> {
  const colour = mark && /(\d+), (\d+), (\d+)/.exec(mark.colour)?.slice(1).map(Number);
  if (!mark || !colour) return false;
  const left = Math.max(0, Math.round(mark.x * view.scale));
  const top = Math.max(0, Math.round(mark.y * view.scale));
  const right = Math.min(width, Math.round((mark.x + mark.width) * view.scale));
  const bottom = Math.min(height, Math.round((mark.y + mark.height) * view.scale));
  if (right - left < 4 || bottom - top < 4) return false;
  const { data } = await pixels(blob, left, top, right - left, bottom - top);
  let ours = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (colour.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) <= 2)) ours++;
  }
  return ours > (data.length / 4) * 0.4;
}

/** The two pictures are the same to the byte, as two of one frame are. */
export async function identical(a: Blob, b: Blob): Promise<boolean> {
  if (a.size !== b.size) return false;
  const [one, other] = await Promise.all([a.arrayBuffer(), b.arrayBuffer()]).then((buffers) =>
    buffers.map((buffer) => new Uint8Array(buffer)),
  );
  return one?.every((byte, index) => byte === other?.[index]) === true;
}

const same = (a: View, b: View): boolean =>
  a.scale === b.scale && Math.abs(a.scroll - b.scroll) < 0.01 && Math.abs(a.origin - b.origin) < 0.5;

/** The picture has the viewport's size in device pixels, so its rows can be told. */
const scaled = (size: { width: number; height: number }, { view }: Sight, frameId: number): boolean =>
  frameId !== 0 ||
  (Math.abs(size.width - view.width * view.scale) < 2 && Math.abs(size.height - view.height * view.scale) < 2);

/** From the PNG's own header; null: no PNG. */
async function sizeOf(blob: Blob): Promise<{ width: number; height: number } | null> {
  const head = new DataView(await blob.slice(0, 24).arrayBuffer());
  if (head.byteLength < 24 || head.getUint32(0) !== 0x89504e47) return null;
  return { width: head.getUint32(16), height: head.getUint32(20) };
}

export const tileOf = ({ sight, width, height }: Shot): Tile => ({ view: sight.view, width, height });

/** Share of the shared rows that agree between two neighbours, as computed; null where they share none. */
export async function agreement(before: Shot, after: Shot): Promise<{ same: number; shift: number } | null> {
  const shared = sharedRows(tileOf(before), tileOf(after));
  if (!shared) return null;
  const left = Math.max(0, Math.round(before.sight.view.across.from * before.sight.view.scale));
  const right = Math.min(before.width, Math.round(before.sight.view.across.to * before.sight.view.scale));
  const height = Math.min(shared.height, 200);
  if (right - left < 1) return null;
  return fitOf(
    await pixels(before.blob, left, shared.before, right - left, height),
    await pixels(after.blob, left, shared.after, right - left, height),
  );
}

/** Share of all pixels that are alike in two pictures of the same view. */
export async function alike(before: Shot, after: Shot): Promise<number> {
  if (before.width !== after.width || before.height !== after.height) return 0;
  const [a, b] = await Promise.all([before, after].map(({ blob, width, height }) => pixels(blob, 0, 0, width, height)));
  return a && b ? fitOf(a, b).same : 0;
}

/** A part of a picture as a file of its own. */
export async function cut(blob: Blob, x: number, y: number, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const bitmap = await createImageBitmap(blob, x, y, width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

async function pixels(blob: Blob, x: number, y: number, width: number, height: number): Promise<Pixels> {
  const bitmap = await createImageBitmap(blob, x, y, width, height);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return { width: 0, height: 0, data: new Uint8Array() };
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
