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

describe('speaking up for a place', () => {
  test.each(['不要再罵了啦，這間我看了三年', '→ 這間明明不雷啊 你是去過嗎'])(
    'is kind, whatever words it takes up: %s',
    (text) => expect(mood(text)).toBe('positive'),
  );
  test.each(['這間不雷誰雷', 'Not a scam, just careless. I left in pain and nobody said sorry.'])(
    'is not: %s',
    (text) => expect(mood(text)).not.toBe('positive'),
  );
});

describe('what is never kindly meant', () => {
  test.each([
    '好棒喔，等兩小時換三分鐘，感恩',
    '諮詢師嘴超甜，把客人當盤子的功力一流 ^^',
    '祝你們全家天天吃這種藥，謝謝',
  ])('with a smile or with thanks: %s', (text) => expect(mood(text)).toBe('negative'));
  test.each(['祝你們全家平安健康，謝謝醫師', '聽別人說會把人當盤子，結果醫師說不用做，謝謝'])(
    'is meant kindly here: %s',
    (text) => expect(mood(text)).not.toBe('negative'),
  );
});

test('a push without a word is one, and who sells stars has no opinion', () => {
  expect(mood('推')).toBe('positive');
  expect(mood('代刷五星好評，一則80，量大可談')).toBe('neutral');
});
