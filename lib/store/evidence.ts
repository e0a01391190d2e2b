import * as z from 'zod/mini';
import { fail, ok, type Result } from '../contract/index.ts';
import { blobSource, bytesSource } from '../evidence/bytes.ts';
import { type CustodyEntry, type CustodyFacts, Manifest, type Seal, type Timestamp } from '../evidence/contract.ts';
import type { KeyStore } from '../evidence/keys.ts';
import type { Bundle } from '../evidence/package.ts';
import { appendCustody } from './captures.ts';
import { attempt, type Database, Refusal, type Store } from './database.ts';
import type { CaptureRow, FileRow, SessionRow, TimestampRow } from './rows.ts';

/*
 * Captures while they are made and after. A capture grows file by file under its session, and becomes one by one
 * transaction (`sealSession`) that adds its row and its custody entry and takes the session away. Whoever dies
 * before that leaves a session, never a capture that looks whole.
 */

export const fileId = (capture: string, name: string): string => `${capture}/${name}`;

export function putSession(store: Store, session: SessionRow): Promise<Result<unknown>> {
  return attempt(store, () => store.db.sessions.put(session));
}

export function getSession(store: Store, id: string): Promise<Result<SessionRow | null>> {
  return attempt(store, async () => (await store.db.sessions.get(id)) ?? null);
}

/** All that were begun and not sealed. */
export function openSessions(store: Store): Promise<Result<SessionRow[]>> {
  return attempt(store, () => store.db.sessions.toArray());
}

/**
 * Keeps a file of a capture that is being made, with the session as it stands then. Refused when the session is
 * gone (purged, or sealed by another life of the worker): a file must not come after the seal.
 */
export function addFile(store: Store, session: SessionRow, file: Omit<FileRow, 'id'>): Promise<Result<unknown>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.sessions, db.files], async () => {
      if (!(await db.sessions.get(session.id))) throw new Refusal(fail('not-found', 'session'));
      await db.files.add({ ...file, id: fileId(file.capture, file.name) });
      await db.sessions.put(session);
    }),
  );
}

/** The files of a capture, sealed or not, in the order of their names. */
export function filesOf(store: Store, capture: string): Promise<Result<FileRow[]>> {
  return attempt(store, () => store.db.files.where('capture').equals(capture).sortBy('name'));
}

/** Takes a session away with all that it had written. */
export function dropSession(store: Store, id: string): Promise<Result<unknown>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.sessions, db.files, db.captures], async () => {
      await db.sessions.delete(id);
      // A sealed capture of this id keeps its files.
      if (!(await db.captures.get(id))) await db.files.where('capture').equals(id).delete();
    }),
  );
}

export interface Sealed {
  id: string;
  key: string;
  at: string;
  manifest: string;
  manifestHash: string;
  seal: Seal;
  complete: boolean;
  size: number;
  /** What the manifest names as the one before it. */
  previous: string | null;
}

/** Thrown inside: another capture was sealed in between, and the chain must be linked anew. */
const OVERTAKEN = 'overtaken';

/**
 * The session becomes a capture: its row, its custody entry, the end of the chain, and no session any more; all or
 * nothing. `fail('unexpected', 'overtaken')` where `previous` is not the last any more: seal again.
 */
export function sealSession(store: Store, sealed: Sealed, by: CustodyFacts['by']): Promise<Result<CustodyEntry>> {
  const { previous, ...row } = sealed;
  const facts: CustodyFacts = {
    at: new Date().toISOString(),
    action: 'captured',
    by,
    capture: row.id,
    manifestHash: row.manifestHash,
    reason: null,
    detail: row.complete ? 'complete' : 'incomplete',
  };
  return appendCustody(store, facts, async (db) => {
    if ((await lastSealed(db)) !== previous) throw new Refusal(fail('unexpected', OVERTAKEN));
    await db.captures.add({ ...row, files: [] });
    await db.meta.put({ name: 'last-sealed', value: row.manifestHash });
    await db.sessions.delete(row.id);
  });
}

export const wasOvertaken = (result: Result<unknown>): boolean => !result.ok && result.detail === OVERTAKEN;

async function lastSealed(db: Database): Promise<string | null> {
  const known = await db.meta.get('last-sealed');
  if (typeof known?.value === 'string') return known.value;
  return (await db.captures.orderBy('at').last())?.manifestHash ?? null;
}

