import { useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../lib/contract/result.ts';
import type { DraftActions } from '../review/actions.ts';

/** While somebody types, the text is kept at once and then so often: a crash costs a word at most. */
const GAP = 250;
const RETRY_FIRST = 1_000;
const RETRY_MOST = 15_000;

/**
 * Keeps what is typed as it is typed: the first stroke at once, one message at a time, the latest text each time,
 * and again for as long as it could not be kept (a worker that was ended, a full disk). `stands` is what was kept when
 * the panel was opened; whatever else is found there was typed elsewhere and is set aside by the store.
 */
export function useKept(stands: string | null, typed: DraftActions['typed']) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = useRef(typed);
  send.current = typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stood there counts once, when the panel is opened
  const keeper = useMemo(() => {
    let stored = stands;
    let waiting: string | null = null;
    let sending = 0;
    let failed = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function flush(): void {
      clearTimeout(timer);
      timer = undefined;
      if (waiting === null) return;
      const words = waiting;
      const over = stored;
      waiting = null;
      stored = words.trim() === '' ? null : words;
      sending++;
      void send.current(words === '' ? null : words, over).then((answer) => {
        sending--;
        setFailure(answer.ok ? null : answer.failure);
        failed = answer.ok ? 0 : failed + 1;
        if (!answer.ok) {
          stored = over;
          waiting ??= words;
        }
        if (waiting !== null) later(failed === 0 ? GAP : Math.min(RETRY_FIRST * 2 ** (failed - 1), RETRY_MOST));
      });
    }
    function later(ms: number): void {
      timer ??= setTimeout(flush, ms);
    }

    return {
      keep(text: string): void {
        waiting = text;
        if (sending === 0 && timer === undefined) flush();
      },
      /** Now, whatever is on its way: the page may be going. */
      flush,
      /** What stands there is set aside for a fresh draft. */
      giveWay(): void {
        flush();
        if (stored === null) return;
        const over = stored;
        stored = null;
        void send.current(null, over, true);
      },
    };
  }, []);
  useEffect(() => {
    addEventListener('pagehide', keeper.flush);
    return () => {
      removeEventListener('pagehide', keeper.flush);
      keeper.flush();
    };
  }, [keeper]);
  return { ...keeper, failure };
}
