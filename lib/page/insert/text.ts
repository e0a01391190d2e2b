import { textOf } from '../../sites/dom.ts';

/** A field whose text is its `value`. */
export type Field = HTMLTextAreaElement | HTMLInputElement;

export function isField(element: Element): element is Field {
  return element.localName === 'textarea' || element.localName === 'input';
}

/** What a person sees standing in a box, line breaks kept; an editor's own placeholder is not text. */
export function standsIn(element: HTMLElement): string {
  const text = isField(element)
    ? element.value
    : textOf(element, (part) => part.hasAttribute('data-slate-placeholder') || part.classList.contains('ql-ui'));
  return text.replace(/[\u200b\ufeff]/g, '').trim() === '' ? '' : text.replace(/[\u200b\ufeff]/g, '');
}

/**
 * Whether two texts are the same to a reader: same lines with the same words. Editors show blank lines and
 * spaces in ways of their own, so these do not count; a lost line break between two lines does.
 */
export function sameText(a: string, b: string): boolean {
  return linesOf(a) === linesOf(b);
}

function linesOf(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .replace(/[\u200b\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}
