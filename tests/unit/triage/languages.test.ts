import { describe, expect, test } from 'vitest';
import { ASPECTS } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';
import { isForeign, normalise, writesKana } from '../../../lib/triage/normalise.ts';
import { read } from '../../../lib/triage/reading.ts';

/** What the words alone say, before any weights: 「attitude-」 for each word of stance in its order. */
const said = (text: string): string[] =>
  read(text).stances.map(({ aspect, sign }) => `${ASPECTS[aspect] ?? ''}${sign > 0 ? '+' : '-'}`);

describe('English words of stance', () => {
  test.each([
    ['The staff were friendly', ['attitude+']],
    ['The staff were not friendly', ['attitude-']],
    ['The staff were not at all friendly', ['attitude-']],
    ['The receptionist wasn’t particularly helpful', ['attitude-']],
    ["The receptionist wasn't particularly helpful", ['attitude-']],
    ['She was never rude', ['attitude+']],
    ['I did not like the waiting room because it was dirty', ['environment-']],
    ['not bad', ['+']],
    ['What kind of clinic is this', []],
    ['He is a patient here', []],
    ['They overcharged me', ['price-']],
    ['waited for two hours', ['booking_wait-']],
    ['The hours on Google are wrong', ['information-']],
    ['whitening and brightness', []],
  ])('%s', (text, stances) => {
    expect(said(text)).toEqual(stances);
  });
});

describe('Japanese words of stance', () => {
  test.each([
    ['受付が横柄でした', ['attitude-']],
    ['治療は痛かったです', ['medical-']],
    ['治療は痛くなかったです', ['medical+']],
    ['とても満足できない', ['-']],
    ['満足していません', ['-']],
    ['文句のつけようがない', ['+']],
    ['電話がつながらない', ['booking_wait-']],
    ['ホームページの情報が古いまま', ['information-']],
    ['料金が高いと思いました', ['price-']],
  ])('%s', (text, stances) => {
    expect(said(text)).toEqual(expect.arrayContaining(stances));
    const [sign] = stances.map((stance) => stance.at(-1));
    expect(said(text).every((stance) => stance.endsWith(sign ?? ''))).toBe(true);
  });

  test('what the same characters say in Chinese is left to the Chinese words', () => {
    expect(said('這裡沒有個室')).toEqual([]);
    expect(said('他行列式很強')).not.toContain('booking_wait-');
    expect(said('護士正要下手の時候')).not.toContain('medical-');
  });
});

describe('clauses of English', () => {
  test.each([
    [
      'The doctor was kind and patient but the front desk was rude and the wait was long',
      ['The doctor was kind and patient', 'but the front desk was rude', 'and the wait was long'],
    ],
    ['Cheap but good', ['Cheap but good']],
    ['Kind and patient', ['Kind and patient']],
    ['Refund my NT$90,000, or I tell', ['Refund my NT$90,000', ' or I tell']],
  ])('%s', (text, clauses) => {
    expect(read(text).clauses.map(({ start, end }) => text.slice(start, end))).toEqual(clauses);
  });
});

describe('which language', () => {
  const of = (text: string) => normalise(text).codes;

  test.each([
    ['The doctor was kind', true],
    ['先生はとても優しいです', true],
    ['醫師很好', false],
    ['醫師說 OK 就 OK', false],
    ['好吃の牛肉麵', false],
    ['医生很专业', false],
    ['', false],
    ['👍👍', false],
  ])('%s', (text, foreign) => {
    expect(isForeign(of(text))).toBe(foreign);
  });

  test('a の here and there is no Japanese', () => {
    expect(writesKana(of('我の最愛の診所'))).toBe(false);
    expect(writesKana(of('ありがとう'))).toBe(true);
  });
});

describe('read as a whole', () => {
  test.each([
    ['Is there an English speaking doctor?', null, 'neutral'],
    ['What time do you close on Saturdays?', null, 'neutral'],
    ['Do you accept walk-ins?', null, 'neutral'],
    ['The receptionist was rude and we waited two hours.', null, 'negative'],
    ['Gentle dentist, spotless clinic, fair price.', null, 'positive'],
    ['The doctor was wonderful, but the front desk was rude and the bill was far too high.', 3, 'mixed'],
    ['待ち時間が長く、受付の対応も冷たかったです。', null, 'negative'],
    ['先生が優しくて、説明も丁寧でした。', null, 'positive'],
    ['土曜日は開いていますか？', null, 'neutral'],
  ] as const)('%s', (text, stars, sentiment) => {
    expect(triage({ text, stars }).sentiment).toBe(sentiment);
  });

  test.each([
    ['The receptionist yelled at my mother.', 1, 'attitude', 'neg'],
    ['I waited for three hours despite having an appointment.', 1, 'booking_wait', 'neg'],
    ['Hidden fees everywhere, they overcharged me twice.', 1, 'price', 'neg'],
    ['The opening hours on Google are wrong, it was closed when I arrived.', 2, 'information', 'neg'],
    ['The toilet was filthy and there is nowhere to park.', 2, 'environment', 'neg'],
    ['Painless root canal and the crown fits perfectly.', 5, 'medical', 'pos'],
    ['予約したのに二時間待たされました。', 1, 'booking_wait', 'neg'],
    ['トイレが汚くて、院内も狭いです。', 2, 'environment', 'neg'],
    ['料金が高すぎるし、明細もくれませんでした。', 1, 'price', 'neg'],
    ['痛みもなく、腕のいい先生でした。', 5, 'medical', 'pos'],
  ] as const)('%s', (text, stars, aspect, polarity) => {
    expect(triage({ text, stars }).aspects[aspect]).toBe(polarity);
  });
});
