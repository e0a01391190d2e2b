import type { Page } from '@playwright/test';
import type { CaptureView } from '../../lib/evidence/capture-progress.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic } from '../../scripts/samples.ts';
import { ARTICLE } from './capture-pages.ts';
import { chips, expect, fixture, test } from './harness.ts';

/** The chip's menu, in closed shadow roots over the page: found and pressed as a person does, by what is seen there. */

test.describe.configure({ timeout: 120_000 });

/** The right end of the first chip in view, where its menu opens. */
async function menuButton(page: Page): Promise<{ x: number; y: number }> {
  const at = await page.waitForFunction(() => {
    for (const host of document.querySelectorAll('replywell-chip')) {
      host.scrollIntoView({ block: 'center' });
      const { x, y } = host.getBoundingClientRect();
      for (let dy = -40; dy <= 80; dy += 6) {
        for (let dx = 640; dx >= -160; dx -= 4) {
          if (document.elementFromPoint(x + dx, y + dy) === host) return { x: x + dx - 8, y: y + dy + 4 };
        }
      }
    }
    return null;
  });
  const point = await at.jsonValue();
  if (!point) throw new Error('no chip can be seen');
  return point;
}

/** What of ours lies right under the chip's end: the open menu. */
const isOpen = (page: Page, { x, y }: { x: number; y: number }): Promise<boolean> =>
  page.evaluate(
    ([left, top]) =>
      [30, 40, 50].some((down) => document.elementFromPoint(left - 20, top + down)?.localName === 'replywell-chip'),
    [x, y] as const,
  );

test('「存證」 without the browser’s leave says to press the icon; pressed, it begins', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: fixture('ptt/article.html') } });
  await saveClinic(extension, sampleClinic());
  const page = await extension.open(ARTICLE);
  await expect(chips(page).first()).toBeAttached();
  const at = await menuButton(page);
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => isOpen(page, at)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => isOpen(page, at)).toBe(false);

  // Back on its button: opened by key, second entry.
  await page.keyboard.press('Enter');
  await expect.poll(() => isOpen(page, at)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const sidebar = await extension.sidebar(page);
  // Nobody is on duty: asked before anything else.
  await sidebar.getByRole('button', { name: zhTW.evidence.capture.who.nobody }).click();
  await expect(sidebar.getByText('請先按一下工具列的覆評圖示')).toBeVisible();
  await extension.pressIcon(page);
  const { items } = await whenRead(sidebar);
  const key = items.sort((a, b) => a.order - b.order)[0]?.key ?? '';
  await expect
    .poll(async () => (await ask<CaptureView>(sidebar, 'capture.view', { key })).now?.phase, { timeout: 60_000 })
    .toBe('done');
  const { held } = await ask<CaptureView>(sidebar, 'capture.view', { key });
  expect(held).toHaveLength(1);
});

test('with it, one choice captures this very review', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: fixture('ptt/article.html') } });
  await saveClinic(extension, sampleClinic());
  const page = await extension.open(ARTICLE);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  const { items } = await whenRead(sidebar);
  const [first, second] = items.sort((a, b) => a.order - b.order);
  await ask(sidebar, 'settings.duty', { person: sampleClinic().people[0] });
  // Another one stands open in the sidebar.
  await ask(sidebar, 'review.select', { key: second?.key });
  const at = await menuButton(page);
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => isOpen(page, at)).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await ask<CaptureView>(sidebar, 'capture.view', { key: first?.key })).now, { timeout: 60_000 })
    .toMatchObject({ key: first?.key, phase: 'done', recheck: null });
  // Once more: as from the sidebar, what stands there now is compared with what was captured.
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => isOpen(page, at)).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await ask<CaptureView>(sidebar, 'capture.view', { key: first?.key })).held, { timeout: 60_000 })
    .toHaveLength(2);
  const { now } = await ask<CaptureView>(sidebar, 'capture.view', { key: first?.key });
  expect(now?.recheck).toMatchObject({ outcome: 'still-there', diff: [] });
  // The other entry opens it beside the page.
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => isOpen(page, at)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(sidebar.locator(`[data-review-open=${JSON.stringify(first?.key)}]`)).toBeVisible();
});
