import type { SettingsView } from '../../lib/contract/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, test } from './harness.ts';
import { openPage } from './support.ts';

const [MAPS] = samples();
if (!MAPS) throw new Error('no sample');
const words = zhTW.dashboard.data;

test('delete all, to the last click: asked for a reason and the words, then nothing is left', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const key = (await open.view()).items[0]?.key ?? '';
  await ask(open.sidebar, 'note.add', { key, text: '先打電話給主任' });
  const total = await open.stored();
  expect(total).toBeGreaterThan(0);
  const dashboard = await open.extension.open(`chrome-extension://${open.extension.id}/dashboard.html#data`);
  await dashboard.getByRole('button', { name: words.clearOpen }).click();
  const dialog = dashboard.getByRole('dialog', { name: words.clear });
  const counted = (name: string) => dialog.locator('dt', { hasText: name }).locator('+ dd');
  await expect(counted(words.inventoryReviews)).toHaveText(String(total));
  await expect(counted(words.inventoryNotes)).toHaveText('1');
  // What lies behind is shaded to the last line.
  const shaded = await dashboard.locator('.bg-shade').evaluate((shade) => shade.getBoundingClientRect().height);
  expect(shaded).toBe(await dashboard.evaluate(() => innerHeight));

  // Nobody is on duty: a manager or doctor is asked for.
  const submit = dialog.getByRole('button', { name: words.submit });
  await expect(submit).toBeDisabled();
  await dialog.getByLabel(zhTW.evidence.one.removeBy).selectOption('張經理');

  // Neither of the two alone is enough, nor words that are nearly right.
  await submit.click();
  await expect(dialog.getByText(zhTW.review.reason.needReason)).toBeVisible();
  await dialog.getByLabel(words.reason).fill('病人 A123456789 要求');
  await submit.click();
  await expect(dialog.getByText(zhTW.review.reason.numbers)).toBeVisible();
  await dialog.getByLabel(words.reason).fill('診所歇業');
  await dialog.getByLabel(words.type.replace('{{word}}', words.word)).fill('刪除');
  await submit.click();
  await expect(dialog.getByText(words.mismatch)).toBeVisible();
  expect(await open.stored()).toBe(total);

  await dialog.getByLabel(words.type.replace('{{word}}', words.word)).fill(words.word);
  await submit.click();
  await expect(dialog).toBeHidden();
  await expect(dashboard.getByText(words.cleared)).toBeVisible();
  expect(await ask(dashboard, 'data.inventory')).toMatchObject({ reviews: 0, notes: 0, decisions: 0, drafts: 0 });
  expect((await ask<SettingsView>(dashboard, 'settings.get')).clinic).toBeNull();
  // The page that stood open is still read, and nothing of it is stored without a profile.
  await expect.poll(async () => (await open.view()).bound).toBe('no-profile');
  expect((await open.view()).items.length).toBeGreaterThan(0);
  expect(await open.stored()).toBe(0);
});
