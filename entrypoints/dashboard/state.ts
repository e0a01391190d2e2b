import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Filter } from '../../components/queue/narrow.ts';
import type { Inventory } from '../../components/settings/clear-dialog.tsx';
import type { Clinic, Person } from '../../lib/contract/clinic.ts';
import type { Failure, Result } from '../../lib/contract/result.ts';
import type { PageView, Preferences, QueueItem, ReviewView, SettingsView } from '../../lib/contract/views.ts';
import type { DueView } from '../../lib/desk/retention.ts';
import type { Changed } from '../../lib/messaging/protocol.ts';
import type { Wire } from '../sidebar/state.ts';

/** What happened, for the line at the bottom; the words are chosen where it is shown. */
export type Happened =
  | { kind: 'done'; what: 'saved' | 'cleared' }
  | { kind: 'done'; what: 'purged'; count: number }
  | { kind: 'done'; what: 'exported'; name: string }
  | { kind: 'done'; what: 'corrections'; name: string; count: number }
  | { kind: 'done'; what: 'imported'; reviews: number; skipped: number }
  | { kind: 'failed'; failure: Failure };

export interface DashboardState {
  settings: SettingsView | null;
  /** The first-run guide was put off. */
  skipped: boolean;
  /** The profile was just made: what to do next is shown until the person goes on. */
  fresh: boolean;
  query: string;
  filter: Filter;
  stored: { items: QueueItem[]; total: number } | null;
  current: string | null;
  open: string | null;
  review: ReviewView | null;
  happened: Happened | null;
  /** Counts what was heard of captures: whoever shows them asks again. */
  captured: number;
  /** Whether reviews are read with all there is. */
  reader: PageView['reader'];
}

export interface Dashboard {
  store: StoreApi<DashboardState>;
  start(): Promise<void>;
  stop(): void;
  show(change: Partial<Pick<DashboardState, 'query' | 'filter' | 'skipped' | 'fresh' | 'current'>>): void;
  openReview(key: string | null): Promise<void>;
  took(review: ReviewView): void;
  duty(person: Person | null): Promise<Result<SettingsView>>;
  prefer(change: Partial<Preferences>): Promise<void>;
  saveClinic(clinic: Clinic): Promise<boolean>;
  /** What staff corrected, as a file; null where there is nothing or it failed, which is said. */
  exportCorrections(): Promise<{ file: string; name: string } | null>;
  importAll(file: Blob): Promise<void>;
  /** What is due to be deleted by the chosen days; null where it could not be asked, which is said. */
  due(): Promise<DueView | null>;
  /** Deletes these; whether it could. */
  purge(keys: string[], by: Person | null): Promise<boolean>;
  inventory(): Promise<Inventory | null>;
  clear(reason: string, by: Person | null): Promise<boolean>;
  /** Calls back when something about captures changed. */
  onCapture(callback: () => void): () => void;
  say(happened: Happened | null): void;
}

const LIMIT = 5_000;
const SEARCH_PAUSE = 150;

