import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type Extension, launchExtension, type Pages, ROOT, removeFolder } from '../../scripts/browser.ts';

export { expect } from '@playwright/test';

interface Options {
  pages: Pages;
  scripts?: boolean;
  profile?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  args?: readonly string[];
  fetches?: Record<string, { body: string; headers?: Record<string, string>; status?: number }>;
  build?: string;
  reach?: readonly string[];
}

/**
 * `launch` starts the built extension on given pages; all that was started is closed after the test, and then
 * `folder`, a place of the test's own for profiles and files, is removed.
 */
export const test = base.extend<{ folder: string; launch(options: Options): Promise<Extension> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'replywell-e2e-'));
    await use(folder);
    removeFolder(folder);
  },
  // Named here, the folder is there before and goes after.
  launch: async ({ folder: _ }, use) => {
    const started: Extension[] = [];
    await use(async (options) => {
      const extension = await launchExtension(options);
      started.push(extension);
      return extension;
    });
    for (const extension of started) await extension.close();
  },
});

export const fixture = (name: string): string => readFileSync(join(ROOT, 'tests', 'fixtures', name), 'utf8');

export const SHARED = join(ROOT, '..', 'shared');
export const capture = (name: string): string => readFileSync(join(SHARED, 'captures', name), 'utf8');
/** Tests on saved real pages say plainly that they are skipped where ../shared is not. */
export const skipWithoutShared = (): void =>
  test.skip(!existsSync(join(SHARED, 'captures')), '../shared/captures is not here');

/** Waits until `count` chips stand on the page. They are drawn in closed shadow roots: only the hosts can be seen. */
export const chips = (page: Page) => page.locator('replywell-chip');

/**
 * Presses the first chip that can be seen, with the mouse. What is drawn lies in a closed shadow root over a host
 * without size, so the place is found as a person finds it: by what is on top there.
 */
export async function pressChip(page: Page): Promise<void> {
  const at = await page.waitForFunction(() => {
    for (const host of document.querySelectorAll('replywell-chip')) {
      host.scrollIntoView({ block: 'center' });
      const { x, y } = host.getBoundingClientRect();
      for (let dy = -40; dy <= 80; dy += 6) {
        for (let dx = -120; dx <= 640; dx += 8) {
          if (document.elementFromPoint(x + dx, y + dy) === host) return { x: x + dx + 8, y: y + dy + 6 };
        }
      }
    }
    return null;
  });
  const point = await at.jsonValue();
  if (!point) throw new Error('no chip can be seen');
  await page.mouse.click(point.x, point.y);
}
