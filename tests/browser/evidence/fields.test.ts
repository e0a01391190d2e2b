import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { keyOf, type Review } from '../../../lib/contract/index.ts';
import { aidOf } from '../../../lib/evidence/capture-fields.ts';
import type { CaptureInput, Manifest } from '../../../lib/evidence/index.ts';
import { verifyPackage } from '../../../lib/evidence/index.ts';
import { AMY, CAPTURED, type OpenPage, openPage, packageOf } from './pages.ts';

/**
 * Issue 5, Must reach: every field of the manifest list in law.md 2.2 that a page shows is in the package, for each of
 * the four sites. The page is read by its adapter and recorded by the capture's own function; then only the package is
 * looked at.
 */
vi.mock('wxt/browser', () => ({
  browser: { tabs: { getZoom: async () => 1.25 }, runtime: { getManifest: () => ({ version: '0.1.0' }) } },
}));
vi.setConfig({ testTimeout: 120_000 });

const FIXTURES = import.meta.glob<string>('../../fixtures/{google-maps,facebook,ptt,dcard}/*.html', {
  query: '?raw',
  import: 'default',
});
/** Real pages kept beside the project; none where they are not there. */
const CAPTURES = import.meta.glob<string>('../../../../shared/captures/{google-maps/*,facebook/*,ptt/article_*}.html', {
  query: '?raw',
  import: 'default',
});
const PLACE = '/@25.05,121.55,17z/data=!4m8!3m7!1s0x3442abc0d1e2f345:0x6d1c9ab2e4f50718!8m2!3d25.05!4d121.55!9m1!1b1';
const MANAGER = 'https://www.google.com/local/business/1234567890/customers/reviews?knm=0&ih=lu&hl=zh-TW';
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/google-maps\/search/, 'https://www.google.com/search?q=x#lrd=0x3442abc0d1e2f345:0x6d1c9ab2e4f50718,1'],
  [/google-maps\/manager/, MANAGER],
  [/google-maps\/(?!reply-frame)/, `https://www.google.com/maps/place/X${PLACE}`],
  [/facebook\/(?:feed|timeline|reconstructed)/, 'https://www.facebook.com/weiguang.dental'],
  [/facebook\/reviews/, 'https://www.facebook.com/weiguang.dental/reviews'],
  [/facebook\/group/, 'https://www.facebook.com/groups/1234567890'],
  [/facebook\/post/, 'https://www.facebook.com/weiguang.dental/posts/pfbid02abc'],
  [/ptt\/article_(\w+?)_(M\.\d+\.A\.\w{3})/, 'https://www.ptt.cc/bbs/$1/$2.html'],
  [/ptt\/(?!article_Gossiping_404|index|search|hot)/, 'https://www.ptt.cc/bbs/facelift/M.1790000000.A.1AB.html'],
  [/dcard\/post/, 'https://www.dcard.tw/f/makeup/p/260000001'],
];

function addressOf(file: string): URL | null {
  for (const [pattern, address] of ADDRESSES) {
    const match = pattern.exec(file);
    if (match) return new URL(address.replace(/\$(\d)/g, (_, n) => match[Number(n)] ?? ''));
  }
  return null;
}

const named = (pages: Record<string, () => Promise<string>>) =>
  Object.entries(pages)
    .filter(([file]) => addressOf(file) !== null)
    .map(([file, load]) => [file.replace(/^.*\/(?=[^/]+\/[^/]+$)/, ''), load] as const);

let open: OpenPage | null = null;
afterEach(() => open?.close());

/** Which reviews of a page are captured: the first, a comment under another, one with an answer, one with pictures. */
function chosen({ rows }: OpenPage): string[] {
  const reviews = rows.map(({ review }) => review);
  const picks = [
    reviews[0],
    reviews.find(({ parent }) => parent !== null),
    reviews.find(({ ownerReply }) => ownerReply !== null),
    reviews.find(({ photos }) => (photos ?? 0) > 0),
  ];
  return [...new Set(picks.flatMap((review) => (review ? [review.id] : [])))];
}

interface Opened {
  manifest: Manifest;
  thread: Review[];
  text: string;
  dom: string;
  /** Rows of index.html by their name; names come more than once. */
  rows: Map<string, string[]>;
  /** All words of index.html. */
  words: string;
}

