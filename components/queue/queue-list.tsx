import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { QueueItem } from '../../lib/contract/views.ts';
import { useWords } from '../language.tsx';
import { useNow } from '../now.tsx';
import { QueueRow } from './queue-row.tsx';

interface QueueListProps {
  items: readonly QueueItem[];
  current: string | null;
  onOpen: (key: string) => void;
  /** Where the list stood when a review was opened from it. */
  offset?: number;
  onOffset?: (offset: number) => void;
}

/** A row of two lines and chips; measured rows correct it. */
const ROW = 104;

/** Thousands of reviews; only those in view are in the page. */
export function QueueList({ items, current, onOpen, offset = 0, onOffset }: QueueListProps) {
  const { t } = useWords();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
    initialOffset: offset,
    // The first frame already shows rows, before the box was measured.
    initialRect: { width: 360, height: 700 },
  });
  // Thousands of rows, and every scroll draws anew.
  const ofMany = useMemo(() => items.some(({ site }) => site !== items[0]?.site), [items]);
  const at = current === null ? -1 : items.findIndex((item) => item.key === current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the current row scrolls
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
    // Stepped with the keyboard on a row: Enter must open the row that is shown as the current one.
    const frame = requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (!focused?.matches('[data-key]') || !box.current?.contains(focused)) return;
      box.current.querySelector<HTMLElement>('[aria-current=true]')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);
  return (
    <div
      ref={box}
      className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain"
      onScroll={(event) => onOffset?.(event.currentTarget.scrollTop)}
    >
      <ul aria-label={t('sidebar.queue.label')} className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map((row) => {
          const item = items[row.index];
          return (
            item && (
              <li
                key={row.key}
                ref={list.measureElement}
                data-index={row.index}
                aria-setsize={items.length}
                aria-posinset={row.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <QueueRow item={item} now={now} current={item.key === current} ofMany={ofMany} onOpen={onOpen} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
