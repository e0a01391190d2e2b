import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, unfold } from '../../../lib/privacy/fold.ts';

describe('fold', () => {
  test.each([
    ['０９１２－３４５－６７８', '0912-345-678'],
    ['庸\u200b醫', '庸醫'],
    ['Ｄｒ．Ｌｉｎ', 'Dr.Lin'],
    ['𝟎𝟗𝟏𝟐', '0912'],
    ['ｇｍａｉｌ　ｃｏｍ', 'gmail com'],
    ['plain 文字，。', 'plain 文字,。'],
  ])('%s', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  test('leaves a text that needs nothing as it is', () => {
    const folded = fold('醫師很好');
    expect(folded.starts).toBeNull();
    expect(unfold(folded, 1, 3)).toEqual([1, 3]);
  });

  test('leads back to the original', () => {
    const text = '電話０９１２\u200b－３４５';
    const folded = fold(text);
    const at = folded.text.indexOf('0912-345');
    const [start, end] = unfold(folded, at, at + 8);
    expect(text.slice(start, end)).toBe('０９１２\u200b－３４５');
  });

  test.each(['\ud83d，好', '好！\ude00', '\ud83d⑫', '\ud83d\ude00！', '甲\ud83d\u200b（乙）'])(
    'half of a pair stays: %j',
    (text) => {
      const folded = fold(text).text;
      expect(folded).toBe([...text].map((c) => (c === '\u200b' ? '' : c.normalize('NFKC'))).join(''));
    },
  );

  test('never leaves the text, whatever it holds', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        let last = 0;
        for (let i = 0; i < folded.text.length; i++) {
          const [start, end] = unfold(folded, i, i + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });
});

test('folding is the same with and without a character that folds unevenly', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      // 「㎎」 folds to two: the slow way for the whole of what follows.
      const uneven = fold(`㎎${text}`);
      const even = fold(text);
      expect(uneven.text).toBe(`mg${even.text}`);
      for (let i = 0; i < even.text.length; i++) {
        const [start, end] = unfold(even, i, i + 1);
        expect(unfold(uneven, i + 2, i + 3)).toEqual([start + 1, end + 1]);
      }
    }),
  );
});
