import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

/** Rules T04, T09, T12, T16, T20 by turns of phrase. */
const CASES: readonly [FindingKind, readonly string[]][] = [
  [
    'crime-claim',
    [
      '幫我拔智齒的居然是業務員',
      '牆上的專科證書根本是p圖的',
      '健保卡莫名其妙多了三次，那幾天我人在國外',
      '診斷書一張兩千，不用本人去就能開',
      '看護趁我爸睡著把他的提款卡拿去盜領',
      '照服員甩我阿嬤一巴掌',
      '護理紀錄是出事後補寫的',
      '更衣室的插座裡面有鏡頭',
      '不刷卡就不准走，手機還被收走',
    ],
  ],
  [
    'fake-engagement',
    [
      '沒去過這間，幫好朋友給五星',
      '給五顆星就送保濕面膜',
      '出售在地嚮導帳號，牙科評論一則八十元',
      '同一天多了四十則五星，內容一模一樣',
      '互評互讚，我給你診所五星',
    ],
  ],
  [
    'private-life',
    ['院長在外面養了一個小的，老婆不知道', '那個護理師離過婚，聽說是被抓姦', '主任欠賭債，天天去簽六合彩'],
  ],
  [
    'credit',
    [
      '員工的薪水已經兩個月沒發了',
      '老闆把診所的機器都拿去抵押了',
      '健保特約到月底為止，員工都在找工作',
      '這間欠藥商三百萬沒付，要退費趕快去',
    ],
  ],
  [
    'public-danger',
    [
      '七樓整層驗出退伍軍人菌，院方叫大家不准講',
      '他們的飲水機有問題，大家千萬不要喝',
      '聽說那間爆發諾羅病毒，孕婦千萬不要去',
      '他們把有毒的廢水偷偷排進海裡',
    ],
  ],
];

/** The same words in ordinary reviews. */
const HARMLESS: readonly [FindingKind, string][] = [
  ['crime-claim', '手機在候診區被偷，櫃檯幫忙調監視器'],
  ['crime-claim', '停車場只收現金，很不方便'],
  ['crime-claim', '助理說明得很清楚，醫師開刀也很細心'],
  ['crime-claim', '請問開刀要包紅包嗎'],
  ['fake-engagement', '朋友介紹來的，醫師很仔細，五顆星'],
  ['fake-engagement', '五顆星送給樓上的護理師'],
  ['fake-engagement', '看到五星評論很多才來，結果等很久'],
  ['private-life', '櫃檯講話像在酒店喊檯，沒禮貌'],
  ['private-life', '我先生外遇，諮商師陪我走過來'],
  ['credit', '櫃檯臉很臭，好像我欠她幾百萬一樣'],
  ['credit', '看牙看到我快破產了'],
  ['public-danger', '小孩得腸病毒，醫師提醒在家休息'],
  ['public-danger', '感染管制做得很好，進門要量體溫'],
];

const says = (kind: FindingKind, text: string): boolean =>
  triage({ text, stars: null, site: null, kind: null }).risks.some((risk) => risk.kind === kind);

describe.each(CASES)('%s', (kind, texts) => {
  test.each(texts)('%s', (text) => expect(says(kind, text)).toBe(true));
});

describe('what sounds alike', () => {
  test.each(HARMLESS)('no %s: %s', (kind, text) => expect(says(kind, text)).toBe(false));
});
