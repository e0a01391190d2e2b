import * as z from 'zod/mini';
import { Vocabulary } from './vocabulary.ts';

/** What the model says of a clause: praise and complaint an aspect in the order of ASPECTS, then four signs of risk. */
export const CLAUSE_OUTPUTS = 18;
export const SPECIFIC = 14;
export const GENERAL = 15;
export const SERIOUS = 16;
export const ABUSIVE = 17;

/** What it says of the whole text: seven aspects, accusation, urgency, insult, four sentiments. */
export const TEXT_OUTPUTS = 14;
export const TEXT_ACCUSES = 7;
export const TEXT_URGENT = 8;
export const TEXT_INSULTS = 9;
export const TEXT_SENTIMENT = 10;

/** Bytes of a row of the table. */
export const WIDTH = CLAUSE_OUTPUTS + TEXT_OUTPUTS;
/** The same in 32-bit words, four columns each. */
export const WORDS = WIDTH / 4;

const numbers = z.array(z.number());

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

const Header = z.object({
  version: z.literal(1),
  rows: z.number(),
  width: z.number(),
  /** The table holds whole numbers; a column times its scale is the weight. */
  scale: numbers,
  bias: numbers,
  heads: Heads,
  thresholds: z.object({ aspects: numbers, accusation: z.number(), urgent: z.number(), insult: z.number() }),
});
type Header = z.infer<typeof Header>;

export interface TriageModel extends Header {
  /** Hashed features, a row each. */
  readonly keys: Int32Array<ArrayBuffer>;
  readonly vocabulary: Vocabulary;
  /** WORDS a row; a byte is a weight + 128, the first column lowest. */
  readonly table: Uint32Array<ArrayBuffer>;
}

const MAGIC = 0x4d545752; // "RWTM"

/** The hash that the file says of itself. */
export const statedHash = (bytes: Uint8Array<ArrayBuffer>): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true);

/**
 * Layout, little-endian: magic, length of the header, hash of all that follows (FNV-1a over 32-bit words), then the
 * header as JSON padded to four bytes, the keys, and the table row by row. Null when anything is not as it should be: then the
 * rules go on alone.
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
    if (bytes.byteLength !== keysAt + rows * (4 + WIDTH)) return null;
    const tableAt = keysAt + rows * 4;
    const keys = new Int32Array(bytes.slice(keysAt, tableAt).buffer);
    const table = new Uint32Array(bytes.slice(tableAt).buffer);
    return { ...header.data, keys, vocabulary: new Vocabulary(keys), table };
  } catch {
    return null;
  }
}

/** The inverse of `parseModel`, for training. */
export function encodeModel(model: TriageModel): Uint8Array<ArrayBuffer> {
  const { table, keys, vocabulary: _, ...header } = model;
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const bytes = new Uint8Array(12 + text.length + keys.byteLength + table.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  bytes.set(text, 12);
  bytes.set(new Uint8Array(keys.buffer), 12 + text.length);
  bytes.set(new Uint8Array(table.buffer), 12 + text.length + keys.byteLength);
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
