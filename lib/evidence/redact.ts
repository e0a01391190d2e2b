import * as z from 'zod/mini';
import { type Clinic, type Person, Review } from '../contract/index.ts';
import { type ByteSource, bytesSource, collect, pieces, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import {
  type Box,
  type FileKind,
  Manifest,
  type ManifestFile,
  type Missing,
  momentOf,
  type Place,
  type Recording,
} from './contract.ts';
import { digestOf } from './hash.ts';
import type { SigningKey } from './keys.ts';
import { type Mask, maskOf } from './mask.ts';
import type { Bundle } from './package.ts';
import { withRecording } from './recording.ts';
import { type Sealed, sealManifest, THREAD } from './seal.ts';
import { claimOf } from './words.ts';

/** A picture on which somebody has covered third persons, or put marks. */
export interface DerivedPicture {
  /** Name in the copy, under `redacted/` or `annotated/`. */
  name: string;
  /** The picture of the original that it was made from. */
  parent: string;
  type: string;
  place: Place | null;
  source: ByteSource;
  /** What was not made from the parent but belongs to it: added later (`addToCapture`). */
  kind?: 'window' | 'recording';
  /** What was painted over, in pixels. */
  covers?: readonly Box[];
}

/** How a copy is made. */
export interface Deriving {
  /** Of the copy. */
  id: string;
  at: string;
  by: Person | null;
  build: string;
  pictures: readonly DerivedPicture[];
  key: SigningKey;
  /** The manifest sealed last on this machine. */
  previous: string | null;
}

export interface Redacting extends Deriving {
  clinic: Clinic | null;
  /** Authors who are parties beside the captured review's own: those of the other reviews of the case. */
  parties?: readonly Review[];
}

export const REDACTED = 'redacted/';
export const ANNOTATED = 'annotated/';

/**
 * A copy of a capture with third persons masked: the texts by the personal-data recognizers and by the names of the
 * thread, pictures only as somebody covered them. Page source, whole page and recording are never in it. The
 * original stays as it is and is named by hash.
 */
export async function redactCapture(original: Bundle, redacting: Redacting): Promise<Sealed> {
  const manifest = originalOf(original);
  const read = async (name: string) => new TextDecoder().decode(await collect(pieces(await original.bytesOf(name))));
  const thread = z.parse(z.array(Review), JSON.parse(await read(THREAD)));
  const mask = maskOf([manifest.review, ...(redacting.parties ?? [])], thread, redacting.clinic);
  const texts: DerivedFile[] = [copy(THREAD, 'application/json', canonicalJson(thread.map(mask.review)))];
  for (const { name, kind } of manifest.files)
    if (kind === 'text') texts.push(copy(name, 'text/plain', mask.text(await read(name))));
  const missing = missingOf(manifest, redacting.pictures);
  const sealed = await derive(original, redacting, 'redaction', { ...masked(manifest, mask), missing }, [
    ...texts,
    ...redacting.pictures,
  ]);
  return { ...sealed, made: texts.map(({ name, bytes }) => ({ name, bytes: bytes ?? new Uint8Array() })) };
}

/** A copy of pictures with marks on them. The original stays as it is and is named by hash. */
export async function annotateCapture(original: Bundle, deriving: Deriving): Promise<Sealed> {
  const manifest = originalOf(original);
  return { ...(await derive(original, deriving, 'annotation', manifest, deriving.pictures)), made: [] };
}

/**
 * A picture of the window or a recording, made later and sealed beside the capture. Says when it was added; the
 * capture itself stays as it is and is named by hash.
 */
export async function addToCapture(
  original: Bundle,
  deriving: Deriving & { recording?: Recording | undefined },
): Promise<Sealed> {
  const manifest = originalOf(original);
  const windowed = deriving.pictures.some(({ kind }) => kind === 'window');
  const changed: Manifest = windowed
    ? {
        ...manifest,
        page: { ...manifest.page, addressBar: 'pictured' },
        missing: manifest.missing.filter(({ what }) => what !== 'address-bar'),
      }
    : deriving.recording
      ? withRecording(manifest, deriving.recording)
      : manifest;
  return { ...(await derive(original, deriving, 'annotation', changed, deriving.pictures, true)), made: [] };
}

function originalOf(bundle: Bundle): Manifest {
  const manifest = z.parse(Manifest, JSON.parse(bundle.written));
  if (manifest.derivedFrom !== null) throw new Error('A copy is made from the original only');
  return manifest;
}

/** A file of a copy. `bytes` where we made it, else it is handed over. */
interface DerivedFile extends DerivedPicture {
  bytes?: Uint8Array<ArrayBuffer>;
}

function copy(parent: string, type: string, text: string): DerivedFile {
  const bytes = utf8(text);
  return { name: `${REDACTED}${parent}`, parent, type, place: null, source: bytesSource(bytes), bytes };
}

async function derive(
  original: Bundle,
  { id, at, by, build, key, previous }: Deriving,
  kind: 'redaction' | 'annotation',
  manifest: Manifest,
  given: readonly DerivedFile[],
  added = false,
): Promise<Omit<Sealed, 'made'>> {
  const folder = kind === 'redaction' ? REDACTED : ANNOTATED;
  const files: ManifestFile[] = [];
  for (const { name, source, parent, type, place, kind: own, covers } of given) {
    const from = originalOf(original).files.find((file) => file.name === parent);
    if (from === undefined || !name.startsWith(folder)) throw new Error(`${name} is no copy of ${parent}`);
    files.push({
      name,
      kind: own ?? (kind === 'redaction' ? 'redacted' : 'annotated'),
      type,
      ...(await sizeAndHash(source)),
      at,
      place,
      parent: { name: parent, sha256: from.sha256 },
      ...(covers && { covers: [...covers] }),
    });
  }
  return sealManifest(
    {
      ...manifest,
      id,
      kind,
      derivedFrom: { id: manifest.id, manifestHash: original.seal.manifestHash },
      finishedAt: momentOf(at),
      by,
      capturedBy: manifest.by,
      environment: { ...manifest.environment, build },
      files: files.sort((a, b) => (a.name < b.name ? -1 : 1)),
      previous,
      claim: claimOf({
        kind,
        added,
        by,
        clinic: manifest.clinic,
        build,
        url: manifest.page.url,
        taipei: manifest.capturedAt.taipei,
      }),
    },
    key,
  );
}

async function sizeAndHash(source: ByteSource): Promise<{ bytes: number; sha256: string }> {
  const { bytes, sha256 } = await digestOf(source);
  return { bytes, sha256 };
}

const masked = (manifest: Manifest, mask: Mask): Manifest => ({
  ...manifest,
  page: { ...manifest.page, title: manifest.page.title && mask.text(manifest.page.title) },
  review: mask.review(manifest.review),
  shown: manifest.shown.map(({ label, value }) => ({ label, value: mask.text(value) })),
  pictures: [],
  recheck: manifest.recheck && {
    ...manifest.recheck,
    diff: manifest.recheck.diff.map(({ op, text }) => ({ op, text: mask.text(text) })),
  },
});

/** Every kind that the original has and the copy has not. */
function missingOf(manifest: Manifest, pictures: readonly DerivedPicture[]): Missing[] {
  const parents = new Set(pictures.map(({ parent }) => parent));
  const gone = new Map<FileKind, number>();
  for (const { name, kind } of manifest.files)
    if (kind !== 'text' && kind !== 'thread' && !parents.has(name)) gone.set(kind, (gone.get(kind) ?? 0) + 1);
  const left = [...gone].map(([what, count]): Missing => {
    const all = manifest.files.filter(({ kind }) => kind === what).length;
    // Some of the pictures are there: how many are not.
    return { what, why: 'redacted', detail: count < all ? `${count} of ${all} files` : '' };
  });
  return [...left, ...manifest.missing.filter(({ what }) => !gone.has(what as FileKind))];
}
