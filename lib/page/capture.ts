import type { Range, View } from '../evidence/capture-plan.ts';
import type { Adapter, PageContext } from '../sites/contract.ts';
import { findBars, hideBars } from './capture-bars.ts';
import { inertCopy } from './capture-copy.ts';
import { peopleInView } from './capture-people.ts';
import { picturesOf } from './capture-pictures.ts';
import type { Mark } from './frame.ts';
import { nextTask, wait } from './tasks.ts';

/**
 * What is to be pictured: the review, the post it stands under, or every card of the page (a thread of its own). An
 * empty `id`: the page as it is, where the review is looked for and not found.
 */
export interface Subject {
  id: string;
  root: string;
  all: boolean;
}

/** The page at one scroll position. */
export interface Sight {
  view: View;
  /** Where the review itself stands in the content; null: not in the page at present. */
  review: { across: Range; down: Range } | null;
  url: string;
  visible: boolean;
  /** Bars of the page that were taken out of sight because they left no room. */
  barsHidden: number;
  /** Pictures in view that have not arrived. */
  imagesMissing: number;
  /** Our own button as it stood before it was hidden: a picture that shows it was taken too early. */
  mark: Mark | null;
}

export interface Reading {
  /** The post and its thread, inert. */
  html: string;
  /** The same as rendered. */
  text: string;
  /** The words of the DOM copy, with the alternative texts of its pictures. */
  domText: string;
  title: string;
  canonicalUrl: string | null;
  /** Pictures of the review as the page refers to them. */
  pictures: { url: string; alt: string; loaded: boolean }[];
  /** Frames in the post whose content may not be read. */
  framesLeftOut: number;
  adapter: { name: string; version: string };
}

/** What the page's own window says of itself, for the record. */
export interface Surroundings {
  agent: string;
  language: string;
  window: { width: number; height: number; outerWidth: number; outerHeight: number; scale: number };
  screen: { width: number; height: number };
  /** The page was driven by a program (test, automation). */
  automated: boolean;
  /** Milliseconds since the page was loaded. */
  age: number;
  /** How the document came: a reload, a link … */
  navigation: string;
  /** The server's answer to it; 0: not told. */
  status: number;
}

export interface Capturer {
  /** Takes our own marks out of sight and measures. Null: the review is not on the page. */
  begin(subject: Subject): Promise<Sight | null>;
  /** Scrolls there and waits until the page stands still. `clear`: bars in the way are taken out of sight. */
  move(to: number, clear: boolean): Promise<Sight | null>;
  look(): Sight | null;
  /** Only our own marks out of sight. */
  hide(): void;
  read(): Reading;
  surroundings(): Surroundings;
  /** Everything as it was. Safe to call at any time. */
  end(): void;
}

export interface CapturerOptions {
  document: Document;
  adapter: Adapter;
  context(): PageContext;
  locate(id: string): Element | null;
  mark(): Mark | null;
  /** Hides our chips and the sidebar; the result puts them back. */
  hide(): () => void;
  /** Who wrote what stands on the page. */
  authors?(): Iterable<{ id: string; name: string }>;
  /** The person pressed Escape while the capture went on. */
  onStop(): void;
  signal: AbortSignal;
}

/** A background that is gone does not leave the page scrolled and our marks hidden, ms. */
const SILENCE = 12_000;
/** Pictures in view may take so long to arrive, ms. */
const IMAGES = 700;

