import type { Health } from '../contract/index.ts';
import type { Adapter, PageContext, Sign } from '../sites/contract.ts';
import { judge, tally } from '../sites/health.ts';
import type { Standing } from './identity.ts';
import type { Known } from './observe.ts';
import { nextTask } from './tasks.ts';

/** A page this young that looks broken may just be loading. */
const YOUNG = 4_000;
/** Health is judged at most this often, and takes at most a hundredth of the time: it looks at the whole page. */
const JUDGE_EVERY = 1_000;
const JUDGE_SHARE = 100;
/** So many cards are looked at in one step of judging. */
const LOOKED_AT = 500;

/** A page that is being read. */
export interface Watched {
  document: Document;
  adapter: Adapter;
  signal: AbortSignal;
  now(): number;
  onHealth(health: Health, reading: boolean): void;
  /** The page as it stands now. `waiting`: cards of the page before are held back. */
  page(): {
    standing: Standing | null;
    context: PageContext;
    readable: boolean;
    enteredAt: number;
    waiting: boolean;
  };
  /** `runs`: how often reading has begun; `failures`: cards on which the adapter threw. */
  reading(): { running: boolean; runs: number; failures: number };
  /** The records of a card that was read. */
  idsOf(card: Element): readonly string[] | undefined;
  known: ReadonlyMap<string, Known>;
  /** Cards that are to be read; those that no mutation told of come in here. */
  queue: Set<Element>;
  run(): void;
}

/** How well the page was read, judged whenever reading is through: in steps, so that the page goes on meanwhile. */
export function watchHealth(watched: Watched) {
  const { document, adapter, signal, known, queue } = watched;
  let health: Health = { status: 'not-applicable', problems: [] };
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let judged = false;
  let cost = 0;

  function soon(): void {
    if (timer !== undefined || signal.aborted || document.readyState === 'loading') return;
    // The first cards are news at once; an empty page gets its second.
    const wait = known.size > 0 && !judged ? 0 : Math.max(JUDGE_EVERY, cost * JUDGE_SHARE);
    timer = setTimeout(() => void look(), wait);
  }

  /** In steps, with the thread given back between them; given up when reading begins, which judges when it is through. */
  async function look(): Promise<void> {
    timer = undefined;
    const before = watched.reading();
    if (signal.aborted || before.running) return;
    const { standing, enteredAt } = watched.page();
    const present: Known[] = [];
    const signs: Sign[] = [];
    const steps = looking(present, signs);
    let spent = 0;
    for (;;) {
      const began = performance.now();
      const { done } = steps.next();
      spent += performance.now() - began;
      if (done) break;
      await nextTask();
      if (signal.aborted || watched.reading().runs !== before.runs) return;
      if (watched.page().standing !== standing) return soon();
    }
    // Cards that no mutation told of: read them, and judge after that.
    if (queue.size > 0) return watched.run();
    const { context, waiting } = watched.page();
    const { failures } = watched.reading();
    health = judge(context, tally(present), signs);
    judged = true;
    cost = spent;
    if (failures > 0) {
      health.status = 'broken';
      health.problems.push({ field: 'card', selector: 'read', count: failures });
    }
    const loading = health.status === 'broken' && watched.now() - enteredAt < YOUNG;
    if (loading) soon();
    else tell(waiting);
  }

  /** The page's cards and what their records want, then the signs: each step short, however many cards there are. */
  function* looking(present: Known[], signs: Sign[]): Generator<void> {
    const { readable, context } = watched.page();
    if (readable) {
      const all = adapter.cards(document, context);
      for (let n = 0; n < all.length; n++) {
        if (n % LOOKED_AT === 0) yield;
        const ids = watched.idsOf(all[n] as Element);
        if (!ids) queue.add(all[n] as Element);
        for (const id of ids ?? []) {
          const record = known.get(id);
          if (record) present.push(record);
        }
      }
      if (queue.size > 0) return;
      yield;
    }
    for (const sign of adapter.signs(document, context)) {
      signs.push(sign);
      yield;
    }
  }

  function tell(reading: boolean): void {
    const now = JSON.stringify([health, reading]);
    if (now === shown) return;
    shown = now;
    watched.onHealth(health, reading);
  }

  document.addEventListener('DOMContentLoaded', soon, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return {
    soon,
    /** Another page stands open: nothing is known of it yet. */
    afresh(): void {
      judged = false;
      health = { status: watched.page().readable ? 'ok' : 'not-applicable', problems: [] };
      tell(true);
    },
    /** Tells anew, changed or not. */
    forget(): void {
      shown = '';
    },
  };
}
