import { fail, ok, type Person, type Result } from '../contract/index.ts';
import { PackageTooLarge } from '../evidence/zip/write.ts';
import { type Backup, type CaptureCopy, openBackup, type SettingsCopy, writeBackup } from './backup.ts';
import { appendCustody } from './captures.ts';
import { joinCorrections } from './corrections.ts';
import { attempt, type Database, type Store } from './database.ts';
import { indexed, recorrected } from './derived.ts';
import { placeDraft } from './drafts.ts';
import { mergeReading } from './merge.ts';
import { earlier } from './reviews.ts';
import type { CaptureRow, CustodyRow, ReviewRow } from './rows.ts';

export type { SettingsCopy } from './backup.ts';

/** Everything stored but captures that are not sealed yet, with the settings the caller hands in, as one file. */
export async function exportAll(store: Store, settings: SettingsCopy, at: string): Promise<Result<Blob>> {
  const { db } = store;
  const rows = await attempt(store, () =>
    db.transaction('r', db.tables, async () => {
      const captures = await db.captures.toArray();
      const sealed = new Set(captures.map(({ id }) => id));
      return {
        reviews: await db.reviews.toArray(),
        revisions: await db.revisions.toArray(),
        notes: await db.notes.toArray(),
        decisions: await db.decisions.toArray(),
        corrections: await db.corrections.toArray(),
        drafts: await db.drafts.toArray(),
        captures,
        files: await db.files.filter(({ capture }) => sealed.has(capture)).toArray(),
        timestamps: await db.timestamps.toArray(),
        custody: await db.custody.toArray(),
      };
    }),
  );
  if (!rows.ok) return rows;
  try {
    const captures: CaptureCopy[] = [];
    for (const { files, ...capture } of rows.value.captures) {
      const copies = [];
      for (const { name, blob } of files)
        copies.push({ name, base64: toBase64(new Uint8Array(await blob.arrayBuffer())) });
      captures.push({ ...capture, files: copies });
    }
    // One by one: settings may hold more than travels.
    const { clinic, preferences, sentences } = settings;
    return ok(await writeBackup({ settings: { clinic, preferences, sentences }, ...rows.value, captures }, at));
  } catch (error) {
    if (error instanceof PackageTooLarge) return fail('unexpected', 'larger than 4 GB');
    return fail('unexpected', error instanceof Error ? error.name : 'export');
  }
}

export interface Imported {
  /** Reviews that were new or newer than ours. */
  reviews: number;
  /** Reviews of which ours is as new or newer. */
  skipped: number;
  /** The settings in the file, for the caller to offer. */
  settings: SettingsCopy;
}

/**
 * Joins a file of `exportAll` with what is stored, without loss: of each review the newer reading stands (the
 * older's differing whole text stays as a revision), notes, decisions, used texts and captures are united by
 * id, typed drafts are both kept, the custody logs stand side by side and tell of each capture that came. A damaged
 * or foreign file is `bad-file` and changes nothing.
 */
export async function importAll(
  store: Store,
  file: Blob,
  { at, by }: { at: string; by: Person | null } = { at: new Date().toISOString(), by: null },
): Promise<Result<Imported>> {
  const backup = await openBackup(file);
  if (backup === null) return fail('bad-file');
  const captures = captureRows(backup.captures);
  if (captures === null) return fail('bad-file');
  const { db } = store;
  const done = await attempt(store, () =>
    db.transaction('rw', db.tables, async () => {
      const held = await importReviews(db, backup.reviews);
      const keyed = <T extends { key: string }>(rows: readonly T[]): T[] =>
        rows.map((row) => ({ ...row, key: held.keys.get(row.key) ?? row.key }));
      await addMissing(db.revisions, keyed(backup.revisions), (row) => row.id);
      await addMissing(db.notes, keyed(backup.notes), (row) => row.id);
      await addMissing(db.decisions, keyed(backup.decisions), (row) => row.id);
      const came = await importCaptures(db, keyed(captures), backup);
      await joinCorrections(db, keyed(backup.corrections));
      await correctAgain(
        db,
        keyed(backup.reviews).map(({ key }) => key),
      );
      for (const draft of keyed(backup.drafts)) await placeDraft(db, draft);
      await importCustody(db, backup.custody);
      return { came, reviews: held.taken, skipped: backup.reviews.length - held.taken };
    }),
  );
  if (!done.ok) return done;
  const { came, ...counts } = done.value;
  for (const { id, manifestHash } of came) {
    const facts = { at, action: 'imported', by, capture: id, manifestHash, reason: null } as const;
    const noted = await appendCustody(store, facts);
    if (!noted.ok) return noted;
  }
  return ok({ ...counts, settings: backup.settings });
}

/**
 * Captures that are not here yet, with files and time-stamps; answers which came. Of one that is here, what is
 * missing of it is added; another one under the same id stays out: originals are never replaced.
 */
