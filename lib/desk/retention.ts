import type { Mark, Site } from '../contract/index.ts';

/** What retention looks at in a stored review. Times are ISO. */
export interface Kept {
  key: string;
  mark: Mark;
  markedAt: string | null;
  lastSeen: string;
  /** A capture exists: the case may still be needed. */
  captured: boolean;
}

/** A review whose time is up, as people know it. */
export interface DueReview {
  key: string;
  site: Site;
  author: string;
  excerpt: string;
  mark: Mark;
  markedAt: string | null;
}

/** So many are shown, and can go, at once. */
export const DUE_SHOWN = 500;

/** What is shown before anything goes; of many only the first, and only what is shown can be asked to go. */
export interface DueView {
  due: DueReview[];
  /** How many are due in all. */
  total: number;
  /** Their time is up too, but there is evidence of them: they stay. */
  held: DueReview[];
  heldTotal: number;
}

const DAY = 86_400_000;

/**
 * Which rows are due to be purged: done with (handled or ignored) and neither marked, nor seen again, for more
 * than `days`. `held` are those of them that have evidence: they stay, whatever their age. Open cases and those that
 * wait for a lawyer are in neither; `days` null means never. Staff see the list before anything goes (DESIGN.md,
 * Decided).
 */
export function retention<T extends Kept>(
  rows: readonly T[],
  days: number | null,
  now: string,
): { due: T[]; held: T[] } {
  if (days === null || !(days >= 0)) return { due: [], held: [] };
  const limit = Date.parse(now) - days * DAY;
  const over = rows.filter(
    ({ mark, markedAt, lastSeen }) =>
      (mark === 'handled' || mark === 'ignored') &&
      markedAt !== null &&
      Date.parse(markedAt) < limit &&
      Date.parse(lastSeen) < limit,
  );
  return { due: over.filter(({ captured }) => !captured), held: over.filter(({ captured }) => captured) };
}
