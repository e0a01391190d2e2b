import { joined, utf8 } from '../bytes.ts';

/**
 * The one form of ZIP that we write: entries stored (pictures do not shrink, and no compressor's version decides
 * about bytes), sorted by name, one date, ASCII names, sizes in the headers, no extra fields, no comments, nothing
 * before, between or after. So every byte of a package is either content or can be written again.
 */
export interface Entry {
  name: string;
  /** 0 stored, 8 deflated (foreign packages only). */
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Where its own header begins. */
  header: number;
  /** Where its content begins. */
  start: number;
}

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;
/** Of a ZIP without the 64-bit extensions. */
export const MOST_BYTES = 0xffff_ffff;
export const MOST_ENTRIES = 0xffff;

const VERSION = 10;
/** 1980-01-01 00:00, the first that a ZIP can say. */
const DATE = 0x0021;

export const byName = (a: { name: string }, b: { name: string }): number =>
  a.name < b.name ? -1 : Number(a.name > b.name);

export function localHeader({ name, crc, size }: Pick<Entry, 'name' | 'crc' | 'size'>): Uint8Array<ArrayBuffer> {
  const encoded = utf8(name);
  const view = new DataView(new ArrayBuffer(LOCAL_SIZE));
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(12, DATE, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, size, true);
  view.setUint32(22, size, true);
  view.setUint16(26, encoded.length, true);
  return joined([new Uint8Array(view.buffer), encoded]);
}

function centralHeader({ name, crc, size, header }: Pick<Entry, 'name' | 'crc' | 'size' | 'header'>): Uint8Array {
  const encoded = utf8(name);
  const view = new DataView(new ArrayBuffer(CENTRAL_SIZE));
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  view.setUint16(14, DATE, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, size, true);
  view.setUint32(24, size, true);
  view.setUint16(28, encoded.length, true);
  view.setUint32(42, header, true);
  return joined([new Uint8Array(view.buffer), encoded]);
}

/** The central directory and the end record of entries whose contents end at `at`. */
export function tail(
  entries: readonly Pick<Entry, 'name' | 'crc' | 'size' | 'header'>[],
  at: number,
): Uint8Array<ArrayBuffer> {
  const directory = joined(entries.map(centralHeader));
  const view = new DataView(new ArrayBuffer(END_SIZE));
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, directory.length, true);
  view.setUint32(16, at, true);
  return joined([directory, new Uint8Array(view.buffer)]);
}
