import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { loadWeights } from '../../../scripts/weights.ts';

const read = (text: string, stars: number | null) => triage({ text, stars, site: 'google-maps', kind: 'review' });

/** What may not be thanked for, whatever the stars say and however quietly it is told. */
describe('stars and a quiet tone are no praise', () => {
  beforeAll(() => {
    expect(loadWeights()).toBe('full');
  });
  afterAll(() => takeModel(null));

  test.each([
    '醫師幫我媽打針，隔天我媽就往生了',
    '醫師幫我打針，隔天左手就不能動了',
    '護理師幫我媽翻身，她大腿骨折了',
    '醫師幫我按摩肩膀，手伸進我內衣',
    '我阿嬤在這邊復健，跌下床，現在坐輪椅',
    '醫師把藥開成十倍，我兒子送加護病房',
    '獸醫幫牠打完針，牠就沒有呼吸了',
    '剛做完健檢說都正常，兩週後我先生猝死',
  ])('%s', (text) => {
    for (const stars of [null, 5]) {
      const { sentiment, urgent, next, reasons } = read(text, stars);
      expect([stars, sentiment, urgent]).toEqual([stars, 'negative', true]);
      expect(next.join() + reasons.join()).not.toContain('感謝');
    }
  });

  test.each([
    '謝謝醫師陪阿嬤走完最後一程，她走得很安詳',
    '媽媽在這裡過世，護理師很溫柔',
    '阿嬤在這裡住了半年，她過世後醫師還寄了一張手寫卡片',
    '我爸中風後每週來復健，已經可以自己走路了',
  ])('praise beside a death or an illness stays praise: %s', (text) => {
    for (const stars of [null, 5]) expect([stars, read(text, stars).sentiment]).toEqual([stars, 'positive']);
  });

  test('five stars without a word of praise: what the words say', () => {
    expect(read('半夜護理站聊天聊到兩點，完全沒辦法睡，麻煩小聲一點', 5).sentiment).toBe('negative');
    expect(read('門診搬到後棟二樓，三號窗口報到', 5).sentiment).toBe('neutral');
    expect(read('很好', 5).sentiment).toBe('positive');
    expect(read('', 5).sentiment).toBe('positive');
  });
});
