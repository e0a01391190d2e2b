import { type ByteSource, blobSource, bytesSource, fromHex } from './bytes.ts';
import type { VerifyReport } from './contract.ts';
import { sha256 } from './hash.ts';
import { OUTER } from './names.ts';
import { judge } from './verify/judge.ts';
import type { Entry } from './zip/format.ts';
import { openZip } from './zip/read.ts';

export interface VerifyOptions {
  /** Public keys of this machine, SPKI hex. */
  known?: readonly string[];
  /** The key that it must be signed by: SPKI hex, or the SHA-256 of the SPKI. */
  expectKey?: string;
  /** Bytes read so far, of all. */
  progress?: (done: number, all: number) => void;
}

/**
 * Checks a package's every byte: contents by the hashes in outer.json and manifest.json, those by their signatures,
 * the log by its chain, the rest by writing the container again. Reads piece by piece, so a package may be as large
 * as it likes. Never throws; what cannot be read is a problem like others.
 */
export async function verifyPackage(
  given: Uint8Array | Blob | ByteSource,
  { known = [], expectKey, progress }: VerifyOptions = {},
): Promise<VerifyReport> {
  const source = 'read' in given ? given : given instanceof Uint8Array ? bytesSource(given) : blobSource(given);
  const expected = expectKey?.toLowerCase();
  const keys = {
    known: (key: string) => known.includes(key),
    expected: async (key: string) =>
      expected === undefined || expected === key || expected === (await sha256(fromHex(key))),
    asked: expected !== undefined,
  };
  try {
    const { canonical, readings } = await openZip(source);
    if (readings.some(nested)) return refused('nested');
    const judged: VerifyReport[] = [];
    for (const reading of readings) {
      const entries = unfolded(reading);
      const report = await judge(source, entries, keys, progress);
      judged.push(canonical && entries === reading ? report : repacked(report));
      if (report.ok) break;
    }
    const best = judged.sort((a, b) => a.problems.length - b.problems.length)[0];
    return best ?? refused('unreadable', await whatElse(source));
  } catch (error) {
    return refused('unreadable', error instanceof Error ? error.message : undefined);
  }
}

/** Mail programs like to pack a package once more. */
const nested = (entries: readonly Entry[]): boolean => entries.every(({ name }) => /\.zip$/i.test(name));

/** Every file is as it was made, or not; the container is not. */
const repacked = (report: VerifyReport): VerifyReport => ({
  ...report,
  ok: false,
  problems: [{ file: 'container', what: 'repacked' }, ...report.problems],
});

/** In one folder, which is neither this one nor the one above, nor a drive. */
const IN_A_FOLDER = /^[^/\\:]*[^./\\:][^/\\:]*\/outer\.json$/;

/**
 * Whoever unpacks a package and packs the folder again puts every file into that folder. The container is then not as
 * it was made, but what lies in it can still be judged file by file. What lies beside the folder must not pass for
 * what belongs into it.
 */
function unfolded(entries: Entry[]): Entry[] {
  if (entries.some(({ name }) => name === OUTER)) return entries;
  const outer = entries.find(({ name }) => IN_A_FOLDER.test(name));
  if (outer === undefined) return entries;
  const folder = outer.name.slice(0, -OUTER.length);
  return entries.map((entry) => ({
    ...entry,
    name: entry.name.startsWith(folder) ? entry.name.slice(folder.length) : `../${entry.name}`,
  }));
}

/** Why nothing can be read in it, in a few words. */
async function whatElse(source: ByteSource): Promise<string> {
  if (source.size === 0) return 'the file is empty';
  const [p, k] = await source.read(0, 2);
  return p === 0x50 && k === 0x4b ? 'a ZIP that is empty, cut off, encrypted or damaged' : 'not a ZIP';
}

/** The report on what cannot be checked at all. */
export const refused = (what: 'unreadable' | 'nested', detail?: string): VerifyReport => ({
  ok: false,
  problems: [{ file: 'container', what, ...(detail !== undefined && { detail }) }],
  signer: null,
  timestamps: [],
  custody: { entries: 0, ok: false },
  kind: null,
  captures: [],
});
