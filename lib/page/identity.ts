import type { PageInfo } from '../contract/index.ts';

/** A page as recognised at an address. */
export interface Standing {
  page: PageInfo;
  url: URL;
}

/** Kinds that are one of many of the same place, told apart by their address only. */
const BY_ADDRESS: ReadonlySet<PageInfo['kind']> = new Set([
  'post',
  'article',
  'group',
  'list',
  'unknown',
  'leave-alone',
]);
/** Parts of an address that say nothing about what stands on the page. */
const NOISE = /^(__|utm_|notif|fbclid$|mibextid$|ref$|refid$|locale$|hl$|entry$|g_ep$|comment_id$|reply_comment_id$)/;

/** The address without what a site appends to it for itself. */
export function addressKey(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !NOISE.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${url.origin}${url.pathname}?${kept.map((pair) => pair.join('=')).join('&')}`;
}

/**
 * Whether two detections mean one and the same page, so that what was read of it stays. A place stays itself
 * while the map is dragged (its address changes all the time), and when its name is filled in later.
 */
export function samePage(a: Standing, b: Standing): boolean {
  return a.page.kind === b.page.kind && sameSubject(a, b);
}

/** Whether both are about the same place or post, whatever tab of it is shown. */
export function sameSubject(a: Standing, b: Standing): boolean {
  if (!BY_ADDRESS.has(a.page.kind) && !BY_ADDRESS.has(b.page.kind)) {
    const [one, other] = [a.page.place, b.page.place];
    if (one?.id && other?.id) return one.id === other.id;
    if (one?.name && other?.name) return one.name === other.name;
  }
  return addressKey(a.url) === addressKey(b.url);
}
