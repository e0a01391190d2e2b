/** Small readings of a node that every adapter needs. The document is always a parameter (never the global one). */

const BLOCK = new Set([
  'DIV',
  'P',
  'LI',
  'UL',
  'OL',
  'BLOCKQUOTE',
  'SECTION',
  'ARTICLE',
  'H1',
  'H2',
  'H3',
  'H4',
  'PRE',
]);
const SKIP = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'svg']);

/**
 * The text of an element as a person sees it: line breaks of `<br>` and blocks kept, emoji images by their
 * `alt`, hidden (`aria-hidden=true`) and script parts left out. `skip` leaves out further subtrees.
 * Plain text nodes only: the fast path costs one `textContent`.
 */
export function textOf(element: Element, skip?: (element: Element) => boolean): string {
  if (element.firstElementChild === null) return element.textContent ?? '';
  let out = '';
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        out += child.nodeValue ?? '';
        continue;
      }
      if (child.nodeType !== 1) continue;
      const part = child as Element;
      const tag = part.tagName;
      if (tag === 'BR') {
        out += '\n';
        continue;
      }
      if (tag === 'IMG') {
        out += part.getAttribute('alt') ?? '';
        continue;
      }
      if (SKIP.has(tag) || part.getAttribute('aria-hidden') === 'true' || skip?.(part)) continue;
      if (!BLOCK.has(tag)) {
        walk(part);
        continue;
      }
      if (out !== '' && !out.endsWith('\n')) out += '\n';
      walk(part);
      if (part.nextSibling && out !== '' && !out.endsWith('\n')) out += '\n';
    }
  };
  walk(element);
  return out;
}

/** The first of several selectors that matches, newest first, and which one it was (0 = the expected one). */
export function firstMatch(
  root: ParentNode,
  selectors: readonly string[],
): { element: Element; candidate: number } | null {
  for (let candidate = 0; candidate < selectors.length; candidate++) {
    const element = root.querySelector(selectors[candidate] as string);
    if (element) return { element, candidate };
  }
  return null;
}

/** Elements matching `selector` under `root`, `root` itself included. */
export function allWithin(root: Element | Document, selector: string): Element[] {
  const found = [...root.querySelectorAll(selector)];
  if (root.nodeType === 1 && (root as Element).matches(selector)) found.unshift(root as Element);
  return found;
}

/** `1.2K`, `3,456`, `1.2萬`, `2 億` → a number; null when there is none. Precision is that of the page. */
export function countOf(shown: string): number | null {
  const match = /(\d[\d,]*(?:\.\d+)?)\s*(萬|万|億|亿|[KkMm](?![A-Za-z]))?/.exec(shown);
  if (!match?.[1]) return null;
  const unit = match[2];
  const factor = !unit ? 1 : /[萬万]/.test(unit) ? 1e4 : /[億亿]/.test(unit) ? 1e8 : /k/i.test(unit) ? 1e3 : 1e6;
  return Math.round(Number(match[1].replaceAll(',', '')) * factor);
}
