import { readFileSync } from 'node:fs';
import type { Frame } from '@playwright/test';
import type { PageView, ReviewView } from '../../lib/contract/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, test } from './harness.ts';
import { type Open, openPage, stopWorker } from './support.ts';

/** What was read in a review, and 「這個判斷不對」, in the built extension. */
const { reading } = zhTW;
const place = samples().find(({ site }) => site === 'google-maps');
const WORDS = '智障';
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

async function openInsult(launch: Parameters<typeof openPage>[0]): Promise<{ open: Open; key: string }> {
  const open = await openPage(launch, place?.url ?? '', place?.html ?? '', sampleClinic());
  const item = (await open.view()).items.find(({ excerpt }) => excerpt.includes(WORDS));
  if (!item) throw new Error('the fixture has no such review');
  await open.sidebar.locator(`[data-key=${JSON.stringify(item.key)}]`).click();
  await expect(open.sidebar.getByRole('region', { name: zhTW.review.text.label })).toBeVisible();
  return { open, key: item.key };
}

const mark = (sidebar: Frame) => sidebar.locator('mark', { hasText: WORDS }).first();
const get = (frame: Parameters<typeof ask>[0], key: string) => ask<ReviewView>(frame, 'review.get', { key });

test('a mark leads to its card, by mouse and by keyboard; the text can be selected across marks', async ({
  launch,
}) => {
  const { open } = await openInsult(launch);
  const { sidebar } = open;
  const card = sidebar.locator('li').getByRole('button', { name: new RegExp(`^${zhTW.terms.kind.insult}`) });
  await mark(sidebar).getByRole('button').focus();
  await sidebar.page().keyboard.press('Enter');
  await expect(card).toBeFocused();
  await expect(card).toHaveAttribute('aria-expanded', 'true');
  await expect(sidebar.getByText(reading.card.against).first()).toBeVisible();

  // From inside the mark to far behind it, with the mouse: a selection, not a press.
  const whole = sidebar.getByRole('region', { name: zhTW.review.text.label });
  await whole.scrollIntoViewIfNeeded();
  await card.click();
  await expect(card).toHaveAttribute('aria-expanded', 'false');
  const from = await mark(sidebar).boundingBox();
  if (!from) throw new Error('the mark is not drawn');
  const { mouse } = sidebar.page();
  await mouse.move(from.x + 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(from.x + from.width + 40, from.y + from.height / 2, { steps: 8 });
  await mouse.up();
  const selected = await sidebar.evaluate(() => getSelection()?.toString() ?? '');
  expect(selected).toContain(WORDS);
  await expect(card).toHaveAttribute('aria-expanded', 'false');
  await sidebar.getByRole('button', { name: /標出選取的/ }).click();
  await expect(sidebar.getByRole('dialog')).toContainText(selected.trim());
});

test('a correction wins in the queue, outlives worker and page, and can be taken back', async ({ launch }) => {
  const { open, key } = await openInsult(launch);
  const { sidebar, extension } = open;
  await ask(sidebar, 'settings.duty', { person: sampleClinic().people[0] });
  const before = await get(sidebar, key);
  const card = sidebar.locator('li').getByRole('button', { name: new RegExp(`^${zhTW.terms.kind.insult}`) });
  if ((await card.getAttribute('aria-expanded')) === 'false') await card.click();
  await card.locator('xpath=ancestor::li').getByRole('button', { name: reading.card.wrong }).click();
  await sidebar.getByRole('radio', { name: reading.correct.nothing }).check();
  await sidebar.getByRole('button', { name: reading.correct.submit }).click();
  await expect(sidebar.getByText(reading.correct.done)).toBeVisible();
  await expect(card).toHaveCount(0);
  const after = await get(sidebar, key);
  expect(after.original).toEqual(before.triage);
  expect(after.triage.priority).toBeLessThan(before.triage.priority);
  expect(after.corrections).toMatchObject([{ by: sampleClinic().people[0], takenBack: null }]);

  await stopWorker(extension);
  await open.page.reload();
  await expect.poll(async () => (await extension.sidebar(open.page)).isDetached()).toBe(false);
  const again = await extension.sidebar(open.page);
  await expect
    .poll(async () => (await ask<PageView>(again, 'page.view', { since: 0 })).items.find((one) => one.key === key))
    .toMatchObject({ corrected: true, priority: after.triage.priority });

  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#data`);
  const download = dashboard.waitForEvent('download');
  await dashboard.getByRole('button', { name: reading.data.button }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ key, change: { what: 'not-this', kind: 'insult' } });
  await dashboard.goto(`chrome-extension://${extension.id}/dashboard.html#queue`);
  await dashboard.locator(`[data-key=${JSON.stringify(key)}]`).click();
  await dashboard.getByRole('button', { name: reading.made.takeBack }).click();
  await expect(dashboard.getByText(reading.made.tookBack)).toBeVisible();
  const back = await get(dashboard, key);
  expect(back.original).toBeNull();
  expect(back.triage.risks).toEqual(before.triage.risks);
});

