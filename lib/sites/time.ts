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
  秒鐘: 'second',
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
};
const EN: Record<string, string> = {
  second: 'second',
  sec: 'second',
  minute: 'minute',
  min: 'minute',
  hour: 'hour',
  hr: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};
const SHORT: Record<string, string> = {
  s: 'second',
  sec: 'second',
  secs: 'second',
  m: 'minute',
  min: 'minute',
  mins: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  d: 'day',
  w: 'week',
  wk: 'week',
  wks: 'week',
  y: 'year',
  yr: 'year',
  yrs: 'year',
};

const ZH_UNIT = '秒鐘?|分鐘|分|小時|天|日|週|周|星期|個月|月|年';
const ZH_AGO = new RegExp(`(\\d+)\\s*個?(${ZH_UNIT})\\s*以?前`);
/** Without 「前」 only where nothing else stands there: 「2024年3月5日」 and 「3月」 are dates, not spans. */
const ZH_BARE = /^(\d{1,2})\s*(秒|分鐘|分|小時|天|週|周|星期|個月|年)$/;
const EN_AGO = /\b(an?|\d+)\s+(second|sec|minute|min|hour|hr|day|week|month|year)s?\s+ago\b/i;
const EN_BARE = /^(an?|\d+)\s+(second|sec|minute|min|hour|hr|day|week|month|year)s?$/i;
const SHORT_FORM = /^(\d+)\s*(s|secs?|mins?|m|hrs?|h|d|wks?|w|yrs?|y)$/i;
const EDITED = /^(?:edited|上次編輯|已編輯|編輯於)\s*[:：]?\s*/i;

/**
 * A time "N units ago" in zh-TW or English (「2 週前」「Edited a year ago」「1w」「剛剛」「昨天」). Only as exact as the
 * page is: a year ago is known to the year. Unreadable, or a date rather than a span: `iso` null, precision
 * unknown; never a guess.
 */
export function relativeTime(shown: string, now: number): PostedAt {
  const text = shown.normalize('NFKC').trim().replace(EDITED, '');
  const zh = ZH_AGO.exec(text) ?? ZH_BARE.exec(text);
  const en = zh ? null : (EN_AGO.exec(text) ?? EN_BARE.exec(text) ?? SHORT_FORM.exec(text));
  const match = zh ?? en;
  if (match?.[1] && match[2]) {
    const word = match[2].toLowerCase();
    const name = zh ? ZH[word] : (EN[word] ?? SHORT[word]);
    const unit = name ? UNITS[name] : undefined;
    const n = /^an?$/i.test(match[1]) ? 1 : Number(match[1]);
    if (unit) return at(shown, now - n * unit.ms, unit.precision);
  }
  if (/剛剛|剛才|just now|moments? ago|few seconds ago|幾秒前/i.test(text)) return at(shown, now, 'minute');
  if (/^(?:昨天|昨日|yesterday)/i.test(text)) return at(shown, now - 864e5, 'day');
  if (/^前天/.test(text)) return at(shown, now - 2 * 864e5, 'day');
  return { shown, iso: null, precision: 'unknown' };
}

/** An absolute time in Taipei (UTC+8, no summer time). Month is 1–12. Null for a date that does not exist. */
export function taipeiTime(year: number, month: number, day: number, hour = 0, minute = 0): string | null {
  const ms = Date.UTC(year, month - 1, day, hour - 8, minute);
  const check = new Date(ms + 8 * 36e5);
  const exists = check.getUTCMonth() === month - 1 && check.getUTCDate() === day && hour < 24 && minute < 60;
  return exists ? new Date(ms).toISOString() : null;
}

function at(shown: string, ms: number, precision: PostedAt['precision']): PostedAt {
  // Farther back than any of the sites stands: not a span after all.
  if (ms < Date.UTC(1990, 0, 1)) return { shown, iso: null, precision: 'unknown' };
  return { shown, iso: new Date(ms).toISOString(), precision };
}
