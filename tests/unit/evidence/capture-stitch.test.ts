import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextShot, pictured, type Range, snap, type View } from '../../../lib/evidence/capture-plan.ts';
import {
  bestCrop,
  cropsOf,
  fitOf,
  join,
  type Pixels,
  rowsOf,
  sharedRows,
  type Tile,
} from '../../../lib/evidence/capture-stitch.ts';

/**
 * A page as its device pixels: row n of the content has the value n. A tile of it holds, row by row, what the browser
 * would draw there, and -1 where a bar lies over it.
 */
interface Page {
  scale: number;
  viewport: number;
  width: number;
  above: number;
  below: number;
  post: Range;
  most: number;
}

function shot(page: Page, to: number): { tile: Tile; rows: number[] } {
  const scroll = snap(Math.min(Math.max(to, 0), page.most), page.scale);
  const view: View = {
    width: page.width,
    height: page.viewport,
    scale: page.scale,
    scroll,
    most: page.most,
    origin: 0,
    clear: { from: page.above, to: page.viewport - page.below },
    target: page.post,
    across: { from: 10, to: page.width - 10 },
  };
  const height = Math.round(page.viewport * page.scale);
  const first = Math.round(scroll * page.scale);
  const rows = Array.from({ length: height }, (_, row) => {
    const [top, bottom] = [row / page.scale, (row + 1) / page.scale];
    return top < page.above - 1e-9 || bottom > page.viewport - page.below + 1e-9 ? -1 : first + row;
  });
  return { tile: { view, width: Math.round(page.width * page.scale), height }, rows };
}

function shots(page: Page) {
  const taken = [shot(page, 0)];
  const covered = [pictured((taken[0] as { tile: Tile }).tile.view)];
  const tried: number[] = [];
  for (;;) {
    const last = taken.at(-1) as { tile: Tile };
    const next = nextShot(last.tile.view, covered, tried);
    if (next.do === 'end') return taken;
    tried.push(next.to);
    const now = shot(page, next.to);
    covered.push(pictured(now.tile.view));
    taken.push(now);
  }
}

const pages = fc
  .record({
    scale: fc.constantFrom(0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3),
    viewport: fc.integer({ min: 300, max: 1_000 }),
    above: fc.integer({ min: 0, max: 8_000 }).map((n) => n / 100),
    below: fc.integer({ min: 0, max: 6_000 }).map((n) => n / 100),
    from: fc.integer({ min: 12_000, max: 60_000 }).map((n) => n / 100),
    height: fc.integer({ min: 20, max: 6_000 }),
  })
  .map(
    ({ from, height, ...rest }): Page => ({
      ...rest,
      width: 800,
      post: { from, to: from + height },
      most: Math.max(0, from + height + 400 - rest.viewport),
    }),
  );

