import { isOwn } from './own.ts';

/** Nothing of the copy may run, load or lead anywhere by itself. */
const TAKEN_OUT =
  'script, noscript, template, style, link, meta, base, iframe, frame, object, embed, applet, portal, fencedframe';
/** What staff may have typed is not the post's. */
const FIELDS = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'ping', 'background'];
const SCHEME = /^(?:javascript|vbscript|data(?!:image\/(?:png|jpe?g|gif|webp)[;,])):/i;
/** As a browser reads a scheme: white space and control characters are skipped. */
const leadsToCode = (address: string): boolean =>
  SCHEME.test(
    Array.from(address)
      .filter((character) => character > ' ')
      .join(''),
  );

const HEAD =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n';

/**
 * A copy of these parts of the page as text: the elements as they stand, without anything that runs. Made in a
 * document of its own without a window, so that copying loads nothing.
 */
export function inertCopy(document: Document, roots: readonly Element[]): { html: string; domText: string } {
  const inert = document.implementation.createHTMLDocument('');
  const parts: string[] = [];
  const words: string[] = [];
  for (const root of roots) {
    const copy = inert.importNode(root, true);
    clean(copy);
    parts.push(copy.outerHTML);
    words.push(wordsOf(copy));
  }
  return { html: HEAD + parts.join('\n'), domText: words.join('\n') };
}

function clean(copy: Element): void {
  for (const node of copy.querySelectorAll(TAKEN_OUT)) node.remove();
  for (const field of copy.querySelectorAll(FIELDS)) {
    field.removeAttribute('value');
    if (field.matches('textarea, [contenteditable]')) field.replaceChildren();
  }
  for (const node of [copy, ...copy.querySelectorAll('*')]) {
    if (isOwn(node)) {
      node.remove();
      continue;
    }
    for (const { name, value } of [...node.attributes]) {
      const lower = name.toLowerCase();
      const runs = lower.startsWith('on') || lower === 'srcdoc' || lower === 'nonce';
      if (runs || (ADDRESSES.includes(lower) && leadsToCode(value))) node.removeAttribute(name);
    }
  }
}

function wordsOf(copy: Element): string {
  const words: string[] = [];
  const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = copy; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) words.push(node.nodeValue ?? '');
    else if (node.nodeName === 'IMG') words.push((node as Element).getAttribute('alt') ?? '');
  }
  return words.join('');
}
