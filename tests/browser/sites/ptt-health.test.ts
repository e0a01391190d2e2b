import { describe, expect, test } from 'vitest';
import { ptt } from '../../../lib/sites/ptt.ts';
import article from '../../fixtures/ptt/article.html?raw';
import index from '../../fixtures/ptt/index.html?raw';
import { healthOf, open, readAll, reviewsOf } from './ptt-page.ts';

const ARTICLE = '/bbs/facelift/M.1790000000.A.1AB.html';
const INDEX = '/bbs/facelift/index.html';
const PUSHES = 19;

/** Renames a class on all elements that have it, or on every second one. */
const rename =
  (name: string, every = 1) =>
  (document: Document) => {
    [...document.querySelectorAll(`.${name}`)].forEach((element, i) => {
      if (i % every === 0) element.classList.replace(name, `x${i % 3}-${name.length}`);
    });
  };
const strip = (document: Document) => {
  for (const element of document.querySelectorAll('[class],[id]')) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
};

describe('an article whose anchors are gone is called broken', () => {
  const cases: [string, (document: Document) => void][] = [
    ...[
      'push',
      'push-tag',
      'push-userid',
      'push-content',
      'push-ipdatetime',
      'article-metaline',
      'article-meta-tag',
    ].map((name): [string, (document: Document) => void] => [`.${name}`, rename(name)]),
    ...['push', 'push-tag', 'push-userid', 'push-content', 'push-ipdatetime'].map(
      (name): [string, (document: Document) => void] => [`every second .${name}`, rename(name, 2)],
    ),
    ['#main-content', (document) => document.querySelector('#main-content')?.removeAttribute('id')],
    [
      '#main-content and its classes',
      (document) => {
        const main = document.querySelector('#main-content');
        main?.removeAttribute('id');
        main?.removeAttribute('class');
      },
    ],
    [
      'all of them',
      (document) => {
        for (const name of ['push', 'push-tag', 'push-userid', 'push-content', 'push-ipdatetime', 'article-metaline'])
          rename(name)(document);
      },
    ],
    ['every class and id', strip],
    [
      'the elements themselves: plain text',
      (document) => {
        const main = document.querySelector('#main-content');
        main?.replaceChildren(main.textContent ?? '');
      },
    ],
    [
      'the header’s elements',
      (document) => {
        for (const line of document.querySelectorAll('.article-metaline, .article-metaline-right')) line.remove();
      },
    ],
    ['everything', (document) => document.querySelector('#main-container')?.remove()],
  ];

  test.each(cases)('without %s', (_, change) => {
    const health = healthOf(open(article, ARTICLE, change));
    expect(health.status).toBe('broken');
    expect(health.problems.length).toBeGreaterThan(0);
  });

  test.each(cases.filter(([name]) => /^(?:every second )?\.(?:push|article)/.test(name)))(
    'and is still read in whole by its text without %s',
    (_, change) => {
      const [post, ...comments] = reviewsOf(open(article, ARTICLE, change));
      const [whole, ...all] = reviewsOf(open(article, ARTICLE));
      expect(post).toEqual(whole);
      expect(comments).toEqual(all);
    },
  );

  test('one odd push among many is a warning, and is read', () => {
    const opened = open(article, ARTICLE, (document) =>
      document.querySelectorAll('.push-userid')[3]?.classList.remove('push-userid'),
    );
    expect(healthOf(opened).status).toBe('degraded');
    expect(readAll(opened).flatMap(({ review }) => review.floors ?? []).length).toBe(PUSHES);
  });
});

describe('a list whose anchors are gone is called broken', () => {
  test.each([
    ['r-ent', 1],
    ['r-ent', 2],
    ['title', 1],
    ['author', 1],
    ['date', 1],
    ['nrec', 1],
  ])('without .%s (one in %i)', (name, every) => {
    expect(healthOf(open(index, INDEX, rename(name, every))).status).toBe('broken');
  });

  test('without any class', () => {
    expect(healthOf(open(index, INDEX, strip)).status).toBe('broken');
  });
});

describe('bad input', () => {
  test('an article with nothing in it, and a search without results', () => {
    const empty = open(article, ARTICLE, (document) => document.querySelector('#main-content')?.replaceChildren());
    expect(readAll(empty).length).toBe(1);
    expect(healthOf(empty).status).toBe('broken');
    const none = open(index, INDEX, (document) => {
      for (const entry of document.querySelectorAll('.r-ent')) entry.remove();
    });
    expect(healthOf(none)).toEqual({ status: 'ok', problems: [] });
  });

  test('text that looks like markup, signs without width, right-to-left and a million characters stay text', () => {
    const hard = '<img src=x onerror=alert(1)>\u200b\u202e微光\u202c'.repeat(10) + '長'.repeat(1_000_000);
    const opened = open(article, ARTICLE, (document) => {
      const content = document.querySelector('.push-content');
      if (content) content.textContent = `: ${hard}`;
    });
    expect(reviewsOf(opened)[1]?.text.startsWith(hard)).toBe(true);
    expect(healthOf(opened).status).toBe('ok');
  });

  test('a card of another page or one that is gone reads as nothing', () => {
    const opened = open(article, ARTICLE);
    const stranger = document.createElement('div');
    stranger.className = 'push';
    expect(ptt.read(stranger, opened.page)).toEqual([]);
    expect(ptt.cardOf(stranger, opened.page)).toBeNull();
    expect(ptt.cards(stranger, opened.page)).toEqual([]);
  });
});
