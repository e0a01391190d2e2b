import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { isNeedlework } from '../../../lib/triage/needlework.ts';
import { read } from '../../../lib/triage/reading.ts';
import { loadWeights } from '../../../scripts/weights.ts';

/** Conventions of the labels that no head learns from a few hundred texts. */

const judge = (text: string, stars: number | null = 1) => triage({ text, stars });

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

describe('what is said of the place as such', () => {
  test.each([
    ['停車場指示超差，爛醫院', 'environment'],
    ['一流的醫院，護理師一流的服務態度', 'attitude'],
  ])('beside something in particular means that: %s', (text, aspect) => {
    const said = Object.keys(judge(text, text.includes('爛') ? 1 : 5).aspects);
    expect(said).toContain(aspect);
    expect(said).not.toContain('other');
  });
  test.each(['爛醫院', '很爛', '讚', '推推推'])('alone is all there is: %s', (text) =>
    expect(Object.keys(judge(text, text.includes('爛') ? 1 : 5).aspects)).toEqual(['other']),
  );
});

describe('a missed vein', () => {
  test.each(['抽血抽了三次都抽不到，手臂瘀青一大片，技術有夠爛', '護理師打針技術超差，挨了四針還一直戳，痛死了'])(
    'and a bruise accuse nobody: %s',
    (text) => {
      expect(isNeedlework(read(text))).toBe(true);
      expect(judge(text).accusation).toBe('none');
    },
  );
  test.each([
    '抽血完直接拔針沒有壓，我爸大出血送急診',
    '針頭沒換就幫下一個人打，這是要害人感染嗎',
    '打針打到神經，手到現在還麻',
  ])('is not all that is told: %s', (text) => expect(isNeedlework(read(text))).toBe(false));
});

describe('care for the sake of money', () => {
  test.each(['這家只想賺病人的錢', '叫我一直回診，是爽賺掛號費嗎', '醫師眼裡只有業績'])(
    'is a general accusation, and shown: %s',
    (text) => {
      const { accusation, risks } = judge(text);
      expect(accusation).not.toBe('none');
      expect(risks.map(({ kind }) => kind)).toContain('accusation');
    },
  );
  test.each([
    ['停車場只想賺錢，機車也要收費', 1],
    ['醫師不會只想賺錢，都叫我不用做', 5],
    ['我也想賺錢啊，請假來看診還要等', 2],
  ])('unless it is said of parking, of oneself, or denied: %s', (text, stars) =>
    expect(judge(text, stars).accusation).toBe('none'),
  );
});

test('the model is taught without the everyday words that are read', () => {
  const text = '走路三分鐘就到，一報到就叫到我';
  expect(read(text).words.length).toBeGreaterThan(read(text, true).words.length);
});
