import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Filter, Scope } from '../../components/queue/narrow.ts';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Failure, Result } from '../../lib/contract/result.ts';
import type { PageView, Preferences, QueueItem, ReviewView, SettingsView } from '../../lib/contract/views.ts';
import type { Changed, DataOf, ReplyOf, RequestName, Requests } from '../../lib/messaging/protocol.ts';

/** The two calls of lib/messaging/client.ts that the sidebar lives on. */
export interface Wire {
  request<Name extends RequestName>(name: Name, data: DataOf<Requests[Name]>): Promise<ReplyOf<Requests[Name]>>;
  onChanged(callback: (change: Changed) => void): () => void;
}

/** What happened, for the line at the bottom; the words are chosen where it is shown. */
export type Happened = { kind: 'done'; what: 'bound' | 'structure' } | { kind: 'failed'; failure: Failure };

export interface SidebarState {
  /** Until the background answered `ok` to our nonce nothing of the store is asked for or shown. */
  phase: 'connecting' | 'refused' | 'ready';
  /** The background does not answer at present; asked again by itself. */
  retrying: boolean;
  /** The extension was updated under this page. */
  outdated: boolean;
  tabId: number | null;
  settings: SettingsView | null;
  view: Omit<PageView, 'items'> | null;
  /** In the order they are shown. */
  /** In no order: what comes first depends on the time. */
  items: readonly QueueItem[];
  scope: Scope;
  query: string;
  filter: Filter;
  others: boolean;
  stored: { items: QueueItem[]; total: number } | null;
  /** Where j and k stand. */
  current: string | null;
  open: string | null;
  review: ReviewView | null;
  composer: { key: string; text: string } | null;
  happened: Happened | null;
  /** Counts what was heard of captures: whoever shows them asks again. */
  captured: number;
}

export const EMPTY: SidebarState = {
  phase: 'connecting',
  retrying: false,
  outdated: false,
  tabId: null,
  settings: null,
  view: null,
  items: [],
  scope: 'page',
  query: '',
  filter: 'all',
  others: false,
  stored: null,
  current: null,
  open: null,
  review: null,
  composer: null,
  happened: null,
  captured: 0,
};

export interface Sidebar {
  store: StoreApi<SidebarState>;
  start(nonce: string): Promise<void>;
  stop(): void;
  openReview(key: string | null): Promise<void>;
  show(change: Partial<Pick<SidebarState, 'scope' | 'query' | 'filter' | 'others' | 'current'>>): void;
  took(review: ReviewView): void;
  duty(person: Person | null): Promise<Result<SettingsView>>;
  prefer(change: Partial<Preferences>): Promise<void>;
  bind(): Promise<void>;
  structure(): Promise<string | null>;
  /** Calls back when something about captures changed. */
  onCapture(callback: () => void): () => void;
  close(): void;
  dashboard(section: string): void;
  say(happened: Happened | null): void;
}

/** At most so often the page's view is asked for while a page is being read. */
const PULL_GAP = 100;
const RETRY_FIRST = 500;
const RETRY_MOST = 8_000;
/** So long what was read stays while a background that has just started anew has not heard of the page yet. */
const FORGOTTEN = 2_000;
const HELLO_TRIES = 4;
const STORED_LIMIT = 300;
const SEARCH_PAUSE = 150;

/**
 * The sidebar's only memory. It pulls: a `changed` message carries nothing, it only makes us ask again, so
 * that a page which imitates our messages can make us ask but never make us show.
 */
