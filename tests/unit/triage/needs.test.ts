import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Letters, needsOf, Sought } from '../../../lib/triage/needs.ts';

const mayFit = (pattern: RegExp, text: string): boolean => {
  const letters = new Letters();
  letters.takeText(text);
  return letters.mayFit(needsOf([pattern]), 0);
};

describe('what a pattern needs', () => {
  it.each([
    [/(?:砍|捅)死.{0,4}你/, '我砍了柴', false],
    [/(?:砍|捅)死.{0,4}你/, '你死後捅', true],
    [/刀?子/, '子', true],
    [/刀+子/, '子', false],
    [/刀{0,3}子|槍/, '子', true],
    [/刀{2}子|槍/, '子', false],
    [/(?<!不)會[來去]/, '會', false],
    [/(?!不)(?=會).../, '甲', true],
    [/[^a]刀/, '刀', true],
    [/[a-z]刀/, '刀', true],
    [/\d\u4e00\.x/, '.x', true],
    [/\d\u4e00\.x/, '一', false],
    [/(?<who>我|你)/, '他', false],
    [/lawyer/i, 'LAWYER', true],
    [/lawyer/, 'LAWYER', false],
    [/😡/, '😡', true],
    [/\p{L}刀/u, '', true],
    [/^$/, '', true],
  ])('%s in 「%s」: %s', (pattern, text, may) => {
    expect(mayFit(pattern, text)).toBe(may);
  });

  it('tells the patterns of a list apart', () => {
    const needs = needsOf([/刀/, /./, /槍|砲彈/]);
    const letters = new Letters();
    letters.takeText('砲車');
    expect([0, 1, 2].map((i) => letters.mayFit(needs, i))).toEqual([false, true, false]);
    letters.take(
      Uint16Array.from('無刀也無彈砲', (char) => char.charCodeAt(0)),
      1,
      6,
    );
    expect([0, 1, 2].map((i) => letters.mayFit(needs, i))).toEqual([true, true, true]);
  });
});

const LETTERS = '我你刀槍死會aB.1';
const letter = fc.constantFrom(...LETTERS);
const text = fc.string({ unit: letter, maxLength: 12 });

/** Patterns of all kinds that ours are made of. */
const pattern = fc.letrec<{ piece: string; whole: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    letter.map((char) => (char === '.' ? '\\.' : char)),
    fc.constantFrom('.', '\\d', '\\w', '^', '$', '[^刀死]', '[a-z]', '\\u6211', '[\\d刀]'),
    fc.array(letter, { minLength: 1, maxLength: 3 }).map((chars) => `[${chars.join('')}]`),
    fc
      .tuple(fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<!', '(?<='), tie('whole'))
      .map(([open, inside]) => `${open}${inside})`),
  ),
  whole: fc
    .array(
      fc.array(fc.tuple(tie('piece'), fc.constantFrom('', '', '', '?', '*', '+', '{0,2}', '{2}', '{1,}', '+?')), {
        maxLength: 4,
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((arms) =>
      arms
        .map((parts) =>
          // What only looks, or stands for no letter, is not repeated.
          parts.map(([piece, times]) => (/^(?:[$^]|\(\?<?[=!])/.test(piece) ? piece : piece + times)).join(''),
        )
        .join('|'),
    ),
})).whole;

it('never says no where the pattern fits', () => {
  fc.assert(
    fc.property(pattern, fc.constantFrom('', 'i'), text, (source, flags, said) => {
      const made = new RegExp(source, flags);
      if (made.test(said)) expect(mayFit(made, said)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

it('a sought pattern is found where the pattern itself is', () => {
  fc.assert(
    fc.property(pattern, fc.array(text, { maxLength: 5 }), (source, texts) => {
      const sought = new Sought(new RegExp(source));
      for (const said of texts) expect(sought.in(said)).toBe(new RegExp(source).test(said));
    }),
    { numRuns: 1000 },
  );
});
