import { afterEach, expect, test, vi } from 'vitest';
import { ptt } from '../../../lib/sites/ptt.ts';
import article from '../../fixtures/ptt/article.html?raw';
import { healthOf, type Opened, open, readAll, reviewsOf } from './ptt-page.ts';

const ARTICLE = '/bbs/facelift/M.1790000000.A.1AB.html';
afterEach(() => vi.restoreAllMocks());

const pushHtml = (user: string, text: string, date: string, tag = '推'): string =>
  `<div class="push"><span class="hl push-tag">${tag} </span><span class="f3 hl push-userid">${user}</span><span class="f3 push-content">: ${text}</span><span class="push-ipdatetime"> ${date}\n</span></div>`;

/** An article with `count` pushes of as many people. */
function long(count: number): Opened {
  return open(article, ARTICLE, (document) => {
    for (const push of document.querySelectorAll('.push')) push.remove();
    const html = Array.from({ length: count }, (_, i) => pushHtml(`user${i}`, `第 ${i} 推`, '09/23 10:00')).join('');
    document.querySelector('#main-content')?.insertAdjacentHTML('beforeend', html);
  });
}

/** What the site's auto-update does: a container of new pushes at the end. */
function append(document: Document, html: string): Element {
  const box = document.createElement('div');
  box.className = 'new-push';
  box.innerHTML = html;
  document.querySelector('#main-content')?.append(box);
  return box;
}

/** Steps from node to node and looks into nodes, while `work` runs. */
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
  for (const name of ['firstElementChild', 'nextElementSibling', 'classList']) tap(Element.prototype, name);
  work();
  vi.restoreAllMocks();
  return count;
}

test('ten pushes more cost as much on 5,000 as on 50', () => {
  const cost = (count: number): number => {
    const opened = long(count);
    expect(readAll(opened).length).toBeGreaterThan(count);
    const box = append(
      opened.document,
      Array.from({ length: 10 }, (_, i) => pushHtml(`new${i}`, '新推文', '09/24 10:00')).join(''),
    );
    let read = 0;
    const cost = visits(() => {
      for (const card of ptt.cards(box, opened.page)) read += ptt.read(card, opened.page).length;
    });
    expect(read).toBe(10);
    return cost;
  };
  const [few, many] = [cost(50), cost(5000)];
  expect(few).toBeGreaterThan(20);
  expect(many).toBe(few);
});

test('reading again what has not changed goes through no nodes but the cards’ own', () => {
  const opened = long(500);
  readAll(opened);
  const cards = ptt.cards(opened.document, opened.page);
  expect(visits(() => ptt.cards(opened.document, opened.page))).toBeLessThan(20);
  expect(visits(() => ptt.read(cards[400]!, opened.page))).toBeLessThan(20);
});

test('pushes that arrive go on with floors, years and a sentence that was not finished', () => {
  const opened = open(article, ARTICLE);
  const before = reviewsOf(opened);
  const box = append(
    opened.document,
    pushHtml('mintleaf77', '補充一句', '09/22 12:51', '→') +
      pushHtml('newyear', '新年快樂', '01/02 09:00') +
      '作者的新補充\n' +
      pushHtml('after', '推', '01/02 09:05'),
  );
  const touched = ptt.cards(box, opened.page);
  expect(touched.map((card) => ptt.read(card, opened.page)[0]?.review)).toMatchObject([
    { author: { id: 'mintleaf77' }, floors: [20, 21], text: '處理得不錯啊\n補充一句' },
    { author: { id: 'newyear' }, floors: [22], postedAt: { iso: null } },
    { author: { id: 'after' }, floors: [23] },
  ]);
  // A container of cards is part of none; a push in it leads to its group.
  expect(ptt.cardOf(box, opened.page)).toBeNull();
  expect(ptt.cardOf(box.children[0]!, opened.page)).toBe(touched[0]);
  const after = reviewsOf(opened);
  expect(after.map(({ id }) => id).slice(0, before.length)).toEqual(before.map(({ id }) => id));
  expect(after.filter(({ text }) => text === '作者的新補充').map(({ author }) => author.id)).toEqual(['cherry0325']);
  expect(after[0]?.counts).toEqual({ push: 10, boo: 2, neutral: 10, comments: 22 });
  expect(healthOf(opened).status).toBe('ok');
});

test('the same pushes give the same records, come they at once or one by one', () => {
  const whole = open(article, ARTICLE);
  const pieces = open(article, ARTICLE, (document) => {
    const main = document.querySelector('#main-content');
    const last = [...(main?.childNodes ?? [])].slice(-8);
    for (const node of last) node.remove();
    Object.assign(document, { later: last });
  });
  readAll(pieces);
  const main = pieces.document.querySelector('#main-content');
  for (const node of (pieces.document as Document & { later: Node[] }).later) {
    main?.append(node);
    readAll(pieces);
  }
  expect(reviewsOf(pieces)).toEqual(reviewsOf(whole));
});

test('a page rewritten in its middle is read afresh', () => {
  const opened = open(article, ARTICLE);
  const [, , second] = ptt.cards(opened.document, opened.page);
  const content = second!.querySelector('.push-content')!;
  content.textContent = ': 改寫過的內容';
  expect(ptt.read(second!, opened.page)[0]?.review.text).toMatch(/^改寫過的內容/);
  opened.document.querySelector('.push')!.remove();
  expect(reviewsOf(opened)[1]?.text).toBe('後來都改用 LINE 約');
});

test('our own chip in a line changes nothing that is read', () => {
  const opened = open(article, ARTICLE);
  const before = reviewsOf(opened);
  for (const card of ptt.cards(opened.document, opened.page)) {
    const place = ptt.chipPlace(card, 'x', opened.page)!;
    place.parent.insertBefore(opened.document.createElement('replywell-chip'), place.before);
  }
  expect(reviewsOf(opened)).toEqual(before);
});