export function createSidebar(wire: Wire): Sidebar {
  const store = createStore<SidebarState>(() => EMPTY);
  const { getState: get, setState: set } = store;
  const byKey = new Map<string, QueueItem>();
  let stopListening = (): void => undefined;
  let stopped = false;
  let timers: ReturnType<typeof setTimeout>[] = [];

  function later(run: () => void, ms: number): void {
    const timer = setTimeout(() => {
      timers = timers.filter((other) => other !== timer);
      if (!stopped) run();
    }, ms);
    timers.push(timer);
  }

  // --- the page ---
  let pulling = false;
  let wanted = false;
  let retryIn = RETRY_FIRST;

  function pull(): void {
    wanted = true;
    if (!pulling && !stopped) void pullNow();
  }

  /** Our own choices that the background has not heard yet, and how many there were: a view of before them is old. */
  let selecting = 0;
  let selected = 0;
  let missed = false;

  function select(key: string | null): void {
    selecting++;
    selected++;
    void wire.request('review.select', { key }).then(() => {
      if (--selecting > 0 || !missed) return;
      missed = false;
      pull();
    });
  }

  async function pullNow(): Promise<void> {
    pulling = true;
    wanted = false;
    const [busy, count] = [selecting > 0, selected];
    const answer = await wire.request('page.view', { since: get().view?.rev ?? 0 });
    if (answer.ok) {
      retryIn = RETRY_FIRST;
      const old = busy || count !== selected;
      if (old) missed ||= answer.value.selected !== (get().view?.selected ?? null);
      merge(old ? { ...answer.value, selected: get().view?.selected ?? null } : answer.value);
      if (old && missed && selecting === 0) {
        missed = false;
        wanted = true;
      }
      later(next, PULL_GAP);
    } else if (answer.failure === 'reload-page') {
      set({ outdated: true });
      pulling = false;
    } else if (answer.failure === 'not-allowed') {
      // Our proof was forgotten: show nothing that we may no longer ask for.
      set({ ...EMPTY, phase: 'refused' });
      pulling = false;
    } else {
      set({ retrying: true });
      wanted = true;
      later(next, retryIn);
      retryIn = Math.min(retryIn * 2, RETRY_MOST);
    }
  }

  function next(): void {
    pulling = false;
    if (wanted) pull();
  }

  let forgotten: number | null = null;

  function merge({ items, ...view }: PageView): void {
    const before = get();
    // The worker is stopped whenever it rests: the page is the same, and is told again in a moment.
    if (view.reset && view.reading && view.page === null && before.view?.page) {
      if (forgotten === null) later(pull, FORGOTTEN);
      forgotten ??= Date.now();
      if (Date.now() - forgotten < FORGOTTEN) {
        set({ retrying: false });
        return;
      }
    } else forgotten = null;
    if (view.reset) byKey.clear();
    for (const item of items) byKey.set(item.key, item);
    const chosen = view.selected !== null && view.selected !== before.view?.selected ? view.selected : null;
    set({
      view,
      retrying: false,
      ...((view.reset || items.length > 0) && { items: [...byKey.values()] }),
    });
    // A chip on the page was pressed.
    if (chosen !== null && chosen !== before.open) void load(chosen);
    else if (before.open && items.some((item) => item.key === before.open)) void load(before.open);
  }

  // --- one review ---
  async function load(key: string): Promise<void> {
    const before = get();
    set({ open: key, current: key, ...(before.open !== key && { review: null }) });
    const answer = await wire.request('review.get', { key });
    if (get().open !== key) return;
    if (answer.ok) set({ review: answer.value });
    else set({ happened: { kind: 'failed', failure: answer.failure }, ...(!get().review && { open: null }) });
  }

  // --- everything stored ---
  let listing = 0;
  async function list(): Promise<void> {
    const mine = ++listing;
    const { query, filter } = get();
    const answer = await wire.request('store.list', { query, filter, limit: STORED_LIMIT });
    if (mine !== listing) return;
    if (answer.ok) set({ stored: answer.value });
    else set({ happened: { kind: 'failed', failure: answer.failure } });
  }
  let search: ReturnType<typeof setTimeout> | undefined;

  async function settings(): Promise<void> {
    const answer = await wire.request('settings.get', {});
    if (answer.ok) set({ settings: answer.value });
  }

  /** What stands in the site's own box, if it was filled from here. */
  async function composer(): Promise<void> {
    const answer = await wire.request('composer.view', {});
    if (answer.ok) set({ composer: answer.value });
  }

  function changed(change: Changed): void {
    const { tabId, open, scope } = get();
    if (change.tabId !== null && change.tabId !== tabId) return;
    switch (change.topic) {
      case 'settings':
        void settings();
        pull();
        break;
      case 'composer':
        void composer();
        break;
      case 'capture':
        set({ captured: get().captured + 1 });
        // Pictures of a capture under way change no list.
        if (change.tabId !== null) return;
        break;
      case 'review':
        if (open && (change.key === undefined || change.key === open)) void load(open);
        pull();
        break;
      default:
        pull();
    }
    if (scope === 'all' && change.topic !== 'composer') void list();
  }

  return {
    store,
    async start(nonce) {
      let answer = await wire.request('sidebar.hello', { nonce });
      // A worker that died while it answered has not said no.
      for (let tries = 1; !answer.ok && answer.failure === 'unexpected' && tries < HELLO_TRIES; tries++) {
        await new Promise<void>((resolve) => later(resolve, RETRY_FIRST));
        answer = await wire.request('sidebar.hello', { nonce });
      }
      if (stopped) return;
      if (!answer.ok) {
        set({ phase: 'refused' });
        return;
      }
      set({ phase: 'ready', tabId: answer.value.tabId, settings: answer.value.settings });
      stopListening = wire.onChanged(changed);
      pull();
      void composer();
    },
    stop() {
      stopped = true;
      stopListening();
      for (const timer of timers) clearTimeout(timer);
      clearTimeout(search);
    },
    async openReview(key) {
      select(key);
      if (key === null) set({ open: null, review: null, view: withSelected(get().view, null) });
      else {
        set({ view: withSelected(get().view, key) });
        await load(key);
      }
    },
    show(change) {
      const before = get();
      set(change);
      const { scope, query, filter } = get();
      if (scope !== 'all') return;
      clearTimeout(search);
      if (before.scope !== 'all' || before.filter !== filter) void list();
      else if (before.query !== query) search = setTimeout(() => void list(), SEARCH_PAUSE);
    },
    took(review) {
      if (get().open === review.key) set({ review });
    },
    async duty(person) {
      const answer = await wire.request('settings.duty', { person });
      if (answer.ok) set({ settings: answer.value });
      else set({ happened: { kind: 'failed', failure: answer.failure } });
      return answer;
    },
    async prefer(change) {
      const answer = await wire.request('settings.preferences', change);
      if (answer.ok) set({ settings: answer.value });
      else set({ happened: { kind: 'failed', failure: answer.failure } });
    },
    async bind() {
      const answer = await wire.request('place.bind', {});
      if (answer.ok) {
        set({ settings: answer.value, happened: { kind: 'done', what: 'bound' } });
        pull();
      } else set({ happened: { kind: 'failed', failure: answer.failure } });
    },
    async structure() {
      const answer = await wire.request('page.structure', {});
      if (answer.ok) return answer.value.report;
      set({ happened: { kind: 'failed', failure: answer.failure } });
      return null;
    },
    onCapture: (callback) =>
      store.subscribe((state, before) => {
        if (state.captured !== before.captured) callback();
      }),
    close() {
      void wire.request('sidebar.close', {});
    },
    dashboard(section) {
      void wire.request('dashboard.open', { section }).then((answer) => {
        if (!answer.ok) set({ happened: { kind: 'failed', failure: answer.failure } });
      });
    },
    say(happened) {
      set({ happened });
    },
  };
}

/** Remembered here too, so that the background's echo of our own choice does not open it a second time. */
function withSelected(view: SidebarState['view'], selected: string | null): SidebarState['view'] {
  return view && { ...view, selected };
}
