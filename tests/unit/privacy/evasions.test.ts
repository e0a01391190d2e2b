import { describe, expect, test } from 'vitest';
import { findPersonal } from '../../../lib/privacy/index.ts';

/** Invented values. */
const found = (text: string): string[] => findPersonal(text).map((s) => `${s.type} ${text.slice(s.start, s.end)}`);

describe('written so that no search finds it', () => {
  test.each<[string, string[]]>([
    ['打給我 09一二345六78', ['PHONE 09一二345六78']],
    ['電話 零玖壹貳參肆伍陸柒捌', ['PHONE 零玖壹貳參肆伍陸柒捌']],
    ['(0912)345678', ['PHONE (0912)345678']],
    ['0975👉116👉382', ['PHONE 0975👉116👉382']],
    ['⓪⑨①②③④⑤⑥⑦⑧ 找我', ['PHONE ⓪⑨①②③④⑤⑥⑦⑧']],
    ['0\u200b912\u200d345678', ['PHONE 0\u200b912\u200d345678']],
    ['家裡電話 02 2345 6789 分機 12', ['PHONE 02 2345 6789']],
    ['信箱 amy.lin at gmail 點 com', ['EMAIL amy.lin at gmail 點 com']],
    ['amylin1990小老鼠gmail點com', ['EMAIL amylin1990小老鼠gmail點com']],
    ['amy_lin[at]yahoo[dot]com[dot]tw', ['EMAIL amy_lin[at]yahoo[dot]com[dot]tw']],
    ['ａｍｙ＠ｇｍａｉｌ．ｃｏｍ', ['EMAIL ａｍｙ＠ｇｍａｉｌ．ｃｏｍ']],
    ['信箱是 abc123 @ gmail.com', ['EMAIL abc123 @ gmail.com']],
    ['加賴：ｍｅｉ＿２０３', ['LINE_ID ｍｅｉ＿２０３']],
    ['臉書帳號 amy.chen.5477', ['SOCIAL_ACCOUNT amy.chen.5477']],
    ['給了我一個 LINE 帳號，是 tea_and_talk', ['LINE_ID tea_and_talk']],
    ['我住板橋文化路一段 100 號 5 樓', ['ADDRESS 板橋文化路一段 100 號 5 樓']],
    ['我家就在成功路四段61巷', ['ADDRESS 成功路四段61巷']],
    ['出生年月日：0750312', ['BIRTHDAY 0750312']],
    ['唸出我的民國七十五年十月十九日', ['BIRTHDAY 民國七十五年十月十九日']],
    ['身分證 A1 2345 6789', ['NATIONAL_ID A1 2345 6789']],
    ['證號 Ａ１２３４５６７８９', ['NATIONAL_ID Ａ１２３４５６７８９']],
    ['健保 IC 卡 0000-1234-5678', ['NHI_CARD_NO 0000-1234-5678']],
    ['病房 1205 房 2 床', ['BED_NO 病房 1205 房 2 床']],
    ['ICU 3 床的家屬', ['BED_NO ICU 3 床']],
    ['車牌 RAB 1234 擋到', ['PLATE RAB 1234']],
    ['兒子有過動症，吃專思達', ['HEALTH_DETAIL 過動症', 'HEALTH_DETAIL 專思達']],
    ['我左手腕骨折開刀', ['HEALTH_DETAIL 左手腕骨折開刀']],
    ['我有B肝帶原', ['HEALTH_DETAIL B肝帶原']],
    ['我太太懷孕31週', ['HEALTH_DETAIL 懷孕31週']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('three answers of a validator', () => {
  test('a number that fails its check is none, unless it is called by its name', () => {
    expect(found('包裹 A123456788')).toEqual([]);
    expect(found('身分證字號 A123456788')).toEqual(['NATIONAL_ID A123456788']);
    expect(found('表格上的範例身分證字號 A100000000')).toEqual([]);
    expect(found('訂單 4311545887313461 已取消')).toEqual([]);
    expect(found('信用卡號 4311-5458-8731-3461')).toEqual(['CREDIT_CARD 4311-5458-8731-3461']);
  });
});

describe('public or general', () => {
  test.each([
    '流感疫苗一劑1200元，帶狀疱疹疫苗要預約',
    '他擅長青光眼，是高血壓權威',
    '等到都快中風了',
    '醫師說不是鼻竇炎',
    '請寄 service@example.org 或 info@example.org',
    '民國 49 年 12 月 31 日（含）以前出生者',
    '本診所自 115 年 1 月 1 日起調整掛號費',
    '走廊上有 12 床',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
