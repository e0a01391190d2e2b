import type { SettingsView } from '../../lib/contract/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, test } from './harness.ts';
import { openPage } from './support.ts';

const [MAPS] = samples();
if (!MAPS) throw new Error('no sample');
const words = zhTW.dashboard;

test('the profile shows what is stored, saves the one field that was changed, and asks before that is lost', async ({
  launch,
}) => {
  const clinic = sampleClinic();
  const open = await openPage(launch, MAPS.url, MAPS.html, clinic);
  const dashboard = await open.extension.open(`chrome-extension://${open.extension.id}/dashboard.html#profile`);
  const roles = dashboard.getByRole('combobox', { name: words.profile.role });
  await expect(roles).toHaveCount(clinic.people.length);
  for (const [index, { role }] of clinic.people.entries()) await expect(roles.nth(index)).toHaveValue(role);

  const name = dashboard.getByRole('textbox', { name: words.profile.name });
  await name.fill('改了名的診所');
  await dashboard.getByRole('button', { name: words.save }).click();
  await expect(dashboard.getByText(words.unsaved)).toBeHidden();
  const stored = async () => (await ask<SettingsView>(dashboard, 'settings.get')).clinic;
  await expect.poll(stored).toEqual({ ...clinic, name: '改了名的診所' });

  await name.fill('又改了');
  const asked = dashboard.waitForEvent('dialog');
  void dashboard.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(name).toHaveValue('又改了');
});
