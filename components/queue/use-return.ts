import { useEffect, useRef } from 'react';
import type { ReviewView } from '../../lib/contract/views.ts';
import { isSettled } from '../../lib/desk/queue.ts';

/** The list is drawn and scrolled within so many frames. */
const FRAMES = 10;

/**
 * When the open review is left for the list, the keyboard goes back to the row that the list stands on: it would be
 * lost with the review. Whoever put it elsewhere meanwhile (the search) keeps it.
 */
export function useReturn(open: string | null): void {
  const before = useRef(open);
  useEffect(() => {
    const left = before.current;
    before.current = open;
    if (open !== null || left === null || !document.hasFocus()) return undefined;
    let frame = 0;
    const look = (tries: number): void => {
      if (document.activeElement !== document.body) return;
      const row = document.querySelector<HTMLElement>('[data-key][aria-current=true]');
      if (row) row.focus({ preventScroll: true });
      else if (tries > 0) frame = requestAnimationFrame(() => look(tries - 1));
    };
    frame = requestAnimationFrame(() => look(FRAMES));
    return () => cancelAnimationFrame(frame);
  }, [open]);
}

/**
 * Whether the open review was settled since it was opened. Then it sank in the list, and one goes on at the top of what
 * is left; who only looked something up comes back to where it stands.
 */
export function useSettledHere(review: Pick<ReviewView, 'key' | 'mark'> | null): boolean {
  const first = useRef<Pick<ReviewView, 'key' | 'mark'> | null>(null);
  if (first.current?.key !== review?.key) first.current = review;
  return review !== null && isSettled(review.mark) && first.current !== null && !isSettled(first.current.mark);
}
