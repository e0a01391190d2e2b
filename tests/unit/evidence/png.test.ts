import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { type ByteSource, bytesSource, collect, joined } from '../../../lib/evidence/bytes.ts';
import type { Box } from '../../../lib/evidence/contract.ts';
import { coverPng, NotAPicture, pngSize } from '../../../lib/evidence/png.ts';
import { makePng, readPng } from './pictures.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

const covered = async (png: Uint8Array, boxes: readonly Box[]): Promise<Uint8Array> =>
  collect(coverPng(bytesSource(png), boxes));

const inside = (x: number, y: number, boxes: readonly Box[]): boolean =>
  boxes.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height);

const box = (width: number, height: number): fc.Arbitrary<Box> =>
  fc.record({
    x: fc.integer({ min: -5, max: width }),
    y: fc.integer({ min: -5, max: height }),
    width: fc.integer({ min: 1, max: width }),
    height: fc.integer({ min: 1, max: height }),
  });

test('whatever the picture and its filters: covered pixels are black or the line around, every other is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 24 }).chain((width) =>
        fc.integer({ min: 1, max: 24 }).chain((height) =>
          fc.record({
            width: fc.constant(width),
            height: fc.constant(height),
            colour: fc.constantFrom(0 as const, 2 as const, 4 as const, 6 as const),
            seed: fc.integer({ min: 1, max: 1e6 }),
            filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }),
            boxes: fc.array(box(width, height), { maxLength: 4 }),
            split: fc.integer({ min: 1, max: 60 }),
          }),
        ),
      ),
      async ({ boxes, ...shape }) => {
        const { png, pixel } = makePng(shape);
        const read = readPng(await covered(png, boxes));
        expect(read).toMatchObject({ width: shape.width, height: shape.height, colour: shape.colour });
        for (let y = 0; y < shape.height; y++) {
          for (let x = 0; x < shape.width; x++) {
            const now = read.pixel(x, y);
            const was = pixel(x, y);
            if (!inside(x, y, boxes)) expect(now).toEqual(was);
            else {
              const shades = shape.colour >= 4 ? now.slice(0, -1) : now;
              expect([0, 0x99]).toContain(shades[0]);
              expect(new Set(shades).size).toBe(1);
              if (shape.colour >= 4) expect(now.at(-1)).toBe(255);
            }
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('what lay under a cover leaves no trace: two pictures that differ only there give the same file', async () => {
  const shape = { width: 40, height: 30, colour: 6 as const, seed: 5, filters: [4, 3, 2, 1, 0], split: 1000 };
  const area = { x: 7, y: 5, width: 20, height: 10 };
  const secret = makePng({ ...shape, paint: (x, y) => (inside(x, y, [area]) ? [x * 6, y * 8, 99, 255] : null) });
  const other = makePng({
    ...shape,
    filters: [1, 1, 4],
    paint: (x, y) => (inside(x, y, [area]) ? [1, 2, 3, 4] : null),
  });
  expect(secret.png).not.toEqual(other.png);
  expect(await covered(secret.png, [area])).toEqual(await covered(other.png, [area]));
});

test('words in other chunks do not come along, the meaning of colours does', async () => {
  const chunks = [
    { type: 'tEXt', data: new TextEncoder().encode('Author\0林大華') },
    { type: 'sRGB', data: Uint8Array.of(0) },
    { type: 'eXIf', data: Uint8Array.of(1, 2, 3) },
  ];
  const { png } = makePng({ width: 4, height: 4, colour: 2, seed: 1, filters: [0], split: 9, chunks });
  const { types } = readPng(await covered(png, []));
  expect(types).toEqual(['IHDR', 'sRGB', 'IDAT', 'IEND']);
});

test('a picture of 20,000 rows passes in bounded memory', async () => {
  const [width, height] = [300, 20_000];
  const { png } = makePng({ width, height, colour: 2, seed: 3, filters: [1], split: 65_536, flat: true });
  let held = 0;
  let out = 0;
  const pieces: Uint8Array[] = [];
  for await (const piece of coverPng(bytesSource(png), [{ x: 0, y: 19_000, width: 300, height: 1000 }])) {
    held = Math.max(held, piece.length);
    out += piece.length;
    pieces.push(piece);
  }
  // A piece of the file at a time, never the 18 MB of its pixels.
  expect(held).toBeLessThan(1_000_000);
  expect(out).toBeLessThan(width * height);
  const read = readPng(joined(pieces));
  expect([read.pixel(5, 18_999), read.pixel(5, 19_000), read.pixel(5, 19_002)]).toEqual([
    makePng.flat(5, 18_999),
    [0x99, 0x99, 0x99],
    [0, 0, 0],
  ]);
});

describe('what is no picture is refused', () => {
  const good = makePng({ width: 9, height: 9, colour: 6, seed: 1, filters: [0, 1, 2, 3, 4], split: 40 }).png;
  const refuses = (bytes: Uint8Array) => expect(covered(bytes, [])).rejects.toThrow(NotAPicture);

  test('cut off anywhere, or with noise in its pixels', async () => {
    for (let length = 0; length < good.length - 16; length += 7) await refuses(good.subarray(0, length));
    const noisy = good.slice();
    const at = new TextDecoder('latin1').decode(noisy).indexOf('IDAT') + 8;
    noisy.fill(0xaa, at, at + 12);
    await refuses(noisy);
  });

  test('not a PNG, with a palette, interlaced, or with pixels that no header promises', async () => {
    await refuses(Uint8Array.from({ length: 100 }, (_, at) => at));
    for (const [at, value] of [
      [25, 3],
      [24, 16],
      [28, 1],
    ] as const) {
      const changed = good.slice();
      changed[at] = value;
      await refuses(changed);
    }
    const taller = good.slice();
    taller[23] = 200;
    await refuses(taller);
  });

  test('its size is told from its first bytes alone', async () => {
    let furthest = 0;
    const source: ByteSource = {
      size: good.length,
      read: async (start, end) => {
        furthest = Math.max(furthest, end);
        return good.subarray(start, end);
      },
    };
    expect(await pngSize(source)).toEqual({ width: 9, height: 9 });
    expect(furthest).toBeLessThan(64);
    await expect(pngSize(bytesSource(deflateSync(good)))).rejects.toThrow(NotAPicture);
  });
});
