import type { Health } from '../contract/index.ts';
import type { Adapter, PageContext } from '../sites/contract.ts';
import { isOwn } from './own.ts';

const CARDS = 3;
const DEPTH = 14;
const LINES = 400;
const ANCESTORS = 20;

/**
 * What staff can send when a page is not read well: tags, roles and attribute names of the first cards and of
 * what is around them. No text, no names, no addresses: the only values are roles and the number a `jslog`
 * begins with.
 */
export function structureReport(document: Document, adapter: Adapter, context: PageContext, health: Health): string {
  const cards = adapter.cards(document, context).slice(0, CARDS);
  const lines = [
    `ReplyWell page structure: ${adapter.id}, ${context.kind}, ${health.status}`,
    ...health.problems.map(({ field, selector, count }) => `problem: ${field} (${selector}) ×${count}`),
    ...[...adapter.signs(document, context)].map(
      ({ field, count, exact }) => `sign: ${field} ${exact ? '=' : '~'} ${count}`,
    ),
  ];
  if (cards.length === 0) {
    lines.push('no cards; body:');
    sketch(document.body, 1, lines);
  }
  for (const [index, card] of cards.entries()) {
    lines.push(`card ${index + 1}, around it:`);
    let around = card.parentElement;
    for (let i = 0; around && i < ANCESTORS; i++, around = around.parentElement) lines.push(`  ^ ${line(around)}`);
    sketch(card, 1, lines);
  }
  if (lines.length > LINES) lines.splice(LINES, Number.POSITIVE_INFINITY, '(cut)');
  return lines.join('\n');
}

function sketch(element: Element | null, depth: number, lines: string[]): void {
  if (!element || depth > DEPTH || lines.length > LINES || isOwn(element)) return;
  lines.push(`${'  '.repeat(depth)}${line(element)}`);
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) sketch(child as Element, depth + 1, lines);
  }
}

function line(element: Element): string {
  const parts = [safeName(element.localName)];
  for (const name of element.getAttributeNames().sort()) {
    const safe = safeName(name);
    const value = element.getAttribute(name) ?? '';
    if (name === 'role' && /^[a-z]{2,20}$/.test(value)) parts.push(`role=${value}`);
    else if (name === 'jslog' && /^\d{1,8}(;|$)/.test(value)) parts.push(`jslog=${Number.parseInt(value, 10)}`);
    else parts.push(safe);
  }
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
  return `${parts.join(' ')}${own ? ' #text' : ''}`;
}

/** Names are the site's words; one that could carry something else (a long number, other letters) is not shown. */
function safeName(name: string): string {
  return /^[a-z][a-z:_-]{0,39}(?:\d{1,3}[a-z:_-]{0,20})?$/i.test(name) ? name : '(name)';
}
