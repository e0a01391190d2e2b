import type { PostedAt } from '../../contract/index.ts';
import { relativeTime } from '../time.ts';

/** A review id as Google writes it since 2018: base64url of a small protobuf, always beginning alike. */
const ID_SHAPE = /^C[hi][A-Za-z0-9_-]{10,}={0,2}$/;
export const isReviewId = (value: string | null | undefined): value is string => !!value && ID_SHAPE.test(value);

const SCALE = /(?:out\s+of|\/|／|滿分(?:為|是)?|满分|最高(?:為)?|sur|von|de)\s*5(?:[.,]0)?(?=\D|$)|5\s*つ星のうち/gi;
const STARS = /star|顆星|颗星|星級|星级|つ星|星|評等|評分|評為|rated|rating|estrella|étoile|stern|stell|sao|별|ดาว/i;

/**
 * Stars from a label or text: "5 stars", "1 star", 「5 顆星」, "Rated 4.0 out of 5", "4/5". Null where the words are
 * not about one review's stars (a name, "5 stars, 120 reviews" of the chart) or the number is not 1–5.
 */
export function ratingOf(label: string): number | null {
  if (label.length > 40) return null;
  const scaled = label.replace(SCALE, ' ');
  if (scaled === label && !STARS.test(label)) return null;
  const numbers = scaled.match(/\d+(?:[.,]\d+)?/g);
  if (numbers?.length !== 1) return null;
  const value = Number(numbers[0]?.replace(',', '.'));
  return value >= 1 && value <= 5 ? value : null;
}

/** The number of a contributor's address, and the address without the language it was asked in. */
export function contributor(href: string | null): { id: string; url: string } | null {
  const id = href ? /\/maps\/contrib\/(\d+)/.exec(href)?.[1] : undefined;
  return id ? { id, url: `https://www.google.com/maps/contrib/${id}/reviews` } : null;
}

/** "Edited a year ago", 「上次編輯：2 年前」 (zh-TW by public code only). Null when no time is shown. */
export function editedMark(shown: string): boolean | null {
  return shown === '' ? null : /^edited\b|編輯|编辑/i.test(shown);
}

/** What stands there as a time, read as "N units ago". */
export function postedAt(shown: string, now: number): PostedAt {
  return shown === '' ? { shown, iso: null, precision: 'unknown' } : relativeTime(shown, now);
}

/**
 * The address of one review, as Google's own Places API gives it (`googleMapsUri`). Needs the place's pair of
 * hex numbers; null without it.
 */
export function permalink(reviewId: string, placeId: string | undefined): string | null {
  if (!placeId || !isReviewId(reviewId)) return null;
  return `https://www.google.com/maps/reviews/data=!4m6!14m5!1m4!2m3!1s${reviewId}!2m1!1s${placeId}`;
}

/** `+3` on the last photo tile: that tile is one of the three. */
export function photoCount(tiles: number, overlay: string | null): number {
  const more = overlay ? /\+\s*([\d,]+)/.exec(overlay)?.[1] : undefined;
  return more ? tiles - 1 + Number(more.replaceAll(',', '')) : tiles;
}
