import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard } from '../../../lib/drafting/index.ts';
import { normalise, originalSpan } from '../../../lib/drafting/normalise.ts';
import { cpuMs } from '../cpu.ts';

/** Breaches as people type them, each without any disguise. */
const UNSAFE = [
  '感謝您來診，我們會檢討。',
  '我們調閱了監視器畫面。',
  '查無您的就診紀錄。',
  '您的體質比較敏感。',
  '醫師已經向您說明過風險。',
  '您的尾款尚未付清。',
  '請留下您的電話號碼。',
  '本診所將提告。',
  '若您刪除評論，我們可以退費。',
  '這是我們的疏失。',
  '保證根治。',
  '翻了一下資料，其實是自己遲到。',
  'Thank you for visiting us.',
  'Our records show that you were late.',
];
const SIMPLIFIED: Record<string, string> = {
  謝: '谢',
  來: '来',
  診: '诊',
  們: '们',
  會: '会',
  檢: '检',
  討: '讨',
  調: '调',
  閱: '阅',
  視: '视',
  畫: '画',
  無: '无',
  紀: '纪',
  錄: '录',
  體: '体',
  質: '质',
  較: '较',
  醫: '医',
  師: '师',
  經: '经',
  說: '说',
  過: '过',
  風: '风',
  險: '险',
  話: '话',
  號: '号',
  碼: '码',
  將: '将',
  刪: '删',
  評: '评',
  論: '论',
  費: '费',
  這: '这',
  證: '证',
  資: '资',
  遲: '迟',
  實: '实',
};
const full = (char: string): string => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char);

/** Ways to type the same thing that a reader does not notice. */
const disguise: Record<string, (char: string) => string> = {
  'zero width': (char) => `${char}\u200b`,
  joiner: (char) => `${char}\u2060`,
  spaces: (char) => (/[\u4e00-\u9fff]/.test(char) ? `${char} ` : char),
  'wide spaces': (char) => (/[\u4e00-\u9fff]/.test(char) ? `${char}\u3000` : char),
  'full width': full,
  simplified: (char) => SIMPLIFIED[char] ?? char,
  dots: (char) => (/[\u4e00-\u9fff]/.test(char) ? `${char}·` : char),
  hyphens: (char) => (/[\u4e00-\u9fff]/.test(char) ? `${char}-` : char),
  emoji: (char) => (/[\u4e00-\u9fff]/.test(char) ? `${char}🙂` : char),
  accents: (char) => `${char}\u0301`,
};

const whole = fc.string({ unit: 'binary', maxLength: 200 });
const spoken = fc
  .array(
    fc.constantFrom(...UNSAFE, '您好，謝謝您的留言。', '窗台的風鈴會唱歌', '\n', '🙂', '\ud800', '02-1234-5678', '…'),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('gets findings whose places lie within it, in order of their sentences, and the same each time', () => {
    fc.assert(
      fc.property(fc.oneof(whole, spoken), fc.option(fc.oneof(whole, spoken), { nil: null }), (reply, review) => {
        const found = guard(reply, { review });
        for (const { start, end } of found.violations) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(reply.length);
          expect(start).toBeLessThan(end);
        }
        for (const [start, end] of found.unsure) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(reply.length);
          expect(start).toBeLessThan(end);
        }
        expect(guard(reply, { review })).toEqual(found);
      }),
      { numRuns: 1_500, seed: 11 },
    );
  });

  it('is safe exactly when nothing was found', () => {
    fc.assert(
      fc.property(spoken, (reply) => {
        const { verdict, violations, unsure } = guard(reply);
        expect(verdict === 'safe').toBe(violations.length === 0 && unsure.length === 0);
        expect(verdict === 'block').toBe(violations.some(({ severity }) => severity === 'block'));
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  it('comes back from its normal form character by character', () => {
    fc.assert(
      fc.property(whole, (text) => {
        const normal = normalise(text);
        expect(normal.starts.length).toBe(normal.text.length);
        expect(normal.ends.length).toBe(normal.text.length);
        for (let i = 0; i < normal.text.length; i += 1) {
          const [start, end] = originalSpan(normal, i, i + 1);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});

describe.each(Object.entries(disguise))('typed with %s', (_, change) => {
  it.each(UNSAFE)('「%s」 does not become safe', (text) => {
    const typed = [...text].map(change).join('');
    expect(guard(typed).verdict).not.toBe('safe');
  });

  it('keeps a block a block, with its place in what was typed', () => {
    const typed = [...'查無您的就診紀錄。'].map(change).join('');
    const found = guard(typed).violations.find(({ rule }) => rule === 'R03');
    expect(found).toBeDefined();
    expect(normalise(typed.slice(found?.start, found?.end)).text).toBe('查無您的就診紀錄');
  });
});

describe('long texts', () => {
  const unit = '您好，感謝您的留言，我們已仔細閱讀。您的手術當天醫師已經說明過，並無疏失。';

  it('cost in proportion to their length', () => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 5; i += 1) {
        best = Math.min(
          best,
          cpuMs(() => guard(text)),
        );
      }
      return best;
    };
    time(4_000);
    // Ten times the text, far less than the hundred times of quadratic work; loose, for the machine may be busy.
    expect(time(200_000) / time(20_000)).toBeLessThan(35);
  });

  it.each(['您', '病歷,', 'a.b ', '「', '0', '0912', 'http://', '\u200b', '您的'])(
    'of 「%s」 only do not hang',
    (part) => {
      expect(() => guard(part.repeat(30_000), { review: part.repeat(30_000) })).not.toThrow();
    },
  );
});
