import { type FindingKind, keyOf, type Triage } from '../contract/index.ts';
import { type ByteSource, bytesSource, fromHex, hex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import {
  CaptureInput,
  type FileKind,
  type InputFile,
  Manifest,
  type ManifestFile,
  momentOf,
  type Seal,
} from './contract.ts';
import { digestOf, sha256 } from './hash.ts';
import { type SigningKey, signatureHolds } from './keys.ts';
import { reserved } from './names.ts';
import { claimOf, DOES_NOT_PROVE } from './words.ts';

/** Gives the bytes of a file by its name. */
export type BytesOf = (name: string) => ByteSource | Promise<ByteSource>;

/** A capture that nothing changes any more. */
export interface Sealed {
  manifest: Manifest;
  /** The manifest's canonical JSON: these very characters are hashed and signed. */
  written: string;
  manifestHash: string;
  seal: Seal;
  /** Files that sealing made itself; to be stored with the others. */
  made: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/** T14 and T15: address, time and text only (DESIGN.md, What it must never do, 5). */
const NO_PICTURES_OF: ReadonlySet<FindingKind> = new Set<FindingKind>(['recording', 'harassment']);

/** Kinds of files that may show what must not be kept. */
export const PICTURING: ReadonlySet<FileKind> = new Set<FileKind>([
  'tile',
  'crop',
  'second-shot',
  'window',
  'mhtml',
  'recording',
  'dom',
]);

/** False: ask before anything is written, then keep nothing of `PICTURING` unless the person says it is a mistake. */
export const picturesAllowed = ({ risks }: Pick<Triage, 'risks'>): boolean =>
  !risks.some(({ kind }) => NO_PICTURES_OF.has(kind));

export const THREAD = 'thread.json';

/**
 * Hashes every file (streamed), writes the manifest and signs it. `previous`: the hash of the manifest sealed last
 * on this machine. Throws where the input contradicts itself: that is a mistake of the caller, not of a person.
 */
export async function sealCapture(
  given: CaptureInput,
  bytesOf: BytesOf,
  key: SigningKey,
  previous: string | null,
): Promise<Sealed> {
  const input = CaptureInput.parse(given);
  if (input.missing.some(({ why }) => why === 'withheld') && input.files.some(({ kind }) => PICTURING.has(kind)))
    throw new Error('Pictures are withheld, but some were handed over');
  const thread = utf8(canonicalJson(input.thread));
  const files = await described(
    [
      ...input.files,
      { name: THREAD, kind: 'thread', type: 'application/json', at: input.finishedAt, place: null, parent: null },
    ],
    (name) => (name === THREAD ? bytesSource(thread) : bytesOf(name)),
  );
  const capturedAt = momentOf(input.startedAt);
  const { thread: _, startedAt: __, finishedAt, files: ___, firstSeen, ...facts } = input;
  const kind = input.recheck === null ? 'capture' : 'recheck';
  const sealed = await sealManifest(
    {
      ...facts,
      format: 'replywell-capture',
      version: 2,
      kind,
      derivedFrom: null,
      key: keyOf(input.review),
      capturedAt,
      finishedAt: momentOf(finishedAt),
      firstSeen: firstSeen && { at: momentOf(firstSeen.at), by: firstSeen.by },
      threadSize: input.thread.length,
      files,
      previous,
      claim: claimOf({
        kind,
        by: input.by,
        clinic: input.clinic,
        build: input.environment.build,
        url: input.page.url,
        taipei: capturedAt.taipei,
      }),
      doesNotProve: [...DOES_NOT_PROVE],
    },
    key,
  );
  return { ...sealed, made: [{ name: THREAD, bytes: thread }] };
}

/** Writes and signs a manifest. */
export async function sealManifest(given: Manifest, key: SigningKey): Promise<Omit<Sealed, 'made'>> {
  const written = canonicalJson(Manifest.parse(given));
  const manifestHash = await sha256(written);
  return {
    // As written: without what JSON or UTF-8 has no place for.
    manifest: Manifest.parse(JSON.parse(written)),
    written,
    manifestHash,
    seal: {
      algorithm: 'ECDSA-P256-SHA256',
      manifestHash,
      key: key.publicKey,
      signature: hex(await key.sign(utf8(written))),
    },
  };
}

/** Whether a seal is by its key over this very manifest. */
export async function sealHolds(seal: Seal, written: string): Promise<boolean> {
  return (
    seal.manifestHash === (await sha256(written)) &&
    (await signatureHolds(seal.key, fromHex(seal.signature), utf8(written)))
  );
}

/** Input files with their sizes and hashes, sorted by name; a crop's parent with its hash. */
async function described(files: readonly InputFile[], bytesOf: BytesOf): Promise<ManifestFile[]> {
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  if (names.size !== files.length || files.some(({ name }) => reserved(name)))
    throw new Error('Two files of one name, or one that the package needs');
  const hashes = new Map<string, string>();
  const hashed: Omit<ManifestFile, 'parent'>[] = [];
  for (const { name, kind, type, at, place } of files) {
    const { bytes, sha256: hash } = await digestOf(await bytesOf(name));
    hashes.set(name, hash);
    hashed.push({ name, kind, type, bytes, sha256: hash, at, place });
  }
  const parents = new Map(files.map(({ name, parent }) => [name, parent]));
  return hashed
    .map((file) => {
      const parent = parents.get(file.name) ?? null;
      const hash = parent === null ? null : hashes.get(parent);
      if (hash === undefined) throw new Error(`${file.name} names a parent that is not there`);
      return { ...file, parent: parent === null || hash === null ? null : { name: parent, sha256: hash } };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
