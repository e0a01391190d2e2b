import { type Correction, keyOf, type QueueItem, type Triage } from '../contract/index.ts';
import { FILTERS, passes, postedTime, queueItem } from '../desk/queue.ts';
import { corrected, standing } from '../triage/corrected.ts';
import type { Database } from './database.ts';
import type { ReviewRow } from './rows.ts';

/* What of a row is derived from the rest: its indexes, its line of the queue, its reading with staff's corrections. */

/** The row with what its indexes need, derived from the rest in this one place. */
export function indexed(row: Omit<ReviewRow, 'priority' | 'facets' | 'rank' | 'parentKey' | 'placeId'>): ReviewRow {
  const { review, mark } = row;
  const { priority } = readingOf(row);
  const item = itemOf(row, 0);
  return {
    ...row,
    parentKey: review.parent === null ? null : keyOf({ site: review.site, id: review.parent }),
    placeId: review.place?.id ?? null,
    priority,
    facets: FILTERS.filter((filter) => filter !== 'all' && passes(item, filter)),
    rank: [mark === 'open' ? 0 : 1, 100 - priority, -(postedTime(item) ?? Date.parse(row.firstSeen))],
  };
}

export const itemOf = (
  row: Pick<ReviewRow, 'review' | 'triage' | 'corrected' | 'relevance' | 'mark' | 'key'> & { captured?: boolean },
  order: number,
): QueueItem => ({
  ...queueItem({ ...row, triage: readingOf(row), corrected: row.corrected !== undefined, stored: true, order }),
  key: row.key,
});

/**
 * Tells of stored reviews whether sealed evidence of them is held. A capture bears the name under which its review was
 * read, which may be any of the row's. Inside a transaction.
 */
export async function evidenceHeld(db: Database): Promise<(row: Pick<ReviewRow, 'key' | 'aliases'>) => boolean> {
  const held = new Set((await db.captures.orderBy('key').uniqueKeys()).map(String));
  return ({ key, aliases }) => [key, ...aliases].some((name) => held.has(name));
}

/** All corrections of a stored review, oldest first. Inside a transaction. */
export async function correctionsOf(db: Database, key: string): Promise<Correction[]> {
  const rows = await db.corrections.where('key').equals(key).sortBy('at');
  return rows.map(({ key: _, ...correction }) => correction);
}

/** The row with `corrected` and what its indexes need made anew from its triage. Inside a transaction. */
export async function recorrected(db: Database, row: ReviewRow): Promise<ReviewRow> {
  const { corrected: _, ...rest } = row;
  const corrections = await correctionsOf(db, row.key);
  if (standing(corrections).length === 0) return indexed(rest);
  const around = { review: row.review, firstSeen: row.firstSeen, language: row.triageLanguage };
  return indexed({ ...rest, corrected: corrected(row.triage, corrections, around) });
}

/** What is shown, ordered and counted: with the corrections, where there are any. */
export const readingOf = (row: Pick<ReviewRow, 'triage' | 'corrected'>): Triage => row.corrected ?? row.triage;
