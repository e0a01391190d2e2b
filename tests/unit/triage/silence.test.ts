import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../../../lib/drafting/compose.ts';
import { isBlank } from '../../../lib/triage/blank.ts';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { markedRows } from '../../../scripts/train/marked.ts';
import { loadWeights } from '../../../scripts/weights.ts';

const SEEN = '2026-08-28T02:00:00.000Z';
const read = (text: string, stars: number | null = null) => triage({ text, stars, firstSeen: SEEN });
const draftFor = (text: string, stars: number | null = null) =>
  compose({ triage: read(text, stars), text, stars, site: 'google-maps', clinic: null, tone: 'warm', seed: 1 });

describe('triage and the draft advise the same', () => {
  beforeAll(() => {
    expect(loadWeights()).toBe('full');
  });
  afterAll(() => takeModel(null));

  test.each([
    ['我會帶人去砸店，你給我等著', 'none'],
    ['真的不想活了', 'none'],
    ['阿公隔天就往生了，延誤治療，罔顧人命', 'none'],
    ['櫃檯把我的憂鬱症大聲講出來，態度很差', 'none'],
    ['已經提告了，法院見，態度很差', 'none'],
    ['更衣室被偷拍，影片還外流到雲端連結', 'none'],
    ['那個諮詢師手機0912-345-678，大家自己打去問她', 'wait'],
    ['林護理師妳為什麼不回我訊息，我昨天跟妳到捷運站了', 'none'],
    ['帶兒子陳小安（身分證A123456789）去看，藥單開成別人的', 'none'],
    ['第二次調解他們也沒來，就是不想負責', 'none'],
    ['我在調解庭被對方羞辱，護理師的安慰很溫暖，謝謝', 'free'],
    ['初診就問我要不要看精神科，口氣很差，莫名其妙', 'free'],
    ['態度很差，等很久', 'free'],
    ['醫師很親切，推薦', 'free'],
  ] as const)('%s: %s', (text, kind) => {
    const { next, deadlines } = read(text);
    const draft = draftFor(text);
    expect(draft.text === null ? 'none' : draft.wait ? 'wait' : 'free').toBe(kind);
    expect(next.includes('暫不回覆')).toBe(kind !== 'free');
    if (kind !== 'free') expect(next.join()).not.toMatch(/24小時內|只用中性內容回覆|感謝留言/);
    const clocked = deadlines.some(({ what }) => what.includes('24小時'));
    expect(clocked).toBe(kind === 'free' || text.startsWith('阿公'));
  });

  test('praise that tells of an extra-sensitive illness is not thanked in public', () => {
    const { next, reasons, priority } = read('謝謝醫師陪我走過憂鬱症，很溫柔', 5);
    expect(next).toContain('暫不回覆');
    expect(next.join() + reasons.join()).not.toMatch(/感謝/);
    expect(priority).toBeLessThan(30);
  });

  test('over the written texts: wherever a draft stands back, triage says what comes first, and the other way round', () => {
    const rows = markedRows().filter((_, i) => i % 12 === 0);
    expect(rows.length).toBeGreaterThan(1_000);
    let quiet = 0;
    for (const { text } of rows.map(({ row }) => row)) {
      const { next, reasons } = read(text);
      const draft = draftFor(text);
      const held = draft.text === null || draft.wait !== undefined;
      const looked = next[0]?.startsWith('先請一位同事') || next[0]?.startsWith('請懂');
      const told = next.includes('暫不回覆') || looked || (isBlank(text) && next[0] === '可以不處理');
      expect({ text, held }, reasons.join()).toEqual({ text, held: told });
      if (held) quiet++;
    }
    expect(quiet).toBeGreaterThan(50);
  });
});
