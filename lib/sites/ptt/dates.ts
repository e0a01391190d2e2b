import type { PostedAt } from '../../contract/index.ts';
import { taipeiTime } from '../time.ts';

const DAY = 864e5;
/** The site's own clock and the reader's differ; pushes come minutes out of order. A day covers both. */
const TOLERANCE = DAY;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What stands at the end of a push: an optional IP, month and day, mostly hour and minute, never a year. */
export interface PushDate {
  shown: string;
  ip: string | null;
  month: number;
  day: number;
  /** Minutes since midnight; null on old pushes with a date only. */
  minute: number | null;
}

/** ` 140.119.1.2 06/20 03:19` and its variants; null when unreadable. Dates that cannot be (03/32) are kept as shown. */
export function pushDate(text: string): PushDate | null {
  const usual = text.trim();
  if (usual.length === 11) {
    const month = twoDigits(usual, 0);
    const day = twoDigits(usual, 3);
    const hour = twoDigits(usual, 6);
    const minute = twoDigits(usual, 9);
    if (month >= 0 && day >= 0 && hour >= 0 && minute >= 0 && usual[2] === '/' && usual[5] === ' ' && usual[8] === ':')
      return { shown: usual, ip: null, month, day, minute: minuteOfDay(hour, minute) };
  }
  const match = /^\s*(?:([0-9a-fA-F.:]{7,45})\s+)?((\d{1,2})\/(\d{1,2})(?:\s+(\d{2}):(\d{2}))?)\s*$/.exec(text);
  if (!match?.[2]) return null;
  return {
    shown: match[2],
    ip: match[1] ?? null,
    month: Number(match[3]),
    day: Number(match[4]),
    minute: match[5] === undefined ? null : minuteOfDay(Number(match[5]), Number(match[6])),
  };
}

/** The number that two digits make; negative when they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** An hour of 25 or a minute of 70 is none of the day's. */
const minuteOfDay = (hour: number, minute: number): number => (hour < 24 && minute < 60 ? hour * 60 + minute : -1);

/** Runs through the pushes of one article in order and gives each its year. */
export interface YearClock {
  /** Unix ms of the latest time so far: at first the article's, from its file name. */
  latest: number;
  /** No push is later than this. */
  limit: number;
  /** The year, in Taipei, of a day before `latest`. */
  year: number;
  /** The last day (UTC) that was written out: neighbours mostly share it. */
  written: { day: number; text: string };
}

export function yearClock(articleTime: number, now: number): YearClock {
  return {
    latest: articleTime,
    // A reader's clock that runs before the article itself says nothing about the limit.
    limit: now < articleTime - TOLERANCE ? Number.POSITIVE_INFINITY : now + TOLERANCE,
    year: yearBefore(articleTime),
    written: { day: Number.NaN, text: '' },
  };
}

const yearBefore = (ms: number): number => new Date(ms - TOLERANCE + 8 * 36e5).getUTCFullYear();
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The time of the next push: the first year in which it is not more than a day before what came earlier. Where
 * that would lie in the future no year fits, and the time stays unknown. ("This year, or last if in the future"
 * is wrong for every article older than a year.) A pause of more than a year between two pushes leaves no trace.
 */
export function nextTime(clock: YearClock, date: PushDate | null): PostedAt {
  const shown = date?.shown ?? '';
  if (!date || !isDay(date)) return { shown, iso: null, precision: 'unknown' };
  const { month, day, minute } = date;
  // 29 February exists every fourth year, once in a century every eighth.
  for (let year = clock.year; year <= clock.year + 8; year++) {
    if (month === 2 && day === 29 && !isLeap(year)) continue;
    const at = Date.UTC(year, month - 1, day) + (minute ?? 0) * 6e4 - 8 * 36e5;
    // A date without a time is the whole day.
    if (at + (minute === null ? DAY : 0) < clock.latest - TOLERANCE) continue;
    if (at > clock.limit) break;
    if (at > clock.latest) {
      clock.latest = at;
      if (year !== clock.year) clock.year = yearBefore(at);
    }
    return { shown, iso: isoOf(clock, at), precision: minute === null ? 'day' : 'minute' };
  }
  return { shown, iso: null, precision: 'unknown' };
}

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** `toISOString` of a whole minute, at a fraction of its cost. */
function isoOf({ written }: YearClock, at: number): string {
  const day = Math.floor(at / DAY);
  if (day !== written.day) {
    written.day = day;
    written.text = new Date(at).toISOString().slice(0, 11);
  }
  const minute = Math.floor((at - day * DAY) / 6e4);
  return `${written.text}${TWO[Math.floor(minute / 60)]}:${TWO[minute % 60]}:00.000Z`;
}

const isDay = ({ month, day, minute }: PushDate): boolean =>
  day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) && (minute === null || (minute < 1440 && minute >= 0));
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The header's `Mon Aug 17 02:49:15 2020`, Taipei time. */
export function headerTime(shown: string): PostedAt | null {
  const match = /([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}):(\d{2}):\d{2}\s+(\d{4})/.exec(shown);
  if (!match) return null;
  const [, month = '', day, hour, minute, year] = match;
  const iso = taipeiTime(Number(year), MONTHS.indexOf(month) + 1, Number(day), Number(hour), Number(minute));
  return iso === null ? null : { shown: shown.trim(), iso, precision: 'minute' };
}

/** Unix seconds as Taipei would write them, for articles whose header is gone: the file name is the time. */
export function fileTime(seconds: number): PostedAt {
  const local = new Date(seconds * 1000 + 8 * 36e5).toISOString();
  return {
    shown: `${local.slice(0, 10).replaceAll('-', '/')} ${local.slice(11, 16)}`,
    iso: new Date(seconds * 1000).toISOString(),
    precision: 'minute',
  };
}
