import { type ByteSource, pieces } from '../bytes.ts';
import type { Digest } from '../hash.ts';
import { hasher } from '../hash.ts';
import { byName, END_SIZE, type Entry, localHeader, MOST_BYTES, MOST_ENTRIES, tail } from './format.ts';

/** A file on its way into a package, hashed already: the header in front of it says its size and its CRC. */
export interface ZipFile {
  name: string;
  source: ByteSource;
  digest: Digest;
}

/** A file is not what it was when it was hashed. */
export class ChangedMeanwhile extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} changed while it was packed`);
    this.file = file;
  }
}

/** More than a ZIP of this form holds. */
export class PackageTooLarge extends Error {}

/** The package as a stream. Throws `ChangedMeanwhile` or `PackageTooLarge`. */
export async function* writeZip(files: readonly ZipFile[]): AsyncGenerator<Uint8Array> {
  const sorted = [...files].sort(byName);
  const names = sorted.reduce((sum, { name }) => sum + name.length, 0);
  const bytes = sorted.reduce((sum, { digest }) => sum + digest.bytes, 0);
  if (sorted.length > MOST_ENTRIES || bytes + 2 * names + 100 * sorted.length + END_SIZE > MOST_BYTES)
    throw new PackageTooLarge(`${sorted.length} files of ${bytes} bytes are more than one package holds`);
  const written: Pick<Entry, 'name' | 'crc' | 'size' | 'header'>[] = [];
  let at = 0;
  for (const { name, source, digest } of sorted) {
    const entry = { name, crc: digest.crc, size: digest.bytes, header: at };
    const header = localHeader(entry);
    yield header;
    const check = await hasher();
    for await (const piece of pieces(source)) {
      check.update(piece);
      yield piece;
    }
    if (check.digest().sha256 !== digest.sha256) throw new ChangedMeanwhile(name);
    written.push(entry);
    at += header.length + digest.bytes;
  }
  yield tail(written, at);
}
