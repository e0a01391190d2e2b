import { useCallback, useEffect, useState } from 'react';
import type { Failure, Result } from '../../lib/contract/result.ts';
import type { CaptureProgress, HeldSummary, Started } from '../../lib/evidence/capture-progress.ts';
import type { Recordable, RecordingView } from '../../lib/evidence/recording.ts';
import type { CaptureActions, CaptureChoice } from './actions.ts';

export interface CaptureState {
  /** The capture of this review that goes on or ended last. */
  now: CaptureProgress | null;
  held: readonly HeldSummary[];
  failure: Failure | null;
  /** What must not be pictured: ask before anything is written. */
  asking: boolean;
  /** Nobody is on duty: who captures is asked before. */
  naming: boolean;
  busy: boolean;
  /** The recording that goes on or ended last, in whatever tab. */
  recording: RecordingView | null;
  recordable: Recordable | null;
}

const NOTHING: CaptureState = {
  now: null,
  held: [],
  failure: null,
  asking: false,
  naming: false,
  busy: false,
  recording: null,
  recordable: null,
};

/** The captures of one review as they stand, and what to do about them. Asks again whenever told of a change. */
export function useCapture(actions: CaptureActions, key: string) {
  const [state, setState] = useState(NOTHING);
  const change = useCallback((part: Partial<CaptureState>) => setState((before) => ({ ...before, ...part })), []);

  useEffect(() => {
    let asked = 0;
    let gone = false;
    const load = async (): Promise<void> => {
      const mine = ++asked;
      const answer = await actions.view();
      if (gone || mine !== asked || !answer.ok) return;
      const { now, held, outside, recording, recordable } = answer.value;
      // The tab's camera may be busy with another review: that is not this one's progress.
      change({ now: now?.key === key ? now : null, held, recording, recordable });
      if (outside) change(begunAs(outside));
    };
    setState(NOTHING);
    void load();
    const stop = actions.onChanged(() => void load());
    return () => {
      gone = true;
      stop();
    };
  }, [actions, key, change]);

  async function start(choice: CaptureChoice): Promise<void> {
    if (!actions.start) return;
    change({ busy: true, failure: null, asking: false, naming: false });
    // Asked now: the button may be pressed before what is held is known. A second capture is a re-check of the one before.
    const seen = await actions.view();
    const before = originals(seen.ok ? seen.value.held : state.held)[0]?.id ?? null;
    const begun: Result<Started> = await actions.start({ ...choice, recheck: before });
    change({ busy: false, ...begunAs(begun) });
  }

  return { state, start, change };
}

/** What was added or copied later is no capture of its own, and nothing to compare with. */
export const originals = (held: readonly HeldSummary[]): HeldSummary[] => held.filter(({ copy }) => !copy);

/** What came of beginning: nothing to say, a question, or why not. */
const begunAs = (begun: Result<Started>): Pick<CaptureState, 'failure' | 'asking' | 'naming'> => ({
  failure: begun.ok ? null : begun.failure,
  asking: begun.ok && begun.value.ask === 'sensitive',
  naming: begun.ok && begun.value.ask === 'who',
});

export const isGoing = (now: CaptureProgress | null): boolean =>
  now !== null && now.phase !== 'done' && now.phase !== 'failed';
