import type { Frame } from '@playwright/test';
import type { PageView, SettingsView } from '../../lib/contract/index.ts';
import { ask } from '../../scripts/browser.ts';
import { whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { chips, expect, fixture, pressChip, test } from './harness.ts';
import { ids, openPage, stopWorker } from './support.ts';

/**
 * What the sites do to their pages while staff read. The page's own scripts are off (CSP), so its part is played
 * from here: pushState and the same changes of the DOM.
 */
const [MAPS, FACEBOOK, , DCARD] = samples();
if (!MAPS || !FACEBOOK || !DCARD) throw new Error('no samples');
const CARD = '.jftiEf[data-review-id]';

test('expand: the site’s own button is pressed and the whole text read', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const item = (await open.view()).items.find(({ collapsed }) => collapsed);
  const before = await open.review(item);
  expect(before.triage.partial).toBe(true);
  const id = before.review.id;
  // The site's part: its button unfolds the text.
  await open.page.evaluate((reviewId) => {
    const card = document.querySelector(`.jftiEf[data-review-id="${reviewId}"]`);
    const more = card?.querySelector('button.w8nwRe');
    if (!more) throw new Error('no button');
    more.addEventListener('click', () => {
      const text = card?.querySelector('.wiI7pd');
      if (text) text.textContent = `${text.textContent?.replace(/…$/, '')}而且後來完全沒有人聯絡我。`;
      more.remove();
    });
  }, id);
  await ask(open.sidebar, 'review.expand', { key: item?.key });
  await expect.poll(async () => (await open.review(item)).review.text).toContain('而且後來完全沒有人聯絡我');
  const after = await open.review(item);
  expect(after.review.collapsed).toBe(false);
  expect(after.triage.partial).toBe(false);
  // Unfolding is no edit of the author.
  expect(after.revisions).toEqual([]);
});

test('locate: the review is scrolled to and outlined', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const last = (await open.view()).items.sort((a, b) => b.order - a.order)[0];
  const card = open.page.locator(`.jftiEf[data-review-id="${(await open.review(last)).review.id}"]`);
  await expect(card).not.toBeInViewport();
  expect(await ask(open.sidebar, 'review.locate', { key: last?.key })).toEqual({ covered: false });
  await expect(card).toBeInViewport();
  // As wide as it may be and at the left, the sidebar lies over the whole list: not called seen.
  const { preferences } = await ask<SettingsView>(open.sidebar, 'settings.get');
  await ask(open.sidebar, 'settings.preferences', {
    ...preferences,
    sidebar: { ...preferences.sidebar, side: 'left', width: 480 },
  });
  await expect.poll(() => ask(open.sidebar, 'review.locate', { key: last?.key })).toEqual({ covered: true });
  await expect(ask(open.sidebar, 'review.locate', { key: 'google-maps:nothing' })).rejects.toThrow('not-on-page');
});

test('a list that grows: the new cards are read and get their chips when they are looked at', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const before = await ids(open, (now) => now.length > 5);
  await open.page.evaluate((card) => {
    const model = document.querySelector(card);
    for (let i = 0; i < 5; i++) {
      const holder = document.createElement('div');
      const id = model?.getAttribute('data-review-id') ?? '';
      holder.innerHTML = (model?.outerHTML ?? '').replaceAll(id, `ChdDSUhNMG9nS0VJQ0FnSUQ${i}c3ludGhldGljQQ`);
      const copy = holder.firstElementChild;
      for (const chip of copy?.querySelectorAll('replywell-chip') ?? []) chip.remove();
      if (copy) model?.parentElement?.append(copy);
    }
  }, CARD);
  const after = await ids(open, (now) => now.length === before.length + 5);
  expect(after.slice(0, before.length)).toEqual(before);
  // Chips are drawn for cards in sight, never twice.
  const drawn = () => chips(open.page).count();
  const seen = await drawn();
  await ask(open.sidebar, 'review.locate', { key: after.at(-1) });
  await expect.poll(drawn).toBeGreaterThan(seen);
  expect(await drawn()).toBeLessThanOrEqual(after.length);
});

test('recycled nodes: a card that became another review is that review, in list and store', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const before = await ids(open, (now) => now.length > 5);
  await open.page.evaluate((card) => {
    const node = document.querySelector(card);
    const old = node?.getAttribute('data-review-id') ?? '';
    for (const element of [node, ...(node?.querySelectorAll('[data-review-id]') ?? [])]) {
      if (element?.getAttribute('data-review-id') === old) element.setAttribute('data-review-id', 'ChdDrecycledB');
    }
    const body = node?.querySelector('.MyEned');
    if (body) body.id = 'ChdDrecycledB';
    const text = node?.querySelector('.wiI7pd');
    if (text) text.textContent = '換了一則完全不同的評論';
  }, CARD);
  await ids(open, (now) => now.includes('google-maps:ChdDrecycledB'));
  const [first] = before;
  const old = await ask<{ review: { text: string }; revisions: unknown[] }>(open.sidebar, 'review.get', { key: first });
  expect(old.review.text).not.toContain('換了一則');
  expect(old.revisions).toEqual([]);
});

