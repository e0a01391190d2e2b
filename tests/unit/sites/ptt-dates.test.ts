import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileTime, headerTime, nextTime, pushDate, yearClock } from '../../../lib/sites/ptt/dates.ts';

const DAY = 864e5;
const taipei = (ms: number): Date => new Date(ms + 8 * 36e5);
const two = (n: number): string => String(n).padStart(2, '0');
/** What PTT prints of a time: month, day, hour and minute. */
const printed = (ms: number): string => {
  const local = taipei(ms);
  return ` ${two(local.getUTCMonth() + 1)}/${two(local.getUTCDate())} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
};
const minute = (ms: number): number => Math.floor(ms / 6e4) * 6e4;

describe('pushDate', () => {
  test.each([
    [' 08/17 02:53\n', { shown: '08/17 02:53', ip: null, month: 8, day: 17, minute: 173 }],
    ['  140.119.1.51 06/20\n', { shown: '06/20', ip: '140.119.1.51', month: 6, day: 20, minute: null }],
    ['203.0.113.255 12/31 23:59', { shown: '12/31 23:59', ip: '203.0.113.255', month: 12, day: 31, minute: 1439 }],
    [' 2001:db8::7 01/02 00:00', { shown: '01/02 00:00', ip: '2001:db8::7', month: 1, day: 2, minute: 0 }],
    [' 03/32 03:24', { shown: '03/32 03:24', ip: null, month: 3, day: 32, minute: 204 }],
  ])('%j', (text, date) => expect(pushDate(text)).toEqual(date));

  test.each(['', '推', '2026/01/01 10:00', 'yesterday', '1/2/3'])('%j is no push date', (text) =>
    expect(pushDate(text)).toBeNull(),
  );
});

test('the header’s time is Taipei’s', () => {
  expect(headerTime('Mon Aug 17 02:49:15 2020')).toEqual({
    shown: 'Mon Aug 17 02:49:15 2020',
    iso: '2020-08-16T18:49:00.000Z',
    precision: 'minute',
  });
  expect(headerTime('Sun Jan  1 15:43:24 2017')?.iso).toBe('2017-01-01T07:43:00.000Z');
  expect(headerTime('Mon Foo 17 02:49:15 2020')).toBeNull();
  expect(headerTime('昨天')).toBeNull();
  expect(fileTime(1790000000)).toEqual({
    shown: '2026/09/21 22:13',
    iso: '2026-09-21T14:13:20.000Z',
    precision: 'minute',
  });
});

describe('the year of a push', () => {
  const years = (articleTime: number, now: number, dates: string[]): (string | null)[] => {
    const clock = yearClock(articleTime, now);
    return dates.map((date) => nextTime(clock, pushDate(date)).iso?.slice(0, 16) ?? null);
  };
  const ARTICLE = Date.parse('2025-12-31T23:00:00+08:00');
  const NOW = Date.parse('2026-11-21T00:00:00+08:00');

  test('goes up at New Year and stands minutes of disorder', () => {
    expect(years(ARTICLE, NOW, ['12/31 23:58', '01/01 00:01', '12/31 23:59', '07/04', '07/05 09:00'])).toEqual([
      '2025-12-31T15:58',
      '2025-12-31T16:01',
      '2025-12-31T15:59',
      '2026-07-03T16:00',
      '2026-07-05T01:00',
    ]);
  });

  test('is unknown for days that are none, and for what only the future has', () => {
    expect(years(ARTICLE, NOW, ['03/32 03:24', '13/01 10:00', '05/05 25:10', '12/25 10:00', '01/02 10:00'])).toEqual([
      null,
      null,
      null,
      null,
      '2026-01-02T02:00',
    ]);
  });

  test('29 February waits for a year that has one', () => {
    expect(years(Date.parse('2021-06-01T00:00:00+08:00'), NOW, ['02/29 12:00'])).toEqual(['2024-02-29T04:00']);
  });

  test('a reader’s clock before the article sets no limit', () => {
    expect(years(ARTICLE, ARTICLE - 100 * DAY, ['01/01 00:01'])).toEqual(['2025-12-31T16:01']);
  });

  test('pushes less than a year apart get back exactly the times they were written at', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2024, 0, 1) }),
        fc.array(fc.integer({ min: -10 * 6e4, max: 360 * DAY }), { maxLength: 30 }),
        (start, gaps) => {
          const articleTime = minute(start);
          // Times never step back more than minutes from the latest so far, as on the site.
          let latest = articleTime;
          const times = gaps.map((gap) => {
            const time = minute(latest + gap);
            latest = Math.max(latest, time);
            return time;
          });
          const clock = yearClock(articleTime, latest);
          for (const time of times)
            expect(nextTime(clock, pushDate(printed(time))).iso).toBe(new Date(time).toISOString());
        },
      ),
    );
  });

  test('whatever stands there: never after now, never back by more than a day, never a throw', () => {
    const date = fc.oneof(
      fc
        .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), fc.integer({ min: 0, max: 25 }))
        .map(([m, d, h]) => `${two(m)}/${two(d)} ${two(h)}:30`),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2026, 0, 1) }),
        fc.integer({ min: 0, max: 4000 }),
        fc.array(date, { maxLength: 40 }),
        (articleTime, days, dates) => {
          const now = articleTime + days * DAY;
          const clock = yearClock(articleTime, now);
          let latest = articleTime;
          for (const text of dates) {
            const { iso } = nextTime(clock, pushDate(text));
            if (iso === null) continue;
            const at = Date.parse(iso);
            expect(at).toBeLessThanOrEqual(now + DAY);
            expect(at).toBeGreaterThanOrEqual(latest - DAY);
            latest = Math.max(latest, at);
          }
        },
      ),
    );
  });
});
