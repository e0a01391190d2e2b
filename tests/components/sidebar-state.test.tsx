import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSidebar, type Sidebar } from '../../entrypoints/sidebar/state.ts';
import { fail, ok } from '../../lib/contract/result.ts';
import type { PageView } from '../../lib/contract/views.ts';
import { item, reviewView, settings } from './samples.tsx';
import { pageView, refused, wire } from './wire.ts';

let sidebar: Sidebar | undefined;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  sidebar?.stop();
  vi.useRealTimers();
});

async function started(background: ReturnType<typeof wire>): Promise<Sidebar> {
  sidebar = createSidebar(background);
  await sidebar.start('nonce');
  await vi.advanceTimersByTimeAsync(0);
  return sidebar;
}

describe('proving itself', () => {
  it('asks for nothing before the nonce was taken', async () => {
    const background = wire({ 'sidebar.hello': refused });
    const { store } = await started(background);
    expect(background.names()).toEqual(['sidebar.hello']);
    expect(background.listening()).toBe(false);
    expect(store.getState()).toMatchObject({ phase: 'refused', settings: null, view: null });
  });

  it('asks again when the background died while answering', async () => {
    let answers = 0;
    const background = wire({
      'sidebar.hello': () => (answers++ < 2 ? fail('unexpected') : ok({ tabId: 7, settings: settings() })),
    });
    sidebar = createSidebar(background);
    void sidebar.start('nonce');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sidebar.store.getState().phase).toBe('ready');
  });

  it('forgets all it showed when the proof is no longer good', async () => {
    let good = true;
    const background = wire({ 'page.view': () => (good ? ok(pageView([item()])) : refused()) });
    const { store } = await started(background);
    expect(store.getState().items).toHaveLength(1);
    good = false;
    background.say({ tabId: 7, topic: 'page' });
    await vi.advanceTimersByTimeAsync(200);
    expect(store.getState()).toMatchObject({ phase: 'refused', items: [], settings: null, view: null });
  });
});

