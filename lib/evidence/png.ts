import { type ByteSource, joined, pieces } from './bytes.ts';
import type { Box } from './contract.ts';

/*
 * Covers parts of a PNG without ever holding the picture: rows come in, are painted over, and go out again. However
 * tall it is, two rows and a piece of file are in memory. What lay under a cover is nowhere in the new file: pixels are
 * set before anything is compressed, no filter of the old file is kept, and of its other chunks only those that say how
 * colours are meant.
 */

/** It is no PNG that the browser makes (8 bits a channel, not interlaced), or it is damaged. */
export class NotAPicture extends Error {}

/** Size of a picture in its own pixels, from its first bytes. */
export async function pngSize(source: ByteSource): Promise<{ width: number; height: number }> {
  const head = await source.read(0, 26);
  if (head.length < 26 || SIGNATURE.some((byte, at) => head[at] !== byte)) throw new NotAPicture('no PNG');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The picture with `boxes` (its own pixels) painted over, as a new PNG. Throws `NotAPicture`. */
export async function* coverPng(source: ByteSource, boxes: readonly Box[]): AsyncGenerator<Uint8Array> {
  const chunks = new Chunks(source);
  await chunks.signature();
  const header = await chunks.header();
  yield Uint8Array.from(SIGNATURE);
  yield chunk('IHDR', header.bytes);
  for (let next = await chunks.next(); next.type !== 'IDAT'; next = await chunks.next()) {
    if (next.type === 'IEND') throw new NotAPicture('no pixels');
    const data = await all(next.data);
    if (COLOURS.has(next.type)) yield chunk(next.type, joined(data));
  }
  const rows = covered(unfiltered(through(new DecompressionStream('deflate'), chunks.pixels()), header), header, boxes);
  for await (const data of through(new CompressionStream('deflate'), gathered(filtered(rows, header))))
    yield chunk('IDAT', data);
  yield chunk('IEND', new Uint8Array());
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** How colours are meant; nothing of what is pictured. */
const COLOURS = new Set(['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'pHYs']);
/** Bytes a pixel by colour type: grey, RGB, grey with alpha, RGB with alpha. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 };
/** Wider or taller than this is no picture of a screen or of a page. */
const MOST = 1_000_000;

interface Header {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** Bytes of a pixel. */
  step: number;
  alpha: boolean;
}

/** Reads a PNG chunk by chunk. */
class Chunks {
  readonly #source: AsyncGenerator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  /** Of the chunk that was begun: bytes left, its checksum not counted. */
  #left = 0;

  constructor(source: ByteSource) {
    this.#source = pieces(source);
  }

  async signature(): Promise<void> {
    const head = await this.#take(8);
    if (SIGNATURE.some((byte, at) => head[at] !== byte)) throw new NotAPicture('no PNG');
  }

  async header(): Promise<Header> {
    const { type, data } = await this.next();
    const bytes = joined(await all(data));
    if (type !== 'IHDR' || bytes.length !== 13) throw new NotAPicture('no header');
    const view = new DataView(bytes.buffer);
    const [width, height] = [view.getUint32(0), view.getUint32(4)];
    const [depth, colour = 0, , , interlaced] = bytes.subarray(8);
    const step = CHANNELS[colour];
    if (step === undefined || depth !== 8 || interlaced !== 0) throw new NotAPicture('not as browsers make them');
    if (width === 0 || height === 0 || width > MOST || height > MOST) throw new NotAPicture('size');
    return { bytes, width, height, step, alpha: colour >= 4 };
  }

  async next(): Promise<{ type: string; data: AsyncGenerator<Uint8Array> }> {
    const head = await this.#take(8);
    this.#left = new DataView(head.buffer, head.byteOffset, 8).getUint32(0);
    return { type: String.fromCharCode(...head.subarray(4)), data: this.#data() };
  }

  /** The compressed pixels of the IDAT chunk that was just begun and of those that follow it. */
  async *pixels(): AsyncGenerator<Uint8Array> {
    for (let data = this.#data(); ; ) {
      yield* data;
      const next = await this.next();
      if (next.type !== 'IDAT') return;
      data = next.data;
    }
  }

  async *#data(): AsyncGenerator<Uint8Array> {
    while (this.#left > 0) {
      const piece = await this.#some(this.#left);
      this.#left -= piece.length;
      yield piece;
    }
    await this.#take(4);
  }

  /** At least one byte, at most `most`. */
  async #some(most: number): Promise<Uint8Array> {
    while (this.#held.length === 0) {
      const next = await this.#source.next();
      if (next.done) throw new NotAPicture('cut off');
      this.#held = next.value;
    }
    const piece = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(piece.length);
    return piece;
  }

  async #take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let left = count; left > 0; ) {
      const piece = await this.#some(left);
      parts.push(piece);
      left -= piece.length;
    }
    return joined(parts);
  }
}

async function all(data: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of data) parts.push(part.slice());
  return parts;
}

/** Feeds a transform and hands on what comes out. */
async function* through(
  transform: CompressionStream | DecompressionStream,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const writer = transform.writable.getWriter();
  let wrong: unknown = null;
  const feeding = (async () => {
    try {
      for await (const piece of source) await writer.write(piece as Uint8Array<ArrayBuffer>);
      await writer.close();
    } catch (error) {
      wrong ??= error;
      await writer.abort(error).catch(() => undefined);
    }
  })();
  const reader = transform.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (error) {
    wrong ??= error;
  } finally {
    // Whoever stops in the middle wants no more of it; else both ends are at their end.
    reader.cancel().catch(() => undefined);
  }
  await feeding;
  if (wrong !== null) throw wrong instanceof NotAPicture ? wrong : new NotAPicture('damaged');
}

