import { equal, fromHex, hex, joined } from '../bytes.ts';
import type { Timestamp } from '../contract.ts';
import { sha256 } from '../hash.ts';
import type { TimestampWorld } from './client.ts';
import { BadTimestamp } from './token.ts';

/*
 * OpenTimestamps: a calendar promises to write a hash that ours leads to into the Bitcoin chain. What it gives back
 * at once is only the promise (pending); hours later the `ots` program completes and checks it. We store the promise
 * and check that it starts from our hash; we do not look into the chain, and say so.
 */

/** Of a proof file, version 1, of a SHA-256. */
const MAGIC = fromHex('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294' + '01' + '08');
const SHA256_SIZE = 32;
const ATTESTATION = 0x00;
const FORK = 0xff;
const APPEND = 0xf0;
const PREPEND = 0xf1;
const SHA256 = 0x08;
const PENDING = '83dfe30d2ef90c8e';
const BITCOIN = '0588960d73d71901';
const MOST = 64 * 1024;
const PATIENCE = 20_000;

/** What a proof leads to. `bitcoin` is what it claims: nobody looked into the chain. */
export interface Proof {
  calendars: string[];
  bitcoin: boolean;
}

/** Reads a proof of `hash`; null where it is no proof of it. */
export async function checkProof(proof: Uint8Array, hash: string): Promise<Proof | null> {
  const start = MAGIC.length + SHA256_SIZE;
  if (!equal(proof.subarray(0, MAGIC.length), MAGIC)) return null;
  if (hex(proof.subarray(MAGIC.length, start)) !== hash) return null;
  const found: Proof = { calendars: [], bitcoin: false };
  const end = await follow(proof, start, fromHex(hash), found, 0);
  return end === proof.length && (found.bitcoin || found.calendars.length > 0) ? found : null;
}

/** Follows the steps from `at` to their attestations; gives where they end, or -1 where they make no sense. */
async function follow(
  proof: Uint8Array,
  start: number,
  given: Uint8Array,
  found: Proof,
  depth: number,
): Promise<number> {
  let at = start;
  let message = given;
  while (at >= 0 && at < proof.length && depth < 64 && message.length < 4096) {
    const forked = proof[at] === FORK;
    if (forked) at++;
    const tag = proof[at++];
    if (tag === ATTESTATION) {
      at = attested(proof, at, found);
      if (!forked) return at;
      continue;
    }
    let next = message;
    if (tag === APPEND || tag === PREPEND) {
      const piece = counted(proof, at);
      if (piece === null) return -1;
      next = joined(tag === APPEND ? [message, piece.bytes] : [piece.bytes, message]);
      at = piece.end;
    } else if (tag === SHA256) next = fromHex(await sha256(message));
    else return -1;
    if (forked) at = await follow(proof, at, next, found, depth + 1);
    else message = next;
  }
  return -1;
}

function attested(proof: Uint8Array, at: number, found: Proof): number {
  const kind = hex(proof.subarray(at, at + 8));
  const payload = counted(proof, at + 8);
  if (payload === null) return -1;
  if (kind === BITCOIN) found.bitcoin = true;
  if (kind === PENDING) {
    const address = counted(payload.bytes, 0);
    if (address === null || address.end !== payload.bytes.length) return -1;
    found.calendars.push(new TextDecoder().decode(address.bytes));
  }
  return payload.end;
}

/** A length (base 128, least first) and so many bytes. */
function counted(proof: Uint8Array, at: number): { bytes: Uint8Array; end: number } | null {
  let length = 0;
  for (let index = 0; index < 3; index++) {
    const byte = proof[at + index];
    if (byte === undefined) return null;
    length |= (byte & 0x7f) << (7 * index);
    if (byte >= 0x80) continue;
    const end = at + index + 1 + length;
    return end > proof.length ? null : { bytes: proof.subarray(at + index + 1, end), end };
  }
  return null;
}

/** Hands a manifest's hash to a calendar. Nothing but the hash leaves the machine. Never throws. */
export async function requestProof(manifestHash: string, calendar: string, world: TimestampWorld): Promise<Timestamp> {
  const record = {
    kind: 'opentimestamps',
    authority: calendar,
    requestedAt: world.now(),
    query: '',
    time: null,
  } as const;
  try {
    const answer = await world.fetch(new URL('digest', calendar.endsWith('/') ? calendar : `${calendar}/`), {
      method: 'POST',
      headers: { Accept: 'application/vnd.opentimestamps.v1' },
      body: fromHex(manifestHash),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) throw new BadTimestamp(`the calendar answered ${answer.status}`);
    const steps = new Uint8Array(await answer.arrayBuffer());
    const proof = joined([MAGIC, fromHex(manifestHash), steps]);
    if (steps.length > MOST || (await checkProof(proof, manifestHash)) === null)
      throw new BadTimestamp('not a proof of this hash');
    return { ...record, state: 'pending', certificates: [], response: hex(proof), failure: null };
  } catch (error) {
    const failure = error instanceof BadTimestamp ? error.message : `no answer: ${(error as Error).name}`;
    return { ...record, state: 'failed', certificates: [], response: null, failure };
  }
}
