import { describe, expect, it } from 'vitest';
import { guard } from '../../../lib/drafting/index.ts';

/** The examples of the law reference, 3.4: what must be stopped, and by which of the rules. */
const BAD: [string, string][] = [
  ['R01', '感謝您上次來診,很遺憾您在本診所有不好的就醫體驗。'],
  ['R01', '造成您就醫不便,深感抱歉。'],
  ['R02', '我們查過您的就診紀錄,醫師當天已詳細說明。'],
  ['R02', '監視器顯示櫃檯態度良好。'],
  ['R03', '查無您的就診紀錄,您根本不是本院的病人。'],
  ['R04', '您10月3日看診遲到,櫃檯已多次提醒。'],
  ['R05', '游小姐,考量你有精神方面的疾病…'],
  ['R06', '當時是為您施打玻尿酸兩支,並非您說的一支。'],
  ['R07', '您的療程尾款至今尚未付清。'],
  ['R08', '王小明先生您好,謝謝您的留言。'],
  ['R09', '請提供您的姓名、電話與病歷號,我們為您查詢。'],
  ['R10', '一直回診所亂的奧客,請自重。'],
  ['R11', '您的言論已截圖,本診所將提告並保留法律追訴權。'],
  ['R12', '若您願意刪除評論,我們可以全額退費。'],
  ['R13', '請您盡快刪除這則評論。'],
  ['R14', '這是我們的疏失,我們會賠償。'],
  ['R15', '本診所醫師全國第一,保證根治、零風險。'],
  ['R16', '現在療程有優惠方案,歡迎加LINE預約。'],
  ['R17', '這是術後正常現象,請您冰敷並繼續服用藥物。'],
  ['R18', '醫師已經向您說明過風險,您也簽了同意書,您說的與事實不符。'],
  ['R19', '很多患者都很滿意、成功改善。'],
  ['R20', '令堂住院期間,我們每天都有關懷。'],
  ['R21', '該護理師已離職。'],
  ['R22', '您當時是因憂鬱症就診。'],
];
const WARNS = new Set(['R11', 'R13', 'R14', 'R19', 'R21']);

const GOOD = [
  '您好,謝謝您留下意見。基於醫療保密義務,本診所無法在公開平台確認或討論任何個人是否曾就醫及相關內容。',
  '看到這樣的感受,我們感到很遺憾,也會把意見轉給負責的主管了解。',
  '本診所一般的現場流程是:掛號後依報到順序看診,急症會優先處理,因此等候時間可能變動。',
  '若您願意進一步說明,歡迎於週一至週五 9:00–18:00 來電 02-1234-5678,由專責窗口與您聯繫。',
  '如果您曾在本診所就醫,也可循本診所申訴信箱 service@example.com 反映,我們會依程序處理。',
  '收費項目與金額均依公告的收費標準,並張貼於候診區與官網,歡迎查閱。',
  '本診所重視每一則建議,相關流程將持續檢討改善。',
  '醫療決定需由醫師當面評估,恕無法在網路上提供個別診療建議。',
  '若您對醫療過程有疑問,可依法向曾就醫的機構申請病歷複製本,或向所在地衛生局尋求醫療爭議調解。',
  '我們重視隱私,請不要在公開留言中張貼個人或就醫資料。',
  '謝謝您的建議,停車資訊已更新於官網。',
  '我們無法在此回應個別情形,但尊重每個人表達意見的權利。',
];

describe('the law reference’s own examples', () => {
  it.each(BAD)('%s stops 「%s」', (rule, text) => {
    const { verdict, violations } = guard(text);
    expect(violations.map((violation) => violation.rule)).toContain(rule);
    if (WARNS.has(rule)) expect(verdict).not.toBe('safe');
    else expect(verdict).toBe('block');
  });

  it.each(GOOD)('passes 「%s」', (text) => {
    expect(guard(text)).toEqual({ verdict: 'safe', violations: [], unsure: [] });
  });

  it.each(BAD)('has a replacement for %s that is safe itself', (rule, text) => {
    for (const { suggestion } of guard(text).violations.filter((violation) => violation.rule === rule)) {
      expect(guard(suggestion).verdict).toBe('safe');
    }
  });

  // Subject-less and innocent-looking: no rule names them, so a person must (law reference 3.4, hold-out 1 and 2).
  it.each([
    '翻了一下資料，其實是自己遲到。',
    '當天的處置都有經過同意。',
    '晚到的人往往忘了自己晚到。',
    '這種情況通常出現在沒有照醫囑做的人身上。',
    '藥都是照劑量開的。',
    '櫃檯記得很清楚。',
    '不是每一位寫評論的人都真的走進來過。',
    '隔壁那床的狀況比較急。',
  ])('never calls 「%s」 safe', (text) => {
    expect(guard(text).verdict).not.toBe('safe');
  });
});
