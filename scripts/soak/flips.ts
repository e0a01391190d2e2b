import { verifyPackage } from '../../lib/evidence/verify.ts';

/** One bit of a package, and the file in whose content it lies (`container` where it lies in none). */
export interface Flip {
  at: number;
  bit: number;
  file: string;
}

/** Places of a package's files by its local headers, read without our own ZIP code. */
export function placesOf(zip: Uint8Array): { name: string; start: number; end: number }[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const places = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const start = at + 30 + view.getUint16(26 + at, true) + view.getUint16(28 + at, true);
    const name = new TextDecoder().decode(zip.subarray(at + 30, at + 30 + view.getUint16(26 + at, true)));
    const end = start + view.getUint32(at + 18, true);
    places.push({ name, start, end });
    at = end;
  }
  return places;
}

/**
 * `count` seeded flips: every other one anywhere, the others spread evenly over the files and what stands around
 * them, so that small files are met as often as pictures.
 */
export function* flipsOf(zip: Uint8Array, count: number, seed: number): Generator<Flip> {
  const places = placesOf(zip);
  const random = randomOf(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const around = [...zip.keys()].filter((at) => !places.some(({ start, end }) => start <= at && at < end));
  for (let index = 0; index < count; index++) {
    const choice = below(places.length + 1);
    const place = places[choice];
    const at =
      index % 2 === 0
        ? below(zip.length)
        : place === undefined
          ? (around[below(around.length)] ?? 0)
          : place.start + below(Math.max(1, place.end - place.start));
    const file = places.find(({ start, end }) => start <= at && at < end)?.name ?? 'container';
    yield { at, bit: below(8), file };
  }
}

/** What is wrong with how a flip was reported; null where it was found and its file, and no other, was named. */
export async function flip(zip: Uint8Array, { at, bit, file }: Flip): Promise<string | null> {
  const bytes = zip.slice();
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  const report = await verifyPackage(bytes);
  const named = [...new Set(report.problems.map((problem) => problem.file))].join(', ');
  if (report.ok) return `bit ${bit} of byte ${at} (${file}) was not found`;
  return named === file ? null : `bit ${bit} of byte ${at} lies in ${file}, but named was ${named}`;
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
