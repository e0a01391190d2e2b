import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyPackage } from '../../lib/evidence/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { captureReview } from '../../scripts/capture-page.ts';
import { whenRead } from '../../scripts/read-page.ts';
import { ARTICLE, exportCapture, held, longArticle, scene } from './capture-pages.ts';
import { expect, test } from './harness.ts';

/** Looking again at what was captured: the list in the dashboard, and the record of what is not there any more. */
const words = zhTW.evidence;
const NOT_FOUND = '<title>404</title><h1>404 - Not Found.</h1><p>這個頁面不存在</p>';

test('a captured post that is gone: opened from the list, said in the sidebar, recorded by a capture that verifies', async ({
  launch,
  folder,
}) => {
  const extension = await launch({ pages: { [ARTICLE]: longArticle(2) } });
  const open = await scene(extension);
  await captureReview(extension, open.sidebar, open.key, join(folder, 'first.zip'));
  await open.page.close();
  await extension.context.route(ARTICLE, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ status: 404, contentType: 'text/html; charset=utf-8', body: NOT_FOUND })
      : route.abort(),
  );

  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence`);
  await dashboard.locator('[data-revisit-toggle]').click();
  const list = dashboard.getByRole('list', { name: words.revisit.label });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  const [page] = await Promise.all([
    extension.context.waitForEvent('page'),
    list.getByRole('button', { name: words.revisit.visit }).click(),
  ]);
  await page.waitForURL(ARTICLE);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  await expect(sidebar.getByText(words.revisit.notSeen)).toBeVisible();
  await sidebar.locator('[data-revisit-record]').click();
  await expect(sidebar.locator('[data-revisit-done=gone]')).toBeVisible();

  const { captures, custody } = await held(extension);
  const recheck = captures.find(({ manifest }) => manifest.kind === 'recheck');
  const first = captures.find(({ manifest }) => manifest.kind === 'capture');
  expect(recheck?.manifest).toMatchObject({
    complete: true,
    key: open.key,
    page: { url: ARTICLE },
    review: { text: '' },
    recheck: { of: first?.id, manifestHash: first?.manifestHash, outcome: 'gone', diff: [] },
    shown: [{ label: '伺服器回應', value: '404' }],
  });
  expect(recheck?.manifest.files.map(({ name }) => name)).toEqual(['text.txt', 'thread.json', 'tiles/001.png']);
  expect(custody.map(({ facts }) => facts?.action)).toContain('re-checked');
  const zip = join(folder, 'gone.zip');
  await exportCapture(extension, recheck?.id ?? '', zip);
  expect(await verifyPackage(readFileSync(zip))).toMatchObject({ ok: true, problems: [] });
  // Gone is recorded: nothing more is due.
  await dashboard.reload();
  await dashboard.locator('[data-revisit-toggle]').click();
  await expect(list).toContainText(words.one.outcome.gone);
  await expect(list).not.toContainText(words.revisit.due);
});

test('a captured comment that was taken out of a page that still stands', async ({ launch, folder }) => {
  const pages = { [ARTICLE]: longArticle(2) };
  const extension = await launch({ pages });
  const open = await scene(extension);
  const { items } = await whenRead(open.sidebar);
  // The last: a line that was pushed, not one that the author wrote into the article.
  const comment = items.sort((a, b) => a.order - b.order).at(-1);
  expect(comment?.key).not.toBe(open.key);
  await captureReview(extension, open.sidebar, comment?.key ?? '', join(folder, 'comment.zip'));
  pages[ARTICLE] = longArticle(2).replace(/<div class="push">[\s\S]*?<\/div>/g, '');
  await open.page.bringToFront();
  await open.page.reload();
  const sidebar = await extension.sidebar(open.page);
  await whenRead(sidebar);
  await sidebar.locator('[data-revisit-record]').click();
  await expect(sidebar.locator('[data-revisit-done=gone]')).toBeVisible();
});
