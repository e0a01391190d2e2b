import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';

const of = (text: string, stars: number | null = null) => triage({ text, stars });

describe('sentiment', () => {
  test.each([
    ['醫師很有耐心，解說詳細，非常推薦', 5, 'positive'],
    ['態度很差，等了三個小時還被兇', 1, 'negative'],
    ['醫師醫術很好很有耐心，但是櫃台態度很差又等很久', 3, 'mixed'],
    ['請問星期六下午有看診嗎？', null, 'neutral'],
    ['推 這間洗牙很仔細', null, 'positive'],
    ['噓 態度超差', null, 'negative'],
    ['爛死了，再也不會來', 1, 'negative'],
    ['不是很專業，也不親切', 2, 'negative'],
    ['态度很差，骗人的，不推荐', null, 'negative'],
    ['Very rude staff, terrible experience', 1, 'negative'],
    ['Friendly doctor, clean clinic, highly recommended', 5, 'positive'],
  ] as const)('%s', (text, stars, expected) => {
    expect(of(text, stars).sentiment).toBe(expected);
  });
});

describe('aspects with the words they rest on', () => {
  test.each([
    ['護理師態度很差，一直翻白眼', 1, 'attitude', 'neg'],
    ['醫術高明，手術很成功', 5, 'medical', 'pos'],
    ['廁所很髒，停車位很少', 2, 'environment', 'neg'],
    ['收費很貴又不透明', 1, 'price', 'neg'],
    ['等了三個小時才看到醫生', 1, 'booking_wait', 'neg'],
    ['官網時間沒更新，電話說的又不一樣', 1, 'information', 'neg'],
    ['很爛', 1, 'other', 'neg'],
    ['讚', 5, 'other', 'pos'],
  ] as const)('%s', (text, stars, aspect, polarity) => {
    const result = of(text, stars);
    expect(result.aspects[aspect]).toBe(polarity);
    for (const [start, end] of result.evidence[aspect] ?? []) {
      expect(text.slice(start, end).length).toBeGreaterThan(0);
    }
  });
});

describe('insult', () => {
  test.each([
    ['這個庸醫', 1, 'severe'],
    ['噓 用醫', null, 'severe'],
    ['ㄩㄥ醫一個', null, 'severe'],
    ['庸\u200b醫', 1, 'severe'],
    ['智 障 櫃 台', null, 'severe'],
    ['黑♥心♥診♥所 大家繞路', null, 'mild'],
    ['垃圾診所', 1, 'mild'],
    ['爛醫院', 1, 'mild'],
    ['爛透了', 1, 'mild'],
  ] as const)('%s', (text, stars, level) => {
    expect(of(text, stars).insult).toBe(level);
  });

  test.each([
    ['真心不是庸醫，醫師很仔細', 5],
    ['態度很差，很失望', 1],
    ['垃圾桶滿了沒人清', 2],
    ['好便宜，靠近捷運也很方便', 5],
    ['我超廢，看到針就昏倒，護理師還一直陪我', 5],
    ['有人留言罵醫師是畜生，太過分了', null],
    ['請問更年期門診是哪一科', null],
    ['機車停車場在後面', 3],
  ] as const)('none: %s', (text, stars) => {
    expect(of(text, stars).insult).toBe('none');
  });
});

describe('accusation', () => {
  test.each([
    ['我爸在這裡開刀，醫師誤診延誤治療，結果敗血症住進加護病房，到現在還沒醒', 1],
    ['6月1日拔牙，醫生拔錯牙還死不認帳，病歷也被竄改，診斷書我都留著', 1],
  ] as const)('specific: %s', (text, stars) => {
    expect(of(text, stars).accusation).toBe('specific');
  });

  test.each([
    ['等了三個小時，護理師態度很差', 1],
    ['廁所很髒，停車又貴', 1],
    ['這樣算誤診嗎？想問大家的看法', null],
    ['手術很成功，謝謝醫師', 5],
  ] as const)('none: %s', (text, stars) => {
    expect(of(text, stars).accusation).toBe('none');
  });
});

describe('threat', () => {
  test.each([
    ['下次直接去砸店，你給我等著', 'violence'],
    ['再掛我電話試試看，我會帶球棒去', 'violence'],
    ['不退費我就去衛生局檢舉', 'legal'],
    ['存證信函已經寄出，法院見', 'legal'],
    ['不退錢我就貼到爆料公社', 'legal'],
  ] as const)('%s', (text, level) => {
    expect(of(text, 1).threat).toBe(level);
  });

  test.each([
    ['看到牙醫我都想放火燒了我的蛀牙哈哈，醫師很溫柔', 5],
    ['[新聞] 男子持刀闖診所遭壓制，希望醫護都平安', null],
    ['收到律師函怎麼辦，請問要找律師嗎', null],
    ['已經向院長信箱反映態度問題', 2],
  ] as const)('none: %s', (text, stars) => {
    expect(of(text, stars).threat).toBe('none');
  });
});

describe('urgent', () => {
  test.each([
    ['阿公轉院後隔天就往生了，延誤治療，罔顧人命', 1],
    ['真的不想活了，每天都想從樓上跳下去', null],
    ['拿石頭砸你們玻璃，你們給我等著', 1],
  ] as const)('%s', (text, stars) => {
    expect(of(text, stars).urgent).toBe(true);
  });

  test('an ordinary complaint is not', () => {
    expect(of('等很久，護理師臉很臭', 1).urgent).toBe(false);
  });
});

describe('the names of the boards', () => {
  test.each([
    // The site's own words in the place of a deleted comment.
    ['這則回應已被刪除\n已經刪除的內容就像 Dcard 一樣，錯過是無法再相見的！', 'none'],
    ['貼文在Dcard被刪了', 'none'],
    ['再不處理我就要貼到 Dcard', 'legal'],
    ['我會去 Dcard 爆料', 'legal'],
  ] as const)('are a place, not a threat by themselves: %s', (text, expected) => {
    expect(of(text).threat).toBe(expected);
  });
});

test('the sentences of a finding are set apart in English, and not in Chinese', () => {
  const text = '聽說這間診所詐騙，好像收了九萬塊又亂開刀，陳醫師很過分';
  const why = (language: 'zh-TW' | 'en') => triage({ text, stars: 1, language }).risks.map((risk) => risk.why);
  expect(why('en').some((sentence) => sentence.includes('Told second-hand.'))).toBe(true);
  for (const sentence of why('en')) expect(sentence).not.toMatch(/[a-z]\.[A-Z]/);
  for (const sentence of why('zh-TW')) expect(sentence).not.toMatch(/。 /);
});
