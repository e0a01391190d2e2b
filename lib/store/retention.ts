import { fail, type Named, ok, type Result } from '../contract/index.ts';
import { excerptOf } from '../desk/queue.ts';
import { DUE_SHOWN, type DueReview, type DueView, type Kept, retention } from '../desk/retention.ts';
import { appendCustody } from './captures.ts';
import { attempt, type Database, Refusal, type Store } from './database.ts';
import { evidenceHeld } from './derived.ts';
import type { ReviewRow } from './rows.ts';

/** Which reviews' time is up after `days` (null: never), oldest first, for staff to see before anything goes. */
export function dueReviews(store: Store, days: number | null, now: string): Promise<Result<DueView>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('r', [db.reviews, db.captures, db.sessions], async () => {
      const { due, held } = retention(await settled(db), days, now);
      return {
        due: due.sort(byAge).slice(0, DUE_SHOWN).map(shown),
        total: due.length,
        held: held.sort(byAge).slice(0, DUE_SHOWN).map(shown),
        heldTotal: held.length,
      };
    }),
  );
}

/**
 * Deletes those of `keys` (`dueReviews`; shown to staff before) whose time is still up, with their notes, decisions,
 * corrections, revisions and drafts; what was reopened, seen or captured since stays. The custody log says who did it
 * and how many went, which is answered.
 */
export async function purgeReviews(
  store: Store,
  keys: readonly string[],
  { days, at, ...named }: { days: number | null; at: string } & Named,
): Promise<Result<number>> {
  const asked = new Set(keys);
  const stillDue = async (db: Database): Promise<string[]> =>
    retention(await settled(db), days, at)
      .due.map(({ key }) => key)
      .filter((key) => asked.has(key));
  const found = await attempt(store, () => stillDue(store.db));
  if (!found.ok || found.value.length === 0) return found.ok ? ok(0) : found;
  const going = found.value;
  const noted = await appendCustody(
    store,
    {
      at,
      action: 'purged',
      ...named,
      capture: null,
      manifestHash: null,
      reason: null,
      detail: `${going.length} reviews`,
    },
    async (db) => {
      // What was reopened or captured meanwhile stays, and the log must not name another number than went.
      const still = new Set(await stillDue(db));
      if (still.size !== going.length || !going.every((key) => still.has(key)))
        throw new Refusal(fail('storage-failed', 'changed meanwhile'));
      for (const table of [db.revisions, db.notes, db.decisions, db.corrections, db.drafts])
        await table.where('key').anyOf(going).delete();
      await db.reviews.bulkDelete(going);
    },
  );
  return noted.ok ? ok(going.length) : noted;
}

/** What is done with, each with whether there is evidence of it, sealed or still being made. */
async function settled(db: Database): Promise<(ReviewRow & Kept)[]> {
  const isHeld = await evidenceHeld(db);
  const begun = new Set((await db.sessions.toArray()).map(({ key }) => key));
  const rows = await db.reviews.where('mark').anyOf('handled', 'ignored').toArray();
  const isBegun = ({ key, aliases }: ReviewRow): boolean => [key, ...aliases].some((name) => begun.has(name));
  return rows.map((row) => ({ ...row, captured: isHeld(row) || isBegun(row) }));
}

const byAge = (a: Kept, b: Kept): number => Date.parse(a.markedAt ?? '') - Date.parse(b.markedAt ?? '');

const shown = ({ key, mark, markedAt, review }: ReviewRow): DueReview => ({
  key,
  site: review.site,
  author: review.author.name,
  excerpt: excerptOf(review.title ?? review.text),
  mark,
  markedAt,
});
