import { PUSH_LINE, REMOVED_PUSH, shownText } from './text.ts';

/**
 * What stands in an article, line by line. PTT's page is the terminal's text: bare text nodes, spans that only
 * colour, and an element of its own for each push, preview and header line. `renamed`: recognised by its text
 * only, because its class is not the expected one.
 */
export type Line = (
  | { kind: 'text'; text: string; first: Element | null }
  | { kind: 'push'; element: Element; renamed: boolean }
  | { kind: 'head'; element: Element; renamed: boolean }
  | { kind: 'preview'; element: Element; photos: number }
  | { kind: 'cut' }
) & {
  /** The auto-update's container, where the line stands in one. */
  box: Element | null;
};

/** Lines from `from` on to its last sibling. */
export function linesFrom(from: Node | null): Line[] {
  const lines: Line[] = [];
  let text = '';
  let first: Element | null = null;
  const end = (box: Element | null): void => {
    lines.push({ kind: 'text', text, first, box });
    text = '';
    first = null;
  };
  const feed = (more: string, element: Element | null, box: Element | null): void => {
    let start = 0;
    for (let stop = more.indexOf('\n'); stop >= 0; stop = more.indexOf('\n', start)) {
      if (stop > start) first ??= element;
      text += more.slice(start, stop);
      end(box);
      start = stop + 1;
    }
    if (start < more.length) first ??= element;
    text += more.slice(start);
  };
  const walk = (node: Node | null, box: Element | null): void => {
    for (let current = node; current; current = current.nextSibling) {
      if (current.nodeType === 3) feed(current.nodeValue ?? '', null, box);
      if (current.nodeType !== 1) continue;
      const element = current as Element;
      // Most are plain pushes; making a class list for each would cost more than all the rest.
      if (element.className === 'push') {
        if (text !== '') end(box);
        lines.push({ kind: 'push', element, renamed: false, box });
        continue;
      }
      const line = blockLine(element);
      if (line === 'inline') feed(shownText(element), element, box);
      else if (line !== 'nothing') {
        if (text !== '') end(box);
        if (line === 'container') walk(element.firstChild, element);
        else lines.push({ ...line, box } as Line);
      }
    }
    if (text !== '') end(box);
  };
  walk(from, null);
  return lines;
}

type Own<T> = T extends unknown ? Omit<T, 'box'> : never;

/** What one child element of the article is. */
function blockLine(element: Element): Own<Exclude<Line, { kind: 'text' }>> | 'inline' | 'container' | 'nothing' {
  const names = element.classList;
  if (names.contains('push')) {
    return names.contains('warning-box') ? { kind: 'cut' } : { kind: 'push', element, renamed: false };
  }
  if (names.contains('new-push')) return 'container';
  if (names.contains('article-metaline') || names.contains('article-metaline-right'))
    return { kind: 'head', element, renamed: false };
  if (names.contains('richcontent'))
    return { kind: 'preview', element, photos: element.querySelectorAll('img').length };
  const tag = element.tagName;
  if (tag === 'SCRIPT' || tag === 'STYLE' || names.contains('push-stream-info')) return 'nothing';
  if (element.firstElementChild === null) {
    if (tag === 'DIV' && (element.textContent ?? '').includes('檔案過大')) return { kind: 'cut' };
    return 'inline';
  }
  if (element.childElementCount >= 3 && PUSH_LINE.test(element.textContent ?? ''))
    return { kind: 'push', element, renamed: true };
  if (element.childElementCount === 2 && /^(?:作者|看板|標題|時間)$/.test(element.firstElementChild.textContent ?? ''))
    return { kind: 'head', element, renamed: true };
  return tag === 'DIV' ? 'container' : 'inline';
}

/**
 * A push that someone recoloured stays a bare line of spans. Only a line with an element in it counts: plain text
 * that looks like a push is a person's quotation.
 */
export const isBarePush = (line: Line): line is Extract<Line, { kind: 'text' }> & { first: Element } =>
  line.kind === 'text' && line.first !== null && PUSH_LINE.test(line.text);

export const isRemovedPush = (text: string): boolean => text.startsWith('(') && REMOVED_PUSH.test(text);
