import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HUNCH } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { markedRows } from '../../../scripts/train/marked.ts';
import { loadWeights } from '../../../scripts/weights.ts';

const SEEN = '2026-08-28T02:00:00.000Z';
const read = (text: string, stars: number | null = null) => triage({ text, stars, firstSeen: SEEN });
const clocks = (text: string, stars?: number) => read(text, stars ?? null).deadlines.map(({ what }) => what);
const findingOf = (text: string, kind: string) => read(text).risks.find((risk) => risk.kind === kind);

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

describe('a hunch', () => {
  test('names no article, tells nobody to report, and starts no clock, over the written texts', () => {
    let hunches = 0;
    for (const { row } of markedRows().filter((_, i) => i % 10 === 0)) {
      const { risks, next, deadlines, threat } = read(row.text);
      const only = risks.filter(({ confidence }) => confidence <= HUNCH);
      hunches += only.length;
      expect(only.every(({ statutes, action }) => statutes.length === 0 && /^先請一位同事/.test(action))).toBe(true);
      if (only.length === 0 || only.length < risks.filter(({ kind }) => kind !== 'own-health').length) continue;
      if (threat !== 'none') continue;
      expect(next.join()).not.toMatch(/檢舉|報警|律師/);
      expect(deadlines.some(({ what }) => what.includes('告訴'))).toBe(false);
    }
    expect(hunches).toBeGreaterThan(20);
  });

  test('「你想太多」 is no wish to die', () => expect(findingOf('你想太多了+1', 'self-harm')).toBeUndefined());
});

describe('who did it', () => {
  test.each([
    ['主管要我刪評才肯退費', 'demand'],
    ['醫生叫我閉嘴，還推我肩膀', 'demand'],
  ])('what staff asked of the writer is no demand of the writer: %s', (text, kind) =>
    expect(findingOf(text, kind)).toBeUndefined(),
  );
  test('the same with a stick of the writer’s own is one', () =>
    expect(findingOf('客服叫我刪評，不退我八千我就每天去門口舉牌', 'demand')).toBeDefined());

  test.each(['這些五星都是員工刷的，服務爛', '留五星好評就送牙膏，太誇張，叫我們當場留言'])(
    'stars the clinic is said to buy are no ground to report the review: %s',
    (text) => {
      const { next } = read(text, 1);
      expect(findingOf(text, 'fake-engagement')?.statutes).toContain('公平法25');
      expect(next.join()).toMatch(/先內部確認/);
      expect(next.join()).not.toMatch(/向平台檢舉/);
    },
  );

  test('a picture that the clinic posted asks for a check, not for the police', () => {
    const { next } = read('診所沒問過我就把我的術前術後照貼在粉專當廣告', 1);
    expect(next.join()).toMatch(/內部查核/);
    expect(next.join()).not.toMatch(/報警|檢舉/);
  });
  test('sexual images are noted by their address, and the police called', () => {
    const { next, risks } = read('更衣室偷拍的影片連結在這，大家自己看', 1);
    expect(risks.find(({ kind }) => kind === 'recording')?.statutes).toContain('刑法319-3');
    expect(next.join()).toMatch(/報警.*不要下載/);
    expect(next.join()).not.toContain('先存證');
  });

  test('waiting for somebody after work and asking why no answer comes is stalking', () => {
    const { risks, next } = read('每天掛號就為了看妳，下班在後門等妳，怎麼不回LINE', 5);
    expect(risks.some(({ kind, statutes }) => kind === 'harassment' && statutes.includes('跟騷法3'))).toBe(true);
    expect(next).toContain('暫不回覆');
  });
  test('an unanswered message to the clinic is none', () =>
    expect(findingOf('每天打電話，為什麼都不回訊息，你們客服在睡嗎', 'harassment')).toBeUndefined());
});

