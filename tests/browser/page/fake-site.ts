import { afterEach } from 'vitest';
import type { PageInfo, Review } from '../../../lib/contract/index.ts';
import type { Adapter, PageContext, Reading } from '../../../lib/sites/contract.ts';

/** A small made-up site whose pages do what real ones do: collapse, re-render, recycle, navigate in two steps. */

export interface Item {
  id: string;
  author: string;
  text: string;
  collapsed?: boolean;
  likes?: number;
}

export const item = (n: number, more: Partial<Item> = {}): Item => ({
  id: `r${n}`,
  author: `訪客${n}`,
  text: `第 ${n} 則：候診很久，但是解釋清楚。`,
  ...more,
});
export const items = (count: number, from = 0): Item[] => Array.from({ length: count }, (_, n) => item(from + n));

/** Fills a card; on a recycled node it replaces all that was there. */
export function fill(card: HTMLElement, { id, author, text, collapsed, likes }: Item): HTMLElement {
  card.className = 'card';
  card.dataset.reviewId = id;
  const head = document.createElement('div');
  head.className = 'head';
  const name = document.createElement('b');
  name.className = 'author';
  name.textContent = author;
  head.append(name);
  const body = document.createElement('p');
  body.className = 'text';
  body.textContent = collapsed ? text.slice(0, 4) : text;
  card.replaceChildren(head, body);
  if (likes !== undefined) {
    const count = document.createElement('span');
    count.className = 'likes';
    count.textContent = String(likes);
    card.append(count);
  }
  if (collapsed) {
    const more = document.createElement('button');
    more.className = 'more';
    more.textContent = '更多';
    more.addEventListener('click', () => {
      body.textContent = text;
      more.remove();
    });
    card.append(more);
  }
  return card;
}

export const makeCard = (one: Item): HTMLElement => fill(document.createElement('div'), one);

/** A list of cards in the page. */
export function makeList(list: readonly Item[] = []): HTMLElement {
  const root = document.createElement('div');
  root.className = 'list';
  root.append(...list.map(makeCard));
  document.body.append(root);
  return root;
}

/** A list of few nodes for many items, as virtual lists make them: a node shows another item after `scrollTo`. */
export function recyclingList(
  list: readonly Item[],
  nodes: number,
): { root: HTMLElement; scrollTo(first: number): void } {
  const root = makeList(list.slice(0, nodes));
  return {
    root,
    scrollTo(first) {
      list.slice(first, first + nodes).forEach((one, n) => {
        fill(root.children[n] as HTMLElement, one);
      });
    },
  };
}

export interface FakeSite extends Adapter {
  /** How often each part was asked, for tests of the cost. */
  calls: { read: number; cards: number; cardOf: number; detect: number };
}

/** The address says the page: `/place/1`, `/post/7`; anything else is unknown. */
export function fakeSite(changes: Partial<Adapter> = {}): FakeSite {
  const calls = { read: 0, cards: 0, cardOf: 0, detect: 0 };
  return {
    id: 'google-maps',
    label: '假網站',
    matches: [],
    verified: {},
    calls,
    detect(_, url): PageInfo {
      calls.detect++;
      const [, kind, id] = url.pathname.split('/');
      const known = kind === 'place' || kind === 'post';
      const page = { site: 'google-maps', title: null, language: 'zh-TW' } as const;
      return { ...page, kind: known ? kind : 'unknown', place: kind === 'place' && id ? { id } : null };
    },
    cards(root, page) {
      calls.cards++;
      if (page.kind === 'unknown') return [];
      const found = [...root.querySelectorAll('.card')];
      if (root.nodeType === 1 && (root as Element).matches('.card')) found.unshift(root as Element);
      return found;
    },
    cardOf(node) {
      calls.cardOf++;
      return node.closest('.card');
    },
    read(card, page): Reading[] {
      calls.read++;
      const id = card.getAttribute('data-review-id');
      const author = card.querySelector('.author')?.textContent;
      const missing = author ? [] : [{ field: 'author', selector: '.author' }];
      return id ? [{ review: review(card, id, author ?? '', page), missing, fallback: [] }] : [];
    },
    signs: (document) => {
      const promised = Number(document.querySelector('[data-promised]')?.getAttribute('data-promised') ?? 0);
      return [{ field: 'card', selector: '[data-promised]', count: promised, exact: false }];
    },
    expandButton: (card) => card.querySelector<HTMLElement>('.more'),
    chipPlace(card) {
      const head = card.querySelector('.head');
      return head && { parent: head, before: null };
    },
    outline: (card) => card,
    ...changes,
  };
}

function review(card: Element, id: string, name: string, page: PageContext): Review {
  const likes = card.querySelector('.likes')?.textContent;
  return {
    site: 'google-maps',
    kind: 'review',
    id,
    parent: null,
    url: null,
    place: page.place,
    title: null,
    author: { id: null, name, url: null, badges: [] },
    text: card.querySelector('.text')?.textContent ?? '',
    language: null,
    translated: false,
    collapsed: card.querySelector('.more') !== null,
    rating: null,
    recommends: null,
    postedAt: { shown: '', iso: null, precision: 'unknown' },
    edited: null,
    counts: likes ? { likes: Number(likes) } : {},
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: null,
  };
}

export function contextFor(adapter: Adapter, path = '/place/1'): PageContext {
  const url = new URL(path, 'https://reviews.example');
  return { ...adapter.detect(document, url), url, document, now: 0 };
}

/** A signal for one test, aborted after it; the page is emptied then. */
export function lifetime(): AbortController {
  const life = new AbortController();
  lives.push(life);
  return life;
}
const lives: AbortController[] = [];
afterEach(() => {
  for (const life of lives.splice(0)) life.abort();
  document.body.replaceChildren();
  for (const style of document.querySelectorAll('style[data-test]')) style.remove();
  document.documentElement.removeAttribute('style');
});

/** A page's own style sheet, for this test. */
export function pageStyle(css: string): void {
  const style = document.createElement('style');
  style.dataset.test = '';
  style.textContent = css;
  document.head.append(style);
}

/** Lets everything that is already due run: mutation callbacks, posted tasks, messages. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    await (globalThis as { scheduler?: { postTask(task: () => void): Promise<void> } }).scheduler?.postTask(() => {});
  }
}
