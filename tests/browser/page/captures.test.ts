import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChips, watchPage } from '../../../lib/page/index.ts';
import { adapterFor } from '../../../lib/sites/registry.ts';
import { lifetime, settle } from './fake-site.ts';

/**
 * Chips on real pages, where the shared captures are there (they are not part of the project): each page is laid
 * out with them as without them. The addresses are made up; only the kind of page matters here.
 */
const CAPTURES = import.meta.glob<string>('../../../../shared/captures/{google-maps/*,facebook/*,ptt/article_*}.html', {
  query: '?raw',
  import: 'default',
});
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/google-maps\/search/, 'https://www.google.com/search?q=x'],
  [/google-maps\//, 'https://www.google.com/maps/place/X/data=!4m8!3m7!1s0x1:0x2!8m2!3d1!4d1!9m1!1b1'],
  [/facebook\/feed/, 'https://www.facebook.com/'],
  [/facebook\//, 'https://www.facebook.com/x/posts/1'],
  [/ptt\/article_(\w+?)_(M\.\d+\.A\.\w{3})/, 'https://www.ptt.cc/bbs/$1/$2.html'],
];

function addressOf(file: string): URL | null {
  for (const [pattern, address] of ADDRESSES) {
    const match = pattern.exec(file);
    if (match) return new URL(address.replace(/\$(\d)/g, (_, n) => match[Number(n)] ?? ''));
  }
  return null;
}

/** The page without what would load or run. */
async function put(html: string): Promise<void> {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const part of parsed.querySelectorAll('script, link, meta, iframe, base')) part.remove();
  for (const image of parsed.querySelectorAll('img, source, video')) {
    for (const name of ['src', 'srcset', 'poster']) image.removeAttribute(name);
  }
  document.body.append(...parsed.head.querySelectorAll('style'), ...parsed.body.childNodes);
  // Images without a source are laid out anew once the browser has given them up.
  let last = '';
  await vi.waitFor(
    () => {
      const before = last;
      last = layout().join();
      expect(last).toBe(before);
    },
    { timeout: 10_000, interval: 200 },
  );
}

function layout(): string[] {
  return [...document.querySelectorAll('body, body *:not(replywell-chip)')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y, width, height, element.scrollWidth, element.scrollHeight].join(' ');
  });
}

/** Closed roots are closed to the page; the test remembers what is drawn in them. */
const drawn = new Map<Element, ShadowRoot>();
beforeEach(() => {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    drawn.set(this, root);
    return root;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  drawn.clear();
});

/** What is drawn and seen. */
const seen = (): DOMRect[] =>
  [...document.querySelectorAll('replywell-chip')].flatMap((host) => {
    const both = drawn.get(host)?.firstElementChild;
    return both?.checkVisibility() ? both.getBoundingClientRect() : [];
  });

/** Chips that lie over each other or touch. */
function touching(): string[] {
  const boxes = seen().sort((a, b) => a.top - b.top);
  return boxes.flatMap((box, n) =>
    boxes
      .slice(n + 1)
      .filter((other) => other.top <= box.bottom && other.left <= box.right && other.right >= box.left)
      .map((other) => `${box.left} ${box.top} and ${other.left} ${other.top}`),
  );
}

/** Buttons and links of the site whose middle lies under a chip: they could not be pressed any more. */
function overControls(): string[] {
  const chips = seen();
  return [...document.querySelectorAll('button, a[href], [role=button], [role=link], input')].flatMap((control) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    const [across, down] = [x + width / 2, y + height / 2];
    const under = chips.some(
      (chip) => width > 1 && across > chip.left && across < chip.right && down > chip.top && down < chip.bottom,
    );
    return under ? [`${control.localName} ${control.textContent?.trim().slice(0, 20)}`] : [];
  });
}

const pages = Object.entries(CAPTURES).filter(([file]) => addressOf(file) !== null);
if (pages.length === 0) test.skip('no shared captures beside the project', () => {});

test.each(pages)('%s', async (file, load) => {
  await put(await load());
  const url = addressOf(file) as URL;
  const adapter = adapterFor(url);
  if (!adapter) throw new Error(`no adapter for ${url}`);
  const before = layout();
  const { signal } = lifetime();
  const ids = new Set<string>();
  let read = false;
  const watch = watchPage({
    document,
    adapter,
    signal,
    url: () => url,
    onPage() {},
    onReviews(readings) {
      for (const { review } of readings) ids.add(review.id);
      chips.set(
        readings.map(({ review: { id } }) => ({ id, urgency: 'soon', word: '儘快看', label: '儘快看', mark: 'open' })),
      );
    },
    onHealth(_, reading) {
      read = !reading;
    },
    onCards: (cards) => chips.refresh(cards),
  });
  let room = { left: 0, right: document.documentElement.clientWidth };
  const chips = createChips({ document, adapter, context: watch.context, onOpen() {}, room: () => room, signal });
  await vi.waitFor(() => expect(read).toBe(true), { timeout: 10_000, interval: 20 });
  if (ids.size > 0) {
    await vi.waitFor(() => expect(document.querySelector('replywell-chip')).not.toBeNull(), { timeout: 10_000 });
  }
  await settle();
  expect(layout()).toEqual(before);
  expect(overControls()).toEqual([]);
  expect(touching()).toEqual([]);
  // Beside a sidebar, on either side.
  for (const next of [
    { left: 0, right: 250 },
    { left: 164, right: room.right },
  ]) {
    room = next;
    chips.settle();
    await vi.waitFor(() =>
      expect(seen().filter(({ left, right }) => left < next.left || right > next.right)).toEqual([]),
    );
    await settle();
    expect(touching()).toEqual([]);
    expect(layout()).toEqual(before);
  }
  // Every review is found again by its id, on a card that holds it.
  for (const id of [...ids].slice(0, 20)) {
    const card = watch.locate(id);
    expect(card && adapter.read(card, watch.context()).map(({ review }) => review.id)).toContain(id);
  }
});
