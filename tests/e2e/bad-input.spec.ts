import type { PageView, ReviewView } from '../../lib/contract/index.ts';
import type { Extension, Pages } from '../../scripts/browser.ts';
import { ask } from '../../scripts/browser.ts';
import { readPage, saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, fixture, test } from './harness.ts';
import { stopWorker } from './support.ts';

const [maps] = samples();
if (!maps) throw new Error('no sample');
const PLACE = maps.url;

/** The fixture's place page with the first review's words replaced by `html`. */
function placeWith(html: string): string {
  const page = fixture('google-maps/place.zh-TW.html');
  const at = /(<span class="wiI7pd"[^>]*>)([\s\S]*?)(<\/span>)/;
  expect(page).toMatch(at);
  return page.replace(at, (_, open: string, _text: string, close: string) => `${open}${html}${close}`);
}

const open = async (launch: (options: { pages: Pages }) => Promise<Extension>, html: string, url = PLACE) => {
  const extension = await launch({ pages: { [url]: html } });
  await saveClinic(extension, sampleClinic());
  return extension;
};

test('a review of a million characters is read whole and the page goes on', async ({ launch }) => {
  const long = '等了三個小時都沒有人理。'.repeat(84_000);
  const extension = await open(launch, placeWith(long));
  const read = await readPage(extension, PLACE);
  expect(read.health.status).toBe('ok');
  expect(Math.max(...read.reviews.map(({ text }) => text.length))).toBe(long.length);
  expect(read.reviews.length).toBeGreaterThan(3);
});

test('twenty thousand nodes that are no reviews change nothing', async ({ launch }) => {
  const page = fixture('google-maps/place.zh-TW.html');
  const noise = `<div>${'<p><b>x</b><i>y</i></p>'.repeat(7_000)}</div>`;
  const plain = await readPage(await open(launch, page), PLACE);
  const noisy = await readPage(await open(launch, page.replace('</body>', `${noise}</body>`)), PLACE);
  expect(noisy.reviews.map(({ id }) => id)).toEqual(plain.reviews.map(({ id }) => id));
  expect(noisy.health).toEqual(plain.health);
});

test('words that look like HTML, turn around or hide are shown as words', async ({ launch }) => {
  const words =
    '&lt;img src=x onerror=&quot;document.title=1&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; \u202e反轉\u202c 零\u200b寬';
  const extension = await open(launch, placeWith(words));
  const page = await extension.open(PLACE);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  const view = await whenRead(sidebar);
  const item = view.items.find(({ excerpt }) => excerpt.includes('<img src=x'));
  expect(item).toBeDefined();
  await sidebar.locator(`[data-key="${item?.key}"]`).click();
  await expect(sidebar.getByText('<script>alert(1)</script>').first()).toBeVisible();
  expect(await sidebar.locator('img[src="x"]').count()).toBe(0);
  expect(await sidebar.locator('script:not([src])').count()).toBe(0);
});

test('a page without reviews says so and is not called broken', async ({ launch }) => {
  const url = 'https://www.ptt.cc/bbs/facelift/index.html';
  const extension = await open(launch, fixture('ptt/over18.html'), url);
  const read = await readPage(extension, url);
  expect(read.reviews).toEqual([]);
  expect(read.health.status).toBe('not-applicable');
});

test('broken markup is read as the browser repairs it', async ({ launch }) => {
  const page = fixture('google-maps/place.zh-TW.html').replace(/<\/span>/g, (tag, at) => (at % 7 === 0 ? '' : tag));
  const extension = await open(launch, page);
  const read = await readPage(extension, PLACE);
  const ids = read.reviews.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
});

test('an unknown page of a known site has a clear state', async ({ launch }) => {
  const url = 'https://www.dcard.tw/something/new/here';
  const extension = await open(launch, '<!doctype html><title>?</title><main>nothing known</main>', url);
  const page = await extension.open(url);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  const view = await whenRead(sidebar);
  expect(['unknown', 'leave-alone']).toContain(view.page?.kind);
  expect(view.health?.status).toBe('not-applicable');
});

test('a Facebook plugin frame on a stranger’s page stays untouched', async ({ launch }) => {
  const plugin = 'https://www.facebook.com/plugins/post.php?href=x';
  const stranger = 'https://stranger.example/';
  const extension = await launch({
    pages: {
      [plugin]: fixture('facebook/post.zh-TW.html'),
      [stranger]: `<!doctype html><title>stranger</title><iframe src="${plugin}" width="700" height="700"></iframe>`,
    },
  });
  const page = await extension.open(stranger);
  await page.waitForLoadState('load');
  const frame = page.frames().find((candidate) => candidate.url() === plugin);
  expect(await frame?.locator('[role="article"]').count()).toBeGreaterThan(0);
  // Our script's own clock ticks once a second: after two of the page's seconds it has had every chance to act.
  await frame?.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 2000))));
  expect(await frame?.locator('replywell-chip, replywell-frame').count()).toBe(0);
});

test('a full disk is said, and what was typed before is still there', async ({ launch }) => {
  const extension = await open(launch, maps.html);
  const page = await extension.open(PLACE);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  const view = await whenRead(sidebar);
  const key = view.items[0]?.key ?? '';
  await ask(sidebar, 'draft.typed', { key, text: '打到一半的回覆' });
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { put: full, add: full });
  });
  await expect(ask(sidebar, 'note.add', { key, text: '備註' })).rejects.toThrow('storage-full');
  const again = await ask<ReviewView>(sidebar, 'review.get', { key });
  expect(again.typed).toBe('打到一半的回覆');
});

test('a worker that is stopped between two messages loses nothing', async ({ launch }) => {
  const extension = await open(launch, maps.html);
  const page = await extension.open(PLACE);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  const before = await whenRead(sidebar);
  const key = before.items[0]?.key ?? '';
  await ask(sidebar, 'note.add', { key, text: '先打電話給主任' });
  await ask(sidebar, 'draft.typed', { key, text: '寫到一半' });
  for (let round = 0; round < 3; round++) {
    await stopWorker(extension);
    const view = await whenRead(sidebar);
    expect(view.items.map((item) => item.key).toSorted()).toEqual(before.items.map((item) => item.key).toSorted());
    await stopWorker(extension);
    const review = await ask<ReviewView>(sidebar, 'review.get', { key });
    expect(review.notes.map((note) => note.text)).toEqual(['先打電話給主任']);
    expect(review.typed).toBe('寫到一半');
  }
  await stopWorker(extension);
  const marked = await ask<ReviewView>(sidebar, 'review.mark', { key, mark: 'handled' });
  expect(marked.mark).toBe('handled');
  await stopWorker(extension);
  const view = await ask<PageView>(sidebar, 'page.view', { since: 0 });
  expect(view.reset).toBe(true);
});