/** The full page's memory: asks the background, as the sidebar does, and never the database. */
export function createDashboard(wire: Wire): Dashboard {
  const store = createStore<DashboardState>(() => ({
    settings: null,
    skipped: false,
    fresh: false,
    query: '',
    filter: 'all',
    stored: null,
    current: null,
    open: null,
    review: null,
    happened: null,
    captured: 0,
    reader: 'full',
  }));
  const { getState: get, setState: set } = store;
  const failed = (failure: Failure): void => set({ happened: { kind: 'failed', failure } });

  let listing = 0;
  async function list(): Promise<void> {
    const mine = ++listing;
    const { query, filter } = get();
    const answer = await wire.request('store.list', { query, filter, limit: LIMIT });
    if (mine !== listing) return;
    if (answer.ok) set({ stored: answer.value });
    else failed(answer.failure);
  }

  async function load(key: string): Promise<void> {
    set({ open: key, current: key, ...(get().review?.key !== key && { review: null }) });
    const answer = await wire.request('review.get', { key });
    if (get().open !== key) return;
    if (answer.ok) set({ review: answer.value });
    else {
      set({ open: null, review: null });
      failed(answer.failure);
    }
  }

  async function settings(): Promise<void> {
    const answer = await wire.request('settings.get', {});
    if (answer.ok) set({ settings: answer.value });
    else failed(answer.failure);
    const read = await wire.request('reader.get', {});
    if (read.ok && read.value) set({ reader: read.value.reader });
  }

  /** Many reviews of a page are stored one after another: the list is asked for once they pause. */
  let soon: ReturnType<typeof setTimeout> | undefined;
  function listSoon(): void {
    clearTimeout(soon);
    soon = setTimeout(() => void list(), SEARCH_PAUSE);
  }

  function changed({ tabId, topic, key }: Changed): void {
    const { open } = get();
    if (topic === 'settings') void settings();
    if (topic === 'capture') set({ captured: get().captured + 1 });
    if (topic === 'review' && open && (key === undefined || key === open)) void load(open);
    // A capture under way says so after every picture; whether one is held changes at its end only, for all tabs.
    if (topic === 'page' || topic === 'review' || (topic === 'capture' && tabId === null)) listSoon();
  }

  /** Asks, shows a failure, and gives the value or null. */
  async function ask<T>(answer: Promise<Result<T>>): Promise<T | null> {
    const result = await answer;
    if (result.ok) return result.value;
    failed(result.failure);
    return null;
  }

  let stopListening = (): void => undefined;
  return {
    store,
    async start() {
      stopListening = wire.onChanged(changed);
      await Promise.all([settings(), list()]);
    },
    stop() {
      stopListening();
      clearTimeout(soon);
    },
    show(change) {
      set(change);
      if ('query' in change) listSoon();
      if ('filter' in change) void list();
    },
    async openReview(key) {
      if (key === null) set({ open: null, review: null });
      else await load(key);
    },
    took(review) {
      if (get().open === review.key) set({ review });
    },
    async duty(person) {
      const answer = await wire.request('settings.duty', { person });
      if (answer.ok) set({ settings: answer.value });
      else failed(answer.failure);
      return answer;
    },
    async prefer(change) {
      const value = await ask(wire.request('settings.preferences', change));
      if (value) set({ settings: value });
    },
    async saveClinic(clinic) {
      const first = get().settings?.clinic === null;
      const value = await ask(wire.request('settings.clinic', clinic));
      if (!value) return false;
      // The screen that follows a first run says itself that it is done.
      if (first) set({ settings: value, fresh: true, happened: null });
      else set({ settings: value, happened: { kind: 'done', what: 'saved' } });
      return true;
    },
    async exportCorrections() {
      const value = await ask(wire.request('data.corrections', {}));
      if (value) set({ happened: { kind: 'done', what: 'corrections', name: value.name, count: value.count } });
      return value && value.count > 0 ? value : null;
    },
    async importAll(file) {
      const address = URL.createObjectURL(file);
      const value = await ask(wire.request('data.import', { file: address }));
      URL.revokeObjectURL(address);
      if (!value) return;
      set({ happened: { kind: 'done', what: 'imported', ...value } });
      await Promise.all([settings(), list()]);
    },
    due: () => ask(wire.request('data.due', {})),
    async purge(keys, by) {
      const value = await ask(wire.request('data.purge', { keys, ...(by && { by }) }));
      if (!value) return false;
      const { open } = get();
      if (open && keys.includes(open)) set({ open: null, review: null, current: null });
      set({ happened: { kind: 'done', what: 'purged', count: value.deleted } });
      await list();
      return true;
    },
    inventory: () => ask(wire.request('data.inventory', {})),
    async clear(reason, by) {
      const answer = await wire.request('data.clear', { reason, ...(by && { by }) });
      if (!answer.ok) {
        failed(answer.failure);
        return false;
      }
      set({ open: null, review: null, current: null, happened: { kind: 'done', what: 'cleared' } });
      await Promise.all([settings(), list()]);
      return true;
    },
    onCapture: (callback) =>
      store.subscribe((state, before) => {
        if (state.captured !== before.captured) callback();
      }),
    say(happened) {
      set({ happened });
    },
  };
}
