import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateOf,
  dayOf,
  daysAfter,
  endOf,
  isWeekday,
  monthsAfter,
  startOf,
  workingDaysAfter,
} from '../../../lib/desk/calendar.ts';
import {
  alertsDue,
  careDeadline,
  chartDeadline,
  civilDeadline,
  civilLimit,
  complaintDeadline,
  objectionDeadline,
  orderDeadline,
  replyDeadline,
  timeLeft,
} from '../../../lib/desk/deadlines.ts';

const day = (date: string) => dayOf(`${date}T12:00:00+08:00`);
const anyDay = fc.integer({ min: day('1995-01-01'), max: day('2090-12-31') });

describe('days in Taipei', () => {
  test.each([
    ['2026-03-10T15:59:59.999Z', '2026-03-10'],
    ['2026-03-10T16:00:00.000Z', '2026-03-11'],
    ['2026-03-11T00:00:00+08:00', '2026-03-11'],
    ['1969-12-31T15:00:00Z', '1969-12-31'],
  ])('%s lies in %s', (instant, date) => {
    expect(dateOf(dayOf(instant))).toBe(date);
  });

  test('a day begins and ends in itself, and the next begins a millisecond later', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        expect(dayOf(startOf(number))).toBe(number);
        expect(dayOf(endOf(number))).toBe(number);
        expect(Date.parse(startOf(number + 1)) - Date.parse(endOf(number))).toBe(1);
      }),
    );
  });

  test('what is no time is refused', () => {
    expect(() => dayOf('yesterday')).toThrow(RangeError);
  });
});

describe('periods of months (民法 §120, §121)', () => {
  test.each([
    ['2026-01-15', 6, '2026-07-15', 'the day with the same number'],
    ['2026-08-31', 6, '2027-02-28', 'ends with a shorter month'],
    ['2026-08-30', 6, '2027-02-28', 'no 31 February: the last of the month'],
    ['2026-08-29', 6, '2027-02-28', 'no 30 February: the last of the month'],
    ['2027-08-29', 6, '2028-02-29', 'in a leap year'],
    ['2027-08-28', 6, '2028-02-28', '29 February exists: the day before it'],
    ['2026-02-28', 6, '2026-08-31', 'begins on the first of March: whole months'],
    ['2024-02-29', 24, '2026-02-28', 'begins on the first of March: whole years'],
    ['2025-12-31', 2, '2026-02-28', 'over the turn of the year'],
    ['2026-06-30', 2, '2026-08-31', 'begins on the first of July: whole months'],
  ])('%s + %i months = %s (%s)', (from, months, due) => {
    expect(dateOf(monthsAfter(day(from), months))).toBe(due);
  });

  test('later events never end earlier, and a period is as long as its months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (from, months) => {
        const last = monthsAfter(from, months);
        expect(monthsAfter(from + 1, months)).toBeGreaterThanOrEqual(last);
        expect(last - from).toBeGreaterThanOrEqual(28 * months);
        expect(last - from).toBeLessThanOrEqual(31 * months);
        const spanned = monthIndex(last + 1) - monthIndex(from + 1);
        expect([months, months + (isFirst(last + 1) ? 1 : 0)]).toContain(spanned);
      }),
    );
  });
  const monthIndex = (number: number) => {
    const [year, month] = dateOf(number).split('-').map(Number);
    return (year ?? 0) * 12 + (month ?? 0);
  };
  const isFirst = (number: number) => dateOf(number).endsWith('-01');
});

describe('working days', () => {
  test.each([
    ['2026-03-10', 5, '2026-03-17', 'Tuesday'],
    ['2026-03-13', 5, '2026-03-20', 'Friday'],
    ['2026-03-14', 5, '2026-03-20', 'Saturday'],
    ['2026-03-15', 5, '2026-03-20', 'Sunday'],
    ['2026-03-10', 7, '2026-03-19', 'seven'],
  ])('%s + %i = %s (%s)', (from, count, due) => {
    expect(dateOf(workingDaysAfter(day(from), count))).toBe(due);
  });

  test('exactly so many weekdays lie between, and the last is one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const last = workingDaysAfter(from, count);
        expect(isWeekday(last)).toBe(true);
        const between = Array.from({ length: last - from }, (_, index) => from + 1 + index);
        expect(between.filter(isWeekday)).toHaveLength(count);
      }),
    );
  });

  test('weekdays agree with the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 50_000 }), (number) => {
        expect(isWeekday(number)).toBe(![0, 6].includes(new Date(number * 86_400_000).getUTCDay()));
      }),
    );
  });
});

