import { describe, expect, test } from 'vitest';
import { emptyClinic } from '../../../lib/contract/clinic.ts';
import { findPersonal } from '../../../lib/privacy/index.ts';

/** Invented values in the ways people write them; names of persons have tests of their own. */
const found = (text: string): string[] =>
  findPersonal(text)
    .filter((s) => s.type !== 'PERSON')
    .map((s) => `${s.type} ${text.slice(s.start, s.end)}`);

describe('finds', () => {
  test.each<[string, string[]]>([
    // Numbers read out, joined by other signs, in other labels.
    ['卡號我念：四一一一一一一一一一一一一一一一', ['CREDIT_CARD 四一一一一一一一一一一一一一一一']],
    ['卡號 4111.1111.1111.1111 已經停用', ['CREDIT_CARD 4111.1111.1111.1111']],
    ['刷了 4111_1111_1111_1111 兩次', ['CREDIT_CARD 4111_1111_1111_1111']],
    ['信用卡4111 - 1111 - 1111 - 1111', ['CREDIT_CARD 4111 - 1111 - 1111 - 1111']],
    ['账号 6011 2233 445，尽快退', ['BANK_ACCOUNT 6011 2233 445']],
    ['匯 (822) 1234-5678-9012 就好', ['BANK_ACCOUNT (822) 1234-5678-9012']],
    ['局號0012345帳號0123456', ['BANK_ACCOUNT 0012345', 'BANK_ACCOUNT 0123456']],
    ['1234-10-005678-9，永豐的', ['BANK_ACCOUNT 1234-10-005678-9']],
    ['健保卡號零零零零一二三四五六七八', ['NHI_CARD_NO 零零零零一二三四五六七八']],
    ['身分證字號A一二三四五六七八九', ['NATIONAL_ID A一二三四五六七八九']],
    ['身份证号A123456789，谢谢', ['NATIONAL_ID A123456789']],
    ['證號 A.123.456.789 查無資料', ['NATIONAL_ID A.123.456.789']],
    ['我打 A123-456-789 一直說錯', ['NATIONAL_ID A123-456-789']],
    ['ARC NO. AC01234567', ['NATIONAL_ID AC01234567']],
    ['舊居留證AC01234567換成A800000014了', ['NATIONAL_ID AC01234567', 'NATIONAL_ID A800000014']],
    ['把別人的A 123 4567 89印給我', ['NATIONAL_ID A 123 4567 89']],
    ['我爸的證件號碼是 a123456789', ['NATIONAL_ID a123456789']],
    ['病历号：7654321，谢谢', ['MEDICAL_RECORD_NO 7654321']],
    ['chart no. 765-4321', ['MEDICAL_RECORD_NO 765-4321']],
    ['MRN: 20499763', ['MEDICAL_RECORD_NO 20499763']],
    ['就診卡號碼 N-004599', ['MEDICAL_RECORD_NO N-004599']],
    ['病歷號碼我念喔，零零七三五五五', ['MEDICAL_RECORD_NO 零零七三五五五']],
    ['A0012-34（病歷號）報告好了嗎', ['MEDICAL_RECORD_NO A0012-34']],
    ['診號跟病歷號是 12 號跟 7740999', ['MEDICAL_RECORD_NO 7740999']],
    ['电话0912345678，请联系', ['PHONE 0912345678']],
    ['公司 02-2345-6789 分機 215', ['PHONE 02-2345-6789']],
    ['0912–345–678 打給我', ['PHONE 0912–345–678']],
    ['電話 2345-6789 找我', ['PHONE 2345-6789']],
    ['whatsapp +852 9123 4567', ['PHONE +852 9123 4567']],
    ['零九一二，三四五，六七八', ['PHONE 零九一二，三四五，六七八']],
    // Plates.
    ['車號BRC–9999停在紅線', ['PLATE BRC–9999']],
    ['一台 6399-D9 的銀色廂型車', ['PLATE 6399-D9']],
    ['院長開的保時捷 AXW-9999', ['PLATE AXW-9999']],
    ['車牌abc-1234的', ['PLATE abc-1234']],
    ['ajk-9999 車主快移車', ['PLATE ajk-9999']],
    ['车牌ABC-1234按喇叭', ['PLATE ABC-1234']],
    ['license plate ABC-1234 blocked the ramp', ['PLATE ABC-1234']],
    ['那台EAB9999特斯拉', ['PLATE EAB9999']],
    ['擋到的是 ABC-1234，請移車', ['PLATE ABC-1234']],
    ['AGH-9902這台每天都停身障格', ['PLATE AGH-9902']],
    ['重機LGA-0099跟白牌123-ABC都是員工的', ['PLATE LGA-0099', 'PLATE 123-ABC']],
    // Beds.
    ['住12樓B區18之1床', ['BED_NO 12樓B區18之1床']],
    ['產後病房八0五床的寶寶', ['BED_NO 產後病房八0五床']],
    ['Bed 12, Ward 6B was noisy', ['BED_NO Bed 12, Ward 6B']],
    ['在B1觀察室16床等', ['BED_NO B1觀察室16床']],
    ['同房1025-B床很吵', ['BED_NO 1025-B床']],
    ['舊大樓三樓 306-2 床', ['BED_NO 舊大樓三樓 306-2 床']],
    ['5C-07-2 的家屬太吵', ['BED_NO 5C-07-2']],
    ['六東 35 床沒人理', ['BED_NO 六東 35 床']],
    ['燒燙傷中心第3床', ['BED_NO 燒燙傷中心第3床']],
    ['復健病房 602 病床', ['BED_NO 復健病房 602 病床']],
    ['床號0816-3', ['BED_NO 0816-3']],
    ['加護病房 ICU-08 床', ['BED_NO ICU-08 床']],
    // Dates.
    ['5/6下午大概兩點多到', ['VISIT_TIME 5/6下午大概兩點多']],
    ['我1988年8月8日在這裡出生', ['BIRTHDAY 1988年8月8日']],
    ['DOB: 05/06/1990', ['BIRTHDAY 05/06/1990']],
    ['9月3日上午抽的血', ['VISIT_TIME 9月3日上午']],
    ['2025-01-17 晚上打針', ['VISIT_TIME 2025-01-17 晚上']],
    ['I went on Oct 14 at 3:30 pm and waited', ['VISIT_TIME Oct 14 at 3:30 pm']],
    ['on 9 May at 10 a.m. nobody was there', ['VISIT_TIME 9 May at 10 a.m.']],
    ['114/2/3 pm4:00到診', ['VISIT_TIME 114/2/3 pm4:00']],
    ['5/7 晚診看的', ['VISIT_TIME 5/7 晚診']],
    ['5月3号早上9点到', ['VISIT_TIME 5月3号早上9点']],
    ['Nov 3, 1988 is my date of birth', ['BIRTHDAY Nov 3, 1988']],
    ['born on 12 March 1990', ['BIRTHDAY 12 March 1990']],
    ['民國廿六年五月五日生', ['BIRTHDAY 民國廿六年五月五日']],
    ['生日890521', ['BIRTHDAY 890521']],
    ['我生日是5月19日', ['BIRTHDAY 5月19日']],
    // Addresses.
    ['住雲林縣土庫鎮某某里 6 鄰測試路 45 號', ['ADDRESS 雲林縣土庫鎮某某里 6 鄰測試路 45 號']],
    ['寄到新北市中和区测试路 325 号 6 楼', ['ADDRESS 新北市中和区测试路 325 号 6 楼']],
    ['台北市中正區測試路三段 24 號 7F-2', ['ADDRESS 台北市中正區測試路三段 24 號 7F-2']],
    [
      'send it to No. 27, Ln. 118, Ceshi Rd., East Dist., Hsinchu City 300, thanks',
      ['ADDRESS No. 27, Ln. 118, Ceshi Rd., East Dist., Hsinchu City 300'],
    ],
    [
      "5F.-1, No. 63, Sec. 2, Ceshi E. Rd., Da'an Dist., Taipei City",
      ["ADDRESS 5F.-1, No. 63, Sec. 2, Ceshi E. Rd., Da'an Dist., Taipei City"],
    ],
    ['北市大安區測試路2段11巷22號', ['ADDRESS 北市大安區測試路2段11巷22號']],
    ['地址 10667 新北市板橋區測試路 8 號', ['ADDRESS 10667 新北市板橋區測試路 8 號']],
    ['我是台南市東區測試路375巷20弄的住戶', ['ADDRESS 台南市東區測試路375巷20弄']],
    // Accounts.
    ['賴ID【kiki_test】', ['LINE_ID kiki_test']],
    ['※ 引述《kikitest (奇奇)》之銘言', ['SOCIAL_ACCOUNT kikitest']],
    ['她留的 L I N E 是 vivi.test', ['LINE_ID vivi.test']],
    ['搜尋 ID sunny_test99', ['LINE_ID sunny_test99']],
    ['ID：hao_test77（賴）', ['LINE_ID hao_test77']],
    ['加L：skin3399', ['LINE_ID skin3399']],
    ['@682abcde 是假的', ['LINE_ID @682abcde']],
    ['官方賴已經換了，別加到這個 @fakeclinic99', ['LINE_ID @fakeclinic99']],
    ['PTT帳號greentest3310就是他', ['SOCIAL_ACCOUNT greentest3310']],
    ['他在 IG 上叫 brian.c_test', ['SOCIAL_ACCOUNT brian.c_test']],
    ['鄉民 abc12345 說過', ['SOCIAL_ACCOUNT abc12345']],
    ['HTTPS://WWW.INSTAGRAM.COM/TEST.USER_/', ['URL_PROFILE HTTPS://WWW.INSTAGRAM.COM/TEST.USER_/']],
    [
      'https://www.google.com/maps/contrib/103348827715520990000/reviews',
      ['URL_PROFILE https://www.google.com/maps/contrib/103348827715520990000/reviews'],
    ],
    ['信箱 ivy.test @ gmail . com', ['EMAIL ivy.test @ gmail . com']],
    ['mail：kuo.test小老鼠ms27.hinet.net', ['EMAIL kuo.test小老鼠ms27.hinet.net']],
    ['orange.cat+clinic@proton.me', ['EMAIL orange.cat+clinic@proton.me']],
    ['bear_mom [at] icloud [dot] com', ['EMAIL bear_mom [at] icloud [dot] com']],
    ['邮箱：test_li2003@163.com', ['EMAIL test_li2003@163.com']],
    ['wendy0499 (at) hotmail.com', ['EMAIL wendy0499 (at) hotmail.com']],
    ['Email me at angela.test@ntu.edu.tw please', ['EMAIL angela.test@ntu.edu.tw']],
    // Health.
    ['I was diagnosed with type 2 diabetes', ['HEALTH_DETAIL type 2 diabetes']],
    ['My wife has lupus', ['HEALTH_DETAIL lupus']],
    ['我三酸甘油脂 512', ['HEALTH_DETAIL 三酸甘油脂 512']],
    ['我驗C型肝炎抗體陽性', ['HEALTH_DETAIL C型肝炎抗體陽性']],
    ['媽媽是B型肝炎帶因', ['HEALTH_DETAIL B型肝炎帶因']],
    ['老公得了皮蛇', ['HEALTH_DETAIL 皮蛇']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    '12/24 下午 3 點起停診',
    '預計 2025 年 9 月 1 日上午十點開幕',
    '5/2 上午 9:00 起正常看診',
    '糖尿病是國人十大死因之一',
    '高血壓患者每天要少吃鹽',
    'Diabetes is common in Taiwan and the posters explain it',
    '阿斯匹靈不要跟酒一起吃',
    '慢性病要規律吃藥',
    '折扣碼 @GLOW99 結帳打九折',
    '又薄又脆pizza很好吃',
    '2/11點了一碗湯',
    'https://www.dcard.tw/f/makeup/p/255512999 底下有說',
    '停車場 B2-1180 區',
    '車位 A12-203 太窄',
    '公車 307-262 都有到',
    '冷氣型號 RAS-6399 超吵',
    '全院 1,286 床',
    '急診一共 40 床，人力不夠',
    '病歷影本 2000 元',
    '病歷 2020/3/1 之後的沒有',
    '週一二三四五六日都有門診',
    '會員點數 4000 1234 5678 9010 點',
    'Room 305 is freezing',
    'About 200 m from Taipei 101, on a busy road',
    'Google 評論上的 2024-11-03 之後就沒更新',
    '生日 5 月 1 日起優惠',
    '5/6下午茶很好吃',
    '這台血壓計 HEM-9921 不準',
    '12/25 晚上有聖誕活動',
    '牌子 MK-7788 的推車',
    '車子停 B3-1205 車位',
    '玻尿酸 1cc 一萬二',
    'the line is long',
    '悠遊卡卡號 1234567890123456',
    '愛滋匿名篩檢免費',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("the clinic's own contacts", () => {
  const clinic = {
    ...emptyClinic('測試診所'),
    phones: ['02-2345-6789'],
    lineIds: ['@testclinic'],
    emails: ['fine@testclinic.tw'],
    addresses: ['臺北市大安區測試路二段 1 號 3 樓'],
  };
  const types = (text: string): string[] =>
    findPersonal(text, clinic).map((s) => `${s.type} ${text.slice(s.start, s.end)}`);

  test.each<[string, string[]]>([
    ['在測試路2段1號3F', ['CLINIC_CONTACT 測試路2段1號3F']],
    ['大安區測試路二段一號就到', ['CLINIC_CONTACT 大安區測試路二段一號']],
    ['加testclinic官方賴', ['CLINIC_CONTACT testclinic']],
    ['+886-2-2345-6789', ['CLINIC_CONTACT +886-2-2345-6789']],
    ['FINE@TestClinic.tw', ['CLINIC_CONTACT FINE@TestClinic.tw']],
    // A figure or a letter more is somebody else.
    ['02-2345-6780', ['PHONE 02-2345-6780']],
    ['賴 testclinic99', ['LINE_ID testclinic99']],
    ['住台北市大安區測試路二段 11 號', ['ADDRESS 台北市大安區測試路二段 11 號']],
  ])('%s', (text, expected) => {
    expect(types(text)).toEqual(expected);
  });
});
