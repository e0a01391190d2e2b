import { describe, expect, test } from 'vitest';
import { retention } from '../../../lib/desk/retention.ts';
import { type Counted, statistics } from '../../../lib/desk/statistics.ts';
import { review, triage } from '../store/samples.ts';

const row = (
  over: Parameters<typeof review>[0] = {},
  judged: Parameters<typeof triage>[0] = {},
  answers: string[] = [],
): Counted => ({
  review: review(over),
  triage: triage(judged),
  firstSeen: '2026-03-10T04:00:00.000Z',
  decisions: answers.map((at) => ({ what: 'inserted' as const, at })),
});
const posted = (iso: string | null, precision: 'minute' | 'day' | 'month' | 'year' | 'unknown' = 'minute') => ({
  postedAt: { shown: '', iso, precision },
});

describe('statistics', () => {
  test('of nothing say nothing', () => {
    expect(statistics([])).toMatchObject({
      total: 0,
      byMonth: [],
      meanRating: null,
      answeredRate: null,
      medianHoursToAnswer: null,
      bySite: { ptt: 0 },
      byAspect: { attitude: { neg: 0, pos: 0, mixed: 0 } },
    });
  });

  test('count sites, sentiments, aspects and stars; list lines are no reviews', () => {
    const counted = statistics([
      row({ rating: 1 }, { aspects: { attitude: 'neg', price: 'mixed' } }),
      row({ rating: 4 }, { sentiment: 'positive', aspects: { attitude: 'pos' } }),
      row({ site: 'ptt', kind: 'comment', rating: null }),
      row({ site: 'ptt', kind: 'item', rating: null }),
    ]);
    expect(counted).toMatchObject({
      total: 3,
      bySite: { 'google-maps': 2, facebook: 0, ptt: 1, dcard: 0 },
      bySentiment: { negative: 2, positive: 1, mixed: 0, neutral: 0 },
      byAspect: {
        attitude: { neg: 1, pos: 1, mixed: 0 },
        price: { neg: 0, pos: 0, mixed: 1 },
        booking_wait: { neg: 1 },
      },
      meanRating: 2.5,
    });
  });

  test('months are Taipei’s, of the posted time where its month is known', () => {
    expect(
      statistics([
        row(posted('2026-01-31T16:30:00Z')),
        row(posted('2026-02-10T00:00:00Z', 'month'), { sentiment: 'positive' }),
        row(posted('2025-06-30T00:00:00Z', 'year')),
        row(posted(null, 'unknown')),
      ]).byMonth,
    ).toEqual([
      { month: '2026-02', total: 2, negative: 1 },
      { month: '2026-03', total: 2, negative: 2 },
    ]);
  });

  test('answers: the owner’s reply on the page or a text that went out; the median in hours', () => {
    const counted = statistics([
      row(posted('2026-03-10T00:00:00Z'), {}, ['2026-03-10T06:00:00.000Z', '2026-03-10T02:00:00.000Z']),
      row(posted('2026-01-01T00:00:00Z', 'month'), {}, ['2026-03-10T08:00:00.000Z']),
      row({ ownerReply: { text: '謝謝', shown: '1 天前' } }),
      row(posted('2026-03-10T00:00:00Z')),
    ]);
    expect(counted).toMatchObject({ answered: 3, answeredRate: 0.75, medianHoursToAnswer: 3 });
  });
});

describe('retention', () => {
  const NOW = '2026-06-01T00:00:00.000Z';
  const OLD = '2026-01-01T00:00:00.000Z';
  const kept = { key: 'a', mark: 'handled' as const, markedAt: OLD, lastSeen: OLD, captured: false };

  test.each([
    ['handled long ago', kept, 1],
    ['ignored long ago', { ...kept, mark: 'ignored' as const }, 1],
    ['open', { ...kept, mark: 'open' as const }, 0],
    ['held for a lawyer', { ...kept, mark: 'needs-lawyer' as const }, 0],
    ['with evidence', { ...kept, captured: true }, 0],
    ['seen again lately', { ...kept, lastSeen: '2026-05-20T00:00:00.000Z' }, 0],
    ['marked lately', { ...kept, markedAt: '2026-05-20T00:00:00.000Z' }, 0],
  ])('%s', (_, row, due) => {
    expect(retention([row], 90, NOW).due).toHaveLength(due);
  });

  test('of what is over, that with evidence is told apart', () => {
    const captured = { ...kept, key: 'b', captured: true };
    expect(retention([kept, captured], 90, NOW)).toEqual({ due: [kept], held: [captured] });
    expect(retention([{ ...captured, mark: 'open' }], 90, NOW).held).toEqual([]);
  });

  test('never, when it is off', () => {
    expect(retention([kept], null, NOW)).toEqual({ due: [], held: [] });
    expect(retention([kept], Number.NaN, NOW)).toEqual({ due: [], held: [] });
  });
});
