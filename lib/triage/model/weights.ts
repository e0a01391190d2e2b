import * as z from 'zod/mini';
import { type Learnt, makeReady, type Ready, WIDTH } from './table.ts';

/** The array itself: a copy made number by number keeps each apart in memory, and heads are read all the time. */
const numbers = z.custom<number[]>((value) => Array.isArray(value) && value.every((n) => typeof n === 'number'));

/** Linear heads over a row of features: the last weight is the bias. */
const Heads = z.object({
  sentiment: z.array(numbers),
  aspects: z.array(numbers),
  polarity: z.array(z.array(numbers)),
  accusation: numbers,
  specific: numbers,
  urgent: numbers,
  insult: numbers,
});
export type Heads = z.infer<typeof Heads>;

/** Heads and the chance from which on each says yes. */
const Judges = z.object({
  heads: Heads,
  thresholds: z.object({ aspects: numbers, accusation: z.number(), urgent: z.number(), insult: z.number() }),
});
export type Judges = z.infer<typeof Judges>;

/** Log-odds in the order of DANGERS: from `maybe` on a person should look, from `sure` on it is said to be so. */
const Alarms = z.object({ maybe: numbers, sure: numbers });

/**
 * By the log-odds of the clause that speaks most of a danger: from `look` on turns of phrase are looked for
 * (`threat/frames.ts`), from `ask` on a head weighs it (`alarm.ts`). All in the order of DANGERS.
 */
const Dangers = z.object({
  look: numbers,
  ask: numbers,
  heads: z.array(numbers),
  starred: Alarms,
  bare: Alarms,
  foreign: Alarms,
});

const Header = z.object({
  version: z.literal(5),
  rows: z.number(),
  width: z.number(),
  /** The table holds whole numbers; a column times its scale is the weight. */
  scale: numbers,
  bias: numbers,
  /**
   * For reviews with stars, and for posts and comments, which have none: people write otherwise there. In other
   * languages most columns weigh otherwise.
   */
  starred: Judges,
  bare: Judges,
  foreign: Judges,
  dangers: Dangers,
});
type Header = z.infer<typeof Header>;

export interface TriageModel extends Header {
  readonly learnt: Learnt;
  readonly ready: Ready;
}

const MAGIC = 0x4d545752; // "RWTM"

/** The hash that the file says of itself. */
export const statedHash = (bytes: Uint8Array<ArrayBuffer>): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true);

/**
 * Layout, little-endian: magic, length of the header, hash of all that follows (FNV-1a over 32-bit words), then the
 * header as JSON padded to four bytes, the keys, the parents, and the table row by row. Null when anything is not as it
 * should be: then the rules go on alone.
 */
export function parseModel(bytes: Uint8Array<ArrayBuffer>): TriageModel | null {
  if (bytes.byteLength < 16) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const keysAt = 12 + view.getUint32(4, true);
  if (view.getUint32(0, true) !== MAGIC || keysAt % 4 !== 0 || keysAt > bytes.byteLength) return null;
  if (statedHash(bytes) !== hashOf(bytes.subarray(12))) return null;
  try {
    const header = z.safeParse(Header, JSON.parse(new TextDecoder().decode(bytes.subarray(12, keysAt))));
    if (!header.success || header.data.width !== WIDTH) return null;
    const { rows } = header.data;
    if (bytes.byteLength !== keysAt + rows * (4 + 2 + WIDTH)) return null;
    const parentsAt = keysAt + rows * 4;
    const tableAt = parentsAt + rows * 2;
    const learnt = {
      keys: new Int32Array(bytes.slice(keysAt, parentsAt).buffer),
      parents: new Uint16Array(bytes.slice(parentsAt, tableAt).buffer),
      bytes: bytes.slice(tableAt),
    };
    return { ...header.data, learnt, ready: makeReady(learnt) };
  } catch {
    return null;
  }
}

/** The inverse of `parseModel`, for training. */
export function encodeModel(model: TriageModel): Uint8Array<ArrayBuffer> {
  const { learnt, ready: _, ...header } = model;
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const { keys, parents } = learnt;
  const parts = [text, new Uint8Array(keys.buffer), new Uint8Array(parents.buffer), learnt.bytes];
  const bytes = new Uint8Array(12 + parts.reduce((n, part) => n + part.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  let at = 12;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  view.setUint32(8, hashOf(bytes.subarray(12)), true);
  return bytes;
}

function hashOf(bytes: Uint8Array<ArrayBuffer>): number {
  const words = bytes.byteLength >> 2;
  let h = 0x811c9dc5;
  if (bytes.byteOffset % 4 === 0) {
    const view = new Uint32Array(bytes.buffer, bytes.byteOffset, words);
    for (let i = 0; i < words; i++) h = Math.imul(h ^ (view[i] as number), 0x01000193);
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < words; i++) h = Math.imul(h ^ view.getUint32(i * 4, true), 0x01000193);
  }
  for (let i = words * 4; i < bytes.byteLength; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  return h >>> 0;
}
