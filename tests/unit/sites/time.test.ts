import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeTime, taipeiTime } from '../../../lib/sites/time.ts';

const NOW = Date.UTC(2026, 10, 21, 4);
const MINUTE = 6e4;
const HOUR = 36e5;
const DAY = 864e5;

describe('relativeTime', () => {
  test.each([
    ['3 天前', 3 * DAY, 'day'],
    ['1 週前', 7 * DAY, 'month'],
    ['２ 小時前', 2 * HOUR, 'day'],
    ['45 分鐘前', 45 * MINUTE, 'minute'],
    ['2 個月前', 2 * 30.44 * DAY, 'month'],
    ['2 年前（Google）', 2 * 365.25 * DAY, 'year'],
    ['上次編輯：5 天前', 5 * DAY, 'day'],
    ['a year ago', 365.25 * DAY, 'year'],
    ['an hour ago', HOUR, 'day'],
    ['Edited 2 years ago', 2 * 365.25 * DAY, 'year'],
    ['2 years ago on Google', 2 * 365.25 * DAY, 'year'],
    ['5 mins', 5 * MINUTE, 'minute'],
    ['3天', 3 * DAY, 'day'],
    ['1w', 7 * DAY, 'month'],
    ['2y', 2 * 365.25 * DAY, 'year'],
    ['剛剛', 0, 'minute'],
    ['Just now', 0, 'minute'],
    ['昨天 下午3:20', DAY, 'day'],
    ['前天', 2 * DAY, 'day'],
  ])('%s', (shown, back, precision) => {
    expect(relativeTime(shown, NOW)).toEqual({ shown, iso: new Date(NOW - back).toISOString(), precision });
  });

  test.each([
    '2024年3月5日',
    '3月5日',
    '5月12日 上午10:30',
    '3月',
    '2024年',
    'March 5, 2024',
    'May 2',
    '12:30',
    '',
    '新',
    'New',
    '45 則評論',
    '5 months of braces',
    '99999 年前',
  ])('a date or something else is not guessed at: %s', (shown) => {
    expect(relativeTime(shown, NOW)).toEqual({ shown, iso: null, precision: 'unknown' });
  });

  test('never throws, never lies in the future, keeps what was shown', () => {
    const unit = fc.constantFrom('秒前', '分鐘前', '小時前', '天前', '週前', '個月前', '年前', ' years ago', 'h', '');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.nat(), unit).map((parts) => parts.join('')),
        ),
        (shown) => {
          const time = relativeTime(shown, NOW);
          expect(time.shown).toBe(shown);
          if (time.iso !== null) expect(Date.parse(time.iso)).toBeLessThanOrEqual(NOW);
          expect(time.iso === null).toBe(time.precision === 'unknown');
        },
      ),
    );
  });
});

test('taipeiTime is UTC+8 and refuses dates that do not exist', () => {
  expect(taipeiTime(2026, 11, 21, 12, 30)).toBe('2026-11-21T04:30:00.000Z');
  expect(taipeiTime(2026, 1, 1)).toBe('2025-12-31T16:00:00.000Z');
  expect(taipeiTime(2024, 2, 29)).not.toBeNull();
  expect(taipeiTime(2026, 2, 29)).toBeNull();
  expect(taipeiTime(2026, 13, 1)).toBeNull();
  expect(taipeiTime(2026, 1, 1, 24)).toBeNull();
});
