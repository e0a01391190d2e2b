import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Frame, type Page, type Worker } from 'playwright';
import { findChromium } from './chromium.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Another folder while several people build at once. */
export const BUILD = process.env.REPLYWELL_BUILD ?? join(ROOT, '.output', 'chrome-mv3');

/** Saved and synthetic pages by address; everything else of the network is refused. */
export type Pages = Record<string, string>;

export interface Extension {
  context: BrowserContext;
  id: string;
  worker(): Promise<Worker>;
  /** Opens `url` in a new tab. */
  open(url: string): Promise<Page>;
  /** Presses the toolbar icon on this page, as a person does (it also grants activeTab). */
  pressIcon(page: Page): Promise<void>;
  /** The sidebar's frame on this page, once it is there. */
  sidebar(page: Page): Promise<Frame>;
  close(): Promise<void>;
}

export class NotReady extends Error {}

/** A machine under load is slow, not wrong: so long the sidebar may take to come. */
const SIDEBAR_MS = 30_000;
/** The browser's list of tabs may know an address a moment later than the page does. */
const ADDRESS_MS = 5_000;

/** Asks until there is an answer, or the time is over. */
export async function until<T>(ms: number, ask: () => Promise<T | undefined>): Promise<T | undefined> {
  for (const end = Date.now() + ms; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await ask();
    if (answer !== undefined || Date.now() > end) return answer;
  }
}

/** Removes a profile of a browser that was closed; its last processes may still be writing into it. */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/**
 * The built extension in real Chromium, with `pages` served at their real addresses and no network. A saved
 * page's own scripts never run (CSP), our content script is not affected. Never builds.
 */
export async function launchExtension(options: {
  pages: Pages;
  headless?: boolean;
  /** Another build than that of this folder. */
  build?: string;
  profile?: string;
  viewport?: { width: number; height: number } | null;
  /** Let scripts of the served pages run: hostile pages in tests. */
  scripts?: boolean;
  language?: string;
  /** Leave the greeting that a new profile gets open. */
  keepWelcome?: boolean;
  colorScheme?: 'light' | 'dark';
  /** Origins on this machine that are really reached: a server of the test. */
  reach?: readonly string[];
  /** Further switches of the browser. */
  args?: readonly string[];
  /** Answers to what pages fetch themselves, by address; the rest of the network stays refused. */
  fetches?: Record<string, { body: string; headers?: Record<string, string>; status?: number }>;
}): Promise<Extension> {
  const build = options.build ?? BUILD;
  if (!existsSync(join(build, 'manifest.json')))
    throw new NotReady('There is no build yet: run `npm run build` first.');
  const executablePath = findChromium();
  if (!executablePath) throw new NotReady('No Chromium was found: run `npm start` once, or set CHROMIUM_PATH.');
  const fresh = !options.profile || !existsSync(join(options.profile, 'Default'));
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'replywell-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    viewport: options.viewport === undefined ? { width: 1360, height: 900 } : options.viewport,
    locale: options.language ?? 'zh-TW',
    timezoneId: 'Asia/Taipei',
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    args: [
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  });
  const csp: Record<string, string> = options.scripts ? {} : { 'content-security-policy': "script-src 'none'" };
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.protocol === 'chrome-extension:' || options.reach?.includes(url.origin)) return route.continue();
    url.hash = '';
    const fetched = route.request().resourceType() === 'fetch' ? options.fetches?.[url.href] : undefined;
    if (fetched) return route.fulfill({ contentType: 'text/html; charset=utf-8', ...fetched });
    const body = options.pages[url.href];
    if (body === undefined || !['document', 'iframe'].includes(route.request().resourceType())) return route.abort();
    return route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers: csp });
  });
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL((await worker()).url()).host;
  // A new profile is greeted by the dashboard in a tab of its own, which would take the focus at any moment.
  if (fresh) {
    // Its tab may be there before its address is.
    const greeted = (page: Page): Promise<Page> =>
      page.waitForURL(/dashboard\.html/, { waitUntil: 'commit' }).then(() => page);
    const welcome = await Promise.any(
      [...context.pages(), context.waitForEvent('page')].map(async (one) => greeted(await one)),
    );
    if (!options.keepWelcome) await welcome.close();
  }

  return {
    context,
    id,
    worker,
    async open(url) {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async pressIcon(page) {
      const browser = context.browser();
      if (!browser) throw new Error('no browser session');
      const session = await browser.newBrowserCDPSession();
      await page.bringToFront();
      const target = await until(ADDRESS_MS, async () => {
        const { targetInfos } = (await session.send('Target.getTargets', { filter: [{ type: 'tab' }] } as never)) as {
          targetInfos: { targetId: string; url: string }[];
        };
        return targetInfos.find((info) => info.url === page.url());
      });
      if (!target) throw new Error('no tab target');
      await session.send('Extensions.triggerAction' as never, { id, targetId: target.targetId } as never);
      await session.detach();
    },
    async sidebar(page) {
      const isSidebar = (frame: Frame) => frame.url().startsWith(`chrome-extension://${id}/sidebar.html`);
      const end = Date.now() + SIDEBAR_MS;
      for (;;) {
        const frame =
          page.frames().find(isSidebar) ??
          (await page.waitForEvent('framenavigated', { predicate: isSidebar, timeout: end - Date.now() }));
        try {
          await frame.waitForSelector('header', { timeout: Math.max(1, end - Date.now()) });
          return frame;
        } catch (error) {
          // Taken out by the page and put back with a new nonce while we looked: the new one is the sidebar.
          if (!frame.isDetached() || Date.now() > end) throw error;
        }
      }
    },
    async close() {
      await context.close();
      if (!options.profile) removeFolder(profile);
    },
  };
}

/**
 * Asks the background as the sidebar or dashboard in `frame` would. The frame is one of our own pages, so the
 * extension's message checks apply as for a person's click.
 */
export async function ask<T>(frame: Frame | Page, type: string, data: unknown = {}): Promise<T> {
  const answer = await frame.evaluate(
    ([name, payload]) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          runtime: {
            sendMessage(message: unknown): Promise<{ res?: unknown; err?: { message?: string } } | undefined>;
          };
        };
      };
      return chrome.runtime.sendMessage({ id: 0, type: name, data: payload, timestamp: Date.now() });
    },
    [type, data] as const,
  );
  const result = answer?.res as { ok: true; value: T } | { ok: false; failure: string; detail?: string } | undefined;
  if (!result?.ok) throw new Error(`${type}: ${result ? `${result.failure} ${result.detail ?? ''}` : 'no answer'}`);
  return result.value;
}
