import { describe, expect, test } from 'vitest';
import { urgencyOf } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

describe('the queue', () => {
  test.each([
    ['我會帶人去砸店，你給我等著', 1, 'today'],
    ['真的不想活了', null, 'today'],
    ['那個諮詢師手機0912-345-678，大家自己打去問她', 1, 'today'],
    ['阿公隔天就往生了，延誤治療，罔顧人命', 1, 'today'],
    ['不退費我就去衛生局檢舉', 1, 'soon'],
    ['態度很差，等很久', 1, 'normal'],
    ['請問星期六有看診嗎？', null, 'normal'],
    ['醫師很親切，推薦', 5, 'calm'],
  ] as const)('%s', (text, stars, urgency) => {
    expect(urgencyOf(triage({ text, stars }).priority)).toBe(urgency);
  });

  test('an answered complaint comes after an open one', () => {
    const open = triage({ text: '態度很差', stars: 1, answered: false });
    const answered = triage({ text: '態度很差', stars: 1, answered: true });
    expect(answered.priority).toBeLessThan(open.priority);
  });

  test('a collapsed text is partial and says so', () => {
    const result = triage({ text: '醫師很好', stars: 5, collapsed: true });
    expect(result.partial).toBe(true);
    expect(result.reasons.join()).toContain('只讀到部分');
    expect(result.next[0]).toContain('展開');
    expect(urgencyOf(result.priority)).not.toBe('calm');
  });
});

describe('deadlines', () => {
  test('what may be left alone has no clock for a reply', () => {
    const read = triage({ text: '診所搬到二樓了。', stars: null, firstSeen: '2026-08-28T02:00:00.000Z' });
    expect(read.next.join()).toContain('可以不處理');
    expect(read.deadlines).toEqual([]);
  });

  const seen = '2026-08-28T02:00:00.000Z';
  const posted = { shown: '昨天', iso: '2026-08-27T01:00:00.000Z', precision: 'day' as const };

  test('the reply clock starts at the posted time when known to the day', () => {
    const [reply] = triage({ text: '態度很差', stars: 1, postedAt: posted, firstSeen: seen }).deadlines;
    expect(reply?.from).toBe(posted.iso);
    expect(reply?.due).toBe('2026-08-28T01:00:00.000Z');
  });

  test('else at first seen', () => {
    const vague = { shown: '3 個月前', iso: '2026-05-28T00:00:00.000Z', precision: 'month' as const };
    const [reply] = triage({ text: '態度很差', stars: 1, postedAt: vague, firstSeen: seen }).deadlines;
    expect(reply?.from).toBe(seen);
  });

  test('six months, to the end of a shorter month', () => {
    const list = triage({ text: '這個庸醫', stars: 1, firstSeen: '2026-08-31T02:00:00.000Z' }).deadlines;
    const complaint = list.find((d) => d.what.includes('六個月'));
    expect(complaint?.due).toBe('2027-02-28T15:59:59.999Z');
  });

  test('five working days of care, weekends left out', () => {
    const list = triage({ text: '我爸開刀後敗血症過世，醫師延誤治療', stars: 1, firstSeen: seen }).deadlines;
    // 2026-08-28 is a Friday: the fifth working day after it is Friday 2026-09-04.
    expect(list.find((d) => d.what.includes('五個工作日'))?.due).toBe('2026-09-04T15:59:59.999Z');
  });

  test.each([
    '那個諮詢師手機0912-345-678，大家自己打去問她',
    '我會帶人去砸店，你給我等著',
    '真的不想活了',
    '第三次留言了，為什麼不回我，每天等妳下班',
  ])('no clock drives anybody to answer what is not to be answered: %s', (text) => {
    const { deadlines, next } = triage({ text, stars: 1, firstSeen: seen });
    expect(deadlines.map((d) => d.what)).not.toContain('24小時內回覆');
    expect(next).toContain('暫不回覆');
    expect(next.join()).not.toContain('24小時內');
  });

  test('none without a time, or with one that is no time', () => {
    expect(triage({ text: '態度很差', stars: 1 }).deadlines).toEqual([]);
    expect(triage({ text: '態度很差', stars: 1, firstSeen: 'whenever' }).deadlines).toEqual([]);
  });
});
