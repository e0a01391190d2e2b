import type { Review } from '../contract/index.ts';

/**
 * A number that changes when something of the record worth reporting does. The computed time is left out: of
 * "2 hours ago" it moves with every reading. One pass and no strings: it is made for every card that is read.
 */
export function signatureOf(review: Review): number {
  const { text, counts, author, place } = review;
  let sum = words(0x811c9dc5, text);
  sum = words(sum, review.ownerReply?.text);
  sum = words(sum, author.name);
  sum = words(sum, review.postedAt.shown);
  sum = words(sum, review.title);
  sum = words(sum, review.url);
  sum = words(sum, review.parent);
  sum = words(sum, review.language);
  sum = words(sum, place?.id);
  sum = words(sum, place?.name);
  sum = sure(sum, review.collapsed);
  sum = sure(sum, review.translated);
  sum = sure(sum, review.recommends);
  sum = sure(sum, review.edited);
  sum = many(sum, review.rating);
  sum = many(sum, review.photos);
  sum = many(sum, review.aliases?.length);
  sum = many(sum, review.floors?.length);
  sum = many(sum, author.badges.length);
  sum = many(sum, counts.likes);
  sum = many(sum, counts.comments);
  sum = many(sum, counts.shares);
  sum = many(sum, counts.views);
  sum = many(sum, counts.push);
  sum = many(sum, counts.boo);
  sum = many(sum, counts.neutral);
  // 32 bits of hash, and the length of the text above them.
  return (sum >>> 0) + Math.min(text.length, 0x1f_ffff) * 0x1_0000_0000;
}

/** FNV-1a, a step. */
const mix = (sum: number, value: number): number => Math.imul(sum ^ value, 0x01000193);
const many = (sum: number, value: number | null | undefined): number => mix(sum, value ?? -1);
const sure = (sum: number, value: boolean | null): number => mix(sum, value === null ? 2 : Number(value));

function words(start: number, value: string | null | undefined): number {
  if (value === null || value === undefined) return mix(start, -1);
  let sum = start;
  for (let i = 0; i < value.length; i++) sum = Math.imul(sum ^ value.charCodeAt(i), 0x01000193);
  return mix(sum, value.length);
}
