import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { COLOURS } from '../../../lib/page/chip-view.ts';
import { type ChipData, type ChipOptions, type Chips, createChips, watchPage } from '../../../lib/page/index.ts';
import {
  contextFor,
  fakeSite,
  fill,
  item,
  items,
  lifetime,
  makeCard,
  makeList,
  pageStyle,
  recyclingList,
  settle,
} from './fake-site.ts';

const soon = { timeout: 10_000, interval: 10 };
const chip = (id: string, more: Partial<ChipData> = {}): ChipData => ({
  id,
  urgency: 'today',
  word: '今天處理',
  label: `今天處理，在側欄開啟 ${id}`,
  mark: 'open',
  ...more,
});

/** Closed roots are closed to the page; the test remembers them. */
const roots = new WeakMap<Element, ShadowRoot>();
beforeEach(() => {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const hosts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('replywell-chip')];
const button = (host: Element): HTMLButtonElement => roots.get(host)!.querySelector('button')!;
/** The chip as it is drawn: what opens the review, and what opens the menu. */
const drawn = (host: Element): DOMRect => roots.get(host)!.firstElementChild!.getBoundingClientRect();
const more = (host: Element): HTMLButtonElement => roots.get(host)!.querySelector<HTMLButtonElement>('.more')!;
const menu = (host: Element): HTMLElement | null => roots.get(host)!.querySelector('[role=menu]:popover-open');
const WORDS = { open: '在側欄打開這一則', capture: '存證這一則' };
const labels = (): string[] => hosts().map((host) => button(host).getAttribute('aria-label') ?? '');
/** Which review each chip stands on → which it says. */
const pairs = (): [string, string][] =>
  hosts().map((host) => [
    host.closest('.card')?.getAttribute('data-review-id') ?? '',
    (button(host).getAttribute('aria-label') ?? '').split(' ').pop() ?? '',
  ]);

interface Desk {
  chips: Chips;
  opened: string[];
  captured: string[];
  life: AbortController;
  ids: string[];
}

/** As the content script does: whatever is reported gets a chip. */
function desk(
  adapter = fakeSite(),
  now?: () => number,
  words: typeof WORDS | null = WORDS,
  room?: ChipOptions['room'],
): Desk {
  const life = lifetime();
  const opened: string[] = [];
  const captured: string[] = [];
  const ids: string[] = [];
  let chips: Chips;
  const watch = watchPage({
    document,
    adapter,
    signal: life.signal,
    url: () => new URL('https://reviews.example/place/1'),
    onPage() {},
    onReviews(readings, { reset }) {
      if (reset) chips.clear();
      ids.push(...readings.map(({ review }) => review.id));
      chips.set(readings.map(({ review }) => chip(review.id)));
    },
    onHealth() {},
    onCards: (cards) => chips.refresh(cards),
  });
  chips = createChips({
    document,
    adapter,
    context: watch.context,
    onOpen: (id) => opened.push(id),
    onCapture: (id) => captured.push(id),
    menu: async () => words,
    room,
    signal: life.signal,
    now,
  });
  return { chips, opened, captured, life, ids };
}

/** Every box of the page, as it is laid out, but for ours. */
function layout(): string {
  const parts = [...document.querySelectorAll('body, body *:not(replywell-chip)')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y, width, height, element.scrollWidth, element.scrollHeight].join(' ');
  });
  const { scrollWidth, scrollHeight } = document.documentElement;
  return [...parts, scrollWidth, scrollHeight].join('\n');
}

test('each review gets one chip, and the page does not move', async () => {
  pageStyle('.list { overflow: auto; width: 300px; } .card { padding: 4px; } .card:last-child .text { margin: 0 }');
  const list = makeList(items(5));
  // A name that fills its line, and a card that ends with its head: the worst places for something at their end.
  list.append(fill(document.createElement('div'), item(7, { author: '很長的名字'.repeat(20) })));
  list.lastElementChild?.querySelector('.text')?.remove();
  list.children[1]?.querySelector('.head')?.setAttribute('style', 'display: flex');
  list.children[2]?.setAttribute('style', 'direction: rtl');
  list.children[3]?.setAttribute('style', 'position: relative; overflow: auto; height: 20px');
  const before = layout();
  desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(6), soon);
  await settle();
  expect(layout()).toBe(before);
  for (const host of hosts()) expect(button(host).getBoundingClientRect().height).toBe(24);
});

