import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { PageView, QueueItem, SettingsView, Triage } from '../../lib/contract/index.ts';
import { assess } from '../../lib/services/assess.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { takeWeights } from '../../lib/triage/model/state.ts';
import { ask, BUILD } from '../../scripts/browser.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, test } from './harness.ts';
import { type Open, openPage, stopWorker } from './support.ts';

/** The trained weights in the worker: read with them, and plainly without them where their file is not whole. */
const [MAPS] = samples();
if (!MAPS) throw new Error('no sample');
const WEIGHTS = join('models', 'triage.bin');
const LINE = zhTW.reading.reader.rulesOnly;

const READERS = {
  full: () => takeWeights(new Uint8Array(readFileSync(join(BUILD, WEIGHTS)))),
  'rules-only': () => takeWeights(null),
};

/** What the page's reviews say, by key, to this reader outside the browser. */
async function readBy(reader: keyof typeof READERS, open: Open): Promise<Record<string, unknown>> {
  expect(READERS[reader]()).toBe(reader);
  const settings = await ask<SettingsView>(open.sidebar, 'settings.get');
  const { items } = await open.view();
  const views = await Promise.all(items.map((item) => open.review(item)));
  return Object.fromEntries(views.map((v) => [v.key, gist(assess(v.review, settings, new Date().toISOString()))]));
}

const gist = ({ sentiment, aspects }: Pick<Triage, 'sentiment' | 'aspects'>) => ({ sentiment, aspects });
const shown = (items: readonly QueueItem[]) => Object.fromEntries(items.map((item) => [item.key, gist(item)]));

test('read with the weights, in the next life of the worker too', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const full = await readBy('full', open);
  expect(full).not.toEqual(await readBy('rules-only', open));
  for (let life = 0; life < 2; life++) {
    await expect.poll(async () => shown((await open.view()).items)).toEqual(full);
    expect((await ask<PageView>(open.sidebar, 'page.view', { since: 0 })).reader).toBe('full');
    await expect(open.sidebar.getByText(LINE)).toHaveCount(0);
    await stopWorker(open.extension);
  }
});

const DAMAGE = {
  'cut short': (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100_000)),
  'one bit turned': (file: string) => {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  },
  gone: (file: string) => rmSync(file),
};
for (const [name, damage] of Object.entries(DAMAGE)) {
  test(`the file of the weights is ${name}: the rules read on, and sidebar and dashboard say so`, async ({
    launch,
    folder,
  }) => {
    const build = join(folder, 'build');
    cpSync(BUILD, build, { recursive: true });
    damage(join(build, WEIGHTS));
    const open = await openPage((options) => launch({ ...options, build }), MAPS.url, MAPS.html, sampleClinic());
    expect((await open.view()).reader).toBe('rules-only');
    await expect(open.sidebar.getByText(LINE)).toBeVisible();
    expect(shown((await open.view()).items)).toEqual(await readBy('rules-only', open));
    const dashboard = await open.extension.open(`chrome-extension://${open.extension.id}/dashboard.html#queue`);
    await expect(dashboard.getByText(LINE)).toBeVisible();
    // Reviews are listed, marked and answered as ever.
    const [first] = (await open.view()).items;
    const { draft } = await ask<{ draft: { text: string | null } }>(open.sidebar, 'draft.compose', {
      key: first?.key,
      tone: 'warm',
      seed: 1,
    });
    expect(draft).toBeDefined();
  });
}

test('what the rules alone had read is read again once the file is whole', async ({ launch, folder }) => {
  const profile = join(folder, 'profile');
  // The same folder, so that it is the same extension to the browser: mended by an update.
  const build = join(folder, 'build');
  cpSync(BUILD, build, { recursive: true });
  rmSync(join(build, WEIGHTS));
  const open = await openPage((options) => launch({ ...options, build, profile }), MAPS.url, MAPS.html, sampleClinic());
  const list = { query: '', filter: 'all', limit: 100 };
  const stored = async (frame: Page | Frame) =>
    shown((await ask<{ items: QueueItem[] }>(frame, 'store.list', list)).items);
  const before = await stored(open.sidebar);
  const byWeights = await readBy('full', open);
  const full = Object.fromEntries(Object.keys(before).map((key) => [key, byWeights[key]]));
  expect(before).not.toEqual(full);
  await open.extension.close();

  cpSync(join(BUILD, WEIGHTS), join(build, WEIGHTS));
  const again = await launch({ pages: {}, build, profile });
  const dashboard = await again.open(`chrome-extension://${again.id}/dashboard.html#queue`);
  await expect.poll(() => stored(dashboard)).toEqual(full);
  expect(await ask(dashboard, 'reader.get')).toEqual({ reader: 'full' });
  await expect(dashboard.getByText(LINE)).toHaveCount(0);
});