/** SPA navigation: the address changes without a load, the site replaces what stood there. */
const navigate = (page: import('@playwright/test').Page, url: string, html: string) =>
  page.evaluate(
    ([to, next]) => {
      history.pushState({}, '', to);
      const parsed = new DOMParser().parseFromString(next ?? '', 'text/html');
      document.title = parsed.title;
      for (const child of [...document.body.children]) if (!child.matches('replywell-frame')) child.remove();
      document.body.prepend(...parsed.body.children);
    },
    [url, html] as const,
  );

const NEXT = [
  {
    site: 'google-maps',
    from: MAPS,
    url: MAPS.url.replace('0x5e5e5e5e5e5e5e5e', '0x6f6f6f6f6f6f6f6f').replace(/place\/[^/]+/, 'place/x'),
    html: MAPS.html
      .replaceAll('微光牙醫診所', '遠山眼科診所')
      .replaceAll(/Ci9DQUlRQUNvZENodHljRjlvT2/g, 'Ci9OTHERPLACEljRjlvT2')
      .replaceAll('ChdDSUhNMG9nS0VJQ0FnSU', 'ChdOTHERPLACEVJQ0FnSU'),
  },
  {
    site: 'facebook',
    from: FACEBOOK,
    url: 'https://www.facebook.com/weiguang.dental/posts/900000000000001',
    html: fixture('facebook/post.zh-TW.html'),
  },
  {
    site: 'dcard',
    from: DCARD,
    url: 'https://www.dcard.tw/f/makeup/p/260000004',
    html: fixture('dcard/post-with-box.html').replaceAll('comment-c', 'comment-e'),
  },
];
for (const { site, from, url, html } of NEXT) {
  test(`SPA navigation on ${site}: the page before is forgotten, the new one read`, async ({ launch }) => {
    const open = await openPage(launch, from.url, from.html, sampleClinic());
    const before = await ids(open, (now) => now.length > 1);
    await ask(open.sidebar, 'review.select', { key: before[0] });
    await navigate(open.page, url, html);
    const after = await ids(open, (now) => now.length > 0 && now.every((key) => !before.includes(key)));
    expect(after.length).toBeGreaterThan(0);
    const view = await open.view();
    expect(view.url).toBe(url);
    expect(view.selected).toBeNull();
    expect(view.health?.status).not.toBe('broken');
    // What was stored of the page before is still there.
    expect((await ask<{ stored: boolean }>(open.sidebar, 'review.get', { key: before[0] })).stored).toBe(true);
  });
}

test('Dcard: a post that opens over the list is read in its place, and the list again when it closes', async ({
  launch,
}) => {
  const html = fixture('dcard/post-over-list.html');
  const list = 'https://www.dcard.tw/f/makeup';
  const post = 'https://www.dcard.tw/f/makeup/p/260000003';
  const without = html.replace(/<div class="__portal">[\s\S]*(?=<\/body>)/, '');
  const open = await openPage(launch, list, without, sampleClinic());
  const lines = await ids(open, (now) => now.length > 1);
  expect((await open.view()).page?.kind).toBe('list');
  const portal = /<div class="__portal">[\s\S]*(?=<\/body>)/.exec(html)?.[0] ?? '';
  await open.page.evaluate(
    ([to, markup]) => {
      history.pushState({}, '', to);
      document.body.insertAdjacentHTML('beforeend', markup ?? '');
    },
    [post, portal] as const,
  );
  await expect.poll(async () => (await open.view()).page?.kind).toBe('post');
  await ids(open, (now) => now.length > 0 && now.every((key) => !lines.includes(key) || key.endsWith('260000003')));
  await open.page.evaluate((to) => {
    history.pushState({}, '', to);
    document.querySelector('.__portal')?.remove();
  }, list);
  await expect.poll(async () => (await open.view()).page?.kind).toBe('list');
  // As many are read in the post as in the list: wait for the list's own.
  expect(await ids(open, (now) => now.join() === lines.join())).toEqual(lines);
});

