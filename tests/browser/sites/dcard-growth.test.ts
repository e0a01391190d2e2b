import { afterEach, expect, test, vi } from 'vitest';
import { dcard } from '../../../lib/sites/dcard.ts';
import post from '../../fixtures/dcard/post.html?raw';
import overList from '../../fixtures/dcard/post-over-list.html?raw';
import { healthOf, type Opened, open, readAll, reviewsOf } from './dcard-page.ts';

const POST = '/f/makeup/p/260000001';
afterEach(() => vi.restoreAllMocks());

const comment = (n: number): string =>
  `<div data-key="comment-x${n}"><div><img src="" alt=""><span>國立中興大學</span></div><div><span>B${n}</span><span>・</span><time datetime="2026-09-23T02:00:00.000Z">9 月 23 日</time></div><div>第 ${n} 則留言<br>第二行</div><div><button aria-label="喜歡">${n}</button><button>回覆</button></div></div>`;

function long(count: number, html: string, section: string): Opened {
  return open(html, POST, (document) => {
    for (const element of document.querySelectorAll('[data-key^="comment-"]')) element.remove();
    document
      .querySelector(section)!
      .insertAdjacentHTML('beforeend', Array.from({ length: count }, (_, i) => comment(i + 1)).join(''));
  });
}

/** Steps from node to node, while `work` runs. */
function visits(work: () => void): number {
  let count = 0;
  const tap = (prototype: object, name: string): void => {
    const original = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    if (!original) throw new Error(`${name} is no getter`);
    vi.spyOn(prototype as never, name as never, 'get').mockImplementation(function (this: unknown) {
      count++;
      return original.call(this) as never;
    } as never);
  };
  for (const name of ['nextSibling', 'firstChild', 'textContent', 'nodeValue']) tap(Node.prototype, name);
  for (const name of ['firstElementChild', 'nextElementSibling', 'previousElementSibling'])
    tap(Element.prototype, name);
  work();
  vi.restoreAllMocks();
  return count;
}

test.each([
  ['on its own page', post, 'main section'],
  ['in a dialog', overList, '[role="dialog"] section'],
])('ten comments more cost as much on 2,000 as on 20 (%s)', (_, html, section) => {
  const cost = (count: number): number => {
    const opened = long(count, html, section);
    expect(readAll(opened).length).toBe(count + 1);
    const list = opened.document.querySelector(section)!;
    list.insertAdjacentHTML('beforeend', Array.from({ length: 10 }, (_, i) => comment(count + i + 1)).join(''));
    const added = [...list.children].slice(-10);
    let read = 0;
    const seen = visits(() => {
      expect(dcard.cardOf(list, opened.page)).toBeNull();
      for (const root of added)
        for (const card of dcard.cards(root, opened.page)) read += dcard.read(card, opened.page).length;
    });
    expect(read).toBe(10);
    return seen;
  };
  const few = cost(20);
  expect(few).toBeGreaterThan(100);
  expect(cost(2000)).toBe(few);
});

test('a card that the site recycles is the review that stands in it now', () => {
  const opened = long(3, post, 'main section');
  const card = opened.document.querySelector('[data-key="comment-x2"]')!;
  expect(dcard.read(card, opened.page)[0]?.review).toMatchObject({ id: 'x2', floor: 2 });
  const other = new DOMParser().parseFromString(comment(9), 'text/html').body.firstElementChild!;
  card.setAttribute('data-key', 'comment-x9');
  card.replaceChildren(...other.childNodes);
  expect(dcard.read(card, opened.page)[0]?.review).toMatchObject({ id: 'x9', floor: 9, text: '第 9 則留言\n第二行' });
});

test('comments that go while scrolling do not make the page broken', () => {
  const opened = long(30, post, 'main section');
  for (const card of [...opened.document.querySelectorAll('[data-key^="comment-"]')].slice(0, 25)) card.remove();
  expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
});

test('markup in words stays words; odd signs and very long texts are kept', () => {
  const hard = `<script>alert(1)</script>\u200b\u202e微光\u202c ${'長'.repeat(1_000_000)}`;
  const opened = open(post, POST, (document) => {
    document.querySelector('[data-key^="comment-"] > div:nth-child(3)')!.textContent = hard;
  });
  expect(reviewsOf(opened)[1]?.text).toBe(hard);
});

test('our own chip in a card changes nothing that is read', () => {
  const opened = open(post, POST);
  const before = reviewsOf(opened);
  for (const card of dcard.cards(opened.document, opened.page)) {
    const place = dcard.chipPlace(card, 'x', opened.page)!;
    place.parent.insertBefore(opened.document.createElement('replywell-chip'), place.before);
  }
  expect(reviewsOf(opened)).toEqual(before);
});
