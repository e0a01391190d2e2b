import { type FindingKind, keyOf, type Person, type Review, type Triage } from '../contract/index.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { type CustodyEntry, nextEntry } from './custody.ts';
import {
  type CapturedFile,
  type CapturedPage,
  type Environment,
  type Manifest,
  momentOf,
  type PictureOffset,
} from './manifest.ts';
import { claimOf, DOES_NOT_PROVE, GUIDE, NO_PICTURES, NO_TIMESTAMP, NOT_SIGNED, PICTURES_WITHHELD } from './words.ts';

export interface CaptureInput {
  /** Made up where not given. */
  id?: string;
  review: Review;
  /** The post and all comments shown around the review, as read. */
  thread: readonly Review[];
  /** Decides whether pictures may be kept. */
  triage: Pick<Triage, 'risks'>;
  page: CapturedPage;
  environment: Environment;
  by: Person | null;
  pictures: readonly { bytes: Uint8Array<ArrayBuffer>; offset: PictureOffset }[];
  /** The text of the post and its thread as the page shows it. */
  text: string;
  /** ISO, this computer's clock. */
  capturedAt: string;
  firstSeen?: string | null;
  /** SHA-256 of the manifest of the capture before (`lastManifestHash`). */
  previous?: string | null;
}

/** A sealed capture: nothing of it changes after it was built. */
export interface Capture {
  id: string;
  /** The review's key. */
  key: string;
  at: string;
  /** Canonical JSON of a `Manifest`. */
  manifest: string;
  manifestHash: string;
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  /** This capture's entries of the custody log. Once stored, those of the store take their place. */
  custody: readonly CustodyEntry[];
}

/** T14 and T15: address, time and text only (DESIGN.md, What it must never do, 5). */
const NO_PICTURES_OF: ReadonlySet<FindingKind> = new Set<FindingKind>(['recording', 'harassment']);

export const picturesAllowed = ({ risks }: Pick<Triage, 'risks'>): boolean =>
  !risks.some(({ kind }) => NO_PICTURES_OF.has(kind));

/** Turns what was read and pictured into files with a manifest of their hashes and the first custody entry. */
export async function buildCapture(input: CaptureInput): Promise<Capture> {
  const id = input.id ?? crypto.randomUUID();
  const moment = momentOf(input.capturedAt);
  const allowed = picturesAllowed(input.triage);
  const content: Content[] = [
    { name: 'fields.json', what: 'fields', bytes: utf8(canonicalJson({ review: input.review, thread: input.thread })) },
    { name: 'text.txt', what: 'text', bytes: utf8(input.text) },
  ];
  for (const [index, { bytes, offset }] of (allowed ? input.pictures : []).entries()) {
    content.push({ name: `picture-${index + 1}.png`, what: 'picture', bytes, offset });
  }
  content.push({ name: 'HOW-TO-VERIFY.txt', what: 'guide', bytes: utf8(GUIDE) });
  const files = await Promise.all(content.map(described));
  const sums: Content = {
    name: 'SHA256SUMS',
    what: 'guide',
    bytes: utf8(files.map((file) => `${file.sha256}  ${file.name}\n`).join('')),
  };
  const manifest: Manifest = {
    format: 'replywell-evidence',
    version: 1,
    id,
    review: keyOf(input.review),
    capturedAt: moment,
    firstSeen: input.firstSeen ? momentOf(input.firstSeen) : null,
    by: input.by,
    page: input.page,
    addressPictured: false,
    environment: input.environment,
    files: [...files, await described(sums)],
    leftOut: leftOut(allowed, input.pictures.length),
    previous: input.previous ?? null,
    signature: { status: 'not-signed', note: NOT_SIGNED },
    timestamp: { status: 'none', note: NO_TIMESTAMP },
    claim: claimOf(input.by, input.environment.build, input.page.url, moment.taipei),
    doesNotProve: [...DOES_NOT_PROVE],
  };
  const written = canonicalJson(manifest);
  const manifestHash = await sha256(written);
  const entry = await nextEntry(null, id, {
    at: moment.utc,
    action: 'captured',
    by: input.by,
    capture: id,
    manifestHash,
    reason: null,
  });
  return {
    id,
    key: manifest.review,
    at: moment.utc,
    manifest: written,
    manifestHash,
    files: [...content, sums].map(({ name, bytes }) => ({ name, bytes })),
    custody: [entry],
  };
}

interface Content {
  name: string;
  what: CapturedFile['what'];
  bytes: Uint8Array<ArrayBuffer>;
  offset?: PictureOffset;
}

async function described({ name, what, bytes, offset }: Content): Promise<CapturedFile> {
  return { name, bytes: bytes.length, sha256: await sha256(bytes), what, offset: offset ?? null };
}

function leftOut(allowed: boolean, pictures: number): Manifest['leftOut'] {
  if (!allowed) return [{ what: 'pictures', why: PICTURES_WITHHELD }];
  return pictures === 0 ? [{ what: 'pictures', why: NO_PICTURES }] : [];
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
