import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { normalise } from '../../../lib/triage/normalise.ts';

const ROOM = new URL('../../../lib/triage/', import.meta.url);
const sources = ['rules/', 'threat/', ''].flatMap((dir) =>
  readdirSync(new URL(dir, ROOM))
    .filter((name) => name.endsWith('.ts') && !/^(?:simplified|sentences|explain|blank)/.test(name))
    .map((name) => dir + name),
);
const lettersOf = (text: string): string => normalise(text).letters;

/**
 * Rules read letters as the matcher folds them (妳 as 你, 伙 as 夥): a pattern that only knows the other form would never
 * fit, and nobody would see it.
 */
test.each(sources)('%s: no pattern waits for a letter that is folded away', (name) => {
  const code = readFileSync(new URL(name, ROOM), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/ .*$/gm, '');
  const hidden: string[] = [];
  for (const { index, 0: letter } of code.matchAll(/[一-鿿]/g)) {
    const folded = lettersOf(letter);
    // Both forms stand side by side, in a class or as branches.
    if (folded !== letter && !code.slice(Math.max(0, index - 60), index + 60).includes(folded))
      hidden.push(code.slice(Math.max(0, index - 8), index + 8));
  }
  expect(hidden).toEqual([]);
});

test('what is common in Taiwan stays as it is written', () => {
  const common = '床位牠僱用櫃台沒有護理師';
  expect(lettersOf(common)).toBe(common);
});
