import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { Manifest, verifyPackage } from '../../lib/evidence/index.ts';
import { ask } from '../../scripts/browser.ts';
import { readPng } from '../unit/evidence/pictures.ts';
import { ARTICLE, begin, exportCapture, finished, longArticle, scene } from './capture-pages.ts';
import { expect, test } from './harness.ts';

/** What somebody covers on a capture's pictures is gone from the files of the redacted copy, and nothing else is. */

test.describe.configure({ timeout: 180_000 });

const manifestIn = (files: Record<string, Uint8Array>, path = ''): Manifest =>
  Manifest.parse(JSON.parse(new TextDecoder().decode(files[`${path}manifest.json`])));

/** Every pixel under a cover is black or its grey line; the others are those of the original. */
function expectCovered(copy: Record<string, Uint8Array>, path: string, originals: Record<string, Uint8Array>): number {
  let covered = 0;
  for (const { name, parent, covers } of manifestIn(copy, path).files) {
    if (!covers || !parent) continue;
    const [now, was] = [copy[path + name], originals[parent.name]].map((png) => readPng(png ?? new Uint8Array()));
    if (!now || !was) throw new Error(name);
    expect([now.width, now.height]).toEqual([was.width, was.height]);
    const { step } = now;
    for (let y = 0; y < now.height; y++) {
      const boxes = covers.filter((box) => y >= box.y && y < box.y + box.height);
      const [a, b] = [now.row(y), was.row(y)];
      for (let x = 0; x < now.width; x++) {
        const hidden = boxes.some((box) => x >= box.x && x < box.x + box.width);
        const shade = a[x * step];
        for (let at = x * step; at < (x + 1) * step; at++) {
          const opaque = step === 4 && at % step === 3;
          const good = !hidden
            ? a[at] === b[at]
            : opaque
              ? a[at] === 255
              : a[at] === shade && (shade === 0 || shade === 0x99);
          // Millions of them: only one that is wrong is worth an assertion.
          if (!good) expect({ name, x, y, now: a[at], was: b[at] }).toBeNull();
        }
        if (hidden) covered++;
      }
    }
  }
  return covered;
}

