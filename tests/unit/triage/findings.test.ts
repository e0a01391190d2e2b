import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

const kinds = (text: string, stars: number | null = null): FindingKind[] =>
  triage({ text, stars }).risks.map((r) => r.kind);

describe('rules T01–T24', () => {
  test.each<[string, number | null, FindingKind]>([
    ['等很久，態度也不好', 2, 'opinion'],
    ['我爸開刀後敗血症過世，醫師延誤治療', 1, 'serious-injury'],
    ['聽說那個根本沒牌，都是密醫在打針', null, 'crime-claim'],
    ['針頭重複使用，還拿過期的藥', 1, 'hygiene-claim'],
    ['誤診還亂開刀，害我媽住院半個月', 1, 'accusation'],
    ['這個畜生醫師', 1, 'insult'],
    ['聽說院長外遇養小三', null, 'private-life'],
    ['我會帶人去砸店，你給我等著', 1, 'threat-violence'],
    ['已經跟衛生局檢舉了', 1, 'threat-legal'],
    ['不退費我就每天刷一星', 1, 'demand'],
    ['聽說快倒了，欠薪三個月', null, 'credit'],
    ['幫我肉搜那個護理師，求全名', null, 'personal-data'],
    ['診間偷錄影片，需要的私訊我', null, 'recording'],
    ['護理師好騷，下次約喔', null, 'harassment'],
    ['沒去過，幫朋友來洗的', 1, 'fake-engagement'],
    ['點錯地方了，我要評的是隔壁的店', 1, 'wrong-place'],
    ['前員工路過，薪水拖兩個月', 1, 'ex-employee'],
    ['我有憂鬱症，醫師很溫柔', 5, 'own-health'],
    ['爆發腸病毒群聚，不通報，大家快逃', null, 'public-danger'],
    ['死gay不要碰我', null, 'discrimination'],
    ['真的不想活了', null, 'self-harm'],
    ['醫師很親切，推薦', 5, 'praise'],
  ])('%s', (text, stars, kind) => {
    expect(kinds(text, stars)).toContain(kind);
  });

  test('a staff name alone is no doxxing', () => {
    expect(kinds('林大文醫師態度很差，不推薦', 1)).not.toContain('personal-data');
  });

  test('mild abuse of the institution is a label, not a §309 finding', () => {
    const result = triage({ text: '爛透了', stars: 1 });
    expect(result.insult).toBe('mild');
    expect(result.risks.map((r) => r.kind)).not.toContain('insult');
  });

  test('a legal notice never carries the article on threats', () => {
    const result = triage({ text: '我已經向衛生局檢舉，法院見', stars: 1 });
    const notice = result.risks.find((r) => r.kind === 'threat-legal');
    expect(notice?.statutes).toEqual([]);
    expect(result.threat).toBe('legal');
  });
});

const SAMPLES = [
  '這個庸醫，誤診害死人，密醫，針頭重複使用，我會去砸店',
  '聽說快倒了，院長外遇，欠薪，不退錢就見法院',
  '態度很差，等很久',
  '醫師很好',
  'He is a quack and I will sue',
];

test('words stay careful: never a verdict, a keyword alone at most 0.6', () => {
  for (const language of ['zh-TW', 'en'] as const) {
    for (const text of SAMPLES) {
      const result = triage({ text, stars: 1, language });
      const said = [...result.reasons, ...result.next, ...result.risks.flatMap((r) => [r.why, r.action])].join('');
      expect(said).not.toMatch(/構成|違法/);
      expect(said.trim()).not.toBe('');
      for (const r of result.risks) expect(r.confidence).toBeLessThanOrEqual(0.8);
    }
  }
  const alone = triage({ text: '庸醫', stars: null }).risks.find((r) => r.kind === 'insult');
  expect(alone?.confidence).toBeLessThanOrEqual(0.6);
});

test('hearsay is noted and raises the accusation of fact', () => {
  const told = triage({ text: '聽說這間密醫打針，亂收費', stars: 1 });
  expect(told.hearsay).toBe(true);
  expect(told.forms).toContain('不實爆料');
});

test('English sentences on request', () => {
  const result = triage({ text: '態度很差', stars: 1, language: 'en' });
  expect(result.reasons[0]).toMatch(/[a-z]/);
});
