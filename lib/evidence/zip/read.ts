import { Inflate } from 'fflate';
import { type ByteSource, equal, pieces } from '../bytes.ts';
import {
  byName,
  CENTRAL,
  CENTRAL_SIZE,
  END,
  END_SIZE,
  type Entry,
  LOCAL,
  LOCAL_SIZE,
  localHeader,
  MOST_ENTRIES,
  tail,
} from './format.ts';

/*
 * Packages come from strangers. The entries can be read by the directory at the end and by the headers in front of
 * each; in ours both say the same. Where they differ the container is not as it was made, and whichever reading finds
 * the contents whole is the one that was not damaged.
 */

/** A directory larger than this is an attack. */
const MOST_DIRECTORY = 32 * 1024 * 1024;
const MOST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
const UTF8_NAME = 0x800;

export interface Container {
  /** Every byte of it is an entry's content or what `writeZip` would have written around. */
  canonical: boolean;
  /** One reading, or several that may differ; none: it cannot be opened. */
  readings: Entry[][];
}

export async function openZip(source: ByteSource): Promise<Container> {
  const walked = await byHeaders(source);
  if (walked !== null && (await isCanonical(source, walked))) return { canonical: true, readings: [walked] };
  const readings = [await byDirectory(source, false), await byDirectory(source, true), walked];
  return { canonical: false, readings: readings.filter((entries) => entries !== null) };
}

/** Whether nothing stands in the source but these entries in the form that `writeZip` gives them. */
async function isCanonical(source: ByteSource, entries: readonly Entry[]): Promise<boolean> {
  let at = 0;
  let before = '';
  for (const entry of entries) {
    if (entry.header !== at || entry.method !== 0 || (at > 0 && before >= entry.name)) return false;
    const header = localHeader(entry);
    if (!equal(header, await source.read(at, at + header.length))) return false;
    at += header.length + entry.size;
    before = entry.name;
  }
  const expected = tail(entries, at);
  return source.size === at + expected.length && equal(expected, await source.read(at, source.size));
}

/** Header after header from the first byte. Null where that is no way to read it. */
async function byHeaders(source: ByteSource): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (let at = 0; entries.length <= MOST_ENTRIES; ) {
    const view = viewOf(await source.read(at, at + LOCAL_SIZE));
    if (view.byteLength < LOCAL_SIZE || view.getUint32(0, true) !== LOCAL) break;
    const flags = view.getUint16(6, true);
    if ((flags & (ENCRYPTED | SIZES_FOLLOW)) !== 0) return null;
    const nameLength = view.getUint16(26, true);
    const start = at + LOCAL_SIZE + nameLength + view.getUint16(28, true);
    const packed = view.getUint32(18, true);
    const name = nameOf(await source.read(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength), flags);
    if (name === null || start + packed > source.size) return null;
    entries.push({
      name,
      method: view.getUint16(8, true),
      crc: view.getUint32(14, true),
      packed,
      size: view.getUint32(22, true),
      header: at,
      start,
    });
    at = start + packed;
  }
  return entries.length === 0 ? null : entries;
}

/**
 * By the directory, as every unzipping program does. Null where there is none that makes sense. `plain`: whatever an
 * entry's own header says, it is as long as ours are.
 */
async function byDirectory(source: ByteSource, plain: boolean): Promise<Entry[] | null> {
  const end = await endRecord(source);
  if (end === null || end.size > MOST_DIRECTORY) return null;
  const bytes = await source.read(end.from, end.from + end.size);
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  let at = 0;
  while (at + CENTRAL_SIZE <= bytes.length && view.getUint32(at, true) === CENTRAL) {
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength), flags);
    const header = view.getUint32(at + 42, true) + end.shift;
    const local = viewOf(await source.read(header, header + LOCAL_SIZE));
    if (name === null || (flags & ENCRYPTED) !== 0) return null;
    if (local.byteLength < LOCAL_SIZE || (!plain && local.getUint32(0, true) !== LOCAL)) return null;
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header,
      start: header + LOCAL_SIZE + (plain ? nameLength : local.getUint16(26, true) + local.getUint16(28, true)),
    };
    if (entry.start + entry.packed > source.size || entries.length > MOST_ENTRIES) return null;
    if (!entry.name.endsWith('/')) entries.push(entry); // a folder holds nothing
    at += CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.length === 0 ? null : entries;
}

/** Where the directory stands. `shift`: how many foreign bytes stand in front of the ZIP. */
async function endRecord(source: ByteSource): Promise<{ from: number; size: number; shift: number } | null> {
  const from = Math.max(0, source.size - END_SIZE - MOST_COMMENT);
  const view = viewOf(await source.read(from, source.size));
  for (let at = view.byteLength - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const size = view.getUint32(at + 12, true);
    const shift = from + at - size - view.getUint32(at + 16, true);
    if (shift >= 0) return { from: from + at - size, size, shift };
  }
  return null;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function nameOf(bytes: Uint8Array, flags: number): string | null {
  if ((flags & UTF8_NAME) === 0 && bytes.some((byte) => byte >= 0x80)) return new TextDecoder('latin1').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Why an entry's content cannot be had. */
export class BadEntry extends Error {
  readonly what: 'too-large' | 'changed' | 'unreadable';
  constructor(what: BadEntry['what']) {
    super(what);
    this.what = what;
  }
}

/** A deflated piece of this size is at most 16 MB inflated. */
const SIP = 16 * 1024;

/**
 * The content in pieces. Throws `BadEntry` as soon as there is more than `most` bytes, whatever the headers say, or
 * when it is not what the headers say.
 */
export async function* contentOf(source: ByteSource, entry: Entry, most: number): AsyncGenerator<Uint8Array> {
  if (entry.size > most) throw new BadEntry('too-large');
  if (entry.method === 0) {
    if (entry.packed !== entry.size) throw new BadEntry('changed');
    yield* pieces(source, entry.start, entry.start + entry.packed);
    return;
  }
  if (entry.method !== 8) throw new BadEntry('unreadable');
  let out: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => out.push(piece));
  for (let at = entry.start, end = at + entry.packed; at < end; at += SIP) {
    const to = Math.min(at + SIP, end);
    try {
      inflate.push((await source.read(at, to)).slice(), to === end);
    } catch {
      throw new BadEntry('changed');
    }
    size += out.reduce((sum, piece) => sum + piece.length, 0);
    if (size > entry.size) throw new BadEntry('too-large');
    yield* out;
    out = [];
  }
  if (size !== entry.size) throw new BadEntry('changed');
}

/** Whether entries share bytes: how small files unpack to petabytes. */
export function overlap(entries: readonly Entry[]): boolean {
  const placed = [...entries].sort((a, b) => a.header - b.header);
  return placed.some((entry, index) => {
    const next = placed[index + 1];
    return next !== undefined && entry.start + entry.packed > next.header;
  });
}

/** Names that stay in their folder and mean one file on every system. */
const SAFE_NAME = /^(?:[A-Za-z0-9][A-Za-z0-9-]{0,60}\/){0,3}[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

export const safeName = (name: string): boolean =>
  SAFE_NAME.test(name) &&
  !name.includes('..') &&
  name.split('/').every((part) => !DEVICE.test(part) && !part.endsWith('.'));

/** Names that stand twice, also where only capitals differ. */
export function duplicates(entries: readonly Entry[]): string[] {
  const seen = new Set<string>();
  return [...entries].sort(byName).flatMap(({ name }) => {
    const folded = name.toLowerCase();
    if (seen.has(folded)) return [name];
    seen.add(folded);
    return [];
  });
}
