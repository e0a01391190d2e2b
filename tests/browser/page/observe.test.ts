import { expect, test, vi } from 'vitest';
import type { Health, PageInfo } from '../../../lib/contract/index.ts';
import { type CardRead, type PageWatch, watchPage } from '../../../lib/page/index.ts';
import type { Adapter } from '../../../lib/sites/contract.ts';
import { fakeSite, fill, item, items, lifetime, makeCard, makeList, recyclingList, settle } from './fake-site.ts';

interface Seen {
  watch: PageWatch;
  life: AbortController;
  pages: PageInfo[];
  /** ids of each report, and whether it began a page. */
  reports: { ids: string[]; texts: string[]; reset: boolean }[];
  cards: CardRead[];
  health: { status: Health['status']; reading: boolean; fields: string[] }[];
  go(path: string): void;
  ids(): string[];
}

function start(adapter: Adapter = fakeSite(), path = '/place/1', now?: () => number): Seen {
  const life = lifetime();
  let url = new URL(path, 'https://reviews.example');
  const pages: Seen['pages'] = [];
  const reports: Seen['reports'] = [];
  const cards: Seen['cards'] = [];
  const health: Seen['health'] = [];
  const watch = watchPage({
    document,
    adapter,
    signal: life.signal,
    now,
    url: () => url,
    onPage: (page) => pages.push(structuredClone(page)),
    onReviews: (readings, { reset }) =>
      reports.push({ ids: readings.map((r) => r.review.id), texts: readings.map((r) => r.review.text), reset }),
    onHealth: ({ status, problems }, reading) =>
      health.push({ status, reading, fields: problems.map(({ field }) => field) }),
    onCards: (some) => cards.push(...some),
  });
  return {
    watch,
    life,
    pages,
    reports,
    cards,
    health,
    go(next) {
      url = new URL(next, 'https://reviews.example');
      // Fires `currententrychange`, as a site's pushState does.
      history.replaceState({ next }, '');
    },
    ids: () => reports.flatMap(({ ids }) => ids),
  };
}

const soon = { timeout: 10_000, interval: 10 };

test('the page is told before its reviews, and the first report begins it', async () => {
  makeList(items(3));
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toEqual(['r0', 'r1', 'r2']), soon);
  expect(seen.pages).toEqual([expect.objectContaining({ kind: 'place', place: { id: '1' } })]);
  expect(seen.reports[0]?.reset).toBe(true);
  await vi.waitFor(() => expect(seen.health.at(-1)).toMatchObject({ status: 'ok', reading: false }), soon);
});

test('zero reviews are a report too', async () => {
  const seen = start();
  await vi.waitFor(() => expect(seen.reports).toEqual([{ ids: [], texts: [], reset: true }]), soon);
  await vi.waitFor(() => expect(seen.health.at(-1)).toMatchObject({ status: 'ok', reading: false }), soon);
});

test('new cards are read alone, whatever else stands on the page', async () => {
  const adapter = fakeSite();
  const list = makeList(items(300));
  const seen = start(adapter);
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(300), soon);
  await vi.waitFor(() => expect(seen.health.at(-1)?.reading).toBe(false), soon);
  const before = adapter.calls.read;
  list.append(...items(10, 300).map(makeCard));
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(310), soon);
  expect(adapter.calls.read - before).toBe(10);
  expect(seen.reports.at(-1)).toMatchObject({ ids: items(10, 300).map(({ id }) => id), reset: false });
});

test('a change inside a card is reported once; a re-render of the same is not', async () => {
  const list = makeList(items(3));
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(3), soon);
  const text = list.children[1]?.querySelector('.text') as HTMLElement;
  (text.firstChild as Text).data = '改過的內容';
  await vi.waitFor(
    () => expect(seen.reports.at(-1)).toEqual({ ids: ['r1'], texts: ['改過的內容'], reset: false }),
    soon,
  );
  const reports = seen.reports.length;
  const read = seen.cards.length;
  list.replaceChildren(makeCard(item(0)), makeCard(item(1, { text: '改過的內容' })), makeCard(item(2)));
  await vi.waitFor(() => expect(seen.cards.length).toBe(read + 3), soon);
  expect(seen.reports).toHaveLength(reports);
  expect(seen.watch.locate('r1')).toBe(list.children[1]);
});

