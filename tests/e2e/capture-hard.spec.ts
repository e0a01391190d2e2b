import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { ARTICLE, begin, finished, held, longArticle, type Scene, scene, viewed } from './capture-pages.ts';
import { expect, test } from './harness.ts';

/** Pages that are hard to picture: very long, growing, moving, zoomed midway. Whole, or it says what is missing. */
const lossesOf = ({ missing }: Awaited<ReturnType<typeof finished>>) =>
  missing.filter(({ what }) => what === 'pictures');

/** The article made so high by one block of changing colour. */
const block = (height: number): string =>
  `<div style="height:${height}px;background:repeating-linear-gradient(#063,#009 977px)"></div>`;
const articleOf = (inside: string, more: Parameters<typeof longArticle>[1] = {}): string =>
  longArticle(1, more).replace('第 0 行', `${inside}第 0 行`);

test('a post of 30,000 pixels is pictured whole', async ({ launch }) => {
  test.setTimeout(300_000);
  const extension = await launch({ pages: { [ARTICLE]: articleOf(block(30_000)) } });
  const open = await scene(extension);
  await begin(open);
  const done = await finished(open);
  expect(lossesOf(done)).toEqual([]);
  expect(done.complete).toBe(true);
  expect(done.shots).toBeGreaterThan(30);
});

test('zoomed midway: the pictures before it are kept, and what is missing is said', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: articleOf(block(9_000)) } });
  const open = await scene(extension);
  await begin(open);
  await untilShots(open, 2);
  const worker = await extension.worker();
  await worker.evaluate(zoom, 1.25);
  const done = await finished(open);
  expect(done.complete).toBe(false);
  expect(lossesOf(done)).toEqual([
    { what: 'pictures', why: 'page-changed', detail: expect.stringMatching(/^rows \d+–\d+ of \d+/) },
  ]);
  const { captures, files } = await held(extension);
  const tiles = captures[0]?.manifest.files.filter(({ kind }) => kind === 'tile') ?? [];
  expect(tiles.length).toBeGreaterThanOrEqual(2);
  // Every picture that is kept is of one scale.
  expect(new Set(tiles.map(({ place }) => place?.scale))).toEqual(new Set([1]));
  expect(files.length).toBe(captures[0]?.manifest.files.length);
});

test('a page that keeps growing comes to an end, and says what is missing', async ({ launch }) => {
  test.setTimeout(300_000);
  const grow = `<script>addEventListener('scroll', () => {
    const more = document.createElement('div');
    more.style.height = '1400px';
    document.querySelector('#main-content').append(more);
  });</script>`;
  const extension = await launch({ pages: { [ARTICLE]: articleOf(block(2_000), { head: grow }) }, scripts: true });
  const open = await scene(extension);
  await begin(open);
  await untilShots(open, 8);
  await open.page.bringToFront();
  await open.page.keyboard.press('Escape');
  const done = await finished(open);
  expect(done.complete).toBe(false);
  expect(lossesOf(done)[0]?.detail).toMatch(/^rows \d+–\d+ of \d+/);
});

test('what moves by itself makes the two shots differ, which is recorded', async ({ launch }) => {
  // Three that are never in step: that all look the same at two moments does not happen.
  const turn = (seconds: number): string => `<div style="animation:m ${seconds}s linear infinite;height:70px"></div>`;
  const head = '<style>@keyframes m{to{background:#f0f}}</style>';
  const inside = [1.7, 2.3, 3.1].map(turn).join('');
  const extension = await launch({ pages: { [ARTICLE]: articleOf(inside, { head }) } });
  const open = await scene(extension);
  await begin(open);
  const done = await finished(open);
  expect(done.shots).toBeGreaterThan(0);
  const { captures } = await held(extension);
  expect(captures[0]?.manifest.checks).toMatchObject({ shotsAgree: false, textAgrees: true });
});

test('a page that never stands still: the sidebar says so in its own words, and nothing is written', async ({
  launch,
}) => {
  const roll = '<script>let y = 0; setInterval(() => scrollTo(0, (y += 37) % 2000), 10)</script>';
  const extension = await launch({ pages: { [ARTICLE]: articleOf(block(4_000), { head: roll }) }, scripts: true });
  const open = await scene(extension);
  await ask(open.sidebar, 'review.select', { key: open.key });
  await open.sidebar.locator('[data-capture-start]').click();
  const { what, next } = zhTW.failures['page-moving'];
  await expect(open.sidebar.getByText(what)).toBeVisible();
  await expect(open.sidebar.getByText(next)).toBeVisible();
  expect(await held(extension)).toMatchObject({ captures: [], sessions: [], files: [] });
});

async function untilShots(open: Scene, shots: number): Promise<void> {
  for (;;) {
    const { now } = await viewed(open);
    if (now && (now.shots >= shots || now.phase === 'done' || now.phase === 'failed')) return;
  }
}

/** In the worker: of every tab. */
async function zoom(factor: number): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      tabs: { query(what: object): Promise<{ id: number }[]>; setZoom(id: number, factor: number): Promise<void> };
    };
  };
  for (const { id } of await chrome.tabs.query({})) await chrome.tabs.setZoom(id, factor);
}
