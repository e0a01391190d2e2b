import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { Review } from '../../../lib/contract/index.ts';
import { dcard } from '../../../lib/sites/dcard.ts';
import { adapterFor } from '../../../lib/sites/registry.ts';
import gate from '../../fixtures/dcard/gate.html?raw';
import list from '../../fixtures/dcard/list.html?raw';
import post from '../../fixtures/dcard/post.html?raw';
import english from '../../fixtures/dcard/post-en.html?raw';
import overList from '../../fixtures/dcard/post-over-list.html?raw';
import withBox from '../../fixtures/dcard/post-with-box.html?raw';
import { healthOf, type Opened, open, readAll, reviewsOf } from './dcard-page.ts';

const POST = '/f/makeup/p/260000001';
const HREF = `https://www.dcard.tw${POST}`;
const key = (n: number): string => `c${String(n).padStart(7, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const cardOf = ({ document }: Opened, n: number): Element => document.querySelector(`[data-key="comment-${key(n)}"]`)!;

test('the site is known by its address', () => {
  expect(adapterFor(new URL(HREF))).toBe(dcard);
});

describe('page kinds', () => {
  test.each([
    [POST, post, 'post', 'makeup'],
    [`${POST}/b/12?cid=1`, post, 'post', 'makeup'],
    ['/f/makeup', list, 'list', 'makeup'],
    ['/f/makeup?tab=latest', list, 'list', 'makeup'],
    ['/f', list, 'list', null],
    [POST, gate, 'leave-alone', null],
    ['/', list, 'leave-alone', null],
    ['/search?query=%E5%BE%AE%E5%85%89', list, 'leave-alone', null],
    ['/new-post', list, 'leave-alone', null],
    ['/login', list, 'leave-alone', null],
    ['/@wei_smile', list, 'leave-alone', null],
    ['/something/else', list, 'unknown', null],
  ])('%s', (path, html, kind, forum) => {
    const { page } = open(html, path);
    expect(page.kind).toBe(kind);
    expect(page.place?.id ?? null).toBe(forum);
  });

  test('Cloudflare’s page holds nothing and is not called broken', () => {
    const opened = open(gate, POST);
    expect(readAll(opened)).toEqual([]);
    expect(healthOf(opened)).toEqual({ status: 'not-applicable', problems: [] });
  });
});

describe('a post with comments', () => {
  const opened = open(post, POST);
  const reviews = reviewsOf(opened);
  const byId = (n: number) => reviews.find(({ id }) => id === key(n));

  test('is read in whole, and every record is of the shape', () => {
    expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
    expect(z.array(Review).safeParse(reviews).success).toBe(true);
    expect(reviews.map(({ id }) => id)).toEqual(['260000001', ...[12, 1, 2, 21, 3, 4, 5, 6, 7].map(key)]);
  });

  test('post', () => {
    expect(reviews[0]).toEqual({
      site: 'dcard',
      kind: 'post',
      id: '260000001',
      parent: null,
      url: HREF,
      place: { id: 'makeup', name: '美妝' },
      title: '微光牙醫診所 隱形矯正諮詢心得',
      author: { id: null, name: '國立臺灣師範大學', url: null, badges: [] },
      text: '上個月在微光牙醫診所做隱形矯正的諮詢，想分享一下過程給大家參考。\n\n優點：\n・林子晴醫師解說很清楚\n・診間很乾淨 ✨\n\n缺點是櫃檯報價前後差了兩萬，問了三次才有人回答，\n最後還說「不做就算了」，聽了很不舒服 😢\n想請問有人也遇過嗎？可以參考 這篇',
      language: null,
      translated: false,
      collapsed: false,
      rating: null,
      recommends: null,
      postedAt: { shown: '9 月 21 日 20:30', iso: '2026-09-21T12:30:45.120Z', precision: 'minute' },
      edited: true,
      counts: { likes: 128, comments: 14 },
      floor: null,
      ip: null,
      country: null,
      photos: 1,
      ownerReply: null,
      relevance: null,
    });
  });

  test('a comment; its floor is read, not counted', () => {
    expect(reviews[1]).toEqual({
      site: 'dcard',
      kind: 'comment',
      id: key(12),
      parent: '260000001',
      url: `${HREF}/b/12`,
      place: { id: 'makeup', name: '美妝' },
      title: null,
      author: { id: null, name: '匿名', url: null, badges: [] },
      text: '這間就是騙錢，櫃檯態度像垃圾一樣\n我要去衛生局檢舉',
      language: null,
      translated: false,
      collapsed: false,
      rating: null,
      recommends: null,
      postedAt: { shown: '9 月 22 日 11:10', iso: '2026-09-22T03:10:00.000Z', precision: 'minute' },
      edited: null,
      counts: { likes: 56 },
      floor: 12,
      ip: null,
      country: null,
      photos: 0,
      ownerReply: null,
      relevance: null,
    });
  });

  test('authors: school and department, 卡稱 with its page, badges', () => {
    expect(byId(1)?.author.name).toBe('國立中山大學 企業管理學系');
    expect(byId(2)?.author).toEqual({
      id: 'wei_smile',
      name: '小微',
      url: 'https://www.dcard.tw/@wei_smile',
      badges: [],
    });
    expect(byId(4)).toMatchObject({ author: { name: '國立臺灣師範大學', badges: ['原 PO'] }, edited: true });
    expect(byId(5)?.author.badges).toEqual(['可疑帳號']);
  });

  test('mentions are left as they are, even where they are the whole text', () => {
    expect(byId(2)).toMatchObject({
      floor: 2,
      text: 'B1 我也覺得，而且回診都不用等\n價格可以先打 02-5550-1234 問清楚',
    });
    expect(byId(6)).toMatchObject({ floor: 6, text: 'B4', counts: {} });
  });

  test('a reply names its comment and is no part of it', () => {
    expect(byId(21)).toMatchObject({
      parent: key(2),
      floor: null,
      text: '謝謝你！我再打去問看看',
      counts: { likes: 2 },
    });
    expect(byId(2)?.text).not.toContain('謝謝你');
  });

  test('a reply in a list of its own finds its comment by the floor it shows', () => {
    const flat = open(post, POST, (document) => {
      const reply = document.querySelector(`[data-key="comment-${key(21)}"]`)!;
      document.querySelector('main section')!.append(reply);
    });
    expect(reviewsOf(flat).at(-1)).toMatchObject({ id: key(21), parent: key(2) });
  });

  test('a deleted comment keeps its place, without author and likes', () => {
    expect(byId(3)).toMatchObject({
      author: { id: null, name: '', url: null, badges: ['已刪除'] },
      text: '',
      counts: {},
      floor: 3,
      photos: 0,
    });
  });

  test('a picture alone is a comment too; ads and other posts are none', () => {
    expect(byId(7)).toMatchObject({ text: '', photos: 1, counts: { likes: 1 } });
    expect(reviews.length).toBe(10);
  });

  test('from any node to its card', () => {
    const { document, page } = opened;
    const article = document.querySelector('main article')!;
    expect(dcard.cardOf(cardOf(opened, 21).querySelector('time')!, page)).toBe(cardOf(opened, 21));
    expect(dcard.cardOf(cardOf(opened, 2).querySelector('time')!, page)).toBe(cardOf(opened, 2));
    expect(dcard.cardOf(document.querySelector('h1')!, page)).toBe(article);
    expect(dcard.cardOf(document.querySelector('main section')!, page)).toBeNull();
    expect(dcard.cardOf(document.querySelector('aside article')!, page)).toBeNull();
    for (const card of dcard.cards(document, page)) {
      expect(dcard.cardOf(card, page)).toBe(card);
      expect(dcard.outline(card, 'x', page)).toBe(card);
      expect(dcard.expandButton(card, page)).toBeNull();
      const place = dcard.chipPlace(card, 'x', page);
      expect(card.contains(place!.parent)).toBe(true);
    }
  });
});

test('a post opened over the list: the topmost dialog with a post counts, the login wall does not', () => {
  const opened = open(overList, '/f/makeup/p/260000005');
  expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
  expect(reviewsOf(opened).map(({ kind, author, text, counts }) => [kind, author.name, text, counts])).toEqual([
    ['post', '牙痛星人', '訂了三次都說額滿，\n打電話也沒人接…', { likes: 19, comments: 2 }],
    ['comment', '國立成功大學', '他們的客服到底在幹嘛，再不處理我就去診所堵人', { likes: 5 }],
    ['comment', '匿名', '冷靜一點啦', {}],
  ]);
  const behind = opened.document.querySelector('main [data-key]')!;
  expect(dcard.cards(behind, opened.page)).toEqual([]);
  expect(dcard.cardOf(behind, opened.page)).toBeNull();
});

test('the English page', () => {
  const opened = open(english, '/f/makeup/p/260000009');
  expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
  expect(opened.page.language).toBe('en');
  const [first, ...comments] = reviewsOf(opened);
  expect(first).toMatchObject({
    author: { name: 'National Taiwan University' },
    text: 'They quoted me two different prices.\nHas anyone had the same?',
    collapsed: true,
    counts: { likes: 9, comments: 3 },
  });
  const [card] = dcard.cards(opened.document, opened.page);
  expect(dcard.expandButton(card!, opened.page)?.textContent).toBe('See more');
  expect(comments.map(({ author, text, floor, edited }) => [author.name, author.badges, text, floor, edited])).toEqual([
    ['Anonymous', [], 'Dr. Lin was very patient with me.', 1, true],
    ['National Taiwan University', ['OP'], 'Thanks! Good to know.', 2, null],
    ['', ['已刪除'], '', 3, null],
  ]);
});

test('a forum’s list', () => {
  const opened = open(list, '/f/makeup');
  expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
  const reviews = reviewsOf(opened);
  expect(z.array(Review).safeParse(reviews).success).toBe(true);
  expect(reviews[0]).toMatchObject({
    kind: 'item',
    id: 'item/260000001',
    url: HREF,
    title: '微光牙醫診所 隱形矯正諮詢心得',
    author: { name: '國立臺灣師範大學' },
    text: '上個月在微光牙醫診所做隱形矯正的諮詢，想分享一下過程…',
    collapsed: true,
    place: { id: 'makeup', name: '美妝' },
    postedAt: { shown: '9 月 21 日', iso: '2026-09-21T12:30:45.120Z', precision: 'minute' },
    counts: { likes: 128 },
  });
  expect(reviews.map(({ title }) => title)).toEqual([
    '微光牙醫診所 隱形矯正諮詢心得',
    '敏感肌卸妝推薦',
    '牙齒美白貼片有用嗎',
  ]);
});

describe('anchors that are gone', () => {
  const dekey = (every: number) => (document: Document) =>
    [...document.querySelectorAll('[data-key^="comment-"]')].forEach((element, i) => {
      if (i % every === 0) element.removeAttribute('data-key');
    });
  const both = (one: (document: Document) => void, two: (document: Document) => void) => (document: Document) => {
    one(document);
    two(document);
  };
  const replaceTag = (selector: string, tag: string) => (document: Document) => {
    for (const element of document.querySelectorAll(selector)) {
      const other = document.createElement(tag);
      other.append(...element.childNodes);
      element.replaceWith(other);
    }
  };
  test.each([
    ['comment keys', dekey(1)],
    ['every second comment key', dekey(2)],
    ['times', replaceTag('time', 'span')],
    ['comment keys and times', both(dekey(1), replaceTag('time', 'span'))],
    ['the article', replaceTag('main > article', 'div')],
    ['the heading', replaceTag('h1', 'div')],
    ['main and article', both(replaceTag('article', 'div'), replaceTag('main', 'div'))],
    ['all', (document: Document) => document.querySelector('#__next')?.remove()],
  ])('%s: broken', (_, change) => {
    const health = healthOf(open(post, POST, change));
    expect(health.status).toBe('broken');
    expect(health.problems.length).toBeGreaterThan(0);
  });

  test('classes are not used at all', () => {
    const bare = open(post, POST, (document) => {
      for (const element of document.querySelectorAll('[class]')) element.removeAttribute('class');
    });
    expect(reviewsOf(bare)).toEqual(reviewsOf(open(post, POST)));
  });

  test('a list without its keys', () => {
    const opened = open(list, '/f/makeup', (document) => {
      for (const element of document.querySelectorAll('[data-key]')) element.removeAttribute('data-key');
    });
    expect(healthOf(opened).status).toBe('broken');
  });

  test('a time as it stood until 2022 is read and noted', () => {
    const opened = open(post, POST, (document) => {
      for (const time of document.querySelectorAll('[data-key] time')) {
        const span = document.createElement('span');
        span.title = '2026-09-22T03:10:00.000Z';
        span.textContent = time.textContent;
        time.replaceWith(span);
      }
    });
    expect(healthOf(opened).status).toBe('degraded');
    expect(reviewsOf(opened)[1]?.postedAt.iso).toBe('2026-09-22T03:10:00.000Z');
  });
});

describe('the reply box', () => {
  afterEach(() => document.querySelector('#host')?.remove());
  /** In the live document, so that something can have the focus. */
  const live = (html: string): Opened => {
    const host = document.createElement('div');
    host.id = 'host';
    host.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
    document.body.append(host);
    const url = new URL(HREF);
    return { document, page: { ...dcard.detect(document, url), url, document, now: 0 } };
  };

  test('none until it is open', () => {
    const opened = open(post, POST);
    expect(dcard.replyBox?.(opened.document, null, '260000001', opened.page)).toBeNull();
  });

  test('the editor, with the name that would stand over the reply', () => {
    const opened = open(withBox, POST);
    const box = dcard.replyBox?.(opened.document, null, '260000001', opened.page);
    expect(box?.element.getAttribute('data-lexical-editor')).toBe('true');
    expect(box).toMatchObject({ postsAs: '國立臺灣大學', maxLength: null, reviewId: null });
    expect(healthOf(opened).status).toBe('ok');
    expect(reviewsOf(opened)).toEqual(reviewsOf(open(post, POST)));
  });

  test('what has the focus goes first, and a box inside a comment answers that comment', () => {
    const opened = live(withBox);
    const card = cardOf(opened, 1);
    const area = document.createElement('textarea');
    area.maxLength = 500;
    card.append(area);
    expect(dcard.replyBox?.(document, null, key(1), opened.page)?.element.tagName).toBe('DIV');
    area.focus();
    expect(dcard.replyBox?.(document, card, key(1), opened.page)).toMatchObject({
      element: area,
      maxLength: 500,
      reviewId: key(1),
    });
    area.blur();
    expect(dcard.replyBox?.(document, card, key(1), opened.page)?.element).toBe(area);
  });

  test('a title field or a box behind the dialog is none', () => {
    const opened = open(overList, '/f/makeup/p/260000005', (document) => {
      document
        .querySelector('main')!
        .insertAdjacentHTML('beforeend', '<div contenteditable="true" role="textbox"></div>');
      document.querySelector('[role="dialog"]')!.insertAdjacentHTML('beforeend', '<textarea name="title"></textarea>');
    });
    expect(dcard.replyBox?.(opened.document, null, '260000005', opened.page)).toBeNull();
  });
});
