import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { loadWeights } from '../../../scripts/weights.ts';

/** The mood that a text tells of itself, whatever its words weigh. */
const mood = (text: string, stars: number | null = null) => triage({ text, stars }).sentiment;

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

describe('a reproach taken back', () => {
  test.each([
    ['上個月誤會你們亂收費，後來對帳才知道是自己看錯，真的很抱歉', 5],
    ['是我搞錯看診時間還罵櫃台，對不起', null],
    ['更正：之前罵錯了，是我弄錯診所', null],
  ])('is kind, and accuses nobody: %s', (text, stars) => {
    expect(mood(text, stars)).toBe('positive');
    expect(triage({ text, stars }).accusation).toBe('none');
  });
  test.each([
    ['收錯錢還硬說是我看錯，連句對不起都沒有', 1],
    ['誤會？你們根本欠病人一個道歉', 1],
    ['櫃台說是我看錯單子，要我道歉', null],
  ])('is not what staff ask for: %s', (text, stars) => expect(mood(text, stars)).toBe('negative'));
});

describe('neither good nor bad', () => {
  test.each(['還可以，沒什麼好也沒什麼不好', '沒有特別好，也沒有特別差'])('is neutral: %s', (text) =>
    expect(mood(text, 3)).toBe('neutral'),
  );
  test('of one star it is a complaint', () => expect(mood('沒什麼好也沒什麼不好，就是浪費時間', 1)).toBe('negative'));
});

describe('not recommended', () => {
  test.each(['不推薦喔 加油💪', '不推 ❤️', '真心不推薦，謝謝'])('is no praise, whatever smiles beside it: %s', (text) =>
    expect(mood(text)).toBe('negative'),
  );
  test.each(['這麼好的診所不推不行', '醫師超好，不推薦都難'])('unless that is denied: %s', (text) =>
    expect(mood(text)).toBe('positive'),
  );
});

describe('hidden abuse', () => {
  test.each(['庸♥醫♥快♥逃', '黑❤心❤診❤所 繞路'])('is meant, whatever hides it: %s', (text) =>
    expect(mood(text)).toBe('negative'),
  );
});

test('a general remark alone has the mood of the whole', () => {
  const { sentiment, aspects } = triage({ text: '不推 ❤️', stars: null });
  expect([sentiment, aspects.other]).toEqual(['negative', 'neg']);
});

test('what is lacking is no praise', () =>
  expect(triage({ text: '櫃台人員欠缺熱忱', stars: 2 }).aspects.attitude).toBe('neg'));
