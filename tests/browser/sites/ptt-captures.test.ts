import { describe, expect, test } from 'vitest';
import type { PageContext } from '../../../lib/sites/contract.ts';
import { judge, tally } from '../../../lib/sites/health.ts';
import { ptt } from '../../../lib/sites/ptt.ts';

/** Real pages, kept outside the project; without them nothing is tested here, and the line below says so. */
const captures = import.meta.glob<string>('../../../../shared/captures/ptt/*.html', {
  query: '?raw',
  import: 'default',
});
const NOW = Date.UTC(2026, 10, 21);

const ARTICLES: Record<string, [path: string, pushes: number]> = {
  'article_Beauty_M.1499790734.A.833_2017': ['Beauty/M.1499790734.A.833', 59],
  'article_GO_M.1597603762.A.135_2020_country': ['GO/M.1597603762.A.135', 1],
  'article_Gossiping_M.1483256619.A.753_2017': ['Gossiping/M.1483256619.A.753', 7],
  'article_Gossiping_M.1119222660.A.94E': ['Gossiping/M.1119222660.A.94E', 841],
  'article_Gossiping_M.1123769450.A.A1A': ['Gossiping/M.1123769450.A.A1A', 8],
  'article_Gossiping_M.1175469904.A.05B': ['Gossiping/M.1175469904.A.05B', 45],
  'article_JOJO_M.1459706999.A.5CC_no-header_2017': ['JOJO/M.1459706999.A.5CC', 4],
  'article_Soft_Job_M.1181801925.A.86E': ['Soft_Job/M.1181801925.A.86E', 5],
  'article_Soft_Job_M.1519661420.A.098': ['Soft_Job/M.1519661420.A.098', 38],
  'article_SuperHeroes_M.1484742352.A.8CE_2017': ['SuperHeroes/M.1484742352.A.8CE', 0],
  'article_SuperHeroes_M.1485086687.A.8F2_2017': ['SuperHeroes/M.1485086687.A.8F2', 3],
};
const LISTS: Record<string, [path: string, entries: number, deleted: number]> = {
  index_Beauty_2017: ['Beauty/index.html', 20, 3],
  index_NBA_2025: ['NBA/index.html', 8, 0],
  index_SportLottery_2025_over18: ['SportLottery/index.html', 20, 0],
  index_Stock_2021: ['Stock/index.html', 21, 4],
  search_Stock_author_2024_excerpt: ['Stock/search?q=author%3Asomeone', 3, 0],
};

async function open(name: string, path: string) {
  const load = captures[`../../../../shared/captures/ptt/${name}.html`];
  if (!load) throw new Error(`capture ${name} is listed but not there`);
  const document = new DOMParser().parseFromString(await load(), 'text/html');
  const url = new URL(`https://www.ptt.cc/bbs/${path}`);
  const page: PageContext = { ...ptt.detect(document, url), url, document, now: NOW };
  const readings = ptt.cards(document, page).flatMap((card) => ptt.read(card, page));
  return { page, readings, health: judge(page, tally(readings), ptt.signs(document, page)) };
}

describe.skipIf(Object.keys(captures).length === 0)('PTT captures (skipped: ../shared is not there)', () => {
  test.each(Object.entries(ARTICLES))('%s', async (name, [path, pushes]) => {
    const { page, readings, health } = await open(name, `${path}.html`);
    expect(page.kind).toBe('article');
    expect(health).toEqual({ status: 'ok', problems: [] });
    const [post, ...rest] = readings.map((reading) => reading.review);
    expect(post?.kind).toBe('post');
    expect(post?.id).toBe(path);
    expect(post?.author.id).toMatch(/^\w{2,12}$/);
    expect(post?.title).toBeTruthy();
    expect(post?.text.length).toBeGreaterThan(20);
    expect(post?.text).not.toMatch(/發信站|文章網址|◆ From/);
    const floors = rest.flatMap((review) => review.floors ?? []);
    expect(floors).toEqual(Array.from({ length: pushes }, (_, i) => i + 1));
    expect(new Set(rest.map((review) => review.id)).size).toBe(rest.length);
    for (const review of rest) {
      expect(review.author.id).toMatch(/^\w{2,12}$/);
      if (!review.floors) continue;
      if (review.postedAt.iso === null) expect(review.postedAt.shown).toBe('03/32 03:24');
      else expect(Date.parse(review.postedAt.iso)).toBeLessThan(NOW);
    }
  });

  test.each(Object.entries(LISTS))('%s', async (name, [path, entries, deleted]) => {
    const { page, readings, health } = await open(name, path);
    expect(page.kind).toBe('list');
    expect(health).toEqual({ status: 'ok', problems: [] });
    expect(readings.length).toBe(entries);
    expect(readings.filter(({ review }) => review.url === null).length).toBe(deleted);
    expect(new Set(readings.map(({ review }) => review.id)).size).toBe(entries);
    for (const { review } of readings) expect(review.title).toBeTruthy();
  });

  test('pages to leave alone', async () => {
    for (const [name, path] of [
      ['article_Gossiping_404_2017', 'Gossiping/M.1.A.404.html'],
      ['hotboards_2025', 'hotboards.html'],
    ] as const) {
      const { page, readings, health } = await open(name, path);
      expect(page.kind).toBe('leave-alone');
      expect(readings).toEqual([]);
      expect(health.status).toBe('not-applicable');
    }
  });

  test('the sentence split over several pushes, and the author’s words between them', async () => {
    const { readings } = await open('article_Soft_Job_M.1519661420.A.098', 'Soft_Job/M.1519661420.A.098.html');
    const comments = readings.slice(1).map((reading) => reading.review);
    expect(comments.filter((review) => review.floors).length).toBe(26);
    expect(comments.filter((review) => (review.floors?.length ?? 0) > 1).length).toBe(8);
    expect(comments.filter((review) => review.id.endsWith('/re')).length).toBe(2);
  });
});
