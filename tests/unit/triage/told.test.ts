import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

/** Rules T04–T22 by turns of phrase, and what sounds alike and is harmless. */
const CASES: readonly [FindingKind, readonly string[]][] = [
  [
    'crime-claim',
    [
      '聽說那個醫師的執照早就被吊銷了還在看診',
      '幫我打雷射的根本不是醫師，是櫃檯小姐',
      '健保卡被他們拿去多刷一次，我根本沒去看',
      '帳單多了兩項我根本沒做過的檢查',
      '同意書上的簽名不是我簽的',
      '院長都在國外，病歷卻寫他看診',
      '他們會叫員工拿家人的健保卡來刷點數',
      '診間裡面裝針孔，我看到紅點',
      '復健師一直摸我的大腿內側',
      '報價三萬，躺上去才說要六萬',
      '把我失智的阿嬤哄去刷卡買了十萬的療程',
      '繳的訂金不認帳，錢就這樣不見了',
      '開立不實的診斷證明，收錢就給',
      '收據開假的，金額對不起來',
      '沒有開發票，問了就兇，擺明逃稅',
      '護理師代替醫師縫傷口',
      '院長有前科還能開業',
      '他們把病人資料賣給保險公司',
      '病歷事後被塗改過',
      '安養中心把我爸綁在床上還打他',
      '麻醉是護理師下的，麻醉醫師根本沒來',
      '診所收紅包才排得到刀',
    ],
  ],
  [
    'credit',
    [
      '聽說這間快倒了，員工薪水都發不出來',
      '大家療程券趕快用一用，聽說要收了',
      '門口貼法院的封條',
      '被健保署停約三個月',
      '老闆跑路了，訂金拿不回來',
      '供應商來討債，櫃檯說老闆不在',
      '連鎖店一間一間關，撐不到年底',
    ],
  ],
  [
    'private-life',
    [
      '院長跟護理師有一腿',
      '醫師外面養小三，老婆來鬧過',
      '他離過兩次婚，小孩都不認他',
      '聽說那個醫師愛去酒店',
      '主任欠賭債到處借錢',
      '她是靠跟院長睡才當上護理長的',
    ],
  ],
  [
    'self-harm',
    [
      '臉毀了，我真的不想活了',
      '每天都想從樓上跳下去',
      '活著好累，沒有人懂',
      '如果我走了，請告訴大家是這間害的',
      '我已經準備好遺書',
      '醫師說沒救了，我今晚就結束自己',
      '再這樣下去我會去死',
    ],
  ],
  [
    'public-danger',
    [
      '診所有員工確診還照常營業，大家不要去',
      '聽說裡面爆發諾羅病毒，院方壓下來不說，快轉給家人',
      '好幾個小孩打完疫苗送急診，他們還叫人不要講',
      '這間有人得結核病沒通報，趕快分享出去',
    ],
  ],
  [
    'personal-data',
    [
      '醫師住中山路二段100號三樓，大家可以去找他',
      '求那個櫃檯小姐的IG',
      '有沒有人知道那個護理師的全名',
      '她兒子念附近國小三年級，老公在銀行上班',
      '這個醫師手機0912-345-678，大家打爆',
      '她的身分證A123456789，騙子一個',
      '隔壁床的陳先生得梅毒，聽醫師講的',
    ],
  ],
  [
    'fake-engagement',
    [
      '我沒去過，看新聞來給一星的',
      '寫五星送面膜，店員站旁邊看你寫',
      '接五星評論，一則80，量大優惠',
      '朋友叫我來幫忙給一星',
      '大家一起去檢舉他們的粉專，文案我貼在下面',
    ],
  ],
  ['hygiene-claim', ['器械沒有消毒就直接用在下一個病人', '針頭重複使用', '拿過期的藥給我', '手套沒換就摸我的傷口']],
  ['ex-employee', ['在裡面做過兩年，勸大家不要來', '前員工表示薪水都亂扣', '我是離職護理師，看不下去了']],
  ['recording', ['護理師把病人換衣服的影片傳到群組', '診間被偷拍放上網', '把我的手術照片貼在粉專當廣告']],
  ['harassment', ['那個櫃檯妹妹奶好大，下次約', '每天來看妳，為什麼不理我', '護理師腿好長，想跟她睡']],
];

