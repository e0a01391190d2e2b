import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELETED, type Review } from '../../../lib/contract/index.ts';
import { mergeReading, same } from '../../../lib/store/merge.ts';
import { review } from './samples.ts';

const merge = (before: Partial<Review>, after: Partial<Review>) => mergeReading(review(before), review(after));
const push = (texts: string[], over: Partial<Review> = {}): Partial<Review> => ({
  site: 'ptt',
  kind: 'comment',
  text: texts.join('\n'),
  floor: 3,
  floors: texts.map((_, index) => 3 + index),
  ...over,
});

const GONE: Partial<Review> = { text: '', author: { id: null, name: '', url: null, badges: [DELETED] } };

describe('what is an edit', () => {
  test.each<[string, Partial<Review>, Partial<Review>, string | null, string]>([
    ['a changed whole text', { text: '甲' }, { text: '乙' }, '甲', '乙'],
    ['expanding', { text: '甲…', collapsed: true }, { text: '甲乙丙' }, null, '甲乙丙'],
    ['a collapsed re-read', { text: '甲乙丙' }, { text: '甲…', collapsed: true }, null, '甲乙丙'],
    ['two collapsed readings', { text: '甲…', collapsed: true }, { text: '乙…', collapsed: true }, null, '乙…'],
    ['translating', { text: '很差', language: 'zh' }, { text: 'Bad', language: 'en', translated: true }, null, '很差'],
    ['showing the original', { text: 'Bad', translated: true }, { text: '很差' }, null, '很差'],
    ['another language', { text: 'Bad', language: 'en' }, { text: '很差', language: 'zh-TW' }, null, '很差'],
    ['white space only', { text: '甲 乙' }, { text: '甲\n乙 ' }, null, '甲\n乙 '],
    ['invisible characters and width', { text: '好\u200b❤\ufe0f！' }, { text: '好❤!' }, null, '好❤!'],
    [
      'an edit under another tag of the language',
      { text: '甲', language: 'zh-TW' },
      { text: '乙', language: 'zh-Hant' },
      '甲',
      '乙',
    ],
    ['folded words that were taken down', { text: '甲…', collapsed: true }, GONE, '甲…', ''],
    ['a translation that was taken down', { text: 'Bad', translated: true }, GONE, 'Bad', ''],
    ['a PTT merge that grew', push(['推一']), push(['推一', '推二']), null, '推一\n推二'],
    ['a PTT merge on a cut-off page', push(['推一', '推二']), push(['推一']), null, '推一\n推二'],
    ['a PTT merge with another beginning', push(['推一']), push(['改一', '推二']), '推一', '改一\n推二'],
    ['a list line after the post', { kind: 'post', text: '全文' }, { kind: 'item', text: '' }, null, '全文'],
    ['the post after its list line', { kind: 'item', text: '' }, { kind: 'post', text: '全文' }, null, '全文'],
  ])('%s', (_, before, after, revision, text) => {
    const merged = merge(before, after);
    expect(merged.revision).toBe(revision);
    expect(merged.review.text).toBe(text);
  });
});

describe('what a later reading does not show is kept', () => {
  test('fields', () => {
    const full = {
      url: 'https://maps.example/r1',
      rating: 1,
      ownerReply: { text: '您好', shown: '1 週前' },
      author: { id: 'a1', name: '阿明', url: 'https://maps.example/a1', badges: ['在地嚮導'] },
      photos: 3,
    };
    const bare = {
      url: null,
      rating: null,
      ownerReply: null,
      photos: null,
      author: { id: null, name: '阿明', url: null, badges: [] },
    };
    expect(merge(full, bare).review).toMatchObject(full);
  });

  test('a push that is read as a post another time is edited once, and settles', () => {
    const pushes = { site: 'ptt', kind: 'comment', text: '甲乙丙', floors: [1, 2] } as const;
    const post = review({ ...pushes, floors: [1], kind: 'post', text: '甲乙' });
    const once = mergeReading(review({ ...pushes, floors: [1, 2] }), post);
    expect(once.revision).toBe('甲乙丙');
    expect(mergeReading(once.review, post).revision).toBeNull();
  });

  test('the finer time stays, and an unchanged vague one is not rewritten', () => {
    const fine = { shown: '2026/02/24 12:00', iso: '2026-02-24T04:00:00.000Z', precision: 'minute' as const };
    const vague = { shown: '1 個月前', iso: '2026-02-10T04:00:00.000Z', precision: 'month' as const };
    const vaguer = { shown: '2 個月前', iso: '2026-02-11T04:00:00.000Z', precision: 'month' as const };
    expect(merge({ postedAt: fine }, { postedAt: vague }).review.postedAt).toEqual(fine);
    expect(merge({ postedAt: vague }, { postedAt: fine }).review.postedAt).toEqual(fine);
    expect(merge({ postedAt: vague }, { postedAt: vaguer }).review.postedAt).toEqual(vague);
  });
});

const text = fc.constantFrom('甲', '甲乙', '甲乙丙', 'Bad', '');
const anyReview: fc.Arbitrary<Review> = fc
  .record({
    site: fc.constant('ptt' as const),
    kind: fc.constantFrom('comment' as const, 'post' as const, 'item' as const),
    text,
    collapsed: fc.boolean(),
    translated: fc.boolean(),
    language: fc.constantFrom(null, 'zh-TW', 'en'),
    rating: fc.constantFrom(null, 1, 5),
    counts: fc.record({ likes: fc.nat(3) }, { requiredKeys: [] }),
    floors: fc.constantFrom<number[] | undefined>(undefined, [1], [1, 2]),
  })
  .map((over) => review(over));

describe('always', () => {
  test('a second look at the same thing changes nothing', () => {
    fc.assert(
      fc.property(anyReview, (one) => {
        const merged = mergeReading(one, one);
        expect(merged.revision).toBeNull();
        expect(same(merged.review, one)).toBe(true);
      }),
    );
  });

  test('a whole text is never replaced by part of one, nor lost without a revision', () => {
    fc.assert(
      fc.property(anyReview, anyReview, (before, after) => {
        const { review: joined, revision } = mergeReading(before, after);
        if (!before.collapsed && before.kind !== 'item') expect(joined.collapsed).toBe(false);
        if (revision !== null) {
          expect(revision).toBe(before.text);
          expect(before.collapsed || after.collapsed || before.translated !== after.translated).toBe(false);
        }
        expect([before.text, after.text]).toContain(joined.text);
      }),
    );
  });

  test('merging the outcome once more with the same reading settles', () => {
    fc.assert(
      fc.property(anyReview, anyReview, (before, after) => {
        const once = mergeReading(before, after).review;
        const twice = mergeReading(once, after);
        expect(twice.revision).toBeNull();
        expect(same(twice.review, once)).toBe(true);
      }),
    );
  });
});

test('sameness ignores members that are undefined and nothing else', () => {
  expect(same({ a: [1, { b: null }] }, { a: [1, { b: null }], c: undefined })).toBe(true);
  expect(same({ a: null }, { a: undefined })).toBe(false);
  expect(same([1, 2], [1])).toBe(false);
  expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(same([], {})).toBe(false);
});
