import { classes, STOP } from '../normalise.ts';
import type { Reading } from '../reading.ts';
import type { Signal, Signals } from '../signals.ts';

/**
 * A turn of phrase in which something is announced, where no word alone announces it (「車牌我記住了」, 「三封公文今天
 * 送出」). Looked for only around a cue word, in its own sentence: most texts hold none and pay nothing. The patterns of
 * a list are joined into one: no flags, no groups that capture.
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

/** All frames of a list in one pattern: most windows fit none, and one look says so. */
const together = new WeakMap<readonly Frame[], RegExp>();

function anyOf(frames: readonly Frame[]): RegExp {
  let any = together.get(frames);
  if (!any) {
    any = new RegExp(frames.map(({ at }) => at.source).join('|'), frames[0]?.at.flags);
    together.set(frames, any);
  }
  return any;
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

/** Every frame that fits around one of the cues, its whole phrase as the signal's span, in order of the text. */
export function framed(reading: Reading, cues: readonly Signal[], frames: readonly Frame[]): Signal[] {
  const found: Signal[] = [];
  if (cues.length === 0) return found;
  const { codes, letters } = reading.text;
  const any = anyOf(frames);
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
    const window = letters.slice(from, to);
    if (!any.test(window)) continue;
    for (const { at, unless } of frames) {
      const match = at.exec(window);
      if (!match || unless?.test(window)) continue;
      const said = match[0];
      const start = from + match.index + (said.length - said.trimStart().length);
      const end = from + match.index + said.trimEnd().length;
      if (end <= start) continue;
      found.push({ ...cue, word: { ...cue.word, start, end } });
      covered = end;
      break;
    }
  }
  return found;
}
