import type { UiLanguage } from '../lib/contract/clinic.ts';
import type { PostedAt } from '../lib/contract/review.ts';
import type { Words } from './language.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long until `due` (or since): in minutes under an hour, hours under two days, else days. */
export function timeLeft(
  due: string,
  now: number,
): { late: boolean; unit: 'minutes' | 'hours' | 'days'; count: number } {
  const left = Date.parse(due) - now;
  const span = Math.abs(left);
  const late = left < 0;
  if (span < HOUR) return { late, unit: 'minutes', count: Math.max(1, Math.floor(span / MINUTE)) };
  if (span < 2 * DAY) return { late, unit: 'hours', count: Math.floor(span / HOUR) };
  return { late, unit: 'days', count: Math.floor(span / DAY) };
}

export function timeLeftText(t: Words, due: string, now: number): string {
  const { late, unit, count } = timeLeft(due, now);
  return t(`sidebar.queue.${late ? 'late' : 'left'}.${unit}`, { count });
}

/** A day in Taiwan, where no more is known. */
export const formatDay = (iso: string, language: UiLanguage): string => inTaiwan(iso, language);

/** A moment in Taiwan's time, whatever the computer's zone: deadlines and records are Taiwan's. */
export const formatTime = (iso: string, language: UiLanguage): string =>
  inTaiwan(iso, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function inTaiwan(iso: string, language: UiLanguage, more: Intl.DateTimeFormatOptions = {}): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = { timeZone: 'Asia/Taipei', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(language, { ...day, ...more }).format(at);
}

/** 「Mon Sep 21 22:13:20 2026」: how machines write it, PTT among them. */
const BY_MACHINE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d/;

/** The time as the page shows it, where people read it so; a post without one says so. */
export function postedText(t: Words, language: UiLanguage, posted: PostedAt): string {
  if (posted.iso !== null && BY_MACHINE.test(posted.shown)) return formatTime(posted.iso, language);
  return posted.shown || t('sidebar.queue.timeUnknown');
}
