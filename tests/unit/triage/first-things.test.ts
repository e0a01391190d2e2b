import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HUNCH, isFound } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { markedRows } from '../../../scripts/train/marked.ts';
import { loadWeights } from '../../../scripts/weights.ts';

/** What a manager who opens the review is told first, and what the desk does not say of it. */

const read = (text: string, stars: number | null = 1) => triage({ text, stars });
const kindsOf = (text: string) => read(text).risks.map(({ kind }) => kind);

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

describe('a life in danger for certain comes first', () => {
  const READ_FIRST = /^先(?:請一位同事|看過內容)/;
  test.each([
    [
      'not what may be a demand',
      '不退錢試試看，明天我帶球棒過去，你們醫師幾點下班我都知道',
      /^(?:通知主管並報警|先顧及)/,
    ],
    ['not an accusation without its words', '矯正做壞以後工作也丟了，每天都在想怎麼死比較不痛，我撐不下去了', /1925/],
  ])('%s', (_, text, first) => expect(read(text).next[0]).toMatch(first));

  test('over the written texts', () => {
    let certain = 0;
    for (const { row } of markedRows().filter((_, i) => i % 10 === 0)) {
      const { risks, next } = read(row.text, row.stars ?? null);
      if (!isFound(risks, 'self-harm') && !isFound(risks, 'threat-violence')) continue;
      certain++;
      expect(next[0], row.text).not.toMatch(READ_FIRST);
    }
    expect(certain).toBeGreaterThan(20);
  });
});

describe('a long story', () => {
  const TALE = [
    '那天下著小雨，我騎車過去。停車場在隔壁巷子，走路三分鐘。',
    '櫃台旁邊有一台飲水機，我坐在靠窗的位子等。牆上掛著月曆，還是上個月的。',
    '叫號以後先量血壓，再到二樓照片子。照完回到一樓，等了大概半小時。',
    '醫師問了幾個問題，我照實回答。他說先吃藥看看，兩週後再回來。',
  ];
  test('is not full of hunches', () => {
    const said = '他握拳站起來。後來我覺得沒有意義。那我就明天再來。事實證明是這樣。要等大家一起等。';
    const { risks } = read(`${TALE.join('')}${said}${TALE.toReversed().join('')}`, 2);
    expect(risks.filter(({ confidence }) => confidence <= HUNCH)).toEqual([]);
  });
  test('still holds a threat that is said plainly', () =>
    expect(read(`${TALE.join('')}明天我帶刀去砍死你們醫師。${TALE.toReversed().join('')}`).threat).toBe('violence'));
});

describe('hate of others', () => {
  const HATE = '候診室一堆印尼仔外勞，臭得要命，愛滋病患也收，誰敢來';
  test('is called so, and is no rumour of a plague', () => {
    expect(kindsOf(HATE)).toContain('discrimination');
    expect(kindsOf(HATE)).not.toContain('public-danger');
  });
  test('nobody is asked to care for who writes it', () => expect(read(HATE).next.join()).not.toMatch(/關心/));
  test('who treats everybody is not blamed for it', () => {
    const { risks } = read('愛滋病患也收，一視同仁，很敬佩這裡的醫師', 5);
    expect(risks.map(({ kind }) => kind)).not.toContain('discrimination');
  });
});

describe('wages', () => {
  test('a tooth for half a month’s pay is dear, and no debt', () =>
    expect(kindsOf('一顆牙套要我兩個月薪水，太貴了吧')).not.toContain('credit'));
  test('pay that does not come is one', () =>
    expect(kindsOf('護理師說薪水拖了三個月沒發，要倒了')).toContain('credit'));
  test('nor insurance', () => expect(kindsOf('在這裡上班半年，勞保都沒保，加班不給錢')).toContain('credit'));
});

describe('another place', () => {
  const NOODLES = '牛肉麵的湯太鹹，麵糊掉，等了半小時才上，服務生臉很臭';
  test('is said to be one', () => expect(read(NOODLES).reasons.join()).toMatch(/別的店家/));
});

test('a text without a stance is not said to need bettering', () => {
  const { risks } = read('普通，沒有特別好也沒有特別差', 3);
  expect(risks.map(({ action }) => action).join()).not.toMatch(/改善/);
});
