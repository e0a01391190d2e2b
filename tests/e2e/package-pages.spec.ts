import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { unzipSync } from 'fflate';
import { caseFinding, collect, packCase } from '../../lib/evidence/index.ts';
import { findChromium } from '../../scripts/chromium.mjs';
import { BYTES, input, newKey, packed, sample } from '../unit/evidence/samples.ts';
import { amy, LATER, NOON, review, risk } from '../unit/store/samples.ts';
import { expect, test } from './harness.ts';

/** The pages in a package as a lawyer opens them: from a folder, with no extension, onto A4. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const LONG = `https://example.com/${'long'.repeat(80)}`;
const subject = review({ url: LONG, text: `候診很久。\n${LONG}\n${'無空格的一長串字'.repeat(40)}` });
const others = Array.from({ length: 30 }, (_, n) =>
  review({
    id: `c${n}`,
    parent: 'r1',
    author: { id: `a${n}`, name: `留言者${n}${'名'.repeat(20)}`, url: null, badges: [] },
  }),
);

function unpacked(folder: string, zip: Uint8Array): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

test('index, case page and re-visit sheet open from a folder, run and load nothing, and fit on A4', async () => {
  const pixel = new Uint8Array(PIXEL);
  const bytes = { ...BYTES, 'tiles/001.png': pixel, 'tiles/002.png': pixel, 'crop.png': pixel };
  const addressed = { ...input().page, url: LONG };
  const made = await sample(
    await newKey(),
    { page: addressed, review: subject, thread: [subject, ...others] },
    undefined,
    bytes,
  );
  const folder = test.info().outputPath('package');
  unpacked(join(folder, 'one'), await packed(made));
  const row = {
    key: 'google-maps:r1',
    review: subject,
    firstSeen: NOON,
    mark: 'needs-lawyer' as const,
    findings: [caseFinding(subject.text, { ...risk('accusation'), why: '建議由律師判斷', statutes: ['刑法310'] })],
    revisions: [{ text: LONG, until: LATER }],
    decisions: [{ id: 'd1', at: LATER, by: amy, what: 'marked' as const, mark: 'needs-lawyer' as const }],
    notes: [{ id: 'n1', text: LONG, at: LATER, by: amy.name }],
    drafts: [{ text: LONG, at: LATER, state: 'used' as const }],
    deadlines: [{ what: '告訴期限', from: NOON, due: LATER, statute: '刑事訴訟法237', note: '保守計算' }],
  };
  const file = { id: 'case-1', name: '三月的評論', clinic: null, reviews: [row] };
  unpacked(join(folder, 'case'), await collect(packCase(file, [made.bundle], false, made.exporting)));

  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
  try {
    // The width of A4 within its margins.
    const page = await browser.newPage({ viewport: { width: 680, height: 980 } });
    await page.emulateMedia({ media: 'print' });
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
    for (const name of ['one/index.html', 'one/revisit.html', 'case/index.html', 'case/captures/01/index.html']) {
      await page.goto(pathToFileURL(join(folder, name)).href);
      const seen = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        broken: [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
        styled: getComputedStyle(document.querySelector('table') ?? document.body).borderCollapse,
        // A hash is compared by eye: on one line.
        hashes: [...document.querySelectorAll('td.hash')].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getClientRects().length;
        }),
      }));
      expect({ name, ...seen, hashes: new Set(seen.hashes).size }).toEqual({
        name,
        wide: 0,
        broken: [],
        styled: 'collapse',
        hashes: seen.hashes.length > 0 ? 1 : 0,
      });
      expect(seen.hashes.every((lines) => lines === 1)).toBe(true);
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 4).toString()).toBe('%PDF');
    }
    expect(said).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(asked.filter((url) => url.endsWith('.png')).length).toBeGreaterThan(0);
  } finally {
    await browser.close();
  }
});