test('drawn after the name in a flex line, in the corner of a card that has no better place', async () => {
  const list = makeList(items(2));
  pageStyle('.card { width: 400px; height: 80px } .head { display: flex }');
  const [line, corner] = [...list.children] as [HTMLElement, HTMLElement];
  corner.querySelector('.head')!.className = '';
  desk(fakeSite({ chipPlace: (card) => ({ parent: card.querySelector('.head') ?? card, before: null }) }));
  await vi.waitFor(() => expect(hosts()).toHaveLength(2), soon);
  await settle();
  const [first, second] = hosts().map(drawn) as [DOMRect, DOMRect];
  const name = line.querySelector('.author')!.getBoundingClientRect();
  expect(first.left).toBeGreaterThanOrEqual(name.right);
  expect(Math.abs(first.top + first.height / 2 - name.top - name.height / 2)).toBeLessThanOrEqual(6);
  const frame = corner.getBoundingClientRect();
  for (const [edge, at] of [
    [frame.right, second.right],
    [frame.bottom, second.bottom],
  ] as const) {
    expect(at).toBeLessThanOrEqual(edge);
    expect(at).toBeGreaterThan(edge - 2);
  }
  // The card grows below: the chip goes along.
  corner.style.height = '120px';
  await vi.waitFor(() => expect(drawn(hosts()[1]!).bottom).toBe(corner.getBoundingClientRect().bottom), soon);
});

/** Reviews as lines that fill a narrow column, as on PTT: the chip stands before the line's words. */
const lines = () =>
  fakeSite({ chipPlace: (card) => ({ parent: card, before: card.querySelector('.text'), gutter: true }) });
function makeLines(count: number, css: string): HTMLElement {
  pageStyle(`.head { display: none } .card { position: relative } .text { margin: 0 } .list { ${css} }`);
  return makeList(items(count).map((one) => ({ ...one, text: '短句' })));
}
const seen = (host: Element): boolean => button(host).checkVisibility();

test.each([16, 20, 26, 40])(
  'beside lines %i px apart each stands in the middle of its own and touches none',
  async (pitch) => {
    const list = makeLines(6, `margin-left: 150px; font-size: 15px; line-height: ${pitch}px`);
    const before = layout();
    desk(lines());
    await vi.waitFor(() => expect(hosts()).toHaveLength(6), soon);
    await settle();
    const boxes = hosts().map(drawn);
    for (const [n, box] of boxes.entries()) {
      const line = list.children[n]!.getBoundingClientRect();
      expect(box.right).toBeLessThanOrEqual(line.left);
      expect(Math.abs(box.top + box.bottom - line.top - line.bottom)).toBeLessThanOrEqual(2);
      expect(box.height).toBeLessThanOrEqual(24);
      if (n > 0) expect(box.top - boxes[n - 1]!.bottom).toBeGreaterThanOrEqual(2);
    }
    expect(layout()).toBe(before);
  },
);

test('a sidebar that comes, moves or goes: each chip goes to where it can be seen', async () => {
  makeLines(3, 'margin: 0 110px');
  const whole = { left: 0, right: document.documentElement.clientWidth };
  let room = whole;
  const { chips } = desk(lines(), undefined, WORDS, () => room);
  await vi.waitFor(() => expect(hosts()).toHaveLength(3), soon);
  await settle();
  const column = document.querySelector('.list')!.getBoundingClientRect();
  const words = new Range();
  words.selectNodeContents(document.querySelector('.text')!);
  const written = words.getBoundingClientRect();
  expect(drawn(hosts()[0]!).right).toBeLessThanOrEqual(column.left);
  async function over(next: typeof room, check: (box: DOMRect) => void): Promise<void> {
    room = next;
    chips.settle();
    await vi.waitFor(() => {
      for (const host of hosts()) {
        const box = drawn(host);
        expect(seen(host)).toBe(true);
        expect(box.left).toBeGreaterThanOrEqual(room.left);
        expect(box.right).toBeLessThanOrEqual(room.right);
        check(box);
      }
    }, soon);
  }
  // From the left: to the other side of the column.
  await over({ ...whole, left: 60 }, (box) => expect(box.left).toBeGreaterThanOrEqual(column.right));
  // From both: after the words.
  await over({ left: 60, right: whole.right - 60 }, (box) => {
    expect(box.left).toBeGreaterThanOrEqual(written.right);
    expect(box.right).toBeLessThanOrEqual(column.right);
  });
  // A strip of the column: the icon without its word.
  await over({ left: column.right - 40, right: column.right }, ({ width }) => expect(width).toBeLessThan(40));
  expect(button(hosts()[0]!).getAttribute('aria-label')).toContain('今天處理');
  // Nothing of it: out of sight, for the keyboard too.
  room = { left: column.right - 4, right: whole.right - 60 };
  chips.settle();
  await vi.waitFor(() => expect(hosts().map(seen)).toEqual([false, false, false]), soon);
  await over(whole, (box) => expect(box.right).toBeLessThanOrEqual(column.left));
});

