import { samples } from '../../scripts/samples.ts';
import { chips, expect, test } from './harness.ts';

test('an update under an open page leaves one calm line and nothing of the old script', async ({ launch }) => {
  const [maps] = samples();
  const extension = await launch({ pages: { [maps?.url ?? '']: maps?.html ?? '' } });
  const page = await extension.open(maps?.url ?? '');
  await extension.pressIcon(page);
  await extension.sidebar(page);
  await expect.poll(() => chips(page).count()).toBeGreaterThan(0);
  const worker = await extension.worker();
  await worker
    .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
    .catch(() => undefined);
  await expect(page.locator('replywell-notice')).toHaveCount(1);
  await expect(chips(page)).toHaveCount(0);
  await expect(page.locator('replywell-frame')).toHaveCount(0);
});
