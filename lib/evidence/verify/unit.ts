import * as z from 'zod/mini';
import { readCanonical } from '../canonical.ts';
import {
  type CustodyAction,
  CustodyEntry,
  Manifest,
  type Outer,
  type OuterTimestamp,
  type TimestampReport,
  type VerifyReport,
} from '../contract.ts';
import { custodyHolds } from '../custody.ts';
import { sha256 } from '../hash.ts';
import { signatureHolds, toPem } from '../keys.ts';
import { CUSTODY, INDEX, MANIFEST, MANIFEST_KEY, MANIFEST_SIGNATURE } from '../names.ts';
import { checkProof } from '../timestamp/proof.ts';
import { BadTimestamp, checkToken } from '../timestamp/token.ts';
import { type Contents, judgeKey, keyIn } from './contents.ts';

/** What is found of one capture. */
export interface UnitReport {
  /** Names in the package that belong to it. */
  files: string[];
  /** The manifest could be read. */
  readable: boolean;
  capture: VerifyReport['captures'][number] | null;
  timestamps: TimestampReport[];
  custody: { entries: number; ok: boolean };
}

/** Judges the capture under `path`; `outer` is what outer.json says of it, null where that cannot be read. */
export async function judgeUnit(
  contents: Contents,
  path: string,
  outer: Outer['captures'][number] | null,
): Promise<UnitReport> {
  const { note } = contents;
  const named = (name: string) => path + name;
  const files = [MANIFEST, MANIFEST_SIGNATURE, MANIFEST_KEY, CUSTODY, INDEX].map(named);
  const written = await contents.small(named(MANIFEST));
  const hash = written && (await sha256(written));
  const manifest = written && readCanonical(written, Manifest);
  if (written !== null && manifest === null) note(named(MANIFEST), 'damaged');
  if (hash !== null && outer !== null && outer.manifestHash !== hash) note(named(MANIFEST), 'changed');

  const key = await keyIn(contents, named(MANIFEST_KEY));
  const signature = await contents.small(named(MANIFEST_SIGNATURE));
  if (key !== null && signature !== null && written !== null && !(await signatureHolds(key, signature, written)))
    note(named(MANIFEST), 'bad-signature');
  if (key !== null && outer !== null && outer.key !== key) note(named(MANIFEST_KEY), 'changed');
  const known = key !== null && (await judgeKey(contents, named(MANIFEST_KEY), key));

  if (manifest !== null) {
    judgeFiles(contents, path, manifest);
    files.push(...manifest.files.map(({ name }) => named(name)));
  }
  const custody = await judgeCustody(contents, named(CUSTODY), manifest, hash);
  const timestamps: TimestampReport[] = [];
  for (const stamp of outer?.timestamps ?? (await foundTimestamps(contents, path))) {
    files.push(
      ...[stamp.query, stamp.response, stamp.certificates].flatMap((file) => (file === null ? [] : named(file))),
    );
    timestamps.push(await judgeTimestamp(contents, path, stamp, hash));
  }
  return {
    files,
    readable: manifest !== null,
    timestamps,
    custody,
    capture:
      manifest === null || hash === null
        ? null
        : {
            id: manifest.id,
            manifestHash: hash,
            key: key ?? '',
            known,
            url: manifest.page.url,
            capturedAt: manifest.capturedAt,
            complete: manifest.complete,
            claim: manifest.claim,
          },
  };
}

/** Every file against the manifest; a crop's parent is the tile that it names. */
function judgeFiles({ digests, note, spoilt }: Contents, path: string, manifest: Manifest): void {
  const hashes = new Map(manifest.files.map(({ name, sha256: hash }) => [name, hash]));
  if (hashes.size !== manifest.files.length) note(path + MANIFEST, 'damaged', 'a file is listed twice');
  for (const { name, bytes, sha256: hash, parent } of manifest.files) {
    const digest = digests.get(path + name);
    if (digest === undefined && !spoilt(path + name)) note(path + name, 'missing');
    else if (digest !== undefined && (digest.sha256 !== hash || digest.bytes !== bytes)) note(path + name, 'changed');
    if (manifest.derivedFrom === null && parent !== null && hashes.get(parent.name) !== parent.sha256)
      note(path + MANIFEST, 'damaged', `${name} names another parent`);
  }
}

