import * as z from 'zod/mini';
import { Correction, Decision, Mark, Note, Relevance, Review, Revision, Triage } from '../contract/index.ts';
import type { View } from '../evidence/capture-plan.ts';
import {
  type CaptureInput,
  FileKind,
  type Missing,
  type MissingWhy,
  Place,
  type RecordingEnd,
  type Seal,
  Timestamp,
} from '../evidence/contract.ts';
import { CustodyEntry } from '../evidence/custody.ts';

/**
 * What stands in the tables, as of the newest schema version (see versions.ts). Times are ISO strings in UTC,
 * as `Date.toISOString()` makes them, so that they sort as text.
 */

/** A review with what triage said of it and what staff decided. */
export const ReviewRow = z.object({
  /** `site:id` as first stored; other ids of the same review are in `aliases`. */
  key: z.string(),
  site: z.string(),
  aliases: z.array(z.string()),
  /** `site:id` of the post or comment above. */
  parentKey: z.nullable(z.string()),
  placeId: z.nullable(z.string()),
  review: Review,
  triage: Triage,
  /** UI language that the triage's sentences are in, and which edition of the rules made them. */
  triageLanguage: z.string(),
  triageVersion: z.number(),
  /** `triage` with staff's corrections (table `corrections`); absent where none stands. Derived: see corrections.ts. */
  corrected: z.optional(Triage),
  relevance: z.nullable(Relevance),
  /** Stored because a person said so, whatever its relevance. */
  kept: z.boolean(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  storedAt: z.string(),
  mark: Mark,
  markedAt: z.nullable(z.string()),
  priority: z.number(),
  /** The queue's filters that this row passes (index). */
  facets: z.array(z.string()),
  /** Sort key of the queue: closed, 100 − priority, −time (index). */
  rank: z.tuple([z.number(), z.number(), z.number()]),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const RevisionRow = z.extend(Revision, { id: z.string(), key: z.string() });
export type RevisionRow = z.infer<typeof RevisionRow>;

export const NoteRow = z.extend(Note, { key: z.string() });
export type NoteRow = z.infer<typeof NoteRow>;

export const DecisionRow = z.extend(Decision, { key: z.string() });
export type DecisionRow = z.infer<typeof DecisionRow>;

export const CorrectionRow = z.extend(Correction, { key: z.string() });
export type CorrectionRow = z.infer<typeof CorrectionRow>;

/**
 * `typed`: what stands in the draft box of a review now (one a review); `used`: a text that was copied or
 * inserted; `set-aside`: a typed text that gave way to a newer one on import, kept so that nothing is lost.
 */
export const DraftRow = z.object({
  id: z.string(),
  key: z.string(),
  state: z.enum(['typed', 'used', 'set-aside']),
  text: z.string(),
  at: z.string(),
});
export type DraftRow = z.infer<typeof DraftRow>;

/** A sealed capture: its manifest as written (its hash is over these very characters) and its files. */
export interface CaptureRow {
  id: string;
  key: string;
  at: string;
  manifest: string;
  manifestHash: string;
  /** Of captures of version 1; those of later ones stand in `files`, a row each. */
  files: { name: string; blob: Blob }[];
  /** Absent in captures of version 1, which were not signed. */
  seal?: Seal;
  complete?: boolean;
  /** All files together. */
  size?: number;
}

/** A file of a capture, sealed or still being made. Written once, never changed. */
export const FileFacts = z.object({
  /** `capture/name`. */
  id: z.string(),
  capture: z.string(),
  name: z.string(),
  kind: FileKind,
  type: z.string(),
  at: z.string(),
  place: z.nullable(Place),
  parent: z.nullable(z.string()),
  /** Of a tile: what of it shows the post (`View` of lib/evidence/capture-plan.ts), for joining. */
  view: z.optional(z.custom<View>((value) => typeof value === 'object')),
});
export type FileRow = z.infer<typeof FileFacts> & { blob: Blob };

/**
 * A capture that is not sealed yet. Gone once it is; one that stands here when the worker starts was interrupted.
 */
export interface SessionRow {
  id: string;
  key: string;
  tabId: number;
  frameId: number;
  startedAt: string;
  /** What will be sealed, as far as it is known; null: nothing has been recorded yet. */
  input: CaptureInput | null;
  /** Pictures: taken, and expected in all. */
  shots: number;
  expected: number;
  /** What is still to be done; whatever stands here at the end is missing. */
  todo: { what: Missing['what']; detail: string }[];
  /** Why it ended before its time, where that could still be written down. */
  ended: MissingWhy | null;
  /** Of a screen recording, which is added to a capture that is sealed already; `input` is null then. */
  recording?: RecordingState;
}

/** A screen recording as far as it was written down. */
export interface RecordingState {
  /** The capture that it will be added to. */
  of: string;
  /** The page's address when it began. */
  url: string;
  /** When the recorder began, and up to where it was written down; null: not yet. */
  from: string | null;
  to: string | null;
  /** The number of the next piece, and bytes so far. */
  next: number;
  bytes: number;
  width: number;
  height: number;
  /** As the recorder names it; empty until it began. */
  type: string;
  /** The person pressed stop. */
  stopped: boolean;
  /** Set once nothing more is to come. */
  ended: RecordingEnd | null;
}

/** A time-stamp of a capture's manifest, granted, pending or failed. */
export const TimestampRow = z.extend(Timestamp, { id: z.string(), capture: z.string() });
export type TimestampRow = z.infer<typeof TimestampRow>;

/** This machine's signing key: a CryptoKey pair whose private half cannot be taken out. */
export interface KeyRow {
  name: string;
  pair: CryptoKeyPair;
}

export const CustodyRow = CustodyEntry;
export type CustodyRow = CustodyEntry;

export interface MetaRow {
  name: string;
  value: unknown;
}
