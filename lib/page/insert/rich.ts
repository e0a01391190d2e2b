import { wait } from '../tasks.ts';
import { standsIn } from './text.ts';

/** Lexical (Facebook) learns of focus and selection by `selectionchange`, later; without these waits a paste appends. */
const AFTER_FOCUS = 40;
const AFTER_SELECT = 60;
/** Slate looks at the selection at most every 100 ms, so the one before ours may still be waiting. */
const AFTER_SELECT_SLATE = 140;

/**
 * contenteditable and the editors built on it (Lexical, ProseMirror, Quill, Draft, Slate): a synthetic paste of
 * plain text is what all of them take into their model, with undo. One that does not handle it (a plain
 * contenteditable) leaves it unprevented; there the browser's own `insertText` is right.
 * False when the box went away or was changed meanwhile: then nothing was done.
 */
export async function pasteInto(
  box: HTMLElement,
  text: string,
  document: Document,
  signal: AbortSignal,
): Promise<boolean> {
  const before = standsIn(box);
  box.focus();
  await wait(AFTER_FOCUS, signal);
  if (!select(box, document)) return false;
  await wait(box.hasAttribute('data-slate-editor') ? AFTER_SELECT_SLATE : AFTER_SELECT, signal);
  if (signal.aborted || !box.isConnected || standsIn(box) !== before) return false;

  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: box.getRootNode() !== document,
  });
  const taken = !box.dispatchEvent(paste);
  if (!taken) document.execCommand('insertText', false, text);
  return true;
}

/** Selects all that stands in the box, so that what is pasted takes its place; in an empty box, the caret. */
function select(box: HTMLElement, document: Document): boolean {
  const selection = document.getSelection();
  if (!selection || !box.isConnected) return false;
  selection.selectAllChildren(box);
  return true;
}
