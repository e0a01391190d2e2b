import type { DraftSentence } from '../contract/draft.ts';
import type { Bank } from './bank/index.ts';
import type { Occasion } from './occasion.ts';
import { shuffled } from './random.ts';

/** Columns of a PTT push line: 27 full-width characters, Latin letters count half. */
const COLUMNS = 54;
export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const char of text) columns += char.charCodeAt(0) < 0x80 ? 1 : 2;
  return columns;
};

/** Who praises, or only remarks, is not asked to call. */
const INVITES = /來電|私訊|聯絡|來信|聽|call|contact|listen|電話|連絡|伺|聞か/;

/** One-line pushes for the occasion in a random order, those on its topic first; none where a line is too short. */
export function pushesFor(bank: Bank, occasion: Occasion, random: () => number): DraftSentence[] {
  const { topic, praise, mixed, neutral, act } = bank.push;
  const lines = (topics: string[], ends = act) =>
    shuffled(
      topics.flatMap((start) => ends.map((end) => start + end)).filter((line) => columnsOf(line) <= COLUMNS),
      random,
    );
  const quiet = act.filter((end) => !INVITES.test(end));
  const said = (texts: string[], purpose: DraftSentence['purpose']) => texts.map((text) => ({ text, purpose }));
  switch (occasion.kind) {
    case 'grave':
    case 'legal':
      return [];
    case 'praise':
    case 'wordless-praise':
      return said(lines([...praise.any, ...praise.topic[occasion.main]], quiet), 'thanks').sort(
        (a, b) => Number(named(b.text)) - Number(named(a.text)),
      );
    case 'neutral':
    case 'question':
      return said(lines(neutral, quiet), 'thanks');
    case 'mixed':
      return said(lines(mixed[occasion.main]), 'empathy');
    default:
      return said(lines(topic[occasion.main]), 'empathy');
  }

  function named(line: string): boolean {
    return occasion.main !== 'other' && praise.topic[occasion.main].some((start) => line.startsWith(start));
  }
}
