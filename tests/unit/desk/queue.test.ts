import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueueItem } from '../../../lib/contract/index.ts';
import { advisesCapture, compareQueue, excerptOf, filterQueue, queueItem, summary } from '../../../lib/desk/queue.ts';
import { review, risk, triage } from '../store/samples.ts';

const item = (over: Partial<QueueItem> = {}): QueueItem => ({
  ...queueItem({ review: review(), triage: triage(), relevance: 'own', mark: 'open', stored: true, order: 0 }),
  ...over,
});

describe('a line of the queue', () => {
  test('names the worst risk first and each kind once, the first reason and the nearest deadline', () => {
    const judged = triage({
      risks: [risk('opinion', 'low'), risk('insult', 'high'), risk('insult', 'medium'), risk('credit', 'high')],
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
      risks: ['insult', 'credit', 'opinion'],
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
    expect(line()).toMatchObject({ risks: ['public-danger', 'credit'], hunches: ['public-danger'] });
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
    summary([
      item({ priority: 85, risks: ['insult'] }),
      item({ priority: 85, risks: ['insult'], mark: 'handled' }),
      item({ priority: 60, risks: ['opinion'], answered: true }),
      item({ priority: 60, risks: ['credit'] }),
      item({ priority: 60, risks: ['credit'], captured: true }),
      item({ priority: 30, risks: ['insult'] }),
      item({ priority: 5, sentiment: 'positive' }),
    ]),
  ).toEqual({ total: 7, today: 1, soon: 3, capture: 2, unanswered: 5 });
});
