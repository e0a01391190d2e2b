import { missingOf, type Range, type View } from './capture-plan.ts';

/*
 * Where the rows of one tall picture come from. The tiles stay as the browser gave them; they are only joined for
 * looking at. All rows are counted in device pixels of the content, so that no row is drawn twice or lost by rounding.
 */

/** A tile as shot: its view, and its picture's size in device pixels. */
export interface Tile {
  view: View;
  width: number;
  height: number;
}

/** Copy rows of tile `tile` from (`x`, `y`), to row `at` of the joined picture. Device pixels. */
export interface Strip {
  tile: number;
  x: number;
  y: number;
  width: number;
  height: number;
  at: number;
}

export interface Joined {
  width: number;
  height: number;
  strips: Strip[];
  /** Rows that no tile shows. */
  missing: Range[];
}

/** The first row of the content that is seen in a picture at this view, in device pixels (may be negative). */
const firstRow = ({ scroll, origin, scale }: View): number => Math.round((scroll - origin) * scale);

/** Rounding errors of measured lengths are smaller, parts of a device pixel that matter are larger. */
const ERROR = 1e-4;
/** Inwards: a row of which only a part belongs to the range is not in it. */
const wholeRows = ({ from, to }: Range, scale: number): Range => ({
  from: Math.ceil(from * scale - ERROR),
  to: Math.floor(to * scale + ERROR),
});

/** The rows of the content that a tile shows between the bars, in device pixels. */
function clearRows({ view, height }: Tile): Range {
  const first = firstRow(view);
  const seen = wholeRows(view.clear, view.scale);
  return { from: first + Math.max(0, seen.from), to: first + Math.min(height, seen.to) };
}

/** The same, of the post only. */
export function rowsOf(tile: Tile): Range {
  const seen = clearRows(tile);
  const post = wholeRows(tile.view.target, tile.view.scale);
  const from = Math.max(seen.from, post.from);
  return { from, to: Math.max(from, Math.min(seen.to, post.to)) };
}

/** How the tiles make one picture of the post. Tiles of another scale or width than the first are left out. */
export function join(tiles: readonly Tile[]): Joined {
  const [first] = tiles;
  if (!first) return { width: 0, height: 0, strips: [], missing: [] };
  const { scale } = first.view;
  const alike = tiles.map((tile, index) => ({ tile, index })).filter(({ tile }) => fits(first, tile));
  // The post as it was last measured: it may have grown.
  const target = (alike.at(-1)?.tile ?? first).view.target;
  const whole: Range = {
    from: Math.min(...alike.map(({ tile }) => wholeRows(tile.view.target, scale).from)),
    to: wholeRows(target, scale).to,
  };
  const left = Math.max(0, Math.floor(first.view.across.from * scale + ERROR));
  const right = Math.min(first.width, Math.ceil(first.view.across.to * scale - ERROR));
  const strips: Strip[] = [];
  const rows = alike
    .map(({ tile, index }) => ({ tile, index, rows: rowsOf(tile) }))
    .sort((a, b) => a.rows.from - b.rows.from);
  let done = whole.from;
  for (const { tile, index, rows: part } of rows) {
    const from = Math.max(part.from, done);
    const to = Math.min(part.to, whole.to);
    if (to <= from) continue;
    const y = from - firstRow(tile.view);
    strips.push({ tile: index, x: left, y, width: right - left, height: to - from, at: from - whole.from });
    done = to;
  }
  const missing = missingOf(
    whole,
    rows.map((row) => row.rows),
  ).map(({ from, to }) => ({ from: from - whole.from, to: to - whole.from }));
  return { width: Math.max(0, right - left), height: Math.max(0, whole.to - whole.from), strips, missing };
}

const fits = (first: Tile, other: Tile): boolean =>
  other.view.scale === first.view.scale && other.width === first.width && other.height > 0;

/** A part of a tile in its own pixels. */
export interface Crop {
  tile: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a review stands in the tiles: the parts that show it, top to bottom, without doubles. */
export function cropsOf(tiles: readonly Tile[], box: { across: Range; down: Range }): Crop[] {
  const crops: Crop[] = [];
  let done = Number.NEGATIVE_INFINITY;
  const order = tiles.map((tile, index) => ({ tile, index })).sort((a, b) => a.tile.view.scroll - b.tile.view.scroll);
  for (const { tile, index } of order) {
    const { view, width } = tile;
    const first = firstRow(view);
    const seen = clearRows(tile);
    const from = Math.max(Math.round(box.down.from * view.scale), seen.from, done);
    const to = Math.min(Math.round(box.down.to * view.scale), seen.to);
    const x = Math.max(0, Math.round(box.across.from * view.scale));
    const right = Math.min(width, Math.round(box.across.to * view.scale));
    if (to <= from || right <= x) continue;
    crops.push({ tile: index, x, y: from - first, width: right - x, height: to - from });
    done = to;
  }
  return crops;
}

/** The part that shows the post from its beginning, unless that is a sliver beside the largest. */
export function bestCrop(crops: readonly Crop[]): Crop | undefined {
  const most = Math.max(0, ...crops.map(({ height }) => height));
  return crops.find(({ height }) => height * 2 >= most);
}

/** The rows that two tiles both show, as rows of either picture; null where they share none. */
export function sharedRows(before: Tile, after: Tile): { before: number; after: number; height: number } | null {
  if (!fits(before, after)) return null;
  const [a, b] = [rowsOf(before), rowsOf(after)];
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  if (to <= from) return null;
  return { before: from - firstRow(before.view), after: from - firstRow(after.view), height: to - from };
}

/** Pictures as canvases give them: RGBA, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray | Uint8Array;
}

export interface Fit {
  /** Share of the pixels that are the same in both, 0..1, at the best shift. */
  same: number;
  /** Rows by which the later one is off; 0 where it stands as computed. */
  shift: number;
}

/** A channel may differ by so much: the same letter drawn again on another row. */
const TOLERANCE = 8;
/** Looked for this many rows up and down. */
const REACH = 3;

/** How well the shared rows of two tiles agree. Both have the same size. */
export function fitOf(before: Pixels, after: Pixels): Fit {
  let best: Fit = { same: 0, shift: 0 };
  for (let step = 0; step <= 2 * REACH; step++) {
    // 0, 1, -1, 2, -2 …: the shift that was computed wins a draw.
    const shift = step % 2 === 1 ? (step + 1) / 2 : -step / 2;
    const same = agreement(before, after, shift);
    if (same > best.same) best = { same, shift: shift === 0 ? 0 : shift };
    if (best.same === 1) break;
  }
  return best;
}

function agreement(before: Pixels, after: Pixels, shift: number): number {
  const width = Math.min(before.width, after.width);
  const rows = Math.min(before.height, after.height) - Math.abs(shift);
  if (width <= 0 || rows <= 0) return 0;
  let same = 0;
  for (let row = 0; row < rows; row++) {
    let a = (row + Math.max(0, -shift)) * before.width * 4;
    let b = (row + Math.max(0, shift)) * after.width * 4;
    for (let x = 0; x < width; x++, a += 4, b += 4) {
      if (
        near(before.data[a], after.data[b]) &&
        near(before.data[a + 1], after.data[b + 1]) &&
        near(before.data[a + 2], after.data[b + 2])
      )
        same++;
    }
  }
  return same / (rows * width);
}

const near = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) <= TOLERANCE;
