import { isOwn } from './own.ts';

/** Pages beyond this are looked at in part: a bar stands near the top of the tree. */
const MOST = 80_000;

/**
 * What stands still over the page while it scrolls: fixed and sticky elements, but for those that hold the post
 * itself (a dialog) and those that fill the window (a backdrop without anything to see).
 */
export function findBars(document: Document, post: Element): Element[] {
  const bars: Element[] = [];
  const height = document.defaultView?.innerHeight ?? 0;
  let seen = 0;
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) => (isOwn(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  for (let node = walker.nextNode() as Element | null; node && seen < MOST; seen++) {
    const { position } = getComputedStyle(node);
    const still = position === 'fixed' || position === 'sticky';
    if (still && !node.contains(post) && node.getBoundingClientRect().height <= height * 0.6) bars.push(node);
    node = walker.nextNode() as Element | null;
  }
  return bars;
}

/** Takes them out of sight without moving anything; `show` puts back exactly what was there. */
export function hideBars(bars: readonly Element[]): { count: number; show: () => void } {
  const before = bars
    .filter((bar): bar is HTMLElement => bar instanceof HTMLElement && bar.isConnected)
    .map((bar) => ({
      bar,
      value: bar.style.getPropertyValue('visibility'),
      priority: bar.style.getPropertyPriority('visibility'),
      had: bar.hasAttribute('style'),
    }));
  for (const { bar } of before) bar.style.setProperty('visibility', 'hidden', 'important');
  return {
    count: before.length,
    show() {
      for (const { bar, value, priority, had } of before) {
        if (value) bar.style.setProperty('visibility', value, priority);
        else bar.style.removeProperty('visibility');
        if (!had && bar.getAttribute('style') === '') bar.removeAttribute('style');
      }
    },
  };
}