describe('the page', () => {
  it('merges what changed into what stands there', async () => {
    const views: PageView[] = [
      pageView([item({ key: 'ptt:a', priority: 10, order: 0 }), item({ key: 'ptt:b', priority: 90, order: 1 })]),
      pageView([item({ key: 'ptt:c', priority: 95, order: 2 }), item({ key: 'ptt:b', priority: 5, order: 1 })], {
        rev: 2,
        reset: false,
      }),
    ];
    const background = wire({ 'page.view': () => ok(views.shift() ?? pageView([], { rev: 2, reset: false })) });
    const { store } = await started(background);
    const shown = () => store.getState().items.map(({ key, priority }) => [key, priority]);
    expect(shown()).toEqual([
      ['ptt:a', 10],
      ['ptt:b', 90],
    ]);
    background.say({ tabId: 7, topic: 'page' });
    await vi.advanceTimersByTimeAsync(200);
    expect(shown()).toEqual([
      ['ptt:a', 10],
      ['ptt:b', 5],
      ['ptt:c', 95],
    ]);
    expect(background.asked('page.view')).toEqual([{ since: 0 }, { since: 1 }]);
  });

  it('is not asked for because of another tab', async () => {
    const background = wire();
    await started(background);
    background.say({ tabId: 8, topic: 'page' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(background.asked('page.view')).toHaveLength(1);
  });

  it('is asked for once for a hundred changes at once', async () => {
    const background = wire();
    await started(background);
    for (let i = 0; i < 100; i++) background.say({ tabId: 7, topic: 'page' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(background.asked('page.view')).toHaveLength(2);
  });

  it('is asked for again, less and less often, while the background is away, and nothing is lost', async () => {
    let away = false;
    const background = wire({
      'page.view': ({ since }: { since: number }) =>
        away ? fail('unexpected') : ok(pageView(since === 0 ? [item()] : [], { reset: since === 0 })),
    });
    const { store } = await started(background);
    away = true;
    background.say({ tabId: 7, topic: 'page' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(store.getState()).toMatchObject({ retrying: true, items: [{ key: 'google-maps:r1' }] });
    const tries = background.asked('page.view').length;
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(6);
    away = false;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(store.getState()).toMatchObject({ retrying: false, items: [{ key: 'google-maps:r1' }] });
  });

  it('stays while a background that started anew has not heard of it yet, but not for long', async () => {
    let known = true;
    const blank = { page: null, health: null, reading: true };
    const background = wire({
      'page.view': () => ok(pageView(known ? [item()] : [], { reset: true, ...(!known && blank) })),
    });
    const { store } = await started(background);
    const shown = () => [store.getState().items.length, store.getState().view?.page?.place?.name ?? null];
    const before = shown();
    const changed = async (ms: number) => {
      background.say({ tabId: 7, topic: 'page' });
      await vi.advanceTimersByTimeAsync(ms);
    };
    known = false;
    await changed(500);
    await changed(500);
    expect(shown()).toEqual(before);
    known = true;
    await changed(500);
    expect(shown()).toEqual(before);
    known = false;
    await changed(1_500);
    expect(shown()).toEqual(before);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown()).toEqual([0, null]);
  });

  it('says so when the extension was updated, and asks no more', async () => {
    const background = wire({ 'page.view': () => fail('reload-page') });
    const { store } = await started(background);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.getState().outdated).toBe(true);
    expect(background.asked('page.view')).toHaveLength(1);
  });
});

describe('the open review', () => {
  it('opens when its chip was pressed, once', async () => {
    let selected: string | null = null;
    const background = wire({ 'page.view': () => ok(pageView([item()], { reset: false, selected })) });
    const { store } = await started(background);
    selected = 'google-maps:r1';
    background.say({ tabId: 7, topic: 'selected' });
    await vi.advanceTimersByTimeAsync(200);
    expect(store.getState().review?.key).toBe('google-maps:r1');
    await sidebar?.openReview(null);
    background.say({ tabId: 7, topic: 'page' });
    await vi.advanceTimersByTimeAsync(200);
    expect(background.asked('review.select')).toEqual([{ key: null }]);
  });

  it('does not come back by the late echo of its own choice', async () => {
    let selected: string | null = null;
    const heard: (() => void)[] = [];
    const background = wire({
      'review.select': ({ key }: { key: string | null }) =>
        new Promise((resolve) =>
          heard.push(() => {
            selected = key;
            resolve(ok(null));
          }),
        ),
      'page.view': () => ok(pageView([item()], { reset: false, selected })),
    });
    const { store, openReview } = await started(background);
    void openReview('google-maps:r1');
    void openReview(null);
    heard[0]?.();
    background.say({ tabId: 7, topic: 'selected' });
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState()).toMatchObject({ open: null, view: { selected: null } });
    heard[1]?.();
    background.say({ tabId: 7, topic: 'selected' });
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState()).toMatchObject({ open: null, view: { selected: null } });
    // A chip that is pressed then is heard as ever.
    selected = 'google-maps:r1';
    background.say({ tabId: 7, topic: 'selected' });
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().open).toBe('google-maps:r1');
  });

  it('is not the one that was left meanwhile', async () => {
    const waiting = new Map<string, (answer: unknown) => void>();
    const background = wire({
      'review.get': ({ key }: { key: string }) => new Promise((resolve) => waiting.set(key, resolve)),
    });
    const { store, openReview } = await started(background);
    void openReview('ptt:a');
    void openReview('ptt:b');
    waiting.get('ptt:b')?.(ok(reviewView({ key: 'ptt:b' })));
    await vi.advanceTimersByTimeAsync(0);
    waiting.get('ptt:a')?.(ok(reviewView({ key: 'ptt:a' })));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().review?.key).toBe('ptt:b');
  });

  it('goes back to the list with a sentence when it is gone', async () => {
    const { store, openReview } = await started(wire({ 'review.get': () => fail('not-found') }));
    await openReview('ptt:a');
    expect(store.getState()).toMatchObject({ open: null, happened: { kind: 'failed', failure: 'not-found' } });
  });
});

describe('everything stored', () => {
  it('is searched once typing pauses', async () => {
    const background = wire({ 'store.list': () => ok({ items: [item()], total: 1 }) });
    const { store, show } = await started(background);
    show({ scope: 'all' });
    for (const query of ['牙', '牙醫', '牙醫師']) show({ query });
    await vi.advanceTimersByTimeAsync(500);
    expect(background.asked('store.list').map((data) => (data as { query: string }).query)).toEqual(['', '牙醫師']);
    expect(store.getState().stored?.total).toBe(1);
  });
});
