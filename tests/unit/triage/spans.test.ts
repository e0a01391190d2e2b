import { expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { bare } from '../../../lib/triage/rules/phrase.ts';

const shown = (text: string, from = 0, to = text.length): string => {
  const [start, end] = bare(text, [from, to]);
  return text.slice(start, end);
};

test.each([
  ['.呵呵', '呵呵'],
  ['.....庸醫！！！', '庸醫'],
  [' \u3000\u200b密醫\n', '密醫'],
  ['，騙錢。', '騙錢'],
  ['…～爛診所～…', '爛診所'],
  // A pair stays whole, half of one goes.
  ['宣傳你們的「好」', '宣傳你們的「好」'],
  ['「宣傳你們的「好」', '宣傳你們的「好」'],
  ['假醫師」', '假醫師'],
  ['（假醫師）', '（假醫師）'],
  ['。「假醫師」。', '「假醫師」'],
  // Part of a word.
  ['陳＊明', '陳＊明'],
  ['林○○', '林○○'],
  ['3.5%', '3.5%'],
  ['🖕', '🖕'],
  ['😡❤️', '😡❤️'],
  // Nothing else to show.
  ['……', '……'],
  ['', ''],
])('%j is underlined as %j', (text, words) => {
  expect(shown(text)).toBe(words);
});

test('indices are those of the whole text', () => {
  expect(bare('真的。.呵呵。好', [3, 7])).toEqual([4, 6]);
});

test('long rows of brackets are not counted through again and again', () => {
  const text = `${'('.repeat(500_000)}密醫${'('.repeat(500_000)}`;
  expect(bare(text, [0, text.length])).toEqual([0, text.length]);
});

test('what the rules find is underlined without the dots around it', () => {
  for (const dots of ['.', '...', '……', '～', '。', '！', ' ']) {
    const text = `${dots}這家密醫${dots}${dots}醫師是垃圾${dots}`;
    const { risks } = triage({ text, stars: 1, firstSeen: '2026-01-01T00:00:00.000Z' });
    expect(risks.length).toBeGreaterThan(0);
    for (const { start, end } of risks) expect(text.slice(start, end)).not.toMatch(/^[\s.…～。！]|[\s.…～。！]$/u);
  }
});
