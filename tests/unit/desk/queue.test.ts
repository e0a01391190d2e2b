import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueueItem } from '../../../lib/contract/index.ts';
import {
  advisesCapture,
  asRanked,
  compareQueue,
  excerptOf,
  filterQueue,
  isOverdue,
  queueItem,
  sortQueue,
  standsBy,
  summary,
} from '../../../lib/desk/queue.ts';
import { review, risk, triage } from '../store/samples.ts';

const item = (over: Partial<QueueItem> = {}): QueueItem => ({
  ...queueItem({ review: review(), triage: triage(), relevance: 'own', mark: 'open', stored: true, order: 0 }),
  ...over,
});

describe('a line of the queue', () => {
  test('names the worst risk first and each kind once, the first reason and the nearest deadline', () => {
    const judged = triage({
      risks: [
        risk('opinion', 'low'),
        risk('insult', 'high'),
        risk('insult', 'medium'),
        { ...risk('crime-claim', 'high'), confidence: 0.3 },
        risk('threat-violence', 'high'),
      ],
      reasons: ['指名辱罵', '一星'],
      deadlines: [
        { what: '', from: '', due: '2026-09-10T00:00:00.000Z' },
        { what: '', from: '', due: '2026-03-11T00:00:00+08:00' },
      ],
    });
    expect(
      queueItem({ review: review(), triage: judged, relevance: null, mark: 'open', stored: false, order: 7 }),
    ).toMatchObject({
      key: 'google-maps:r1',
      // A threat never hides behind rude words, nor what is found behind what only sounds so.
      risks: ['threat-violence', 'insult', 'crime-claim', 'opinion'],
      reason: '指名辱罵',
      due: '2026-03-11T00:00:00+08:00',
      answered: false,
      order: 7,
    });
  });

  test('tells what only sounds so from what is found, and advises no capture for it', () => {
    const judged = triage({
      priority: 79,
      risks: [{ ...risk('public-danger', 'high'), confidence: 0.3 }, risk('credit', 'high')],
    });
    const line = (risks = judged.risks) =>
      queueItem({
        review: review(),
        triage: { ...judged, risks },
        relevance: null,
        mark: 'open',
        stored: false,
        order: 0,
      });
    expect(line()).toMatchObject({ risks: ['credit', 'public-danger'], hunches: ['public-danger'] });
    expect(advisesCapture(line())).toBe(true);
    expect(advisesCapture(line(judged.risks.slice(0, 1)))).toBe(false);
    expect(line(judged.risks.slice(1))).not.toHaveProperty('hunches');
    expect(advisesCapture(line([risk('recording', 'medium')]))).toBe(true);
    expect(advisesCapture(line([risk('recording', 'high')]))).toBe(false);
  });

  test.each([
    ['甲\n\n乙\t丙 ', '甲 乙 丙'],
    ['字'.repeat(140), '字'.repeat(140)],
    ['字'.repeat(141), `${'字'.repeat(140)}…`],
    [`${'字'.repeat(139)}😀尾`, `${'字'.repeat(139)}…`],
    [`短${' '.repeat(600)}長`, '短…'],
    [' '.repeat(1000), ''],
  ])('excerpt %#', (text, excerpt) => {
    expect(excerptOf(text)).toBe(excerpt);
  });

  test('an excerpt is short, one line and whole characters, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1500 }), (text) => {
        const excerpt = excerptOf(text);
        expect(excerpt.length).toBeLessThanOrEqual(141);
        expect(excerpt).not.toMatch(/[\n\r\t]/);
        expect(excerpt.isWellFormed()).toBe(true);
      }),
    );
  });
});

const anyItem = fc
  .record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    mark: fc.constantFrom<QueueItem['mark']>('open', 'handled', 'needs-lawyer'),
    priority: fc.constantFrom(10, 50, 90),
    order: fc.nat(3),
    iso: fc.constantFrom(null, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00+08:00', 'nonsense'),
  })
  .map(({ iso, ...over }) => item({ ...over, postedAt: { shown: '', iso, precision: 'day' } }));

