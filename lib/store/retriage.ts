import type { Result, Review, Triage } from '../contract/index.ts';
import { attempt, type Store } from './database.ts';
import { indexed, recorrected } from './derived.ts';
import type { TriageEdition } from './reviews.ts';
import type { ReviewRow } from './rows.ts';

/** A stored review whose findings another edition of the triage made, or in another language. */
export interface Outdated {
  key: string;
  review: Review;
  firstSeen: string;
}

/** Up to `limit` of them; ask again after replacing, until there are none. */
export function outdatedReviews(store: Store, edition: TriageEdition, limit: number): Promise<Result<Outdated[]>> {
  const { db } = store;
  return attempt(store, async () => {
    const rows = await db.reviews
      .where('[triageLanguage+triageVersion]')
      .notEqual([edition.language, edition.version])
      .limit(limit)
      .toArray();
    return rows.map(({ key, review, firstSeen }) => ({ key, review, firstSeen }));
  });
}

/** Puts new findings in the place of outdated ones; what staff corrected is applied to the new ones. A review whose text changed meanwhile is left for the next round. */
export function replaceTriage(
  store: Store,
  judged: readonly { key: string; text: string; triage: Triage }[],
  edition: TriageEdition,
): Promise<Result<number>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.corrections], async () => {
      const rows = await db.reviews.bulkGet(judged.map(({ key }) => key));
      const changed: ReviewRow[] = [];
      for (const [index, { text, triage }] of judged.entries()) {
        const row = rows[index];
        if (row === undefined || row.review.text !== text) continue;
        const anew = { ...row, triage, triageLanguage: edition.language, triageVersion: edition.version };
        changed.push(row.corrected ? await recorrected(db, anew) : indexed(anew));
      }
      await db.reviews.bulkPut(changed);
      return changed.length;
    }),
  );
}
