import { type ByteSource, collect, equal, utf8 } from '../bytes.ts';
import { readCanonical } from '../canonical.ts';
import { Outer, type PackageProblem, type VerifyReport } from '../contract.ts';
import type { Digest } from '../hash.ts';
import { digestOf } from '../hash.ts';
import { signatureHolds } from '../keys.ts';
import { CASE, MANIFEST, OUTER, OUTER_KEY, OUTER_SIGNATURE, PACKAGE_FILES, SUMS, sumsOf } from '../names.ts';
import type { Entry } from '../zip/format.ts';
import { BadEntry, contentOf, duplicates, overlap, safeName } from '../zip/read.ts';

import { type Contents, judgeKey, type Keys, keyIn } from './contents.ts';
import { judgeUnit } from './unit.ts';

/** JSON, signatures, keys, tokens. */
const MOST_SMALL = 64 * 1024 * 1024;
/** What a re-packed package may inflate to: ours hold pictures, which hardly shrink. */
const MOST_INFLATED = (packed: number): number => Math.min(0xffff_ffff, Math.max(64 * 1024 * 1024, 50 * packed));
const UNIT_PATH = /^(?:captures\/[A-Za-z0-9-]{1,64}\/)?$/;

/** Judges one reading of a container. */
export async function judge(
  source: ByteSource,
  reading: readonly Entry[],
  keys: Keys,
  progress: (done: number, all: number) => void = () => {},
): Promise<VerifyReport> {
  const problems = new Map<string, PackageProblem>();
  const note: Contents['note'] = (file, what, detail) => {
    const named = file.slice(0, 200);
    if (!problems.has(named)) problems.set(named, { file: named, what, ...(detail !== undefined && { detail }) });
  };
  const entries = usable(reading, note);
  const digests = new Map<string, Digest>();
  const contents: Contents = {
    digests,
    note,
    keys,
    spoilt: (file) => problems.has(file),
    small: async (file) => {
      const entry = entries.get(file);
      if (entry === undefined) note(file, 'missing');
      return entry === undefined || problems.has(file) ? null : collect(contentOf(source, entry, MOST_SMALL));
    },
  };
  await digestAll(source, entries, digests, note, progress);
  const outer = await readOuter(contents);
  const signer = await judgeSigner(contents);
  if (outer !== null) await judgeList(outer, entries, contents);

  const report: VerifyReport = {
    ok: false,
    problems: [],
    signer,
    timestamps: [],
    custody: { entries: 0, ok: true },
    kind: outer?.kind ?? null,
    captures: [],
  };
  const accounted = new Set<string>(PACKAGE_FILES);
  const paths = unitPaths(outer, entries);
  for (const path of paths) {
    const unit = await judgeUnit(contents, path, outer?.captures.find((capture) => capture.path === path) ?? null);
    for (const file of unit.files) accounted.add(file);
    // Without its manifest nobody can say which files are the capture's own.
    if (!unit.readable) for (const file of entries.keys()) if (file.startsWith(path)) accounted.add(file);
    report.timestamps.push(...unit.timestamps);
    report.custody.entries += unit.custody.entries;
    report.custody.ok &&= unit.custody.ok;
    if (unit.capture !== null) report.captures.push(unit.capture);
  }
  if (outer !== null && isCase(outer)) {
    accounted.add(CASE);
    if (!entries.has(CASE)) note(CASE, 'missing');
  }
  for (const file of entries.keys()) if (!accounted.has(file)) note(file, 'added');
  report.custody.ok &&= report.custody.entries > 0 || paths.length === 0;
  report.problems = [...problems.values()];
  report.ok = problems.size === 0;
  return report;
}

/** Entries that may be read at all, by name. */
function usable(reading: readonly Entry[], note: Contents['note']): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const twice = new Set(duplicates(reading));
  for (const entry of reading) {
    if (!safeName(entry.name)) note(entry.name, 'unsafe-name');
    else if (twice.has(entry.name)) note(entry.name, 'duplicate');
    else entries.set(entry.name, entry);
  }
  if (!overlap(reading)) return entries;
  note('container', 'too-large', 'entries overlap');
  return new Map();
}

async function digestAll(
  source: ByteSource,
  entries: ReadonlyMap<string, Entry>,
  digests: Map<string, Digest>,
  note: Contents['note'],
  progress: (done: number, all: number) => void,
): Promise<void> {
  let inflated = 0;
  let done = 0;
  for (const entry of entries.values()) {
    const most = entry.method === 0 ? entry.packed : MOST_INFLATED(source.size) - inflated;
    try {
      const digest = await digestOf(contentOf(source, entry, most));
      if (entry.method !== 0) inflated += digest.bytes;
      if (digest.crc !== entry.crc) throw new BadEntry('changed');
      digests.set(entry.name, digest);
    } catch (error) {
      if (!(error instanceof BadEntry)) throw error;
      note(entry.name, error.what);
    }
    done += entry.packed;
    progress(done, source.size);
  }
}

async function readOuter(contents: Contents): Promise<Outer | null> {
  const bytes = await contents.small(OUTER);
  if (bytes === null) return null;
  const outer = readCanonical(bytes, Outer);
  if (outer === null) contents.note(OUTER, 'damaged');
  return outer;
}

/** Whoever signed outer.json, whether or not the signature holds. */
async function judgeSigner(contents: Contents): Promise<VerifyReport['signer']> {
  const [written, signature, key] = [
    await contents.small(OUTER),
    await contents.small(OUTER_SIGNATURE),
    await keyIn(contents, OUTER_KEY),
  ];
  if (key === null) return null;
  if (written !== null && signature !== null && !(await signatureHolds(key, signature, written)))
    contents.note(OUTER, 'bad-signature');
  return { key, known: await judgeKey(contents, OUTER_KEY, key) };
}

/** Every file against outer.json: nothing changed, taken away or put in. */
async function judgeList(outer: Outer, entries: ReadonlyMap<string, Entry>, contents: Contents): Promise<void> {
  const { digests, note } = contents;
  const listed = new Set([OUTER, OUTER_SIGNATURE]);
  for (const { name, bytes, sha256 } of outer.files) {
    if (listed.has(name)) note(OUTER, 'damaged', `${name} is listed twice`);
    listed.add(name);
    const digest = digests.get(name);
    if (!entries.has(name)) note(name, 'missing');
    else if (digest !== undefined && (digest.sha256 !== sha256 || digest.bytes !== bytes)) note(name, 'changed');
  }
  for (const name of entries.keys()) if (!listed.has(name)) note(name, 'added');
  const sums = await contents.small(SUMS);
  const expected = utf8(sumsOf(outer.files.filter(({ name }) => name !== SUMS)));
  if (sums !== null && !equal(sums, expected)) note(SUMS, 'damaged');
}

/** Where captures lie: as outer.json says, or where it is spoilt, wherever a manifest lies. A case may have none. */
function unitPaths(outer: Outer | null, entries: ReadonlyMap<string, Entry>): string[] {
  const paths =
    outer?.captures.map(({ path }) => path) ??
    [...entries.keys()].filter((name) => name.endsWith(MANIFEST)).map((name) => name.slice(0, -MANIFEST.length));
  const found = [...new Set(paths)].filter((path) => UNIT_PATH.test(path));
  return found.length > 0 || (outer !== null && isCase(outer)) ? found : [''];
}

const isCase = ({ kind }: Outer): boolean => kind === 'case' || kind === 'redacted-case';
