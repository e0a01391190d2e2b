import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Review } from '../../../lib/contract/index.ts';
import { signatureOf } from '../../../lib/page/signature.ts';
import { contextFor, fakeSite, item, makeCard } from './fake-site.ts';

const adapter = fakeSite();
const base = adapter.read(makeCard(item(1, { likes: 3 })), contextFor(adapter))[0]!.review;

const CHANGES: Partial<Review>[] = [
  { text: `${base.text}。` },
  { text: '' },
  { collapsed: true },
  { translated: true },
  { language: 'en' },
  { rating: 1 },
  { recommends: false },
  { edited: false },
  { title: '標題' },
  { url: 'https://reviews.example/1' },
  { parent: 'p' },
  { aliases: ['a'] },
  { floors: [1, 2] },
  { photos: 0 },
  { author: { ...base.author, name: '別人' } },
  { author: { ...base.author, badges: ['在地嚮導'] } },
  { postedAt: { ...base.postedAt, shown: '昨天' } },
  { place: { id: '2' } },
  { ownerReply: { text: '謝謝', shown: '' } },
  { counts: { likes: 4 } },
  { counts: { comments: 3 } },
  { counts: {} },
];

test.each(CHANGES)('%o is a change', (change) => {
  expect(signatureOf({ ...base, ...change })).not.toBe(signatureOf(base));
});

test('the computed time and the same again are none', () => {
  expect(signatureOf({ ...structuredClone(base), postedAt: { ...base.postedAt, iso: '2026-01-01T00:00:00Z' } })).toBe(
    signatureOf(base),
  );
});

test('any two texts differ, also with their characters moved about', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      fc.pre(a !== b);
      expect(signatureOf({ ...base, text: a })).not.toBe(signatureOf({ ...base, text: b }));
      expect(signatureOf({ ...base, text: a, title: b })).not.toBe(signatureOf({ ...base, text: b, title: a }));
    }),
  );
});