describe('order', () => {
  test('open, urgent, new, then as on the page', () => {
    const at = (iso: string) => ({ shown: '', iso, precision: 'day' as const });
    const lines = [
      item({ key: 'done', mark: 'handled', priority: 99 }),
      item({ key: 'old', priority: 50, postedAt: at('2026-01-01T00:00:00Z') }),
      item({ key: 'second', priority: 50, order: 2, postedAt: at('2026-02-01T00:00:00Z') }),
      item({ key: 'first', priority: 50, order: 1, postedAt: at('2026-02-01T00:00:00Z') }),
      item({ key: 'top', priority: 81 }),
    ];
    expect(lines.sort(compareQueue).map(({ key }) => key)).toEqual(['top', 'first', 'second', 'old', 'done']);
  });

  test('is one order for all', () => {
    fc.assert(
      fc.property(anyItem, anyItem, anyItem, (a, b, c) => {
        expect(Math.sign(compareQueue(a, b))).toBe(-Math.sign(compareQueue(b, a)) + 0);
        if (compareQueue(a, b) <= 0 && compareQueue(b, c) <= 0) expect(compareQueue(a, c)).toBeLessThanOrEqual(0);
        expect(Number.isNaN(compareQueue(a, b))).toBe(false);
      }),
    );
  });
});

describe('what is overdue', () => {
  const now = Date.parse('2026-03-10T04:00:00Z');
  const due = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  const keys = (lines: readonly QueueItem[], order?: typeof asRanked) =>
    sortQueue(lines, now, order).map(({ key }) => key);

  test('stands above the work of the day, the longest overdue first, and below whatever is urgent', () => {
    const lines = [
      item({ key: 'calm', priority: 10, sentiment: 'positive' }),
      item({ key: 'left 23 h', priority: 45, due: due(23) }),
      item({ key: 'no counter', priority: 49 }),
      item({ key: 'soon, left 2 h', priority: 60, due: due(2) }),
      item({ key: 'soon, left 23 h', priority: 70, due: due(23) }),
      item({ key: 'late 2 days', priority: 30, due: due(-48) }),
      item({ key: 'late 3 days', priority: 25, due: due(-72) }),
      item({ key: 'soon, late', priority: 55, due: due(-1) }),
      item({ key: 'urgent, late', priority: 82, due: due(-1) }),
      item({ key: 'urgent', priority: 88, due: due(1) }),
      item({ key: 'self-harm', priority: 97, due: due(20) }),
      item({ key: 'violence, late', priority: 95, due: due(-40) }),
    ];
    const expected = [
      'self-harm',
      'violence, late',
      'urgent, late',
      'urgent',
      'soon, late',
      'late 3 days',
      'late 2 days',
      'soon, left 2 h',
      'soon, left 23 h',
      'left 23 h',
      'no counter',
      'calm',
    ];
    expect(keys(lines)).toEqual(expected);
    expect(keys([...lines].reverse())).toEqual(expected);
    expect(summary(lines, now)).toMatchObject({ today: 4, overdue: 5 });
  });

  test('equally much time left, as the list tells it, is no reason to stand above a graver one', () => {
    const soon = (key: string, priority: number, hours: number) => item({ key, priority, due: due(hours) });
    const lines = [
      soon('first read', 59, 23.999),
      soon('gravest', 79, 23.9991),
      soon('last read', 70, 23.9992),
      soon('less time', 55, 22.9),
      soon('days, less', 56, 24 * 5 + 1),
      soon('days', 66, 24 * 5 + 3),
    ];
    const expected = ['less time', 'gravest', 'last read', 'first read', 'days', 'days, less'];
    expect(keys(lines)).toEqual(expected);
    expect(keys([...lines].reverse())).toEqual(expected);
  });

  test('is told: by what a line stands where it stands', () => {
    const by = (part: Partial<QueueItem>) => standsBy(item({ priority: 60, due: due(5), ...part }), now);
    expect(by({})).toBe('due');
    expect(by({ due: due(-5) })).toBe('late');
    expect(by({ mark: 'needs-lawyer' })).toBe('mark');
    for (const part of [{ due: null }, { due: due(24 * 60) }]) expect(by(part)).toBe('undated');
    for (const part of [{ priority: 95 }, { priority: 8 }, { answered: true }]) expect(by(part)).toBeNull();
  });

  test('never is what is answered, settled, mere thanks, or so long over that no line counts it', () => {
    const late = { priority: 60, due: due(-48) };
    expect(isOverdue(item(late), now)).toBe(true);
    expect(isOverdue(item({ ...late, due: due(1) }), now)).toBe(false);
    const done = [
      item({ ...late, key: 'a', answered: true }),
      item({ ...late, key: 'b', mark: 'handled' }),
      item({ ...late, key: 'c', mark: 'ignored' }),
      item({ ...late, key: 'd', priority: 5, sentiment: 'positive' }),
      item({ ...late, key: 'e', due: due(-24 * 30) }),
      item({ ...late, key: 'f', due: null }),
    ];
    for (const line of done) expect([line.key, isOverdue(line, now)]).toEqual([line.key, false]);
    expect(summary(done, now).overdue).toBe(0);
    // Nor does it stand where overdue work stands.
    expect(keys([...done, item({ key: 'today’s', priority: 55, due: due(1) })])[0]).toBe('today’s');
  });

  test('else the stored ones stay as the store ranks them', () => {
    const lines = [
      item({ key: 'second', priority: 60, order: 1, postedAt: { shown: '', iso: null, precision: 'unknown' } }),
      item({ key: 'first', priority: 60, order: 0, postedAt: { shown: '', iso: null, precision: 'unknown' } }),
      item({ key: 'late', priority: 30, order: 2, due: due(-1) }),
    ];
    expect(keys(lines, asRanked)).toEqual(['late', 'first', 'second']);
  });

  test('one order for all, however the lines come', () => {
    const anyDue = fc.constantFrom(null, due(-400), due(-30), due(-1), due(0), due(5), due(30), due(500));
    const lines = fc.uniqueArray(fc.tuple(anyItem, anyDue, fc.nat(10_000)), {
      selector: ([, , key]) => key,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (made, random) => {
        const rows = made.map(([line, at, key]) => ({ ...line, key: String(key), due: at }));
        const order = keys(rows);
        const mixed = rows.map((row) => ({ row, at: random.next().value as number })).sort((a, b) => a.at - b.at);
        expect(keys(mixed.map(({ row }) => row))).toEqual(order);
        // Of one priority, no line that has time left stands above an overdue one.
        const sorted = sortQueue(rows, now);
        for (const [at, line] of sorted.entries())
          for (const above of sorted.slice(0, at))
            if (line.mark === 'open' && above.mark === 'open' && above.priority === line.priority && line.priority < 90)
              expect(isOverdue(line, now) && !isOverdue(above, now)).toBe(false);
      }),
    );
  });
});

