import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { cpuMs } from '../cpu.ts';

const threatOf = (text: string): string => triage({ text, stars: null, site: null }).threat;
const has = (text: string, kind: string): boolean =>
  triage({ text, stars: null, site: null }).risks.some((risk) => risk.kind === kind);

describe('steps at law, at offices, with the press', () => {
  test.each([
    '申訴書已經寫好，明早寄健保署跟消保會',
    '到時候請你們自己去跟國稅局解釋',
    '我表姊在電視台跑醫療線，這個她很有興趣',
    '這件事我不會就這樣算了，該走的程序我會走完',
    '換個地方談吧，法官會慢慢聽你講',
    '勞動局的調解訂在下週三，老闆記得來',
    '態度這麼囂張，等著收存證信函',
    '照片都有，違建檢舉單填好了',
    '同樣被收兩次錢的人一起去申訴，我們成立自救會了',
    'We will report this to the ministry and our lawyer will write to you.',
  ])('%s', (text) => {
    expect(threatOf(text)).toBe('legal');
  });

  test.each([
    '請問這種情況可以跟衛生局申訴嗎',
    '建議樓主先找消保官調解，再考慮提告',
    '我寫一星結果收到診所的律師函，好害怕',
    '多年前在這裡打過官司，後來和解了，現在的醫師很好',
    '診所在法院對面，很好找',
    '衛生局規定要戴口罩，櫃檯有提醒',
    '本來要去投訴，後來護理長道歉了就算了',
    '議員也推薦的牙醫，果然細心',
    '換作是我早就告了',
    '→ 提告要自己舉證 打1999比較快',
  ])('not: %s', (text) => {
    expect(threatOf(text)).toBe('none');
  });
});

describe('publicity as a stick, stars called for', () => {
  test.each([
    '錄音檔今晚會放上爆料公社，大家慢慢聽',
    '拜託各位幫忙轉發出去，別讓他們裝死',
    '我會讓全台灣的人都知道這間怎麼對待病人',
    '明天開始我在你們門口舉牌',
    '這不會是最後一篇，我會一直發到你們道歉為止',
    '恭喜你們要紅了，影片剛上傳',
    '兄弟們集合，一人一顆星灌爆他們',
    '帳號我有三個，都貢獻了一星，換你們',
  ])('%s', (text) => {
    expect(threatOf(text)).toBe('legal');
  });

  test.each([
    '在臉書社團看到大家推薦才來的',
    '衛教影片上傳到頻道，看完就懂怎麼洗鼻子',
    '癌細胞已經擴散，謝謝團隊陪我們走完',
    '醫師說臉紅了一週是正常的',
    '給一顆星是因為停車場太小',
    '看到下面一堆一星，應該是同業來洗的',
    '信箱常常被塞傳單',
  ])('not: %s', (text) => {
    expect(threatOf(text)).toBe('none');
  });
});

describe('bargains', () => {
  test.each([
    '貼不貼出來，就看你們院長的誠意',
    '要我刪很簡單，先把訂金還來',
    '錢退了我馬上把這則刪掉',
    '給你們三個工作天退費，否則記者會比我先到',
    '兩條路，退錢或者上法院',
    '會每天更新到你們道歉為止',
  ])('%s', (text) => {
    expect(has(text, 'demand')).toBe(true);
  });

  test.each([
    '診所要我刪文才肯退費，超誇張',
    '等到院長出面道歉才離開，護理師已經在哭',
    '不退我就算了，反正不會再來',
    '給您一週的時間適應牙套，不舒服再回診',
    '填評論就送面膜，櫃檯還叫我改五星',
  ])('not: %s', (text) => {
    expect(has(text, 'demand')).toBe(false);
  });
});

describe('a person hunted, offered, spread', () => {
  test.each([
    '重金徵求那個跟診的住址跟車牌',
    '有誰認識這位護理師，她的本名跟臉書給我',
    '她的租屋處我查到了，要的私訊',
    '大家把這個櫃檯找出來，肉搜一下',
    '我請徵信社查了，院長下班都去哪很快就知道',
    '不打馬賽克，名字地址都在主頁，自己看',
    '那個助理的小孩讀隔壁國小，大家認一下',
    '戶政的朋友幫我調到那個醫師的資料了',
  ])('%s', (text) => {
    expect(has(text, 'personal-data')).toBe(true);
  });

  test.each([
    '有人知道陳醫師後來去哪裡看診嗎，想繼續給他看',
    '謝謝那位不知道全名的護理師，很溫柔',
    '感謝他們住院期間的照顧',
    '肉搜倒是不用，道歉就好',
    '櫃檯要我留下住址跟手機，寫好久',
    '我女兒讀附近的國小，放學來看牙很方便',
    '打爆他們電話都沒人接',
    '停車要輸入車牌才能繳費',
  ])('not: %s', (text) => {
    expect(has(text, 'personal-data')).toBe(false);
  });
});

describe('a suit held before the clinic as a question that expects no answer', () => {
  test.each([
    '病歷擺在櫃檯給人翻，不怕被告嗎？',
    '難道不知道這樣亂收費會被病人告？',
    '拆線拆一半就下班，是不知道這可以提告的嗎？',
    '收據造假，不怕被檢舉嗎',
  ])('%s', (text) => {
    expect(threatOf(text)).toBe('legal');
  });

  test.each([
    '我這樣寫會不會被告？',
    '不知道說實話留負評會被告嗎',
    '我不怕被告，我就是要說出來',
    '不知道報告出來會不會被告知',
    '醫師不擔心麻煩，什麼都肯解釋',
  ])('not: %s', (text) => {
    expect(threatOf(text)).toBe('none');
  });
});

test('hostile repetition stays quick', () => {
  const text = '我會跟衛生局、律師把影片公開不退就本名'.repeat(4000);
  expect(cpuMs(() => triage({ text, stars: null, site: null }))).toBeLessThan(3000);
});
