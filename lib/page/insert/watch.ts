import type { ReplyBox } from '../../sites/contract.ts';
import { standsIn } from './text.ts';

/** A pause in typing, after which what stands there is told, ms. */
const PAUSE = 150;

/** The watch of each box; a new one takes the place of the one before. */
const watches = new WeakMap<HTMLElement, AbortController>();

/**
 * Tells what stands in a box after every change, until the box is gone (`null`, once). Reads only. The guard
 * looks at what staff type after an insertion.
 */
export function watchBox({ element }: ReplyBox, onText: (text: string | null) => void, signal: AbortSignal): void {
  const document = element.ownerDocument;
  const own = new AbortController();
  watches.get(element)?.abort();
  watches.set(element, own);
  const stop = AbortSignal.any([signal, own.signal]);
  if (signal.aborted) return;
  let told: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    timer = undefined;
    const text = standsIn(element).trim();
    if (text === told) return;
    told = text;
    onText(text);
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  };
  const inside = new MutationObserver(changed);
  inside.observe(element, { childList: true, subtree: true, characterData: true });
  const outside = new MutationObserver(() => {
    if (element.isConnected) return;
    own.abort();
    onText(null);
  });
  outside.observe(document.documentElement, { childList: true, subtree: true });
  element.addEventListener('input', changed, { signal: stop });
  // Emptied by the site after posting: fields change their value without an event.
  document.addEventListener('click', changed, { signal: stop });
  document.addEventListener('keyup', changed, { signal: stop });
  stop.addEventListener('abort', () => {
    inside.disconnect();
    outside.disconnect();
    clearTimeout(timer);
  });
  tell();
}
