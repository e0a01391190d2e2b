import { describe, expect, test } from 'vitest';
import { findPersonal } from '../../../lib/privacy/index.ts';

/** Causes that a second writer's sentences showed, in other words and with other invented values. */
const found = (text: string): string[] => findPersonal(text).map((s) => `${s.type} ${text.slice(s.start, s.end)}`);

describe('finds', () => {
  test.each<[string, string[]]>([
    ['我在急診留觀 C05 床等報告', ['BED_NO 急診留觀 C05 床']],
    ['骨科 2207 床的點滴沒了', ['BED_NO 骨科 2207 床']],
    ['五樓 58A 床要換藥', ['BED_NO 五樓 58A 床']],
    ['停車場有台 RFT3318 一直沒熄火', ['PLATE RFT3318']],
    ['BLM 4402 這台天天占騎樓', ['PLATE BLM 4402']],
    ["I have Graves' disease and need labs", ["HEALTH_DETAIL Graves' disease"]],
    ['My son has ulcerative colitis', ['HEALTH_DETAIL ulcerative colitis']],
    ['您好，關於您高血壓的藥，請回診', ['HEALTH_DETAIL 高血壓']],
    ['植牙失敗，上顎竇穿孔，求償無門', ['HEALTH_DETAIL 上顎竇穿孔']],
    ['糖尿病足換藥', ['HEALTH_DETAIL 糖尿病足']],
    ['病歷序號 C0023981', ['MEDICAL_RECORD_NO C0023981']],
    ['包裹寄到台南市東區裕信路 3 1 5 號', ['ADDRESS 台南市東區裕信路 3 1 5 號']],
    [
      '邵君翰／A123456789／民國70年2月3日／0912-345-678',
      ['PERSON 邵君翰', 'NATIONAL_ID A123456789', 'BIRTHDAY 民國70年2月3日', 'PHONE 0912-345-678'],
    ],
    ['小红书号 9527cat_k', ['SOCIAL_ACCOUNT 9527cat_k']],
    ['我 insta 叫 peach__77', ['SOCIAL_ACCOUNT peach__77']],
    ['line id 是小寫的 bean1995x', ['LINE_ID bean1995x']],
    ['我婆婆陳黃玉蘭今年九十', ['PERSON 陳黃玉蘭']],
    ['我叫陳高明說話直', ['PERSON 陳高明']],
    ['那個巫姓總機很兇', ['PERSON 巫姓總機']],
    ['Nina本人會回', ['PERSON Nina']],
    ['帮我做脸的刘丽华老师很温柔', ['PERSON 刘丽华']],
    ['牙齒弄壞，管醫師不出面', ['PERSON 管醫師']],
    ['把我IDａ１２３４５６７８９印出來', ['NATIONAL_ID ａ１２３４５６７８９']],
    ['病歷表上的號碼 5540012', ['MEDICAL_RECORD_NO 5540012']],
    ['我的車RBA2213被刮', ['PLATE RBA2213']],
    ['開 ATP-6650 的是誰', ['PLATE ATP-6650']],
    ['轉004-0123456789012給我', ['BANK_ACCOUNT 004-0123456789012']],
    ['加我 https://line.me/ti/p/abcDEF123', ['URL_PROFILE https://line.me/ti/p/abcDEF123']],
    ['https://line.me/R/ti/p/@987abcde 官方帳號', ['LINE_ID @987abcde']],
    // Where dates are looked for: spaces, far apart, at the edges.
    [`1 月 2 日早上9點${'等'.repeat(200)}3/4 下午5點`, ['VISIT_TIME 1 月 2 日早上9點', 'VISIT_TIME 3/4 下午5點']],
    [`${'好'.repeat(200)}中華民國七十五年十月十九日出生`, ['BIRTHDAY 中華民國七十五年十月十九日']],
    ['出生年月日780519', ['BIRTHDAY 780519']],
    ['尿酸是 9.1，CA-125 40', ['HEALTH_DETAIL 尿酸是 9.1', 'HEALTH_DETAIL CA-125 40']],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });
});

describe('leaves alone', () => {
  test.each([
    '衛生局的 02-2700-1234 可以檢舉',
    '健保署申訴電話 02-2700-1234',
    'BTL-6000 這台雷射機很新，停車也方便',
    '走廊有台 XRT4400 儀器壞了',
    '健保房要等，單人 3 床都滿了',
    '買了李施德霖漱口水跟張國周強胃散',
    '關於痛風，衛教單寫得很清楚',
    '0800-222-333 是銀行客服',
    '@all 大家看過來',
    '誰來管醫師怎麼收費',
    '這個月第 3 次來，4.5 顆星，等 10-15 分鐘',
    'The brochure says ulcerative colitis is common',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
