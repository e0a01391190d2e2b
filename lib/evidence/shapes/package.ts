import * as z from 'zod/mini';
import { Person } from '../../contract/index.ts';
import { Hash, Moment } from './capture.ts';

/** What a package says of itself, and what verifying it answers. */

/** A time-stamp as the outer manifest lists it, with the files that hold it. */
export const OuterTimestamp = z.object({
  kind: z.enum(['rfc3161', 'opentimestamps']),
  authority: z.string(),
  requestedAt: z.string(),
  state: z.enum(['granted', 'pending', 'failed']),
  time: z.nullable(z.string()),
  query: z.nullable(z.string()),
  response: z.nullable(z.string()),
  certificates: z.nullable(z.string()),
  failure: z.nullable(z.string()),
});
export type OuterTimestamp = z.infer<typeof OuterTimestamp>;

/** outer.json: covers every file of a package but itself and its signature, with what was made after sealing. */
export const Outer = z.object({
  format: z.literal('replywell-package'),
  version: z.literal(1),
  kind: z.enum(['capture', 'case', 'redacted', 'redacted-case']),
  exportedAt: Moment,
  by: z.nullable(Person),
  build: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: Hash })),
  captures: z.array(
    z.object({
      /** Folder of the capture's files with its slash; empty for a package of one capture. */
      path: z.string(),
      id: z.string(),
      manifestHash: Hash,
      key: z.string(),
      timestamps: z.array(OuterTimestamp),
    }),
  ),
});
export type Outer = z.infer<typeof Outer>;

/** What is wrong with a file, or with the container. */
export const PROBLEMS = [
  'unreadable', // no ZIP, or one that is cut off or encrypted
  'nested', // a ZIP in a ZIP
  'too-large', // more or larger than a package can be
  'unsafe-name', // a name that leads out of the folder, or that some systems take for another
  'duplicate',
  'repacked', // the ZIP is not as it was made (contents are judged by themselves)
  'missing',
  'added', // listed nowhere
  'changed', // not what its hash says
  'damaged', // not of the form that it must have
  'not-listed', // the outer manifest and the manifest do not agree on it
  'bad-signature',
  'another-key', // signed, but not by the key that was expected
  'bad-timestamp',
  'broken-chain', // the custody log does not hold together
  'wrong-capture', // belongs to another capture
] as const;
export const PackageProblem = z.object({ file: z.string(), what: z.enum(PROBLEMS), detail: z.optional(z.string()) });
export type PackageProblem = z.infer<typeof PackageProblem>;

export const TimestampReport = z.object({
  /** The response's file; empty for one that failed. */
  file: z.string(),
  kind: z.enum(['rfc3161', 'opentimestamps']),
  authority: z.string(),
  state: z.enum(['granted', 'pending', 'failed']),
  ok: z.boolean(),
  time: z.nullable(z.string()),
  /** Subject of the signing certificate and of the last certificate of the chain as given. */
  signer: z.nullable(z.string()),
  root: z.nullable(z.object({ subject: z.string(), sha256: z.string(), selfSigned: z.boolean() })),
});
export type TimestampReport = z.infer<typeof TimestampReport>;

/** CONTRACTS.md, verify; `captures`, `kind` and `complete` come on top. */
export const VerifyReport = z.object({
  ok: z.boolean(),
  problems: z.array(PackageProblem),
  /** Whoever signed the package as a whole. `known`: a key of this machine, or the one that was expected. */
  signer: z.nullable(z.object({ key: z.string(), known: z.boolean() })),
  timestamps: z.array(TimestampReport),
  custody: z.object({ entries: z.number(), ok: z.boolean() }),
  kind: z.nullable(z.enum(['capture', 'case', 'redacted', 'redacted-case'])),
  captures: z.array(
    z.object({
      id: z.string(),
      manifestHash: z.string(),
      key: z.string(),
      known: z.boolean(),
      url: z.string(),
      capturedAt: Moment,
      complete: z.boolean(),
      claim: z.object({ 'zh-TW': z.string(), en: z.string() }),
    }),
  ),
});
export type VerifyReport = z.infer<typeof VerifyReport>;
