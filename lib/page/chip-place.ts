import type { ChipView } from './chip-view.ts';

/** Between a chip and what stands before it, px. */
const GAP = 6;

/**
 * How far to move a chip from where its host stands, px. It takes no room, so it is drawn where little else is:
 * in a line, centred on the line after what stands before it; where the adapter says `gutter`, left of the frame
 * (text that fills its lines has no room else); at a card's end, in the lower right corner, where
 * the last line of a text seldom reaches. Else always inside `frame`, the review's outline: so it never makes the
 * page or a list of it wider or longer.
 */
export function shiftInto(
  view: ChipView,
  card: Element,
  frame: DOMRect,
  place: 'line' | 'gutter',
): { x: number; y: number } {
  const { host } = view;
  const rect = view.rect();
  const before = host.previousElementSibling?.getBoundingClientRect();
  let [x, y] = [rect.x, rect.y];
  if (place === 'gutter' && frame.left - rect.width - GAP >= 0) {
    return { x: Math.floor(frame.left - rect.width - GAP - rect.x), y: 0 };
  }
  if (host.parentElement === card && host.nextSibling === null) {
    [x, y] = [frame.right - rect.width, frame.bottom - rect.height];
  } else if (before && before.height > 0 && (before.height < 2 * rect.height || laysOutChildren(host.parentElement))) {
    // "Here" is the beginning of the line for a block, and nowhere in a flex or grid box: so it is measured.
    [x, y] = [before.right + GAP, before.top + (before.height - rect.height) / 2];
  }
  x = Math.max(frame.left, Math.min(x, frame.right - rect.width));
  y = Math.max(frame.top, Math.min(y, frame.bottom - rect.height));
  // Down, not to the nearest: half a pixel outside is a scroll bar.
  return { x: Math.floor(x - rect.x), y: Math.floor(y - rect.y) };
}

function laysOutChildren(element: Element | null): boolean {
  return element !== null && /flex|grid/.test(getComputedStyle(element).display);
}
