import type { SettingsView } from '../../lib/contract/index.ts';
import { en } from '../../lib/strings/en.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, test } from './harness.ts';
import { openPage } from './support.ts';

const [MAPS, OTHER] = samples();
if (!MAPS || !OTHER) throw new Error('no sample');

test('another language and dark looks leave all else as it was: the sidebar opens on the next page by itself', async ({
  launch,
}) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic(), { [OTHER.url]: OTHER.html });
  const chosen = async () => (await ask<SettingsView>(open.sidebar, 'settings.get')).preferences;
  await expect.poll(async () => (await chosen()).sidebar.open).toBe(true);
  const menu = open.sidebar.getByRole('button', { name: zhTW.sidebar.menu.label });
  await menu.click();
  await open.sidebar.getByRole('menuitemradio', { name: zhTW.sidebar.menu.dark }).click();
  await expect.poll(async () => (await chosen()).theme).toBe('dark');
  await menu.click();
  await open.sidebar.getByRole('menuitemradio', { name: zhTW.dashboard.settings.languages.en }).click();
  await expect(open.sidebar.getByRole('button', { name: en.sidebar.menu.label })).toBeVisible();
  expect(await chosen()).toMatchObject({ language: 'en', theme: 'dark', sidebar: { open: true } });

  const next = await open.extension.open(OTHER.url);
  const beside = await open.extension.sidebar(next);
  await expect(beside.getByRole('button', { name: en.sidebar.menu.label })).toBeVisible();
});