test('at a card’s end it keeps clear of what stands in the lowest line', async () => {
  const list = makeList(items(2));
  pageStyle('.card { width: 400px } .card footer { height: 30px; line-height: 30px; text-align: right }');
  for (const card of list.children) card.append(document.createElement('footer'));
  list.children[1]!.lastElementChild!.textContent = '分享';
  desk(fakeSite({ chipPlace: (card) => ({ parent: card, before: null }) }));
  await vi.waitFor(() => expect(hosts()).toHaveLength(2), soon);
  await settle();
  const [free, taken] = hosts().map(drawn) as [DOMRect, DOMRect];
  const words = new Range();
  words.selectNodeContents(list.children[1]!.querySelector('footer')!);
  expect(free.right).toBeGreaterThan(list.getBoundingClientRect().left + 398);
  expect(taken.right).toBeLessThanOrEqual(words.getBoundingClientRect().left - 6);
  expect(taken.bottom).toBeGreaterThan(words.getBoundingClientRect().top);
});

test('pressed by mouse and by key, the review opens; the page hears nothing', async () => {
  const card = makeList(items(1)).children[0] as HTMLElement;
  const { opened } = desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(1), soon);
  const heard = vi.fn();
  for (const name of ['click', 'keydown', 'mousedown']) card.addEventListener(name, heard);
  // The mouse goes to where the chip is drawn: that its host is 0 × 0 is no matter.
  const [at, from] = [button(hosts()[0]!).getBoundingClientRect(), card.getBoundingClientRect()];
  await userEvent.click(card, { position: { x: at.x - from.x + at.width / 2, y: at.y - from.y + at.height / 2 } });
  expect(opened).toEqual(['r0']);
  button(hosts()[0]!).focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard(' ');
  expect(opened).toEqual(['r0', 'r0', 'r0']);
  expect(heard).not.toHaveBeenCalled();
});

test('a script’s click opens nothing', async () => {
  makeList(items(1));
  const { opened } = desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(1), soon);
  hosts()[0]!.click();
  button(hosts()[0]!).click();
  expect(opened).toEqual([]);
  expect(hosts()[0]!.shadowRoot).toBeNull();
});

/** Presses what is drawn there with the mouse. */
async function press(element: Element): Promise<void> {
  const [at, from] = [element.getBoundingClientRect(), document.body.getBoundingClientRect()];
  await userEvent.click(document.body, {
    position: { x: at.x - from.x + at.width / 2, y: at.y - from.y + at.height / 2 },
    force: true,
  });
}