/** Drags over the picture from one share of it to another. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const frame = page.locator('[data-cover-frame]');
  // Without its picture it has no height.
  await frame.locator('img').waitFor();
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  if (!box) throw new Error('no picture');
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

test('covered on the pictures, by mouse, by key and as proposed: gone from package and case file', async ({
  launch,
  folder,
}) => {
  const extension = await launch({ pages: { [ARTICLE]: longArticle(60) }, viewport: { width: 900, height: 700 } });
  const here = await scene(extension);
  await begin(here);
  const { id } = await finished(here);
  const originalFile = join(folder, 'original.zip');
  await exportCapture(extension, id, originalFile);
  const originals = unzipSync(readFileSync(originalFile));
  const before = manifestIn(originals);

  const page = await extension.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
  await page.locator('[data-cover-start]').click();
  const editor = page.locator('[data-cover-editor]');
  await expect(page.locator('[data-cover-seal]')).toBeDisabled();

  // Nothing is proposed in the first screen (the post); what is proposed stands at the pushes.
  await page.locator('[data-cover-propose]').click();
  await expect(page.locator('[data-cover-propose]')).toHaveCount(0);

  // By mouse, then moved by keys, one of two taken away by a key.
  await drag(page, [0.3, 0.7], [0.55, 0.8]);
  await expect(page.locator('[data-cover]')).toHaveCount(1);
  await expect(page.locator('[data-cover]')).toBeFocused();
  const label = await page.locator('[data-cover]').getAttribute('aria-label');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('[data-cover]')).not.toHaveAttribute('aria-label', label ?? '');
  await page.locator('[data-cover-add]').click();
  await expect(page.locator('[data-cover]')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-cover]')).toHaveCount(1);
  await expect(page.locator('[data-cover-add]')).toBeFocused();

  // Every picture but the second shot is looked at and goes in.
  const names = await page
    .locator('[data-cover-picture]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-cover-picture')));
  expect(names).toEqual([
    ...before.files.filter(({ kind }) => kind === 'tile').map(({ name }) => name),
    'crop.png',
    'second.png',
  ]);
  const cropped = before.files.find(({ kind }) => kind === 'crop')?.parent?.name;
  for (const name of names.slice(0, -1)) {
    await page.locator(`[data-cover-picture="${name}"]`).click();
    if (name === 'crop.png') await drag(page, [0.2, 0.4], [0.4, 0.5]);
    if (!(await page.locator('[data-cover-include]').isChecked())) await page.locator('[data-cover-include]').check();
  }
  await page.locator('[data-cover-seal]').click();
  await expect(editor).toHaveCount(0);
  await expect(page.locator('[data-capture-open]')).not.toHaveAttribute('data-capture-open', id);
  await expect(page.getByText('這是遮蔽版，不是原件')).toBeVisible();

  // Its package.
  const copyFile = join(folder, 'copy.zip');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-capture-export]').click()]);
  await download.saveAs(copyFile);
  const packed = readFileSync(copyFile);
  expect(await verifyPackage(packed)).toMatchObject({ ok: true, problems: [], kind: 'redacted' });
  const copy = unzipSync(packed);
  const made = manifestIn(copy);
  expect(made).toMatchObject({ kind: 'redaction', derivedFrom: { id } });
  const pictures = made.files.filter(({ covers }) => covers !== undefined);
  expect(pictures.map(({ parent }) => parent?.name).sort()).toEqual([...names.slice(0, -1)].sort());
  for (const { parent } of pictures)
    expect(parent?.sha256).toBe(before.files.find(({ name }) => name === parent?.name)?.sha256);
  // The left-out one is named; what was drawn on the part cut out is covered on its own tile, too.
  expect(made.missing).toContainEqual({ what: 'second-shot', why: 'redacted', detail: '' });
  const coversOf = (of: string | undefined) => pictures.find(({ parent }) => parent?.name === of)?.covers?.length ?? 0;
  expect(coversOf('tiles/001.png')).toBeGreaterThan(0);
  expect(coversOf('crop.png')).toBeGreaterThan(0);
  expect(coversOf(cropped)).toBeGreaterThan(0);
  // Where the mouse drew.
  const drawn = pictures.find(({ parent }) => parent?.name === 'tiles/001.png');
  const size = readPng(originals['tiles/001.png'] ?? new Uint8Array());
  const [x, y] = [0.42 * size.width, 0.75 * size.height];
  const holdsPoint = drawn?.covers?.some(
    (box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
  );
  expect(holdsPoint).toBe(true);
  expect(pictures.flatMap(({ covers }) => covers ?? []).length).toBeGreaterThan(5);
  expect(expectCovered(copy, '', originals)).toBeGreaterThan(1000);

  // The case file takes the very same pictures.
  await page.goto(`chrome-extension://${extension.id}/dashboard.html#evidence`);
  await page.locator(`li:has([data-capture="${id}"]) input[type=checkbox]`).check();
  const [caseDownload] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '匯出遮蔽版' }).click(),
  ]);
  const caseFile = join(folder, 'case.zip');
  await caseDownload.saveAs(caseFile);
  const all = unzipSync(readFileSync(caseFile));
  expect(await verifyPackage(readFileSync(caseFile))).toMatchObject({ ok: true, kind: 'redacted-case' });
  for (const { name, sha256 } of pictures)
    expect(manifestIn(all, 'captures/01/').files.find((file) => file.name === name)?.sha256).toBe(sha256);

  // Opened from the list, as from its address.
  await page.locator(`[data-capture="${id}"]`).click();
  await expect(page.locator(`[data-capture-open="${id}"]`)).toBeVisible();

  // The original is as it was; its log says that a copy was made.
  const again = join(folder, 'again.zip');
  await exportCapture(extension, id, again);
  const still = unzipSync(readFileSync(again));
  expect(still['manifest.json']).toEqual(originals['manifest.json']);
  for (const { name } of before.files) expect(still[name]).toEqual(originals[name]);
  const log = JSON.parse(new TextDecoder().decode(still['custody.json'])) as { facts: { action: string } | null }[];
  expect(log.map(({ facts }) => facts?.action)).toContain('redacted');
});

test('only pictures of this capture can be covered, and none that is no picture', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: longArticle(2) } });
  const here = await scene(extension);
  await begin(here);
  const { id } = await finished(here);
  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.id}/dashboard.html#evidence`);
  const redact = (pictures: unknown) => ask(page, 'evidence.redact', { id, beside: [], pictures });
  for (const parent of ['text.txt', 'dom.txt', 'other.png'])
    await expect(redact([{ parent, covers: [] }])).rejects.toThrow(/bad-request/);
  const twice = { parent: 'tiles/001.png', covers: [] };
  await expect(redact([twice, twice])).rejects.toThrow(/bad-request/);
  // The sidebar, which a page may embed, cannot ask for it.
  await expect(ask(here.sidebar, 'evidence.redact', { id, beside: [] })).rejects.toThrow();
});
