import { type Decision, fail, type Mark, type Note, type Person, type Result } from '../contract/index.ts';
import { attempt, Refusal, type Store, storedKey } from './database.ts';
import { indexed } from './derived.ts';

/* What staff did with a review. All take the review's key or an alias; `not-found` where it is not stored. */

export type NewDecision = Omit<Decision, 'id'>;

/** Sets the mark and notes who did it and when, both or neither. */
export function setMark(
  store: Store,
  key: string,
  mark: Mark,
  { by, at, reason }: { by: Person | null; at: string; reason?: string | undefined },
): Promise<Result<Decision>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.decisions], async () => {
      const held = await heldKey(store, key);
      const row = await db.reviews.get(held);
      if (row === undefined) throw new Refusal(fail('not-found'));
      await db.reviews.put(indexed({ ...row, mark, markedAt: at }));
      const decision: Decision = { id: crypto.randomUUID(), at, by, what: 'marked', mark };
      if (reason !== undefined) decision.reason = reason;
      await db.decisions.add({ ...decision, key: held });
      return decision;
    }),
  );
}

export function addDecision(store: Store, key: string, decision: NewDecision): Promise<Result<Decision>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.decisions], async () => {
      // A place that was bound as the clinic's own is no review.
      const held = decision.what === 'bound' ? key : await heldKey(store, key);
      const added: Decision = { ...decision, id: crypto.randomUUID() };
      await db.decisions.add({ ...added, key: held });
      return added;
    }),
  );
}

export function addNote(
  store: Store,
  key: string,
  { text, by, at }: { text: string; by: string | null; at: string },
): Promise<Result<Note>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.notes], async () => {
      const note: Note = { id: crypto.randomUUID(), text, at, by };
      await db.notes.add({ ...note, key: await heldKey(store, key) });
      return note;
    }),
  );
}

/** `not-found` also where the note is another review's. */
export function removeNote(store: Store, key: string, id: string): Promise<Result<null>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.notes], async () => {
      const held = await heldKey(store, key);
      const note = await db.notes.get(id);
      if (note === undefined || note.key !== held) throw new Refusal(fail('not-found'));
      await db.notes.delete(id);
      return null;
    }),
  );
}

/** Inside a transaction: the key that the review is stored under. */
async function heldKey(store: Store, key: string): Promise<string> {
  const held = await storedKey(store.db, key);
  if (held === null) throw new Refusal(fail('not-found'));
  return held;
}