/** One capture at a time; a second `begin` ends the first. */
export function createCapturer(options: CapturerOptions): Capturer {
  const { document, adapter, signal } = options;
  const window = document.defaultView as Window & typeof globalThis;
  let undo: (() => void)[] = [];
  let subject: Subject | null = null;
  let scroller: Element | null = null;
  /** The furthest that the post has reached so far: a virtual list takes away what is not in view. */
  let reached: { target: Range; across: Range } | null = null;
  let bars: Element[] = [];
  let barsHidden = 0;
  let mark: Mark | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(watchdog);
    // In the order opposite to that of doing, and each even when another fails.
    for (const step of undo.reverse()) {
      try {
        step();
      } catch {
        // The page has taken the node away: nothing to put back.
      }
    }
    undo = [];
    subject = null;
    reached = null;
    scroller = null;
    bars = [];
    barsHidden = 0;
  }
  signal.addEventListener('abort', end, { once: true });

  function alive(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(end, SILENCE);
  }

  /** What stands beside the page's own part (chats, menus of an account) is not looked at. */
  const find = (id: string): Element | null =>
    id === '' ? (document.querySelector('main, [role="main"]') ?? document.body) : options.locate(id);

  function cards(): Element[] {
    if (!subject) return [];
    const own = [find(subject.root), find(subject.id)];
    if (subject.all) own.push(...adapter.cards(document, options.context()));
    return own.filter((card) => card !== null);
  }

  async function begin(next: Subject): Promise<Sight | null> {
    end();
    subject = next;
    const card = find(next.id);
    if (!card) {
      end();
      return null;
    }
    hide();
    scroller = scrollerOf(card);
    const [held, at] = [scroller, scroller.scrollTop];
    undo.push(() => held.scrollTo({ top: at, behavior: 'instant' }));
    if (scroller !== document.scrollingElement && !inView(scroller)) {
      const [x, y] = [window.scrollX, window.scrollY];
      scroller.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      undo.push(() => window.scrollTo({ left: x, top: y, behavior: 'instant' }));
    }
    bars = findBars(document, card);
    // More than one frame may be on its way to the screen.
    await frames(2);
    await settle();
    return look();
  }

  function hide(): void {
    alive();
    mark = options.mark();
    undo.push(options.hide());
    // The press was in the sidebar: Escape would go to a frame that nobody sees.
    window.focus();
    window.addEventListener('keydown', stopped, true);
    undo.push(() => window.removeEventListener('keydown', stopped, true));
  }

  function stopped(event: KeyboardEvent): void {
    if (event.key === 'Escape' && event.isTrusted) options.onStop();
  }

  async function move(to: number, clear: boolean): Promise<Sight | null> {
    if (!scroller) return null;
    alive();
    scroller.scrollTo({ top: to, behavior: 'instant' });
    await settle();
    if (clear) {
      const hidden = hideBars(bars);
      barsHidden = Math.max(barsHidden, hidden.count);
      undo.push(hidden.show);
      await settle();
    }
    return look();
  }

  /** Two frames, then the pictures in view. A tab without frames (in the back) is told by `visible`. */
  async function settle(): Promise<void> {
    await frames(2);
    if (imagesMissing() === 0) return;
    const end = performance.now() + IMAGES;
    while (performance.now() < end && imagesMissing() > 0 && !signal.aborted) await wait(60, signal);
    await frames(1);
  }

  async function frames(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      await Promise.race([
        new Promise<void>((resolve) => window.requestAnimationFrame(() => resolve())),
        wait(250, signal),
      ]);
    }
    await nextTask();
  }

  function imagesMissing(): number {
    let missing = 0;
    for (const card of cards().slice(0, 400)) {
      for (const image of card.querySelectorAll('img')) {
        if (!image.complete && inView(image)) missing++;
      }
    }
    return missing;
  }

  function inView(element: Element): boolean {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
  }

  /** The element, or an ancestor, that scrolls it: a pane, a dialog, else the document. */
  function scrollerOf(card: Element): Element {
    const whole = document.scrollingElement ?? document.documentElement;
    for (let node = card.parentElement; node && node !== document.body && node !== whole; node = node.parentElement) {
      if (node.scrollHeight <= node.clientHeight + 1) continue;
      if (/^(auto|scroll|overlay)$/.test(getComputedStyle(node).overflowY)) return node;
    }
    return whole;
  }

  /** Where the scroller shows its content, in the viewport, and where content 0 stands at scroll 0. */
  function frameOf(pane: Element): { top: number; bottom: number; left: number; right: number; origin: number } {
    const [width, height] = [document.documentElement.clientWidth, window.innerHeight];
    if (pane === document.scrollingElement) return { top: 0, bottom: height, left: 0, right: width, origin: 0 };
    const box = pane.getBoundingClientRect();
    const top = box.top + pane.clientTop;
    return {
      top: Math.max(0, top),
      bottom: Math.min(height, top + pane.clientHeight),
      left: Math.max(0, box.left),
      right: Math.min(width, box.right),
      origin: top,
    };
  }

  function look(): Sight | null {
    if (!subject || !scroller?.isConnected) return null;
    alive();
    const pane = frameOf(scroller);
    const scroll = scroller.scrollTop;
    const down = (y: number): number => y - pane.origin + scroll;
    const boxes = cards().map((card) => card.getBoundingClientRect());
    for (const box of boxes) {
      if (box.width === 0 || box.height === 0) continue;
      const from = Math.max(0, down(box.top));
      const to = Math.min(scroller.scrollHeight, down(box.bottom));
      reached = {
        target: { from: Math.min(reached?.target.from ?? from, from), to: Math.max(reached?.target.to ?? to, to) },
        across: {
          from: Math.max(pane.left, Math.min(reached?.across.from ?? box.left, box.left)),
          to: Math.min(pane.right, Math.max(reached?.across.to ?? box.right, box.right)),
        },
      };
    }
    if (!reached) return null;
    const own = options.locate(subject.id);
    const outlined = own ? adapter.outline(own, subject.id, options.context()) : null;
    const outline = outlined?.getBoundingClientRect();
    return {
      view: {
        width: window.innerWidth,
        height: window.innerHeight,
        scale: window.devicePixelRatio,
        scroll,
        most: Math.max(0, scroller.scrollHeight - scroller.clientHeight),
        origin: pane.origin,
        clear: clearOf(pane, reached.across),
        target: { ...reached.target },
        across: { ...reached.across },
        ...(options.authors && { people: peopleInView(scroller, others(), outlined) }),
      },
      review: outline
        ? {
            across: { from: outline.left, to: outline.right },
            down: { from: down(outline.top), to: down(outline.bottom) },
          }
        : null,
      url: window.location.href,
      visible: document.visibilityState === 'visible',
      barsHidden,
      imagesMissing: imagesMissing(),
      mark,
    };
  }

  /** Names on the page but for that of the review's own author. */
  function others(): Set<string> {
    const authors = [...(options.authors?.() ?? [])];
    const own = authors.find(({ id }) => id === subject?.id)?.name;
    return new Set(authors.map(({ name }) => name).filter((name) => name !== '' && name !== own));
  }

  /** The part of the pane over which nothing of the page stands still. */
  function clearOf(pane: { top: number; bottom: number }, across: Range): Range {
    const clear = { from: pane.top, to: pane.bottom };
    const middle = (pane.top + pane.bottom) / 2;
    for (const bar of bars) {
      const box = standing(bar, pane.top, pane.bottom);
      if (!box || box.right <= across.from || box.left >= across.to) continue;
      if (box.bottom <= pane.top || box.top >= pane.bottom) continue;
      if ((box.top + box.bottom) / 2 < middle) clear.from = Math.max(clear.from, Math.min(box.bottom, pane.bottom));
      else clear.to = Math.min(clear.to, Math.max(box.top, pane.top));
    }
    return { from: clear.from, to: Math.max(clear.from, clear.to) };
  }

  /** The bar's box where it is seen and stands still at present, else null. */
  function standing(bar: Element, top: number, bottom: number): DOMRect | null {
    if (!bar.isConnected) return null;
    const style = getComputedStyle(bar);
    if (style.visibility !== 'visible' || style.opacity === '0' || style.display === 'none') return null;
    const box = bar.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return null;
    if (style.position === 'fixed') return box;
    if (style.position !== 'sticky') return null;
    const stuckAbove = Math.abs(box.top - (top + Number.parseFloat(style.top))) <= 1.5;
    const stuckBelow = Math.abs(box.bottom - (bottom - Number.parseFloat(style.bottom))) <= 1.5;
    return stuckAbove || stuckBelow ? box : null;
  }

  function read(): Reading {
    alive();
    const roots = outermost(cards());
    return {
      ...inertCopy(document, roots),
      // What is rendered, not what the nodes hold: hidden words are none.
      // biome-ignore lint/performance/useDomNodeTextContent: see above
      text: roots.map((root) => (root as HTMLElement).innerText ?? root.textContent ?? '').join('\n\n'),
      title: document.title,
      canonicalUrl: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? null,
      pictures: picturesOf(subject && options.locate(subject.id)),
      framesLeftOut: roots.reduce((sum, root) => sum + root.querySelectorAll('iframe, frame').length, 0),
      adapter: { name: adapter.id, version: adapter.verified[options.context().kind] ?? 'unverified' },
    };
  }

  function surroundings(): Surroundings {
    alive();
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return {
      agent: window.navigator.userAgent,
      language: window.navigator.language,
      window: {
        width: window.innerWidth,
        height: window.innerHeight,
        outerWidth: window.outerWidth,
        outerHeight: window.outerHeight,
        scale: window.devicePixelRatio,
      },
      screen: { width: window.screen.width, height: window.screen.height },
      automated: window.navigator.webdriver === true,
      age: Math.round(performance.now()),
      navigation: entry?.type ?? 'unknown',
      status: entry?.responseStatus ?? 0,
    };
  }

  return { begin, move, look, hide, read, surroundings, end };
}

/** Those that stand in no other of the list, in document order, each once. */
export function outermost(elements: readonly Element[]): Element[] {
  const all = new Set(elements);
  const inOther = (element: Element): boolean => {
    for (let node = element.parentElement; node; node = node.parentElement) if (all.has(node)) return true;
    return false;
  };
  return [...all]
    .filter((element) => !inOther(element))
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}
