import type { DraftSentence } from '../contract/draft.ts';
import type { Bank } from './bank/index.ts';
import type { Occasion } from './plan.ts';
import { shuffled } from './random.ts';

/** Columns of a PTT push line: 27 full-width characters, Latin letters count half. */
const COLUMNS = 54;
export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const char of text) columns += char.charCodeAt(0) < 0x80 ? 1 : 2;
  return columns;
};

/** One-line pushes for the occasion in a random order, those on its topic first. */
export function pushesFor(bank: Bank, occasion: Occasion, random: () => number): DraftSentence[] {
  const { topic, praise, act } = bank.push;
  const lines = (topics: string[]) =>
    shuffled(
      topics.flatMap((start) => act.map((end) => start + end)).filter((line) => columnsOf(line) <= COLUMNS),
      random,
    );
  const own = occasion.kind === 'praise' ? lines(praise) : lines(topic[occasion.main]);
  const general = occasion.kind === 'praise' ? [] : lines(topic.other);
  return [...new Set([...own, ...general])].map((text) => ({ text, purpose: 'thanks' }));
}