describe('clocks', () => {
  test('a mild word is no case', () => expect(clocks('這個醫生很機車', 1).join()).not.toMatch(/告訴/));
  test('severe abuse at a person is', () => expect(clocks('林醫師這個人渣庸醫', 1).join()).toMatch(/告訴/));
  test('nobody counts days against who tells of a death', () =>
    expect(clocks('我媽在這裡過世，延誤急救，沒有一句道歉', 1).join()).not.toMatch(/告訴/));
  test('an outbreak has two months', () =>
    expect(clocks('這間爆發群聚感染還隱匿不通報，大家快逃', 1).join()).toMatch(/兩個月/));
  test('醫預法 says nothing of animals', () => {
    const text = '貓送來結紮，醫生打錯麻醉，害死我的貓';
    expect(findingOf(text, 'serious-injury')).toMatchObject({ statutes: [] });
    expect(clocks(text, 1).join()).not.toMatch(/五個工作日/);
  });
  test('the care clock says that it may be over', () =>
    expect(clocks('我爸開刀後變成植物人，醫療疏失', 1).join()).toMatch(/可能已屆滿/));
  test('no answer and an answer within a day are not asked for at once', () => {
    for (const text of ['我爸開刀後變成植物人，醫療疏失', '我媽在這裡過世，延誤急救']) {
      const { next, deadlines } = read(text, 1);
      expect(next).toContain('暫不回覆');
      expect(deadlines.map(({ what }) => what).join()).toMatch(/決定是否回覆/);
    }
  });
});

describe('steps fit one another', () => {
  test('nobody who mourns is reported to the platform', () =>
    expect(read('我媽在這裡過世，醫生沒有人性，冷血，沒有一句道歉', 1).next.join()).not.toMatch(/檢舉/));
  test('an answered complaint is no cause for thanks', () => {
    const { priority } = triage({ text: '等了一個半小時，櫃檯態度很差', stars: 1, answered: true });
    expect(priority).toBeGreaterThanOrEqual(20);
  });
  test('a veiled threat is judged by a person, a plain one goes to the police', () => {
    expect(read('我會記住你的臉', 1).next[0]).toMatch(/研判有危險就報警/);
    expect(read('我明天帶刀去砍了你，放火燒了你們診所', 1).next[0]).toMatch(/報警/);
  });
  test('the same words are not called a fact and an opinion', () => {
    const { risks } = read('開完刀變植物人，態度很差，冷氣不冷', 1);
    const grave = risks.filter(({ kind }) => kind !== 'opinion' && kind !== 'own-health');
    for (const opinion of risks.filter(({ kind }) => kind === 'opinion'))
      expect(grave.some(({ start, end }) => start < opinion.end && opinion.start < end)).toBe(false);
  });
});

describe('what would be embarrassing', () => {
  const nextOf = (text: string, stars: number | null = null) => read(text, stars).next.join();

  test.each([
    '掛號小姐一聽我們是新住民就叫我們排到最後面，這不是歧視是什麼',
    '因為我是身障就不給掛，說診間沒有坡道，很不公平',
  ])('who was treated so is not reported for hate: %s', (text) => {
    expect(findingOf(text, 'discrimination')).toBeUndefined();
    expect(nextOf(text, 1)).not.toContain('仇恨');
  });

  test('a slur still is one', () => {
    expect(findingOf('候診室都是神經病，那些移工就該滾回去', 'discrimination')).toBeDefined();
  });

  test.each(['荷包想自殺，不過牙齒弄得很漂亮', '看到帳單存摺都想死了'])('a purse has no life: %s', (text) => {
    expect(read(text).next.join()).not.toContain('1925');
  });

  test('a person has, whatever is in the purse', () => {
    expect(nextOf('錢包空了，我想自殺')).toContain('1925');
  });

  test.each(['在那邊做過半年，主管要我們用小帳號給五顆星', '院長規定員工每週要留三則好評'])(
    'stars ordered by the clinic are its own to look into: %s',
    (text) => {
      expect(nextOf(text, 1)).toContain('內部確認');
      expect(nextOf(text, 1)).not.toContain('檢舉：不實互動');
    },
  );

  test('who speaks of the days of wanting to die is not thanked in public', () => {
    const text = '謝謝心理師陪我度過最想死的那段日子，現在每天都睡得著';
    expect(nextOf(text, 5)).toContain('暫不回覆');
    expect(nextOf(text, 5)).not.toContain('感謝留言');
  });

  test('one star for fine words is neither thanked nor called praise', () => {
    const { next, reasons } = read('非常親切，醫師很仔細，會再來', 1);
    expect(next.join()).toContain('中性');
    expect(reasons.join()).not.toContain('感謝即可');
    expect(read('非常親切，醫師很仔細，會再來', 5).next.join()).toContain('感謝留言');
  });

  test('nobody is told twice to read it first, over the written texts', () => {
    let looked = 0;
    for (const { row } of markedRows().filter((_, i) => i % 10 === 5)) {
      const first = read(row.text).next.filter((step) => step.includes('再決定怎麼做'));
      looked += first.length;
      expect(first.length).toBeLessThan(2);
    }
    expect(looked).toBeGreaterThan(20);
  });
});
