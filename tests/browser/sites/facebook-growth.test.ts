import { afterEach, expect, test, vi } from 'vitest';
import { facebook } from '../../../lib/sites/facebook.ts';
import post from '../../fixtures/facebook/post.zh-TW.html?raw';
import { closeFrames, frameOf, type Opened, read } from './facebook-pages.ts';

const POST = 'https://www.facebook.com/weiguang.dental/posts/pfbid0DialogFixture';

afterEach(() => {
  vi.restoreAllMocks();
  closeFrames();
});

/** The post's dialog with `count` comments more. */
function long(count: number): Opened {
  const inside = frameOf(post);
  const comment = inside.querySelector('[role="dialog"] [role="article"][aria-label]')!;
  const html = Array.from({ length: count }, (_, i) =>
    comment.outerHTML.replaceAll('880000000000001', `${881000000000000 + i}`),
  );
  // Without their base 64, which would still name the first one.
  comment.parentElement!.insertAdjacentHTML(
    'beforeend',
    html.join('').replaceAll(/comment_id=Y29t[\w%]+/g, 'comment_id='),
  );
  return read(inside, POST);
}

/** Elements that queries hand over while `work` runs. */
function found(work: () => void): number {
  let count = 0;
  const original = Element.prototype.querySelectorAll;
  const windows = [...document.querySelectorAll('iframe')].map(
    (frame) => frame.contentWindow as unknown as typeof globalThis,
  );
  for (const inside of windows)
    vi.spyOn(inside.Element.prototype, 'querySelectorAll').mockImplementation(function (this: Element, selector) {
      const list = original.call(this, selector);
      count += list.length;
      return list as never;
    });
  work();
  vi.restoreAllMocks();
  return count;
}

test('a post with 1,000 comments below costs as much to read as with ten, and so does each comment', () => {
  const cost = (count: number): [number, number] => {
    const { page, cards } = long(count);
    expect(cards.length).toBe(count + 6);
    const last = cards.at(-1) as Element;
    const whole = found(() => facebook.read(cards[0] as Element, page));
    expect(whole).toBeGreaterThan(0);
    return [whole, found(() => facebook.read(last, page))];
  };
  expect(cost(1000)).toEqual(cost(10));
});