describe('the menu', () => {
  async function one(words: typeof WORDS | null = WORDS) {
    const list = makeList(items(1));
    const made = desk(fakeSite(), undefined, words);
    await vi.waitFor(() => expect(hosts()).toHaveLength(1), soon);
    await settle();
    return { ...made, card: list.children[0] as HTMLElement, host: hosts()[0]! };
  }
  const opened = (host: Element) => vi.waitFor(() => expect(menu(host)).not.toBeNull(), soon);
  const focused = (host: Element): string => roots.get(host)!.activeElement?.textContent ?? '';

  test('opens by mouse, names what it does, and does it; the page hears nothing', async () => {
    const { host, captured, opened: seen, card } = await one();
    const heard = vi.fn();
    for (const name of ['click', 'keydown', 'pointerdown']) card.addEventListener(name, heard);
    expect(more(host).getAttribute('aria-haspopup')).toBe('menu');
    await press(more(host));
    await opened(host);
    expect(more(host).getAttribute('aria-expanded')).toBe('true');
    const entries = [...menu(host)!.querySelectorAll('[role=menuitem]')];
    expect(entries.map((entry) => entry.textContent)).toEqual([WORDS.open, WORDS.capture]);
    await press(entries[1]!);
    expect(captured).toEqual(['r0']);
    expect(menu(host)).toBeNull();
    await press(more(host));
    await opened(host);
    await press(menu(host)!.querySelector('[role=menuitem]')!);
    expect(seen).toEqual(['r0']);
    expect(heard).not.toHaveBeenCalled();
  });

  test('by keys: arrows go round, Enter chooses, Escape closes and gives the focus back', async () => {
    const { host, captured } = await one();
    more(host).focus();
    await userEvent.keyboard('{Enter}');
    await opened(host);
    expect(focused(host)).toBe(WORDS.open);
    await userEvent.keyboard('{ArrowUp}');
    expect(focused(host)).toBe(WORDS.capture);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(host)).toBe(WORDS.open);
    await userEvent.keyboard('{Escape}');
    expect(menu(host)).toBeNull();
    expect(roots.get(host)!.activeElement).toBe(more(host));
    await userEvent.keyboard('{Enter}');
    await opened(host);
    await userEvent.keyboard('{End}{Enter}');
    expect(captured).toEqual(['r0']);
    expect(menu(host)).toBeNull();
  });

  test('closes when the page scrolls, on Tab and on a press elsewhere; a script’s event chooses nothing', async () => {
    const { host, captured } = await one();
    const again = async (): Promise<void> => {
      more(host).focus();
      await userEvent.keyboard('{Enter}');
      await opened(host);
    };
    await again();
    window.dispatchEvent(new Event('scroll'));
    expect(menu(host)).toBeNull();
    await again();
    await userEvent.keyboard('{Tab}');
    expect(menu(host)).toBeNull();
    await again();
    menu(host)!.querySelector<HTMLElement>('[role=menuitem]:last-child')!.click();
    expect(captured).toEqual([]);
    await press(document.querySelector('.text') ?? document.body);
    expect(menu(host)).toBeNull();
  });

  test('stands wholly inside the window, whatever cuts off the card, and covers no part of its chip', async () => {
    pageStyle('.list { position: fixed; right: 0; bottom: 0; width: 160px; height: 60px; overflow: hidden }');
    const { host } = await one();
    more(host).focus();
    await userEvent.keyboard('{Enter}');
    await opened(host);
    const [box, chipBox] = [menu(host)!.getBoundingClientRect(), drawn(host)];
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
    expect(box.bottom).toBeLessThanOrEqual(window.innerHeight);
    expect(box.bottom <= chipBox.top || box.top >= chipBox.bottom).toBe(true);
    // Nothing of the page lies over it.
    expect(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)).toBe(host);
  });

  test('without the extension behind the page nothing opens', async () => {
    const { host } = await one(null);
    await press(more(host));
    await settle();
    expect(menu(host)).toBeNull();
  });
});

test('says its urgency by word, icon and colour, and what was decided', async () => {
  makeList(items(1));
  const { chips } = desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(1), soon);
  const one = button(hosts()[0]!);
  expect(one.textContent).toBe('今天處理');
  expect(one.querySelector('svg[aria-hidden=true] path')).not.toBeNull();
  const colour = getComputedStyle(one).backgroundColor;
  const path = one.querySelector('path')!.getAttribute('d');
  chips.set([chip('r0', { mark: 'handled', word: '已處理', label: '已處理' })]);
  expect(hosts()).toHaveLength(1);
  expect(one.textContent).toBe('已處理');
  expect(getComputedStyle(one).backgroundColor).not.toBe(colour);
  expect(one.querySelector('path')!.getAttribute('d')).not.toBe(path);
});

test('words that look like markup are words', async () => {
  makeList(items(1));
  const { chips } = desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(1), soon);
  chips.set([chip('r0', { word: '<img src=x onerror=alert(1)>' })]);
  expect(button(hosts()[0]!).querySelector('img')).toBeNull();
  expect(button(hosts()[0]!).textContent).toBe('<img src=x onerror=alert(1)>');
});

test.each(Object.entries(COLOURS))('%s: readable in light and dark', (_, { light, dark }) => {
  for (const [ground, ink] of [light, dark]) expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
});

test('re-rendered cards get their chips back, each once', async () => {
  const list = makeList(items(4));
  desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(4), soon);
  list.replaceChildren(...items(4).map(makeCard));
  await vi.waitFor(() => expect(pairs()).toEqual(items(4).map(({ id }) => [id, id])), soon);
  // A card that is re-rendered inside, keeping its node.
  fill(list.children[2] as HTMLElement, item(2));
  await vi.waitFor(() => expect(hosts()).toHaveLength(4), soon);
  await settle();
  expect(pairs().sort()).toEqual(items(4).map(({ id }) => [id, id]));
});

