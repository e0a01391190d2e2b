import { readPage } from '../../scripts/read-page.ts';
import { capture, expect, skipWithoutShared, test } from './harness.ts';

/** Every saved real page gives its known counts (captures/README) through the very path of `npm run triage`. */
const maps =
  'https://www.google.com/maps/place/x/@-7.5,110.8,17z/data=!4m8!3m7!1s0x2e7a1:0x1!8m2!3d-7.5!4d110.8!9m1!1b1';

interface Known {
  file: string;
  url: string;
  kind: string;
  counts: Record<string, number>;
  /** Single pushes before merging (PTT). */
  pushes?: number;
  health?: string;
}

const ptt = (file: string, board: string, name: string, pushes: number, post = 1): Known => ({
  file: `ptt/${file}.html`,
  url: `https://www.ptt.cc/bbs/${board}/${name}.html`,
  kind: 'article',
  counts: { post },
  pushes,
});

const KNOWN: Known[] = [
  { file: 'google-maps/place-2025-10-en-10cards.html', url: maps, kind: 'place', counts: { review: 10 } },
  { file: 'google-maps/place-2025-10-en-50cards.html', url: maps, kind: 'place', counts: { review: 50 } },
  { file: 'google-maps/cards-by-feature-2025-10-en.html', url: maps, kind: 'place', counts: { review: 12 } },
  {
    file: 'google-maps/search-dialog-2024-04-en-1card.html',
    url: 'https://www.google.com/search?q=x#lrd=0x0:0x0,1',
    kind: 'search-dialog',
    counts: { review: 1 },
  },
  {
    file: 'facebook/post-logged-out-2025-06-en-10comments.html',
    url: 'https://www.facebook.com/example.page/posts/pfbid02abc',
    kind: 'post',
    counts: { post: 1, comment: 10 },
  },
  {
    file: 'facebook/feed-unit-logged-in-2026-03-en.html',
    url: 'https://www.facebook.com/',
    kind: 'timeline',
    counts: { post: 1 },
  },
  {
    file: 'facebook/reconstructed-zh-TW-houseflow-2026-09.html',
    url: 'https://www.facebook.com/',
    kind: 'timeline',
    counts: { post: 2, comment: 1 },
    // A skeleton of labels without the parts that hold words and names: rightly not called ok.
    health: 'degraded',
  },
  ptt('article_Beauty_M.1499790734.A.833_2017', 'Beauty', 'M.1499790734.A.833', 59),
  ptt('article_GO_M.1597603762.A.135_2020_country', 'GO', 'M.1597603762.A.135', 1),
  ptt('article_Gossiping_M.1483256619.A.753_2017', 'Gossiping', 'M.1483256619.A.753', 7),
  ptt('article_Gossiping_M.1119222660.A.94E', 'Gossiping', 'M.1119222660.A.94E', 841),
  ptt('article_Gossiping_M.1123769450.A.A1A', 'Gossiping', 'M.1123769450.A.A1A', 8),
  ptt('article_Gossiping_M.1175469904.A.05B', 'Gossiping', 'M.1175469904.A.05B', 45),
  ptt('article_JOJO_M.1459706999.A.5CC_no-header_2017', 'JOJO', 'M.1459706999.A.5CC', 4),
  ptt('article_Soft_Job_M.1181801925.A.86E', 'Soft_Job', 'M.1181801925.A.86E', 5),
  ptt('article_Soft_Job_M.1519661420.A.098', 'Soft_Job', 'M.1519661420.A.098', 38),
  ptt('article_SuperHeroes_M.1484742352.A.8CE_2017', 'SuperHeroes', 'M.1484742352.A.8CE', 0),
  ptt('article_SuperHeroes_M.1485086687.A.8F2_2017', 'SuperHeroes', 'M.1485086687.A.8F2', 3),
  {
    file: 'ptt/article_Gossiping_404_2017.html',
    url: 'https://www.ptt.cc/bbs/Gossiping/M.1400000000.A.404.html',
    kind: 'leave-alone',
    counts: {},
  },
  {
    file: 'ptt/index_Beauty_2017.html',
    url: 'https://www.ptt.cc/bbs/Beauty/index.html',
    kind: 'list',
    counts: { item: 20 },
  },
  { file: 'ptt/index_NBA_2025.html', url: 'https://www.ptt.cc/bbs/NBA/index.html', kind: 'list', counts: { item: 8 } },
  {
    file: 'ptt/index_SportLottery_2025_over18.html',
    url: 'https://www.ptt.cc/bbs/SportLottery/index.html',
    kind: 'list',
    counts: { item: 20 },
  },
  {
    file: 'ptt/index_Stock_2021.html',
    url: 'https://www.ptt.cc/bbs/Stock/index.html',
    kind: 'list',
    counts: { item: 21 },
  },
  {
    file: 'ptt/search_Stock_author_2024_excerpt.html',
    url: 'https://www.ptt.cc/bbs/Stock/search?q=author%3Ax',
    kind: 'list',
    counts: { item: 3 },
  },
  { file: 'ptt/hotboards_2025.html', url: 'https://www.ptt.cc/bbs/hotboards.html', kind: 'leave-alone', counts: {} },
];

test.describe('saved real pages', () => {
  skipWithoutShared();
  for (const known of KNOWN) {
    test(known.file, async ({ launch }) => {
      const address = new URL(known.url);
      address.hash = '';
      const extension = await launch({ pages: { [address.href]: capture(known.file) } });
      const read = await readPage(extension, known.url);
      expect(read.page.kind).toBe(known.kind);
      expect(read.health.status).toBe(known.health ?? (known.kind === 'leave-alone' ? 'not-applicable' : 'ok'));
      const counts: Record<string, number> = {};
      for (const { kind } of read.reviews) counts[kind] = (counts[kind] ?? 0) + 1;
      if (known.pushes === undefined) expect(counts).toEqual(known.counts);
      else {
        expect(counts.post).toBe(known.counts.post);
        const floors = read.reviews.filter(({ kind }) => kind === 'comment').flatMap((review) => review.floors ?? []);
        expect(floors.length).toBe(known.pushes);
      }
      // No two records under one id, and every text has been triaged.
      expect(new Set(read.reviews.map(({ id }) => id)).size).toBe(read.reviews.length);
      for (const { triage } of read.reviews) expect(triage.priority).toBeGreaterThanOrEqual(0);
    });
  }
});
