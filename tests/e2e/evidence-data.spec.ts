import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { verifyPackage } from '../../lib/evidence/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask, type Extension } from '../../scripts/browser.ts';
import { ARTICLE, begin, exportCapture, finished, held, scene } from './capture-pages.ts';
import { expect, fixture, test } from './harness.ts';
import { backup, restore } from './support.ts';

/** What becomes of evidence after it was taken: the lawyer's package, another computer, the end of everything. */
const pages = { [ARTICLE]: fixture('ptt/article.html') };
const words = zhTW.evidence;

const dashboardOf = (extension: Extension, part: string): Promise<Page> =>
  extension.open(`chrome-extension://${extension.id}/dashboard.html#${part}`);

async function download(page: Page, press: () => Promise<void>): Promise<Uint8Array<ArrayBuffer>> {
  const waiting = page.waitForEvent('download');
  await press();
  return new Uint8Array(readFileSync(await (await waiting).path()));
}

test('a capture goes into the backup, comes to another computer, and is a whole package there', async ({ launch }) => {
  const made = await scene(await launch({ pages }));
  await begin(made);
  const { id } = await finished(made);
  const file = await backup(await dashboardOf(made.extension, 'data'));

  const other = await launch({ pages });
  const there = await dashboardOf(other, 'data');
  expect(await restore(there, file)).toContain('已匯入');
  const path = test.info().outputPath('there.zip');
  await exportCapture(other, id, path);
  const zip = new Uint8Array(readFileSync(path));
  expect(await verifyPackage(zip)).toMatchObject({ ok: true, problems: [], captures: [{ id }] });
  // Here it was not sealed, and both screens say so.
  await there.goto(there.url().replace(/#.*$|$/, `#evidence/${id}`));
  await expect(there.getByText(words.one.signedElsewhere)).toBeAttached();
  await there.setInputFiles('input[type=file]', path);
  await expect(there.locator('[data-verdict=restored]')).toBeVisible();
  // The log tells of both computers.
  const custody = JSON.parse(new TextDecoder().decode(unzipSync(zip)['custody.json']));
  const actions = custody.flatMap((entry: { facts: { action: string } | null }) => entry.facts?.action ?? []);
  expect(actions).toEqual(expect.arrayContaining(['captured', 'imported', 'exported']));
});

test('a case file and its redacted variant are made on the evidence page and verify', async ({ launch }) => {
  const made = await scene(await launch({ pages }));
  await begin(made);
  await finished(made);
  const dashboard = await dashboardOf(made.extension, 'evidence');
  await dashboard.getByRole('checkbox').first().check();
  const whole = await download(dashboard, () =>
    dashboard.getByRole('button', { name: words.case.make, exact: true }).click(),
  );
  expect(await verifyPackage(whole)).toMatchObject({ ok: true, problems: [], kind: 'case' });
  const index = new TextDecoder().decode(unzipSync(whole)['index.html']);
  for (const part of ['期限', '刑事訴訟法', '時間軸', 'captures/01/index.html']) expect(index).toContain(part);

  const masked = await download(dashboard, () =>
    dashboard.getByRole('button', { name: words.case.makeRedacted, exact: true }).click(),
  );
  expect(await verifyPackage(masked)).toMatchObject({ ok: true, problems: [], kind: 'redacted-case' });
  // Nobody has covered a picture yet: whoever sends it on is told that there are none in it.
  await expect(dashboard.getByText(/其中 1 份沒有畫面/)).toBeVisible();
  const files = unzipSync(masked);
  expect(Object.keys(files).filter((name) => /\.png$|dom\.txt$|served/.test(name))).toEqual([]);
  const all = Object.values(files)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
  // The copy stands in the list now, and is not picked for another case: its original is.
  await expect(dashboard.getByRole('checkbox')).toHaveCount(2);
  await expect(dashboard.getByRole('checkbox', { disabled: true })).toHaveCount(1);
  // Someone who only pushed the article.
  expect(new TextDecoder().decode(unzipSync(whole)['captures/01/thread.json'])).toContain('mintleaf77');
  expect(all).not.toContain('mintleaf77');
});

test('delete all names the evidence first, asks why, and leaves only the log’s hashes', async ({ launch }) => {
  const made = await scene(await launch({ pages }));
  await begin(made);
  await finished(made);
  const dashboard = await dashboardOf(made.extension, 'data');
  const say = zhTW.dashboard.data;
  await dashboard.getByRole('button', { name: say.clearOpen, exact: true }).click();
  const dialog = dashboard.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: say.inventoryCaptures })).toContainText('PTT・小櫻桃・');
  await dialog.getByLabel(say.reason).fill('診所歇業');
  await dialog.getByRole('textbox').nth(1).fill(say.word);
  await dialog.getByRole('button', { name: say.submit, exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(await ask(dashboard, 'data.inventory')).toMatchObject({ captures: 0, reviews: 0, evidence: [] });
  const left = await held(made.extension);
  expect([...left.captures, ...left.files, ...left.sessions]).toEqual([]);
  expect(left.custody.flatMap(({ facts }) => (facts ? [[facts.action, facts.reason]] : []))).toEqual([
    ['cleared', '診所歇業'],
  ]);
  expect(left.custody.length).toBeGreaterThan(1);
});
