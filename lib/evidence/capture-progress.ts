import type { Failure, Result } from '../contract/result.ts';
import type { Missing, Recheck } from './contract.ts';
import type { Recordable, RecordingView } from './recording.ts';

/** How a capture stands, for whoever started it. */
export interface CaptureProgress {
  id: string;
  key: string;
  tabId: number;
  phase: 'starting' | 'shooting' | 'extras' | 'sealing' | 'done' | 'failed';
  /** Pictures taken, and about how many in all. */
  shots: number;
  expected: number;
  failure: Failure | null;
  /** Once done. */
  complete: boolean;
  missing: Missing[];
  /** Compared with an earlier capture. */
  recheck: Recheck | null;
}

/**
 * Begun, or a question before anything is written. `sensitive`: triage found what must not be pictured (T14, T15);
 * `who`: nobody is on duty, and what is sealed without a name stays without one.
 */
export type Started = { ask: 'sensitive' | 'who' } | { ask: null; id: string };

/** A capture that is held, as the open review lists it. */
export interface HeldSummary {
  id: string;
  at: string;
  complete: boolean;
  /** A copy of another, or an addition to it. */
  copy?: boolean;
}

export interface CaptureView {
  /** The capture that goes on or ended last in this tab (in any, for the dashboard). */
  now: CaptureProgress | null;
  /** Those held of the review, newest first. */
  held: HeldSummary[];
  /** The screen recording that goes on, or ended last, in any tab. */
  recording: RecordingView | null;
  /** Whether one could be added to a capture of the review; null: no review. */
  recordable: Recordable | null;
  /** What came of a capture that was asked for from the menu or by the shortcut; told once. */
  outside: Result<Started> | null;
}
