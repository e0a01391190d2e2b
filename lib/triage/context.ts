import { classes, STOP } from './normalise.ts';
import type { Reading } from './reading.ts';

/**
 * What stands around a word, lower-case and Traditional: looked at only where a word was found, and never further
 * than `reach`, so that time stays linear in the text.
 */
export interface Context {
  /** Up to `reach` characters before, from the start of the sentence. */
  readonly before: string;
  readonly said: string;
  readonly after: string;
  /** All three. */
  readonly sentence: string;
}

export function around(reading: Reading, start: number, end: number, reach = 40): Context {
  const { codes, letters } = reading.text;
  let from = start;
  while (from > 0 && start - from < reach && classes[codes[from - 1] as number] !== STOP) from--;
  let to = end;
  while (to < codes.length && to - end < reach && classes[codes[to] as number] !== STOP) to++;
  return cut(letters, from, start, end, to);
}

/** The same without regard to sentences: a demand and what follows on it often stand in two. */
export function across(reading: Reading, start: number, end: number, reach: number): Context {
  return cut(reading.text.letters, Math.max(0, start - reach), start, end, end + reach);
}

const cut = (letters: string, from: number, start: number, end: number, to: number): Context => ({
  before: letters.slice(from, start),
  said: letters.slice(start, end),
  after: letters.slice(end, to),
  sentence: letters.slice(from, to),
});

/** The start of a text, lower-case and Traditional: marks of play, news and sarcasm are looked for there. */
export const opening = (reading: Reading, letters = 2000): string => reading.text.letters.slice(0, letters);