/** The log holds together and tells of this very capture's sealing. */
async function judgeCustody(
  contents: Contents,
  file: string,
  manifest: Manifest | null,
  hash: string | null,
): Promise<{ entries: number; ok: boolean }> {
  const bytes = await contents.small(file);
  if (bytes === null) return { entries: 0, ok: false };
  const entries = readCanonical(bytes, z.array(CustodyEntry));
  if (entries === null) {
    contents.note(file, 'damaged');
    return { entries: 0, ok: false };
  }
  if (!(await custodyHolds(entries))) contents.note(file, 'broken-chain');
  else if (manifest !== null && !tellsOf(entries, manifest.id, hash)) contents.note(file, 'wrong-capture');
  return { entries: entries.length, ok: !contents.spoilt(file) };
}

const SEALING: ReadonlySet<CustodyAction> = new Set<CustodyAction>(['captured', 'redacted', 'annotated']);

const tellsOf = (entries: readonly CustodyEntry[], id: string, hash: string | null): boolean =>
  entries.some(
    ({ facts }) => facts !== null && SEALING.has(facts.action) && facts.capture === id && facts.manifestHash === hash,
  );

/** Tokens as their names say, where outer.json cannot be read. */
async function foundTimestamps({ digests }: Contents, path: string): Promise<OuterTimestamp[]> {
  return [...digests.keys()].flatMap((name) => {
    const [, file = '', number, kind] = /^(timestamps\/(\d+))\.(tsr|ots)$/.exec(name.slice(path.length)) ?? [];
    if (!name.startsWith(path) || number === undefined) return [];
    const token = kind === 'tsr';
    return [
      {
        kind: token ? 'rfc3161' : 'opentimestamps',
        authority: '',
        requestedAt: '',
        state: token ? 'granted' : 'pending',
        time: null,
        query: token ? `${file}.tsq` : null,
        response: `${file}.${kind}`,
        certificates: token ? `${file}-certificates.pem` : null,
        failure: null,
      } as const,
    ];
  });
}

async function judgeTimestamp(
  contents: Contents,
  path: string,
  stamp: OuterTimestamp,
  hash: string | null,
): Promise<TimestampReport> {
  const { kind, authority, state } = stamp;
  const report = { file: '', kind, authority, state, ok: false, time: null, signer: null, root: null };
  if (stamp.response === null) return report;
  const file = path + stamp.response;
  const response = await contents.small(file);
  if (kind === 'opentimestamps') {
    const ok = response !== null && hash !== null && (await checkProof(response, hash)) !== null;
    if (response !== null && hash !== null && !ok) contents.note(file, 'bad-timestamp');
    return { ...report, file, ok };
  }
  const query = await contents.small(path + (stamp.query ?? ''));
  const pem = await contents.small(path + (stamp.certificates ?? ''));
  if (response === null || query === null || hash === null) return { ...report, file };
  try {
    const token = await checkToken(query, response, hash);
    const listed = token.certificates.map((der) => toPem('CERTIFICATE', der)).join('');
    if (pem !== null && new TextDecoder().decode(pem) !== listed)
      contents.note(path + (stamp.certificates ?? ''), 'changed');
    if (stamp.time !== null && stamp.time !== token.time) throw new BadTimestamp('outer.json states another time');
    return { ...report, file, ok: true, time: token.time, signer: token.signer, root: token.root };
  } catch (error) {
    contents.note(file, 'bad-timestamp', (error as Error).message);
    return { ...report, file };
  }
}
