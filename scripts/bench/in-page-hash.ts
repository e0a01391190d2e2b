import { blobSource } from '../../lib/evidence/bytes.ts';
import { digestOf } from '../../lib/evidence/hash.ts';

/** Speeds in MB/s of hashing a Blob piece by piece as evidence does (SHA-256 and CRC-32), and of crypto.subtle over one buffer. */
export async function hash(megabytes: number, rounds: number): Promise<{ value: number[]; baseline: number[] }> {
  const bytes = new Uint8Array(megabytes * 1_000_000);
  for (let at = 0; at < bytes.length; at += 61) bytes[at] = at;
  const blob = new Blob([bytes]);
  const speed = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return (megabytes * 1000) / (performance.now() - from);
  };
  const value: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < rounds; round++) {
    baseline.push(await speed(() => crypto.subtle.digest('SHA-256', bytes)));
    value.push(await speed(() => digestOf(blobSource(blob))));
  }
  return { value, baseline };
}
