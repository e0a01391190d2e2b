import { DELETED, type PageKind, type Review } from '../contract/index.ts';
import type { Manifest, Recheck } from './contract.ts';

/**
 * What stands at the address now. `gone`: the site itself says so (404, its deleted mark). A page that was read but
 * does not show the review is not gone: it may be sorted away, folded or shown to others only.
 */
export type SeenNow = { page: 'read'; review: Review | null } | { page: 'gone' } | { page: 'unclear' };

/** Compares a captured review with what stands there now. */
export function recheckOf(
  original: { manifest: Pick<Manifest, 'id' | 'review'>; manifestHash: string },
  now: SeenNow,
): Recheck {
  const { manifest, manifestHash } = original;
  const answer = (outcome: Recheck['outcome'], diff: Recheck['diff'] = []): Recheck => ({
    of: manifest.id,
    manifestHash,
    outcome,
    diff,
  });
  if (now.page !== 'read') return answer(now.page);
  if (now.review !== null && isDeletedMark(now.review) && !isDeletedMark(manifest.review)) return answer('gone');
  if (now.review === null || !comparable(manifest.review, now.review)) return answer('unclear');
  const diff = lineDiff(linesOf(manifest.review), linesOf(now.review));
  return diff.length === 0 ? answer('still-there') : answer('changed', diff);
}

/** The place is kept with the site's own mark: Dcard's 「這則回應已被刪除」, without author and words. */
const isDeletedMark = ({ author }: Review): boolean => author.badges.includes(DELETED);

/** What a page is like on which a review was looked for and not found. */
export interface PageWithout {
  site: Review['site'];
  kind: PageKind;
  /** The server's answer; 0: not told. */
  status: number;
  /** All that it shows. */
  text: string;
  /** Reviews that were read on it. */
  read: number;
  /** It was read to its end, with nothing unreadable. */
  whole: boolean;
}

/** What pages say in the place of a post that is gone. */
const SAYS_DELETED =
  /已(?:經)?(?:被|遭)?(?:作者|系統|管理員|版主)?(?:刪除|移除)|文章不存在|has been (?:deleted|removed)/;

/**
 * Whether the page itself says that it is gone. An article of PTT is served whole, so what is not in it is gone from
 * it; elsewhere a review that is not seen may be sorted away, folded, or shown to others only.
 */
export function saysGone({ site, kind, status, text, read, whole }: PageWithout): 'gone' | 'unclear' {
  if (status === 404 || status === 410) return 'gone';
  if (read === 0 && /^\s*404\b/.test(text)) return 'gone';
  // Facebook's sentence for a deleted post is the one for a private post too: it names neither.
  if (read === 0 && text.length < 2_000 && SAYS_DELETED.test(text)) return 'gone';
  return site === 'ptt' && kind === 'article' && whole && read > 0 ? 'gone' : 'unclear';
}

/** Expanding and translating are not edits (CONTRACTS.md): such readings say nothing about a change. */
const comparable = (before: Review, now: Review): boolean =>
  !before.collapsed && !now.collapsed && before.translated === now.translated && before.language === now.language;

/** Title, stars and text; white space at the ends of lines is the page's, not the author's. */
function linesOf({ title, rating, recommends, text }: Review): string[] {
  return [
    ...(title === null ? [] : [`標題：${title}`]),
    ...(rating === null ? [] : [`星等：${rating}`]),
    ...(recommends === null ? [] : [recommends ? '推薦' : '不推薦']),
    ...text.split(/\r?\n/).map((line) => line.trimEnd()),
  ];
}

/** Beyond this many pairs of lines the middle is given as removed and added whole. */
const MOST_PAIRS = 4_000_000;

/** The lines that went and came, in order; equal lines are left out. */
export function lineDiff(before: readonly string[], now: readonly string[]): Recheck['diff'] {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < now.length - start &&
    before[before.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  const a = before.slice(start, before.length - end);
  const b = now.slice(start, now.length - end);
  const removed = (text: string) => ({ op: '-' as const, text });
  const added = (text: string) => ({ op: '+' as const, text });
  if (a.length * b.length > MOST_PAIRS) return [...a.map(removed), ...b.map(added)];
  // Length of the longest common run of lines from each pair on.
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      longest[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const diff: Recheck['diff'] = [];
  let [row, column] = [0, 0];
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && a[row] === b[column]) {
      row++;
      column++;
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1)))
      diff.push(removed(a[row++] ?? ''));
    else diff.push(added(b[column++] ?? ''));
  }
  return diff;
}