async function packed(page: OpenPage, id: string): Promise<{ input: CaptureInput; got: Opened }> {
  const { input, files } = await page.record(id);
  const { zip } = await packageOf(input, files);
  expect(await verifyPackage(zip)).toMatchObject({ ok: true, problems: [], kind: 'capture' });
  const read = (name: string): string => new TextDecoder().decode(unzipped[name] ?? new Uint8Array());
  const unzipped = unzipSync(zip);
  const index = new DOMParser().parseFromString(read('index.html'), 'text/html');
  const rows = new Map<string, string[]>();
  for (const row of index.querySelectorAll('.fields tr')) {
    const name = row.querySelector('th')?.textContent ?? '';
    rows.set(name, [...(rows.get(name) ?? []), row.querySelector('td')?.textContent ?? '']);
  }
  return {
    input,
    got: {
      manifest: JSON.parse(read('manifest.json')),
      thread: JSON.parse(read('thread.json')),
      text: read('text.txt'),
      dom: read('dom.txt'),
      rows,
      words: index.body.textContent ?? '',
    },
  };
}

/** Lone surrogates and control characters have no place in a UTF-8 page; everything else is there as it was. */
const written = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .toWellFormed();

/** law.md 2.2 row by row: which row of index.html says it, and what it must hold where the record has it. */
function rowsOf({ page, review, thread, shown, ...input }: CaptureInput): [string, ...(string | null)[]][] {
  const number = (value: number | null | undefined): string | null => (value == null ? null : String(value));
  const counts = Object.values(review.counts).map(number);
  return [
    ['案件', keyOf(review), '微光評論案'],
    ['平台', { 'google-maps': 'Google 地圖', facebook: 'Facebook', ptt: 'PTT', dcard: 'Dcard' }[page.site]],
    ['網址（網址列）', page.url],
    ['標準網址', page.canonicalUrl],
    ['頁面標題', page.title],
    ['地點／粉專／看板', page.place?.name ?? null, page.place?.id ?? null],
    ['網址列畫面', '僅記錄網址，未入鏡'],
    ['編號', keyOf(review)],
    ['其他編號', ...(review.aliases ?? [])],
    ['所屬貼文／留言', review.parent],
    ['該則網址', review.url],
    ['標題', review.title],
    ['作者', review.author.name],
    ['作者帳號', review.author.id],
    ['作者頁面', review.author.url],
    ['作者標示', ...review.author.badges],
    ['星等', number(review.rating)],
    ['推薦', review.recommends === null ? null : review.recommends ? '推薦' : '不推薦'],
    ['時間（如畫面）', review.postedAt.shown],
    ['時間（換算）', inTaipei(review.postedAt), review.postedAt.iso && '臺北時間'],
    ['已編輯', review.edited === null ? null : review.edited ? '是' : '否'],
    ['互動數', ...counts],
    ['樓層', ...(review.floors ?? [review.floor]).map(number)],
    ['IP', review.ip],
    ['國家', review.country],
    ['照片數', number(review.photos)],
    ['全文', review.text],
    ['業者回覆', review.ownerReply?.text ?? null, review.ownerReply?.shown ?? null],
    ['辨識診所之處', ...input.identifies],
    ['整串則數', String(thread.length)],
    ['貼文圖片', ...input.pictures.map(({ url }) => url)],
    ...shown.map(({ label, value }): [string, string] => [label, value]),
    ['開始', '2026-11-21 12:00:00（臺北時間', 'UTC 2026-11-21 04:00:00'],
    ['首次看到', '2026-11-20 10:00:00'],
    ['時鐘', '本機時鐘'],
    ['擷取人員', AMY.name, '櫃檯'],
    ['瀏覽器', input.environment.browser, input.environment.userAgent],
    ['作業系統', input.environment.os],
    ['程式版本', 'ReplyWell 0.1.0', page.adapter.name],
    ['欄位讀取', '核對過'],
  ];
}

/** As far as it is known: 2026-09-21 20:30, or the day, month or year alone. */
function inTaipei({ iso, precision }: Review['postedAt']): string | null {
  if (iso === null) return null;
  const there = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().replace('T', ' ');
  return there.slice(0, { minute: 16, day: 10, month: 7, year: 4, unknown: 16 }[precision]);
}

