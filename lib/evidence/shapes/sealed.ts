import * as z from 'zod/mini';
import { Person, Review } from '../../contract/index.ts';
import {
  Box,
  CapturedPage,
  Checks,
  Clock,
  Environment,
  FileKind,
  FileName,
  Hash,
  Missing,
  Moment,
  Place,
  Recheck,
  ShownField,
} from './capture.ts';

/** What is sealed, and what happens to it afterwards. */

/** A file as sealed. */
export const ManifestFile = z.object({
  name: FileName,
  kind: FileKind,
  type: z.string(),
  bytes: z.number(),
  sha256: Hash,
  at: z.nullable(z.string()),
  place: z.nullable(Place),
  /** What it was made from: a file of the same capture, or of the capture in `Manifest.derivedFrom`. */
  parent: z.nullable(z.object({ name: z.string(), sha256: Hash })),
  /** Of a redacted picture: what was painted over, in pixels; empty where somebody found nothing to cover in it. */
  covers: z.optional(z.array(Box)),
});
export type ManifestFile = z.infer<typeof ManifestFile>;

export const RECORDING_ENDS = [
  'stopped', // by the person
  'limit', // of time
  'too-large',
  'page-gone', // tab closed, or another page in it
  'interrupted', // worker, recorder or browser ended midway
  'storage-full',
  'failed',
] as const;
export const RecordingEnd = z.enum(RECORDING_ENDS);
export type RecordingEnd = z.infer<typeof RecordingEnd>;

/** Of a screen recording that was added to a capture: of the tab alone, so neither address bar nor sound. */
export const Recording = z.object({
  from: Moment,
  to: Moment,
  ended: RecordingEnd,
  /** In pixels of the video. */
  width: z.number(),
  height: z.number(),
  /** As the recorder names it: `video/webm;codecs=vp9`. */
  type: z.string(),
});
export type Recording = z.infer<typeof Recording>;

/**
 * What a capture holds, from where, when, by whom and with what. Written once as canonical JSON (RFC 8785); its
 * SHA-256 is what is signed, time-stamped, and named by the custody log and by the next capture.
 */
export const Manifest = z.object({
  format: z.literal('replywell-capture'),
  version: z.literal(2),
  id: z.string(),
  /** `redaction` and `annotation` are made from `derivedFrom`, whose files stay as they are. */
  kind: z.enum(['capture', 'recheck', 'redaction', 'annotation']),
  derivedFrom: z.nullable(z.object({ id: z.string(), manifestHash: Hash })),
  /** `site:id` of the review. */
  key: z.string(),
  capturedAt: Moment,
  finishedAt: Moment,
  clock: Clock,
  page: CapturedPage,
  environment: Environment,
  checks: Checks,
  by: z.nullable(Person),
  /** Of a copy: who captured the original; absent in copies of before this was recorded. */
  capturedBy: z.optional(z.nullable(Person)),
  /** The clinic for which it was captured; absent in what was captured before this was recorded. */
  clinic: z.optional(z.nullable(z.string())),
  case: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  firstSeen: z.nullable(z.object({ at: Moment, by: z.nullable(z.string()) })),
  review: Review,
  threadSize: z.number(),
  shown: z.array(ShownField),
  identifies: z.array(z.string()),
  pictures: z.array(z.object({ url: z.string(), alt: z.string(), loaded: z.boolean() })),
  recheck: z.nullable(Recheck),
  /** Only where a recording was added. */
  recording: z.optional(Recording),
  files: z.array(ManifestFile),
  complete: z.boolean(),
  missing: z.array(Missing),
  /** SHA-256 of the manifest sealed before this one on this machine; null: there was none. */
  previous: z.nullable(Hash),
  /** What may be said of it and what not, in words. */
  claim: z.object({ 'zh-TW': z.string(), en: z.string() }),
  doesNotProve: z.array(z.object({ 'zh-TW': z.string(), en: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** ECDSA P-256 with SHA-256 over the manifest's bytes. */
export const Seal = z.object({
  algorithm: z.literal('ECDSA-P256-SHA256'),
  manifestHash: Hash,
  /** Public key as SPKI DER in hex. */
  key: z.string().check(z.regex(/^[0-9a-f]+$/)),
  /** DER signature in hex, as `openssl dgst -verify` takes it. */
  signature: z.string().check(z.regex(/^[0-9a-f]+$/)),
});
export type Seal = z.infer<typeof Seal>;

/**
 * What an authority answered for a manifest's hash. `failed` ones are kept too: they are shown and can be tried
 * again. DER as hex.
 */
export const Timestamp = z.object({
  kind: z.enum(['rfc3161', 'opentimestamps']),
  /** Address of the authority or calendar. */
  authority: z.string(),
  requestedAt: z.string(),
  state: z.enum(['granted', 'pending', 'failed']),
  /** The authority's time; null while pending or failed. */
  time: z.nullable(z.string()),
  /** The request (.tsq); empty for OpenTimestamps. */
  query: z.string(),
  /** The response (.tsr) or the proof (.ots); null when failed. */
  response: z.nullable(z.string()),
  /** Certificates of the token, signer first, in hex DER. */
  certificates: z.array(z.string()),
  /** Why it failed, in English, without personal data. */
  failure: z.nullable(z.string()),
});
export type Timestamp = z.infer<typeof Timestamp>;

export const CUSTODY_ACTIONS = [
  'captured',
  'timestamped',
  'viewed',
  'exported',
  're-checked',
  'redacted',
  'annotated',
  'imported',
  'deleted', // with its reason
  'purged', // a wrong capture, taken away as if it had never been, but for this entry
  'cleared', // 全部刪除
] as const;
export const CustodyAction = z.enum(CUSTODY_ACTIONS);
export type CustodyAction = z.infer<typeof CustodyAction>;

/** What happened to a capture, by whom, when. */
export const CustodyFacts = z.object({
  at: z.string(),
  action: CustodyAction,
  by: z.nullable(Person),
  /** Who was on duty, where `by` was picked by name in the question; absent in all other entries, whose hashes stand. */
  duty: z.optional(z.nullable(Person)),
  /** The capture's id; null for what concerns all of them. */
  capture: z.nullable(z.string()),
  /** SHA-256 of the capture's manifest.json. */
  manifestHash: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** Further facts: a re-check's outcome and capture, an export's kind, an authority. */
  detail: z.optional(z.string()),
});
export type CustodyFacts = z.infer<typeof CustodyFacts>;

/**
 * An entry of the append-only custody log. `hash` covers all of the entry, `previous` is the hash of the entry
 * before in the same `chain` (one chain for each installation; null at its beginning). `facts` is null where only
 * the hash remains (全部刪除) or where a package holds an entry of another capture: it still links, but can no
 * longer be recomputed.
 */
export const CustodyEntry = z.object({
  chain: z.string(),
  seq: z.number(),
  previous: z.nullable(z.string()),
  hash: z.string(),
  /** Repeats `facts.capture` for the index; empty where there is none or nothing remains. */
  capture: z.string(),
  facts: z.nullable(CustodyFacts),
});
export type CustodyEntry = z.infer<typeof CustodyEntry>;
