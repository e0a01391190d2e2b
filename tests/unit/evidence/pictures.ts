import { unzlibSync, zlibSync } from 'fflate';

/** PNGs for tests, written and read plainly: whole in memory, one function a step, apart from lib/evidence/png.ts. */

const CHANNELS = { 0: 1, 2: 3, 4: 2, 6: 4 } as const;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

interface Shape {
  width: number;
  height: number;
  colour: keyof typeof CHANNELS;
  seed: number;
  /** Taken in turn, a row each. */
  filters: readonly number[];
  /** Bytes of one IDAT chunk. */
  split: number;
  /** Rows of one colour each: small however tall. */
  flat?: boolean;
  paint?: (x: number, y: number) => number[] | null;
  chunks?: readonly { type: string; data: Uint8Array }[];
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const distances = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return [a, b, c][distances.indexOf(Math.min(...distances))] ?? 0;
}

const predicted = (filter: number, left: number, up: number, corner: number): number =>
  [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;

export function makePng({ width, height, colour, seed, filters, split, flat, paint, chunks = [] }: Shape) {
  const step = CHANNELS[colour];
  let state = seed;
  const noise = Uint8Array.from({ length: flat ? 0 : width * height * step }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return state >> 16;
  });
  const pixel = (x: number, y: number): number[] => {
    if (flat) return makePng.flat(x, y);
    const at = (y * width + x) * step;
    return paint?.(x, y)?.slice(0, step) ?? [...noise.subarray(at, at + step)];
  };
  const raw = new Uint8Array((width * step + 1) * height);
  for (let y = 0; y < height; y++) {
    const filter = filters[y % filters.length] ?? 0;
    const row = y * (width * step + 1);
    raw[row] = filter;
    for (let x = 0; x < width; x++) {
      const [here, left, up, corner] = [
        pixel(x, y),
        x > 0 ? pixel(x - 1, y) : [],
        y > 0 ? pixel(x, y - 1) : [],
        x > 0 && y > 0 ? pixel(x - 1, y - 1) : [],
      ];
      for (let at = 0; at < step; at++)
        raw[row + 1 + x * step + at] = (here[at] ?? 0) - predicted(filter, left[at] ?? 0, up[at] ?? 0, corner[at] ?? 0);
    }
  }
  const data = zlibSync(raw);
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, colour, 0, 0, 0], 8);
  const parts = [Uint8Array.from(SIGNATURE), chunk('IHDR', header)];
  for (const { type, data: inner } of chunks) parts.push(chunk(type, inner));
  for (let at = 0; at < data.length; at += split) parts.push(chunk('IDAT', data.subarray(at, at + split)));
  parts.push(chunk('IEND', new Uint8Array()));
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return { png, pixel };
}
makePng.flat = (_x: number, y: number): number[] => [y & 255, (y >> 8) & 255, 7];

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12);
  new DataView(out.buffer).setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  new DataView(out.buffer).setUint32(data.length + 8, crc(out.subarray(4, data.length + 8)));
  return out;
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb8_8320 : sum >>> 1;
  }
  return (sum ^ 0xffff_ffff) >>> 0;
}

/** Size, chunks in order (neighbours of one type once) and pixels; throws where a checksum is wrong. */
export function readPng(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height, colour] = [view.getUint32(16), view.getUint32(20), png[25] as keyof typeof CHANNELS];
  const step = CHANNELS[colour];
  const types: string[] = [];
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    if (crc(png.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) throw new Error(`crc ${type}`);
    if (types.at(-1) !== type) types.push(type);
    if (type === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const data = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    data.set(part, filled);
    filled += part.length;
  }
  const raw = unzlibSync(data);
  const stride = width * step;
  const rows: Uint8Array[] = [];
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const row = raw.slice(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    const above = rows[y - 1];
    for (let at = 0; at < stride; at++) {
      const left = at < step ? 0 : (row[at - step] ?? 0);
      row[at] = (row[at] ?? 0) + predicted(filter, left, above?.[at] ?? 0, at < step ? 0 : (above?.[at - step] ?? 0));
    }
    rows.push(row);
  }
  const pixel = (x: number, y: number): number[] => [...(rows[y]?.subarray(x * step, (x + 1) * step) ?? [])];
  return { width, height, colour, types, pixel, row: (y: number): Uint8Array => rows[y] ?? new Uint8Array(), step };
}
