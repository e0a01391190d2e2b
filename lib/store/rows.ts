import * as z from 'zod/mini';
import { Decision, Mark, Note, Relevance, Review, Revision, Triage } from '../contract/index.ts';
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
  files: { name: string; blob: Blob }[];
}

export const CustodyRow = CustodyEntry;
export type CustodyRow = CustodyEntry;

export interface MetaRow {
  name: string;
  value: unknown;
}