test('counts, expanding and the owner’s reply are changes', async () => {
  const list = makeList([item(1, { likes: 1, collapsed: true })]);
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toEqual(['r1']), soon);
  list.querySelector('.likes')!.firstChild!.nodeValue = '2';
  await vi.waitFor(() => expect(seen.ids()).toEqual(['r1', 'r1']), soon);
  list.querySelector<HTMLElement>('.more')!.click();
  await vi.waitFor(() => expect(seen.reports.at(-1)?.texts).toEqual([item(1).text]), soon);
});

test('recycled nodes give each review once, and never the wrong one', async () => {
  const list = recyclingList(items(60), 6);
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(6), soon);
  for (let first = 6; first < 60; first += 6) {
    list.scrollTo(first);
    await vi.waitFor(() => expect(seen.ids()).toHaveLength(first + 6), soon);
  }
  expect(new Set(seen.ids()).size).toBe(60);
  expect(seen.reports.flatMap(({ texts }) => texts)).toEqual(items(60).map(({ text }) => text));
  expect(seen.watch.locate('r0')).toBeNull();
  // Before any callback of ours had a chance to run:
  list.scrollTo(0);
  expect(seen.watch.locate('r0')).toBe(list.root.children[0]);
  expect(seen.watch.locate('r59')).toBeNull();
});

test('another page starts afresh; what the site left of the one before is not taken for its reviews', async () => {
  const list = makeList(items(3));
  // A clock that stands still: the old cards are held back for as long as the test takes.
  const seen = start(fakeSite(), '/place/1', () => 1);
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(3), soon);
  // First step: the address. The old cards still stand.
  seen.go('/place/2');
  await vi.waitFor(() => expect(seen.pages.at(-1)?.place).toEqual({ id: '2' }), soon);
  await vi.waitFor(() => expect(seen.reports.at(-1)).toEqual({ ids: [], texts: [], reset: true }), soon);
  // Something unrelated moves, and an old card too.
  document.body.append(document.createElement('hr'));
  list.children[0]!.append(document.createElement('i'));
  await settle();
  expect(seen.reports.at(-1)?.ids).toEqual([]);
  // Second step: the content.
  list.replaceChildren(...items(2, 50).map(makeCard));
  await vi.waitFor(() => expect(seen.reports.at(-1)).toMatchObject({ ids: ['r50', 'r51'], reset: false }), soon);
});

test('nodes recycled for the next page are read as the next page’s', async () => {
  const list = makeList(items(2));
  const seen = start(fakeSite(), '/place/1', () => 1);
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(2), soon);
  seen.go('/place/2');
  await vi.waitFor(() => expect(seen.pages).toHaveLength(2), soon);
  fill(list.children[0] as HTMLElement, item(70));
  await vi.waitFor(() => expect(seen.reports.at(-1)?.ids).toEqual(['r70']), soon);
});

test('cards that the site leaves standing belong to the new page after all; if they go, it starts afresh', async () => {
  const list = makeList(items(2));
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(2), soon);
  seen.go('/place/2');
  await vi.waitFor(() => expect(seen.reports.at(-1)).toMatchObject({ ids: ['r0', 'r1'], reset: false }), soon);
  list.replaceChildren(makeCard(item(90)));
  await vi.waitFor(() => expect(seen.reports.at(-1)).toMatchObject({ ids: ['r90'], reset: true }), soon);
});

test('dragging the map changes the address, not the page', async () => {
  makeList(items(2));
  const seen = start(fakeSite(), '/place/1/@25.03,121.56');
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(2), soon);
  seen.go('/place/1/@25.04,121.50');
  document.body.append(makeCard(item(5)));
  await vi.waitFor(() => expect(seen.ids()).toEqual(['r0', 'r1', 'r5']), soon);
  expect(seen.pages).toHaveLength(1);
  expect(seen.reports.filter(({ reset }) => reset)).toHaveLength(1);
});

