import type { Mark } from '../contract/index.ts';

/** What retention looks at in a stored review. Times are ISO. */
export interface Kept {
  key: string;
  mark: Mark;
  markedAt: string | null;
  lastSeen: string;
  /** A capture exists: the case may still be needed. */
  captured: boolean;
}

const DAY = 86_400_000;

/**
 * Which rows are due to be purged: done with (handled or ignored) and neither marked, nor seen again, for more
 * than `days`. Open cases, those that wait for a lawyer and those with evidence are held whatever their age;
 * `days` null means never. Staff see the list before anything goes (DESIGN.md, Decided).
 */
export function dueToPurge<T extends Kept>(rows: readonly T[], days: number | null, now: string): T[] {
  if (days === null || !(days >= 0)) return [];
  const limit = Date.parse(now) - days * DAY;
  return rows.filter(
    ({ mark, markedAt, lastSeen, captured }) =>
      (mark === 'handled' || mark === 'ignored') &&
      !captured &&
      markedAt !== null &&
      Date.parse(markedAt) < limit &&
      Date.parse(lastSeen) < limit,
  );
}