const RENAMED = [
  { name: 'Google Maps', url: MAPS.url, html: () => MAPS.html.replace(/data-review-id|jslog|data-href/g, 'data-x1') },
  { name: 'Facebook', url: FACEBOOK.url, html: () => FACEBOOK.html.replace(/\brole=|data-ad-|href=/g, 'data-x1=') },
  { name: 'Dcard', url: DCARD.url, html: () => DCARD.html.replace(/data-key=|<article|<\/article/g, 'data-x1=') },
  {
    name: 'PTT',
    url: samples()[2]?.url ?? '',
    html: () => (samples()[2]?.html ?? '').replace(/class="(?:push|article-metaline)/g, 'class="x1'),
  },
];
for (const { name, url, html } of RENAMED) {
  test(`${name} with its anchors renamed is broken, or read from others and never called ok`, async ({ launch }) => {
    const open = await openPage(launch, url, html(), sampleClinic());
    const status = async () => (await open.view()).health?.status;
    await expect.poll(status, { timeout: 20_000 }).toMatch(/^(?:broken|degraded)$/);
    const { health, items } = await open.view();
    expect(health?.problems.length).toBeGreaterThan(0);
    if (health?.status === 'broken') return;
    const whole = await openPage(launch, url, name === 'Facebook' ? FACEBOOK.html : '', sampleClinic());
    const excerpts = (list: typeof items) => list.map(({ excerpt }) => excerpt).toSorted();
    expect(excerpts(items)).toEqual(excerpts((await whole.view()).items));
  });
}

test('a broken page is still read, refuses to write, and its structure report holds no word of anybody', async ({
  launch,
}) => {
  // Half of the cards lost what names them: those that did not are read.
  let turn = 0;
  const html = MAPS.html.replace(/<div class="jftiEf[\s\S]*?(?=<div class="jftiEf|<\/body>)/g, (card) =>
    turn++ % 2 ? card.replace(/data-review-id|jslog|data-href/g, 'data-x1').replace(/id="C[^"]*"/g, '') : card,
  );
  const open = await openPage(launch, MAPS.url, html, sampleClinic());
  await expect.poll(async () => (await open.view()).health?.status, { timeout: 20_000 }).toBe('broken');
  const { items } = await open.view();
  expect(items.length).toBeGreaterThan(0);
  await expect(
    ask(open.sidebar, 'draft.insert', { key: items[0]?.key, text: '謝謝您。', confirmed: true }),
  ).rejects.toThrow('page-broken');
  const { report } = await ask<{ report: string }>(open.sidebar, 'page.structure');
  expect(report.length).toBeGreaterThan(200);
  expect(report).not.toMatch(/\p{Script=Han}/u);
  for (const { authorName } of await Promise.all(
    items.map(async (item) => ({ authorName: (await open.review(item)).review.author.name })),
  )) {
    expect(report).not.toContain(authorName);
  }
});

test('a restarted worker: chips and a chip’s click work, also with the sidebar closed', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const before = await ids(open, (now) => now.length > 5);
  await ask(open.sidebar, 'review.mark', { key: before[0], mark: 'handled' });
  await ask(open.sidebar, 'sidebar.close');
  await expect.poll(() => open.page.locator('replywell-frame iframe').isVisible()).toBe(false);
  await stopWorker(open.extension);
  expect(await chips(open.page).count()).toBeGreaterThan(0);
  await pressChip(open.page);
  const sidebar = await open.extension.sidebar(open.page);
  await expect.poll(async () => (await whenRead(sidebar)).selected).not.toBeNull();
  const view = await whenRead(sidebar);
  expect(view.items.map(({ key }) => key).toSorted()).toEqual(before.toSorted());
  expect(view.items.find(({ key }) => key === before[0])?.mark).toBe('handled');
  await stopWorker(open.extension);
  // A choice in the sidebar is the first that the next life hears: the page is asked for again all the same.
  await ask(sidebar, 'review.select', { key: before[1] });
  await expect
    .poll(async () => (await ask<PageView>(sidebar, 'page.view', { since: 0 })).items.length)
    .toBe(before.length);
});

test('the sidebar opens again where it stood open last', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  // Where it stands is kept after it stands there.
  const kept = (frame: Frame, is: boolean) =>
    expect.poll(async () => (await ask<SettingsView>(frame, 'settings.get')).preferences.sidebar.open).toBe(is);
  await kept(open.sidebar, true);
  await open.page.reload();
  const sidebar = await open.extension.sidebar(open.page);
  await ask(sidebar, 'sidebar.close');
  await kept(sidebar, false);
  await open.page.reload();
  await expect.poll(() => chips(open.page).count()).toBeGreaterThan(0);
  const isOurs = (url: string) => url.includes('/sidebar.html');
  expect(open.page.frames().some((frame) => isOurs(frame.url()))).toBe(false);
});
