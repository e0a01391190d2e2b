import { afterEach, describe, expect, test } from 'vitest';
import type { Review } from '../../../lib/contract/index.ts';
import { facebook } from '../../../lib/sites/facebook.ts';
import composers from '../../fixtures/facebook/composers.html?raw';
import groupEn from '../../fixtures/facebook/group.en.html?raw';
import groupZh from '../../fixtures/facebook/group.zh-TW.html?raw';
import plugin from '../../fixtures/facebook/plugin.html?raw';
import postEn from '../../fixtures/facebook/post.en.html?raw';
import postZh from '../../fixtures/facebook/post.zh-TW.html?raw';
import reviewsEn from '../../fixtures/facebook/reviews.en.html?raw';
import reviewsZh from '../../fixtures/facebook/reviews.zh-TW.html?raw';
import timelineEn from '../../fixtures/facebook/timeline.en.html?raw';
import timelineZh from '../../fixtures/facebook/timeline.zh-TW.html?raw';
import { closeFrames, frameOf, NOW, read } from './facebook-pages.ts';

const REVIEWS = 'https://www.facebook.com/weiguang.dental/reviews';
const PAGE = 'https://www.facebook.com/weiguang.dental';
const POST = 'https://www.facebook.com/weiguang.dental/posts/pfbid0DialogFixture';
const GROUP = 'https://www.facebook.com/groups/226000000000001/';
const ago = (days: number): string => new Date(NOW - days * 864e5).toISOString();

afterEach(closeFrames);

