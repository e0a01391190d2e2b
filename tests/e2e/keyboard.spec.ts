import { zhTW } from '../../lib/strings/zh-TW.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { expect, test } from './harness.ts';
import { openPage } from './support.ts';

const place = samples().find(({ site }) => site === 'google-maps');

test('the keyboard is never lost: on opening, on the way back, after the help', async ({ launch }) => {
  const { page, sidebar, view } = await openPage(launch, place?.url ?? '', place?.html ?? '', sampleClinic());
  const [first, second] = (await view()).items.toSorted((a, b) => b.priority - a.priority);
  const row = (key: string | undefined) => sidebar.locator(`[data-key=${JSON.stringify(key)}]`);
  await row(first?.key).focus();
  // What is shown as the current row is what Enter opens.
  for (const [press, key] of [
    ['j', first?.key],
    ['j', second?.key],
    ['k', first?.key],
  ] as const) {
    await page.keyboard.press(press);
    await expect(row(key)).toHaveAttribute('aria-current', 'true');
    await expect(row(key)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  const author = sidebar.locator('[data-review-open] h2');
  await expect(author).toBeFocused();

  await page.keyboard.press('?');
  const help = sidebar.getByRole('dialog', { name: zhTW.sidebar.help.title });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(author).toBeFocused();

  // The arrow that was pressed is under the finger again on the next review.
  const next = sidebar.locator('[data-step=next]');
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(sidebar.locator(`[data-review-open=${JSON.stringify(second?.key)}]`)).toBeVisible();
  await expect(next).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(sidebar.locator(`[data-key=${JSON.stringify(second?.key)}]`)).toBeFocused();
  // The search is where one asked to go.
  await page.keyboard.press('Enter');
  await expect(author).toBeFocused();
  await page.keyboard.press('/');
  await expect(sidebar.getByRole('textbox', { name: zhTW.sidebar.search.label })).toBeFocused();
});
