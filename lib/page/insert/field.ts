import type { Field } from './text.ts';

/**
 * textarea and input (Google's reply box, React-controlled fields): `execCommand` keeps the site's undo and
 * fires the events that frameworks listen to. All that stands in the field is replaced.
 */
export function typeInto(field: Field, text: string, document: Document): boolean {
  field.focus();
  field.select();
  return document.execCommand('insertText', false, text);
}

/** Second way, only after the first has done nothing: undo is lost, the field is right. */
export function setInto(field: Field, text: string): void {
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
