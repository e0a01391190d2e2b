import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectedShots,
  joined,
  LIMITS,
  missingOf,
  nextShot,
  pictured,
  type Range,
  snap,
  type View,
} from '../../../lib/evidence/capture-plan.ts';

/** A page that scrolls as browsers do: only so far, and only on whole device pixels. */
interface Page {
  height: number;
  viewport: number;
  scale: number;
  post: Range;
  above: number;
  below: number;
  origin: number;
}

const viewAt = (page: Page, to: number): View => {
  const most = Math.max(0, page.height - page.viewport);
  return {
    width: 1000,
    height: page.viewport + page.origin,
    scale: page.scale,
    scroll: snap(Math.min(Math.max(to, 0), most), page.scale),
    most,
    origin: page.origin,
    clear: { from: page.origin + page.above, to: page.origin + page.viewport - page.below },
    target: page.post,
    across: { from: 100, to: 700 },
  };
};

/** Takes pictures until the plan says that it is enough. */
function series(page: Page, start = 0, limits = { ...LIMITS, shots: 1_000 }) {
  let view = viewAt(page, start);
  const covered: Range[] = [pictured(view)];
  const views = [view];
  const tried: number[] = [];
  for (;;) {
    const next = nextShot(view, covered, tried, limits);
    if (next.do === 'end') return { why: next.why, covered, views, tried, view };
    tried.push(next.to);
    view = viewAt(page, next.to);
    covered.push(pictured(view));
    views.push(view);
    if (views.length > 1_000) throw new Error('never ends');
  }
}

const pages = fc
  .record({
    viewport: fc.integer({ min: 200, max: 1_200 }),
    scale: fc.constantFrom(0.8, 1, 1.1, 1.25, 1.5, 2, 3),
    above: fc.integer({ min: 0, max: 90 }),
    below: fc.integer({ min: 0, max: 60 }),
    origin: fc.integer({ min: 0, max: 150 }),
    before: fc.integer({ min: 120, max: 900 }),
    post: fc.integer({ min: 1, max: 8_000 }),
    after: fc.integer({ min: 80, max: 900 }),
    fraction: fc.integer({ min: 0, max: 99 }),
  })
  .map(({ viewport, before, post, after, fraction, ...rest }): Page => {
    const from = before + fraction / 100;
    return { ...rest, viewport, post: { from, to: from + post }, height: from + post + after };
  });

describe('the plan of pictures', () => {
  test('shows every row of a post that can be brought between the bars', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 0, max: 5_000 }), (page, start) => {
        const { why, covered } = series(page, start);
        expect(why).toBe('done');
        expect(missingOf(page.post, covered)).toEqual([]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('takes few pictures: no more than the post needs, and the one that stood there', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const { views } = series(page);
        const room = page.viewport - page.above - page.below;
        const least = (page.post.to - page.post.from) / (room - LIMITS.overlap);
        expect(views.length).toBeLessThanOrEqual(Math.ceil(least) + 3);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  test('neighbours of a long post share rows, so that they can be shown to fit', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const { covered } = series(page);
        const sorted = covered.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
        for (const [index, range] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before && range.to > before.to) expect(before.to - range.from).toBeGreaterThanOrEqual(-0.4);
        }
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  test('a post that no scrolling brings out from under a bar ends, and says what is missing', () => {
    const page: Page = {
      height: 2_000,
      viewport: 600,
      scale: 1,
      post: { from: 100, to: 2_000 },
      above: 0,
      below: 80,
      origin: 0,
    };
    const { why, covered } = series(page);
    expect(why).toBe('stuck');
    expect(missingOf(page.post, covered)).toEqual([{ from: 1_920, to: 2_000 }]);
  });

  test('bars that leave no room end it at once', () => {
    const page: Page = {
      height: 900,
      viewport: 400,
      scale: 1,
      post: { from: 0, to: 900 },
      above: 300,
      below: 100,
      origin: 0,
    };
    expect(series(page).why).toBe('stuck');
  });

  test('a page that grows for ever ends at the limit', () => {
    let view = viewAt(
      { height: 9_000, viewport: 600, scale: 1, post: { from: 0, to: 9_000 }, above: 0, below: 0, origin: 0 },
      0,
    );
    const covered = [pictured(view)];
    const tried: number[] = [];
    for (let grown = 9_000; ; grown += 2_000) {
      const next = nextShot(view, covered, tried, { overlap: 48, shots: 20 });
      if (next.do === 'end') {
        expect(next.why).toBe('limit');
        break;
      }
      tried.push(next.to);
      view = viewAt(
        { height: grown, viewport: 600, scale: 1, post: { from: 0, to: grown }, above: 0, below: 0, origin: 0 },
        next.to,
      );
      covered.push(pictured(view));
    }
    expect(tried).toHaveLength(20);
  });

  test('a page that does not scroll where it is told ends', () => {
    const page: Page = {
      height: 5_000,
      viewport: 600,
      scale: 1,
      post: { from: 0, to: 5_000 },
      above: 0,
      below: 0,
      origin: 0,
    };
    const view = viewAt(page, 0);
    const tried: number[] = [];
    for (let steps = 0; ; steps++) {
      const next = nextShot(view, [pictured(view)], tried);
      if (next.do === 'end') break;
      tried.push(next.to);
      expect(steps).toBeLessThan(5);
    }
  });

  test('positions fall on whole device pixels', () => {
    fc.assert(
      fc.property(pages, (page) => {
        for (const to of series(page).tried)
          expect(Math.abs(to * page.scale - Math.round(to * page.scale))).toBeLessThan(1e-6);
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  test('the progress bar’s guess is near what comes', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const { views } = series(page);
        const guess = expectedShots(views[0] as View, { ...LIMITS, shots: 1_000 });
        expect(Math.abs(guess - views.length)).toBeLessThanOrEqual(3 + views.length * 0.25);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('ranges', () => {
  const ranges = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 12 },
  );
  const holds = (list: readonly Range[], at: number) => list.some(({ from, to }) => from <= at && at < to);

  test('joining keeps every point and makes no neighbours', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const whole = joined(list);
        for (let at = 0; at < 90; at++) expect(holds(whole, at + 0.5)).toBe(holds(list, at + 0.5));
        for (const [index, range] of whole.entries()) {
          const before = whole[index - 1];
          if (before) expect(range.from).toBeGreaterThan(before.to);
        }
      }),
      { seed: 12 },
    );
  });

  test('what is missing and what is there make the whole', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const missing = missingOf({ from: 10, to: 50 }, list);
        for (let at = 10; at < 50; at++) expect(holds(missing, at + 0.5)).toBe(!holds(list, at + 0.5));
      }),
      { seed: 13 },
    );
  });
});