/** Whole rows of pixels. */
async function* unfiltered(
  data: AsyncIterable<Uint8Array>,
  { width, height, step }: Header,
): AsyncGenerator<Uint8Array> {
  const length = width * step;
  let above: Uint8Array = new Uint8Array(length);
  let row = new Uint8Array(length + 1);
  let at = 0;
  let done = 0;
  for await (const piece of data) {
    for (let from = 0; from < piece.length; ) {
      if (done === height) return;
      const part = piece.subarray(from, from + length + 1 - at);
      row.set(part, at);
      at += part.length;
      from += part.length;
      if (at <= length) continue;
      const pixels = row.subarray(1);
      unfilter(row[0] ?? 0, pixels, above, step);
      above = pixels;
      row = new Uint8Array(length + 1);
      at = 0;
      done++;
      // A copy: what is painted over is not what the next row is counted from.
      yield pixels.slice();
    }
  }
  if (done < height) throw new NotAPicture('cut off');
}

/** PNG's five filters, undone; a loop each, for a picture has tens of millions of bytes. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = row;
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let at = step; at < length; at++) row[at] = (row[at] as number) + (row[at - step] as number);
      return;
    case 2:
      for (let at = 0; at < length; at++) row[at] = (row[at] as number) + (above[at] as number);
      return;
    case 3:
      for (let at = 0; at < length; at++) {
        const left = at < step ? 0 : (row[at - step] as number);
        row[at] = (row[at] as number) + ((left + (above[at] as number)) >> 1);
      }
      return;
    case 4:
      for (let at = 0; at < step; at++) row[at] = (row[at] as number) + (above[at] as number);
      for (let at = step; at < length; at++)
        row[at] =
          (row[at] as number) + paeth(row[at - step] as number, above[at] as number, above[at - step] as number);
      return;
    default:
      throw new NotAPicture('filter');
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - up);
  const c = Math.abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Width of the line around a cover, so that it is seen on a black page too; its colour, and that of the cover. */
const LINE = 2;
const [LINE_SHADE, SHADE] = [0x99, 0];

/** Rows with the boxes painted over: opaque black within a grey line. */
async function* covered(
  rows: AsyncIterable<Uint8Array>,
  { width, step, alpha }: Header,
  boxes: readonly Box[],
): AsyncGenerator<Uint8Array> {
  let y = 0;
  for await (const row of rows) {
    for (const box of boxes) {
      if (y < Math.floor(box.y) || y >= Math.ceil(box.y + box.height)) continue;
      const from = Math.max(0, Math.floor(box.x));
      const to = Math.min(width, Math.ceil(box.x + box.width));
      if (to <= from) continue;
      row.fill(LINE_SHADE, from * step, to * step);
      const edge = y < box.y + LINE || y >= box.y + box.height - LINE;
      const [left, right] = [
        Math.max(from, Math.floor(box.x) + LINE),
        Math.min(to, Math.ceil(box.x + box.width) - LINE),
      ];
      if (!edge && right > left) row.fill(SHADE, left * step, right * step);
      if (alpha) for (let at = from * step + step - 1; at < to * step; at += step) row[at] = 255;
    }
    yield row;
    y++;
  }
}

/** Every so many bytes of a row are looked at to choose its filter; no multiple of a pixel. */
const SAMPLE = 13;

/** Rows as PNG wants them: as they are, or less the pixel before, or less the row above, whichever looks smallest. */
async function* filtered(rows: AsyncIterable<Uint8Array>, { width, step }: Header): AsyncGenerator<Uint8Array> {
  const length = width * step;
  let above: Uint8Array = new Uint8Array(length);
  for await (const row of rows) {
    let [plain, across, down] = [0, 0, 0];
    for (let at = step; at < length; at += SAMPLE) {
      const value = row[at] as number;
      plain += small(value);
      across += small((value - (row[at - step] as number)) & 255);
      down += small((value - (above[at] as number)) & 255);
    }
    const out = new Uint8Array(length + 1);
    if (down <= across && down <= plain) {
      out[0] = 2;
      for (let at = 0; at < length; at++) out[at + 1] = (row[at] as number) - (above[at] as number);
    } else if (across <= plain) {
      out[0] = 1;
      out.set(row.subarray(0, step), 1);
      for (let at = step; at < length; at++) out[at + 1] = (row[at] as number) - (row[at - step] as number);
    } else out.set(row, 1);
    yield out;
    above = row;
  }
}

/** Several rows at once: compressing them one by one takes twice as long. */
const GATHERED = 256 * 1024;
async function* gathered(rows: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const row of rows) {
    held.push(row);
    bytes += row.length;
    if (bytes < GATHERED) continue;
    yield joined(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield joined(held);
}

/** Distance from zero of a byte that counts both ways. */
const small = (byte: number): number => (byte < 128 ? byte : 256 - byte);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) out[4 + at] = type.charCodeAt(at);
  out.set(data, 8);
  view.setUint32(data.length + 8, crc(out.subarray(4, data.length + 8)));
  return out;
}

let table: Uint32Array | null = null;

/** CRC-32 as PNG has it. */
function crc(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