describe('filters', () => {
  const lines = [
    item({ key: 'urgent', priority: 80, risks: ['threat-violence'] }),
    item({ key: 'mixed', sentiment: 'mixed', rating: 3, risks: ['opinion'] }),
    item({ key: 'mild', sentiment: 'mixed', rating: 4, answered: true }),
    item({ key: 'praise', sentiment: 'positive', risks: ['praise'], mark: 'handled' }),
    item({ key: 'line', kind: 'item', sentiment: 'neutral', title: 'Ｄｒ．Ｌｉｎ 好嗎' }),
  ];
  const keys = (filter: Parameters<typeof filterQueue>[1], query = '') =>
    filterQueue(lines, filter, query).map(({ key }) => key);

  test('each', () => {
    expect(keys('all')).toHaveLength(5);
    expect(keys('urgent')).toEqual(['urgent']);
    expect(keys('negative')).toEqual(['urgent', 'mixed']);
    expect(keys('unanswered')).toEqual(['urgent', 'mixed']);
    expect(keys('risk')).toEqual(['urgent']);
  });

  test('the query is plain text of any width and case', () => {
    expect(keys('all', 'dr.lin')).toEqual(['line']);
    expect(keys('all', '.*')).toEqual([]);
    expect(keys('all', '  ')).toHaveLength(5);
  });
});

test('the one sentence counts what is open, and what is captured already as that', () => {
  expect(
    summary(
      [
        item({ priority: 85, risks: ['insult'] }),
        item({ priority: 85, risks: ['insult'], mark: 'handled' }),
        item({ priority: 60, risks: ['opinion'], answered: true }),
        item({ priority: 60, risks: ['credit'] }),
        item({ priority: 60, risks: ['credit'], captured: true }),
        item({ priority: 30, risks: ['insult'] }),
        item({ priority: 5, sentiment: 'positive' }),
      ],
      0,
    ),
  ).toEqual({ total: 7, today: 1, overdue: 0, soon: 3, capture: 2, unanswered: 5 });
});
