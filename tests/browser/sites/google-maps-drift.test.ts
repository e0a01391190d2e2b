import { describe, expect, test } from 'vitest';
import type { Review } from '../../../lib/contract/index.ts';
import type { PageContext } from '../../../lib/sites/contract.ts';
import {
  CAPTURES,
  capture,
  capturesHere,
  contextOf,
  fixture,
  healthOf,
  PAGES,
  pageOf,
  readAll,
} from './google-maps-page.ts';

/**
 * What happens when Google renames things: every page read as before, or said to be broken or degraded. Never
 * "ok" with other words in it, and never fewer reviews without "broken".
 */
type Mutation = (document: Document) => void;

/** A fixed sequence, so that a failure can be repeated. */
function tokens(): () => string {
  let state = 7;
  return () => {
    state = (state * 48271) % 2147483647;
    return `x${state.toString(36)}`;
  };
}

const renameClasses: Mutation = (document) => {
  const next = tokens();
  const names = new Map<string, string>();
  for (const element of document.querySelectorAll('[class]')) {
    const renamed = [...element.classList].map((name) => {
      if (name.startsWith('ds:')) return name; // the page's data, not a style
      if (!names.has(name)) names.set(name, next());
      return names.get(name) ?? '';
    });
    element.setAttribute('class', renamed.join(' '));
  }
};
const renameAttribute =
  (name: string): Mutation =>
  (document) => {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      element.setAttribute(`data-${name.length}q`, element.getAttribute(name) ?? '');
      element.removeAttribute(name);
    }
  };
const MUTATIONS: Record<string, Mutation> = {
  classes: renameClasses,
  'data-review-id': renameAttribute('data-review-id'),
  'data-id': renameAttribute('data-id'),
  jslog: renameAttribute('jslog'),
  jsaction: renameAttribute('jsaction'),
  jsname: renameAttribute('jsname'),
  'aria-label': renameAttribute('aria-label'),
  'aria-expanded': renameAttribute('aria-expanded'),
  lang: (document) => {
    for (const element of document.querySelectorAll('body [lang]')) element.removeAttribute('lang');
  },
  'data-href': renameAttribute('data-href'),
  role: renameAttribute('role'),
};
const names = Object.keys(MUTATIONS);
const one = names.map((name) => [name]);
const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]));
const many = [
  ['classes', 'jslog', 'jsaction'],
  ['classes', 'aria-label', 'jslog'],
  ['data-review-id', 'jslog', 'jsaction'],
  ['classes', 'data-review-id', 'jslog', 'jsaction'],
  ['classes', 'data-review-id', 'jslog', 'jsaction', 'aria-label'],
  ['classes', 'data-id', 'jsname'],
  names,
];

function drifted(page: PageContext, address: string, mutations: readonly string[]) {
  const copy = page.document.cloneNode(true) as Document;
  for (const name of mutations) MUTATIONS[name]?.(copy);
  const after = contextOf(copy, address);
  const readings = readAll(after);
  return { after, reviews: readings.map(({ review }) => review), health: healthOf(after, readings) };
}

function neverSilentlyWrong(html: string, address: string): void {
  const page = pageOf(html, address);
  const before = readAll(page).map(({ review }) => review);
  const wrong: string[] = [];
  for (const mutations of [...one, ...pairs, ...many]) {
    const { after, reviews, health } = drifted(page, address, mutations);
    const asleep = after.kind === 'unknown' || after.kind === 'leave-alone';
    const same =
      JSON.stringify(reviews.map((review) => comparable(review))) ===
      JSON.stringify(before.map((review, index) => comparable(review, reviews[index])));
    const said = reviews.length < before.length ? health.status === 'broken' : health.status !== 'ok';
    if (!same && (asleep || !said)) {
      wrong.push(
        `${mutations.join('+')}: ${reviews.length} of ${before.length}, ${health.status} ${firstDifference(before, reviews)}`,
      );
    }
  }
  expect(wrong).toEqual([]);
}

/** A place's name is read from a label or from the address, and may differ; a language that is gone is said so. */
const comparable = (review: Review, after?: Review) => ({
  ...review,
  place: null,
  language: after?.language === null ? null : review.language,
});

function firstDifference(before: object[], after: object[]): string {
  for (const [index, record] of before.entries()) {
    for (const [key, value] of Object.entries(record)) {
      const now = (after[index] as Record<string, unknown> | undefined)?.[key];
      if (JSON.stringify(now) !== JSON.stringify(value))
        return `${key}: ${JSON.stringify(value)} → ${JSON.stringify(now)}`;
    }
  }
  return '';
}

describe('class names renamed: the same reviews, from the other anchors', () => {
  for (const { name, address } of PAGES.filter(({ kind }) => kind !== 'manager')) {
    test(name, () => {
      const page = pageOf(fixture(name), address);
      const { reviews, health } = drifted(page, address, ['classes']);
      expect(reviews).toEqual(readAll(page).map(({ review }) => review));
      expect(health.status).toBe('ok');
    });
  }
  for (const { name, address } of CAPTURES) {
    test.skipIf(!capturesHere)(`capture ${name}`, async () => {
      const page = pageOf(await capture(name), address);
      const { reviews, health } = drifted(page, address, ['classes']);
      expect(reviews).toEqual(readAll(page).map(({ review }) => review));
      expect(health.status).toBe('ok');
    });
  }
});

describe('any one or two kinds of anchor gone: the same reviews, or said to be broken', () => {
  for (const { name, address } of PAGES) {
    test(name, () => neverSilentlyWrong(fixture(name), address));
  }
  for (const { name, address } of CAPTURES) {
    test.skipIf(!capturesHere)(`capture ${name}`, async () => neverSilentlyWrong(await capture(name), address));
  }
});

test('ids gone from half of the cards: broken, not ok with fewer', () => {
  const page = pageOf(fixture('place.zh-TW'), PAGES[0].address);
  const cards = [...page.document.querySelectorAll('div[data-review-id][jslog]')];
  for (const card of cards.slice(6)) {
    for (const element of [card, ...card.querySelectorAll('[data-review-id]')])
      element.removeAttribute('data-review-id');
  }
  expect(readAll(page)).toHaveLength(6);
  expect(healthOf(page).status).toBe('broken');
});

test('ids, numbers and verbs gone from half of the cards: broken', () => {
  const page = pageOf(fixture('place.zh-TW'), PAGES[0].address);
  for (const card of [...page.document.querySelectorAll('div[data-review-id][jslog]')].slice(6)) {
    for (const element of [card, ...card.querySelectorAll('*')]) {
      for (const name of ['data-review-id', 'jslog', 'jsaction']) element.removeAttribute(name);
    }
  }
  expect(readAll(page)).toHaveLength(6);
  expect(healthOf(page).status).toBe('broken');
});

test('no false alarm: stars of other places, and a hidden second copy of the list', () => {
  const page = pageOf(fixture('place.zh-TW'), PAGES[0].address);
  page.document.body.insertAdjacentHTML('beforeend', '<span role="img" aria-label="5 顆星"></span>');
  const list = page.document.querySelector('div[data-review-id]')?.parentElement as Element;
  list.after(list.cloneNode(true));
  expect(readAll(page)).toHaveLength(12);
  expect(healthOf(page)).toEqual({ status: 'ok', problems: [] });
});
