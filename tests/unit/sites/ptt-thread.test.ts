import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pushDate } from '../../../lib/sites/ptt/dates.ts';
import { pushFrom } from '../../../lib/sites/ptt/push.ts';
import {
  addCut,
  addPhotos,
  addPush,
  addSiteLine,
  addWords,
  type Push,
  replyText,
  startThread,
  type Thread,
} from '../../../lib/sites/ptt/thread.ts';

const ARTICLE = Date.parse('2026-09-21T22:13:20+08:00');
const NOW = Date.parse('2026-11-21T00:00:00+08:00');
const start = (): Thread => startThread('b/M.1.A.1', ARTICLE, NOW);
const push = (tag: Push['tag'], user: string, text: string, date: string, aligned = false): Push => ({
  tag,
  user,
  text,
  date: pushDate(date),
  aligned,
});
const run = (...pushes: Push[]): Thread => {
  const thread = start();
  for (const one of pushes) addPush(thread, one);
  return thread;
};
const FULL = '一二三四五六七八九十一二三四五六七八九十一二三四五六七'; // 54 columns

describe('merging', () => {
  test('a full line goes on without a break, a short one with', () => {
    const thread = run(
      push('push', 'abc', FULL, '09/21 22:15'),
      push('neutral', 'abc', '接著說', '09/21 22:17'),
      push('neutral', 'abc', '又一句', '09/21 22:20'),
    );
    expect(thread.groups.map(({ text, floors, tag }) => ({ text, floors, tag }))).toEqual([
      { text: `${FULL}接著說\n又一句`, floors: [1, 2, 3], tag: 'push' },
    ]);
    expect(thread.totals).toEqual({ push: 1, boo: 0, neutral: 2 });
  });

  test.each([
    ['another person', push('neutral', 'abd', 'x', '09/21 22:15')],
    ['a tag of its own', push('push', 'abc', 'x', '09/21 22:15')],
    ['a boo', push('boo', 'abc', 'x', '09/21 22:15')],
    ['a pause', push('neutral', 'abc', 'x', '09/21 22:19')],
    ['no date', push('neutral', 'abc', 'x', '')],
  ])('%s starts anew', (_, second) => {
    expect(run(push('push', 'abc', 'y', '09/21 22:15'), second).groups.length).toBe(2);
  });

  test('boards with IPs and boards that align ids have less room', () => {
    const shorter = FULL.slice(0, 19); // 38 columns
    const ip = run(
      push('push', 'abc', shorter, '203.0.113.7 09/21 22:15'),
      push('neutral', 'abc', 'x', '203.0.113.7 09/21 22:15'),
    );
    expect(ip.groups[0]?.text).toBe(`${shorter}\nx`);
    expect(
      run(
        push('push', 'abc', FULL.slice(0, 20), '203.0.113.7 09/21 22:15'),
        push('neutral', 'abc', 'x', '203.0.113.7 09/21 22:15'),
      ).groups[0]?.text,
    ).toBe(`${FULL.slice(0, 20)}x`);
    const aligned = FULL.slice(0, 24); // 48 columns: full only where ids take twelve
    expect(
      run(push('push', 'abc', aligned, '09/21 22:15', true), push('neutral', 'abc', 'x', '09/21 22:15', true)).groups[0]
        ?.text,
    ).toBe(`${aligned}x`);
    expect(
      run(push('push', 'abc', aligned, '09/21 22:15'), push('neutral', 'abc', 'x', '09/21 22:15')).groups[0]?.text,
    ).toBe(`${aligned}\nx`);
  });

  test('with a date only, a full line is the only sign that more follows', () => {
    expect(run(push('push', 'abc', FULL, '09/22'), push('neutral', 'abc', 'x', '09/22')).groups.length).toBe(1);
    expect(run(push('push', 'abc', 'y', '09/22'), push('neutral', 'abc', 'x', '09/22')).groups.length).toBe(2);
  });

  test('words of the author and lines of the site end a group; blank lines and previews do not', () => {
    const thread = start();
    const more = push('neutral', 'abc', 'x', '09/21 22:15');
    addPush(thread, push('push', 'abc', 'y', '09/21 22:15'));
    addPhotos(thread, 2);
    addWords(thread, '  ');
    addPush(thread, more);
    expect(thread.groups.length).toBe(1);
    expect(thread.groups[0]?.photos).toBe(2);
    addWords(thread, '原 PO 的話');
    addWords(thread, '');
    addWords(thread, '第二段');
    addPush(thread, more);
    expect(thread.groups.length).toBe(2);
    expect(replyText(thread.groups[0]?.reply ?? thread.opening)).toBe('原 PO 的話\n\n第二段');
    addSiteLine(thread, true);
    addPush(thread, more);
    expect(thread.groups.map(({ floors }) => floors)).toEqual([[1, 2], [3], [5]]);
    addCut(thread);
    addPush(thread, more);
    expect(thread.groups[3]?.floors).toEqual([]);
    expect(thread.totals).toEqual({ push: 1, boo: 0, neutral: 4 });
  });

  test('ids hang on nothing that a moderator or a longer merge changes, and are never the same', () => {
    const one = run(push('push', 'abc', 'y', '09/21 22:15'));
    const grown = run(push('push', 'abc', 'y', '09/21 22:15'), push('neutral', 'abc', 'z', '09/21 22:16'));
    expect(grown.groups[0]?.id).toBe(one.groups[0]?.id);
    const moved = start();
    addSiteLine(moved, true);
    addPush(moved, push('push', 'abc', 'y', '09/21 22:15'));
    expect(moved.groups[0]?.id).toBe(one.groups[0]?.id);
    const twins = run(push('push', 'abc', 'y', '09/21 22:15'), push('push', 'abc', 'y', '09/21 22:15'));
    expect(new Set(twins.groups.map(({ id }) => id)).size).toBe(2);
  });
});

