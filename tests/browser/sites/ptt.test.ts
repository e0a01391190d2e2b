import { describe, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { Review } from '../../../lib/contract/index.ts';
import { ptt } from '../../../lib/sites/ptt.ts';
import { adapterFor } from '../../../lib/sites/registry.ts';
import article from '../../fixtures/ptt/article.html?raw';
import cutOff from '../../fixtures/ptt/cut-off.html?raw';
import forwarded from '../../fixtures/ptt/forwarded.html?raw';
import index from '../../fixtures/ptt/index.html?raw';
import noHeader from '../../fixtures/ptt/no-header.html?raw';
import notFound from '../../fixtures/ptt/not-found.html?raw';
import over18 from '../../fixtures/ptt/over18.html?raw';
import search from '../../fixtures/ptt/search.html?raw';
import { healthOf, open, readAll, reviewsOf } from './ptt-page.ts';

const ARTICLE = '/bbs/facelift/M.1790000000.A.1AB.html';
const URL_OF = `https://www.ptt.cc${ARTICLE}`;
const POST = 'facelift/M.1790000000.A.1AB';
const TITLE = '[心得] 微光牙醫診所 陶瓷貼片兩個月的心得（雷）';

test('the site is known by its address', () => {
  expect(adapterFor(new URL(URL_OF))).toBe(ptt);
});

describe('page kinds', () => {
  test.each([
    [ARTICLE, article, 'article', 'facelift'],
    [`${ARTICLE}?from=feed`, article, 'article', 'facelift'],
    ['/bbs/facelift/G.1790000000.A.1AB.html', article, 'article', 'facelift'],
    ['/b/facelift/1gh_n-6h', article, 'article', 'facelift'],
    ['/bbs/facelift/index.html', index, 'list', 'facelift'],
    ['/bbs/facelift/index900.html', index, 'list', 'facelift'],
    ['/bbs/facelift/search?q=%E5%BE%AE%E5%85%89', search, 'list', 'facelift'],
    ['/ask/over18?from=%2Fbbs%2Ffacelift%2Findex.html', over18, 'leave-alone', null],
    [ARTICLE, over18, 'leave-alone', null],
    [ARTICLE, notFound, 'leave-alone', null],
    ['/bbs/index.html', index, 'leave-alone', null],
    ['/bbs/hotboards.html', index, 'leave-alone', null],
    ['/cls/1', index, 'leave-alone', null],
    ['/man/facelift/D123/M.1.A.html', article, 'leave-alone', null],
    ['/atom/facelift.xml', index, 'leave-alone', null],
    ['/poll/facelift/M.1790000000.A.1AB.html', article, 'leave-alone', null],
    ['/', index, 'leave-alone', null],
    ['/bbs/facelift/something-new', article, 'unknown', null],
  ])('%s', (path, html, kind, board) => {
    const { page } = open(html, path);
    expect(page.kind).toBe(kind);
    expect(page.place?.id ?? null).toBe(board);
    expect(page.language).toBe('zh-TW');
  });

  test('pages to leave alone hold nothing', () => {
    for (const html of [over18, notFound]) {
      const opened = open(html, ARTICLE);
      expect(readAll(opened)).toEqual([]);
      expect(healthOf(opened)).toEqual({ status: 'not-applicable', problems: [] });
    }
  });

  test('an article code without a canonical link gives the file name', () => {
    const { document, page } = open(article, '/b/facelift/1gh_n-6h', (it) =>
      it.querySelector('link[rel="canonical"]')?.remove(),
    );
    const [post] = ptt.cards(document, page);
    expect(ptt.read(post!, page)[0]?.review.id).toMatch(/^facelift\/M\.\d{10}\.A\.[0-9A-F]{3}$/);
  });
});

describe('an article', () => {
  const opened = open(article, ARTICLE);
  const reviews = reviewsOf(opened);
  const [post, ...comments] = reviews;
  const by = (author: string) => comments.filter((review) => review.author.id === author);

  test('is read in whole, and every record is of the shape', () => {
    expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
    expect(z.array(Review).safeParse(reviews).success).toBe(true);
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(reviews.length);
  });

  test('post', () => {
    expect(post).toEqual({
      site: 'ptt',
      kind: 'post',
      id: POST,
      parent: null,
      url: URL_OF,
      place: { id: 'facelift', name: 'facelift' },
      title: TITLE,
      author: { id: 'cherry0325', name: '小櫻桃', url: null, badges: [] },
      text: `大家好，第一次在這裡發文，排版不好請見諒。

今年七月在微光牙醫診所做了六顆陶瓷貼片，主治是林子晴醫師，總共十二萬。

術前櫃檯說「包到好」，結果第三週右邊門牙那片就掉了，
打 02-5550-1234 打了四天都沒人接，最後是直接跑去現場才排到時間。

: 櫃檯當時的原話是：掉了免費重黏
: 現場卻說要再收 3000 材料費

我不是說醫師技術差，黏上去的其他五片到現在都還好，
但是前後說法不一樣、又一直聯絡不到人，真的很傷。

照片：
https://photo.example/veneer1.jpg

想請問板上有一樣經驗的人，後來都怎麼處理？`,
      language: null,
      translated: false,
      collapsed: false,
      rating: null,
      recommends: null,
      postedAt: { shown: 'Mon Sep 21 22:13:20 2026', iso: '2026-09-21T14:13:00.000Z', precision: 'minute' },
      edited: true,
      counts: { push: 8, boo: 2, neutral: 9, comments: 19 },
      floor: null,
      ip: '203.0.113.25',
      country: '臺灣',
      photos: 1,
      ownerReply: null,
      relevance: null,
    });
  });

  test('a push', () => {
    expect(by('gossipcat')).toEqual([
      {
        site: 'ptt',
        kind: 'comment',
        id: expect.stringMatching(/^facelift\/M\.1790000000\.A\.1AB#gossipcat\.09212247\.\w+$/),
        parent: POST,
        url: URL_OF,
        place: { id: 'facelift', name: 'facelift' },
        title: null,
        author: { id: 'gossipcat', name: 'gossipcat', url: null, badges: [] },
        text: '聽我朋友說那邊的器械沒有每個客人都消毒，不知道真的假的',
        language: null,
        translated: false,
        collapsed: false,
        rating: null,
        recommends: null,
        postedAt: { shown: '09/21 22:47', iso: '2026-09-21T14:47:00.000Z', precision: 'minute' },
        edited: false,
        counts: { push: 1 },
        floor: 10,
        floors: [10],
        ip: null,
        country: null,
        photos: 0,
        ownerReply: null,
        relevance: null,
      },
    ]);
  });

  test('one person’s consecutive pushes are one comment', () => {
    expect(
      comments.filter(({ floors }) => floors).map(({ author, floors, counts }) => [author.id, floors, counts]),
    ).toEqual([
      ['mintleaf77', [1, 2], { push: 1 }],
      ['dentfan', [3, 4, 5], { push: 1 }],
      ['angrybear9', [6], { boo: 1 }],
      ['cherry0325', [7], { neutral: 1 }],
      ['angrybear9', [8], { neutral: 1 }],
      // A moderator took floor 9.
      ['gossipcat', [10], { push: 1 }],
      ['rage4real', [11], { boo: 1 }],
      ['longtalker', [12, 13, 14], { push: 1 }],
      ['AutoGiveP', [15], { neutral: 1 }],
      ['mailme', [16], { push: 1 }],
      ['photoguy', [17, 18], { push: 1 }],
      ['mintleaf77', [19], { push: 1 }],
      ['mintleaf77', [20], { push: 1 }],
    ]);
    expect(by('longtalker')[0]?.text).toBe(
      '我在微光做過三次，前兩次都很好，第三次換成另一位陳柏宇醫師，說話比較快但是有問必答，做完隔天還有打電話來關心，所以我覺得跟醫師的風格有關，不能一竿子打翻一船人',
    );
    expect(by('mintleaf77')[0]?.text).toBe('我也是微光的病人，電話真的很難打\n後來都改用 LINE 約');
  });

  test('the author’s words between pushes are the author’s comments, without the site’s lines', () => {
    const replies = comments.filter(({ floors }) => !floors);
    expect(
      replies.map(({ id, parent, author, text, postedAt, floor }) => ({ id, parent, author, text, postedAt, floor })),
    ).toEqual([
      {
        id: `${by('dentfan')[0]?.id}/re`,
        parent: POST,
        author: { id: 'cherry0325', name: '小櫻桃', url: null, badges: [] },
        text: '回 dentfan：收據都有留，諮詢單上沒有寫材料費，\n明天會再打一次電話。',
        postedAt: { shown: '', iso: null, precision: 'unknown' },
        floor: null,
      },
      {
        id: `${by('mailme')[0]?.id}/re`,
        parent: POST,
        author: { id: 'cherry0325', name: '小櫻桃', url: null, badges: [] },
        text: '更新：今天診所主動來電，約了週五下午免費重黏，之前是電話系統壞掉。\n另外轉貼網友傳給我的另一篇：\n\n: 推 oldpush1: 這裡是別篇的推文，不是這篇的   08/01 10:00\n推 oldpush2: 貼上來的純文字推文 08/01 10:05\n\n謝謝大家。',
        postedAt: { shown: '', iso: null, precision: 'unknown' },
        floor: null,
      },
    ]);
    expect(replies.map(({ id }) => reviews.findIndex((review) => review.id === id) - 1)).toEqual([2, 11]);
  });

  test('a hidden e-mail address is decoded, a preview belongs to its push', () => {
    expect(by('mailme')[0]?.text).toBe('診所客服信箱是 help@weiguang.example 可以寫信');
    expect(by('photoguy')[0]?.photos).toBe(1);
    expect(by('photoguy')[0]?.text).toBe('我的也掉過，附圖 https://photo.example/fix.jpg\n給你參考');
  });

  test('where chips and outlines go', () => {
    const { document, page } = opened;
    const [main, first] = ptt.cards(document, page);
    expect(ptt.outline(main!, POST, page).textContent).toBe(`標題${TITLE}`);
    expect(ptt.chipPlace(main!, POST, page)?.parent.textContent).toBe(`標題${TITLE}`);
    const place = ptt.chipPlace(first!, by('mintleaf77')[0]!.id, page);
    expect(place?.parent).toBe(first);
    expect(place).toMatchObject({ before: first!.firstChild, gutter: true });
    const reply = reviews.find(({ id }) => id.endsWith('/re'));
    const group = ptt
      .cards(document, page)
      .find((card) => ptt.read(card, page).some(({ review }) => review.id === reply?.id));
    expect(ptt.chipPlace(group!, reply!.id, page)?.before?.nodeValue).toContain(reply!.text.slice(0, 8));
    expect(ptt.expandButton(first!, page)).toBeNull();
    expect(ptt.replyBox).toBeUndefined();
  });

  test('from any node to its card', () => {
    const { document, page } = opened;
    const heads = ptt.cards(document, page);
    const pushes = [...document.querySelectorAll('.push')];
    expect(ptt.cardOf(pushes[1]!.querySelector('.push-content')!, page)).toBe(pushes[0]);
    expect(ptt.cardOf(document.querySelector('.article-meta-value')!, page)).toBe(heads[0]);
    expect(ptt.cardOf(document.querySelector('#topbar')!, page)).toBeNull();
    const previews = document.querySelectorAll('.richcontent');
    expect(ptt.cardOf(previews[0]!, page)).toBe(heads[0]);
    expect(ptt.cardOf(previews[1]!.querySelector('img')!, page)?.textContent).toContain('photoguy');
    for (const card of heads) expect(ptt.cardOf(card, page)).toBe(card);
  });
});

test('an article without header lines, on a board that shows IPs and aligns ids, over New Year', () => {
  const opened = open(noHeader, '/bbs/Doctor-Info/M.1767193200.A.0F1.html');
  const [post, ...comments] = reviewsOf(opened);
  expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
  expect(post).toMatchObject({
    id: 'Doctor-Info/M.1767193200.A.0F1',
    title: '[問題] 微光牙醫的夜間門診',
    author: { id: 'OLDMOLAR', name: '臼齒' },
    text: '請問跨年夜微光牙醫有看診嗎？智齒痛到睡不著。',
    postedAt: { shown: 'Wed Dec 31 23:00:00 2025', iso: '2025-12-31T15:00:00.000Z', precision: 'minute' },
    edited: false,
    ip: '198.51.100.7',
    country: null,
    photos: 0,
    counts: { push: 4, boo: 1, neutral: 1, comments: 6 },
  });
  expect(comments.map(({ author, text, floors, ip, postedAt }) => [author.id, text, floors, ip, postedAt])).toEqual([
    [
      'nightowl',
      '有，開到九點，可是今天只有陳柏宇醫師一個人',
      [1, 2],
      '198.51.100.20',
      { shown: '12/31 23:58', iso: '2025-12-31T15:58:00.000Z', precision: 'minute' },
    ],
    [
      'timetravel',
      '系統時間怪怪的',
      [3],
      '198.51.100.21',
      { shown: '12/31 23:59', iso: '2025-12-31T15:59:00.000Z', precision: 'minute' },
    ],
    ['brokenclock', '日期壞掉', [4], '198.51.100.22', { shown: '03/32 03:24', iso: null, precision: 'unknown' }],
    [
      'lateone',
      '過了半年再看一次',
      [5],
      '198.51.100.23',
      { shown: '07/04', iso: '2026-07-03T16:00:00.000Z', precision: 'day' },
    ],
    ['quiet', '', [6], '198.51.100.24', { shown: '07/05 09:00', iso: '2026-07-05T01:00:00.000Z', precision: 'minute' }],
  ]);
});

test('a file over 150 KB: the box is no push, and no floor below it is known', () => {
  const opened = open(cutOff, '/bbs/BeautySalon/M.1780000000.A.C07.html');
  const [post, ...comments] = reviewsOf(opened);
  expect(healthOf(opened).status).toBe('ok');
  expect(post).toMatchObject({ collapsed: false, edited: null, counts: { push: 5, boo: 1, neutral: 1, comments: 7 } });
  expect(comments.map(({ author, floor, floors }) => [author.id, floor, floors])).toEqual([
    ['early1', 1, [1]],
    ['early2', 2, [2]],
    ['early3', 3, [3]],
    ['early4', 4, [4]],
    ['late1', null, undefined],
    ['late2', null, undefined],
  ]);
});

test('a forwarded article: the pushes it brought along are its text, not comments', () => {
  const opened = open(forwarded, '/bbs/BeautySalon/M.1790050000.A.F0D.html');
  const [post, ...comments] = reviewsOf(opened);
  expect(healthOf(opened).status).toBe('ok');
  expect(post).toMatchObject({
    title: 'Fw: [心得] 微光牙醫診所 洗牙流血',
    author: { id: 'sharer66', name: '分享王' },
    ip: '203.0.113.66',
    country: '臺灣',
    counts: { push: 2, boo: 0, neutral: 0, comments: 2 },
  });
  expect(post?.text).toContain('作者: firsthand (小白牙) 看板: Teeth_Salon');
  expect(post?.text).toContain('噓 origpush2: 原串的噓文 09/20 19:00');
  expect(post?.text.endsWith('轉過來給大家參考，我自己也有遇到。')).toBe(true);
  expect(post?.text).not.toMatch(/發信站|文章網址|轉錄者/);
  expect(comments.map(({ author, floors }) => [author.id, floors])).toEqual([
    ['readerA', [1]],
    ['readerB', [2]],
  ]);
});

test('a footer pasted among the pushes does not hide those before it', () => {
  const opened = open(article, ARTICLE, (document) => {
    const pasted = document.createElement('span');
    pasted.className = 'f2';
    pasted.textContent =
      '※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 192.0.2.1 (月球)\n※ 文章網址: https://www.ptt.cc/bbs/joke/M.1700000000.A.123.html\n';
    document.querySelectorAll('.push')[10]!.after(pasted);
  });
  const [post, ...comments] = reviewsOf(opened);
  expect(post?.ip).toBe('203.0.113.25');
  expect(comments.flatMap(({ floors }) => floors ?? []).length).toBe(19);
});

test('a list', () => {
  const opened = open(index, '/bbs/facelift/index.html');
  const reviews = reviewsOf(opened);
  expect(healthOf(opened)).toEqual({ status: 'ok', problems: [] });
  expect(z.array(Review).safeParse(reviews).success).toBe(true);
  expect(reviews[0]).toEqual({
    site: 'ptt',
    kind: 'item',
    id: 'item/facelift/M.1790000000.A.1AB',
    parent: null,
    url: URL_OF,
    place: { id: 'facelift', name: 'facelift' },
    title: TITLE,
    author: { id: 'cherry0325', name: 'cherry0325', url: null, badges: [] },
    text: '',
    language: null,
    translated: false,
    collapsed: false,
    rating: null,
    recommends: null,
    postedAt: { shown: '9/21', iso: '2026-09-21T14:13:20.000Z', precision: 'minute' },
    edited: null,
    counts: { likes: 100 },
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: null,
  });
  expect(
    reviews.map(({ author, counts, url, postedAt }) => [author.id, counts, url !== null, postedAt.iso?.slice(0, 10)]),
  ).toEqual([
    ['cherry0325', { likes: 100 }, true, '2026-09-21'],
    ['dentfan', { likes: 23 }, true, '2026-09-22'],
    ['quietone', {}, true, '2026-09-22'],
    ['gonegirl', { likes: 5 }, false, undefined],
    ['rage4real', { likes: -30 }, true, '2026-09-22'],
    ['spam0001', {}, false, undefined],
    ['facemod', {}, true, '2025-12-30'],
  ]);
  expect(reviews[3]).toMatchObject({ title: '(本文已被刪除) [gonegirl]', author: { badges: ['已刪除'] } });
});

test('a search', () => {
  const opened = open(search, '/bbs/facelift/search?q=%E5%BE%AE%E5%85%89');
  expect(healthOf(opened).status).toBe('ok');
  expect(reviewsOf(opened).map(({ title }) => title)).toEqual([`Re: ${TITLE}`, TITLE]);
});