/** The manifest that the next capture names as the one before it; it stays so when that one is deleted. */
export function chainEnd(store: Store): Promise<Result<string | null>> {
  return attempt(store, () => lastSealed(store.db));
}

export type CaptureHead = Omit<CaptureRow, 'files'>;

const headOf = ({ files: _, ...head }: CaptureRow): CaptureHead => head;

export function countCaptures(store: Store): Promise<Result<number>> {
  return attempt(store, () => store.db.captures.count());
}

/** A part of the list, newest first; opening it costs the same however many there are. */
export function capturesFrom(store: Store, offset: number, limit: number): Promise<Result<CaptureHead[]>> {
  return attempt(store, async () =>
    (await store.db.captures.orderBy('at').reverse().offset(offset).limit(limit).toArray()).map(headOf),
  );
}

export async function captureHead(store: Store, id: string): Promise<Result<CaptureHead>> {
  const row = await attempt(store, () => store.db.captures.get(id));
  if (!row.ok) return row;
  return row.value ? ok(headOf(row.value)) : fail('not-found');
}

/** The captures made at this address (up to its `#`), newest first. The manifest is canonical JSON: it can be searched. */
export function capturesAt(store: Store, address: string): Promise<Result<string[]>> {
  const quoted = JSON.stringify(address).slice(0, -1);
  const written = [`"url":${quoted}"`, `"url":${quoted}#`];
  return attempt(store, async () =>
    (
      await store.db.captures
        .orderBy('at')
        .reverse()
        .filter(({ manifest }) => written.some((url) => manifest.includes(url)))
        .toArray()
    ).map(({ id }) => id),
  );
}

/** The sealed copies that were made of a capture, newest first. A manifest that cannot be read is passed over. */
export async function copiesOf(store: Store, original: string): Promise<Result<{ id: string; manifest: Manifest }[]>> {
  const named = `"derivedFrom":{"id":${JSON.stringify(original)}`;
  const rows = await attempt(store, () =>
    store.db.captures
      .orderBy('at')
      .reverse()
      .filter(({ manifest }) => manifest.includes(named))
      .toArray(),
  );
  if (!rows.ok) return rows;
  return ok(
    rows.value.flatMap(({ id, manifest: written }) => {
      const manifest = readManifest(written);
      return manifest?.derivedFrom?.id === original ? [{ id, manifest }] : [];
    }),
  );
}

function readManifest(written: string): Manifest | null {
  try {
    return z.safeParse(Manifest, JSON.parse(written)).data ?? null;
  } catch {
    return null;
  }
}

/** The captures of a review, newest first. */
export function heldOf(
  store: Store,
  key: string,
): Promise<Result<{ id: string; at: string; complete: boolean; copy: boolean }[]>> {
  return attempt(store, async () => {
    const rows = await store.db.captures.where('key').equals(key).toArray();
    return rows
      .map(({ id, at, complete, manifest }) => ({
        id,
        at,
        complete: complete ?? true,
        copy: manifest.includes('"derivedFrom":{'),
      }))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  });
}

export interface HeldCapture {
  head: CaptureHead;
  files: FileRow[];
  timestamps: TimestampRow[];
  /** This capture's entries of the custody log. */
  custody: CustodyEntry[];
}

export async function heldCapture(store: Store, id: string): Promise<Result<HeldCapture>> {
  const { db } = store;
  const found = await attempt(store, () =>
    db.transaction('r', [db.captures, db.files, db.timestamps, db.custody], async () => ({
      row: await db.captures.get(id),
      files: await db.files.where('capture').equals(id).toArray(),
      timestamps: await db.timestamps.where('capture').equals(id).toArray(),
      custody: await db.custody.where('capture').equals(id).toArray(),
    })),
  );
  if (!found.ok) return found;
  const { row, files, ...rest } = found.value;
  if (!row) return fail('not-found');
  const old = row.files.map(
    ({ name, blob }): FileRow => ({
      id: fileId(id, name),
      capture: id,
      name,
      kind: name.startsWith('picture') ? 'tile' : 'text',
      type: blob.type,
      at: row.at,
      place: null,
      parent: null,
      blob,
    }),
  );
  return ok({ head: headOf(row), files: [...files, ...old], ...rest });
}

/** The log of this installation and of what was imported, in order: packages cut their part out of it. */
export function custodyLog(store: Store): Promise<Result<CustodyEntry[]>> {
  return attempt(store, () => store.db.custody.orderBy('[chain+seq]').toArray());
}

