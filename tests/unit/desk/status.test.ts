import { describe, expect, test } from 'vitest';
import { countsDown, queueItem, summary } from '../../../lib/desk/queue.ts';
import { statusOf } from '../../../lib/desk/status.ts';
import { chipOf } from '../../../lib/services/chips.ts';
import { item } from '../../components/samples.tsx';
import { review, triage } from '../store/samples.ts';

const line = (part: Parameters<typeof item>[0]) => statusOf(item({ relevance: 'own', answered: false, ...part }));

describe('what is said of a review first', () => {
  test.each([
    ['today', { priority: 85, sentiment: 'negative' }],
    ['soon', { priority: 60, sentiment: 'negative' }],
    ['normal', { priority: 32, sentiment: 'negative' }],
    ['calm', { priority: 8, sentiment: 'positive' }],
    // Answered: nobody waits, unless it presses all the same.
    ['answered', { priority: 20, sentiment: 'negative', answered: true }],
    ['answered', { priority: 5, sentiment: 'positive', answered: true }],
    ['soon', { priority: 60, sentiment: 'negative', answered: true }],
    ['today', { priority: 90, sentiment: 'positive', answered: true }],
    // A low priority alone is no praise.
    ['rest', { priority: 12, sentiment: 'negative' }],
    ['rest', { priority: 10, sentiment: 'neutral' }],
    ['gone', { priority: 20, sentiment: 'neutral', gone: true }],
    ['ours', { priority: 0, sentiment: 'positive', answered: true }],
    ['ours', { priority: 0, sentiment: 'positive', relevance: 'other' }],
    ['other', { priority: 8, sentiment: 'positive', relevance: 'other' }],
    ['other', { priority: 90, sentiment: 'negative', relevance: 'other' }],
  ] as const)('%s %#', (status, part) => {
    expect(line(part)).toBe(status);
  });
});

test('the sentence of the list does not count the clinic’s own words', () => {
  const items = [item({ key: 'a' }), item({ key: 'b', priority: 0, sentiment: 'positive' })];
  expect(summary(items, 0)).toMatchObject({ total: 1, unanswered: 1 });
});

test('what was taken down is neither counted nor waited for', () => {
  const around = { relevance: 'thread', mark: 'open', stored: false, order: 0 } as const;
  const author = { id: null, name: '', url: null, badges: ['已刪除'] };
  const gone = review({ site: 'dcard', kind: 'comment', text: '', author });
  const line = queueItem({ ...around, review: gone, triage: triage({ priority: 20 }) });
  expect(line).toMatchObject({ gone: true, answered: true });
  expect(summary([line], 0)).toMatchObject({ total: 0, unanswered: 0 });
  expect(queueItem({ ...around, review: review(), triage: triage() })).not.toHaveProperty('gone');
});

test('nothing counts down where nobody waits', () => {
  const now = Date.parse('2026-03-02T04:00:00Z');
  const due = '2026-03-02T09:00:00Z';
  expect(countsDown(item({ due, priority: 60 }), now)).toBe(true);
  expect(countsDown(item({ due, priority: 60, relevance: 'other' }), now)).toBe(false);
  expect(countsDown(item({ due, priority: 12 }), now)).toBe(false);
});

describe('the chip on the page', () => {
  const row = (part: object, answered = false) =>
    ({
      review: review(answered ? { ownerReply: { text: '謝謝', shown: '' } } : {}),
      triage: triage({ sentiment: 'negative', ...part }),
      relevance: 'own',
      mark: 'open',
    }) as unknown as Parameters<typeof chipOf>[0];

  test('thanks only for praise', () => {
    expect(chipOf(row({ priority: 8, sentiment: 'positive' }), 'zh-TW')).toMatchObject({
      word: '可致謝',
      urgency: 'calm',
    });
    expect(chipOf(row({ priority: 20 }, true), 'zh-TW')).toMatchObject({ word: '已回覆', urgency: 'normal' });
    expect(chipOf(row({ priority: 12 }), 'zh-TW')).toMatchObject({ word: '不需處理', urgency: 'normal' });
    expect(chipOf(row({ priority: 12 }), 'en')).toMatchObject({ word: 'Nothing to do' });
  });

  test('none on the clinic’s own words', () => {
    expect(chipOf(row({ priority: 0, sentiment: 'positive' }), 'zh-TW')).toBeNull();
  });
});
