import type { Frame, Page } from 'playwright';
import type { SettingsView } from '../lib/contract/index.ts';
import type { CaptureProgress, CaptureView } from '../lib/evidence/capture-progress.ts';
import { ask, type Extension } from './browser.ts';

/** A capture takes half a second a screen; the largest has 120. */
const CAPTURE_MS = 180_000;
const PACK_MS = 120_000;

/** What `--capture` says of the package that it made. */
export interface MadeCapture {
  id: string;
  file: string;
  complete: boolean;
  missing: CaptureProgress['missing'];
}

/**
 * Captures the review `key` of the open page as a person does: opens it in the sidebar, presses the button, answers
 * what is asked (no pictures of what must not be pictured), and exports the package from the dashboard to `file`.
 * The page's icon must have been pressed.
 */
export async function captureReview(
  extension: Extension,
  sidebar: Frame,
  key: string,
  file: string,
): Promise<MadeCapture> {
  await ask(sidebar, 'review.select', { key });
  // One that ended before is not the one that begins now.
  const { now: before } = await ask<CaptureView>(sidebar, 'capture.view', { key });
  const panel = sidebar.locator(`[data-review-open=${JSON.stringify(key)}]`);
  await panel.waitFor();
  await panel.locator('[data-capture-start]').click();
  await withoutName(sidebar);
  const done = await whenCaptured(sidebar, key, before?.id);
  await exportCapture(extension, done.id, file);
  return { id: done.id, file, complete: done.complete, missing: done.missing };
}

/** A profile with people, and nobody of them on duty: begins without a name. */
async function withoutName(sidebar: Frame): Promise<void> {
  const { clinic, onDuty } = await ask<SettingsView>(sidebar, 'settings.get');
  if (onDuty === null && clinic && clinic.people.length > 0) await sidebar.locator('[data-capture-unnamed]').click();
}

/** Waits for the capture of `key` to end, another one than `before`; presses 「只記錄文字」 where it asks. */
export async function whenCaptured(sidebar: Frame, key: string, before?: string): Promise<CaptureProgress> {
  const end = Date.now() + CAPTURE_MS;
  for (;;) {
    const textOnly = sidebar.locator('[data-capture-text-only]');
    if (await textOnly.isVisible()) await textOnly.click();
    const { now: last } = await ask<CaptureView>(sidebar, 'capture.view', { key });
    const now = last?.id === before ? null : last;
    if (now?.key === key && now.phase === 'done') return now;
    if (now?.key === key && now.phase === 'failed') throw new Error(`The capture failed: ${now.failure}.`);
    if (Date.now() > end) throw new Error(`The capture did not end in time: ${now?.phase ?? 'not begun'}.`);
    await sidebar.waitForTimeout(100);
  }
}

/** Exports a capture from the dashboard, as a download that is kept at `file`. */
export async function exportCapture(extension: Extension, id: string, file: string): Promise<void> {
  const dashboard: Page = await extension.context.newPage();
  try {
    await dashboard.goto(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
    await dashboard.locator(`[data-capture-open="${id}"]`).waitFor();
    const [download] = await Promise.all([
      dashboard.waitForEvent('download', { timeout: PACK_MS }),
      dashboard.locator('[data-capture-export]').click(),
    ]);
    await download.saveAs(file);
  } finally {
    await dashboard.close();
  }
}
