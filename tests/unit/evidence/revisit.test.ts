import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recheckOf, saysGone } from '../../../lib/evidence/recheck.ts';
import { type Revisit, revisitsOf } from '../../../lib/evidence/revisit.ts';
import { review } from '../store/samples.ts';

type Known = Parameters<typeof revisitsOf>[0][number];
const look = (
  id: string,
  key: string,
  day: number,
  outcome?: Revisit['outcome'],
  over: Partial<Known> = {},
): Known => ({
  id,
  key,
  kind: outcome ? 'recheck' : 'capture',
  page: { site: 'ptt', url: `https://www.ptt.cc/${key}` } as Known['page'],
  review: review({ text: outcome === 'gone' ? '' : 'words' }),
  capturedAt: { utc: `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`, taipei: '' },
  recheck: outcome ? { of: 'a', manifestHash: '', outcome, diff: [] } : null,
  ...over,
});

describe('links to look at again', () => {
  test('a week after the capture, a month after a look, soon where it was not found, never once gone', () => {
    const due = (...looks: Known[]) => revisitsOf(looks)[0]?.due?.slice(0, 10) ?? null;
    expect(due(look('a', 'k', 1))).toBe('2026-03-08');
    expect(due(look('a', 'k', 1), look('b', 'k', 8, 'still-there'))).toBe('2026-04-07');
    expect(due(look('a', 'k', 1), look('b', 'k', 8, 'unclear'))).toBe('2026-03-11');
    expect(due(look('a', 'k', 1), look('b', 'k', 8, 'gone'))).toBeNull();
    // It came back.
    expect(due(look('a', 'k', 1), look('b', 'k', 8, 'gone'), look('c', 'k', 9, 'changed'))).toBe('2026-04-08');
  });

  test('a re-check is compared with the latest that holds the words; copies are no look', () => {
    const [line] = revisitsOf([
      look('a', 'k', 1),
      look('b', 'k', 8, 'gone'),
      look('c', 'k', 9, undefined, { kind: 'redaction' }),
    ]);
    expect(line).toMatchObject({ id: 'a', text: 'words', outcome: 'gone', last: '2026-03-08T00:00:00.000Z' });
  });

  test('one line a review, what is due first at the top, what is gone last', () => {
    const some = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: 1, max: 28 }),
      outcome: fc.constantFrom(undefined, 'gone', 'unclear', 'still-there', 'changed'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (looks) => {
        const lines = revisitsOf(looks.map(({ key, day, outcome }, n) => look(`${n}`, key, day, outcome as 'gone')));
        expect(new Set(lines.map(({ key }) => key))).toEqual(new Set(looks.map(({ key }) => key)));
        expect(lines).toHaveLength(new Set(looks.map(({ key }) => key)).size);
        const dues = lines.map(({ due }) => due ?? '~');
        expect(dues).toEqual([...dues].sort());
      }),
    );
  });
});

describe('a page on which it is not found', () => {
  const page = { site: 'google-maps', kind: 'place', status: 200, text: '評論', read: 10, whole: true } as const;
  test.each([
    [{ status: 404 }, 'gone'],
    [{ status: 410 }, 'gone'],
    [{ site: 'ptt', kind: 'leave-alone', status: 0, read: 0, text: '404 - Not Found.' }, 'gone'],
    [{ site: 'dcard', kind: 'post', read: 0, text: '這篇文章已經被刪除' }, 'gone'],
    // Another comment's mark says nothing of this one.
    [{ site: 'dcard', kind: 'post', read: 3, text: '這則回應已被刪除' }, 'unclear'],
    [{ site: 'ptt', kind: 'article' }, 'gone'],
    [{ site: 'ptt', kind: 'article', whole: false }, 'unclear'],
    [{}, 'unclear'],
    [{ site: 'facebook', kind: 'post', read: 0, text: '目前無法查看此內容' }, 'unclear'],
    [{ status: 503, read: 0, text: 'Service Unavailable' }, 'unclear'],
  ] as const)('%j: %s', (over, outcome) => {
    expect(saysGone({ ...page, ...over })).toBe(outcome);
  });

  test('the site’s own mark in its place is gone, not changed', () => {
    const before = review({ text: 'words' });
    const now = review({ text: '', author: { ...before.author, badges: ['已刪除'] } });
    const original = { manifest: { id: 'a', review: before }, manifestHash: 'h' };
    expect(recheckOf(original, { page: 'read', review: now }).outcome).toBe('gone');
  });
});
