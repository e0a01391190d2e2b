import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Aspect, Polarity } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { read } from '../../../lib/triage/reading.ts';
import { loadWeights } from '../../../scripts/weights.ts';

/** What is told, not judged: how people write of clinics every day. */
const judge = (text: string) => triage({ text, stars: null, site: 'dcard', kind: 'comment' });
const tags = (text: string): string[] => read(text).words.map(({ tag }) => tag);

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

const TOLD: Record<Aspect, Partial<Record<Polarity, string[]>>> = {
  attitude: {
    neg: ['單子用甩的給我', '被護理師唸了一頓', '叫我們自己上網查', '付完錢馬上變一張臉', '櫃台把我當空氣'],
    pos: ['醫師很和氣，沒有名醫的架子', '會蹲下來跟小孩說話', '每次都一一回答問題', '把每隻貓當成自己的小孩在照顧'],
  },
  medical: {
    neg: ['擦了兩週反而更癢，一點起色都沒有', '假牙一咬就斷', '針灸完完全沒感覺', '越治越糟', '藥吃完隔天還是痛'],
    pos: ['拔完隔天就能吃雞腿，完全不腫', '膝蓋終於可以蹲了', '看不出有動過', '不會亂開抗生素', '一針見效'],
  },
  environment: {
    neg: ['隔壁講話都聽得到，毫無隱私', '推車根本推不進去', '冷氣直吹', '附近只能違停', '廁所門鎖不起來'],
    pos: ['整間香香的很放鬆', '有遊戲室，小孩玩到不想走', '診間沒有藥水味', '走路三分鐘就到'],
  },
  price: {
    neg: ['荷包大失血', '剩下的堂數不能退', '諮詢師滿滿的話術', '根本把人當盤子'],
    pos: ['比別家便宜', '不會強迫推銷', '勸我不用花冤枉錢', '退費很乾脆', '收費公道'],
  },
  booking_wait: {
    neg: ['等到屁股開花', '早上等到下午', '打了十通都沒人接', '改了三次時間', '一號難求'],
    pos: ['一報到就叫到我', '完全不用等', '隨到隨看', '願意幫我加號'],
  },
  information: {
    neg: ['電話是空號，地址也寫錯', '問三個人三種答案', '沒說術後不能碰水，副作用都沒提', '停診也不公告'],
    pos: ['門診表寫得很清楚', '術前注意事項寫得很詳細'],
  },
  other: {
    neg: ['別浪費時間了', '評價虛高', '永不再訪'],
    pos: ['不推不行', '相見恨晚', '無雷'],
  },
};

describe('an aspect is told in everyday words', () => {
  const cases = Object.entries(TOLD).flatMap(([aspect, of]) =>
    Object.entries(of).flatMap(([polarity, texts]) => texts.map((text) => [aspect, polarity, text] as const)),
  );
  test.each(cases)('%s %s: %s', (aspect, polarity, text) => {
    const { aspects, sentiment } = judge(text);
    expect(aspects[aspect as Aspect]).toBe(polarity);
    expect(sentiment).toBe(polarity === 'pos' ? 'positive' : 'negative');
  });
});

describe('the sign of a phrase, whatever else is said', () => {
  test.each([
    ['坐下沒多久就被叫進去', 'booking_wait+'],
    ['等五分鐘而已', 'booking_wait+'],
    ['休診會提前公告', 'information+'],
    ['病房像高級飯店', 'environment+'],
    ['直接推我打雷射', 'price-'],
    ['一顆植牙六萬五全包', 'price+'],
    ['謝謝再聯絡', 'neg'],
    ['我的口袋名單', 'pos'],
    ['恭喜開幕', 'pos'],
  ])('%s: %s', (text, tag) => {
    const polar = read(text).words.filter(({ family }) => family.polar);
    expect(polar.map((word) => word.tag)).toEqual([tag]);
  });
});

describe('what is feared and did not happen is praise', () => {
  test.each(['沒有推銷', '不會亂收費', '沒有架子', '沒有把我當奧客', '不會催人'])('%s', (text) => {
    expect(judge(text).sentiment).toBe('positive');
  });
});

describe('a word that means something else here', () => {
  test.each(['輪椅推車推不進去', '我爸被推進手術室', '去做推拿', '護理師幫忙推輪椅'])('no push on PTT: %s', (text) => {
    expect(tags(text)).not.toContain('pos');
  });
  test.each(['這次錢包大出血', '荷包大失血', '做個全瓷冠大出血花了三萬'])('a purse bleeds: %s', (text) => {
    expect(tags(text)).not.toContain('injured');
    expect(judge(text)).toMatchObject({ urgent: false, aspects: { price: 'neg' } });
  });
  test('a patient does', () => {
    expect(tags('產後大出血，輸了八袋血')).toContain('injured');
    expect(tags('牙齦大出血')).toContain('injured');
  });
  test.each([
    '想換藥被打槍',
    '師傅手法變態強',
    '痛到原地往生',
    '尷尬到原地爆炸',
    '候診區吵死了',
    '臉腫得像被揍',
    '諮詢師直接推我打雷射',
  ])('no harm: %s', (text) => {
    const { insult, urgent, threat } = judge(text);
    expect({ insult, urgent, threat }).toEqual({ insult: 'none', urgent: false, threat: 'none' });
  });
  test.each(['醫師動手打傷護理師', '那個變態醫師', '這個變態快滾', '我阿公就這樣往生', '要讓你們診所原地爆炸'])(
    'still harm: %s',
    (text) => {
      const { insult, urgent, threat } = judge(text);
      expect(insult !== 'none' || urgent || threat !== 'none').toBe(true);
    },
  );
  test.each(['被當VIP對待', '恭喜發財，新年快樂', '祝生意興隆', '新年快樂', '每次來都高朋滿座'])(
    'friendly: %s',
    (text) => {
      expect(judge(text).sentiment).toBe('positive');
    },
  );
});