describe('each deadline', () => {
  const SEEN = '2026-03-10T04:00:00.000Z'; // Tuesday noon in Taipei
  const minute = { shown: '', iso: '2026-03-09T20:30:00+08:00', precision: 'minute' as const };
  const month = { shown: '2 個月前', iso: '2026-01-10T00:00:00.000Z', precision: 'month' as const };

  test('24 hours run from the posted time when it is known to the day, else from first sight', () => {
    expect(replyDeadline(minute, SEEN)).toMatchObject({
      from: '2026-03-09T12:30:00.000Z',
      due: '2026-03-10T12:30:00.000Z',
    });
    expect(replyDeadline({ ...minute, precision: 'day' }, SEEN).from).toBe('2026-03-09T12:30:00.000Z');
    expect(replyDeadline(month, SEEN)).toMatchObject({ from: SEEN, due: '2026-03-11T04:00:00.000Z' });
    expect(replyDeadline({ shown: '剛剛', iso: null, precision: 'unknown' }, SEEN).from).toBe(SEEN);
  });

  test('six months with reminders on days 120, 150 and 170', () => {
    const { due, alerts, statute, note } = complaintDeadline(SEEN);
    expect(due).toBe('2026-09-10T15:59:59.999Z');
    expect(alerts).toEqual(['2026-07-07T16:00:00.000Z', '2026-08-06T16:00:00.000Z', '2026-08-26T16:00:00.000Z']);
    expect(alerts.map((alert) => dayOf(alert) - dayOf(SEEN))).toEqual([120, 150, 170]);
    expect(statute).toBe('刑事訴訟法237');
    expect(note).toContain('律師');
  });

  test.each([
    ['two months', orderDeadline(month, SEEN), '2026-05-10'],
    ['two months from the act', orderDeadline(minute, SEEN), '2026-05-09'],
    ['two years', civilDeadline(SEEN), '2028-03-10'],
    ['ten years from the act', civilLimit(minute, SEEN), '2036-03-09'],
    ['five working days', careDeadline(SEEN), '2026-03-17'],
    ['seven working days', chartDeadline(SEEN), '2026-03-19'],
    ['ten days', objectionDeadline(SEEN), '2026-03-20'],
  ])('%s', (_, { due, alerts, from }, date) => {
    expect(due).toBe(endOf(day(date)));
    expect(alerts.every((alert) => alert > from && alert < due)).toBe(true);
    expect(alerts).toEqual([...alerts].sort());
    expect(alerts.length).toBeGreaterThan(0);
  });

  test('working days say that holidays are not known, in both languages', () => {
    expect(careDeadline(SEEN).note).toContain('未計國定假日');
    expect(careDeadline(SEEN, 'en').note).toContain('public holidays are not known');
  });

  test('no sentence judges a person', () => {
    const all = [replyDeadline, orderDeadline, civilLimit].map((make) => make(minute, SEEN));
    const others = [complaintDeadline, civilDeadline, careDeadline, chartDeadline, objectionDeadline].map((make) =>
      make(SEEN),
    );
    for (const { what, note } of [...all, ...others]) {
      expect(what + note).not.toMatch(/構成|違法/);
      expect(what).not.toBe('');
    }
  });

  test('reminders that have come, until the deadline has passed', () => {
    const complaint = complaintDeadline(SEEN);
    expect(alertsDue(complaint, '2026-07-01T00:00:00Z')).toHaveLength(0);
    expect(alertsDue(complaint, '2026-08-10T00:00:00+08:00')).toHaveLength(2);
    expect(alertsDue(complaint, '2026-12-01T00:00:00Z')).toHaveLength(0);
    expect(timeLeft(complaint, complaint.due)).toBe(0);
  });

  test('alerts and order hold for any first sight', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (date) => {
          const seen = date.toISOString();
          const dues = [
            replyDeadline(month, seen),
            careDeadline(seen),
            orderDeadline(month, seen),
            complaintDeadline(seen),
            civilDeadline(seen),
          ].map(({ due }) => due);
          expect(dues).toEqual([...dues].sort());
          expect(daysAfter(dayOf(seen), 170)).toBeLessThan(dayOf(complaintDeadline(seen).due));
        },
      ),
    );
  });
});
