import type { Counts, Review, ReviewKind } from '../../contract/index.ts';
import { momentOf } from '../contract.ts';
import { type Html, html, link, NOTHING, table } from './html.ts';

/** What was read of one review, and of those around it, for people (law.md 2.2: item, author, time, PTT footer). */

const COUNTS: Record<keyof Counts, string> = {
  likes: '讚／心情',
  comments: '留言',
  shares: '分享',
  views: '瀏覽',
  push: '推',
  boo: '噓',
  neutral: '→',
};

export const countsOf = (counts: Counts): string =>
  (Object.keys(COUNTS) as (keyof Counts)[])
    .filter((name) => counts[name] !== undefined)
    .map((name) => `${COUNTS[name]} ${counts[name]}`)
    .join('、');

const PRECISION: Record<Review['postedAt']['precision'], string> = {
  minute: '精確到分',
  day: '精確到日',
  month: '精確到月',
  year: '精確到年',
  unknown: '精確度不明',
};

/** So much of 「2026-03-10T12:00」 is known. */
const KNOWN: Partial<Record<Review['postedAt']['precision'], number>> = { minute: 16, day: 10, month: 7, year: 4 };

/** In Taipei's time, no further than it is known. */
function postedOf({ postedAt: { iso, precision } }: Review): string | null {
  if (iso === null) return null;
  const time = momentOf(iso)
    .taipei.slice(0, KNOWN[precision] ?? 16)
    .replace('T', ' ');
  return `${time}（臺北時間，${PRECISION[precision]}）`;
}

/** A place by its name and, where that is another word, its number or board. */
export const named = ({ name, id }: { name?: string | undefined; id?: string | undefined }): string =>
  [...new Set([name, id])].filter(Boolean).join('　');

const KINDS: Record<ReviewKind, string> = { review: '評論', post: '貼文', comment: '留言／推文', item: '列表項目' };

/** Floors of merged pushes as one person's words: 「3、5–7 樓」 would be guessed; all are listed. */
const floorsIn = ({ floor, floors }: Review): readonly number[] => floors ?? (floor === null ? [] : [floor]);
const floorsOf = (review: Review): string => floorsIn(review).join('、');

export const itemOf = (review: Review, key: string): Html =>
  table([
    ['編號', key],
    ['其他編號', review.aliases?.join('、') ?? null],
    ['種類', KINDS[review.kind]],
    ['所屬貼文／留言', review.parent],
    ['該則網址', review.url && link(review.url)],
    ['標題', review.title],
    ['作者', review.author.name],
    ['作者帳號', review.author.id],
    ['作者頁面', review.author.url && link(review.author.url)],
    ['作者標示', review.author.badges.join('、')],
    ['評論對象', review.place && named(review.place)],
    ['星等', review.rating],
    ['推薦', review.recommends === null ? null : review.recommends ? '推薦' : '不推薦'],
    ['時間（如畫面）', review.postedAt.shown],
    ['時間（換算）', postedOf(review)],
    ['已編輯', review.edited === null ? null : review.edited ? '是' : '否'],
    ['互動數', countsOf(review.counts)],
    ['樓層', floorsOf(review)],
    ['IP', review.ip],
    ['國家', review.country],
    ['照片數', review.photos],
    ['語言', review.language],
    ['是否為網站翻譯', review.translated ? '是，畫面顯示的是翻譯後的文字' : null],
    ['內容是否收合', review.collapsed ? '是，文字不完整' : null],
    ['全文', review.text],
    [
      '業者回覆',
      review.ownerReply && `${review.ownerReply.text}${review.ownerReply.shown && `（${review.ownerReply.shown}）`}`,
    ],
  ]);

/** More rows than this nobody reads on paper; thread.json has them all. */
const MOST_ROWS = 1_000;

/** The post and everything shown around it, each with author, account, time, IP and counts. */
export function threadTable(thread: readonly Review[], captured: string): Html {
  const rows = thread.slice(0, MOST_ROWS);
  const floors = thread.reduce((sum, review) => sum + floorsIn(review).length, 0);
  // Else 19 comments above and 16 rows here look like a contradiction.
  const merged = thread.some((review) => floorsIn(review).length > 1);
  return html`${merged ? html`<p class="sub lead">共 ${thread.length} 則，含推文 ${floors} 樓；同一人連續的幾樓併為一則。</p>` : NOTHING}<table class="thread"><thead><tr><th>樓</th><th>作者</th><th>時間／IP</th><th>內容</th></tr></thead><tbody>${rows.map(
    (review) =>
      html`<tr${review.id === captured ? html` class="own"` : NOTHING}><td>${floorsOf(review)}</td><td>${who(review)}</td><td>${whenAndWhere(review)}</td><td>${words(review)}</td></tr>`,
  )}</tbody></table>${
    thread.length > rows.length
      ? html`<p class="sub">以上為前 ${rows.length} 則，共 ${thread.length} 則，其餘見 thread.json。</p>`
      : NOTHING
  }`;
}

const lines = (...parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join('\n');

const who = ({ author }: Review): string =>
  lines(author.name, author.id !== null && author.id !== author.name && author.id, author.badges.join('、'));

const whenAndWhere = ({ postedAt, ip, country, edited }: Review): string =>
  lines(postedAt.shown, ip, country, edited === true && '已編輯');

const words = ({ title, rating, recommends, text, photos, counts, ownerReply }: Review): string =>
  lines(
    title,
    rating !== null && `${rating} 星`,
    recommends !== null && (recommends ? '推薦' : '不推薦'),
    text,
    photos !== null && photos > 0 && `照片 ${photos}`,
    countsOf(counts),
    ownerReply && `業者回覆：${ownerReply.text}`,
  );