/** What the log says of one capture. */
export function custodyOfCapture(store: Store, id: string): Promise<Result<CustodyEntry[]>> {
  return attempt(store, () => store.db.custody.where('capture').equals(id).toArray());
}

/** Deletes a capture and everything of it; what stays is the log, with the reason. */
export async function deleteCapture(
  store: Store,
  id: string,
  facts: Pick<CustodyFacts, 'at' | 'by' | 'duty' | 'reason'> & { action: 'deleted' | 'purged' },
): Promise<Result<null>> {
  const row = await attempt(store, () => store.db.captures.get(id));
  if (!row.ok) return row;
  if (!row.value) return fail('not-found');
  const { manifestHash } = row.value;
  const done = await appendCustody(store, { ...facts, capture: id, manifestHash }, async (db) => {
    await db.captures.delete(id);
    await db.files.where('capture').equals(id).delete();
    await db.timestamps.where('capture').equals(id).delete();
  });
  return done.ok ? ok(null) : done;
}

/** Adds a time-stamp, or puts a newer answer of the same authority in the place of a failed or pending one. */
export function putTimestamp(store: Store, capture: string, stamp: Timestamp): Promise<Result<unknown>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.timestamps], async () => {
      const same = await db.timestamps
        .where('capture')
        .equals(capture)
        .filter((row) => row.authority === stamp.authority && row.state !== 'granted')
        .first();
      await db.timestamps.put({ ...stamp, id: same?.id ?? crypto.randomUUID(), capture });
    }),
  );
}

const MACHINE = 'machine';

/** Where this machine's signing key is kept. */
export const keyStore = (store: Store): KeyStore => ({
  async load() {
    const found = await attempt(store, () => store.db.keys.get(MACHINE));
    if (!found.ok) throw new Error(found.failure);
    return found.value?.pair ?? null;
  },
  async keep(pair) {
    const { db } = store;
    const kept = await attempt(store, () =>
      db.transaction('rw', [db.keys], async () => {
        const standing = await db.keys.get(MACHINE);
        if (standing) return standing.pair;
        await db.keys.add({ name: MACHINE, pair });
        return pair;
      }),
    );
    if (!kept.ok) throw new Error(kept.failure);
    return kept.value;
  },
});

/** The stored capture as packages want it; `written` and `seal` as they were sealed. */
export async function bundleOf(store: Store, id: string): Promise<Result<Bundle & { key: string }>> {
  const held = await heldCapture(store, id);
  if (!held.ok) return held;
  const { head, files, timestamps } = held.value;
  if (!head.seal) return fail('not-found', 'seal');
  const log = await custodyLog(store);
  if (!log.ok) return log;
  const blobs = new Map(files.map(({ name, blob }) => [name, blob]));
  return ok({
    key: head.key,
    written: head.manifest,
    seal: head.seal,
    bytesOf: (name) => {
      const blob = blobs.get(name);
      return blob ? blobSource(blob) : bytesSource(new Uint8Array());
    },
    custody: log.value,
    // As the contract has it: what the row says besides has no place in a package.
    timestamps: timestamps.map(({ id: _, capture: __, ...stamp }) => stamp),
  });
}

/** A redacted or annotated copy: its row, files and log entry at once. The original stays as it is. */
export function keepCopy(
  store: Store,
  sealed: Sealed & {
    files: (Pick<FileRow, 'name' | 'kind' | 'type'> &
      Partial<Pick<FileRow, 'place' | 'view'>> & { bytes: Uint8Array<ArrayBuffer> | Blob })[];
  },
  facts: Pick<CustodyFacts, 'at' | 'by' | 'detail'> & { action?: 'redacted' | 'annotated' },
): Promise<Result<CustodyEntry>> {
  const { previous, files, ...row } = sealed;
  return appendCustody(
    store,
    { action: 'redacted', ...facts, capture: row.id, manifestHash: row.manifestHash, reason: null },
    async (db) => {
      if ((await lastSealed(db)) !== previous) throw new Refusal(fail('unexpected', OVERTAKEN));
      await db.captures.add({ ...row, files: [] });
      await db.files.bulkAdd(
        files.map(({ name, kind, type, bytes, place, view }) => ({
          id: fileId(row.id, name),
          capture: row.id,
          name,
          kind,
          type,
          at: facts.at,
          place: place ?? null,
          parent: null,
          blob: new Blob([bytes], { type }),
          ...(view && { view }),
        })),
      );
      await db.meta.put({ name: 'last-sealed', value: row.manifestHash });
    },
  );
}
