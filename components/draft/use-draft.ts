import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft, GuardResult, Tone } from '../../lib/contract/draft.ts';
import type { Failure } from '../../lib/contract/result.ts';
import type { DraftActions } from '../review/actions.ts';
import { useKept } from './use-kept.ts';

/** Typing is checked after this pause (design: at most 100 ms). */
const CHECK_PAUSE = 80;

export interface DraftState {
  /** The last composed draft; null while the first is on its way. */
  draft: Draft | null;
  composing: boolean;
  failure: Failure | null;
  text: string;
  tone: Tone;
  /** The text is what the person typed, now or last time; not a fresh draft. */
  typed: boolean;
  /** Typed in an earlier life of the sidebar. */
  restored: boolean;
  /** Of this very text; null while it is being checked. */
  guard: GuardResult | null;
  /** The last result, perhaps of a slightly older text: keeps the list from flickering. */
  lastGuard: GuardResult | null;
  checkFailed: boolean;
}

export interface DraftControls {
  type(text: string): void;
  /** Another text in the place of this one, which can be had back if it was typed. */
  put(text: string): void;
  another(tone?: Tone): void;
  /** Forgets what was typed and takes a fresh draft. */
  startOver(): void;
  /** The guard of the text as it stands now. Null: it could not be asked. */
  checkNow(): Promise<GuardResult | null>;
}

interface DraftInput {
  typed: string | null;
  tone: Tone;
  actions: Pick<DraftActions, 'compose' | 'typed' | 'check'>;
  /** What the draft rests on (`readingOf`): when it changes, what nobody typed is composed anew. */
  reading: string;
  /** Where to begin in the sentence bank; every further version counts on from here. */
  firstSeed?: number;
}

/** One review's draft: composed, typed over, checked on every keystroke, kept as it is typed. */
export function useDraft({
  typed,
  tone: firstTone,
  actions,
  reading,
  firstSeed,
}: DraftInput): DraftState & DraftControls {
  const seed = useRef(firstSeed ?? Math.floor(Math.random() * 2 ** 31));
  const [state, setState] = useState({
    draft: null as Draft | null,
    composing: true,
    failure: null as Failure | null,
    text: typed ?? '',
    tone: firstTone,
    typed: typed !== null,
    restored: typed !== null,
  });
  const [checked, setChecked] = useState<{ text: string; result: GuardResult } | null>(null);
  const [checkFailed, setCheckFailed] = useState(false);
  const text = useRef(state.text);
  const strokes = useRef(0);
  const asked = useRef(0);
  const kept = useKept(typed, actions.typed);

  const compose = useCallback(
    async (tone: Tone, replace: boolean, version = seed.current++): Promise<void> => {
      const mine = ++asked.current;
      const typedSoFar = strokes.current;
      setState((now) => ({ ...now, tone, composing: true, failure: null }));
      const answer = await actions.compose(tone, version);
      if (mine !== asked.current) return;
      if (!answer.ok) {
        setState((now) => ({ ...now, composing: false, failure: answer.failure }));
        return;
      }
      const { draft, guard } = answer.value;
      // Whoever began to type meanwhile keeps what was typed.
      const take = replace && strokes.current === typedSoFar;
      if (take) {
        text.current = draft.text ?? '';
        setChecked({ text: text.current, result: guard });
      }
      setState((now) => ({
        ...now,
        draft,
        composing: false,
        ...(take && { text: text.current, typed: false, restored: false }),
      }));
    },
    [actions],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a review; tone changes ask for themselves
  useEffect(() => {
    void compose(firstTone, typed === null);
  }, []);

  const read = useRef(reading);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is read otherwise
  useEffect(() => {
    if (read.current === reading) return;
    read.current = reading;
    // The same version, so that only what was read otherwise is said otherwise.
    void compose(state.tone, !state.typed, seed.current - 1);
  }, [reading]);

  const checkNow = useCallback(async (): Promise<GuardResult | null> => {
    const mine = text.current;
    try {
      const result = await actions.check(mine);
      if (mine === text.current) {
        setChecked({ text: mine, result });
        setCheckFailed(false);
      }
      return result;
    } catch {
      setCheckFailed(true);
      return null;
    }
  }, [actions]);

  // Ask the guard after each pause in typing.
  useEffect(() => {
    if (checked?.text === state.text) return;
    const timer = setTimeout(() => void checkNow(), CHECK_PAUSE);
    return () => clearTimeout(timer);
  }, [state.text, checked, checkNow]);

  function type(next: string): void {
    text.current = next;
    strokes.current++;
    kept.keep(next);
    setState((now) => ({ ...now, text: next, typed: true, failure: null }));
  }

  const current = checked?.text === state.text ? checked.result : null;
  return {
    ...state,
    guard: current,
    lastGuard: current ?? checked?.result ?? null,
    checkFailed,
    failure: state.failure ?? kept.failure,
    type,
    put(next) {
      kept.giveWay();
      type(next);
    },
    another(tone = state.tone) {
      kept.giveWay();
      void compose(tone, true);
    },
    startOver() {
      kept.giveWay();
      void compose(state.tone, true);
    },
    checkNow,
  };
}
