/**
 * Calendar arithmetic in Asia/Taipei, which has been UTC+8 without summer time since 1980: so without a time
 * zone database, and the same on every machine. Days are numbered from 1970-01-01 as Taipei counts them.
 */
const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;

export type DayNumber = number;

/** The Taipei day in which an instant (ISO or Unix ms) lies. */
export function dayOf(instant: string | number): DayNumber {
  const time = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError('Not a time');
  return Math.floor((time + OFFSET) / DAY);
}

/** The last millisecond of a Taipei day, as ISO in UTC: a period ends with the end of its last day (民法 §121Ⅰ). */
export const endOf = (day: DayNumber): string => new Date((day + 1) * DAY - OFFSET - 1).toISOString();

/** The first millisecond of a Taipei day, as ISO in UTC. */
export const startOf = (day: DayNumber): string => new Date(day * DAY - OFFSET).toISOString();

/** `2026-03-10` */
export const dateOf = (day: DayNumber): string => new Date(day * DAY).toISOString().slice(0, 10);

/** `2026-03-10 09:05`, as clocks in Taipei show it; what is no time comes back as it is. */
export function clockOf(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : new Date(time + OFFSET).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * The last day of a period of months that begins with an event on `event`. The day of the event does not count
 * (民法 §120Ⅱ); the period ends on the day before the one that corresponds to its first day, or, where the last
 * month has no such day, on the last of that month (§121Ⅱ). A last day that is a day of rest is not moved
 * (§122 would move it later): the earlier day is the safe one.
 */
export function monthsAfter(event: DayNumber, months: number): DayNumber {
  const first = new Date((event + 1) * DAY);
  const month = first.getUTCMonth() + months;
  const corresponding = Date.UTC(first.getUTCFullYear(), month, first.getUTCDate());
  const nextMonth = Date.UTC(first.getUTCFullYear(), month + 1, 1);
  return corresponding < nextMonth ? corresponding / DAY - 1 : nextMonth / DAY - 1;
}

/** The last day of a period of days; the day of the event does not count. */
export const daysAfter = (event: DayNumber, days: number): DayNumber => event + days;

/** The last of so many weekdays after `event`. Public holidays and make-up workdays are not known here. */
export function workingDaysAfter(event: DayNumber, days: number): DayNumber {
  let day = event;
  for (let left = days; left > 0; ) {
    day++;
    if (isWeekday(day)) left--;
  }
  return day;
}

/** Day 0 was a Thursday. */
export function isWeekday(day: DayNumber): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}
