import type { Health, PageInfo, Result, Review } from '../contract/index.ts';
import type { Chip } from './protocol.ts';

interface Report {
  session: string;
  batch: number;
  reset: boolean;
  reading: boolean;
  page: PageInfo;
  url?: string;
  health: Health;
  reviews: Review[];
}

/** So many records in one message: triage of a batch stays far under the worker's patience. */
const BATCH = 100;

/**
 * Sends what was read, in order and one message at a time, and keeps the records of this page (plain data, by
 * id) so that a restarted worker can be told everything again: nothing lives only in the worker's memory.
 */
export function createReporter(options: {
  send(report: Report): Promise<Result<{ resync: boolean; chips: Chip[]; rejected: number }>>;
  onChips(chips: Chip[]): void;
  /** Where the page stands now. */
  url?(): string;
}) {
  const session = crypto.randomUUID();
  const known = new Map<string, Review>();
  const queue = new Set<string>();
  let info: PageInfo | null = null;
  let health: Health = { status: 'not-applicable', problems: [] };
  let reading = true;
  let reset = true;
  let batch = 0;
  let stale = false;
  let running = false;
  let resyncs = 0;
  let failures = 0;

  async function run(): Promise<void> {
    if (running || !info) return;
    running = true;
    try {
      while (stale || queue.size > 0) {
        stale = false;
        const ids = [...queue].slice(0, BATCH);
        for (const id of ids) queue.delete(id);
        const last = queue.size === 0;
        const report: Report = {
          session,
          batch: batch++,
          reset,
          reading: reading || !last,
          page: info,
          ...(options.url && { url: options.url() }),
          health,
          reviews: ids.flatMap((id) => known.get(id) ?? []),
        };
        reset = false;
        const answer = await options.send(report);
        if (!answer.ok) {
          // The worker may be restarting: what was read stays queued and is sent again, in time or with the next change.
          for (const id of ids) queue.add(id);
          if (report.reset) reset = true;
          stale = true;
          if (answer.failure !== 'reload-page' && failures++ < 5) setTimeout(() => void run(), 2000);
          return;
        }
        failures = 0;
        // A worker that loses track again and again is not helped by sending for ever.
        if (answer.value.resync && resyncs++ < 5) again();
        else {
          resyncs = answer.value.resync ? resyncs : 0;
          options.onChips(answer.value.chips);
        }
      }
    } finally {
      running = false;
    }
  }

  function again(): void {
    reset = true;
    stale = true;
    for (const id of known.keys()) queue.add(id);
  }

  return {
    session,
    ids: (): string[] => [...known.keys()],
    authors: (): { id: string; name: string }[] =>
      [...known.values()].map(({ id, author }) => ({ id, name: author.name })),
    page(next: PageInfo): void {
      info = next;
      stale = true;
      void run();
    },
    reviews(list: Review[], fresh: boolean): void {
      if (fresh) {
        known.clear();
        queue.clear();
        reset = true;
        stale = true;
      }
      for (const review of list) {
        known.set(review.id, review);
        queue.add(review.id);
      }
      void run();
    },
    health(next: Health, stillReading: boolean): void {
      const same = JSON.stringify(next) === JSON.stringify(health) && stillReading === reading;
      health = next;
      reading = stillReading;
      if (same) return;
      stale = true;
      void run();
    },
    resend(): void {
      again();
      void run();
    },
  };
}
