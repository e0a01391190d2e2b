import type { ReviewView, SettingsView } from '../../lib/contract/index.ts';
import { ask } from '../../scripts/browser.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, test } from './harness.ts';
import { backup, openPage, restore } from './support.ts';

/** The clinic's data leaves one computer, comes to another, and is deleted. */
const [MAPS] = samples();
if (!MAPS) throw new Error('no sample');

test('export all, delete all, import: reviews, notes, marks and profile are there again', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const { items } = await open.view();
  const key = items[0]?.key ?? '';
  await ask(open.sidebar, 'note.add', { key, text: '先打電話給主任' });
  await ask(open.sidebar, 'review.mark', { key, mark: 'needs-lawyer' });
  await open.page.close();

  const dashboard = await open.extension.open(`chrome-extension://${open.extension.id}/dashboard.html#data`);
  const file = await backup(dashboard);
  expect((await ask<SettingsView>(dashboard, 'settings.get')).preferences.lastBackup).not.toBeNull();

  const before = await ask<Record<string, number>>(dashboard, 'data.inventory');
  expect(before).toMatchObject({ reviews: items.length, notes: 1 });
  await expect(ask(dashboard, 'data.clear', { reason: '  ' })).rejects.toThrow(/needs-reason|bad-request/);
  await ask(dashboard, 'settings.duty', { person: sampleClinic().people[1] });
  await ask(dashboard, 'data.clear', { reason: '換電腦' });
  expect(await ask(dashboard, 'data.inventory')).toMatchObject({ reviews: 0, notes: 0, decisions: 0, drafts: 0 });
  await expect(ask(dashboard, 'review.get', { key })).rejects.toThrow('not-found');

  // The profile and every setting went too.
  expect((await ask<SettingsView>(dashboard, 'settings.get')).clinic).toBeNull();

  expect(await restore(dashboard, Buffer.from('{"not":"ours"}'))).toContain('不是覆評的備份');
  const damaged = Buffer.from(file);
  const middle = damaged.indexOf('先打電話給主任');
  damaged.writeUInt8(damaged.readUInt8(middle) ^ 1, middle);
  expect(await restore(dashboard, damaged)).toContain('不是覆評的備份');
  expect(await ask(dashboard, 'data.inventory')).toMatchObject({ reviews: 0 });

  // On a new computer, with no profile yet.
  const other = await openPage(launch, MAPS.url, MAPS.html, null);
  expect((await other.view()).items.find((item) => item.key === key)?.mark).toBe('open');
  const there = await other.extension.open(`chrome-extension://${other.extension.id}/dashboard.html#data`);
  expect(await restore(there, file)).toContain(`已匯入 ${items.length} 則`);
  // A second import of the same file adds nothing.
  expect(await restore(there, file)).toContain('已匯入 0 則');
  expect((await ask<SettingsView>(there, 'settings.get')).clinic).toEqual(sampleClinic());
  const kept = await ask<ReviewView>(there, 'review.get', { key });
  expect(kept.mark).toBe('needs-lawyer');
  expect(kept.notes.map(({ text }) => text)).toEqual(['先打電話給主任']);
  // The page that stood open all the while shows the mark that came with the file.
  expect((await other.view()).items.find((item) => item.key === key)?.mark).toBe('needs-lawyer');
});

test('the dashboard’s own buttons: a file is saved, chosen again and taken in', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const total = await open.stored();
  expect(total).toBeGreaterThan(0);
  const dashboard = await open.extension.open(`chrome-extension://${open.extension.id}/dashboard.html#data`);
  const file = await backup(dashboard);
  expect(file.toString('latin1')).toMatch(/^PK/);
  expect(await restore(dashboard, file)).toContain('已匯入 0 則');
  expect(await open.stored()).toBe(total);
});
