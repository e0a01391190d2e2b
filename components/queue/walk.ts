import { useRef } from 'react';
import type { QueueItem } from '../../lib/contract/views.ts';

/**
 * The keys to step through with the arrows, j and k. While a review is open they keep the order in which they stood
 * when the first was opened: one that is marked 「已處理」 sinks in the list or leaves the filter, and the next is
 * still the one that came after it. New ones come last.
 */
export function useWalk(shown: readonly Pick<QueueItem, 'key'>[], open: string | null): readonly string[] {
  const kept = useRef<readonly string[]>([]);
  const before = new Set(kept.current);
  if (open === null || !before.has(open)) kept.current = shown.map(({ key }) => key);
  else {
    const fresh = shown.filter(({ key }) => !before.has(key)).map(({ key }) => key);
    if (fresh.length > 0) kept.current = [...kept.current, ...fresh];
  }
  return kept.current;
}
