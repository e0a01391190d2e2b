import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfReview } from '../../../lib/drafting/echo.ts';
import { beyondJudging } from '../../../lib/drafting/judge/bounds.ts';
import { clausesRead, featuresOf, SPACE } from '../../../lib/drafting/judge/features.ts';
import { judge, likelySafe } from '../../../lib/drafting/judge/index.ts';
import { fittedModel, oddsOf } from '../../../lib/drafting/judge/model.ts';
import { MARK_COUNT } from '../../../lib/drafting/judge/structure.ts';
import { SAFE_BELOW } from '../../../lib/drafting/judge/weights.ts';
import { mask } from '../../../lib/drafting/mask.ts';
import { normalise } from '../../../lib/drafting/normalise.ts';
import { learn, written } from '../../../scripts/train/judge.ts';
import { ownSentences } from '../../../scripts/train/judge-data.ts';

const read = (text: string): string => mask(normalise(text).text, null);

describe('the trained judge', () => {
  // None of these stands in the training file.
  it.each([
    '同仁記得當天有提醒過。',
    '那一針是為了消腫才打的。',
    '藥量本來就抓得比較輕。',
    '翻過本子，上面有簽名。',
    '隔壁床那位阿伯比較吵。',
    'The bracket came loose because of hard candy.',
  ])('does not call 「%s」 safe', (text) => {
    expect(judge(read(text), null)).not.toBe('safe');
  });

  it.each([
    '候診區的燈管這個月會全部換新。',
    '看到這樣的心情，我們也很不好過。',
    '掛號費的調整公告在門口與官網。',
    'Our opening hours are posted at the entrance.',
  ])('calls 「%s」 safe', (text) => {
    expect(judge(read(text), null)).toBe('safe');
  });

  it('has no say where 「您」 is tied to care, in other scripts, or in endless sentences', () => {
    expect(beyondJudging(read('抱歉讓您等候多時。'))).toBe(true);
    expect(beyondJudging(read('若您需要改約，線上就可以辦理。'))).toBe(false);
    expect(judge('貴重なご意見をありがとうございます。', null)).toBe('unsure');
    expect(judge(`${'謝謝大家的意見,'.repeat(40)}。`, null)).toBe('unsure');
  });

  it('asks for more when a sentence takes up the review', () => {
    const sentence = read('疤痕的變化因人而異，任何人都無法保證看不出來。');
    const order = { safe: 0, unsure: 1, unsafe: 2 };
    expect(order[judge(sentence, null, true)]).toBeGreaterThanOrEqual(order[judge(sentence, null, false)]);
  });

  it('reads the same whatever the quotes, commas, greeting and end', () => {
    const sentence = '藥量本來就抓得比較輕,效果慢一點';
    const { runs } = featuresOf(sentence, null);
    for (const other of [
      `「${sentence}」`,
      `${sentence}!!`,
      `您好,${sentence}。`,
      sentence.replace(',', ''),
      `${sentence},謝謝您`,
    ])
      expect(new Set(featuresOf(other, null).runs)).toEqual(new Set(runs));
  });

  it('is not lulled by harmless clauses around an unsafe one', () => {
    const plain = oddsOf(fittedModel(), read('藥量本來就抓得比較輕。'), null);
    const wrapped = oddsOf(fittedModel(), read('謝謝您寫下這麼長的心情，藥量本來就抓得比較輕，祝您順心。'), null);
    expect(plain).toBeGreaterThan(SAFE_BELOW);
    expect(wrapped).toBeGreaterThan(SAFE_BELOW);
    expect(clausesRead('謝謝您,藥量本來就抓得比較輕,祝好')).toEqual(['謝謝您,藥量本來就抓得比較輕,祝好']);
    expect(clausesRead('謝謝您的意見,藥量本來就抓得輕')).toEqual(['謝謝您的意見,', '藥量本來就抓得輕']);
  });

  it('reads any text within its table, the same each time', () => {
    const review = wordsOfReview('等了兩個小時，醫師說是發炎。');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const features = featuresOf(read(text), review);
        expect(features).toEqual(featuresOf(read(text), review));
        expect(features.build).toHaveLength(MARK_COUNT);
        expect(features.runs.every((place) => Number.isInteger(place) && place >= 0 && place < SPACE)).toBe(true);
        expect(typeof likelySafe(read(text), review)).toBe('boolean');
      }),
      { numRuns: 80, seed: 21 },
    );
  });

  it('has a weight for every place and mark', () => {
    for (const weights of Object.values(fittedModel())) {
      expect(weights.runs).toHaveLength(SPACE);
      expect(weights.build).toHaveLength(MARK_COUNT);
    }
  });
});

describe('its training', () => {
  it('gives the same file for the same sentences, and no letter of them', () => {
    const some = ownSentences().filter((_, index) => index % 12 === 0);
    const file = written(learn(some));
    expect(written(learn(some))).toBe(file);
    expect(file).not.toMatch(/[\u3400-\u9fff]/);
  });
});
