import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, id_sha256, MessageImprint, TimeStampReq } from 'pkijs';
import { fromHex, hex } from '../bytes.ts';
import type { Timestamp } from '../contract.ts';
import { BadTimestamp, checkToken } from './token.ts';

/** What the client needs of the world. */
export interface TimestampWorld {
  fetch: typeof fetch;
  /** This computer's time, ISO. */
  now(): string;
}

const MOST = 1024 * 1024;
const PATIENCE = 20_000;

/** A question about a SHA-256 (DER), with a nonce, asking for the certificates. */
export function timestampQuery(
  sha256: string,
  nonce = crypto.getRandomValues(new Uint8Array(8)),
): Uint8Array<ArrayBuffer> {
  // Positive and without leading zeros, as DER wants an INTEGER.
  const number = Uint8Array.from(nonce);
  number[0] = ((number[0] ?? 0) & 0x7f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: id_sha256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: fromHex(sha256).buffer }),
    }),
    nonce: new asn1js.Integer({ valueHex: number.buffer }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * Asks an authority for the time of a manifest's hash. Nothing but the hash leaves the machine. Never throws: what
 * went wrong is in `failure`, so that it can be shown and tried again.
 */
export async function requestTimestamp(sha256: string, authority: string, world: TimestampWorld): Promise<Timestamp> {
  const query = timestampQuery(sha256);
  const record = {
    kind: 'rfc3161',
    authority,
    requestedAt: world.now(),
    query: hex(query),
  } as const;
  try {
    const response = await ask(authority, query, world);
    const token = await checkToken(query, response, sha256);
    return {
      ...record,
      state: 'granted',
      time: token.time,
      response: hex(response),
      certificates: token.certificates,
      failure: null,
    };
  } catch (error) {
    const failure = error instanceof BadTimestamp ? error.message : `no answer: ${(error as Error).name}`;
    return { ...record, state: 'failed', time: null, response: null, certificates: [], failure };
  }
}

async function ask(authority: string, query: Uint8Array<ArrayBuffer>, world: TimestampWorld): Promise<Uint8Array> {
  if (!/^https?:\/\//.test(authority)) throw new BadTimestamp('not a web address');
  const answer = await world.fetch(authority, {
    method: 'POST',
    headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
    body: query,
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new BadTimestamp(`the authority answered ${answer.status}`);
  if (Number(answer.headers.get('content-length') ?? 0) > MOST) throw new BadTimestamp('an answer that is too large');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > MOST) throw new BadTimestamp('an answer that is too large');
  return bytes;
}
