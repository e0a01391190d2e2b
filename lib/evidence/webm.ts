import fixWebmDuration from 'fix-webm-duration';
import { equal } from './bytes.ts';

/** EBML ids, and the length that a recorder writes while it does not know how long it will be. */
const CLUSTER = Uint8Array.of(0x1f, 0x43, 0xb6, 0x75);
const SEGMENT = Uint8Array.of(0x18, 0x53, 0x80, 0x67);
const INFO = Uint8Array.of(0x15, 0x49, 0xa9, 0x66);
const DURATION = Uint8Array.of(0x44, 0x89);
const UNKNOWN = Uint8Array.of(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
/** The head of a recording is a few hundred bytes. */
const MOST_HEAD = 64 * 1024;

/**
 * A recorder writes no length into the head, because it does not know it yet; players then neither show nor seek it.
 * The head alone is written anew, so that memory is bounded and no picture is touched: the library would take the
 * whole file apart. As it was where the head is not of that form.
 */
export async function withDuration(recorded: Blob, ms: number): Promise<Blob> {
  const start = new Uint8Array(await recorded.slice(0, MOST_HEAD).arrayBuffer());
  const cluster = indexOf(start, CLUSTER, 0);
  if (cluster < 0) return recorded;
  const head = await fixWebmDuration(new Blob([withoutDuration(start.slice(0, cluster))]), ms, { logger: false });
  const made = new Uint8Array(await head.arrayBuffer());
  const segment = indexOf(made, SEGMENT, 0);
  if (segment < 0 || made.length === cluster) return recorded;
  const size = segment + SEGMENT.length;
  // The library has closed the segment after the head: it goes on to the end, however long.
  return new Blob(
    [made.slice(0, size), UNKNOWN, made.slice(size + lengthOf(made[size] ?? 0)), recorded.slice(cluster)],
    {
      type: recorded.type,
    },
  );
}

/** Chrome writes one millisecond; the library puts right only what is nothing at all. */
function withoutDuration(head: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const info = indexOf(head, INFO, 0);
  const at = info < 0 ? -1 : indexOf(head, DURATION, info);
  if (at < 0) return head;
  const size = (head[at + DURATION.length] ?? 0x80) - 0x80;
  return head.fill(0, at + DURATION.length + 1, at + DURATION.length + 1 + size);
}

/** Bytes of an EBML number, told from its first one. */
const lengthOf = (first: number): number => Math.clz32(first) - 23;

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = from; at + wanted.length <= bytes.length; at++)
    if (equal(bytes.subarray(at, at + wanted.length), wanted)) return at;
  return -1;
}
