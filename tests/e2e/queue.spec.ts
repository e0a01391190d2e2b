import type { Frame } from '@playwright/test';
import type { ReviewView } from '../../lib/contract/index.ts';
import type { CaptureView } from '../../lib/evidence/capture-progress.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { whenRead } from '../../scripts/read-page.ts';
import { samples } from '../../scripts/samples.ts';
import { ARTICLE, begin, finished, scene } from './capture-pages.ts';
import { expect, fixture, test } from './harness.ts';

/** The list in the built extension: what a row says of evidence, and where one comes back to. */
const words = zhTW.sidebar;
const row = (frame: Frame, key: string) => frame.locator(`[data-key=${JSON.stringify(key)}]`);

test('a row says that evidence is held as soon as it is, in every list, and no more once it is deleted', async ({
  launch,
}) => {
  const [maps] = samples();
  if (!maps) throw new Error('no sample');
  const open = await scene(await launch({ pages: { [maps.url]: maps.html } }), maps.url);
  const { sidebar, key, extension } = open;
  await expect(row(sidebar, key)).toBeVisible();
  await expect(row(sidebar, key)).not.toContainText(words.queue.captured);
  await begin(open);
  await finished(open);
  await expect(row(sidebar, key)).toContainText(words.queue.captured);
  await expect(sidebar.getByText(words.queue.captured)).toHaveCount(1);

  // A page that is loaded anew, and the list of all that is stored.
  await open.page.reload();
  const again = await extension.sidebar(open.page);
  await expect(row(again, key)).toContainText(words.queue.captured);
  await again.getByRole('button', { name: words.scope.all, exact: true }).click();
  await expect(row(again, key)).toContainText(words.queue.captured);
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#queue`);
  const line = dashboard.locator(`[data-key=${JSON.stringify(key)}]`);
  await expect(line).toContainText(words.queue.captured);

  const { held } = await ask<CaptureView>(again, 'capture.view', { key });
  await ask(dashboard, 'evidence.delete', { id: held[0]?.id, reason: '測試', wrong: true });
  await expect(line).not.toContainText(words.queue.captured);
  await expect(row(again, key)).not.toContainText(words.queue.captured);
  await again.getByRole('button', { name: words.scope.page, exact: true }).click();
  await expect(row(again, key)).not.toContainText(words.queue.captured);
});

test('the marks of a row stand in one line, beside the date or all below it, however narrow', async ({ launch }) => {
  const [maps, ...others] = samples();
  const other = others.find(({ site }) => site === 'ptt');
  if (!maps || !other) throw new Error('no sample');
  const pages = { [maps.url]: maps.html, [other.url]: other.html };
  const open = await scene(await launch({ pages }), maps.url);
  const { sidebar, key, extension } = open;
  await begin(open);
  await finished(open);
  const { triage } = await ask<ReviewView>(sidebar, 'review.get', { key });
  const change = { what: 'sentiment', from: triage.sentiment, to: triage.sentiment === 'mixed' ? 'neutral' : 'mixed' };
  await ask(sidebar, 'correction.add', { key, changes: [change], note: '' });
  // Of several sites, so that each row names its own.
  const second = await extension.open(other.url);
  // Open where it stood open last; a press of the icon might close it again.
  await whenRead(await extension.sidebar(second));
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#queue`);
  const line = dashboard.locator(`[data-key=${JSON.stringify(key)}]`);
  // Up to the width at which the list has a column of its own.
  for (const width of [320, 400, 640]) {
    await dashboard.setViewportSize({ width, height: 900 });
    await line.scrollIntoViewIfNeeded();
    await expect(line).toContainText(zhTW.terms.site['google-maps']);
    const marks = line.locator('[data-facts] > *');
    await expect(marks).toHaveText([words.queue.captured, zhTW.reading.made.corrected]);
    const tops = await marks.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    expect([width, new Set(tops).size]).toEqual([width, 1]);
    expect(await line.evaluate((row) => row.scrollWidth <= row.clientWidth)).toBe(true);
    const start = (part: string) => line.locator(part).evaluate((one) => one.getBoundingClientRect());
    const [group, row] = [await start('[data-facts]'), await start(':scope > span:first-child')];
    const beside = await line.locator('[data-facts]').evaluate((one) => {
      const before = one.previousElementSibling?.getBoundingClientRect();
      return before ? before.bottom > one.getBoundingClientRect().top : false;
    });
    if (!beside) expect(Math.round(group.x)).toBe(Math.round(row.x));
  }
});

test('who looks at what was settled long ago comes back to where it stands', async ({ launch }) => {
  const pushes = Array.from(
    { length: 60 },
    (_, n) =>
      `<div class="push"><span class="f1 hl push-tag">噓 </span><span class="f3 hl push-userid">user${n}</span><span class="f3 push-content">: 微光牙醫等了 ${n + 1} 個小時，很失望</span><span class="push-ipdatetime"> 09/22 10:${String(n).padStart(2, '0')}\n</span></div>`,
  ).join('');
  const html = fixture('ptt/article.html').replace(/(<div class="push">)/, `${pushes}$1`);
  const { sidebar, page } = await scene(await launch({ pages: { [ARTICLE]: html } }), ARTICLE);
  const { items } = await ask<{ items: { key: string; relevance: string }[] }>(sidebar, 'page.view', { since: 0 });
  for (const { key } of items.filter(({ relevance }) => relevance !== 'other').slice(-30))
    await ask(sidebar, 'review.mark', { key, mark: 'handled' });
  const list = sidebar.getByRole('list', { name: words.queue.label }).locator('..');
  await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  const settled = sidebar.locator('[data-key]').filter({ hasText: zhTW.terms.mark.handled }).last();
  await expect(settled).toBeInViewport();
  const key = (await settled.getAttribute('data-key')) ?? '';
  const before = await list.evaluate((box) => box.scrollTop);
  expect(before).toBeGreaterThan(1_000);
  await settled.click();
  await sidebar.getByRole('button', { name: zhTW.review.back }).click();
  await expect(row(sidebar, key)).toBeInViewport();
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBeGreaterThan(before - 120);
  await page.close();
});
