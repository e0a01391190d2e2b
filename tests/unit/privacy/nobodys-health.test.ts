import { describe, expect, test } from 'vitest';
import { findPersonal } from '../../../lib/privacy/index.ts';

const health = (text: string): string[] =>
  findPersonal(text)
    .filter((s) => s.type === 'HEALTH_DETAIL')
    .map((s) => text.slice(s.start, s.end));

describe('a disease that nobody has', () => {
  test.each([
    // What one gets of it.
    '等藥等到我高血壓',
    '掛號費貴到我心臟病都快發了',
    '被你們搞得快得躁鬱症',
    '再等下去我都要失智了',
    '看到報價差點中風',
    '吵到讓人快憂鬱症',
    // Scolded with it.
    '你們是不是失智啊，問三次了',
    '櫃檯該不會有躁鬱症吧',
    // Food.
    '樓下便當的菜花很好吃',
    '中午吃飯配菜花',
    // Asked for, and put up on a sign.
    '請問這裡有看痛風跟高血壓嗎',
    '診所有沒有做大腸鏡？',
    '招牌寫 高血壓 痛風 甲狀腺亢進',
    '糖尿病、痛風都有看',
    '腸病毒停課那週人很多',
  ])('%s', (text) => {
    expect(health(text)).toEqual([]);
  });
});

describe('a disease that somebody has', () => {
  test.each<[string, string[]]>([
    ['我媽高血壓二十年了', ['高血壓']],
    ['等到氣喘發作也沒人理我兒子', ['氣喘']],
    ['請問我痛風可以吃這個藥嗎', ['痛風']],
    ['醫師問我是不是有憂鬱症', ['憂鬱症']],
    ['那個護理師有躁鬱症', ['躁鬱症']],
    ['他得了菜花還去游泳', ['菜花']],
    ['檢查到我有糖尿病', ['糖尿病']],
    ['在這裡看痛風兩年', ['痛風']],
    ['名字跟HIV都看得到，她很難過', ['HIV']],
  ])('%s', (text, expected) => {
    expect(health(text)).toEqual(expected);
  });
});
