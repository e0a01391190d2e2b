import type { Frame, Page } from '@playwright/test';
import type { SettingsView } from '../../lib/contract/index.ts';
import { ask } from '../../scripts/browser.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { chips, expect, test } from './harness.ts';

/** Chips beside the sidebar: they are drawn in closed shadow roots, so they are found by what lies where on the page. */

test.describe.configure({ timeout: 120_000 });

/** How many chips can be seen, and how many lie under the sidebar or its button. */
const look = (page: Page): Promise<{ seen: number; under: number }> =>
  page.evaluate(() => {
    const [seen, under] = [new Set<Element>(), new Set<Element>()];
    for (let y = 2; y < innerHeight; y += 8) {
      for (let x = 2; x < document.documentElement.clientWidth; x += 20) {
        const stack = document.elementsFromPoint(x, y);
        for (const chip of stack.filter(({ localName }) => localName === 'replywell-chip')) {
          if (stack.some(({ localName }) => localName === 'replywell-frame')) under.add(chip);
          else seen.add(chip);
        }
      }
    }
    return { seen: seen.size, under: under.size };
  });

async function put(sidebar: Frame, side: 'left' | 'right', width: number): Promise<void> {
  const { preferences } = await ask<SettingsView>(sidebar, 'settings.get');
  await ask(sidebar, 'settings.preferences', { ...preferences, sidebar: { ...preferences.sidebar, side, width } });
}

for (const { site, url, html } of samples()) {
  test(`${site}: no chip lies under the sidebar, whatever its side, its width and that of the window`, async ({
    launch,
  }) => {
    const extension = await launch({ pages: { [url]: html } });
    await saveClinic(extension, sampleClinic());
    const page = await extension.open(url);
    await extension.pressIcon(page);
    const sidebar = await extension.sidebar(page);
    await whenRead(sidebar);
    await expect(chips(page).first()).toBeAttached();
    for (const [window, width, side] of [
      [1360, 360, 'right'],
      [1024, 480, 'right'],
      [1360, 360, 'left'],
      [1920, 480, 'left'],
      [1024, 320, 'left'],
    ] as const) {
      await page.setViewportSize({ width: window, height: 900 });
      await put(sidebar, side, width);
      const where = `${window} px, ${width} px at the ${side}`;
      await expect.poll(() => look(page), { message: where }).toMatchObject({ under: 0 });
      // On Google Maps a wide sidebar at the left covers the whole list.
      if (site !== 'google-maps' || width < 480 || side === 'right')
        await expect.poll(async () => (await look(page)).seen, { message: where }).toBeGreaterThan(1);
    }
  });
}
