import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import type { Figure } from '../bench.ts';
import { ask, BUILD, type Extension, launchExtension } from '../browser.ts';
import { saveClinic, whenRead } from '../read-page.ts';
import { sampleClinic, samples } from '../samples.ts';
import { figure } from './figure.ts';
import { manyCards, PLACE_URL, placeFixture } from './pages.ts';

const LIMIT = 40 * 1024;
/** Set by `insertAndWatch`, which is sent to the page and so cannot name it. */
const INSERTED = 'replywell:inserted';

/** What is injected into a page, gzipped, against the 40 KB that it may have: the largest of the four scripts. */
export async function contentScript(): Promise<Figure> {
  const folder = join(BUILD, 'content-scripts');
  const sizes = readdirSync(folder).map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  const size = Math.max(...sizes);
  return {
    name: 'content-script',
    value: size,
    baseline: LIMIT,
    ratio: size / LIMIT,
    unit: 'bytes gzip',
    n: sizes.length,
  };
}

/** What the page's thread was busy with at one go, ms: by the clock, and by the thread's own time. */
interface Longest {
  wall: number;
  thread: number;
}

let tasks: Promise<{ value: Longest[]; baseline: Longest[] }> | null = null;

/**
 * The longest task on the page's thread after 5,000 cards were put into it at once, with the extension and
 * without: the first is what the person has, the difference is what reading adds. 0: none over 50 ms.
 */
export async function longestTask(): Promise<Figure> {
  return worstOf('longest-task', 'wall');
}

/** The same in time that the thread really ran: what else the machine does while it is measured does not count. */
export async function longestTaskThread(): Promise<Figure> {
  return worstOf('longest-task-thread', 'thread');
}

async function worstOf(name: string, clock: keyof Longest): Promise<Figure> {
  tasks ??= measureTasks();
  const { value, baseline } = await tasks;
  const worst = {
    value: Math.max(...value.map((turn) => turn[clock])),
    baseline: Math.max(...baseline.map((turn) => turn[clock])),
  };
  return { name, ...worst, ratio: worst.value / Math.max(50, worst.baseline), unit: 'ms', n: value.length };
}

async function measureTasks(): Promise<{ value: Longest[]; baseline: Longest[] }> {
  const value: Longest[] = [];
  const baseline: Longest[] = [];
  for (let turn = 0; turn < 3; turn++) {
    baseline.push(await tasksAfterInsertion(false));
    value.push(await tasksAfterInsertion(true));
  }
  return { value, baseline };
}

async function tasksAfterInsertion(withExtension: boolean): Promise<Longest> {
  const few = placeFixture();
  const plain = 'https://www.google.com/unread';
  const extension = await launchExtension({ pages: { [PLACE_URL]: few, [plain]: few }, scripts: true });
  try {
    await saveClinic(extension, sampleClinic());
    // The same page at an address where no content script is injected.
    const page = await extension.open(withExtension ? PLACE_URL : plain);
    if (withExtension) {
      await extension.pressIcon(page);
      await whenRead(await extension.sidebar(page));
    }
    const cards = await page.evaluate(manyCards, 5000);
    const stop = await traceTasks(extension);
    await page.evaluate(insertAndWatch, cards);
    if (withExtension) await allRead(page, extension);
    else await page.waitForTimeout(3000);
    const wall = await page.evaluate(() => (globalThis as unknown as { longest(): number }).longest());
    return { wall, thread: await stop() };
  } finally {
    await extension.close();
  }
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Thread time, microseconds. */
  tdur?: number;
}

/** Traces the browser's tasks; the result ends it and says the longest on the thread that set the mark, after it. */
async function traceTasks(extension: Extension): Promise<() => Promise<number>> {
  const browser = extension.context.browser();
  if (!browser) throw new Error('no browser session');
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const mark = events.find(({ name }) => name === INSERTED);
    if (!mark) throw new Error('the mark is not in the trace');
    const after = events.filter(
      ({ name, pid, tid, ts }) =>
        name === 'ThreadControllerImpl::RunTask' && pid === mark.pid && tid === mark.tid && ts > mark.ts,
    );
    return Math.max(0, ...after.map(({ tdur = 0 }) => tdur / 1000));
  };
}

/** In the page: puts the cards into the list, lets the page draw them, and notes every long task after that. */
async function insertAndWatch(html: string): Promise<void> {
  const list = document.querySelector('[data-review-id][jslog^="21866"]')?.parentElement;
  if (!list) throw new Error('no list');
  list.insertAdjacentHTML('beforeend', html);
  // Drawing 5,000 cards for the first time is the page's own task, as long as it is.
  await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  const from = performance.mark('replywell:inserted').startTime;
  let longest = 0;
  const observer = new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) if (entry.startTime >= from) longest = Math.max(longest, entry.duration);
  });
  observer.observe({ type: 'longtask', buffered: true });
  Object.assign(globalThis, { longest: () => longest });
}

async function allRead(page: Page, extension: Awaited<ReturnType<typeof launchExtension>>): Promise<void> {
  const sidebar = await extension.sidebar(page);
  for (;;) {
    const view = await whenRead(sidebar);
    if (view.items.length >= 5000) return;
    await page.waitForTimeout(100);
  }
}

/** From the frame's own start until its first list is painted, against an empty page of ours in the same frame. */
export async function sidebarReady(): Promise<Figure> {
  const build = mkdtempSync(join(tmpdir(), 'replywell-bench-'));
  cpSync(BUILD, build, { recursive: true });
  writeFileSync(
    join(build, 'empty.html'),
    '<!doctype html><meta charset="utf-8"><script src="empty.js"></script><p>.</p>',
  );
  writeFileSync(
    join(build, 'empty.js'),
    "requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted')));",
  );
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  manifest.web_accessible_resources[0].resources.push('empty.html');
  writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));
  const [sample] = samples();
  if (!sample) throw new Error('no sample');
  const extension = await launchExtension({ build, pages: { [sample.url]: sample.html } });
  const value: number[] = [];
  const baseline: number[] = [];
  try {
    await saveClinic(extension, sampleClinic());
    for (let turn = 0; turn < 10; turn++) {
      const empty = await extension.open(sample.url);
      await empty.evaluate((url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        frame.style.cssText = 'position:fixed;inset:0 0 0 auto;width:360px;height:100%';
        document.body.append(frame);
      }, `chrome-extension://${extension.id}/empty.html`);
      baseline.push(await markOf(empty, '/empty.html', 'painted'));
      await empty.close();

      const page = await extension.open(sample.url);
      await extension.pressIcon(page);
      const sidebar = await extension.sidebar(page);
      value.push(await markOf(page, '/sidebar.html', 'replywell:list'));
      // Closed it stays closed on the next page, where the empty frame is measured alone.
      await ask(sidebar, 'sidebar.close');
      await sidebar.waitForSelector('header', { state: 'hidden' });
      await page.close();
    }
  } finally {
    await extension.close();
    rmSync(build, { recursive: true, force: true });
  }
  return figure('sidebar-ready', value, baseline);
}

/** Milliseconds between the start of a frame's navigation and a mark that it set. */
async function markOf(page: Page, path: string, mark: string): Promise<number> {
  const isIt = (url: string) => url.startsWith('chrome-extension:') && new URL(url).pathname === path;
  const frame =
    page.frames().find((candidate) => isIt(candidate.url())) ??
    (await page.waitForEvent('framenavigated', { predicate: (candidate) => isIt(candidate.url()) }));
  await frame.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
  return frame.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN, mark);
}