const anyPush = fc.record({
  tag: fc.constantFrom('push' as const, 'boo' as const, 'neutral' as const, 'neutral' as const),
  user: fc.constantFrom('abc', 'defg', 'longername12'),
  text: fc.oneof(fc.string({ maxLength: 30 }), fc.constant(FULL), fc.constant('短')),
  date: fc
    .constantFrom('09/21 22:15', '09/21 22:16', '09/21 22:30', '12/31 23:59', '01/01 00:00', '03/32 03:24', '')
    .map(pushDate),
  aligned: fc.boolean(),
});

test('floors part the pushes in order, nothing is lost of any text, and any cut into batches gives the same', () => {
  fc.assert(
    fc.property(fc.array(anyPush, { maxLength: 60 }), (pushes) => {
      const thread = run(...pushes);
      expect(thread.groups.flatMap(({ floors }) => floors)).toEqual(pushes.map((_, i) => i + 1));
      expect(thread.groups.map(({ text }) => text.replaceAll('\n', '')).join('')).toBe(
        pushes.map(({ text }) => text.replaceAll('\n', '')).join(''),
      );
      for (const { floors, user } of thread.groups)
        for (const floor of floors) expect(pushes[floor - 1]?.user).toBe(user);
      for (const { floors } of thread.groups)
        for (const floor of floors.slice(1)) expect(pushes[floor - 1]?.tag).toBe('neutral');
      const { push: ups, boo, neutral } = thread.totals;
      expect(ups + boo + neutral).toBe(pushes.length);
      expect(new Set(thread.groups.map(({ id }) => id)).size).toBe(thread.groups.length);
    }),
  );
});

test('a push as a line of text', () => {
  expect(pushFrom('噓 angrybear9: 態度差: 真的 09/21 22:31\n')).toEqual({
    tag: 'boo',
    user: 'angrybear9',
    text: '態度差: 真的',
    aligned: false,
    date: pushDate('09/21 22:31'),
  });
  expect(pushFrom('→ abc:推   140.119.1.51 06/20')?.date?.ip).toBe('140.119.1.51');
  expect(pushFrom('推薦這間 abc: 很好 09/21 22:31')).toBeNull();
  expect(pushFrom('推 abc: 沒有時間')).toBeNull();
});
