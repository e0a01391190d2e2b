import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../scripts/browser.ts';
import type { PageReading } from '../../scripts/read-page.ts';
import { expect, test } from './harness.ts';

/** `npm run -s triage` as others run it: what it prints on its standard output is one JSON value. */
function triage(file: string, url: string): Promise<{ code: number | null; reading: PageReading }> {
  const path = join(ROOT, 'tests', 'fixtures', file);
  const child = spawn('npm', ['run', '-s', 'triage', '--', path, '--url', url], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, reading: JSON.parse(out) as PageReading }));
  });
}

test('two pages are triaged at once, each by itself', async () => {
  const [ptt, dcard] = await Promise.all([
    triage('ptt/article.html', 'https://www.ptt.cc/bbs/facelift/M.1790000000.A.1AB.html'),
    triage('dcard/post.html', 'https://www.dcard.tw/f/makeup/p/260000001'),
  ]);
  for (const [{ code, reading }, site] of [
    [ptt, 'ptt'],
    [dcard, 'dcard'],
  ] as const) {
    expect(code).toBe(0);
    expect(reading.site).toBe(site);
    expect(reading.health.status).toBe('ok');
    expect(reading.reviews.length).toBeGreaterThan(1);
    expect(reading.reviews.every((review) => review.site === site)).toBe(true);
    expect(reading.errors).toEqual([]);
  }
});
