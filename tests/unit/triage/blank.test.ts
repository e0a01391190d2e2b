import { expect, test } from 'vitest';
import { compose } from '../../../lib/drafting/index.ts';
import { isBlank } from '../../../lib/triage/blank.ts';
import { triage } from '../../../lib/triage/index.ts';

const NOTHING = ['', 'B4', '@王小明', '@Wang Xiao Ming', 'B12 +1', '留', '已私訊', 'XDDD', '哈哈哈', '…'];

test.each(NOTHING)('says nothing, and asks for nothing: 「%s」', (text) => {
  for (const site of ['ptt', 'dcard', 'facebook'] as const) {
    const found = triage({ text, site });
    expect(found).toMatchObject({ sentiment: 'neutral', aspects: {}, risks: [], urgent: false, accusation: 'none' });
    expect(found.priority).toBeLessThan(20);
    const draft = compose({ triage: found, text, stars: null, site, clinic: null, tone: 'warm', seed: 1 });
    expect(draft.text).toBeNull();
    expect(draft.noReply?.next).toMatch(/不必回覆/);
  }
});

test.each(['推', '噓', '爛', '好', '@王小明這間很爛', '普通', '👍 B4', '笑死人的服務', '留職停薪'])(
  'says something: 「%s」',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);

test('stars speak where words do not', () => {
  expect(triage({ text: 'B4', stars: 1 }).sentiment).toBe('negative');
  expect(triage({ text: '', recommends: true }).sentiment).toBe('positive');
});

test('costs no more than its length', () => {
  for (const unit of ['哈', '@', 'B', 'xd', '1', '@a', '+']) {
    const start = performance.now();
    isBlank(`${unit.repeat(199)}!`);
    isBlank(unit.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(200);
  }
});