describe.each(CASES)('%s', (kind, texts) => {
  test.each(texts)('%s', (text) => {
    const found = triage({ text, stars: 1 }).risks.find((risk) => risk.kind === kind);
    expect(found).toBeDefined();
    // A keyword or a phrase alone never says more (law 5.1).
    expect(found?.confidence).toBeLessThanOrEqual(0.8);
  });
});

const HARMLESS: readonly FindingKind[] = ['opinion', 'praise', 'own-health'];

describe('sounds alike, and is no risk', () => {
  test.each([
    '請問星期六有看診嗎',
    '健保卡忘記帶，櫃檯小姐很親切讓我先看',
    '簽了一堆同意書，簽名簽到手軟',
    '麻醉護理師很溫柔',
    '發燒三天，醫師說是流感，開了藥',
    '新冠確診來看診，流程很順',
    '訂金可以退，很彈性',
    '阿嬤失智，醫師很有耐心',
    '打完針有點瘀青，正常',
    '收據明細很清楚',
    '院長出國進修回來了',
    '抽血技術很好，沒有瘀青',
    '保證金規定要先講清楚',
    '照顧我爸三個月，謝謝護理師',
    '五星好評，醫師很專業',
    '薪水不多還要自費，幸好醫師幫我省',
    '朋友介紹來的，醫師很細心，等很久就是了',
    '我離婚後一個人帶小孩來看診，醫師很體諒',
    '緊急送來，醫師馬上處理',
    '外面有藥局，很方便',
    '換了三個醫師才找到病因',
    '痛到活不下去，還好醫師救了我',
    '跟太太說對不起讓她陪我等這麼久',
    '公告說停診也不早講，白跑一趟',
    '刷卡機壞掉只能付現，不太方便',
    '收現金而已，要先準備',
    '電視新聞有報流感，趕快帶小孩來打疫苗',
    '打疫苗的人很多，排了一小時',
  ])('%s', (text) => {
    for (const stars of [2, 5]) {
      const risks = triage({ text, stars }).risks.filter(({ kind }) => !HARMLESS.includes(kind));
      expect(risks).toEqual([]);
    }
  });
});

describe('what is underlined', () => {
  const said = (text: string, kind: FindingKind): string[] =>
    triage({ text, stars: 1 })
      .risks.filter((risk) => risk.kind === kind)
      .map(({ start, end }) => text.slice(start, end));

  test('a claim takes its clause, not the word in its middle', () => {
    expect(said('排隊很久，健保卡被他們拿去多刷一次，態度也差', 'crime-claim')).toEqual(['健保卡被他們拿去多刷一次']);
    expect(said('等很久。我已經跟衛生局檢舉了。', 'threat-legal')).toEqual(['我已經跟衛生局檢舉了']);
  });

  test('a word of abuse stands by itself', () => {
    expect(said('櫃檯那個畜生收完錢就不理人', 'insult')).toEqual(['畜生']);
  });

  test('a number keeps its thousands, a label and its brackets stay outside', () => {
    expect(said('退我33,600元，不然我就去消保會', 'demand').join()).toContain('33,600元');
    expect(said('[爆料] 診間偷錄影片，需要的私訊我', 'recording')).toEqual(['診間偷錄影片']);
  });

  test('a pair of quotes stays whole', () => {
    expect(said('我會到處去宣傳你們的「好」', 'threat-legal')).toEqual(['我會到處去宣傳你們的「好」']);
    expect(said('他說「我會去砸店」就走了。', 'threat-violence')).toEqual([]);
  });

  test('two words of one clause are one finding', () => {
    expect(said('我要砸店燒店殺了你', 'threat-violence')).toEqual(['我要砸店燒店殺了你']);
  });

  test('of a clause without end, no more than hangs together', () => {
    const long = `${'那天我帶著我媽去看診等了好久好久都沒有人理我們'.repeat(4)}健保卡被他們拿去多刷一次${'後來我們就坐在那裡一直等到天黑'.repeat(4)}`;
    const [phrase = ''] = said(long, 'crime-claim');
    expect(phrase).toContain('多刷');
    expect(phrase.length).toBeLessThan(50);
  });
});