describe('joining tiles', () => {
  test('gives every row of the post once, in order, and never a bar', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const taken = shots(page);
        const { strips, height, missing } = join(taken.map(({ tile }) => tile));
        expect(missing).toEqual([]);
        const rows: (number | undefined)[] = new Array(height).fill(undefined);
        for (const { tile, y, at, height: tall } of strips) {
          for (let row = 0; row < tall; row++) {
            expect(rows[at + row]).toBeUndefined();
            rows[at + row] = taken[tile]?.rows[y + row];
          }
        }
        const first = Math.ceil(page.post.from * page.scale - 1e-4);
        expect(rows).toEqual(Array.from({ length: height }, (_, row) => first + row));
        expect(height).toBe(Math.floor(page.post.to * page.scale + 1e-4) - first);
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  test('rows that two tiles share are the same rows', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const taken = shots(page);
        for (const [index, now] of taken.entries()) {
          const before = taken[index - 1];
          const shared = before && sharedRows(before.tile, now.tile);
          if (!before || !shared) continue;
          for (let row = 0; row < shared.height; row++)
            expect(before.rows[shared.before + row]).toBe(now.rows[shared.after + row]);
        }
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  test('a tile of another pixel ratio is left out, and its rows are missing', () => {
    const page: Page = {
      scale: 1,
      viewport: 400,
      width: 600,
      above: 0,
      below: 0,
      post: { from: 0, to: 1_500 },
      most: 1_100,
    };
    const tiles = shots(page).map(({ tile }) => tile);
    const second = tiles[1] as Tile;
    const other = [tiles[0] as Tile, { ...second, view: { ...second.view, scale: 2 } }, ...tiles.slice(2)];
    expect(join(other).missing.length).toBeGreaterThan(0);
  });

  test('no tiles, no picture', () => {
    expect(join([])).toEqual({ width: 0, height: 0, strips: [], missing: [] });
  });

  test('a review’s parts lie in the tiles that show it, without doubles', () => {
    fc.assert(
      fc.property(
        pages,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 20, max: 900 }),
        (page, share, height) => {
          const taken = shots(page);
          const from = page.post.from + share * (page.post.to - page.post.from);
          const down = { from, to: Math.min(page.post.to, from + height) };
          const crops = cropsOf(
            taken.map(({ tile }) => tile),
            { across: { from: 50, to: 300 }, down },
          );
          const rows = crops.flatMap(({ tile, y, height: tall }) => taken[tile]?.rows.slice(y, y + tall) ?? []);
          expect(rows).not.toContain(-1);
          expect(new Set(rows).size).toBe(rows.length);
          const wanted = Math.round(down.to * page.scale) - Math.round(down.from * page.scale);
          expect(Math.abs(rows.length - wanted)).toBeLessThanOrEqual(2);
        },
      ),
      { seed: 23, numRuns: 150 },
    );
  });

  test('the part that is shown first is where the post begins, not a later screen of it', () => {
    const part = (tile: number, height: number) => ({ tile, x: 0, y: 0, width: 100, height });
    expect(bestCrop([])).toBeUndefined();
    expect(bestCrop([part(0, 700), part(1, 819), part(2, 400)])?.tile).toBe(0);
    // Its first rows alone say nothing.
    expect(bestCrop([part(0, 12), part(1, 819)])?.tile).toBe(1);
  });

  test('what of a tile belongs to the post lies inside the picture', () => {
    fc.assert(
      fc.property(pages, (page) => {
        for (const { tile } of shots(page)) {
          const { from, to } = rowsOf(tile);
          const first = Math.round(tile.view.scroll * tile.view.scale);
          if (to === from) continue;
          expect(from).toBeGreaterThanOrEqual(first);
          expect(to).toBeLessThanOrEqual(first + tile.height);
        }
      }),
      { seed: 24 },
    );
  });
});

describe('whether shared rows fit', () => {
  const picture = (width: number, rows: readonly number[]): Pixels => ({
    width,
    height: rows.length,
    data: Uint8ClampedArray.from(
      rows.flatMap((value) =>
        Array.from({ length: width }, (_, x) => [value, (value * 7 + x * 13) % 256, (x * 29) % 256, 255]).flat(),
      ),
    ),
  });
  const noise = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 20, maxLength: 60 });

  test('the same rows fit as they are', () => {
    fc.assert(
      fc.property(noise, (rows) => {
        expect(fitOf(picture(5, rows), picture(5, rows))).toEqual({ same: 1, shift: 0 });
      }),
      { seed: 31 },
    );
  });

  test('a shift of a row or two is found', () => {
    const rows = Array.from({ length: 40 }, (_, row) => (row * 37) % 251);
    for (const shift of [-3, -2, -1, 1, 2, 3]) {
      const later = Array.from({ length: 40 }, (_, row) => ((row - shift + 251) * 37) % 251);
      expect(fitOf(picture(5, rows), picture(5, later))).toMatchObject({ same: 1, shift });
    }
  });

  test('another picture does not fit', () => {
    const a = picture(
      8,
      Array.from({ length: 30 }, (_, row) => (row * 37) % 251),
    );
    const b = picture(
      8,
      Array.from({ length: 30 }, (_, row) => (row * 91 + 5) % 251),
    );
    expect(fitOf(a, b).same).toBeLessThan(0.5);
  });

  test('nothing to compare is no agreement', () => {
    expect(fitOf(picture(0, []), picture(0, []))).toEqual({ same: 0, shift: 0 });
  });
});
