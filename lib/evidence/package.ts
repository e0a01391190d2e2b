import { unzipSync, zipSync } from 'fflate';
import * as z from 'zod/mini';
import { canonicalJson, sha256 } from './canonical.ts';
import type { Capture } from './capture.ts';
import { CustodyEntry, custodyHolds } from './custody.ts';
import { Manifest } from './manifest.ts';

/*
 * A package is a ZIP of manifest.json, custody.json and the files that the manifest lists, in one form only:
 * entries stored and sorted by name, every time the same. So every single byte of it is checked by `verify`:
 * file contents by the manifest, the manifest by the custody log, the log by its own chain, and the rest (the
 * container) by packing the contents anew.
 */

const MANIFEST = 'manifest.json';
const CUSTODY = 'custody.json';
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/;
/** Inflated contents of a package that somebody re-packed. Ours are stored, and as large as they are. */
const MOST_INFLATED = 256 * 1024 * 1024;

type Files = Map<string, Uint8Array>;

/** The package of a capture, with its entries of the custody log. */
export function packCapture(capture: Capture): Uint8Array<ArrayBuffer> {
  const files: Files = new Map(capture.files.map(({ name, bytes }) => [name, bytes]));
  files.set(MANIFEST, utf8(capture.manifest));
  files.set(CUSTODY, utf8(canonicalJson(capture.custody)));
  return pack(files);
}

function pack(files: Files): Uint8Array<ArrayBuffer> {
  const names = [...files.keys()].sort();
  const entries = Object.fromEntries(names.map((name) => [name, files.get(name) ?? new Uint8Array()]));
  // fflate writes the local time of day: a date made from local parts is the same bytes in every time zone.
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1, 12) }) as Uint8Array<ArrayBuffer>;
}

/** `container`, a file's name, and what is wrong with it. */
export interface PackageProblem {
  file: string;
  what:
    | 'unreadable' // no ZIP, or one that is cut off
    | 'too-large' // says that it holds more than a package can
    | 'unsafe-name'
    | 'duplicate'
    | 'repacked' // all contents are intact, but the ZIP is not as it was made
    | 'missing'
    | 'added' // not listed in the manifest
    | 'changed' // not what the hash says
    | 'damaged'; // not of the form that it must have
}

export interface PackageReport {
  ok: boolean;
  problems: PackageProblem[];
  /** Nobody signs in this version. */
  signer: { key: string; known: boolean } | null;
  timestamps: never[];
  custody: { entries: number; ok: boolean };
}

/** Checks a package's every byte. Never throws; what cannot be read is a problem like others. */
export async function verifyPackage(bytes: Uint8Array): Promise<PackageReport> {
  const problems: PackageProblem[] = [];
  const note = (file: string, what: PackageProblem['what']) => problems.push({ file, what });
  const files = unpack(bytes, note);
  let custody: CustodyEntry[] | null = null;
  if (files !== null) {
    custody = await checkCustody(files.get(CUSTODY), note);
    const manifest = await checkManifest(files.get(MANIFEST), custody, note);
    if (manifest !== null) await checkFiles(files, manifest, note);
    if (problems.length === 0 && !equal(pack(files), bytes)) note('container', 'repacked');
  }
  return {
    ok: problems.length === 0,
    problems,
    signer: null,
    timestamps: [],
    custody: { entries: custody?.length ?? 0, ok: custody !== null },
  };
}

type Note = (file: string, what: PackageProblem['what']) => void;

/** The files of a ZIP, or null when it cannot be opened. Nothing is inflated that a package could not hold. */
function unpack(bytes: Uint8Array, note: Note): Files | null {
  const seen = new Set<string>();
  let stored = 0;
  let inflated = 0;
  try {
    const opened = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        const wrong = ((): PackageProblem['what'] | null => {
          if (!SAFE_NAME.test(name)) return 'unsafe-name';
          if (seen.has(name)) return 'duplicate';
          if (compression !== 0 && compression !== 8) return 'unreadable';
          // Overlapping entries could be many times as large as the file they lie in.
          stored += size;
          if (compression === 8) inflated += originalSize;
          return stored > bytes.length || inflated > MOST_INFLATED ? 'too-large' : null;
        })();
        seen.add(name);
        if (wrong !== null) note(SAFE_NAME.test(name) ? name : 'container', wrong);
        return wrong === null;
      },
    });
    return new Map(Object.entries(opened));
  } catch {
    note('container', 'unreadable');
    return null;
  }
}

/** The entries of the log, or null when it does not hold. */
async function checkCustody(bytes: Uint8Array | undefined, note: Note): Promise<CustodyEntry[] | null> {
  if (bytes === undefined) {
    note(CUSTODY, 'missing');
    return null;
  }
  const entries = canonical(bytes, z.array(CustodyEntry));
  if (entries === null) note(CUSTODY, 'damaged');
  else if (entries.length === 0 || !(await custodyHolds(entries))) note(CUSTODY, 'changed');
  else return entries;
  return null;
}

/** The manifest, or null when it cannot be trusted: then nothing can be said of the files it lists. */
async function checkManifest(
  bytes: Uint8Array | undefined,
  custody: readonly CustodyEntry[] | null,
  note: Note,
): Promise<Manifest | null> {
  if (bytes === undefined) {
    note(MANIFEST, 'missing');
    return null;
  }
  const manifest = canonical(bytes, Manifest);
  const hash = await sha256(bytes);
  const sealed = custody?.find(({ facts }) => facts?.action === 'captured');
  if (sealed !== undefined && sealed.facts?.manifestHash !== hash) {
    note(MANIFEST, 'changed');
    return null;
  }
  if (manifest === null) {
    note(MANIFEST, 'damaged');
    return null;
  }
  // A log that says nothing of this capture's sealing is not this capture's.
  if (custody !== null && sealed?.facts?.capture !== manifest.id) note(CUSTODY, 'changed');
  return manifest;
}

async function checkFiles(files: Files, manifest: Manifest, note: Note): Promise<void> {
  const listed = new Set([MANIFEST, CUSTODY]);
  for (const { name, bytes: length, sha256: expected } of manifest.files) {
    if (listed.has(name)) note(MANIFEST, 'damaged');
    listed.add(name);
    const bytes = files.get(name);
    if (bytes === undefined) note(name, 'missing');
    else if (bytes.length !== length || (await sha256(bytes)) !== expected) note(name, 'changed');
  }
  for (const name of files.keys()) if (!listed.has(name)) note(name, 'added');
}

/** What the bytes hold, if they are exactly the canonical JSON of such a value. */
function canonical<S extends z.ZodMiniType>(bytes: Uint8Array, shape: S): z.output<S> | null {
  try {
    const value = z.safeParse(
      shape,
      JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)),
    );
    return value.success && equal(utf8(canonicalJson(value.data)), bytes) ? value.data : null;
  } catch {
    return null;
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
