import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyClinic } from '../../../lib/contract/index.ts';
import { crossCheck, holds, plain } from '../../../lib/evidence/capture-check.ts';
import { aidOf, clockOffset, identifies, rootOf, shownFields, threadOf } from '../../../lib/evidence/capture-fields.ts';

describe('what a PTT page shows beside the fields', () => {
  const text = `作者 cherry0325 (小櫻桃)
看板 facelift
標題 [心得] 微光
時間 Mon Sep 21 22:13:20 2026

內文
※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 203.0.113.25 (臺灣)
※ 文章網址: https://www.ptt.cc/bbs/facelift/M.1790000000.A.1AB.html
※ 編輯: cherry0325 (203.0.113.25 臺灣), 09/22/2026 12:30:11
`;
  const author = { id: 'cherry0325', name: '小櫻桃', url: null, badges: [] };

  test('head, foot and code of the article', () => {
    const url = 'https://www.ptt.cc/bbs/facelift/M.1790000000.A.1AB.html';
    expect(
      Object.fromEntries(shownFields({ site: 'ptt', author }, text, url).map(({ label, value }) => [label, value])),
    ).toEqual({
      作者: 'cherry0325 (小櫻桃)',
      看板: 'facelift',
      標題: '[心得] 微光',
      時間: 'Mon Sep 21 22:13:20 2026',
      發信站: '批踢踢實業坊(ptt.cc)',
      來自: '203.0.113.25 (臺灣)',
      文章網址: url,
      編輯: 'cherry0325 (203.0.113.25 臺灣), 09/22/2026 12:30:11',
      '文章代碼(AID)': '#1giJk06h',
    });
  });

  test('nothing is made up where the page does not show it', () => {
    expect(shownFields({ site: 'ptt', author }, '只有內文', 'https://www.ptt.cc/bbs/facelift/index.html')).toEqual([]);
    expect(
      shownFields({ site: 'dcard', author: { ...author, badges: ['原 PO'] } }, text, 'https://www.dcard.tw/f/x/p/1'),
    ).toEqual([{ label: '作者標示', value: '原 PO' }]);
  });

  test('the code is a number in PTT’s digits and can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 0xfff }), (seconds, random) => {
        const code = aidOf(`https://www.ptt.cc/bbs/b/M.${seconds}.A.${random.toString(16).toUpperCase()}.html`) ?? '';
        expect(code).toMatch(/^[0-9A-Za-z_-]{8}$/);
        const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
        const number = [...code].reduce((sum, digit) => sum * 64n + BigInt(digits.indexOf(digit)), 0n);
        expect(number).toBe((BigInt(seconds) << 12n) | BigInt(random));
      }),
      { seed: 41 },
    );
    expect(aidOf('https://www.ptt.cc/bbs/b/index.html')).toBeNull();
  });
});

describe('which thread', () => {
  const nodes = [
    { id: 'post', parent: null },
    { id: 'a', parent: 'post' },
    { id: 'a1', parent: 'a' },
    { id: 'other', parent: null },
    { id: 'b', parent: 'other' },
    { id: 'lost', parent: 'not read' },
    { id: 'x', parent: 'y' },
    { id: 'y', parent: 'x' },
  ];
  const ids = (id: string) =>
    threadOf(nodes.find((node) => node.id === id) ?? { id, parent: null }, nodes).map((node) => node.id);

  test('the post and everything under it, in order', () => {
    expect(ids('a1')).toEqual(['post', 'a', 'a1']);
    expect(ids('post')).toEqual(['post', 'a', 'a1']);
    expect(ids('b')).toEqual(['other', 'b']);
  });

  test('a parent that was not read, a circle, or a review of no list end it', () => {
    expect(ids('lost')).toEqual(['lost']);
    expect(ids('x')).toContain('x');
    expect(ids('unknown')).toEqual(['unknown']);
    expect(rootOf({ id: 'q', parent: 'q' }, () => ({ id: 'q', parent: 'q' })).id).toBe('q');
  });
});

describe('by what the clinic is recognised', () => {
  const clinic = {
    ...emptyClinic('微光牙醫診所'),
    aliases: ['微光'],
    doctors: [{ name: '林子晴', aliases: ['子晴醫師'] }],
    watch: ['陶瓷貼片'],
  };

  test('names in the text, the title or the place, in any width', () => {
    expect(identifies({ text: '去微 光看林子晴', title: null, place: { name: '微光牙醫診所' } }, clinic)).toEqual([
      '微光牙醫診所',
      '微光',
      '林子晴',
    ]);
    expect(identifies({ text: '路過', title: null, place: null }, clinic)).toEqual([]);
    expect(identifies({ text: '微光', title: null, place: null }, null)).toEqual([]);
  });
});

describe('text on screen against the DOM', () => {
  const review = (text: string) => [{ site: 'ptt' as const, id: '1', text }];

  test('white space, width, case and faces do not matter', () => {
    expect(crossCheck(review('等了 兩個小時😡\nＡbc'), '等了兩個小時 abc', '等了<br>')).toEqual([
      { id: 'ptt:1', onScreen: true, inDom: false },
    ]);
  });

  test('a text that was changed on one side is found', () => {
    const long = '第一次來做檢查，櫃檯說要等兩個小時，最後看了五分鐘。';
    expect(crossCheck(review(long), long.replace('兩個', '二十個'), long)).toEqual([
      { id: 'ptt:1', onScreen: false, inDom: true },
    ]);
  });

  test('lines that the page interrupts still agree', () => {
    expect(
      holds(
        plain('推 dentfan: 貼片本來就有掉的風險 09/21 推 dentfan: 建議你先把收據留著 09/21'),
        plain('貼片本來就有掉的風險\n建議你先把收據留著'),
      ),
    ).toBe(true);
  });

  test('whatever is cut into pieces of some length agrees; a letter that is nowhere does not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'一二三四五六七八九十'), minLength: 6, maxLength: 40 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (pieces) => {
          const page = pieces.join('／／');
          expect(holds(page, pieces.join(''))).toBe(true);
          expect(holds(page, `${pieces.join('')}甲乙丙丁戊己`)).toBe(false);
        },
      ),
      { seed: 42 },
    );
  });
});

describe('this clock against a server’s', () => {
  test('half of the trip and half of the header’s second', () => {
    const server = Date.parse('2026-11-22T00:00:00Z');
    expect(clockOffset(server + 400, server + 600, 'Sun, 22 Nov 2026 00:00:00 GMT')).toBe(0);
    expect(clockOffset(server + 3_400, server + 3_600, 'Sun, 22 Nov 2026 00:00:00 GMT')).toBe(3_000);
    expect(clockOffset(server - 60_000, server - 59_000, 'Sun, 22 Nov 2026 00:00:00 GMT')).toBe(-60_000);
  });

  test('no header, an unreadable one, a clock set back in between: not measured', () => {
    expect(clockOffset(1, 2, null)).toBeNull();
    expect(clockOffset(1, 2, 'yesterday')).toBeNull();
    expect(clockOffset(5_000, 1_000, 'Sun, 22 Nov 2026 00:00:00 GMT')).toBeNull();
    expect(clockOffset(0, 60_000, 'Sun, 22 Nov 2026 00:00:00 GMT')).toBeNull();
  });
});
