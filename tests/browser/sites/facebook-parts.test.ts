import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { commentIdsIn } from '../../../lib/sites/facebook/links.ts';
import { clean, messageText } from '../../../lib/sites/facebook/text.ts';
import { inOrder, timeFrom } from '../../../lib/sites/facebook/time.ts';
import { actingName, nameInComment, recommendsIn } from '../../../lib/sites/facebook/words.ts';
import { closeFrames, frameOf, NOW } from './facebook-pages.ts';

afterEach(closeFrames);

describe('times', () => {
  test.each([
    ['2026年9月17日 星期四下午2:00', '2026-09-17T06:00:00.000Z', 'minute'],
    ['2026年9月17日星期四上午12:05', '2026-09-16T16:05:00.000Z', 'minute'],
    ['2026年9月17日 14:00', '2026-09-17T06:00:00.000Z', 'minute'],
    ['2025年12月5日', '2025-12-04T16:00:00.000Z', 'day'],
    ['Thursday, September 17, 2026 at 2:00 PM', '2026-09-17T06:00:00.000Z', 'minute'],
    ['17 September 2026 at 14:00', '2026-09-17T06:00:00.000Z', 'minute'],
    ['3天', new Date(NOW - 3 * 864e5).toISOString(), 'day'],
    ['1w', new Date(NOW - 7 * 864e5).toISOString(), 'month'],
    ['3 小時', new Date(NOW - 3 * 36e5).toISOString(), 'day'],
    // No year, no guess; and 9月 is not nine months.
    ['9月17日下午2:00', null, 'unknown'],
    ['March 5 at 7:44 PM', null, 'unknown'],
    ['30 May at 11:02', null, 'unknown'],
    ['2026年2月30日', null, 'unknown'],
    ['查看更多', null, 'unknown'],
  ])('%s', (shown, iso, precision) => {
    expect(timeFrom(shown, NOW)).toEqual({ shown, iso, precision });
  });

  test('letters come in the order of the styles, whatever stands between; without the styles nothing is read', () => {
    const inside = frameOf('<body></body>');
    fc.assert(
      fc.property(
        fc.constantFrom('March 5 at 7:44 PM', '12小時', '2025年12月5日'),
        fc.array(fc.constantFrom('0', '7', '天', 'M'), { maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (text, junk, keys) => {
          const spans = [
            ...[...text].map((letter, i) => `<span style="order: ${i}">${letter}</span>`),
            ...junk.map((letter) => `<span style="position: absolute; top: 3em">${letter}</span>`),
          ];
          const order = spans.map((span) => ({ span, key: keys.next().value })).sort((a, b) => a.key - b.key);
          const holder = inside.createElement('span');
          holder.style.display = 'flex';
          holder.innerHTML = order.map(({ span }) => span).join('');
          inside.body.replaceChildren(holder);
          expect(inOrder(holder, inside)).toBe(text);
          holder.innerHTML = holder.innerHTML.replace(/order: ?\d+/g, '');
          expect(inOrder(holder, inside)).toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('words', () => {
  test.each([
    ['推薦微光牙醫診所', true],
    ['不推薦微光牙醫診所', false],
    [' recommends .', true],
    [' doesn’t recommend .', false],
    [" doesn't recommend .", false],
    [' does not recommend .', false],
    ['為你推薦', null],
    ['正在尋求推薦', null],
    ['沒有推薦', null],
    [' is asking for recommendations', null],
    ['', null],
  ])('header「%s」', (header, expected) => {
    expect(recommendsIn(header)).toBe(expected);
  });

  test('names in labels', () => {
    expect(nameInComment('某某人的留言4天前')).toBe('某某人');
    expect(nameInComment('Comment by Ann B. a week ago')).toBe('Ann B.');
    expect(actingName('以 測試診所 的身分留言')).toBe('測試診所');
    expect(actingName('Comment as Test Clinic')).toBe('Test Clinic');
    expect(actingName('Reply to Ann')).toBeNull();
  });

  test('watermarks go, compound emoji stay whole', () => {
    expect(clean('推\u200B薦\u034F這\u200D間\uFEFF 👨‍👩‍👧')).toBe('推薦這間 👨‍👩‍👧');
  });
});

describe('message', () => {
  const text = (html: string) => {
    const holder = frameOf('<body></body>').createElement('div');
    holder.innerHTML = html;
    return messageText(holder);
  };
  test('a coloured background holds the text twice', () => {
    expect(text('<div aria-hidden="true">很痛</div><div dir="auto">很痛</div>').text).toBe('很痛');
  });
  test('"See more" is the site’s only as a button or after its ellipsis', () => {
    expect(text('<div>很久… <div role="button">查看更多</div></div>')).toMatchObject({ text: '很久', collapsed: true });
    expect(text('<div>很久… <div>查看更多</div></div>')).toMatchObject({ text: '很久', collapsed: true });
    expect(text('<div>請看</div><div>查看更多</div>')).toMatchObject({ text: '請看\n查看更多', collapsed: false });
  });
  test('lines, breaks and emoji', () => {
    expect(text('<div>一<img alt="😡"></div><div>二<br>三</div>').text).toBe('一😡\n二\n三');
  });
});

test('comment numbers: plain, base64, replies', () => {
  const b64 = encodeURIComponent(btoa('comment:123456_789012'));
  expect(commentIdsIn(`/a?comment_id=${b64}&x=1`)).toEqual({ post: '123456', comment: '789012', reply: null });
  expect(commentIdsIn('/a/posts/1?comment_id=55&reply_comment_id=66')).toEqual({
    post: null,
    comment: '55',
    reply: '66',
  });
  expect(commentIdsIn('/a?comment_id=%%%')).toBeNull();
});
