import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isReallySeen } from '../../entrypoints/sidebar/visibility.ts';

type Entry = { isVisible?: boolean; intersectionRatio: number };

/** An observer that tells the given entries, one for each time it is asked to look. */
function observer(entries: Entry[]) {
  const given: IntersectionObserverInit[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      #tell: (entries: Entry[]) => void;
      constructor(tell: (entries: Entry[]) => void, init: IntersectionObserverInit) {
        this.#tell = tell;
        given.push(init);
      }
      observe() {
        const entry = entries.shift();
        if (entry) queueMicrotask(() => this.#tell([entry]));
      }
      unobserve() {}
      disconnect() {}
    },
  );
  return given;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function seen(entries: Entry[]): Promise<boolean> {
  observer(entries);
  const answer = isReallySeen(document.body);
  await vi.advanceTimersByTimeAsync(5_000);
  return answer;
}

describe('being really seen', () => {
  it('asks for the second version of the observer', async () => {
    const given = observer([{ isVisible: true, intersectionRatio: 1 }]);
    const answer = isReallySeen(document.body);
    await vi.advanceTimersByTimeAsync(10);
    expect(await answer).toBe(true);
    expect(given[0]).toMatchObject({ trackVisibility: true, delay: 100 });
  });

  it.each([
    ['not covered', [{ isVisible: true, intersectionRatio: 1 }], true],
    ['covered', Array<Entry>(5).fill({ isVisible: false, intersectionRatio: 1 }), false],
    [
      'only just opened',
      [
        { isVisible: false, intersectionRatio: 1 },
        { isVisible: true, intersectionRatio: 1 },
      ],
      true,
    ],
    ['mostly out of view', Array<Entry>(5).fill({ isVisible: true, intersectionRatio: 0.2 }), false],
    ['in a browser that cannot tell', [{ intersectionRatio: 1 }], true],
    ['never told', [], false],
  ])('%s', async (_, entries, expected) => {
    expect(await seen(entries as Entry[])).toBe(expected);
  });
});
