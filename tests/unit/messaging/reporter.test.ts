import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PageInfo, Review } from '../../../lib/contract/index.ts';
import { createReporter } from '../../../lib/messaging/reporter.ts';

const page: PageInfo = { site: 'ptt', kind: 'article', title: null, place: null, language: null };
const review = (id: string, text = id) => ({ id, text }) as Review;

/** A worker that keeps what it is told as the background does, and may be killed (forget) between any two messages. */
function worker() {
  let state: { session: string; batch: number; reviews: Map<string, string> } | null = null;
  return {
    kill() {
      state = null;
    },
    known: () => Object.fromEntries(state?.reviews ?? []),
    async answer(report: { session: string; batch: number; reset: boolean; reviews: Review[] }) {
      if (report.reset) state = { session: report.session, batch: report.batch, reviews: new Map() };
      else if (!state || state.session !== report.session || report.batch > state.batch + 1) {
        return { ok: true as const, value: { resync: true, chips: [], rejected: 0 } };
      }
      state.batch = report.batch;
      for (const { id, text } of report.reviews) state.reviews.set(id, text);
      return { ok: true as const, value: { resync: false, chips: [], rejected: 0 } };
    },
  };
}

beforeEach(() => void vi.useFakeTimers());

test('a worker that forgets is told everything again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.record({
            do: fc.constant('read' as const),
            ids: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 150 }),
          }),
          fc.record({ do: fc.constant('kill' as const) }),
          fc.record({
            do: fc.constant('navigate' as const),
            ids: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 5 }),
          }),
        ),
        { maxLength: 12 },
      ),
      async (steps) => {
        const background = worker();
        const reporter = createReporter({ send: background.answer, onChips: () => undefined });
        reporter.page(page);
        let expected: Record<string, string> = {};
        let version = 0;
        for (const step of steps) {
          if (step.do === 'kill') background.kill();
          else {
            const list = step.ids.map((id) => review(String(id), `v${version++}`));
            if (step.do === 'navigate') expected = {};
            for (const { id, text } of list) expected[id] = text;
            reporter.reviews(list, step.do === 'navigate');
          }
          await vi.runAllTimersAsync();
        }
        // Anything that happens on the page lets a worker that was killed last catch up.
        reporter.reviews([review('last')], false);
        expected.last = 'last';
        await vi.runAllTimersAsync();
        expect(background.known()).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

test('a report that got no answer is sent again, and gives up after a while', async () => {
  let down = true;
  const background = worker();
  const send = vi.fn(async (report: Parameters<typeof background.answer>[0]) =>
    down ? ({ ok: false, failure: 'unexpected' } as const) : background.answer(report),
  );
  const reporter = createReporter({ send, onChips: () => undefined });
  reporter.page(page);
  reporter.reviews([review('a')], true);
  await vi.advanceTimersByTimeAsync(3000);
  down = false;
  await vi.runAllTimersAsync();
  expect(background.known()).toEqual({ a: 'a' });

  down = true;
  const before = send.mock.calls.length;
  reporter.reviews([review('b')], false);
  await vi.runAllTimersAsync();
  expect(send.mock.calls.length - before).toBeLessThan(10);
});