describe('recommendations', () => {
  test('zh-TW: every field of every card', () => {
    const { page, reviews, health } = read(frameOf(reviewsZh), REVIEWS);
    expect(page).toMatchObject({
      site: 'facebook',
      kind: 'reviews',
      title: '微光牙醫診所 - 評論',
      place: { id: 'weiguang.dental', name: '微光牙醫診所' },
      language: 'zh-Hant',
    });
    expect(health).toEqual({ status: 'ok', problems: [] });
    expect(reviews[0]).toEqual({
      site: 'facebook',
      kind: 'review',
      id: '1023000000000000',
      aliases: [expect.stringMatching(/^made-\w+$/)],
      parent: null,
      url: 'https://www.facebook.com/peishan.wu.fx/posts/1023000000000000',
      place: { id: 'weiguang.dental', name: '微光牙醫診所' },
      title: null,
      author: { id: 'peishan.wu.fx', name: '吳佩珊', url: 'https://www.facebook.com/peishan.wu.fx', badges: [] },
      text: '林子晴醫師超細心，洗牙前都會先說明，完全不會痛🦷\n櫃檯也很親切，推薦給怕看牙的朋友！',
      language: null,
      translated: false,
      collapsed: false,
      rating: null,
      recommends: true,
      postedAt: { shown: '3天', iso: ago(3), precision: 'day' },
      edited: null,
      counts: { likes: 12, comments: 1 },
      floor: null,
      ip: null,
      country: null,
      photos: null,
      ownerReply: { text: '謝謝您的鼓勵，我們會繼續努力！如需預約請來電 02-5550-1234。', shown: '2天' },
      relevance: null,
    } satisfies Review);
    expect(reviews.map((r) => [r.kind, r.author.name, r.recommends, r.collapsed])).toEqual([
      ['review', '吳佩珊', true, false],
      ['comment', '微光牙醫診所', null, false],
      ['review', '張志豪', false, false],
      ['review', '李宗翰', false, false],
      ['review', '周雅婷', false, false],
      ['review', '許家豪', false, false],
      ['review', '黃淑芬', true, false],
      ['review', '鄭凱文', false, false],
      ['review', '何宜庭', true, false],
      ['review', '林俊宏', false, true],
    ]);
    expect(reviews[2]?.counts).toEqual({ likes: 87, comments: 23, shares: 9 });
    // Scrambled letters put in order by CSS.
    expect(reviews[5]?.postedAt).toEqual({ shown: '2025年12月5日', iso: '2025-12-04T16:00:00.000Z', precision: 'day' });
    expect(reviews[5]?.url).toBe(
      'https://www.facebook.com/permalink.php?story_fbid=1023000000000004&id=100000000000004',
    );
    expect(reviews[9]?.text).toMatch(/^矯正做了兩年半.*第二位說一定要拔兩顆，$/);
  });

  test('en: the same page reads alike', () => {
    const { reviews, health } = read(frameOf(reviewsEn), REVIEWS);
    expect(health.status).toBe('ok');
    expect(reviews.filter((r) => r.kind === 'review').map((r) => r.recommends)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(reviews[6]?.author.name).toBe('Susan Huang');
    expect(reviews[5]?.postedAt.iso).toBe('2025-12-04T16:00:00.000Z');
  });

  test('a pfbid is never the key, and the made key does not depend on it or on expanding', () => {
    const first = read(frameOf(reviewsZh), REVIEWS).reviews;
    const other = read(frameOf(reviewsZh.replaceAll('pfbid0Fixture', 'pfbid0OtherViewer')), REVIEWS).reviews;
    expect(other.map((r) => r.id)).toEqual(first.map((r) => r.id));
    expect(first[2]?.aliases).toEqual(['pfbid0Fixture1abcDEF']);
    expect(other[2]?.aliases).toEqual(['pfbid0OtherViewer1abcDEF']);
    // Without its number the last one is known by a made key, collapsed or whole.
    const bare = (html: string) => html.replaceAll('/posts/1023000000000008', '/posts/pfbid0Nine');
    const collapsed = read(frameOf(bare(reviewsZh)), REVIEWS).reviews.at(-1);
    const inside = frameOf(bare(reviewsZh));
    const more = inside.querySelector('[data-fixture-full]')!;
    more.parentElement!.textContent = more.getAttribute('data-fixture-full');
    const whole = read(inside, REVIEWS).reviews.at(-1);
    expect(collapsed?.id).toMatch(/^made-/);
    expect(whole).toMatchObject({ id: collapsed?.id, collapsed: false });
    expect(first.at(-1)?.aliases).toContain(collapsed?.id);
  });

  test('only the header decides: text and names that say 推薦 do not', () => {
    const plain = reviewsZh.replaceAll('</a>推薦<a', '</a><a').replaceAll('</a>不推薦<a', '</a><a');
    const { reviews, health } = read(
      frameOf(plain.replaceAll('微光牙醫診所</span>', '大推薦牙醫診所</span>')),
      REVIEWS,
    );
    expect(reviews.filter((r) => r.kind === 'review').map((r) => r.recommends)).toEqual(Array(9).fill(null));
    expect(health.status).toBe('degraded');
  });
});

describe('timeline', () => {
  test.each([
    ['zh-TW', timelineZh, 12000],
    ['en', timelineEn, 1200],
  ])(
    '%s: posts only; trays, skeletons, placeholders, advertisements and suggestions are not read',
    (language, html, likes) => {
      const { page, reviews, health } = read(frameOf(html), PAGE);
      expect(page).toMatchObject({ kind: 'timeline', place: { id: 'weiguang.dental' } });
      expect(health).toEqual({ status: 'ok', problems: [] });
      const [notice, share, long, visitor] = reviews;
      expect(reviews).toHaveLength(4);
      expect(notice).toMatchObject({
        kind: 'post',
        id: '1024000000000001',
        url: 'https://www.facebook.com/weiguang.dental/posts/1024000000000001',
        author: { id: 'weiguang.dental', url: 'https://www.facebook.com/weiguang.dental' },
        postedAt: { iso: '2026-09-15T01:30:00.000Z', precision: 'minute' },
        counts: { likes, comments: 56, shares: 3 },
        photos: 7,
        recommends: null,
      });
      expect(share).toMatchObject({
        text: language === 'en' ? 'Thank you all!' : '謝謝大家支持！',
        postedAt: { iso: ago(3), precision: 'day' },
        url: null,
        photos: null,
      });
      expect(long).toMatchObject({
        collapsed: true,
        aliases: ['pfbid0TimelineFixtureC'],
        postedAt: { precision: 'day' },
      });
      expect(visitor).toMatchObject({ id: '1024000000000006', translated: true, author: { name: 'Mia Sato' } });
      expect(visitor?.text).not.toBe('');
    },
  );
});

describe('post in a dialog over the feed', () => {
  test('zh-TW: only the dialog is read; comments and replies with all their fields', () => {
    const { page, reviews, health } = read(frameOf(postZh), POST);
    expect(page).toMatchObject({
      kind: 'post',
      title: '微光牙醫診所的貼文',
      place: { id: 'weiguang.dental', name: '微光牙醫診所' },
    });
    expect(health).toEqual({ status: 'ok', problems: [] });
    expect(reviews.map((r) => [r.kind, r.id, r.parent])).toEqual([
      ['post', '1025000000000001', null],
      ['comment', '880000000000001', '1025000000000001'],
      ['comment', '880000000000011', '880000000000001'],
      ['comment', '880000000000012', '880000000000001'],
      ['comment', '880000000000002', '1025000000000001'],
      ['comment', '880000000000003', '1025000000000001'],
    ]);
    const [post, angry, reply, , praise, threat] = reviews;
    expect(post).toMatchObject({
      aliases: [expect.stringMatching(/^made-/), 'pfbid0DialogFixture'],
      url: POST,
      text: '新設備上線：數位掃描取模，不用再咬蠟片囉💥\n預約專線 02-5550-1234。',
      postedAt: { iso: '2026-09-16T12:05:00.000Z', precision: 'minute' },
      counts: { likes: 369, comments: 782, shares: 114 },
    });
    expect(angry).toMatchObject({
      url: `${POST}?comment_id=880000000000001`,
      author: { id: 'mark.tsai.fx', name: '蔡明軒', url: 'https://www.facebook.com/mark.tsai.fx', badges: [] },
      text: '上次補的牙三天就掉了，打電話還被掛。陳柏宇是不是沒有執照啊？',
      language: 'zh-Hant',
      postedAt: { shown: '2026年9月17日 星期四下午2:00', iso: '2026-09-17T06:00:00.000Z', precision: 'minute' },
      counts: { likes: 15 },
      edited: null,
    });
    expect(reply).toMatchObject({
      url: `${POST}?comment_id=880000000000001&reply_comment_id=880000000000011`,
      author: { id: 'weiguang.dental', badges: ['作者'] },
      edited: true,
    });
    expect(praise).toMatchObject({
      author: {
        id: '100000000000555',
        url: 'https://www.facebook.com/profile.php?id=100000000000555',
        badges: ['頭號粉絲'],
      },
      text: '林醫師真的很溫柔👨‍👩‍👧 全家都給她看😊',
      counts: { likes: 1024 },
      language: null,
      postedAt: { shown: '1週', precision: 'month' },
    });
    expect(threat).toMatchObject({ collapsed: true, text: '下次看到你們櫃檯那個女的，我一定打斷她的腿，' });
  });

  test('en reads alike; without the dialog the feed behind it is read', () => {
    const zh = read(frameOf(postZh), POST).reviews;
    const en = read(frameOf(postEn), POST).reviews;
    expect(en.map((r) => [r.kind, r.id, r.parent, r.counts, r.edited])).toEqual(
      zh.map((r) => [r.kind, r.id, r.parent, r.counts, r.edited]),
    );
    const inside = frameOf(postEn);
    for (const dialog of inside.querySelectorAll('[role="dialog"]')) dialog.remove();
    const home = read(inside, 'https://www.facebook.com/');
    expect(home.page).toMatchObject({ kind: 'timeline', place: null });
    expect(home.reviews.map((r) => r.author.name)).toEqual(['Tom Wang', 'Amy Chen']);
  });
});

describe('group', () => {
  test.each([
    ['zh-TW', groupZh, '匿名成員', '匿名參加者 12'],
    ['en', groupEn, 'Anonymous member', 'Anonymous participant 12'],
  ])('%s: posts are children of the feed; anonymous people have a name and no link', (_, html, member, participant) => {
    const { page, reviews, health } = read(frameOf(html), GROUP);
    expect(page).toMatchObject({ kind: 'group', place: { id: '226000000000001' } });
    expect(health).toEqual({ status: 'ok', problems: [] });
    expect(reviews.map((r) => [r.kind, r.id, r.parent, r.author.id])).toEqual([
      ['post', '1026000000000001', null, null],
      ['comment', '990000000000001', '1026000000000001', '100000000000801'],
      ['comment', '990000000000002', '1026000000000001', null],
      ['post', '1026000000000002', null, '100000000000802'],
      ['post', '1026000000000003', null, '100000000000803'],
    ]);
    expect(reviews[0]?.author).toEqual({ id: null, name: member, url: null, badges: [] });
    expect(reviews[2]?.author.name).toBe(participant);
    expect(reviews[4]).toMatchObject({ text: '', photos: 1, collapsed: false });
  });
});

describe('page kinds', () => {
  const kind = (address: string) => facebook.detect(frameOf('<body></body>'), new URL(address));
  test.each([
    ['/', 'timeline'],
    ['/weiguang.dental', 'timeline'],
    ['/profile.php?id=100000000000009', 'timeline'],
    ['/profile.php?id=100000000000009&sk=reviews', 'reviews'],
    ['/weiguang.dental/reviews/?ref=page_internal', 'reviews'],
    ['/pg/weiguang.dental/reviews', 'reviews'],
    ['/permalink.php?story_fbid=pfbid0A&id=100000000000009', 'post'],
    ['/photo/?fbid=7000000001&set=gm.102600000001', 'post'],
    ['/weiguang.dental/videos/7000000001', 'post'],
    ['/groups/226000000000001/posts/1026000000000001/', 'post'],
    ['/groups/taipei.clinics', 'group'],
    ['/search/posts?q=%E5%BE%AE%E5%85%89', 'timeline'],
    ['/weiguang.dental/about', 'unknown'],
    ['/login/?next=x', 'leave-alone'],
    ['/messages/t/1', 'leave-alone'],
    ['/marketplace/taipei', 'leave-alone'],
    ['/settings', 'leave-alone'],
    ['/plugins/page.php?href=x', 'leave-alone'],
    ['/v18.0/plugins/comments.php', 'leave-alone'],
  ])('%s is %s', (path, expected) => {
    expect(kind(`https://www.facebook.com${path}`).kind).toBe(expected);
  });

  test('a plugin on a stranger’s page is left alone though it holds a post', () => {
    const { page, cards, health } = read(frameOf(plugin), 'https://www.facebook.com/plugins/page.php?href=x');
    expect([page.kind, cards.length, health.status]).toEqual(['leave-alone', 0, 'not-applicable']);
  });

  test('a page without posts yet is ok and empty', () => {
    const { cards, health } = read(frameOf(composers), 'https://www.facebook.com/');
    expect([cards.length, health.status]).toEqual([0, 'ok']);
  });
});

describe('cards', () => {
  test('a changed node leads back to its card, from every leaf', () => {
    for (const [html, address] of [
      [reviewsZh, REVIEWS],
      [timelineEn, PAGE],
      [postZh, POST],
      [groupEn, GROUP],
    ] as const) {
      const { page, cards } = read(frameOf(html), address);
      for (const card of cards) {
        const leaf = card.querySelector('[dir="auto"]')!;
        expect(facebook.cardOf(leaf, page)).toBe(card);
        expect(facebook.cardOf(card, page)).toBe(card);
        expect(facebook.cards(card, page)[0]).toBe(card);
      }
      expect(facebook.cardOf(page.document.body, page)).toBeNull();
    }
  });

  test('a new unit is found under its own root, and the feed behind a dialog is not', () => {
    const { page, cards } = read(frameOf(reviewsZh), REVIEWS);
    const copy = cards[2]!.parentElement!.parentElement!.cloneNode(true) as Element;
    cards[2]!.parentElement!.parentElement!.after(copy);
    expect(facebook.cards(copy, page)).toHaveLength(1);
    const dialog = read(frameOf(postZh), POST);
    expect(facebook.cards(dialog.page.document.querySelector('[role="feed"]')!, dialog.page)).toEqual([]);
  });

  test('expand, chip and outline stay inside the card; nothing is moved', () => {
    const { page, cards, reviews } = read(frameOf(reviewsZh), REVIEWS);
    const before = page.document.body.innerHTML;
    const more = cards.map((card) => facebook.expandButton(card, page));
    expect(more.filter(Boolean).map((button) => button?.textContent)).toEqual(['查看更多']);
    expect(more.at(-1)?.hasAttribute('data-fixture-full')).toBe(true);
    cards.forEach((card, i) => {
      const place = facebook.chipPlace(card, reviews[i]!.id, page)!;
      expect(card.contains(place.parent)).toBe(true);
      expect(card.contains(facebook.outline(card, reviews[i]!.id, page))).toBe(true);
    });
    expect(page.document.body.innerHTML).toBe(before);
  });

  test('hostile and huge content is read as text and never throws', () => {
    const text = `<img src=x onerror=alert(1)>\u202E${'牙'.repeat(200_000)}`;
    const inside = frameOf(reviewsZh);
    inside.querySelector('[data-ad-preview="message"] div[dir="auto"]')!.textContent = text;
    const { reviews } = read(inside, REVIEWS);
    expect(reviews[0]?.text.startsWith('<img src=x onerror=alert(1)>')).toBe(true);
    expect(reviews).toHaveLength(10);
    expect(() => facebook.read(inside.body, read(inside, REVIEWS).page)).not.toThrow();
  });

  test('the junk around a unit changes nothing', () => {
    const junk = `<div aria-hidden="true" data-0="0"><blockquote><span dir="auto">Facebook</span></blockquote><div aria-hidden="true" role="button"></div></div>`;
    const inside = frameOf(timelineZh);
    for (const card of read(inside, PAGE).cards) card.insertAdjacentHTML('afterbegin', junk.repeat(22));
    expect(read(inside, PAGE).reviews).toEqual(read(frameOf(timelineZh), PAGE).reviews);
  });
});