test('the draft follows a correction at once: what was held back for a threat is not any more', async ({ launch }) => {
  const open = await openPage(launch, place?.url ?? '', place?.html ?? '', sampleClinic());
  const { sidebar } = open;
  const threat = (await open.view()).items.find(({ excerpt }) => excerpt.includes('帶人去診所門口'));
  await ask(sidebar, 'settings.duty', { person: sampleClinic().people[0] });
  await sidebar.locator(`[data-key=${JSON.stringify(threat?.key)}]`).click();
  await expect(sidebar.getByText(zhTW.review.draft.noReply)).toBeVisible();
  const card = sidebar
    .locator('li')
    .getByRole('button', { name: new RegExp(`^${zhTW.terms.kind['threat-violence']}`) });
  if ((await card.getAttribute('aria-expanded')) === 'false') await card.click();
  await card.locator('xpath=ancestor::li').getByRole('button', { name: reading.card.wrong }).click();
  await sidebar.getByRole('radio', { name: reading.correct.nothing }).check();
  // The front desk is on duty, and stays so: the manager is named for this alone.
  await sidebar.getByLabel(reading.correct.whoPick).selectOption('張經理');
  await sidebar.getByRole('button', { name: reading.correct.submit }).click();
  await expect(sidebar.getByText(reading.correct.done)).toBeVisible();
  await expect(sidebar.getByText(zhTW.review.draft.noReply)).toBeHidden();
  await expect(sidebar.getByText('當時值班：王小美')).toBeVisible();
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [360, 'dark'],
  [480, 'light'],
] as const) {
  test(`${width} px, ${colorScheme}: nothing is cut off, and axe finds nothing`, async ({ launch }) => {
    const { open } = await openInsult((options) => launch({ ...options, colorScheme }));
    const { sidebar } = open;
    const { sidebar: kept } = await ask<{ preferences: { sidebar: object } }>(sidebar, 'settings.get').then(
      ({ preferences }) => preferences,
    );
    await ask(sidebar, 'settings.preferences', { sidebar: { ...kept, width } });
    await expect.poll(() => sidebar.evaluate(() => innerWidth)).toBe(width);
    const cards = sidebar.locator('button[aria-expanded=false]');
    for (let left = await cards.count(); left > 0; left--) await cards.first().click({ trial: true });
    await sidebar
      .getByRole('button', { name: new RegExp(zhTW.terms.aspect.attitude) })
      .first()
      .click();
    expect(await sidebar.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await sidebar.evaluate(AXE);
    const found = () =>
      sidebar.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      });
    expect(await found()).toEqual([]);
    await sidebar.getByRole('button', { name: reading.correct.open }).click();
    await expect(sidebar.getByRole('dialog')).toBeVisible();
    expect(await found()).toEqual([]);
    expect(await sidebar.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
