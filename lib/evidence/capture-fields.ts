import type { Clinic, Review } from '../contract/index.ts';
import { plain } from './capture-check.ts';
import type { ShownField } from './contract.ts';

/*
 * What a page shows beside the fields of a `Review` and law.md 2.2 wants in the record.
 */

/** The lines around a post, by site, from its plain text and its address. */
export function shownFields(review: Pick<Review, 'site' | 'author'>, text: string, url: string): ShownField[] {
  const fields: ShownField[] = review.site === 'ptt' ? pttFields(text, url) : [];
  if (review.author.badges.length > 0) fields.push({ label: '作者標示', value: review.author.badges.join('、') });
  return fields;
}

/** A PTT article's head and foot as the web shows them, and its code (AID), which follows from the file name. */
function pttFields(text: string, url: string): ShownField[] {
  const fields: ShownField[] = [];
  const line = (label: string, pattern: RegExp): void => {
    const value = pattern.exec(text)?.[1]?.trim();
    if (value) fields.push({ label, value });
  };
  line('作者', /^\s*作者[ \t\n]*(.+)$/m);
  line('看板', /^\s*看板[ \t\n]*(.+)$/m);
  line('標題', /^\s*標題[ \t\n]*(.+)$/m);
  line('時間', /^\s*時間[ \t\n]*(.+)$/m);
  line('發信站', /※ 發信站:\s*([^,\n]+)/);
  line('來自', /※ 發信站:[^\n]*來自:\s*([^\n]+)/);
  line('文章網址', /※ 文章網址:\s*(\S+)/);
  line('編輯', /※ 編輯:\s*([^\n]+)/);
  const aid = aidOf(url);
  if (aid) fields.push({ label: '文章代碼(AID)', value: `#${aid}` });
  return fields;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** `M.1700000000.A.1B2` → the eight characters that PTT's own interface calls AID (pttbbs, `fn2aidu`). */
export function aidOf(url: string): string | null {
  const found = /\/([MG])\.(\d{1,10})\.A\.([0-9A-F]{1,3})(?:\.html)?(?:[?#]|$)/.exec(url);
  if (!found) return null;
  const [, kind, seconds = '0', random = '0'] = found;
  let number = (BigInt(kind === 'G' ? 1 : 0) << 44n) | (BigInt(seconds) << 12n) | BigInt(`0x${random}`);
  let code = '';
  for (let place = 0; place < 8; place++) {
    code = DIGITS[Number(number & 63n)] + code;
    number >>= 6n;
  }
  return code;
}

/** By which names the text or the place names the clinic: listing name, aliases, doctors, watched words. */
export function identifies(review: Pick<Review, 'text' | 'title' | 'place'>, clinic: Clinic | null): string[] {
  if (!clinic) return [];
  const whole = plain(`${review.title ?? ''}\n${review.text}\n${review.place?.name ?? ''}`);
  const names = [
    clinic.name,
    ...clinic.aliases,
    ...clinic.doctors.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...clinic.watch,
  ];
  return [...new Set(names.filter((name) => name.trim() !== '' && whole.includes(plain(name))))];
}

/** The post at the top of a review's thread, as far as it was read. */
export function rootOf<T extends Pick<Review, 'id' | 'parent'>>(review: T, find: (id: string) => T | undefined): T {
  const seen = new Set([review.id]);
  let at = review;
  while (at.parent !== null && !seen.has(at.parent)) {
    const above = find(at.parent);
    if (!above) break;
    seen.add(above.id);
    at = above;
  }
  return at;
}

/** The post and everything under it, in the order given. */
export function threadOf<T extends Pick<Review, 'id' | 'parent'>>(review: T, all: readonly T[]): T[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const root = rootOf(review, (id) => byId.get(id));
  const thread = all.filter((one) => rootOf(one, (id) => byId.get(id)).id === root.id);
  return thread.some(({ id }) => id === review.id) ? thread : [review, ...thread];
}

/** This clock against a server's: the header is cut to whole seconds, so half of one is added. */
export function clockOffset(sentAt: number, receivedAt: number, dateHeader: string | null): number | null {
  const server = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (!Number.isFinite(server) || receivedAt < sentAt || receivedAt - sentAt > 20_000) return null;
  return Math.round((sentAt + receivedAt) / 2 - (server + 500));
}
