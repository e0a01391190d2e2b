import { HEIGHT, SLIM } from './chip-view.ts';
import { isOwn } from './own.ts';

/** Between a chip and what it belongs to, px. */
const GAP = 6;
/** Between a chip and what it does not belong to, px. */
const CLEAR = 12;
/** Between the chips of two lines that follow each other, px. */
const BETWEEN = 3;
/** A chip with less height has no room for its word. */
const LOWEST = 14;
/** So many nodes beside a chip are looked at for room between them. */
const LOOKED_AT = 300;
/** Boxes overlap by less than that without covering a letter, px. */
const TOUCH = 2;

/** What of the window can be seen, from left to right: our own sidebar covers the rest. */
export interface Room {
  left: number;
  right: number;
}

/** Less than half of it can be seen, from left to right. */
export const mostlyUnder = ({ left, right }: Room, room: Room): boolean =>
  Math.min(right, room.right) - Math.max(left, room.left) < (right - left) / 2;

export type Place = 'line' | 'gutter' | 'corner';

/** What a chip stands by, in the viewport. */
export interface Stand {
  host: HTMLElement;
  place: Place;
  /** The review's outline. */
  frame: DOMRect;
  /** Where another chip is drawn, by its host. */
  other(host: Node): DOMRect | undefined;
}

/** A chip at `x`, `y` of the viewport; `slim`: its icon only. */
interface Spot {
  x: number;
  y: number;
  slim: boolean;
}

/** Where reviews are lines that follow each other, a chip is lower than a line: else it touches the next one. */
export function heightFor({ host, place, frame }: Stand): number {
  const room = place === 'gutter' ? lineAt(host, frame).pitch : frame.height;
  return Math.max(LOWEST, Math.min(HEIGHT, Math.floor(room) - BETWEEN));
}

/**
 * Where to draw a chip of this size. It takes no room, so it is drawn where little else is: in a line, after what
 * stands before it; where text fills its lines (`gutter`), beside the outline; at a card's end (`corner`), as far right
 * in its lowest line as nothing else stands. All but the gutter is inside the outline: so it never makes the page or a
 * list of it wider or longer. Never under our own sidebar: null where too little of the outline can be seen.
 */
export function spotFor(stand: Stand, size: { width: number; height: number }, room: Room): Spot | null {
  const { host, place, frame } = stand;
  const { height } = size;
  if (place === 'gutter') {
    const line = lineAt(host, frame);
    const y = line.middle - height / 2;
    const x = besides(frame, size.width, room);
    return x === null ? within(stand, size, room, y) : { x, y, slim: false };
  }
  let y = frame.bottom - height;
  let x: number | undefined;
  if (place === 'line') {
    const before = host.previousElementSibling?.getBoundingClientRect();
    const here = host.getBoundingClientRect();
    [x, y] = [here.x, here.y];
    // "Here" is the beginning of the line for a block, and nowhere in a flex or grid box: so it is measured.
    if (before && before.height > 0 && (before.height < 2 * height || laysOutChildren(host.parentElement)))
      [x, y] = [before.right + GAP, before.top + (before.height - height) / 2];
  }
  return within(stand, size, room, Math.max(frame.top, Math.min(y, frame.bottom - height)), x);
}

/** Left of the outline, else right of it, where that can be seen. */
function besides(frame: DOMRect, width: number, room: Room): number | null {
  const left = frame.left - GAP - width;
  if (left >= room.left && left + width <= room.right) return left;
  const right = frame.right + GAP;
  return right >= room.left && right + width <= room.right ? right : null;
}

/** Inside what can be seen of the outline: as near to `wanted` as can be, else where nothing else stands. */
function within(stand: Stand, size: { width: number; height: number }, room: Room, y: number, wanted?: number) {
  const from = Math.max(stand.frame.left, room.left);
  const to = Math.min(stand.frame.right, room.right);
  const slim = to - from < size.width;
  const width = slim ? SLIM : size.width;
  const most = to - width;
  if (most < from) return null;
  const free = wanted ?? freeAt(boxesBeside(stand, y, y + size.height), from, to, width) ?? most;
  return { x: Math.max(from, Math.min(free, most)), y, slim };
}

/** The rightmost `width` between `from` and `to` that keeps clear of the boxes. */
function freeAt(boxes: readonly DOMRect[], from: number, to: number, width: number): number | null {
  let right = to;
  for (const box of [...boxes].sort((a, b) => b.right - a.right)) {
    if (right - width >= box.right + CLEAR) break;
    right = Math.min(right, box.left - CLEAR);
  }
  return right - width >= from ? right - width : null;
}

/** Words, pictures and other chips between `top` and `bottom`: after a chip that stands before its text, before one at a card's end. */
function boxesBeside({ host, place, other }: Stand, top: number, bottom: number): DOMRect[] {
  const { ownerDocument: document, parentElement } = host;
  if (!parentElement) return [];
  const walker = document.createTreeWalker(parentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = host;
  const boxes: DOMRect[] = [];
  for (let n = 0; n < LOOKED_AT; n++) {
    const node = place === 'gutter' ? walker.nextNode() : walker.previousNode();
    if (!node) break;
    const chip = isOwn(node) ? other(node) : undefined;
    for (const box of chip ? [chip] : solid(node))
      if (box.bottom > top + TOUCH && box.top < bottom - TOUCH) boxes.push(box);
  }
  return boxes;
}

function solid(node: Node): Iterable<DOMRect> {
  if (node.nodeType === 1)
    return (node as Element).matches('img, svg, input') ? (node as Element).getClientRects() : [];
  return node.nodeValue?.trim() ? rangeOf(node).getClientRects() : [];
}

/** The line in which the host's words begin, and how far it is from there to the next line. */
function lineAt(host: HTMLElement, frame: DOMRect): { middle: number; pitch: number } {
  const words = host.nextSibling;
  const box = words ? (rangeOf(words).getClientRects()[0] ?? frame) : frame;
  const pitch = Number.parseFloat(getComputedStyle(host.parentElement ?? host).lineHeight);
  return { middle: (box.top + box.bottom) / 2, pitch: pitch || box.height };
}

/** A node; of a text from its first letter on. */
function rangeOf(node: Node): Range {
  const range = new Range();
  range.selectNode(node);
  const first = node.nodeType === 3 ? (node.nodeValue?.search(/\S/) ?? 0) : 0;
  if (first > 0) range.setStart(node, first);
  return range;
}

function laysOutChildren(element: Element | null): boolean {
  return element !== null && /flex|grid/.test(getComputedStyle(element).display);
}
