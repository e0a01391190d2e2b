import { createCRC32, createSHA256, type IHasher } from 'hash-wasm';
import { type ByteSource, hex, pieces, utf8 } from './bytes.ts';

/** SHA-256 of what is in memory already, as `sha256sum` prints it. A string is hashed as its UTF-8 bytes. */
export async function sha256(data: Uint8Array | string): Promise<string> {
  const bytes = typeof data === 'string' ? utf8(data) : data;
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/** What identifies a file in a manifest (`sha256`) and in a ZIP (`crc`). */
export interface Digest {
  bytes: number;
  sha256: string;
  crc: number;
}

/** Hashes what comes in pieces, such as the chunks of a recording while they are written. */
export interface Hasher {
  update(piece: Uint8Array): void;
  /** Ends it. */
  digest(): Digest;
}

type Engines = [sha: IHasher, crc: IHasher];
/** Engines that nobody uses now: making one takes longer than hashing a small file. */
const idle: Engines[] = [];

/**
 * crypto.subtle takes one whole buffer only, so a file of 200 MB would have to be in memory. WebAssembly, because
 * in Chromium it is five times as fast as SHA-256 in JavaScript (`npm run bench -- hash`).
 */
export async function hasher(): Promise<Hasher> {
  const engines = idle.pop() ?? (await Promise.all([createSHA256(), createCRC32()]));
  const [sha, crc] = engines;
  sha.init();
  crc.init();
  let bytes = 0;
  return {
    update(piece) {
      sha.update(piece);
      crc.update(piece);
      bytes += piece.length;
    },
    digest() {
      idle.push(engines);
      return { bytes, sha256: sha.digest(), crc: Number.parseInt(crc.digest(), 16) };
    },
  };
}

export async function digestOf(source: ByteSource | AsyncIterable<Uint8Array>): Promise<Digest> {
  const running = await hasher();
  for await (const piece of 'read' in source ? pieces(source) : source) running.update(piece);
  return running.digest();
}
