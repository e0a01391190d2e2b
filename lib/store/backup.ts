import * as z from 'zod/mini';
import { Clinic, OwnSentence, Preferences } from '../contract/index.ts';
import { blobSource, collect, textSource, toBlob } from '../evidence/bytes.ts';
import { Seal } from '../evidence/contract.ts';
import { digestOf, sha256 } from '../evidence/hash.ts';
import type { Entry } from '../evidence/zip/format.ts';
import { BadEntry, contentOf, openZip, overlap } from '../evidence/zip/read.ts';
import { writeZip, type ZipFile } from '../evidence/zip/write.ts';
import {
  CorrectionRow,
  CustodyRow,
  DecisionRow,
  DraftRow,
  FileFacts,
  type FileRow,
  NoteRow,
  ReviewRow,
  RevisionRow,
  TimestampRow,
} from './rows.ts';

/*
 * All of the store as one file, for a new computer or a restored profile: a ZIP with the tables as JSON and every
 * picture and recording beside them as it lies in the store, so that none of it is ever whole in memory. The JSON
 * carries a hash of its contents and of each file: a damaged backup is refused as a whole and never half imported.
 * The first form, JSON alone, is still read.
 */

const FORMAT = 'replywell-export';
const FORMAT_VERSION = 2;
const TABLES = 'backup.json';
/** More JSON than one text can hold is none of ours. */
const MOST_JSON = 0x1fff_ffff;

/** A capture; files of captures of version 1 are written into the JSON, those of later ones stand in `files`. */
const CaptureCopy = z.object({
  id: z.string(),
  key: z.string(),
  at: z.string(),
  manifest: z.string(),
  manifestHash: z.string(),
  seal: z.optional(Seal),
  complete: z.optional(z.boolean()),
  size: z.optional(z.number()),
  files: z.array(z.object({ name: z.string(), base64: z.string() })),
});
export type CaptureCopy = z.infer<typeof CaptureCopy>;

/** A file of a capture, and where in the backup its bytes lie. */
const FileCopy = z.extend(FileFacts, { entry: z.string(), bytes: z.number(), sha256: z.string() });
type FileCopy = z.infer<typeof FileCopy>;

/** The settings that travel along. Who is on duty and which model is used are matters of the computer, and stay. */
const SettingsCopy = z.object({
  clinic: z.nullable(Clinic),
  preferences: Preferences,
  /** The clinic's own sentences; absent in files of before there were any. */
  sentences: z._default(z.array(OwnSentence), []),
});
export type SettingsCopy = z.infer<typeof SettingsCopy>;

const Contents = z.object({
  settings: SettingsCopy,
  reviews: z.array(ReviewRow),
  revisions: z.array(RevisionRow),
  notes: z.array(NoteRow),
  decisions: z.array(DecisionRow),
  /** Files of before these tables were there have none. */
  corrections: z._default(z.array(CorrectionRow), []),
  drafts: z.array(DraftRow),
  captures: z.array(CaptureCopy),
  files: z._default(z.array(FileCopy), []),
  timestamps: z._default(z.array(TimestampRow), []),
  custody: z.array(CustodyRow),
});
type Contents = z.infer<typeof Contents>;

const Envelope = z.object({
  format: z.literal(FORMAT),
  version: z.union([z.literal(1), z.literal(FORMAT_VERSION)]),
  exportedAt: z.string(),
  /** SHA-256 of `contents` as `JSON.stringify` writes it. */
  sha256: z.string(),
  contents: z.unknown(),
});

/** What a backup holds, with the files of captures as they lie in it. */
export type Backup = Omit<Contents, 'files'> & { files: FileRow[] };

/** Throws `PackageTooLarge` beyond 4 GB, and a RangeError where the tables are more than one text can hold. */
export async function writeBackup({ files, ...tables }: Backup, at: string): Promise<Blob> {
  const packed: ZipFile[] = [];
  const copies: FileCopy[] = [];
  for (const [index, { blob, ...facts }] of files.entries()) {
    const source = blobSource(blob);
    const digest = await digestOf(source);
    const name = `files/${String(index + 1).padStart(6, '0')}.bin`;
    packed.push({ name, source, digest });
    copies.push({ ...facts, entry: name, bytes: digest.bytes, sha256: digest.sha256 });
  }
  const contents = JSON.stringify({ ...tables, files: copies } satisfies Contents);
  const head = { format: FORMAT, version: FORMAT_VERSION, exportedAt: at, sha256: await sha256(contents) };
  const source = textSource(`${JSON.stringify(head).slice(0, -1)},"contents":${contents}}`);
  packed.push({ name: TABLES, source, digest: await digestOf(source) });
  return toBlob(writeZip(packed), 'application/zip');
}

/** Null: not ours, or not as it was written. Packed again by another program is fine: what counts is in it. */
export async function openBackup(file: Blob): Promise<Backup | null> {
  if ((await file.slice(0, 1).text()) === '{') {
    const contents = await readTables(await file.text());
    return contents !== null && contents.files.length === 0 ? { ...contents, files: [] } : null;
  }
  const { readings } = await openZip(blobSource(file)).catch(() => ({ readings: [] }));
  for (const entries of readings) {
    const backup = overlap(entries) ? null : await readEntries(file, entries);
    if (backup !== null) return backup;
  }
  return null;
}

async function readTables(json: string): Promise<Contents | null> {
  try {
    const envelope = z.safeParse(Envelope, JSON.parse(json));
    if (!envelope.success) return null;
    if ((await sha256(JSON.stringify(envelope.data.contents))) !== envelope.data.sha256) return null;
    return z.safeParse(Contents, envelope.data.contents).data ?? null;
  } catch {
    return null; // not JSON
  }
}

async function readEntries(file: Blob, entries: readonly Entry[]): Promise<Backup | null> {
  const source = blobSource(file);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  try {
    const tables = byName.get(TABLES);
    if (tables === undefined) return null;
    const bytes = await collect(contentOf(source, tables, MOST_JSON));
    const contents = await readTables(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (contents === null) return null;
    const files: FileRow[] = [];
    for (const { entry: name, bytes: size, sha256: hash, ...facts } of contents.files) {
      const entry = byName.get(name);
      if (entry === undefined) return null;
      const { sha256: found } = await digestOf(contentOf(source, entry, size));
      if (found !== hash) return null;
      // Stored as it is: a part of the file, which the browser need not read again.
      const blob =
        entry.method === 0
          ? file.slice(entry.start, entry.start + size, facts.type)
          : await toBlob(contentOf(source, entry, size), facts.type);
      files.push({ ...facts, blob });
    }
    return { ...contents, files };
  } catch (error) {
    if (error instanceof BadEntry || error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
