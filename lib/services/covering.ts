import { fail, ok, type Result } from '../contract/index.ts';
import { blobSource, toBlob } from '../evidence/bytes.ts';
import type { Box, Manifest, ManifestFile } from '../evidence/contract.ts';
import { coveredName } from '../evidence/covers.ts';
import { coverPng, NotAPicture } from '../evidence/png.ts';
import type { DerivedPicture } from '../evidence/redact.ts';
import { copiesOf, type FileRow, filesOf } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** A picture of the original for its redacted copy, and what to paint over in it. */
export interface Asked {
  parent: string;
  covers: readonly Box[];
}

/** A picture ready for the copy: sealed with it, and kept as `blob`. */
export type Covered = DerivedPicture & { covers: readonly Box[]; blob: Blob; view: FileRow['view'] };

const PICTURES: ReadonlySet<FileRow['kind']> = new Set(['tile', 'crop', 'second-shot']);

/**
 * New pictures made of the original's, with what was asked painted over. One after the other, row by row: however many
 * and however tall, no whole picture is in memory.
 */
export async function coverPictures(desk: Desk, original: string, asked: readonly Asked[]): Promise<Result<Covered[]>> {
  const found = await filesOf(desk.store, original);
  if (!found.ok) return found;
  const made: Covered[] = [];
  for (const { parent, covers } of asked) {
    const file = found.value.find(({ name }) => name === parent);
    if (!file || !PICTURES.has(file.kind)) return fail('bad-request', parent);
    if (made.some((other) => other.parent === parent)) return fail('bad-request', 'twice');
    try {
      const blob = await toBlob(coverPng(blobSource(file.blob), covers), 'image/png');
      made.push(pictureOf(file, blob, covers));
    } catch (error) {
      if (error instanceof NotAPicture) return fail('bad-file', parent);
      throw error;
    }
  }
  return ok(made);
}

/** The pictures that somebody covered last for this original, to be taken into another redacted copy of it. */
export async function coveredBefore(desk: Desk, original: string): Promise<Result<Covered[]>> {
  const copies = await copiesOf(desk.store, original);
  if (!copies.ok) return copies;
  const found = await filesOf(desk.store, original);
  if (!found.ok) return found;
  for (const { id, manifest } of copies.value) {
    const pictures = coveredFiles(manifest);
    if (pictures.length === 0) continue;
    const files = await filesOf(desk.store, id);
    if (!files.ok) return files;
    return ok(
      pictures.flatMap(({ name, parent, covers }) => {
        const blob = files.value.find((file) => file.name === name)?.blob;
        const file = found.value.find((one) => one.name === parent?.name);
        return blob && file ? [pictureOf(file, blob, covers ?? [])] : [];
      }),
    );
  }
  return ok([]);
}

/** The pictures of a redacted copy. */
export const coveredFiles = ({ kind, files }: Pick<Manifest, 'kind' | 'files'>): ManifestFile[] =>
  kind === 'redaction' ? files.filter(({ covers }) => covers !== undefined) : [];

const pictureOf = ({ name, place, view }: FileRow, blob: Blob, covers: readonly Box[]): Covered => ({
  name: coveredName(name),
  parent: name,
  type: 'image/png',
  place,
  source: blobSource(blob),
  covers,
  blob,
  // Where people stood is nothing for a copy.
  view: view && { ...view, people: undefined },
});
