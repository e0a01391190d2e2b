import { type Correction, fail, type Person, type Result, type Triage } from '../contract/index.ts';
import { attempt, type Database, Refusal, type Store, storedKey } from './database.ts';
import { correctionsOf, recorrected } from './derived.ts';
import type { CorrectionRow, ReviewRow } from './rows.ts';

/* 「這個判斷不對」: what staff corrected. The table is the source; a row's `corrected` is derived from it, here only. */

export type NewCorrection = Omit<Correction, 'id' | 'takenBack'>;

/** Adds corrections to a stored review, all or none; answers with all of the review, oldest first. */
export function addCorrections(
  store: Store,
  key: string,
  corrections: readonly NewCorrection[],
): Promise<Result<Correction[]>> {
  return change(store, key, async (db, row) => {
    // Each later than the one before, whatever the clock says: that is the order in which they are applied.
    let after = Date.parse((await correctionsOf(db, row.key)).at(-1)?.at ?? '') || 0;
    const rows = corrections.map((one) => {
      after = Math.max(Date.parse(one.at), after + 1);
      const at = new Date(after).toISOString();
      return { ...one, at, id: crypto.randomUUID(), takenBack: null, key: row.key };
    });
    await db.corrections.bulkAdd(rows);
  });
}

/** Takes one back; it stays in the record. `not-found` where it is another review's or was taken back before. */
export function takeBackCorrection(
  store: Store,
  key: string,
  id: string,
  takenBack: { at: string; by: Person },
): Promise<Result<Correction[]>> {
  return change(store, key, async (db, row) => {
    const standing = await db.corrections.get(id);
    if (standing?.key !== row.key || standing.takenBack !== null) throw new Refusal(fail('not-found'));
    await db.corrections.put({ ...standing, takenBack });
  });
}

function change(
  store: Store,
  key: string,
  work: (db: Database, row: ReviewRow) => Promise<void>,
): Promise<Result<Correction[]>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.corrections], async () => {
      const held = await storedKey(db, key);
      const row = held === null ? undefined : await db.reviews.get(held);
      if (row === undefined) throw new Refusal(fail('not-found'));
      await work(db, row);
      await db.reviews.put(await recorrected(db, row));
      return correctionsOf(db, row.key);
    }),
  );
}

/**
 * Joins corrections that come from elsewhere with ours, by id; one that was taken back on either side stays so. The
 * rows are to be made anew by the caller. Inside a transaction.
 */
export async function joinCorrections(db: Database, incoming: readonly CorrectionRow[]): Promise<void> {
  const ours = await db.corrections.bulkGet(incoming.map(({ id }) => id));
  const news = incoming.filter((row, index) => {
    const own = ours[index];
    return own === undefined || (own.takenBack === null && row.takenBack !== null);
  });
  await db.corrections.bulkPut(news);
}

/**
 * All corrections with the reviews they are of, one JSON object a line, oldest first: for whoever looks after the
 * rules. Holds the reviews' words and the names of staff; it is a file for the person, and goes nowhere by itself.
 */
export function correctionLines(store: Store): Promise<Result<{ lines: string; count: number }>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('r', [db.reviews, db.corrections], async () => {
      const rows = await db.corrections.orderBy('at').toArray();
      const keys = [...new Set(rows.map(({ key }) => key))];
      const reviews = new Map((await db.reviews.bulkGet(keys)).map((row) => [row?.key, row]));
      const lines = rows.map(({ key, ...correction }) => {
        const row = reviews.get(key);
        const { site, rating, text } = row?.review ?? {};
        return JSON.stringify({ ...correction, key, site, stars: rating, text, read: row && said(row.triage) });
      });
      return { lines: lines.map((line) => `${line}\n`).join(''), count: lines.length };
    }),
  );
}

/** What triage had read, without its sentences. */
const said = ({ sentiment, aspects, risks, priority }: Triage) => ({
  sentiment,
  aspects,
  risks: risks.map(({ kind, start, end, confidence }) => ({ kind, start, end, confidence })),
  priority,
});
