/** What we add to a page: three custom element names, so that our own nodes are known at a glance. */
export const CHIP = 'replywell-chip';
export const FRAME = 'replywell-frame';
export const NOTICE = 'replywell-notice';

/** Our own element. Their shadow roots are closed, so nothing inside is ever seen from outside. */
export function isOwn(node: Node): boolean {
  const name = node.nodeName;
  return name === 'REPLYWELL-CHIP' || name === 'REPLYWELL-FRAME' || name === 'REPLYWELL-NOTICE';
}

/**
 * A closed shadow root with our styles. `:host` rules are `!important`: for important rules the inner tree wins
 * over the page's style sheets and over the host's style attribute alike. A constructed sheet needs no
 * `<style>` element, so no page CSP can refuse it.
 */
export function closedRoot(host: HTMLElement, sheet: CSSStyleSheet): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** An icon from path data, drawn in the text's colour. Built node by node: no markup, no Trusted Types trouble. */
export function icon(document: Document, path: string, size: number): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const attributes = {
    viewBox: '0 0 24 24',
    width: String(size),
    height: String(size),
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2.25',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