async function checked(page: OpenPage, id: string): Promise<Opened> {
  const { input, got } = await packed(page, id);
  const plainReview = JSON.parse(JSON.stringify(input.review, wellFormed));
  // For programs: everything that was recorded, as it was recorded.
  expect(got.manifest.review).toEqual(plainReview);
  expect(got.thread).toEqual(JSON.parse(JSON.stringify(input.thread, wellFormed)));
  expect(got.manifest).toMatchObject({
    capturedAt: { utc: CAPTURED, taipei: '2026-11-21T12:00:00.000+08:00' },
    by: AMY,
    key: keyOf(input.review),
    threadSize: input.thread.length,
  });
  const { page: at, environment, shown, identifies, pictures, clock, checks } = got.manifest;
  expect(JSON.parse(JSON.stringify({ page: at, environment, shown, identifies, pictures, clock, checks }))).toEqual(
    JSON.parse(
      JSON.stringify(
        {
          page: input.page,
          environment: input.environment,
          shown: input.shown,
          identifies: input.identifies,
          pictures: input.pictures,
          clock: input.clock,
          checks: input.checks,
        },
        wellFormed,
      ),
    ),
  );
  // For people: each of them in its row of the printed page.
  for (const [name, ...values] of rowsOf(input)) {
    const there = (got.rows.get(name) ?? []).join('\n');
    for (const value of values) if (value) expect.soft(there, name).toContain(written(value));
  }
  // Everyone around it: name, account, time, IP and words.
  for (const { author, postedAt, ip, country, text } of input.thread) {
    for (const value of [author.name, author.id, postedAt.shown, ip, country, text])
      if (value && input.thread.length > 1) expect.soft(got.words).toContain(written(value));
  }
  // The words as rendered and the source as it stood hold what was read.
  for (const { sha256 } of got.manifest.files) expect(got.words).toContain(sha256);
  return got;
}

const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);

/** What PTT's page shows, found by other means than the adapter's and without it. */
function pttShows(): { lines: string[]; pushes: { author: string; when: string; words: string }[] } {
  const words = (node: Element | null): string => node?.textContent?.trim() ?? '';
  const main = document.querySelector('#main-content');
  const foot = [...(main?.querySelectorAll('.f2') ?? [])]
    .map(words)
    .filter((line) => /^※ (?:發信站|文章網址)/.test(line))
    .map((line) => line.replace(/^※ (?:發信站|文章網址):\s*/, ''));
  const head = [...(main?.querySelectorAll('.article-meta-value') ?? [])].map(words);
  const pushes = [...(main?.querySelectorAll('.push:not(.warning-box)') ?? [])].map((push) => ({
    author: words(push.querySelector('.push-userid')),
    when: words(push.querySelector('.push-ipdatetime')),
    words: words(push.querySelector('.push-content')).replace(/^:\s*/, ''),
  }));
  return { lines: [...head, ...foot], pushes: pushes.filter(({ author }) => author !== '') };
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

async function pageTest(file: string, load: () => Promise<string>): Promise<number> {
  const url = addressOf(file) as URL;
  open = openPage(await load(), url);
  const ids = chosen(open);
  for (const id of ids) {
    const got = await checked(open, id);
    if (got.manifest.page.site !== 'ptt') continue;
    const { lines, pushes } = pttShows();
    const all = squeezed([...got.rows.values()].flat().join('\n') + got.words);
    expect.soft(all).toContain(`#${aidOf(url.href)}`);
    for (const line of lines) for (const part of line.split(/,\s*來自:/)) expect.soft(all).toContain(squeezed(part));
    // Every push by its author, IP and time, whether or not several of one person were joined.
    const threadWords = squeezed(JSON.stringify(got.thread));
    for (const { author, when, words } of pushes) {
      // An author's name too: of a forwarded article the pushes are part of the post's text.
      expect.soft(threadWords).toContain(author);
      expect.soft(squeezed(got.text)).toContain(squeezed(when));
      expect.soft(squeezed(got.text)).toContain(squeezed(words));
    }
  }
  return ids.length;
}

describe('every field of law.md 2.2 that a page shows is in the package: sample pages', () => {
  const pages = named(FIXTURES);
  const sites = new Set<string>();
  test.each(pages)('%s', async (file, load) => {
    const captured = await pageTest(file, load);
    if (captured > 0) sites.add(open?.frame.page.site ?? '');
    // A 404 and the gate of an over-18 board hold nothing.
    expect(captured > 0).toBe(!/not-found|over18/.test(file));
  });
  test('of all four sites', () => expect([...sites].sort()).toEqual(['dcard', 'facebook', 'google-maps', 'ptt']));
});

describe('the same of real pages', () => {
  const pages = named(CAPTURES);
  if (pages.length === 0) test.skip('no shared captures beside the project', () => {});
  test.each(pages)('%s', async (file, load) => expect(await pageTest(file, load)).toBeGreaterThan(0));
});
