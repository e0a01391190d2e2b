import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Triage } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';
import { expandTerm, Matcher } from '../../../lib/triage/matcher.ts';
import { normalise } from '../../../lib/triage/normalise.ts';
import { read } from '../../../lib/triage/reading.ts';
import { gatherSignals } from '../../../lib/triage/signals.ts';

const piece = fc.constantFrom(
  '醫師',
  '態度很差',
  '很好',
  '不是',
  '庸醫',
  '「',
  '」',
  '，',
  '。',
  '\n',
  ' ',
  '但是',
  '等了3小時',
  '🙏',
  '\u200b',
  '\ud800',
  '\u202e',
  '<script>',
  '&lt;',
  '我會去砸店',
  '檢舉',
  '林大文醫師',
  '0912-345-678',
  '黑♥心',
  '?',
  '爛',
  '聽說',
  '死了',
  '.....',
  '…',
  '～',
  '(',
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  .map((p) => p.join(''));
const stars = fc.constantFrom(null, 1, 2, 3, 4, 5);

test('any string gives a whole triage with spans inside the text', () => {
  fc.assert(
    fc.property(text, stars, fc.constantFrom('zh-TW' as const, 'en' as const), (input, s, language) => {
      const result = triage({ text: input, stars: s, language, firstSeen: '2026-01-01T00:00:00.000Z' });
      expect(z.safeParse(Triage, result).success).toBe(true);
      for (const { start, end } of result.risks) {
        const said = input.slice(start, end);
        // Of nothing but dots there is nothing else to show.
        if (/[^\p{P}\p{S}\p{C}\s]/u.test(said))
          expect(said).not.toMatch(/^[。，！？.…～\s\u200b]|[。，！？.…～\s\u200b]$/u);
      }
      const spans = [
        ...result.risks.map((r) => [r.start, r.end]),
        ...result.personal.map((p) => [p.start, p.end]),
        ...Object.values(result.evidence).flat(),
      ] as [number, number][];
      for (const [start, end] of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(input.length);
      }
      expect(result.priority).toBeGreaterThanOrEqual(0);
      expect(result.priority).toBeLessThanOrEqual(100);
      expect(result.reasons.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});

test('neutral words added do not take a threat or an insult away', () => {
  const neutral = fc
    .array(fc.constantFrom('今天星期三。', '診所在二樓。', '旁邊是便利商店。', '我搭公車去。'), { maxLength: 4 })
    .map((p) => p.join(''));
  fc.assert(
    fc.property(neutral, (more) => {
      expect(triage({ text: `我會帶人去砸店，你給我等著。${more}`, stars: 1 }).threat).toBe('violence');
      expect(triage({ text: `這個庸醫。${more}`, stars: 1 }).insult).toBe('severe');
    }),
  );
});

describe('odd texts', () => {
  test.each([
    '',
    ' ',
    '。',
    '😀',
    'a',
    '\ud800',
    '\u200b\u200b',
    '\u0000\u0001',
    '<img src=x onerror=alert(1)>',
    '\u202eabc',
    '&#x5ebb;',
  ])('%j', (odd) => {
    expect(() => triage({ text: odd })).not.toThrow();
  });

  test.each(['很', '1', '一', '09', 'a@', '黑♥', '肉搜', '不很好', '王小明、', '\n', '「', '病歷1', 'line:'])(
    'half a million characters of %j',
    (unit) => {
      const long = unit.repeat(Math.ceil(500_000 / unit.length));
      expect(triage({ text: long }).priority).toBeGreaterThanOrEqual(0);
    },
    20_000,
  );
});

describe('matcher', () => {
  test('braces and blanks', () => {
    expect(expandTerm('{很,超}差{,勁}')).toEqual(['很差', '很差勁', '超差', '超差勁']);
    expect(expandTerm('thank_you')).toEqual(['thank you']);
  });

  test('Latin words stand alone, Chinese ones need not', () => {
    const matcher = new Matcher([{ tag: 'a', terms: 'hit 爛' }]);
    expect(matcher.find(normalise('white hit')).map((h) => h.start)).toEqual([6]);
    expect(matcher.find(normalise('很爛啊')).length).toBe(1);
  });

  test('sees through signs only in words that people hide', () => {
    const matcher = new Matcher([
      { tag: 'hidden', evasive: true, terms: '庸醫' },
      { tag: 'plain', terms: '很好' },
    ]);
    expect(matcher.find(normalise('庸♥醫')).map((h) => h.gapped)).toEqual([true]);
    expect(matcher.find(normalise('庸 醫')).length).toBe(1);
    expect(matcher.find(normalise('這庸 醫生')).length).toBe(0);
    expect(matcher.find(normalise('很♥好')).length).toBe(0);
  });

  test('Simplified, full-width and pronouns are one', () => {
    const matcher = new Matcher([{ tag: 'a', terms: '騙你 sb' }]);
    expect(matcher.find(normalise('骗妳')).length).toBe(1);
    expect(matcher.find(normalise('ＳＢ')).length).toBe(1);
  });
});

/** Words of every rule, so that whatever is judged by its surroundings meets any surroundings. */
const RISKY = [
  '砸店',
  '打你',
  '走著瞧',
  '試試看',
  '檢舉',
  '衛生局',
  '就公開',
  '洗一星',
  '不退費',
  '道歉',
  '庸醫',
  '用醫',
  '爛死了',
  '垃圾',
  '過世',
  '走了',
  '昏迷',
  '性騷擾',
  '密醫',
  '沒開收據',
  '沒消毒',
  '快倒了',
  '外遇',
  '求全名',
  '隔壁床',
  '偷拍',
  '胸部',
  '沒去過',
  '評錯',
  '牛肉麵',
  '面試',
  '爆發',
  '快逃',
  '想死',
  '首先',
];

test.each(RISKY)(
  'however often %s is said, it is judged so many times and no more',
  (word) => {
    const long = `${word}，你`.repeat(60_000);
    const reading = read(long);
    for (const list of gatherSignals(reading).values()) expect(list.length).toBeLessThanOrEqual(400);
    expect(triage({ text: long, stars: 1 }).priority).toBeGreaterThanOrEqual(0);
  },
  20_000,
);

test('harmless sentences around a text take no kind of risk away', () => {
  const RISKS = [
    ['我會帶人去砸店，你給我等著', 'threat-violence'],
    ['已經跟衛生局檢舉了', 'threat-legal'],
    ['不退費我就去衛生局檢舉', 'demand'],
    ['聽說那個醫師沒牌，根本是密醫', 'crime-claim'],
    ['針頭重複使用，還拿過期的藥', 'hygiene-claim'],
    ['幫我肉搜那個護理師，求全名', 'personal-data'],
    ['真的不想活了', 'self-harm'],
    ['這個庸醫', 'insult'],
  ] as const;
  const harmless = fc
    .array(fc.constantFrom('今天星期三。', '診所在二樓。', '旁邊是便利商店。', '我搭公車去。', '外面下雨。'), {
      maxLength: 5,
    })
    .map((p) => p.join(''));
  fc.assert(
    fc.property(fc.constantFrom(...RISKS), harmless, harmless, ([text, kind], before, after) => {
      const result = triage({ text: `${before}${text}。${after}`, stars: 1 });
      expect(result.risks.map((r) => r.kind)).toContain(kind);
    }),
    { numRuns: 150 },
  );
});

test('no finding lies inside a word that excludes it', () => {
  const EXCLUDED = [
    '垃圾桶',
    '打斷我的話',
    '利用醫療資源',
    '死亡證明',
    '確認一下',
    '翻桌率',
    '騎機車',
    '大腦皮質',
    '感染科',
  ];
  const sound = fc.constantFrom('旁邊有', '，', '關於', '。', '在這裡');
  fc.assert(
    fc.property(fc.array(fc.tuple(sound, fc.constantFrom(...EXCLUDED)), { minLength: 1, maxLength: 6 }), (parts) => {
      const text = parts.map(([a, b]) => a + b).join('');
      for (const risk of triage({ text, stars: 1 }).risks) {
        if (risk.kind === 'opinion' || risk.kind === 'praise') continue;
        for (const word of EXCLUDED) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            expect(risk.start >= at && risk.end <= at + word.length).toBe(false);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});
