import { figure, median } from './figure.ts';
import { reading } from './reading.ts';
import { SITE_PAGES, type SitePageName } from './site-pages.ts';

/**
 * By hand: `node scripts/bench/sites.ts [PAGE …] [COUNT …] [--warm]`. Time of reading against the bare loop on
 * pages of every site, a card. `low`: of the quickest round of each, which a busy machine disturbs least. `--warm`:
 * the same nodes each time (else new ones, of which nothing was worked out before).
 */
const wanted = process.argv.slice(2);
const names = Object.keys(SITE_PAGES).filter((name) => wanted.includes(name)) as SitePageName[];
const counts = wanted.filter((word) => /^\d+$/.test(word)).map(Number);
const all = Object.keys(SITE_PAGES) as SitePageName[];
const unknown = wanted.find((word) => /^[a-z]/.test(word) && !all.includes(word as SitePageName));
if (unknown) throw new Error(`No page is called ${unknown}. There are: ${all.join(' ')}`);
try {
  for (const name of names.length > 0 ? names : all)
    for (const count of counts.length > 0 ? counts : [50, 500, 5000]) {
      const rounds = count >= 5000 ? 8 : count >= 500 ? 30 : 80;
      const times = await reading.site(name, count, rounds, !wanted.includes('--warm'));
      const { value, baseline, ratio } = figure(name, times.value, times.baseline);
      const low = Math.min(...times.value) / Math.min(...times.baseline);
      const each = (ms: number): string => ((ms * 1000) / count).toFixed(1).padStart(6);
      process.stdout.write(
        `${name.padEnd(18)} ${String(count).padStart(5)} ${each(value)} µs / ${each(baseline)} µs = ${ratio.toFixed(2)} (low ${low.toFixed(2)})  signs ${each(median(times.signs))} µs  ${times.records} records\n`,
      );
    }
} finally {
  await reading.close();
}
