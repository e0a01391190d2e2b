import type { Failure } from '../contract/index.ts';
import type { ReplyBox } from '../sites/contract.ts';
import { setInto, typeInto } from './insert/field.ts';
import { pasteInto } from './insert/rich.ts';
import { isField, sameText, standsIn } from './insert/text.ts';
import { until, wait } from './tasks.ts';

/** Editors commit late: only after this long is "not there" an answer, ms. */
const PATIENCE = 1_000;
/** A text that stands is looked at once more, in case the site put it in twice. */
const AGAIN = 60;

export type Insertion =
  | { ok: true }
  | {
      ok: false;
      failure: Extract<Failure, 'insert-failed' | 'too-long' | 'box-not-empty' | 'no-reply-box'>;
    };

export interface InsertOptions {
  document: Document;
  signal: AbortSignal;
  /** Put the text in the place of what stands in the box. Only when the person has said so. */
  replace?: boolean;
}

/**
 * Puts a text into the site's own box and makes sure that it stands there exactly once. Presses no button and
 * sends no Enter: posting is the person's. A text that is there already is a success; one that is too long is
 * refused, never cut; after a failure the person copies.
 */
export async function insertReply(box: ReplyBox, text: string, options: InsertOptions): Promise<Insertion> {
  const { document, signal, replace = false } = options;
  const { element } = box;
  const draft = text.replace(/\r\n?/g, '\n');
  if (!writable(element)) return { ok: false, failure: 'no-reply-box' };
  if (draft.length > longest(box)) return { ok: false, failure: 'too-long' };

  const standing = standsIn(element);
  if (sameText(standing, draft)) return { ok: true };
  if (standing !== '' && !replace) return { ok: false, failure: 'box-not-empty' };
  if (signal.aborted || (element.localName === 'input' && draft.includes('\n'))) return failed();

  if (isField(element)) {
    const before = element.value;
    const done = typeInto(element, draft, document);
    if ((await verify(element, draft, done ? PATIENCE : 0, signal)) === 'stands') return { ok: true };
    // The second way only where the first has left no trace, not even late.
    if (signal.aborted || element.value !== before || !writable(element)) return failed();
    setInto(element, draft);
  } else if (!(await pasteInto(element, draft, document, signal))) {
    return element.isConnected ? failed() : { ok: false, failure: 'no-reply-box' };
  }
  return (await verify(element, draft, PATIENCE, signal)) === 'stands' ? { ok: true } : failed();
}

const failed = (): Insertion => ({ ok: false, failure: 'insert-failed' });

async function verify(
  element: HTMLElement,
  draft: string,
  patience: number,
  signal: AbortSignal,
): Promise<'stands' | 'not'> {
  const stands = (): boolean => element.isConnected && sameText(standsIn(element), draft);
  for (let left = 2; left > 0; left--) {
    if (!(await until(stands, element, patience, signal))) return 'not';
    await wait(AGAIN, signal);
    if (stands()) return 'stands';
  }
  return 'not';
}

/** A box that a person could type into now. */
function writable(element: HTMLElement): boolean {
  if (!element.isConnected || element.closest('[inert]')) return false;
  if (element.getAttribute('aria-readonly') === 'true' || element.getAttribute('aria-disabled') === 'true')
    return false;
  if (!element.checkVisibility({ visibilityProperty: true }) || element.getClientRects().length === 0) return false;
  if (!isField(element)) return element.isContentEditable;
  const types = ['textarea', 'text', 'search'];
  return types.includes(element.type) && !element.readOnly && !element.matches(':disabled');
}

function longest({ element, maxLength }: ReplyBox): number {
  const own = isField(element) && element.maxLength >= 0 ? element.maxLength : Number.POSITIVE_INFINITY;
  return Math.min(own, maxLength ?? Number.POSITIVE_INFINITY);
}
