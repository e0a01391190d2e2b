import type { PostedAt } from '../contract/index.ts';

const UNITS: Record<string, { ms: number; precision: PostedAt['precision'] }> = {
  second: { ms: 1e3, precision: 'minute' },
  minute: { ms: 6e4, precision: 'minute' },
  // "3 hours ago" is known to the hour: not to the minute, but safely to the day.
  hour: { ms: 36e5, precision: 'day' },
  day: { ms: 864e5, precision: 'day' },
  week: { ms: 7 * 864e5, precision: 'month' },
  month: { ms: 30.44 * 864e5, precision: 'month' },
  year: { ms: 365.25 * 864e5, precision: 'year' },
};
const ZH: Record<string, string> = {
  秒: 'second',
  分鐘: 'minute',
  分: 'minute',
  小時: 'hour',
  天: 'day',
  日: 'day',
  週: 'week',
  周: 'week',
  星期: 'week',
  個月: 'month',
  月: 'month',
  年: 'year',
}; // prettier-ignore
const SHORT: Record<string, string> = {
  s: 'second',
  m: 'minute',
  min: 'minute',
  mins: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  d: 'day',
  w: 'week',
  wk: 'week',
  y: 'year',
  yr: 'year',
};

/**
 * A time "N units ago" in zh-TW or English (「2 週前」「Edited a year ago」「1w」「剛剛」「昨天」). Only as exact as the
 * page is: a year ago is known to the year. Unreadable: `iso` null, precision unknown; never a guess.
 */
export function relativeTime(shown: string, now: number): PostedAt {
  const text = shown.normalize('NFKC').trim();
  const unknown: PostedAt = { shown, iso: null, precision: 'unknown' };
  if (/剛剛|just now/i.test(text)) return at(shown, now, 'minute');
  if (/昨天|yesterday/i.test(text)) return at(shown, now - 864e5, 'day');
  const zh = /(\d+)\s*(秒|分鐘|分|小時|天|日|週|周|星期|個月|月|年)\s*(?:以?前)?/.exec(text);
  const en = /\b(an?|\d+)\s+(second|minute|hour|day|week|month|year)s?\b/i.exec(text);
  const short = /^(?:Edited\s+)?(\d+)\s*(s|mins?|m|hrs?|h|d|wk|w|yr|y)$/i.exec(text);
  const match = zh ?? en ?? short;
  if (!match?.[1] || !match[2]) return unknown;
  const name = zh ? ZH[match[2]] : en ? match[2].toLowerCase() : SHORT[match[2].toLowerCase()];
  const unit = name ? UNITS[name] : undefined;
  if (!unit) return unknown;
  const n = /^an?$/i.test(match[1]) ? 1 : Number(match[1]);
  return at(shown, now - n * unit.ms, unit.precision);
}

/** An absolute time in Taipei (UTC+8, no summer time). Month is 1–12. Null for a date that does not exist. */
export function taipeiTime(year: number, month: number, day: number, hour = 0, minute = 0): string | null {
  const ms = Date.UTC(year, month - 1, day, hour - 8, minute);
  const check = new Date(ms + 8 * 36e5);
  const exists = check.getUTCMonth() === month - 1 && check.getUTCDate() === day && hour < 24 && minute < 60;
  return exists ? new Date(ms).toISOString() : null;
}

function at(shown: string, ms: number, precision: PostedAt['precision']): PostedAt {
  return { shown, iso: new Date(ms).toISOString(), precision };
}
