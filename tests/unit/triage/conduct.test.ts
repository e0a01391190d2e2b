import { describe, expect, test } from 'vitest';
import { isFound } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

const read = (text: string, stars: number | null = 1) => triage({ text, stars });

describe('sexual misconduct told by a patient', () => {
  test.each([
    '做復健的時候，男治療師一直蹭我的屁股，我整個人僵住',
    '超音波師趁沒人在場把我內衣拉開，說順便看看',
    '只是看感冒，醫師卻解開我的上衣釦子，護理師還被他支開',
    '整骨師傅突然捏我的胸部，還說這樣會放鬆',
    '醫師從病歷抄我電話，半夜傳line問我有沒有男友',
    '諮詢師帶我進小房間，要我脫到只剩內褲轉一圈',
    '治療師的手慢慢滑進我的內褲，問我舒不舒服',
    '醫師掀開女兒的衣服，還鎖門不讓媽媽陪',
  ])('%s', (text) => {
    const { risks, urgent, priority, next, accusation } = read(text);
    expect(isFound(risks, 'crime-claim')).toBe(true);
    expect({ urgent, accusation }).toEqual({ urgent: true, accusation: 'specific' });
    expect(priority).toBeGreaterThanOrEqual(90);
    expect(next[0]).toContain('今天');
    expect(next).toContain('暫不回覆');
    expect(next).toContain('請律師評估');
  });

  test.each([
    '照心電圖要把上衣掀起來，有女護理師在場',
    '醫師請我脫外套量血壓，量了三次',
    '醫師請我掀衣服聽診，聽不到三秒就說沒事，敷衍',
    '打針前叫我把褲子拉下來一點，打完很痛',
    '復健師按我大腿內側拉傷的地方，太大力',
    '護理師抱住我安慰我，但醫師很冷漠',
    '寶寶的屁股起紅疹，醫師看一下就說沒事',
  ])('none: %s', (text) => {
    const { risks, urgent } = read(text);
    expect({ urgent, crime: isFound(risks, 'crime-claim') }).toEqual({ urgent: false, crime: false });
  });
});
