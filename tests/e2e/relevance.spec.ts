import { emptyClinic, type SettingsView } from '../../lib/contract/index.ts';
import { ask } from '../../scripts/browser.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { chips, expect, fixture, test } from './harness.ts';
import { openPage } from './support.ts';

/** What concerns the clinic is shown and stored; what does not is neither, but on its page while it stands open. */
const sampleOf = (site: string) => {
  const sample = samples().find((one) => one.site === site);
  if (!sample) throw new Error('no sample');
  return sample;
};
const GROUP = 'https://www.facebook.com/groups/100000000000001';

test('with no profile all of the page is shown, nothing is stored; binding the place stores its reviews', async ({
  launch,
}) => {
  const { url, html } = sampleOf('google-maps');
  const open = await openPage(launch, url, html, null);
  const before = await open.view();
  expect(before.bound).toBe('no-profile');
  expect(before.items.length).toBeGreaterThan(5);
  expect(before.items.every(({ relevance }) => relevance === null)).toBe(true);
  await expect.poll(() => chips(open.page).count()).toBeGreaterThan(0);
  expect(await open.stored()).toBe(0);

  const bound = await ask<SettingsView>(open.sidebar, 'place.bind');
  expect(bound.clinic?.name).toBe('微光牙醫診所');
  const after = await open.view();
  expect(after.bound).toBe('own');
  expect(after.items.every(({ relevance }) => relevance === 'own')).toBe(true);
  expect(await open.stored()).toBe(before.items.length);
});

test('with no profile a person’s mark stores that one review and no other', async ({ launch }) => {
  const { url, html } = sampleOf('ptt');
  const open = await openPage(launch, url, html, null);
  const [item] = (await open.view()).items;
  await ask(open.sidebar, 'review.mark', { key: item?.key, mark: 'handled' });
  expect(await open.stored()).toBe(1);
});

test('a PTT article that names the clinic is a mention, its pushes a thread; another clinic’s stores nothing', async ({
  launch,
}) => {
  const { url, html } = sampleOf('ptt');
  const open = await openPage(launch, url, html, sampleClinic());
  const { items } = await open.view();
  expect(items.find(({ kind }) => kind === 'post')?.relevance).toBe('mention');
  const comments = items.filter(({ kind }) => kind === 'comment');
  expect(comments.length).toBeGreaterThan(3);
  expect(comments.every(({ relevance }) => relevance === 'mention' || relevance === 'thread')).toBe(true);
  expect(comments.some(({ relevance }) => relevance === 'thread')).toBe(true);
  expect(await open.stored()).toBe(items.length);

  const stranger = await openPage(launch, url, html, emptyClinic('遠山眼科診所'));
  const view = await stranger.view();
  expect(view.others).toBe(items.length);
  expect(await chips(stranger.page).count()).toBe(0);
  expect(await stranger.stored()).toBe(0);
});

test('in a Facebook group only what names the clinic, and what stands under it, is stored', async ({ launch }) => {
  const open = await openPage(launch, GROUP, fixture('facebook/group.zh-TW.html'), sampleClinic());
  const { items, others, bound } = await open.view();
  expect(bound).toBe('not-bound');
  expect(others).toBeGreaterThan(0);
  const ours = items.filter(({ relevance }) => relevance !== 'other');
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.length + others).toBe(items.length);
  expect(await open.stored()).toBe(ours.length);
  // A person says that another one concerns the clinic after all: it is stored, and stays on a later reading.
  const other = items.find(({ relevance, kind }) => relevance === 'other' && kind !== 'item');
  await ask(open.sidebar, 'review.keep', { key: other?.key });
  expect(await open.stored()).toBe(ours.length + 1);
  await open.page.reload();
  await open.extension.sidebar(open.page);
  const sidebar = await open.extension.sidebar(open.page);
  await expect
    .poll(async () => {
      const view = await ask<{ items: { key: string; relevance: string }[] }>(sidebar, 'page.view', { since: 0 });
      return view.items.find(({ key }) => key === other?.key)?.relevance;
    })
    .toBe('mention');
});

test('a group cannot be bound as the clinic’s own page', async ({ launch }) => {
  const open = await openPage(launch, GROUP, fixture('facebook/group.zh-TW.html'), null);
  await expect(ask(open.sidebar, 'place.bind')).rejects.toThrow('not-supported-page');
  expect(await open.stored()).toBe(0);
});
