import * as z from 'zod/mini';
import { type Person, Review } from '../contract/index.ts';
import { type ByteSource, bytesSource, collect, fromHex, pieces, textSource, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import {
  type CustodyEntry,
  Manifest,
  momentOf,
  type Outer,
  type OuterTimestamp,
  type Seal,
  type Timestamp,
} from './contract.ts';
import { custodyOf } from './custody.ts';
import { digestOf } from './hash.ts';
import { type SigningKey, toPem } from './keys.ts';
import {
  CUSTODY,
  GUIDE,
  INDEX,
  MANIFEST,
  MANIFEST_KEY,
  MANIFEST_SIGNATURE,
  OUTER,
  OUTER_KEY,
  OUTER_SIGNATURE,
  REVISIT,
  SUMS,
  sumsOf,
  TIMESTAMPS,
} from './names.ts';
import { capturePage } from './pages/capture-page.ts';
import { guide } from './pages/guide.ts';
import { revisitSheet } from './pages/revisit.ts';
import { type BytesOf, THREAD } from './seal.ts';
import { byName } from './zip/format.ts';
import { ChangedMeanwhile, writeZip, type ZipFile } from './zip/write.ts';

/*
 * A package is a ZIP of captures with what was made after they were sealed. outer.json lists the SHA-256 of every
 * other file and is signed by the machine that exports; each manifest.json lists its capture's files and was signed
 * when they were captured.
 */

/** A stored capture, redaction or annotation with what became of it. */
export interface Bundle {
  /** The manifest's characters as sealed. */
  written: string;
  seal: Seal;
  bytesOf: BytesOf;
  /** The custody log; the part that concerns this capture is taken out of it. The export stands in it already. */
  custody: readonly CustodyEntry[];
  timestamps: readonly Timestamp[];
}

/** Who exports, when, with what. */
export interface Exporting {
  at: string;
  by: Person | null;
  /** Version of the extension. */
  build: string;
  key: SigningKey;
}

/**
 * The package of one capture, as a stream. Throws `ChangedMeanwhile` when a stored file is not what its manifest
 * says, `PackageTooLarge` beyond 4 GB.
 */
export async function* packCapture(bundle: Bundle, exporting: Exporting): AsyncGenerator<Uint8Array> {
  const unit = await unitOf(bundle, '');
  yield* packUnits([unit], [], unit.manifest.kind === 'redaction' ? 'redacted' : 'capture', exporting);
}

/** A capture as it lies in a package. */
export interface Unit {
  manifest: Manifest;
  outer: Outer['captures'][number];
  files: ZipFile[];
}

/** All files of a capture under `path`, hashed and compared with its manifest. */
export async function unitOf(bundle: Bundle, path: string): Promise<Unit> {
  const manifest = Manifest.parse(JSON.parse(bundle.written));
  const files: ZipFile[] = [];
  const add = async (name: string, source: ByteSource) => {
    const file = { name: path + name, source, digest: await digestOf(source) };
    files.push(file);
    return file;
  };
  for (const { name, sha256 } of manifest.files) {
    const { digest } = await add(name, await bundle.bytesOf(name));
    if (digest.sha256 !== sha256) throw new ChangedMeanwhile(name);
  }
  const stamps: OuterTimestamp[] = [];
  for (const [index, stamp] of bundle.timestamps.entries()) {
    const { listed, made } = filed(stamp, `${TIMESTAMPS}${index + 1}`);
    stamps.push(listed);
    for (const [name, bytes] of made) await add(name, bytesSource(bytes));
  }
  const custody = custodyOf(bundle.custody, manifest.id);
  const { manifestHash, key } = bundle.seal;
  await add(MANIFEST, textSource(bundle.written));
  await add(MANIFEST_SIGNATURE, bytesSource(fromHex(bundle.seal.signature)));
  await add(MANIFEST_KEY, textSource(toPem('PUBLIC KEY', key)));
  await add(CUSTODY, textSource(canonicalJson(custody)));
  const read = async (name: string): Promise<string | null> => {
    const file = files.find((one) => one.name === path + name || one.name === `${path}redacted/${name}`);
    return file === undefined ? null : new TextDecoder().decode(await collect(pieces(file.source)));
  };
  await add(
    INDEX,
    textSource(
      await capturePage({
        manifest,
        manifestHash,
        key,
        text: await read('text.txt'),
        thread: threadIn(await read(THREAD)),
        custody,
        timestamps: stamps,
      }),
    ),
  );
  return { manifest, outer: { path, id: manifest.id, manifestHash, key, timestamps: stamps }, files };
}

/** Of an annotation there is none. */
const threadIn = (json: string | null): Review[] => (json === null ? [] : z.parse(z.array(Review), JSON.parse(json)));

/** How a time-stamp is listed in outer.json, and the files that hold it. */
function filed(
  { query, response, certificates, ...stamp }: Timestamp,
  name: string,
): { listed: OuterTimestamp; made: [string, Uint8Array][] } {
  if (response === null) return { listed: { ...stamp, query: null, response: null, certificates: null }, made: [] };
  if (stamp.kind === 'opentimestamps') {
    const file = `${name}.ots`;
    return {
      listed: { ...stamp, query: null, response: file, certificates: null },
      made: [[file, fromHex(response)]],
    };
  }
  const listed = { ...stamp, query: `${name}.tsq`, response: `${name}.tsr`, certificates: `${name}-certificates.pem` };
  return {
    listed,
    made: [
      [listed.query, fromHex(query)],
      [listed.response, fromHex(response)],
      [listed.certificates, utf8(certificates.map((der) => toPem('CERTIFICATE', der)).join(''))],
    ],
  };
}

/** Puts units and further files into one package, with the guide, the sums and the signed outer manifest. */
export async function* packUnits(
  units: readonly Unit[],
  more: readonly { name: string; text: string }[],
  kind: Outer['kind'],
  { at, by, build, key }: Exporting,
): AsyncGenerator<Uint8Array> {
  const files = units.flatMap((unit) => unit.files);
  const add = async (name: string, source: ByteSource) => {
    files.push({ name, source, digest: await digestOf(source) });
  };
  for (const { name, text } of more) await add(name, textSource(text));
  await add(
    REVISIT,
    textSource(
      await revisitSheet(units.map(({ manifest, outer: { manifestHash } }) => ({ ...manifest, manifestHash }))),
    ),
  );
  await add(GUIDE, textSource(guide(guideFacts(units))));
  await add(OUTER_KEY, textSource(toPem('PUBLIC KEY', key.publicKey)));
  files.sort(byName);
  await add(SUMS, textSource(sumsOf(files.map(({ name, digest: { sha256 } }) => ({ name, sha256 })))));
  files.sort(byName);
  const outer: Outer = {
    format: 'replywell-package',
    version: 1,
    kind,
    exportedAt: momentOf(at),
    by,
    build,
    files: files.map(({ name, digest: { bytes, sha256 } }) => ({ name, bytes, sha256 })),
    captures: units.map((unit) => unit.outer),
  };
  const written = utf8(canonicalJson(outer));
  await add(OUTER, bytesSource(written));
  await add(OUTER_SIGNATURE, bytesSource(await key.sign(written)));
  yield* writeZip(files);
}

function guideFacts(units: readonly Unit[]) {
  const stamps = units.flatMap(({ outer: { path, timestamps } }) =>
    timestamps.flatMap(({ kind, response }) => (response === null ? [] : [{ kind, file: path + response }])),
  );
  return {
    paths: units.map(({ outer }) => outer.path),
    tokens: stamps.filter(({ kind }) => kind === 'rfc3161').map(({ file }) => file.replace(/\.tsr$/, '')),
    proofs: stamps.filter(({ kind }) => kind === 'opentimestamps').map(({ file }) => file),
  };
}
