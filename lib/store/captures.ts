import { fail, ok, type Result } from '../contract/index.ts';
import { type CustodyEntry, type CustodyFacts, nextEntry } from '../evidence/custody.ts';
import { attempt, type Database, type Store } from './database.ts';
import type { CaptureRow } from './rows.ts';

/** Where the next capture and the next custody entry link on. */
export interface CustodyTail {
  chain: string;
  last: CustodyEntry | null;
}

/** This installation's custody chain; begun where there is none. */
async function tailOf(db: Database): Promise<CustodyTail> {
  const known = await db.meta.get('chain');
  const chain = typeof known?.value === 'string' ? known.value : crypto.randomUUID();
  const last = await db.custody.where('[chain+seq]').between([chain, 0], [chain, Number.MAX_SAFE_INTEGER]).last();
  return { chain, last: last ?? null };
}

/** How often the log may be overtaken by another writer while a hash is computed. */
const OVERTAKEN = 5;

/**
 * Appends to the custody log, together with what `alongside` writes, or not at all. The hash cannot be computed
 * inside a transaction (it would close), so the end of the log is looked at again inside.
 */
export async function appendCustody(
  store: Store,
  facts: CustodyFacts,
  alongside: (db: Database) => PromiseLike<unknown> = async () => undefined,
): Promise<Result<CustodyEntry>> {
  const { db } = store;
  for (let tries = 0; tries < OVERTAKEN; tries++) {
    const tail = await attempt(store, () => tailOf(db));
    if (!tail.ok) return tail;
    const entry = await nextEntry(tail.value.last, tail.value.chain, facts);
    const written = await attempt(store, () =>
      db.transaction('rw', db.tables, async () => {
        if ((await tailOf(db)).last?.hash !== tail.value.last?.hash) return false;
        await db.meta.put({ name: 'chain', value: entry.chain });
        await alongside(db);
        await db.custody.add(entry);
        return true;
      }),
    );
    if (!written.ok) return written;
    if (written.value) return ok(entry);
  }
  return fail('storage-failed', 'custody log overtaken');
}

/** A capture to be kept, as `buildCapture` made it. */
export interface NewCapture {
  id: string;
  /** The review's key. */
  key: string;
  at: string;
  manifest: string;
  manifestHash: string;
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/** Keeps a capture with its entry in the log. An id is written once: originals are never replaced. */
export function saveCapture(store: Store, capture: NewCapture, by: CustodyFacts['by']): Promise<Result<CustodyEntry>> {
  const row: CaptureRow = {
    id: capture.id,
    key: capture.key,
    at: capture.at,
    manifest: capture.manifest,
    manifestHash: capture.manifestHash,
    files: capture.files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) })),
  };
  const facts: CustodyFacts = {
    at: capture.at,
    action: 'captured',
    by,
    capture: capture.id,
    manifestHash: capture.manifestHash,
    reason: null,
  };
  return appendCustody(store, facts, (db) => db.captures.add(row));
}

/** A stored capture with its entries in the custody log. */
export async function getCapture(
  store: Store,
  id: string,
): Promise<Result<{ capture: NewCapture; custody: CustodyEntry[] }>> {
  const { db } = store;
  const found = await attempt(store, async () => {
    const row = await db.captures.get(id);
    const custody = row === undefined ? [] : await db.custody.where('capture').equals(id).toArray();
    return { row, custody };
  });
  if (!found.ok) return found;
  const { row, custody } = found.value;
  if (row === undefined) return fail('not-found');
  const files = await Promise.all(
    row.files.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })),
  );
  return ok({ capture: { ...row, files }, custody });
}

/** The captures of a review, oldest first, without their files. */
export function listCaptures(store: Store, key?: string): Promise<Result<Omit<CaptureRow, 'files'>[]>> {
  const { db } = store;
  return attempt(store, async () => {
    const rows = await (key === undefined ? db.captures.orderBy('at') : db.captures.where('key').equals(key)).toArray();
    return rows
      .map(({ id, key: of, at, manifest, manifestHash }) => ({ id, key: of, at, manifest, manifestHash }))
      .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  });
}

/** The manifest that the next capture names as the one before it. */
export function lastManifestHash(store: Store): Promise<Result<string | null>> {
  const { db } = store;
  return attempt(store, async () => (await db.captures.orderBy('at').last())?.manifestHash ?? null);
}
