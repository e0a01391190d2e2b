import { describe, expect, test } from 'vitest';
import { findPersonal } from '../../../lib/privacy/index.ts';

/** Invented names of staff; what is found as a person, in order. */
const people = (text: string): string[] =>
  findPersonal(text)
    .filter((s) => s.type === 'PERSON')
    .map((s) => text.slice(s.start, s.end));

describe('names in an English sentence', () => {
  test.each<[string, string[]]>([
    ['front desk Wendy kept sighing', ['Wendy']],
    ['The receptionist Ruby never looked up', ['Ruby']],
    ['I spoke to a lady named Doris at the counter', ['Doris']],
    ['Big smile from the hygienist Mandy', ['Mandy']],
    ['Lily at reception helped a lot', ['Lily']],
    ['Sophie, the dental nurse, was gentle', ['Sophie']],
    ['and her assistant Betty too', ['Betty']],
    ['Dr. Kevin Wu did it', ['Dr. Kevin Wu']],
    ['Thanks to Mei-Hua Chang', ['Mei-Hua Chang']],
    ['We saw Lin Jia-Wen twice', ['Lin Jia-Wen']],
    ['Dr. Lin Jia-Wen did it', ['Dr. Lin Jia-Wen']],
    ['Receptionist Ruby was fine', ['Ruby']],
    ['Dr. T.H. Chen listens', ['Dr. T.H. Chen']],
    ['Nurse Chang Mei Hua was kind', ['Nurse Chang Mei Hua']],
    ['our caregiver Nguyen Thi Mai', ['Nguyen Thi Mai']],
    ['看護工Siti Aminah很細心', ['Siti Aminah']],
    ['美容師Apple手很輕', ['Apple']],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  test.each([
    'Staff at the front desk were rude',
    'Everyone at reception ignored us',
    'The Doctor Was Great And The Staff Were Rude',
    'the nurse Told me to wait',
    'the assistant English is good',
    'Our dentist uses Invisalign',
    '美容師Apple Pay 不能用',
  ])('%s', (text) => {
    expect(people(text)).toEqual([]);
  });
});

describe('what colleagues and patients call them', () => {
  test.each<[string, string[]]>([
    ['櫃台佩佩很親切', ['佩佩']],
    ['莉莉 小葳 兩位護理師都很溫柔', ['莉莉', '小葳']],
    ['球球諮詢師會幫忙算', ['球球']],
    ['美容師蜜蜜手法好', ['蜜蜜']],
    ['我都指定莉莉', ['莉莉']],
    ['櫃台球球姐姐會給糖果', ['球球']],
    ['跟診小葳手很輕', ['小葳']],
    ['老邱那個醫師不看人', ['老邱']],
    ['院長小名阿德', ['阿德']],
    ['大家都叫她邱P', ['邱P']],
    ['邱R看得很仔細', ['邱R']],
    ['邱院親自看診', ['邱院']],
    ['老闆邱董很隨和', ['邱董']],
    ['邱老闆娘很會招呼', ['邱老闆娘']],
    ['給F醫師看過', ['F醫師']],
    ['邱.醫.師 沒有醫德', ['邱.醫.師']],
    ['庸醫邱X 別去', ['邱X']],
    ['最後方主任才出來', ['方主任']],
    ['我對于先生的說法有意見', ['于先生']],
    ['外籍看護阮氏秋很細心', ['阮氏秋']],
    ['陪日本客戶山本先生來看牙', ['山本先生']],
    ['意者洽邱小姐', ['邱小姐']],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  test.each([
    // Labels, not initials.
    'A醫師說要拔，B醫師說不用，C醫師沒意見',
    '高院判決，祝老闆生意興隆，老闆娘很兇',
    '維他命C醫師說不用吃',
    '陳氏太極教室，吳氏牙醫',
    '白醫師袍髒了，高醫師資很強',
    '櫃台美美的，求求護理師，店員普普 怪怪的',
    '醫師 建中 陽明畢業',
  ])('%s', (text) => {
    expect(people(text)).toEqual([]);
  });
});

describe('names that are nobody there', () => {
  test.each([
    '巷口洪先生餛飩，隔壁邱媽媽涼麵，洪小姐豆漿店',
    '何嘉仁書店旁邊，喬雅登跟艾麗斯',
    '候診在看甄嬛傳',
    '院長長得像陳宜文，護理師很像林佳樺',
    '海報找陳宜文代言，電視放孫燕姿的歌',
    '黃衣服的護理師，黃頭髮的櫃台',
    '長得像林志玲',
  ])('%s', (text) => {
    expect(people(text)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['不像林醫師那麼有耐心', ['林醫師']],
    ['像林佳樺這種護理師應該離職', ['林佳樺']],
    ['物理治療師林宥嘉先生', ['林宥嘉']],
    ['廣播陳宜文小姐', ['陳宜文']],
  ])('%s is somebody', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
});
