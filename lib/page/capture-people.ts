/** A rectangle in the viewport, CSS pixels. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Names are no longer than this; texts are. */
const LONGEST = 60;
/** Faces beside names, px: smaller is an icon, larger a picture that belongs to the post. */
const FACE = { from: 24, to: 120 };
/** More than this nobody looks through. */
const MOST = 400;

/**
 * Where names of others and faces stand in view at present, so that a person who covers them in a copy need not look for
 * each. By words that are a name and nothing else, and by small square pictures outside `own`: never more than a
 * proposal.
 */
export function peopleInView(root: Element, names: ReadonlySet<string>, own: Element | null): Spot[] {
  const { ownerDocument: document } = root;
  const { clientWidth: right, clientHeight: bottom } = document.documentElement;
  const spots: Spot[] = [];
  const add = (box: DOMRect): void => {
    const [x, y] = [Math.max(0, box.left), Math.max(0, box.top)];
    const [width, height] = [Math.min(right, box.right) - x, Math.min(bottom, box.bottom) - y];
    if (width >= 1 && height >= 1 && spots.length < MOST) spots.push({ x, y, width, height });
  };
  const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length > LONGEST || !names.has(text.trim())) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    add(range.getBoundingClientRect());
  }
  for (const picture of root.querySelectorAll('img, image')) {
    if (own?.contains(picture)) continue;
    const box = picture.getBoundingClientRect();
    const size = Math.max(box.width, box.height);
    const square = Math.min(box.width, box.height) > 0.8 * size;
    if (square && size >= FACE.from && size <= FACE.to) add(box);
  }
  return spots;
}
