import { CJK, classes, LATIN } from './normalise.ts';
import type { Reading } from './reading.ts';

/**
 * Whether a text has fewer letters than that: 「晚安」, 「妳側臉好看」, 「求店名」 sound like everything to a model. What is meant in so few
 * is said in words that the rules know.
 */
export function isTerse({ text: { codes } }: Reading, few: number): boolean {
  let letters = 0;
  for (let i = 0; i < codes.length && letters < few; i++) {
    const kind = classes[codes[i] as number];
    if (kind === CJK || kind === LATIN) letters++;
  }
  return letters < few;
}
