import { ok, type Result } from '../contract/index.ts';
import { attempt, type Database, type Store, storedKey } from './database.ts';
import type { DraftRow } from './rows.ts';

/** What the writer knows of the text that stands there, and whether it is to be had back. */
export interface Over {
  /**
   * The text that the writer saw there. Another one was typed elsewhere meanwhile (a second tab, the dashboard) and is
   * set aside, not written over. Left out: whatever stands there gives way.
   */
  over?: string | null | undefined;
  /** What stands there is set aside: it gives way to a fresh draft. */
  aside?: boolean | undefined;
}

/**
 * Keeps what stands in the draft box; null or nothing but white space: forget it. The review need not be
 * stored: what staff typed is theirs, and is not lost with the page.
 */
export function saveTyped(
  store: Store,
  key: string,
  text: string | null,
  at: string,
  { over, aside = false }: Over = {},
): Promise<Result<null>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.drafts], async () => {
      const held = (await storedKey(db, key)) ?? key;
      const standing = await db.drafts.get(typedId(held));
      const foreign = over !== undefined && standing !== undefined && standing.text !== over;
      if (standing && standing.text !== text && (aside || foreign)) await setAside(db, standing);
      if (text === null || text.trim() === '') await db.drafts.delete(typedId(held));
      else await db.drafts.put({ id: typedId(held), key: held, state: 'typed', text, at });
      return null;
    }),
  );
}

/** So many set-aside texts a review: two people who type at once make one of every sentence. */
const ASIDE_KEPT = 10;

/** Keeps a text beside the one in the box. One that only grew takes the place of what it grew from. */
async function setAside(db: Database, row: DraftRow): Promise<void> {
  const rows = (await asideOf(db, row.key)).filter(({ text }) => text !== row.text);
  const shorter = rows.filter(({ text }) => row.text.startsWith(text) || text.startsWith(row.text));
  const longest = [...shorter, row].reduce((most, next) => (next.text.length > most.text.length ? next : most));
  const others = rows.filter((other) => !shorter.includes(other));
  const gone = [...shorter, ...others.slice(0, Math.max(0, others.length + 1 - ASIDE_KEPT))];
  await db.drafts.bulkDelete(gone.map(({ id }) => id));
  await db.drafts.put({ ...row, text: longest.text, id: `aside:${row.key}:${row.at}`, state: 'set-aside' });
}

/** Oldest first. */
async function asideOf(db: Database, key: string): Promise<DraftRow[]> {
  const rows = await db.drafts.where('key').equals(key).toArray();
  return rows.filter(({ state }) => state === 'set-aside').sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** What was typed for a review and gave way to something else, newest first. */
export function earlierTexts(store: Store, key: string): Promise<Result<{ text: string; at: string }[]>> {
  const { db } = store;
  return attempt(store, async () => {
    const held = (await storedKey(db, key)) ?? key;
    const typed = await db.drafts.get(typedId(held));
    const rows = (await asideOf(db, held)).filter(({ text }) => text !== typed?.text);
    return rows.reverse().map(({ text, at }) => ({ text, at }));
  });
}

const typedId = (key: string): string => `typed:${key}`;

/**
 * Puts a draft that comes from elsewhere (another computer, a row joined with another) in its place, without
 * losing either text where both say something: the newer stays in the box, the other is set aside. Inside a
 * transaction.
 */
export async function placeDraft(db: Database, draft: DraftRow): Promise<void> {
  if (draft.state !== 'typed') {
    await db.drafts.put(draft);
    return;
  }
  const arriving = { ...draft, id: typedId(draft.key) };
  const standing = await db.drafts.get(arriving.id);
  if (standing === undefined || standing.text === arriving.text) {
    await db.drafts.put(arriving);
    return;
  }
  const [newer, older] = arriving.at > standing.at ? [arriving, standing] : [standing, arriving];
  await db.drafts.put(newer);
  const aside = await db.drafts.where('key').equals(draft.key).toArray();
  if (aside.some((row) => row.state === 'set-aside' && row.text === older.text)) return;
  await db.drafts.put({ ...older, id: crypto.randomUUID(), state: 'set-aside' });
}

/** What stands in the draft box of a review, stored or not. */
export async function typedText(store: Store, key: string): Promise<Result<string | null>> {
  const { db } = store;
  const found = await attempt(store, async () => db.drafts.get(typedId((await storedKey(db, key)) ?? key)));
  return found.ok ? ok(found.value?.text ?? null) : found;
}

/** Texts that were copied or inserted are kept so that no two replies are alike; older ones are let go. */
const USED_KEPT = 200;

/** Notes that a text went out (copied or inserted). */
export function noteUsedText(store: Store, key: string, text: string, at: string): Promise<Result<null>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.reviews, db.drafts], async () => {
      const held = (await storedKey(db, key)) ?? key;
      const row: DraftRow = { id: crypto.randomUUID(), key: held, state: 'used', text, at };
      await db.drafts.add(row);
      const used = usedTexts(store);
      const surplus = (await used.count()) - USED_KEPT;
      if (surplus > 0) await db.drafts.bulkDelete(await usedTexts(store).limit(surplus).primaryKeys());
      return null;
    }),
  );
}

/** The texts that went out last, newest first. */
export function recentTexts(store: Store, limit = 50): Promise<Result<string[]>> {
  return attempt(store, async () => {
    const rows = await usedTexts(store).reverse().limit(limit).toArray();
    return rows.map((row) => row.text);
  });
}

/** Oldest first. */
function usedTexts({ db }: Store) {
  return db.drafts.where('[state+at]').between(['used', ''], ['used', '\uffff']);
}
