import { Letters, type Needs, needsOf } from '../needs.ts';
import { classes, STOP } from '../normalise.ts';
import type { Reading } from '../reading.ts';
import type { Signal, Signals } from '../signals.ts';

/**
 * A turn of phrase in which something is announced, where no word alone announces it (「車牌我記住了」, 「三封公文今天
 * 送出」). Looked for only around a cue word, in its own sentence: most texts hold none and pay nothing. No flags: what letters a
 * pattern needs is read off its source (`needs.ts`).
 */
export interface Frame {
  readonly at: RegExp;
  /** In the same window: the words mean something harmless. */
  readonly unless?: RegExp;
}

const REACH = 36;
/** Few frames reach further than this beyond their cue. */
const NEAR = 16;

/** Posts are wrapped by hand: a new line ends no sentence. */
const LINE = 10;
const isEnd = (code: number): boolean => code !== LINE && classes[code] === STOP;

const known = new WeakMap<readonly Frame[], Needs>();

/** Learnt when a list is first looked for: a worker that wakes for something else must not pay for it. */
function needsOfEach(frames: readonly Frame[]): Needs {
  let needs = known.get(frames);
  if (!needs) {
    needs = needsOf(frames.map(({ at }) => at));
    known.set(frames, needs);
  }
  return needs;
}

const NONE: readonly Signal[] = [];

/** Signals of these tags in order of the text; of most lists there are none. */
export function cuesOf(signals: Signals, tags: readonly string[]): readonly Signal[] {
  let found = NONE;
  for (const tag of tags) {
    const list = signals.get(tag);
    if (list) found = found.length === 0 ? list : found.concat(list);
  }
  return found.length < 2 ? found : [...found].sort((a, b) => a.word.start - b.word.start);
}

/** Of the window in hand. */
const letters = new Letters();

/** The first frame that fits the piece whose letters are in hand; the piece is only cut out where one may. */
function fit(frames: readonly Frame[], cut: () => string): RegExpExecArray | null {
  const needs = needsOfEach(frames);
  let piece: string | null = null;
  for (let i = 0; i < frames.length; i++) {
    if (!letters.mayFit(needs, i)) continue;
    piece ??= cut();
    const { at, unless } = frames[i] as Frame;
    const match = at.exec(piece);
    if (match && match[0].trim() !== '' && !unless?.test(piece)) return match;
  }
  return null;
}

/** Where the first frame that fits stands in a piece of text; null: none does. */
export function firstFit(frames: readonly Frame[], piece: string): RegExpExecArray | null {
  letters.takeText(piece);
  return fit(frames, () => piece);
}

/** Every frame that fits around one of the cues, its whole phrase as the signal's span, in order of the text. */
export function framed(reading: Reading, cues: readonly Signal[], frames: readonly Frame[]): Signal[] {
  const found: Signal[] = [];
  if (cues.length === 0) return found;
  const { codes } = reading.text;
  let covered = -1;
  let lastTo = -1;
  for (const cue of cues) {
    if (cue.quoted || cue.told || cue.word.end <= covered) continue;
    let from = cue.word.start;
    const first = Math.max(0, from - REACH);
    while (from > first && !isEnd(codes[from - 1] as number)) from--;
    let to = cue.word.end;
    const last = Math.min(codes.length, to + REACH);
    while (to < last && !isEnd(codes[to] as number)) to++;
    // Cues of one sentence share their window, but for the ends of a long one: it was looked at already.
    if (from <= lastTo && (to === lastTo || cue.word.end <= lastTo - NEAR)) continue;
    lastTo = to;
    letters.take(codes, from, to);
    const match = fit(frames, () => reading.text.letters.slice(from, to));
    if (!match) continue;
    const said = match[0];
    const start = from + match.index + (said.length - said.trimStart().length);
    const end = from + match.index + said.trimEnd().length;
    found.push({ ...cue, word: { ...cue.word, start, end } });
    covered = end;
  }
  return found;
}
