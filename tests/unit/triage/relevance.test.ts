import { describe, expect, test } from 'vitest';
import { emptyClinic } from '../../../lib/contract/clinic.ts';
import type { Review } from '../../../lib/contract/review.ts';
import { relevance } from '../../../lib/triage/relevance.ts';

const clinic = {
  ...emptyClinic('微光牙醫診所'),
  aliases: ['Glimmer Dental'],
  doctors: [{ name: '沈知微', aliases: ['小微醫師'] }],
  watch: ['微光矯正'],
  own: { googlePlaces: ['0x1:0x2'], facebookPages: ['glimmerdental'], pttIds: ['glimmer'], dcardIds: [] },
};

const review = (text: string, more: Partial<Review> = {}): Review => ({
  site: 'ptt',
  kind: 'comment',
  id: 'x',
  parent: null,
  url: null,
  place: null,
  title: null,
  author: { id: null, name: 'a', url: null, badges: [] },
  text,
  language: null,
  translated: false,
  collapsed: false,
  rating: null,
  recommends: null,
  postedAt: { shown: '', iso: null, precision: 'unknown' },
  edited: null,
  counts: {},
  floor: null,
  ip: null,
  country: null,
  photos: null,
  ownerReply: null,
  relevance: null,
  ...more,
});

const judge = (text: string, thread: 'own' | 'mention' | null = null, title: string | null = null) =>
  relevance(review(text), { title }, clinic, thread);

describe('mention', () => {
  test.each([
    '微光牙醫診所很好',
    '微 光 牙 醫 診 所',
    '微\u200b光牙醫',
    '微光診所在哪',
    'GLIMMER dental is fine',
    'ｇｌｉｍｍｅｒ ｄｅｎｔａｌ',
    '沈知微很仔細',
    '沈知微醫師推',
    '小微醫師人很好',
    '微光矯正有人做過嗎',
    '微光那間的沈醫師',
    '微光牙医诊所不错',
  ])('%s', (text) => {
    expect(judge(text)).toBe('mention');
  });
});

describe('other', () => {
  test.each(['微光牙刷很好用', '沈醫師很好', '透出一點微光', '隔壁牙醫', '今天天氣很好'])('%s', (text) => {
    expect(judge(text)).toBe('other');
  });
});

test('a surname with its title counts under a post that names us', () => {
  expect(judge('沈醫師很好', 'mention')).toBe('mention');
  expect(judge('沈醫師很好', null, '[問題] 微光牙醫診所好嗎')).toBe('mention');
  expect(judge('天氣很好', 'mention')).toBe('thread');
});

test('our own places and accounts', () => {
  expect(relevance(review('讚', { place: { id: '0x1:0x2' } }), {}, clinic, null)).toBe('own');
  expect(relevance(review('讚'), { place: { name: '微光牙醫診所' } }, clinic, null)).toBe('own');
  expect(relevance(review('讚'), { place: { id: 'glimmerdental', name: '別的名字' } }, clinic, null)).toBe('own');
  expect(relevance(review('讚'), { place: { id: '0x9:0x9', name: '別家診所' } }, clinic, null)).toBe('other');
});

test('a list line is judged by its title', () => {
  expect(relevance(review('', { kind: 'item', title: '[心得] 微光牙醫' }), {}, clinic, null)).toBe('mention');
  expect(relevance(review('', { kind: 'item', title: '[心得] 別家' }), {}, clinic, null)).toBe('other');
});

test('no profile, no answer', () => {
  expect(relevance(review('微光'), {}, null, null)).toBeNull();
});
