import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { View } from '../../../lib/evidence/capture-plan.ts';
import {
  type Cover,
  type Coverable,
  coveredName,
  coversOn,
  keptInside,
  projected,
  proposals,
  wholePixels,
} from '../../../lib/evidence/covers.ts';

const SCALE = 2;
const view = (scroll: number, more: Partial<View> = {}): View => ({
  width: 800,
  height: 600,
  scale: SCALE,
  scroll,
  most: 2000,
  origin: 0,
  clear: { from: 50, to: 600 },
  target: { from: 100, to: 1800 },
  across: { from: 0, to: 800 },
  ...more,
});
const tile = (name: string, scroll: number, more: Partial<View> = {}): Coverable => ({
  name,
  width: 1600,
  height: 1200,
  view: view(scroll, more),
  place: { x: 0, y: scroll, width: 800, height: 600, scale: SCALE },
});
const [first, second] = [tile('tiles/001.png', 0), tile('tiles/002.png', 400)];
/** Cut out of the second: 300 × 200 CSS pixels at (100, 500) of the content. */
const crop: Coverable = {
  name: 'crop.png',
  width: 600,
  height: 400,
  view: null,
  place: { x: 100, y: 500, width: 300, height: 200, scale: SCALE },
};
const pictures = [first, second, crop];
const cover = (on: string, x: number, y: number, width: number, height: number): Cover => ({
  id: 'a',
  on,
  box: { x, y, width, height },
});

describe('what is covered on one picture is covered on all that show it', () => {
  test('in the overlap of two shots, and in the part cut out of one', () => {
    // 150–200 across, 520–560 down, in the content.
    const drawn = cover('tiles/001.png', 300, 1040, 100, 80);
    expect(coversOn([drawn], pictures, second).map(({ box }) => box)).toEqual([
      { x: 300, y: 240, width: 100, height: 80 },
    ]);
    expect(coversOn([drawn], pictures, crop).map(({ box }) => box)).toEqual([
      { x: 100, y: 40, width: 100, height: 80 },
    ]);
    const back = cover('crop.png', 100, 40, 100, 80);
    expect(projected(back, crop, first)).toEqual({ x: 300, y: 1040, width: 100, height: 80 });
  });

  test('not on one that shows another part', () => {
    expect(coversOn([cover('tiles/001.png', 300, 300, 100, 80)], pictures, second)).toEqual([]);
    expect(coversOn([cover('gone.png', 300, 300, 100, 80)], pictures, second)).toEqual([]);
  });

  test('a bar of the page stands at the same place in every shot', () => {
    const bar = cover('tiles/002.png', 10, 10, 200, 60);
    expect(projected(bar, second, first)).toEqual(bar.box);
    expect(projected(bar, second, crop)).toBeNull();
    expect(projected(bar, second, { ...first, width: 1598 })).toBeNull();
  });

  test('there and back again it is where it was', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.integer({ min: 0, max: 1500 }),
          y: fc.integer({ min: 140, max: 1100 }),
          width: fc.integer({ min: 1, max: 400 }),
          height: fc.integer({ min: 1, max: 90 }),
        }),
        (box) => {
          const there = projected({ id: 'a', on: first.name, box }, first, second);
          if (!there) return;
          const back = projected({ id: 'a', on: second.name, box: there }, { ...second, view: null }, first);
          expect(back).toEqual(box);
        },
      ),
    );
  });
});

test('in whole pixels outwards, cut at the edges', () => {
  const size = { width: 100, height: 50 };
  expect(wholePixels({ x: 1.2, y: 2.5, width: 3.1, height: 4 }, size)).toEqual({ x: 1, y: 2, width: 4, height: 5 });
  expect(wholePixels({ x: -5, y: 45, width: 10, height: 10 }, size)).toEqual({ x: 0, y: 45, width: 5, height: 5 });
  expect(wholePixels({ x: 100, y: 0, width: 10, height: 10 }, size)).toBeNull();
  // Not a pixel more for an error of rounding.
  expect(wholePixels({ x: 0.1 + 0.2 - 0.3, y: 0, width: 10, height: 10 }, size)).toEqual({
    x: 0,
    y: 0,
    width: 10,
    height: 10,
  });
});

test('kept inside and large enough to take hold of', () => {
  const size = { width: 100, height: 50 };
  fc.assert(
    fc.property(
      fc.record({ x: fc.integer(), y: fc.integer(), width: fc.integer({ min: -50, max: 500 }), height: fc.integer() }),
      (box) => {
        const kept = keptInside(box, size, 8);
        expect(kept.width).toBeGreaterThanOrEqual(8);
        expect(kept.height).toBeGreaterThanOrEqual(8);
        expect(kept.x).toBeGreaterThanOrEqual(0);
        expect(kept.y).toBeGreaterThanOrEqual(0);
        expect(kept.x + kept.width).toBeLessThanOrEqual(100);
        expect(kept.y + kept.height).toBeLessThanOrEqual(50);
      },
    ),
  );
});

test('names and faces that the page showed are proposed, but not what is covered already', () => {
  const people = [
    { x: 20, y: 60, width: 100, height: 16 },
    { x: -40, y: 100, width: 10, height: 10 },
  ];
  const picture = tile('tiles/001.png', 0, { people });
  expect(proposals(picture, [])).toEqual([{ x: 36, y: 116, width: 208, height: 40 }]);
  expect(proposals(picture, [{ x: 30, y: 100, width: 300, height: 100 }])).toEqual([]);
  expect(proposals(first, [])).toEqual([]);
  expect(proposals(crop, [])).toEqual([]);
});

test('names in a copy are files that a package takes', () => {
  expect(['tiles/001.png', 'crop.png', 'second.png'].map(coveredName)).toEqual([
    'redacted/tiles-001.png',
    'redacted/crop.png',
    'redacted/second.png',
  ]);
});
