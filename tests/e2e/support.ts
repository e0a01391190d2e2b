import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type { Clinic, PageView, QueueItem, ReviewView } from '../../lib/contract/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask, type Extension, type Pages } from '../../scripts/browser.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { expect } from './harness.ts';

/** A page that stands open with its sidebar beside it. */
export interface Open {
  extension: Extension;
  page: Page;
  sidebar: Frame;
  /** The page as the sidebar is told of it, whole, now. */
  view(): Promise<PageView>;
  review(item: QueueItem | undefined): Promise<ReviewView>;
  /** How many reviews are stored. */
  stored(): Promise<number>;
}

export async function openPage(
  launch: (options: { pages: Pages }) => Promise<Extension>,
  url: string,
  html: string,
  clinic: Clinic | null,
  more: Pages = {},
): Promise<Open> {
  const extension = await launch({ pages: { [url]: html, ...more } });
  if (clinic) await saveClinic(extension, clinic);
  const page = await extension.open(url);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  await whenRead(sidebar);
  return {
    extension,
    page,
    sidebar,
    view: () => whenRead(sidebar),
    review: (item) => ask<ReviewView>(sidebar, 'review.get', { key: item?.key ?? '' }),
    stored: async () =>
      (await ask<{ total: number }>(sidebar, 'store.list', { query: '', filter: 'all', limit: 0 })).total,
  };
}

/** Ids of what stands on the page, in its order; waits until `settled` says that it is what is expected. */
export async function ids(open: Open, settled: (ids: string[]) => boolean): Promise<string[]> {
  let now: string[] = [];
  await expect
    .poll(async () => {
      now = (await open.view()).items.sort((a, b) => a.order - b.order).map(({ key }) => key);
      return settled(now);
    })
    .toBe(true);
  return now;
}

/** Opens a review in the sidebar, as a person does from the queue. */
export async function select(sidebar: Frame, item: QueueItem | undefined): Promise<void> {
  if (!item) throw new Error('nothing to select');
  const back = sidebar.getByRole('button', { name: zhTW.review.back });
  if (await back.isVisible()) await back.click();
  await sidebar.locator(`[data-key=${JSON.stringify(item.key)}]`).click();
  await expect(back).toBeVisible();
}

/** Presses 「填入」, and past the question of who would be posting; waits for the line that it stands there, unsent. */
export async function pressInsert(sidebar: Frame): Promise<void> {
  await sidebar.getByRole('button', { name: zhTW.review.draft.insert, exact: true }).click();
  const anyway = sidebar.getByRole('button', { name: zhTW.review.identity.go });
  await expect(sidebar.getByText('還沒有送出').or(anyway).first()).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(sidebar.getByText('還沒有送出')).toBeVisible();
}

/** Kills the service worker as the browser does when it likes. */
export async function stopWorker(extension: Extension): Promise<void> {
  const browser = extension.context.browser();
  if (!browser) throw new Error('no browser session');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = (await session.send('Target.getTargets')) as {
    targetInfos: { targetId: string; type: string; url: string }[];
  };
  for (const target of targetInfos) {
    if (target.type === 'service_worker' && target.url.includes(extension.id)) {
      await session.send('Target.closeTarget', { targetId: target.targetId });
    }
  }
  await session.detach();
}

/** Everything in one file, as the dashboard's button makes it. */
export async function backup(dashboard: Page): Promise<Buffer> {
  await dashboard.goto(dashboard.url().replace(/#.*$|$/, '#data'));
  const download = dashboard.waitForEvent('download');
  await dashboard.getByRole('button', { name: zhTW.dashboard.data.export, exact: true }).click();
  const file = readFileSync(await (await download).path());
  // The file is there before the day of the backup is remembered.
  await dashboard.locator('[aria-busy="false"]').waitFor();
  return file;
}

/** Takes a file in by the dashboard's own field; answers what it says then. */
export async function restore(dashboard: Page, buffer: Buffer): Promise<string> {
  await dashboard.goto(dashboard.url().replace(/#.*$|$/, '#data'));
  const line = dashboard.getByRole('status').filter({ hasText: /已匯入|不是覆評的備份/ });
  if (await line.isVisible()) await dashboard.reload();
  const file = { name: 'backup.zip', mimeType: 'application/zip', buffer };
  await dashboard.locator('input[type="file"]').setInputFiles(file);
  await line.waitFor();
  return (await line.textContent()) ?? '';
}
