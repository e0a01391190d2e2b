import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyPackage } from '../../lib/evidence/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { captureReview } from '../../scripts/capture-page.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { ARTICLE, begin, expectSound, finished, held, longArticle, scene } from './capture-pages.ts';
import { expect, fixture, test } from './harness.ts';

/** The way of a capture, pressed in the sidebar as staff do, until the package stands on the disk and verifies. */
const words = zhTW.evidence;

for (const { site, url, html } of samples()) {
  test(`${site}: button → pictures, text and fields → sealed → a package that verifies`, async ({ launch, folder }) => {
    const extension = await launch({ pages: { [url]: html } });
    const open = await scene(extension, url);
    await ask(open.sidebar, 'settings.duty', { person: sampleClinic().people[1] });
    const zip = join(folder, 'capture.zip');
    const made = await captureReview(extension, open.sidebar, open.key, zip);
    expect(made.complete).toBe(true);
    const report = await verifyPackage(readFileSync(zip));
    expect(report).toMatchObject({
      ok: true,
      problems: [],
      custody: { ok: true },
      captures: [{ complete: true, url }],
    });
    const { captures } = await expectSound(extension);
    expect(captures[0]?.manifest).toMatchObject({
      by: { name: '張經理', role: 'manager' },
      page: { url, addressBar: 'recorded' },
      checks: { shotsAgree: true, textAgrees: true },
      environment: { build: expect.stringMatching(/^\d/), dpr: 1, zoom: 1, os: expect.any(String) },
    });
    expect(captures[0]?.manifest.identifies.length).toBeGreaterThan(0);
  });
}

test('PTT: the page as served and the server’s clock are in it', async ({ launch }) => {
  const html = fixture('ptt/article.html');
  const hour = 3_600_000;
  const date = new Date(Date.now() + hour).toUTCString();
  const extension = await launch({
    pages: { [ARTICLE]: html },
    fetches: {
      [ARTICLE]: { body: html, headers: { date } },
      'https://www.ptt.cc/robots.txt': { body: '', headers: { date } },
    },
  });
  const open = await scene(extension);
  await begin(open);
  expect((await finished(open)).missing).toEqual([{ what: 'address-bar', why: 'not-asked', detail: '' }]);
  const { captures } = await expectSound(extension);
  const { clock, checks, files } = captures[0]?.manifest ?? {};
  expect(checks?.served).toEqual({ url: ARTICLE, status: 200, date, agrees: true });
  expect(files?.map(({ kind }) => kind)).toContain('served');
  expect(clock?.source).toBe('https://www.ptt.cc');
  // This computer is an hour behind; the trip and the header's second are all that may differ.
  expect(Math.abs((clock?.offsetMs ?? 0) + hour)).toBeLessThan(20_000);
});

test('what may be a secret recording is not pictured: asked first, then address, time and text only', async ({
  launch,
  folder,
}) => {
  const html = longArticle(2).replace('第 0 行', '我有偷拍他們換衣服的影片，私訊我給連結。第 0 行');
  const extension = await launch({ pages: { [ARTICLE]: html } });
  const open = await scene(extension);
  expect(await begin(open)).toEqual({ ask: 'sensitive' });
  // Nor by way of a comment under it: the pictures would show the post.
  const { items } = await whenRead(open.sidebar);
  const comment = items.find(({ key }) => key !== open.key)?.key ?? '';
  expect(await begin({ ...open, key: comment })).toEqual({ ask: 'sensitive' });
  expect((await expectSound(extension)).captures).toEqual([]);
  await open.page.bringToFront();
  const zip = join(folder, 'text.zip');
  const made = await captureReview(extension, open.sidebar, open.key, zip);
  expect(made.missing).toContainEqual({ what: 'pictures', why: 'withheld', detail: '' });
  expect(await verifyPackage(readFileSync(zip))).toMatchObject({ ok: true });
  const { captures } = await held(extension);
  expect(captures[0]?.manifest.files.map(({ kind }) => kind).sort()).toEqual(['text', 'thread']);
});

