import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASPECTS, type Aspect } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';
import { waitsForBuilding } from '../../../lib/triage/lifts.ts';
import { blamedFor, praisedFor } from '../../../lib/triage/lone.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { fearsForMoney, speaksOfMoney } from '../../../lib/triage/purse.ts';
import { read } from '../../../lib/triage/reading.ts';
import { praisesRival } from '../../../lib/triage/rival.ts';
import { loadWeights } from '../../../scripts/weights.ts';

/** What a text is about, where the form of it tells more than its words weigh. */

const aspectsOf = (text: string, stars: number | null = null) => Object.keys(triage({ text, stars }).aspects);
const NOT_ABUSED = { level: 'none', signals: [] } as const;

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

describe('a question', () => {
  test.each(['請問附近哪裡好停車', '初診要帶什麼證件呢', '這樣掛號費正常嗎'])(
    'takes no stance on anything: %s',
    (text) => {
      const said = triage({ text });
      expect(said.sentiment).toBe('neutral');
      expect(said.aspects).toEqual({});
      expect(said.evidence).toEqual({});
    },
  );
});

describe('money', () => {
  test.each([
    '刷卡刷了八千才說不能退',
    '補個洞收我兩千四',
    'They charged me twice',
    '会計が割高でした',
    '医生一直推销疗程',
    '不用做的都叫你做',
  ])('is spoken of: %s', (text) => expect(speaksOfMoney(read(text))).toBe(true));
  test.each([
    '收據我都留著，等著上新聞',
    '電話0900-000-000，大家去問她',
    '那個護理師粉絲有三萬人，三萬追蹤呢',
    '臉臭得像欠她錢',
    '眼睛打完腫一個多月，回診說是體質',
  ])('is not: %s', (text) => expect(speaksOfMoney(read(text))).toBe(false));
  test.each([
    '聽說下個月要倒了，有儲值的趕快去問',
    '老闆跑路，預付療程還沒做完的快去退費',
    'They are bankrupt, ask for your deposit',
  ])('paid beforehand to who cannot give it back is a complaint about price: %s', (text) => {
    expect(fearsForMoney(read(text))).toBe(true);
    const { sentiment, aspects } = triage({ text });
    expect(sentiment).toBe('negative');
    expect(aspects).toMatchObject({ price: 'neg' });
    expect(aspects).not.toHaveProperty('other');
  });
  test.each(['聽說要倒了，有儲值的趕快去問', 'Heard they are going under. Do not prepay.'])(
    '… and by itself accuses nobody: %s',
    (text) => expect(triage({ text }).accusation).toBe('none'),
  );
  test.each(['會員卡忘了帶，倒是櫃檯幫我查', '院長跑路了嗎，三天沒開門', '護理師幫我倒了杯水，退燒藥也先給'])(
    'nobody fears for: %s',
    (text) => expect(fearsForMoney(read(text))).toBe(false),
  );
});

describe('a rival', () => {
  test.each(['這家真的別去，改去隔壁的晨光醫美，醫師專業又便宜', '雷爆，推晨光診所，價格透明'])(
    'is praised, not this place: %s',
    (text) => {
      expect(praisesRival(read(text))).toBe(true);
      const { sentiment, aspects } = triage({ text });
      expect(sentiment).toBe('negative');
      expect(aspects).toEqual({ other: 'neg' });
    },
  );
  test.each([
    '推薦這間牙醫，醫師專業',
    '我都去找王醫師的診所看診，很久了',
    '這家診所價格透明',
    '推薦晨光診所，醫師專業親切',
  ])('is not meant: %s', (text) => expect(praisesRival(read(text))).toBe(false));
});

describe('waiting', () => {
  test.each(['電梯等超久，我坐輪椅上不去', '停車場排了半小時才進去', '車位要繞好久，電梯又慢'])(
    'for the building is of it: %s',
    (text) => {
      expect(waitsForBuilding(read(text))).toBe(true);
      expect(aspectsOf(text, 1)).toContain('environment');
      expect(aspectsOf(text, 1)).not.toContain('booking_wait');
    },
  );
  test.each(['電梯很慢，看診也等了兩小時', '停車不難，但是領藥排超久', '等了兩小時才看到醫師'])(
    'for care is not: %s',
    (text) => expect(waitsForBuilding(read(text))).toBe(false),
  );
});

describe('a remark about nothing in particular', () => {
  test.each<[string, Aspect]>([
    ['那個櫃檯有夠白目', 'attitude'],
    ['一星服務', 'attitude'],
    ['過五分鐘就要重新掛號，什麼道理', 'booking_wait'],
  ])('is meant of something when it names it: %s is %s', (text, aspect) => expect(aspectsOf(text)).toEqual([aspect]));
  test.each(['外送員臨停被趕', '爛透了', '院長的司機很跩'])('is not: %s', (text) =>
    expect(blamedFor(read(text), NOT_ABUSED)).toBeNull(),
  );
  test('a quack is no doctor', () => expect(aspectsOf('噓 蒙古大夫')).toContain('medical'));
  test('who is named in another clause than the abuse is not abused', () => {
    const text = '老闆是吸血鬼，護理師全跑光了';
    expect(aspectsOf(text)).not.toContain('attitude');
  });
  test.each([
    ['志工值得表揚', 'attitude'],
    ['整個生活廣場很有氛圍', 'environment'],
    ['感謝陳醫師', null],
    ['讚', null],
  ])('so with praise: %s', (text, aspect) => expect(praisedFor(read(text))).toBe(aspect));
});

test('who explains gives information in a post, and good care in a review with stars', () => {
  const text = '醫師很有耐心，每一步都解釋得很清楚';
  expect(aspectsOf(text)).toContain('information');
  expect(aspectsOf(text, 5)).not.toContain('information');
  expect(aspectsOf(text, 5)).toContain('attitude');
});

test('an aspect that is dropped leaves no evidence behind', () => {
  for (const text of ['電梯等超久，我坐輪椅上不去', '雷爆，推晨光診所，價格透明', '收據我都留著，等著上新聞']) {
    const { aspects, evidence } = triage({ text, stars: 1 });
    expect(ASPECTS.filter((aspect) => evidence[aspect] && !aspects[aspect])).toEqual([]);
  }
});