async function importCaptures(db: Database, captures: readonly CaptureRow[], backup: Backup): Promise<CaptureRow[]> {
  const standing = await db.captures.bulkGet(captures.map(({ id }) => id));
  const same = new Set(
    captures.flatMap(({ id, manifestHash }, index) =>
      (standing[index]?.manifestHash ?? manifestHash) === manifestHash ? [id] : [],
    ),
  );
  const came = captures.filter((_, index) => standing[index] === undefined);
  await addMissing(db.captures, captures, (row) => row.id);
  const own = <T extends { capture: string }>(rows: readonly T[]): T[] => rows.filter((row) => same.has(row.capture));
  await addMissing(db.files, own(backup.files), (row) => row.id);
  await addMissing(db.timestamps, own(backup.timestamps), (row) => row.id);
  return came;
}

/** Rows that were joined carry the corrections of both sides. */
async function correctAgain(db: Database, keys: readonly string[]): Promise<void> {
  const touched = new Set(keys);
  const corrected = (await db.corrections.orderBy('key').uniqueKeys()).map(String).filter((key) => touched.has(key));
  for (const row of await db.reviews.bulkGet(corrected)) if (row) await db.reviews.put(await recorrected(db, row));
}

function captureRows(copies: readonly CaptureCopy[]): CaptureRow[] | null {
  try {
    return copies.map(({ files, ...capture }) => ({
      ...capture,
      files: files.map(({ name, base64 }) => ({ name, blob: new Blob([fromBase64(base64)]) })),
    }));
  } catch {
    return null;
  }
}

/** Under which key each imported review stands now, and how many were new or newer. */
async function importReviews(
  db: Database,
  rows: readonly ReviewRow[],
): Promise<{ keys: Map<string, string>; taken: number }> {
  const keys = new Map<string, string>();
  let taken = 0;
  const names = new Map<string, ReviewRow>();
  await db.reviews.each((row) => {
    for (const name of [row.key, ...row.aliases]) names.set(name, row);
  });
  for (const incoming of rows) {
    const name = [incoming.key, ...incoming.aliases].find((candidate) => names.has(candidate));
    const standing = name === undefined ? undefined : names.get(name);
    if (standing === undefined) {
      await db.reviews.put(indexed(incoming));
      for (const own of [incoming.key, ...incoming.aliases]) names.set(own, incoming);
      taken++;
      continue;
    }
    keys.set(incoming.key, standing.key);
    const newer = incoming.lastSeen > standing.lastSeen;
    const joined = joinRows(standing, incoming, newer);
    if (joined.revision !== null) await addRevision(db, standing.key, joined.revision, joined.row.lastSeen);
    await db.reviews.put(joined.row);
    for (const own of [joined.row.key, ...joined.row.aliases]) names.set(own, joined.row);
    if (newer) taken++;
  }
  return { keys, taken };
}

function joinRows(
  standing: ReviewRow,
  incoming: ReviewRow,
  newer: boolean,
): { row: ReviewRow; revision: string | null } {
  const [older, newest] = newer ? [standing, incoming] : [incoming, standing];
  const merged = mergeReading(older.review, newest.review);
  const judged = merged.text === 'incoming' ? newest : older;
  const marked = (incoming.markedAt ?? '') > (standing.markedAt ?? '') ? incoming : standing;
  return {
    revision: merged.revision,
    row: indexed({
      ...standing,
      aliases: [...new Set([...standing.aliases, incoming.key, ...incoming.aliases])].filter(
        (name) => name !== standing.key,
      ),
      review: { ...merged.review, id: standing.review.id },
      triage: judged.triage,
      triageLanguage: judged.triageLanguage,
      triageVersion: judged.triageVersion,
      relevance: newest.relevance ?? older.relevance,
      kept: standing.kept || incoming.kept,
      firstSeen: earlier(standing.firstSeen, incoming.firstSeen),
      lastSeen: newest.lastSeen,
      mark: marked.mark,
      markedAt: marked.markedAt,
    }),
  };
}

async function addRevision(db: Database, key: string, text: string, until: string): Promise<void> {
  const known = await db.revisions.where('key').equals(key).toArray();
  if (!known.some((row) => row.text === text)) await db.revisions.add({ id: crypto.randomUUID(), key, text, until });
}

interface RowTable<T> {
  bulkGet(ids: string[]): PromiseLike<(T | undefined)[]>;
  bulkAdd(rows: T[]): PromiseLike<unknown>;
}

async function addMissing<T>(table: RowTable<T>, rows: readonly T[], idOf: (row: T) => string): Promise<void> {
  const standing = await table.bulkGet(rows.map(idOf));
  const missing = new Map(rows.filter((_, index) => standing[index] === undefined).map((row) => [idOf(row), row]));
  await table.bulkAdd([...missing.values()]);
}

/** An entry that stands is never replaced, but for one of which only the hash was left and which is back now. */
async function importCustody(db: Database, entries: readonly CustodyRow[]): Promise<void> {
  for (const entry of entries) {
    const standing = await db.custody.get([entry.chain, entry.seq]);
    if (standing === undefined || (standing.facts === null && standing.hash === entry.hash))
      await db.custody.put(entry);
  }
}

function toBase64(bytes: Uint8Array): string {
  const CHUNK = 32_768;
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
