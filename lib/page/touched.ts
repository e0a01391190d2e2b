import { isOwn } from './own.ts';

/** Attributes whose change can change a record. Few: watching all of them costs the page dearly. */
const ATTRIBUTES = ['aria-expanded', 'data-review-id', 'data-virtualized', 'data-key', 'href'];

/** What has changed on the page since it was last taken. */
export interface Touched {
  size(): number;
  /** `roots`: elements that came in; `targets`: elements in which something changed, came or went. */
  take(): { roots: ReadonlySet<Element>; targets: ReadonlySet<Element> };
}

/** Collects what changes under the whole document, our own nodes left out; `onTouched` after each burst. */
export function watchTouched(document: Document, signal: AbortSignal, onTouched: () => void): Touched {
  let roots = new Set<Element>();
  let targets = new Set<Element>();
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      let foreign = type !== 'childList';
      for (const node of addedNodes) {
        if (isOwn(node)) continue;
        foreign = true;
        if (node.nodeType === 1) roots.add(node as Element);
      }
      for (const node of removedNodes) if (!isOwn(node)) foreign = true;
      const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
      if (foreign && element && !isOwn(element)) targets.add(element);
    }
    if (roots.size + targets.size > 0) onTouched();
  });
  // Of the document, so that a page that replaces its root is still followed.
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    size: () => roots.size + targets.size,
    take() {
      const taken = { roots, targets };
      roots = new Set();
      targets = new Set();
      return taken;
    },
  };
}

/** One of `roots` stands around the node: what is in the node is found with that. */
export function within(node: Element, roots: ReadonlySet<Element>): boolean {
  for (let parent = node.parentElement; parent; parent = parent.parentElement) if (roots.has(parent)) return true;
  return false;
}
