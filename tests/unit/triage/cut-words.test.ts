import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { buildTrie } from '../../../lib/triage/trie.ts';
import { loadWeights } from '../../../scripts/weights.ts';

const kinds = (text: string, stars: number | null): FindingKind[] =>
  triage({ text, stars }).risks.map(({ kind }) => kind);

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

/** A word that stands across the edge of two others is none: whoever reads 「年輕生病」 as suicide is believed no more. */
describe('cut out of two words', () => {
  test.each<[FindingKind, string]>([
    ['insult', '推銷自費，我拒絕後態度就變差'],
    ['insult', '沒買課程就變態度，差很多'],
    ['insult', '牙齒美白目前看不出來'],
    ['insult', '從台北七點出發，十點才看到'],
    ['insult', '低能量雷射打了十次沒感覺'],
    ['insult', '掛號流程沒有人性化'],
    ['insult', '裝潢很沒品味'],
    ['insult', '心智障礙的孩子來看牙，助理沒耐心'],
    ['self-harm', '年輕生病才知道健康重要，等兩小時'],
    ['self-harm', '搜尋短影片才找到這間，普通'],
    ['self-harm', '各自殺價，結果每個人價錢不一樣'],
    ['self-harm', '早上吊點滴的人太多，沒位子'],
    ['self-harm', '不想活動假牙，只好植牙，貴'],
    ['crime-claim', '精密醫療儀器很多，可是等很久'],
    ['crime-claim', '連假醫生不在也不公告'],
    ['crime-claim', '有無照片可以參考都說沒有'],
    ['crime-claim', '汽水的酸性侵蝕牙齒，被唸了一頓'],
    ['crime-claim', '回家暴瘦五公斤，沒胃口'],
    ['serious-injury', '電腦死當，領藥等一小時'],
    ['serious-injury', '真是沒見過世面的櫃檯'],
    ['private-life', '小三女兒第一次看牙'],
    ['ex-employee', '目前員工都很年輕，不太熟練'],
  ])('no %s: %s', (kind, text) => {
    expect(kinds(text, 1)).not.toContain(kind);
  });

  test.each<[FindingKind, string]>([
    ['insult', '那個醫師根本變態'],
    ['insult', '櫃檯白目到不行'],
    ['insult', '智障護理師'],
    ['self-harm', '被你們逼到想自殺'],
    ['self-harm', '我真的有輕生的念頭'],
    ['crime-claim', '裡面是密醫在開刀'],
    ['crime-claim', '被醫師性侵，沒有人相信我'],
    ['ex-employee', '我是前員工，裡面很亂'],
  ])('%s all the same: %s', (kind, text) => {
    expect(kinds(text, 1)).toContain(kind);
  });

  test('more first letters than the tree can count are refused', () => {
    const terms = Array.from({ length: 4_096 }, (_, i) => ({
      letters: String.fromCharCode(0x4e00 + i),
      family: 0,
      evasive: false,
    }));
    expect(() => buildTrie(terms)).toThrow(RangeError);
  });
});

describe('sayings and the course of a visit', () => {
  test.each<[FindingKind, string]>([
    ['hygiene-claim', '一顆老鼠屎壞了一鍋粥，其他人都很好'],
    ['credit', '護理師一副欠她幾百萬的臉'],
    ['credit', '九點半就說要收了，不給掛號'],
    ['crime-claim', '去借廁所像小偷一樣被盯著'],
    ['crime-claim', '把我兩個小時的時間都偷走了'],
    ['private-life', '醫生亂搞，牙齒磨到剩一點'],
    ['private-life', '老公外遇來看失眠，醫師叫我看開點'],
    ['threat-violence', '想打護理師專線，都沒人接'],
    ['threat-violence', '自砸招牌，以前多好'],
    ['threat-violence', '下班直接殺過去結果打烊'],
    ['threat-legal', '隔壁是律師事務所，很難停車'],
    ['threat-legal', '我先生是律師，只能掛夜診'],
    ['threat-legal', '臉書打著免費健檢，去了才說要自費'],
    ['serious-injury', '醫生講不到一分鐘人就走了'],
    ['serious-injury', '香水味重到窒息，很想吐'],
    ['serious-injury', '護理師把點滴打完人就走了'],
    ['personal-data', '櫃檯要我留電話跟地址，沒人打來'],
    ['personal-data', '隔壁床洗腎的阿姨一直打呼'],
    ['harassment', '我的右胸很痛，等到晚上才照X光'],
    ['fake-engagement', '以前常來，後來就再也沒去過了，態度太差，一星'],
    ['fake-engagement', '沒看過這種櫃檯，一顆星'],
    ['self-harm', '掰掰，不會再來第二次'],
    ['self-harm', '等不下去我先走了'],
  ])('no %s: %s', (kind, text) => {
    expect(kinds(text, 1)).not.toContain(kind);
  });

  test.each<[FindingKind, string]>([
    ['hygiene-claim', '診間角落有老鼠屎，器械也沒消毒'],
    ['credit', '聽說薪水欠了三個月，月底要收掉'],
    ['crime-claim', '看護偷錢，抽屜的現金不見'],
    ['private-life', '院長跟護理師亂搞，老婆來鬧過'],
    ['threat-violence', '我要帶人去砸了你們的招牌'],
    ['threat-violence', '你們等著，我現在就拿刀殺過去'],
    ['threat-legal', '我先生是律師，你們等著被告'],
    ['serious-injury', '我媽住了三天，隔天早上人就走了，他們沒有一個人來看'],
    ['serious-injury', '打完針我家狗當晚就走了'],
    ['self-harm', '我先走了，這世界不需要我，大家保重，不想活了'],
  ])('%s all the same: %s', (kind, text) => {
    expect(kinds(text, 1)).toContain(kind);
  });
});

test('what leads to a person, listed and handed on, is his and no patient’s own', () => {
  const text = '就是他，上次罵我媽的那位。\n身分證 A123456789，車牌 ABC-5678，住診所後面。\n大家存一下，轉出去。';
  expect(kinds(text, null)).toContain('personal-data');
  expect(kinds('我的身分證 A123456789，車牌 ABC-5678，停車費算錯，麻煩查一下', 1)).not.toContain('personal-data');
});
