import { expect, test } from 'vitest';
import {
  contributor,
  editedMark,
  isReviewId,
  permalink,
  photoCount,
  ratingOf,
} from '../../../lib/sites/google-maps/parse.ts';

test.each([
  ['5 stars', 5],
  ['1 star', 1],
  [' 4 stars ', 4],
  ['5 顆星', 5],
  ['1 顆星', 1],
  ['評分為 2.0，滿分 5 分', 2],
  ['滿分 5 分，評為 3.0', 3],
  ['3 顆星，滿分 5 顆星', 3],
  ['Rated 5.0 out of 5', 5],
  ['4 out of 5 stars', 4],
  ['5 de 5 estrellas', 5],
  ['4/5', 4],
  ['4,0 von 5 Sternen', 4],
  ['5 つ星のうち 4.0', 4],
  ['5 stars, 120 reviews', null],
  ['5 顆星，120 則評論', null],
  ['0 stars', null],
  ['6 stars', null],
  ['阿明 5', null],
  ['Star Chen', null],
  ['', null],
  ['9'.repeat(100_000), null],
])('ratingOf %j', (label, rating) => {
  expect(ratingOf(label)).toBe(rating);
});

test('permalink only where both halves are known for certain', () => {
  const id = 'Ci9DQUlRQUNvZENodHljRjlvT2lqtpYy';
  expect(permalink(id, '0x1:0x2')).toBe(
    `https://www.google.com/maps/reviews/data=!4m6!14m5!1m4!2m3!1s${id}!2m1!1s0x1:0x2`,
  );
  expect(permalink(id, undefined)).toBeNull();
  expect(permalink('not an id', '0x1:0x2')).toBeNull();
});

test('the rest', () => {
  expect(isReviewId('ChZDSUhNMG9nS0VJQ0FnSURhb0')).toBe(true);
  expect(isReviewId('javascript:alert(1)')).toBe(false);
  expect(contributor('https://www.google.com/maps/contrib/101234567890123456789/reviews?hl=zh-TW')).toEqual({
    id: '101234567890123456789',
    url: 'https://www.google.com/maps/contrib/101234567890123456789/reviews',
  });
  expect(contributor('https://example.com/')).toBeNull();
  expect(contributor(null)).toBeNull();
  expect(editedMark('Edited a year ago')).toBe(true);
  expect(editedMark('上次編輯：1 年前')).toBe(true);
  expect(editedMark('1 年前')).toBe(false);
  expect(editedMark('')).toBeNull();
  expect(photoCount(4, '+3')).toBe(6);
  expect(photoCount(4, '+1,200')).toBe(1203);
  expect(photoCount(2, '0:09')).toBe(2);
  expect(photoCount(0, null)).toBe(0);
});
