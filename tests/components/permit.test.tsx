import { renderHook } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaced } from '../../components/draft/permit.ts';
import { useWalk } from '../../components/queue/walk.ts';

const at = (text: string, words: string, by: string): string => {
  const start = text.indexOf(words);
  return replaced(text, start, start + words.length, by);
};

describe('taking a suggestion', () => {
  it.each([
    [
      '您好。我們的植牙全台第一，今天有甜點。歡迎來電。',
      '全台第一',
      '療效因人而異。',
      '您好。療效因人而異。歡迎來電。',
    ],
    [
      'Hello. We are the best in town, at 1.5 dollars. Call us.',
      'best',
      'Results vary.',
      'Hello. Results vary. Call us.',
    ],
    ['您好\n您上週三來做根管\n謝謝', '上週三', '請來電。', '您好\n請來電。\n謝謝'],
    ['您上週三來做根管，是您沒有回診', '根管', '請來電。', '請來電。'],
    ['請來電。您上週三來過。謝謝。', '上週三', '請來電。', '請來電。謝謝。'],
    ['One. Two is bad. Three.', 'bad', '', 'One. Three.'],
    ['一。二不行。三。', '不行', '', '一。三。'],
  ])('gives up whole sentences: %s', (text, words, by, then) => {
    expect(at(text, words, by)).toBe(then);
  });

  it('always takes the words away and keeps what stands in other sentences', () => {
    const plain = fc.stringMatching(/^[甲乙丙丁]{1,6}$/);
    fc.assert(
      fc.property(plain, plain, plain, plain, (before, left, right, after) => {
        const text = `${before}。${left}戊${right}。${after}。`;
        expect(at(text, '戊', '己。')).toBe(`${before}。己。${after}。`);
      }),
    );
  });
});

describe('stepping through the queue', () => {
  const keys = (words: string) => words.split('').map((key) => ({ key }));

  it('goes on to the one that came next although the open one has sunk', () => {
    const { result, rerender } = renderHook(({ shown, open }) => useWalk(keys(shown), open), {
      initialProps: { shown: 'abc', open: null as string | null },
    });
    rerender({ shown: 'abc', open: 'a' });
    rerender({ shown: 'bcda', open: 'a' });
    expect(result.current.join('')).toBe('abcd');
    // Out of the filter altogether.
    rerender({ shown: 'bcd', open: 'a' });
    expect(result.current.join('')).toBe('abcd');
    rerender({ shown: 'bcda', open: null });
    expect(result.current.join('')).toBe('bcda');
  });
});
