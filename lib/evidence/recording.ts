import type { Failure } from '../contract/index.ts';
import type { Manifest, Missing, MissingWhy, Recording, RecordingEnd } from './contract.ts';

/*
 * The picture of a tab over time. It is made beside a capture and sealed as an addition to it; nothing of a page other
 * than the captured one may be in it, so a piece is kept only when the page was still the same after it was made.
 */

/** What one recording may have at most. At 2.5 Mbit/s three minutes are some 56 MB. */
export const MOST_MS = 180_000;
export const MOST_BYTES = 100 * 1024 * 1024;
export const BITS_PER_SECOND = 2_500_000;
/** So often what was recorded is handed over to be written down. */
export const PIECE_MS = 1_000;
export const FRAMES_PER_SECOND = 15;
/** Silence of the recorder after which nothing more is expected of it. */
export const SILENCE_MS = 15_000;

/** How a recording stands, for whoever looks. */
export interface RecordingView {
  id: string;
  /** The review at which it was begun. */
  key: string;
  /** Whether it is of the tab that asks. */
  here: boolean;
  phase: 'starting' | 'recording' | 'sealing' | 'done' | 'failed';
  /** When the first picture came; null: not yet. */
  from: string | null;
  /** Up to where it was written down. */
  to: string | null;
  ended: RecordingEnd | null;
  failure: Failure | null;
}

/** Whether a recording could be added: to which capture; or why to none. */
export type Recordable = { to: string } | { to: null; why: 'no-capture' | 'withheld' };

export const isOver = ({ phase }: Pick<RecordingView, 'phase'>): boolean => phase === 'done' || phase === 'failed';

/**
 * What must stay the same of an address. Google Maps writes the map's place (`/@25.03,121.5,17z/data=…`) anew with every
 * move and tab of a place's panel; a `#` is a place within a page.
 */
export function samePage(before: string, now: string): boolean {
  return essence(before) === essence(now);
}

function essence(address: string): string {
  const { origin, pathname, search } = new URL(address);
  const map = pathname.indexOf('/@');
  return /^https:\/\/(?:www|maps)\.google\./.test(origin) && map >= 0
    ? origin + pathname.slice(0, map)
    : origin + pathname + search;
}

/** What is known when a piece arrives. */
export interface PieceFacts {
  from: string;
  /** When it was cut off. */
  at: string;
  /** Bytes written so far, and of this piece. */
  bytes: number;
  size: number;
  /** The page was looked at after the piece was made: still the one that was captured. */
  stayed: boolean;
  /** The person pressed stop. */
  stopped: boolean;
  /** The recorder has ended: the last piece. */
  last: boolean;
  /** The recorder could not go on. */
  failed: boolean;
}

/** Whether the piece is written down, whether the recorder is told to stop, and why it ended, once nothing more comes. */
export interface Verdict {
  keep: boolean;
  stop: boolean;
  ended: RecordingEnd | null;
}

export function verdictOf(piece: PieceFacts): Verdict {
  // The page may be another one in it already.
  if (!piece.stayed) return { keep: false, stop: true, ended: 'page-gone' };
  const bytes = piece.bytes + piece.size;
  const full = bytes >= MOST_BYTES;
  const late = Date.parse(piece.at) - Date.parse(piece.from) >= MOST_MS;
  const stop = piece.stopped || full || late || piece.last;
  // Twice the limit is no last second any more.
  const keep = piece.size > 0 && bytes < 2 * MOST_BYTES;
  if (!piece.last) return { keep, stop, ended: null };
  return { keep, stop, ended: endOf(piece, full, late) };
}

function endOf({ stopped, failed }: PieceFacts, full: boolean, late: boolean): RecordingEnd {
  if (stopped) return 'stopped';
  if (full) return 'too-large';
  if (late) return 'limit';
  return failed ? 'failed' : 'interrupted';
}

/** Ended as it was meant to; anything else is said to be incomplete. */
const WHOLE: ReadonlySet<RecordingEnd> = new Set<RecordingEnd>(['stopped', 'limit', 'too-large']);
export const isWhole = ({ ended }: Pick<Recording, 'ended'>): boolean => WHOLE.has(ended);

/** The manifest of a capture as that of the recording that is added to it. */
export function withRecording(manifest: Manifest, recording: Recording): Manifest {
  const whole = isWhole(recording);
  const cut: Missing[] = whole ? [] : [{ what: 'recording', why: recording.ended as MissingWhy, detail: '' }];
  return { ...manifest, recording, complete: manifest.complete && whole, missing: [...manifest.missing, ...cut] };
}

/** The picture's size: the view in device pixels, at most 1920 either way; even numbers, as codecs want them. */
export function sizeOf(view: { width: number; height: number; scale: number }): { width: number; height: number } {
  const full = { width: view.width * view.scale, height: view.height * view.scale };
  const share = Math.min(1, 1920 / full.width, 1920 / full.height);
  const even = (length: number): number => Math.max(2, 2 * Math.round((length * share) / 2));
  return { width: even(full.width), height: even(full.height) };
}

/** 0:07, 3:00 */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
