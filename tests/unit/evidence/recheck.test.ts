import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineDiff, recheckOf } from '../../../lib/evidence/recheck.ts';
import { review } from '../store/samples.ts';

const before = review({ text: '等了兩個小時\n態度很差\n不會再來' });
const original = { manifest: { id: 'capture-1', review: before }, manifestHash: 'a'.repeat(64) };
const seen = (over: Parameters<typeof review>[0]) =>
  recheckOf(original, { page: 'read', review: review({ ...before, ...over }) });

describe('a re-check', () => {
  test('finds it as it was', () => {
    expect(seen({})).toEqual({ of: 'capture-1', manifestHash: 'a'.repeat(64), outcome: 'still-there', diff: [] });
    expect(seen({ text: `${before.text.replaceAll('\n', '  \r\n')}  ` }).outcome).toBe('still-there');
  });

  test('finds changed words and stars', () => {
    expect(seen({ text: '等了兩個小時\n態度很好\n不會再來', rating: 5 })).toMatchObject({
      outcome: 'changed',
      diff: [
        { op: '-', text: '星等：2' },
        { op: '+', text: '星等：5' },
        { op: '-', text: '態度很差' },
        { op: '+', text: '態度很好' },
      ],
    });
  });

  test('is gone only where the site says so', () => {
    expect(recheckOf(original, { page: 'gone' }).outcome).toBe('gone');
    expect(recheckOf(original, { page: 'unclear' }).outcome).toBe('unclear');
    expect(recheckOf(original, { page: 'read', review: null }).outcome).toBe('unclear');
  });

  test.each([{ collapsed: true }, { translated: true }, { language: 'en' }])('%o cannot be compared', (over) => {
    expect(seen({ ...over, text: 'x' }).outcome).toBe('unclear');
  });
});

test('the difference leads from one text to the other', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const diff = lineDiff(a, b);
      const removed = diff.filter(({ op }) => op === '-').map(({ text }) => text);
      const added = diff.filter(({ op }) => op === '+').map(({ text }) => text);
      expect(a.length - removed.length).toBe(b.length - added.length);
      expect([...a, ...added].sort()).toEqual([...b, ...removed].sort());
      expect(diff.length === 0).toBe(a.join() === b.join());
    }),
  );
  const many = Array.from({ length: 3000 }, (_, index) => `a${index}`);
  expect(
    lineDiff(
      many,
      many.map((line) => `${line}!`),
    ),
  ).toHaveLength(6000);
});
