import type { View } from './capture-plan.ts';
import type { Box, Manifest, Place } from './contract.ts';

/*
 * What somebody covers on one picture of a capture must be gone from the others that show it too: pictures overlap, and
 * the review's own part is cut out of one of them. A cover is kept where it was drawn and projected onto the others.
 */

/** A picture that may be covered. `view`: of a shot of the tab; `place`: where it lies in what was scrolled. */
export interface Coverable {
  name: string;
  width: number;
  height: number;
  view: View | null;
  place: Place | null;
}

/** Something covered, as drawn on one picture. */
export interface Cover {
  id: string;
  /** Name of the picture. */
  on: string;
  box: Box;
}

/** Where a cover lies on `to`, in its pixels, or null where `to` does not show the same. Not cut at its edges. */
export function projected(cover: Cover, from: Coverable, to: Coverable): Box | null {
  if (from.name === to.name) return cover.box;
  const stays = staysPut(cover.box, from);
  if (stays) {
    // A bar of the page stands at the same place in every shot.
    const alike = to.view !== null && to.view.scale === from.view?.scale && to.width === from.width;
    return alike ? seen(cover.box, to) : null;
  }
  if (!from.place || !to.place) return null;
  const { x, y, width, height } = cover.box;
  const [a, b] = [from.place, to.place];
  const across = (value: number): number => (a.x + value / a.scale - b.x) * b.scale;
  const down = (value: number): number => (a.y + value / a.scale - b.y) * b.scale;
  const box = { x: across(x), y: down(y), width: (width * b.scale) / a.scale, height: (height * b.scale) / a.scale };
  return seen(box, to);
}

/** Above or below what scrolls: a bar that stands still, or the browser's own. */
function staysPut({ y, height }: Box, { view }: Coverable): boolean {
  if (view === null) return false;
  const middle = (y + height / 2) / view.scale;
  return middle < view.clear.from || middle > view.clear.to;
}

const seen = (box: Box, { width, height }: Coverable): Box | null =>
  box.x < width - 0.5 && box.y < height - 0.5 && box.x + box.width > 0.5 && box.y + box.height > 0.5 ? box : null;

/** Every cover that is to be seen on `picture`. */
export function coversOn(
  covers: readonly Cover[],
  pictures: readonly Coverable[],
  picture: Coverable,
): { cover: Cover; box: Box }[] {
  const named = new Map(pictures.map((one) => [one.name, one]));
  return covers.flatMap((cover) => {
    const from = named.get(cover.on);
    const box = from && projected(cover, from, picture);
    return box ? [{ cover, box }] : [];
  });
}

/** In whole pixels, outwards (nothing shows at an edge), cut at the picture's edges; null where nothing remains. */
export function wholePixels({ x, y, width, height }: Box, picture: { width: number; height: number }): Box | null {
  const left = Math.max(0, Math.floor(x + SMALL));
  const top = Math.max(0, Math.floor(y + SMALL));
  const right = Math.min(picture.width, Math.ceil(x + width - SMALL));
  const bottom = Math.min(picture.height, Math.ceil(y + height - SMALL));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}
/** Rounding errors of projected lengths are smaller. */
const SMALL = 1e-6;

/** Room around a name, CSS pixels: letters reach over their box. */
const ROOM = 2;

/**
 * Where the page had names and faces of others when the picture was taken, as boxes to begin with; empty where the
 * capture did not note them. What a cover of `covers` hides already is left out.
 */
export function proposals(picture: Coverable, hidden: readonly Box[]): Box[] {
  const { view } = picture;
  if (!view?.people) return [];
  const { scale } = view;
  return view.people.flatMap(({ x, y, width, height }) => {
    const box = wholePixels(
      {
        x: (x - ROOM) * scale,
        y: (y - ROOM) * scale,
        width: (width + 2 * ROOM) * scale,
        height: (height + 2 * ROOM) * scale,
      },
      picture,
    );
    return box && !isHidden(box, hidden) ? [box] : [];
  });
}

/** One of `others` covers all of it, to a pixel. */
export const isHidden = (box: Box, others: readonly Box[]): boolean => others.some((other) => holds(other, box));

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 1 &&
  inner.y >= outer.y - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1;

/** Moved or made larger, but kept inside the picture and large enough to be taken hold of. */
export function keptInside(box: Box, picture: { width: number; height: number }, least: number): Box {
  const width = Math.min(Math.max(box.width, least), picture.width);
  const height = Math.min(Math.max(box.height, least), picture.height);
  return {
    width,
    height,
    x: Math.min(Math.max(0, box.x), picture.width - width),
    y: Math.min(Math.max(0, box.y), picture.height - height),
  };
}

/** 「tiles/001.png」 → 「redacted/tiles-001.png」: a copy's files lie in one folder. */
export const coveredName = (name: string): string => `redacted/${name.replaceAll('/', '-')}`;

/** A copy of what has pictures, with none of them in it: nobody has covered any yet. */
export const isBare = ({ files, missing }: Pick<Manifest, 'files' | 'missing'>): boolean =>
  missing.some(({ what, why }) => what === 'tile' && why === 'redacted') &&
  files.every(({ covers }) => covers === undefined);
