import type { Health, PageInfo } from '../contract/index.ts';
import type { Adapter, Miss, PageContext, Reading } from '../sites/contract.ts';
import { type Standing, samePage, sameSubject } from './identity.ts';
import { watchAddress } from './navigation.ts';
import { signatureOf } from './signature.ts';
import { nextTask } from './tasks.ts';
import { watchTouched, within } from './touched.ts';
import { watchHealth } from './watch-health.ts';

/** Longest stretch of reading before the thread goes back to the page, ms. */
const SLICE = 8;
/** Records that make a report worth sending before the reading is through. */
const BATCH = 50;
/** After a navigation, how long cards of the page before are held back: until this, and until the page is quiet. */
const HOLD = 2_000;
const QUIET = 500;
const LONGEST_HOLD = 6_000;
/** A page that only changes inside is recognised anew at most this often. */
const DETECT_EVERY = 250;

/** A card that was read, and the ids of its records, in their order. */
export interface CardRead {
  card: Element;
  ids: readonly string[];
}

export interface WatchOptions {
  document: Document;
  adapter: Adapter;
  /** Ends everything: observers, timers, reading. */
  signal: AbortSignal;
  /** Unix ms. */
  now?: () => number;
  /** The page's address; the document's by default. */
  url?: () => URL;
  /** The page was recognised, or what is known of it changed. Comes before its reviews. */
  onPage(page: PageInfo): void;
  /**
   * New and changed records only. `reset`: this starts a page afresh (the first report of each page, even with
   * no records): forget what was reported before.
   */
  onReviews(readings: Reading[], report: { reset: boolean }): void;
  /** `reading`: still going through the page. Called when either changes. */
  onHealth(health: Health, reading: boolean): void;
  /** Every card that was read, changed or not, after its records: for chips, which follow nodes rather than records. */
  onCards?(cards: readonly CardRead[]): void;
}

export interface PageWatch {
  /** The card in which review `id` stands now, or null. Never a node that has since become another review's. */
  locate(id: string): Element | null;
  /** What adapters are told of the page as it is now. */
  context(): PageContext;
  /** Reports everything again, as a fresh page (the other side lost track). */
  resend(): void;
}

/** A record that was reported: what of it was wanting, and where it stood. */
export interface Known {
  signature: number;
  missing: Miss[];
  fallback: Miss[];
  card: WeakRef<Element>;
}

/**
 * Reads a page and keeps reading it as it changes. State is keyed by review id; nodes are known by WeakMap and
 * WeakRef only, so the site may re-render and recycle them. Work is proportional to what is new: a burst of
 * mutations is collected, led to the cards it touches, and only these are read, in slices.
 */