test('a page that promises reviews and has none is broken, once it had time to load', async () => {
  const promise = document.createElement('div');
  promise.dataset.promised = '12';
  document.body.append(promise);
  let time = 0;
  const seen = start(fakeSite(), '/place/1', () => time);
  await vi.waitFor(() => expect(seen.reports).toHaveLength(1), soon);
  expect(seen.health.at(-1)).toMatchObject({ reading: true });
  time = 60_000;
  await vi.waitFor(
    () => expect(seen.health.at(-1)).toEqual({ status: 'broken', reading: false, fields: ['card'] }),
    soon,
  );
  // They came late after all.
  makeList(items(1));
  await vi.waitFor(() => expect(seen.health.at(-1)?.status).toBe('ok'), soon);
});

test('a card that cannot be read stops nobody, and is not silent', async () => {
  const site = fakeSite();
  const adapter = {
    ...site,
    read: (card: Element, page: Parameters<Adapter['read']>[1]) => {
      if (card.getAttribute('data-review-id') === 'r1') throw new Error('broken markup');
      return site.read(card, page);
    },
  };
  makeList(items(3));
  let time = 0;
  const seen = start(adapter, '/place/1', () => {
    time += 2_000;
    return time;
  });
  await vi.waitFor(() => expect(seen.ids()).toEqual(['r0', 'r2']), soon);
  await vi.waitFor(() => expect(seen.health.at(-1)).toMatchObject({ status: 'broken', fields: ['card'] }), soon);
});

test('an unknown page of a known site is not applicable', async () => {
  makeList(items(1));
  const seen = start(fakeSite(), '/settings');
  await vi.waitFor(() => expect(seen.health.at(-1)).toMatchObject({ status: 'not-applicable', reading: false }), soon);
  expect(seen.ids()).toEqual([]);
});

test('resend tells everything again', async () => {
  makeList(items(2));
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(2), soon);
  seen.watch.resend();
  await vi.waitFor(() => expect(seen.reports).toHaveLength(2), soon);
  await vi.waitFor(() => expect(seen.reports.at(-1)).toMatchObject({ ids: ['r0', 'r1'], reset: true }), soon);
  expect(seen.pages).toHaveLength(2);
});

test('nothing happens after the signal', async () => {
  const list = makeList(items(2));
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(2), soon);
  seen.life.abort();
  const reports = seen.reports.length;
  list.append(makeCard(item(9)));
  seen.go('/place/3');
  await settle();
  expect(seen.reports).toHaveLength(reports);
});

test('5,000 cards: every review once, in slices, in few reports', async () => {
  const adapter = fakeSite();
  makeList(items(5_000));
  // A clock by which each card takes a millisecond: the thread must be given back after eight.
  let time = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => time++);
  const tasks = vi.spyOn((globalThis as unknown as { scheduler: { postTask(): unknown } }).scheduler, 'postTask');
  const seen = start(adapter);
  await vi.waitFor(() => expect(seen.ids()).toHaveLength(5_000), { timeout: 30_000, interval: 20 });
  expect(tasks.mock.calls.length).toBeGreaterThan(5_000 / 10);
  clock.mockRestore();
  tasks.mockRestore();
  expect(adapter.calls.read).toBe(5_000);
  expect(seen.reports.length).toBeLessThanOrEqual(101);
  expect(seen.reports.filter(({ reset }) => reset)).toHaveLength(1);
}, 60_000);

test('20,000 nodes of no interest, one by one, are passed over; a review among them is found', async () => {
  const adapter = fakeSite();
  const seen = start(adapter);
  await vi.waitFor(() => expect(seen.reports).toHaveLength(1), soon);
  let place: Element = document.body;
  for (let n = 0; n < 20_000; n++) {
    const node = document.createElement('div');
    place.append(node);
    if (n % 50 === 0) place = node;
    if (n % 1_000 === 0) place = document.body;
    if (n === 11_111) node.append(makeCard(item(1)));
  }
  await vi.waitFor(() => expect(seen.ids()).toEqual(['r1']), { timeout: 30_000, interval: 20 });
  expect(adapter.calls.read).toBeLessThanOrEqual(2);
}, 60_000);

test('a million characters in one review', async () => {
  const text = '很長'.repeat(500_000);
  makeList([item(1, { text }), item(2)]);
  const seen = start();
  await vi.waitFor(() => expect(seen.ids()).toEqual(['r1', 'r2']), soon);
  expect(seen.reports[0]?.texts[0]).toBe(text);
});
