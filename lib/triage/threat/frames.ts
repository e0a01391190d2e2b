import { classes, normalisedText, STOP } from '../normalise.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

/**
 * A turn of phrase in which something is announced, where no word alone announces it (「車牌我記住了」, 「三封公文今天
 * 送出」). Looked for only around a cue word, in its own sentence: most texts hold none and pay nothing.
 */
export interface Frame {
  readonly at: RegExp;
  /** In the same window: the words mean something harmless. */
  readonly unless?: RegExp;
}

const REACH = 36;

/** Every frame that fits around one of the cues, its whole phrase as the signal's span, in order of the text. */
export function framed(reading: Reading, cues: readonly Signal[], frames: readonly Frame[]): Signal[] {
  const { codes } = reading.text;
  const found: Signal[] = [];
  let covered = -1;
  let lastFrom = -1;
  let lastTo = -1;
  for (const cue of cues) {
    if (cue.quoted || cue.told || cue.word.end <= covered) continue;
    let from = cue.word.start;
    const first = Math.max(0, from - REACH);
    while (from > first && classes[codes[from - 1] as number] !== STOP) from--;
    let to = cue.word.end;
    const last = Math.min(codes.length, to + REACH);
    while (to < last && classes[codes[to] as number] !== STOP) to++;
    // Cues of one short sentence share their window: it was looked at already.
    if (from === lastFrom && to === lastTo) continue;
    lastFrom = from;
    lastTo = to;
    const window = normalisedText(codes, from, to);
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
