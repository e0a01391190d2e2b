import type { Frame } from 'playwright';
import type {
  Clinic,
  Health,
  PageInfo,
  PageView,
  QueueItem,
  Review,
  ReviewView,
  Site,
  Triage,
} from '../lib/contract/index.ts';
import { ask, type Extension } from './browser.ts';
import { captureReview, type MadeCapture } from './capture-page.ts';

/** What `npm run triage` prints of a page (CONTRACTS.md, Commands). */
export interface PageReading {
  site: Site | null;
  page: { kind: PageInfo['kind']; title: string | null };
  health: Health;
  reviews: (Review & { triage: Triage })[];
  errors: string[];
  /** Of the package that `--capture` made. */
  capture?: MadeCapture;
}

/** So many reviews are asked for at once. */
const TOGETHER = 25;

/** How long a page may take until it is read; a page is a few thousand cards at most. */
const READ_MS = 60_000;

/** Opens `url`, presses the toolbar icon and takes what the sidebar is told, when the page has been read. */
export async function readPage(
  extension: Extension,
  url: string,
  options: {
    clinic?: Clinic | null;
    screenshot?: string | undefined;
    /** A package of the page's first review goes to this file. */
    capture?: string | undefined;
    keep?: boolean;
  } = {},
): Promise<PageReading> {
  if (options.clinic) await saveClinic(extension, options.clinic);
  const page = await extension.open(url);
  try {
    await extension.pressIcon(page);
    const sidebar = await extension.sidebar(page).catch(() => null);
    if (!sidebar) {
      return {
        site: null,
        page: { kind: 'unknown', title: await page.title() },
        health: { status: 'not-applicable', problems: [] },
        reviews: [],
        errors: ['This address is none of the four sites, or the sidebar could not be opened there.'],
      };
    }
    const view = await whenRead(sidebar);
    const items = view.items.sort((a, b) => a.order - b.order);
    const reviews: PageReading['reviews'] = [];
    for (let at = 0; at < items.length; at += TOGETHER) {
      const asked = items.slice(at, at + TOGETHER).map(({ key }) => ask<ReviewView>(sidebar, 'review.get', { key }));
      for (const { review, triage } of await Promise.all(asked)) reviews.push({ ...review, triage });
    }
    if (options.screenshot) await page.screenshot({ path: options.screenshot });
    const kind = view.page?.kind ?? 'unknown';
    const [first] = items;
    const errors: string[] = [];
    let made: MadeCapture | undefined;
    if (options.capture && first) made = await captureReview(extension, sidebar, first.key, options.capture);
    else if (options.capture) errors.push('There is no review on this page to capture.');
    return {
      site: view.page?.site ?? null,
      page: { kind, title: view.page?.title ?? null },
      health: view.health ?? { status: 'not-applicable', problems: [] },
      reviews,
      errors,
      ...(made && { capture: made }),
    };
  } finally {
    if (!options.keep) await page.close();
  }
}

/** Asks as the sidebar does, for what is new each time, until the page says that it has been read. */
export async function whenRead(sidebar: Frame): Promise<PageView> {
  const end = Date.now() + READ_MS;
  const items = new Map<string, QueueItem>();
  let since = 0;
  for (;;) {
    const view = await ask<PageView>(sidebar, 'page.view', { since });
    if (view.reset) items.clear();
    for (const item of view.items) items.set(item.key, item);
    since = view.rev;
    if (view.page && !view.reading) return { ...view, items: [...items.values()] };
    if (Date.now() > end) throw new Error(`The page was not read in time: ${items.size} so far.`);
    await sidebar.waitForTimeout(100);
  }
}

export async function saveClinic(extension: Extension, clinic: Clinic): Promise<void> {
  const dashboard = await extension.context.newPage();
  await dashboard.goto(`chrome-extension://${extension.id}/dashboard.html`);
  await ask(dashboard, 'settings.clinic', clinic);
  await dashboard.close();
}