test('without the icon: says so, writes nothing, and the press of the icon begins it', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: longArticle(2) } });
  await saveClinic(extension, sampleClinic());
  const page = await extension.open(ARTICLE);
  // Opened by the button on the page's edge: that grants nothing.
  await page.locator('replywell-frame').waitFor();
  const edge = await page.locator('replywell-frame').boundingBox();
  await page.mouse.click((edge?.x ?? 0) + (edge?.width ?? 0) / 2, (edge?.y ?? 0) + (edge?.height ?? 0) / 2);
  const sidebar = await extension.sidebar(page);
  const view = await whenRead(sidebar);
  const [first] = view.items.sort((a, b) => a.order - b.order);
  await sidebar.locator(`[data-key=${JSON.stringify(first?.key)}]`).click();
  await sidebar.locator('[data-capture-start]').click();
  // Nobody is on duty: asked first.
  await sidebar.getByRole('button', { name: words.capture.who.nobody }).click();
  await expect(sidebar.getByText(words.capture.awaited)).toBeVisible();
  expect((await expectSound(extension)).captures).toEqual([]);
  await page.bringToFront();
  await extension.pressIcon(page);
  await expect(sidebar.locator('[data-capture-done]')).toBeVisible({ timeout: 60_000 });
  expect((await expectSound(extension)).captures).toHaveLength(1);
});

test('captured again after an edit: what changed is shown and recorded, and both make a case file', async ({
  launch,
  folder,
}) => {
  const pages = { [ARTICLE]: longArticle(2) };
  const extension = await launch({ pages });
  const open = await scene(extension);
  await captureReview(extension, open.sidebar, open.key, join(folder, 'first.zip'));
  pages[ARTICLE] = longArticle(2).replace('真的很傷', '非常失望');
  await open.page.bringToFront();
  await open.page.reload();
  // It stood open, so it opens again; the permission lasts as long as the tab stays on the site.
  const sidebar = await extension.sidebar(open.page);
  await whenRead(sidebar);
  await captureReview(extension, sidebar, open.key, join(folder, 'second.zip'));
  const { captures, custody } = await expectSound(extension);
  const recheck = captures.find(({ manifest }) => manifest.kind === 'recheck')?.manifest.recheck;
  expect(recheck?.outcome).toBe('changed');
  expect(recheck?.diff.map(({ op }) => op)).toEqual(['-', '+']);
  expect(custody.map(({ facts }) => facts?.action)).toContain('re-checked');
  for (const name of ['first.zip', 'second.zip'])
    expect(await verifyPackage(readFileSync(join(folder, name)))).toMatchObject({ ok: true });

  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence`);
  const boxes = dashboard.getByRole('list', { name: words.list.label }).getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await box.check();
  for (const [button, kind] of [
    [words.case.make, 'case'],
    [words.case.makeRedacted, 'redacted-case'],
  ] as const) {
    const [download] = await Promise.all([
      dashboard.waitForEvent('download'),
      dashboard.getByRole('button', { name: button }).click(),
    ]);
    await download.saveAs(join(folder, `${kind}.zip`));
    expect(await verifyPackage(readFileSync(join(folder, `${kind}.zip`)))).toMatchObject({
      ok: true,
      problems: [],
      kind,
    });
  }

  // Dropped on the screen: verified; with one bit turned: the very file.
  await dashboard.setInputFiles('input[type=file]', join(folder, 'first.zip'));
  await expect(dashboard.locator('[data-verified=true]')).toBeVisible();
  const bytes = Buffer.from(readFileSync(join(folder, 'first.zip')));
  const at = bytes.indexOf('微光');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await dashboard.setInputFiles('input[type=file]', { name: 'bent.zip', mimeType: 'application/zip', buffer: bytes });
  await expect(dashboard.locator('[data-verified=false]')).toBeVisible();
});
