import type { PageContext, Sign } from '../contract.ts';
import { COMMENT, isEntry, postCard } from './cards.ts';
import { postAt, scopeOf } from './page.ts';
import { pathOf } from './parts.ts';

/**
 * Every post and every comment shows one `time[datetime]`, whatever keys and tags stand around it. (「共 N 則留言」
 * is no sign: comments come while scrolling.) Times of other posts, of ads and of side columns are not counted.
 */
export function threadSigns(document: Document, _page: PageContext): Sign[] {
  const scope = scopeOf(document);
  const post = postCard(document);
  const cards = scope.querySelectorAll(COMMENT).length + (post ? 1 : 0);
  const all = scope.querySelectorAll('time[datetime]');
  let times = all.length;
  // Only when there are more of them than cards is it worth knowing whose they are.
  if (times > cards) for (const time of all) if (!isOfThread(time, post?.element ?? null)) times--;
  const signs: Sign[] = [
    { field: 'post', selector: 'article h1', count: 1, exact: false },
    { field: 'comment', selector: 'time[datetime]', count: times, exact: true },
  ];
  if (cards <= 1) {
    const floors = [...(scope.textContent ?? '').matchAll(/B\d+\s?[・·•]/g)].length;
    if (floors > 0) signs.push({ field: 'comment', selector: COMMENT, count: floors + 1, exact: true });
  }
  // A post found by something else than its article and heading, or not at all.
  if (post?.candidate !== 0) signs.push({ field: 'post', selector: 'article h1', count: cards + 1, exact: true });
  return signs;
}

function isOfThread(time: Element, post: Element | null): boolean {
  const keyed = time.closest('[data-key]');
  if (keyed) return keyed.matches(COMMENT);
  if (time.closest('nav, aside, a[href*="/p/"]')) return false;
  const article = time.closest('article, [role="article"]');
  return !article || article === post;
}

/** Every entry leads to a post: as many posts linked in the main part, as many entries. */
export function listSigns(document: Document): Sign[] {
  const ids = new Set<string>();
  let keyed = 0;
  for (const link of scopeOf(document).querySelectorAll('a[href*="/p/"]')) {
    if (link.closest('nav, aside, [data-key^="ad-"]')) continue;
    const post = postAt(pathOf(link.getAttribute('href')));
    if (post) ids.add(post.id);
  }
  for (const entry of document.querySelectorAll('[data-key]')) if (isEntry(entry)) keyed++;
  return [
    { field: 'entry', selector: '[data-key] a[href*="/p/"]', count: ids.size, exact: true },
    { field: 'entry', selector: '[data-key]', count: keyed, exact: true },
  ];
}
