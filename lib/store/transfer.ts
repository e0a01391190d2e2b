import * as z from 'zod/mini';
import { Clinic, fail, Preferences, type Result } from '../contract/index.ts';
import { sha256 } from '../evidence/hash.ts';
import { joinCorrections } from './corrections.ts';
import { attempt, type Database, type Store } from './database.ts';
import { indexed, recorrected } from './derived.ts';
import { placeDraft } from './drafts.ts';
import { mergeReading } from './merge.ts';
import { earlier } from './reviews.ts';
import {
  type CaptureRow,
  CorrectionRow,
  CustodyRow,
  DecisionRow,
  DraftRow,
  NoteRow,
  ReviewRow,
  RevisionRow,
} from './rows.ts';

/*
 * All of the store as one file, for a new computer or a restored profile. The file carries a hash of its
 * contents, so that a damaged one is refused as a whole and never half imported.
 */

const FORMAT = 'replywell-export';
const FORMAT_VERSION = 1;

const CaptureCopy = z.object({
  id: z.string(),
  key: z.string(),
  at: z.string(),
  manifest: z.string(),
  manifestHash: z.string(),
  files: z.array(z.object({ name: z.string(), base64: z.string() })),
});

/** The settings that travel along. Who is on duty is a matter of the computer, and stays. */
const SettingsCopy = z.object({ clinic: z.nullable(Clinic), preferences: Preferences });
export type SettingsCopy = z.infer<typeof SettingsCopy>;

const Contents = z.object({
  settings: SettingsCopy,
  reviews: z.array(ReviewRow),
  revisions: z.array(RevisionRow),
  notes: z.array(NoteRow),
  decisions: z.array(DecisionRow),
  /** Files of before this table was there have none. */
  corrections: z._default(z.array(CorrectionRow), []),
  drafts: z.array(DraftRow),
  captures: z.array(CaptureCopy),
  custody: z.array(CustodyRow),
});
type Contents = z.infer<typeof Contents>;

const Envelope = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  exportedAt: z.string(),
  /** SHA-256 of `contents` as `JSON.stringify` writes it. */
  sha256: z.string(),
  contents: z.unknown(),
});

/** Everything stored, with the settings the caller hands in, as one JSON text. */
export async function exportAll(
  store: Store,
  { clinic, preferences }: SettingsCopy,
  at: string,
): Promise<Result<string>> {
  const { db } = store;
  const rows = await attempt(store, () =>
    db.transaction('r', db.tables, async () => ({
      reviews: await db.reviews.toArray(),
      revisions: await db.revisions.toArray(),
      notes: await db.notes.toArray(),
      decisions: await db.decisions.toArray(),
      corrections: await db.corrections.toArray(),
      drafts: await db.drafts.toArray(),
      captures: await db.captures.toArray(),
      custody: await db.custody.toArray(),
    })),
  );
  if (!rows.ok) return rows;
  try {
    const captures: Contents['captures'] = [];
    for (const { files, ...capture } of rows.value.captures) {
      const copies = [];
      for (const { name, blob } of files)
        copies.push({ name, base64: toBase64(new Uint8Array(await blob.arrayBuffer())) });
      captures.push({ ...capture, files: copies });
    }
    const contents = JSON.stringify({ settings: { clinic, preferences }, ...rows.value, captures } satisfies Contents);
    const head = { format: FORMAT, version: FORMAT_VERSION, exportedAt: at, sha256: await sha256(contents) };
    return { ok: true, value: `${JSON.stringify(head).slice(0, -1)},"contents":${contents}}` };
  } catch (error) {
    // More than one text can hold: half a gigabyte of pictures.
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
 * id, typed drafts are both kept, the custody logs stand side by side. A damaged or foreign file is `bad-file`
 * and changes nothing.
 */
export async function importAll(store: Store, file: string): Promise<Result<Imported>> {
  const contents = await openFile(file);
  if (contents === null) return fail('bad-file');
  const captures = captureRows(contents.captures);
  if (captures === null) return fail('bad-file');
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', db.tables, async () => {
      const held = await importReviews(db, contents.reviews);
      const at = (key: string) => held.keys.get(key) ?? key;
      await addMissing(
        db.revisions,
        contents.revisions.map((row) => ({ ...row, key: at(row.key) })),
        (row) => row.id,
      );
      await addMissing(
        db.notes,
        contents.notes.map((row) => ({ ...row, key: at(row.key) })),
        (row) => row.id,
      );
      await addMissing(
        db.decisions,
        contents.decisions.map((row) => ({ ...row, key: at(row.key) })),
        (row) => row.id,
      );
      await addMissing(
        db.captures,
        captures.map((row) => ({ ...row, key: at(row.key) })),
        (row) => row.id,
      );
      await joinCorrections(
        db,
        contents.corrections.map((row) => ({ ...row, key: at(row.key) })),
      );
      await correctAgain(
        db,
        contents.reviews.map(({ key }) => at(key)),
      );
      for (const draft of contents.drafts) await placeDraft(db, { ...draft, key: at(draft.key) });
      await importCustody(db, contents.custody);
      return { reviews: held.taken, skipped: contents.reviews.length - held.taken, settings: contents.settings };
    }),
  );
}

/** Rows that were joined carry the corrections of both sides. */
async function correctAgain(db: Database, keys: readonly string[]): Promise<void> {
  const touched = new Set(keys);
  const corrected = (await db.corrections.orderBy('key').uniqueKeys()).map(String).filter((key) => touched.has(key));
  for (const row of await db.reviews.bulkGet(corrected)) if (row) await db.reviews.put(await recorrected(db, row));
}

async function openFile(file: string): Promise<Contents | null> {
  try {
    const envelope = z.safeParse(Envelope, JSON.parse(file));
    if (!envelope.success) return null;
    if ((await sha256(JSON.stringify(envelope.data.contents))) !== envelope.data.sha256) return null;
    return z.safeParse(Contents, envelope.data.contents).data ?? null;
  } catch {
    return null; // not JSON
  }
}

function captureRows(copies: Contents['captures']): CaptureRow[] | null {
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
