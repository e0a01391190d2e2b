import { guard } from '../../lib/drafting/guard.ts';
import { ownSentences } from '../train/judge-data.ts';

export interface GuardTimes {
  /** Milliseconds at which 95 of 100 checks of a thousand characters are done, each with another text. */
  fresh: number;
  /** The same with one more character typed in each: what a keystroke costs. */
  typed: number;
  n: number;
}

const ROUNDS = 6;
const LENGTH = 1_000;

/** Texts of a thousand characters out of sentences, safe and unsafe, each text another. */
function texts(sentences: readonly string[]): string[] {
  const out: string[] = [];
  let text = '';
  for (const sentence of sentences) {
    text += sentence;
    if (text.length < LENGTH) continue;
    out.push(text.slice(0, LENGTH));
    text = '';
  }
  return out;
}

const p95 = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** How long the guard takes for a thousand characters beside a review (aim: under 4 ms). */
export function guardTimes(): GuardTimes {
  const all = texts(ownSentences().map(({ text }) => text));
  const review = '等了很久，櫃檯態度不好，醫師也沒有說明清楚，收費還比別家貴。';
  const fresh: number[] = [];
  const typed: number[] = [];
  const timed = (into: number[], text: string, round: number): void => {
    const start = performance.now();
    guard(text, { review });
    if (round > 0) into.push(performance.now() - start);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    // The order is turned round after round, so that no text is still remembered.
    for (let i = 0; i < all.length; i += 1) {
      const text = all[(i * 7 + round) % all.length] as string;
      timed(fresh, text, round);
      timed(typed, `${text}謝`, round);
    }
  }
  return { fresh: p95(fresh), typed: p95(typed), n: fresh.length };
}