test('recycled nodes carry the chip of the review they show now', async () => {
  const list = recyclingList(items(40), 4);
  desk();
  for (const first of [0, 4, 36, 2, 0]) {
    list.scrollTo(first);
    await vi.waitFor(() => expect(pairs()).toEqual(items(4, first).map(({ id }) => [id, id])), soon);
  }
});

test('a recycled node that keeps its parts keeps no chip of another', async () => {
  const card = makeList([item(1)]).children[0] as HTMLElement;
  desk();
  await vi.waitFor(() => expect(pairs()).toEqual([['r1', 'r1']]), soon);
  card.dataset.reviewId = 'r2';
  card.querySelector('.text')!.textContent = '別的內容';
  await vi.waitFor(() => expect(pairs()).toEqual([['r2', 'r2']]), soon);
});

test('moved cards take their chips along', async () => {
  const list = makeList(items(3));
  desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(3), soon);
  list.prepend(list.lastElementChild!);
  await settle();
  await vi.waitFor(
    () =>
      expect(pairs()).toEqual([
        ['r2', 'r2'],
        ['r0', 'r0'],
        ['r1', 'r1'],
      ]),
    soon,
  );
});

test('5,000 reviews, few chips: only near what is seen', async () => {
  const list = makeList(items(5_000));
  pageStyle('.card { height: 80px; overflow: hidden }');
  const { ids } = desk();
  await vi.waitFor(() => expect(ids).toHaveLength(5_000), { timeout: 30_000, interval: 20 });
  await vi.waitFor(() => expect(hosts().length).toBeGreaterThan(0), soon);
  await settle();
  expect(hosts().length).toBeLessThan(60);
  list.children[4_000]!.scrollIntoView();
  await vi.waitFor(() => expect(list.children[4_000]!.querySelector('replywell-chip')).not.toBeNull(), soon);
  expect(hosts().length).toBeLessThan(120);
}, 60_000);

test('a page that takes chips away at once wins, after five tries', async () => {
  makeList(items(1));
  let taken = 0;
  const hostile = new MutationObserver(() => {
    for (const host of hosts()) {
      host.remove();
      taken++;
    }
  });
  hostile.observe(document.body, { childList: true, subtree: true });
  desk(fakeSite(), () => 1);
  await vi.waitFor(() => expect(taken).toBe(5), soon);
  // Nothing is left that would try again now: observers and tasks have run.
  for (let frame = 0; frame < 10; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(taken).toBe(5);
  hostile.disconnect();
});

test('a page’s styles do not reach them', async () => {
  pageStyle(`body * { all: unset !important; font-size: 40px !important }
    html { font-size: 10px !important } body div { display: block !important }
    replywell-chip { display: none !important; opacity: 0 !important; width: 500px !important; position: static !important }`);
  makeList(items(1));
  desk();
  await vi.waitFor(() => expect(hosts()).toHaveLength(1), soon);
  const host = hosts()[0]!;
  host.setAttribute('style', 'display: none !important; visibility: hidden !important');
  const { position, display, width, opacity, visibility } = getComputedStyle(host);
  expect({ position, display, width, opacity, visibility }).toEqual({
    position: 'absolute',
    display: 'block',
    width: '0px',
    opacity: '1',
    visibility: 'visible',
  });
  const style = getComputedStyle(button(host));
  expect([style.fontSize, style.height]).toEqual(['12px', '24px']);
});

test('chips of an older life go at the start, all at the end', async () => {
  const list = makeList(items(2));
  const old = document.createElement('replywell-chip');
  list.children[0]!.append(old);
  const { life } = desk();
  expect(old.isConnected).toBe(false);
  await vi.waitFor(() => expect(hosts()).toHaveLength(2), soon);
  life.abort();
  expect(hosts()).toHaveLength(0);
});

test('no safe place, no chip; none for a review that needs none any more', async () => {
  const list = makeList(items(2));
  list.children[0]!.querySelector('.head')!.remove();
  const { chips } = desk();
  await vi.waitFor(() => expect(labels()).toEqual([chip('r1').label]), soon);
  chips.remove(['r1']);
  expect(hosts()).toHaveLength(0);
  list.children[1]!.querySelector('.text')!.textContent = '改過';
  chips.hide()();
  await settle();
  expect(contextFor(fakeSite()).kind).toBe('place');
});

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
