import { expect, test } from 'vitest';
import { isCodes } from '../../../scripts/train/codes.ts';
import { aspectsIn } from '../../../scripts/train/marked.ts';
import { restaurantRows } from '../../../scripts/train/restaurants.ts';

test('what a text speaks of, from the codes of all its clauses', () => {
  expect(aspectsIn('a-b-Xp+b+i?')).toEqual({ attitude: 'neg', booking_wait: 'mixed', price: 'pos' });
  expect(aspectsIn('')).toEqual({});
});

const rows = restaurantRows();
if (rows.length === 0) console.log('labels of restaurant reviews skipped: ../shared/data is not there');

test.skipIf(rows.length === 0)('each label belongs to a clause of a review that is there, once', () => {
  expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length);
  for (const { row, marks } of rows) {
    expect(row.text.length).toBeGreaterThan(20);
    expect([1, 2, 3, 4, 5]).toContain(row.stars);
    expect(row.sentiment).toMatch(/^(?:negative|positive|mixed|neutral)$/);
    for (const [at, codes] of marks) {
      expect(at).toBeLessThan(row.text.length);
      expect(isCodes(codes)).toBe(true);
    }
  }
});