export function watchPage(options: WatchOptions): PageWatch {
  const { document, adapter, signal } = options;
  const now = options.now ?? Date.now;
  const address = options.url ?? (() => new URL(document.location.href));

  let standing: Standing | null = null;
  let context: PageContext = contextOf({ page: adapter.detect(document, address()), url: address() });
  let shownPage = '';
  const known = new Map<string, Known>();
  /** What each card held when it was last read, and on which page that was. */
  let read = new WeakMap<Element, { ids: string[]; on: Standing }>();

  const queue = new Set<Element>();
  let rescan = true;
  /** The page has to be recognised anew. */
  let navigated = false;
  let detectedAt = 0;
  let detectTimer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  /** How often reading has begun. */
  let runs = 0;

  let records: Reading[] = [];
  let cards: CardRead[] = [];
  let reset = true;

  let enteredAt = now();
  let changedAt = 0;
  /** Cards of the page before are not read: the site has changed the address and not yet the content. */
  let holding = false;
  let held = false;
  let holdTimer: ReturnType<typeof setTimeout> | undefined;
  /** Cards that were read after all because the site left them standing. If all go soon, they were not this page's. */
  let carried: { refs: WeakRef<Element>[]; until: number } | null = null;

  let failures = 0;

  const health = watchHealth({
    document,
    adapter,
    signal,
    now,
    onHealth: options.onHealth,
    page: () => ({ standing, context, readable: readable(), enteredAt, waiting: holding && held }),
    reading: () => ({ running, runs, failures }),
    idsOf: (card) => read.get(card)?.ids,
    known,
    queue,
    run: () => void run(),
  });

  function contextOf({ page, url }: Standing): PageContext {
    return { ...page, url, document, now: now() };
  }

  // ---- which page ----

  function detectLater(): void {
    detectTimer = undefined;
    navigated = true;
    run();
  }

  function detect(): void {
    clearTimeout(detectTimer);
    detectTimer = undefined;
    detectedAt = now();
    const url = address();
    const found: Standing = { page: adapter.detect(document, url), url };
    if (!standing || !samePage(standing, found)) {
      enter(found);
      return;
    }
    const place = JSON.stringify(standing.page.place);
    standing.page = found.page;
    standing.url = url;
    context = contextOf(found);
    // Which place it is stands in every record.
    if (JSON.stringify(found.page.place) !== place) rescan = true;
    tellPage();
  }

  function enter(found: Standing): void {
    const before = standing;
    standing = found;
    context = contextOf(found);
    enteredAt = now();
    carried = null;
    startAfresh();
    clearTimeout(holdTimer);
    holding = before !== null && !sameSubject(before, found);
    held = false;
    if (holding) holdTimer = setTimeout(release, HOLD);
    tellPage();
    health.afresh();
  }

  const readable = (): boolean => context.kind !== 'leave-alone' && context.kind !== 'unknown';

  function startAfresh(): void {
    known.clear();
    queue.clear();
    records = [];
    cards = [];
    failures = 0;
    reset = true;
    rescan = true;
  }

  /** The hold is over once the page is quiet; whatever of the page before still stands belongs to this one. */
  function release(): void {
    if (now() - changedAt < QUIET && now() - enteredAt < LONGEST_HOLD) {
      holdTimer = setTimeout(release, QUIET);
      return;
    }
    holding = false;
    if (!held) return;
    carried = { refs: [], until: now() + 5 * HOLD };
    rescan = true;
    run();
  }

  function carriedAreGone(): boolean {
    if (!carried || carried.refs.length === 0) return false;
    if (now() > carried.until) {
      carried = null;
      return false;
    }
    return carried.refs.every((ref) => !ref.deref()?.isConnected);
  }

  // ---- what changed ----

  const touched = watchTouched(document, signal, () => {
    changedAt = now();
    run();
  });

  /** One pass, a step at a time: what was touched → the cards it belongs to → their records. */
  function* pass(): Generator<void> {
    const { roots, targets } = touched.take();
    // What only changes a page we know is looked at now and then; what comes in may be another page.
    if (rescan || navigated || roots.size > 0 || now() - detectedAt >= DETECT_EVERY) detect();
    else detectTimer ??= setTimeout(detectLater, DETECT_EVERY);
    navigated = false;
    if (carriedAreGone()) {
      carried = null;
      startAfresh();
    }
    if (!readable()) {
      rescan = false;
      return;
    }
    if (rescan) {
      rescan = false;
      for (const card of adapter.cards(document, context)) queue.add(card);
      yield;
    } else {
      for (const target of targets) {
        want(target);
        yield;
      }
      for (const root of roots) {
        if (root.isConnected && !within(root, roots)) {
          want(root);
          for (const card of adapter.cards(root, context)) queue.add(card);
        }
        yield;
      }
    }
    for (const card of queue) {
      if (navigated) return;
      queue.delete(card);
      if (card.isConnected) readCard(card);
      yield;
    }
  }

  function want(node: Element): void {
    if (!node.isConnected) return;
    const card = adapter.cardOf(node, context);
    if (card) queue.add(card);
  }

  function readCard(card: Element): void {
    if (!standing) return;
    const readings = readSafely(card);
    const ids = readings.map(({ review }) => review.id);
    const before = read.get(card);
    if (before && before.on !== standing && !sameSubject(before.on, standing) && sameIds(before.ids, ids)) {
      if (holding) {
        held = true;
        return;
      }
      carried?.refs.push(new WeakRef(card));
    }
    read.set(card, { ids, on: standing });
    cards.push({ card, ids });
    for (const reading of readings) {
      const { id } = reading.review;
      const signature = signatureOf(reading.review);
      const entry = known.get(id);
      const { missing, fallback } = reading;
      known.set(id, { signature, missing, fallback, card: new WeakRef(card) });
      if (entry?.signature !== signature) records.push(reading);
    }
  }

  /** Adapters never throw; should one, a single card must not stop the rest, and health says so. */
  function readSafely(card: Element): Reading[] {
    try {
      return adapter.read(card, context);
    } catch {
      failures++;
      return [];
    }
  }

  function deliver(): void {
    const [someCards, someRecords, fresh] = [cards, records, reset];
    cards = [];
    records = [];
    reset = false;
    if (fresh || someRecords.length > 0) options.onReviews(someRecords, { reset: fresh });
    if (someCards.length > 0) options.onCards?.(someCards);
  }

  const workLeft = (): boolean => rescan || navigated || touched.size() + queue.size > 0;

  async function run(): Promise<void> {
    if (running || signal.aborted) return;
    running = true;
    runs++;
    try {
      while (workLeft()) {
        await nextTask();
        if (signal.aborted) return;
        let deadline = performance.now() + SLICE;
        for (const _ of pass()) {
          if (performance.now() < deadline) continue;
          if (records.length >= BATCH) deliver();
          await nextTask();
          if (signal.aborted) return;
          deadline = performance.now() + SLICE;
        }
        deliver();
      }
    } finally {
      running = false;
    }
    health.soon();
  }

  function tellPage(): void {
    if (!standing) return;
    const shown = JSON.stringify(standing.page);
    if (shown === shownPage) return;
    shownPage = shown;
    options.onPage(standing.page);
  }

  // ---- where a review stands ----

  function holds(card: Element, id: string): boolean {
    return readSafely(card).some(({ review }) => review.id === id);
  }

  function locate(id: string): Element | null {
    const last = known.get(id)?.card.deref();
    if (last?.isConnected && holds(last, id)) return last;
    return adapter.cards(document, context).find((card) => holds(card, id)) ?? null;
  }

  watchAddress(
    document,
    () => address().href,
    signal,
    () => {
      navigated = true;
      run();
    },
  );
  signal.addEventListener(
    'abort',
    () => {
      for (const timer of [holdTimer, detectTimer]) clearTimeout(timer);
      known.clear();
      queue.clear();
    },
    { once: true },
  );
  run();

  return {
    locate,
    context: () => context,
    resend() {
      shownPage = '';
      health.forget();
      read = new WeakMap();
      startAfresh();
      run();
    },
  };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, n) => id === b[n]);
}
