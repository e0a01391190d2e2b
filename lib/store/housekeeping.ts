import type { Named, Result } from '../contract/index.ts';
import { type Statistics, statistics } from '../desk/statistics.ts';
import { hashOnly } from '../evidence/custody.ts';
import { appendCustody } from './captures.ts';
import { attempt, type Store } from './database.ts';
import { readingOf } from './derived.ts';
import type { DecisionRow } from './rows.ts';

/** What 全部刪除 would delete. */
export interface Inventory {
  reviews: number;
  notes: number;
  decisions: number;
  corrections: number;
  drafts: number;
  captures: number;
}

export function inventory(store: Store): Promise<Result<Inventory>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('r', [db.reviews, db.notes, db.decisions, db.corrections, db.drafts, db.captures], async () => ({
      reviews: await db.reviews.count(),
      notes: await db.notes.count(),
      decisions: await db.decisions.count(),
      corrections: await db.corrections.count(),
      drafts: await db.drafts.count(),
      captures: await db.captures.count(),
    })),
  );
}

/** Deletes everything but the custody log's hashes, to which the deletion is added with its reason. */
export async function clearAll(
  store: Store,
  reason: string,
  at: string,
  named: Named = { by: null },
): Promise<Result<null>> {
  const cleared = await appendCustody(
    store,
    { at, action: 'cleared', ...named, capture: null, manifestHash: null, reason },
    async (db) => {
      for (const table of [db.reviews, db.revisions, db.notes, db.decisions, db.corrections, db.drafts, db.captures])
        await table.clear();
      for (const table of [db.sessions, db.files, db.timestamps]) await table.clear();
      await db.custody.toCollection().modify((entry, place) => {
        place.value = hashOnly(entry);
      });
    },
  );
  return cleared.ok ? { ok: true, value: null } : cleared;
}

/** The numbers of everything stored. */
export async function storedStatistics(store: Store): Promise<Result<Statistics>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('r', [db.reviews, db.decisions], async () => {
      const decisions = new Map<string, DecisionRow[]>();
      await db.decisions.each((decision) => {
        const held = decisions.get(decision.key);
        if (held === undefined) decisions.set(decision.key, [decision]);
        else held.push(decision);
      });
      const rows = await db.reviews.toArray();
      return statistics(
        rows.map((row) => ({ ...row, triage: readingOf(row), decisions: decisions.get(row.key) ?? [] })),
      );
    }),
  );
}
