import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { NotReady, ROOT } from '../browser.ts';
import { findChromium } from '../chromium.mjs';
import { figure } from './figure.ts';
import type { Times } from './in-page-sites.ts';
import { manyCards, PLACE_URL, placeFixture, putCards } from './pages.ts';
import { SITE_PAGES, type SitePageName } from './site-pages.ts';

type InPage = typeof import('./in-page.ts');
declare const Bench: InPage;
type SitesInPage = typeof import('./in-page-sites.ts');
type HashInPage = typeof import('./in-page-hash.ts');

let browser: Browser | null = null;
const scripts = new Map<string, string>();

async function chrome(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new NotReady('No Chromium was found: run `npm start` once, or set CHROMIUM_PATH.');
  browser ??= await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  return browser;
}

/** A page of `count` cards with the reading rooms in it, bundled in memory; no extension. */
async function open(count: number): Promise<Page> {
  const page = await at(PLACE_URL, placeFixture());
  await page.evaluate(putCards, [await page.evaluate(manyCards, count), true] as [string, boolean]);
  await page.addScriptTag({ content: await bundle('in-page.ts') });
  return page;
}

async function at(url: string, html: string): Promise<Page> {
  const page = await (await chrome()).newPage();
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
  await page.goto(url);
  return page;
}

async function bundle(entry: string): Promise<string> {
  const known = scripts.get(entry);
  if (known !== undefined) return known;
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'chrome125',
      lib: { entry: join(ROOT, 'scripts', 'bench', entry), name: 'Bench', formats: ['iife'] },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('no bundle');
  const { code } = first.output[0];
  scripts.set(entry, code);
  return code;
}

export const reading = {
  async read(count: number) {
    const page = await open(count);
    const rounds = count >= 5000 ? 12 : 40;
    const times = await page.evaluate((n) => Bench.read(n), rounds);
    await page.close();
    if (times.cards !== count) throw new Error(`read ${times.cards} of ${count} cards`);
    return figure(`read-${count}`, times.value, times.baseline);
  },

  /** Ten cards more on a page of 5,000 against ten more on a page of 50. */
  async grow() {
    const [large, small] = [await open(5000), await open(50)];
    const value: number[] = [];
    const baseline: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await small.bringToFront();
      baseline.push(...(await small.evaluate((n) => Bench.grow(n), 10)));
      await large.bringToFront();
      value.push(...(await large.evaluate((n) => Bench.grow(n), 10)));
    }
    await small.close();
    await large.close();
    return figure('grow', value, baseline);
  },

  /** Any page of any site, for `sites.ts`. `afresh`: on new nodes each time. */
  async site(name: SitePageName, count: number, rounds: number, afresh: boolean): Promise<Times> {
    const { url, fixture } = SITE_PAGES[name];
    const page = await at(url, readFileSync(join(ROOT, 'tests', 'fixtures', fixture), 'utf8'));
    await page.addScriptTag({ content: await bundle('in-page-sites.ts') });
    const times = await page.evaluate(
      ([n, c, r, a]) => {
        const { multiply, readSite } = (globalThis as unknown as { Bench: SitesInPage }).Bench;
        multiply(n, c);
        return readSite(n, r, a);
      },
      [name, count, rounds, afresh] as const,
    );
    await page.close();
    return times;
  },

  /** Hashing 64 MB of evidence piece by piece, against crypto.subtle over one buffer. */
  async hash() {
    const page = await at('https://bench.example/', '<!doctype html>');
    await page.addScriptTag({ content: await bundle('in-page-hash.ts') });
    const speeds = await page.evaluate(() => (globalThis as unknown as { Bench: HashInPage }).Bench.hash(64, 9));
    await page.close();
    return figure('hash', speeds.value, speeds.baseline, 'MB/s');
  },

  async close() {
    await browser?.close();
    browser = null;
  },
};
