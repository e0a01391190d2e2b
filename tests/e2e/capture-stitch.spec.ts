import type { Extension } from '../../scripts/browser.ts';
import { ARTICLE, begin, finished, longArticle, type Scene, scene } from './capture-pages.ts';
import { expect, test } from './harness.ts';

/**
 * The joined picture against one taken in a window so tall that nothing had to be scrolled or joined: every row, to
 * the pixel, on a page with a bar that sticks above and one that is fixed below.
 */
const HTML = longArticle(46, {
  body: '<div style="position:fixed;left:0;right:0;bottom:0;height:41px;background:#a0a;z-index:5"></div>',
});
/** REPLYWELL_ALL=1 (`npm run soak`): every zoom at every ratio. */
const EVERY = process.env.REPLYWELL_ALL === '1' ? [0.8, 0.9, 1, 1.1, 1.25, 1.5] : null;
const ZOOMS: [ratio: number, zooms: number[]][] = [
  [1, EVERY ?? [0.8, 1.5]],
  [1.5, EVERY ?? [1.1]],
  [2, EVERY ?? [1]],
];

for (const [ratio, zooms] of ZOOMS) {
  test(`joined to the pixel at a device pixel ratio of ${ratio}, zoom ${zooms.join(', ')}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const started = async (height: number): Promise<Scene> =>
      scene(
        await launch({
          pages: { [ARTICLE]: HTML },
          viewport: null,
          args: [`--force-device-scale-factor=${ratio}`, `--window-size=1100,${height}`],
        }),
      );
    const low = await started(760);
    const tall = await started(4_400);
    for (const zoom of zooms) {
      const [joined, whole] = [await captured(low, ratio, zoom), await captured(tall, ratio, zoom)];
      expect(whole.shots).toBe(1);
      expect(joined.shots).toBeGreaterThan(2);
      const picture = await wholePicture(tall.extension, whole.id);
      const compared = await compareWith(low.extension, joined.id, picture);
      expect(compared).toEqual({ different: 0, width: picture.width, height: picture.height });
      expect(picture.height).toBeGreaterThan(1_500);
    }
  });
}

/** Captures at a zoom; nothing may be missing but what nobody asked for and what needs a network. */
async function captured(open: Scene, ratio: number, zoom: number) {
  const worker = await open.extension.worker();
  await worker.evaluate(setZoom, zoom);
  await expect.poll(() => open.page.evaluate(() => devicePixelRatio)).toBeCloseTo(ratio * zoom, 2);
  await open.page.bringToFront();
  // Comes back once a frame of this zoom has been shown.
  await open.page.screenshot({ clip: { x: 0, y: 0, width: 10, height: 10 } });
  await begin(open);
  const done = await finished(open);
  expect(done.missing.filter(({ what }) => what !== 'address-bar' && what !== 'clock' && what !== 'served')).toEqual(
    [],
  );
  expect(done.complete).toBe(true);
  return done;
}

/** In the worker: of every tab. */
async function setZoom(factor: number): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      tabs: { query(what: object): Promise<{ id: number }[]>; setZoom(id: number, factor: number): Promise<void> };
    };
  };
  for (const { id } of await chrome.tabs.query({})) await chrome.tabs.setZoom(id, factor);
}

/** The post's part of the only tile, cut out of it as it is. */
async function wholePicture(extension: Extension, id: string) {
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#data`);
  const picture = await dashboard.evaluate(async (capture) => {
    const opening = indexedDB.open('replywell');
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const asked = opening.result.transaction('files').objectStore('files').get(`${capture}/tiles/001.png`);
    await new Promise((done) => {
      asked.onsuccess = done;
    });
    const { blob, view } = asked.result;
    const { scale, target, across, origin, scroll } = view;
    const left = Math.floor(across.from * scale + 1e-4);
    const top = Math.ceil((target.from + origin - scroll) * scale - 1e-4);
    const width = Math.ceil(across.to * scale - 1e-4) - left;
    const height = Math.floor((target.to + origin - scroll) * scale + 1e-4) - top;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(await createImageBitmap(blob, left, top, width, height), 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    opening.result.close();
    return { width, height, png: btoa(text) };
  }, id);
  await dashboard.close();
  return picture;
}

/** How many pixels of what the evidence screen joins are not those of the whole picture. */
async function compareWith(extension: Extension, id: string, { png }: { png: string }) {
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
  await dashboard.locator('canvas').first().waitFor();
  const compared = await dashboard.evaluate(async (data) => {
    const whole = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    let [different, at, width] = [0, 0, 0];
    for (const canvas of document.querySelectorAll('canvas')) {
      canvas.scrollIntoView();
      while (!canvas.dataset.drawn) await new Promise((done) => requestAnimationFrame(done));
      width = canvas.width;
      const ours = canvas.getContext('2d')?.getImageData(0, 0, width, canvas.height).data ?? new Uint8Array();
      const scratch = new OffscreenCanvas(width, canvas.height).getContext('2d');
      scratch?.drawImage(whole, 0, -at);
      const theirs = scratch?.getImageData(0, 0, width, canvas.height).data ?? new Uint8Array();
      for (let value = 0; value < ours.length; value += 4) {
        if ([0, 1, 2].some((c) => ours[value + c] !== theirs[value + c])) different++;
      }
      at += canvas.height;
    }
    return { different, width, height: at };
  }, png);
  await dashboard.close();
  return compared;
}
