import type { Adapter, PageContext } from '../sites/contract.ts';
import { type Backoff, createBackoff } from './backoff.ts';
import type { MenuWords } from './chip-menu.ts';
import { heightFor, type Place, type Room, spotFor } from './chip-place.ts';
import { type ChipData, type ChipView, chipSheet, createChipView, SLIM } from './chip-view.ts';
import type { CardRead } from './observe.ts';
import { CHIP } from './own.ts';
import { nextTask } from './tasks.ts';

export interface ChipOptions {
  document: Document;
  adapter: Adapter;
  /** The page as it is now: `PageWatch.context`. */
  context(): PageContext;
  /** The chip of this review was pressed. */
  onOpen(id: string): void;
  /** 「存證」 in the chip's menu was pressed. */
  onCapture?(id: string): void;
  /** The words of the menu, asked for when it opens. */
  menu?(): Promise<MenuWords | null>;
  /** What our sidebar leaves of the window; null, as by default: all. */
  room?(): Room | null;
  /** Takes every chip away and ends everything. */
  signal: AbortSignal;
  now?: () => number;
}

export interface Chips {
  /** What to show; adds to and changes what was set before. */
  set(chips: readonly ChipData[]): void;
  /** Takes chips off reviews that need none any more. */
  remove(ids: readonly string[]): void;
  /** Where reviews stand now: hand it to `watchPage` as `onCards`. */
  refresh(cards: readonly CardRead[]): void;
  /** Puts chips where they belong now: the sidebar has moved. */
  settle(): void;
  /** Forgets all: another page stands open. */
  clear(): void;
  /** Takes all out of sight (for a picture of the page); the result puts them back. */
  hide(): () => void;
}

/** Chips are made this far outside of what is seen, px, so that none pops up while scrolling. */
const NEAR = 600;

/** Where reviews stand is looked at so often at most, ms: for 5,000 of them each look takes as long as a frame. */
const PACE = 100;

interface Shown {
  id: string;
  view: ChipView;
  card: WeakRef<Element>;
  place: Place;
}

/**
 * Chips on the reviews of a page. A chip is made when its review comes near the viewport, so 5,000 reviews cost
 * little. It belongs to an id, not to a node: when the site re-renders or recycles the card it moves or goes.
 */
export function createChips(options: ChipOptions): Chips {
  const { document, adapter, context, signal } = options;
  const sheet = chipSheet();
  const data = new Map<string, ChipData>();
  const shown = new Map<string, Shown>();
  const cardById = new Map<string, WeakRef<Element>>();
  /** By their hosts. */
  const views = new WeakMap<Node, ChipView>();
  const backoffs = new Map<string, Backoff>();
  let idsByCard = new WeakMap<Element, readonly string[]>();
  /** What is watched for coming into view → the ids it stands for. */
  let idsByTarget = new WeakMap<Element, Set<string>>();
  let checking = false;
  /** So many have taken them out of sight: nothing can be measured. */
  let hidden = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;

  // An older life of this script (before an update) may have left its chips.
  for (const left of document.querySelectorAll(CHIP)) left.remove();

  const near = new IntersectionObserver(
    (entries) => {
      const placed: Shown[] = [];
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        for (const id of idsByTarget.get(target) ?? []) {
          const chip = place(id) ?? shown.get(id);
          if (chip) placed.push(chip);
        }
        idsByTarget.delete(target);
      }
      arrange(placed);
    },
    // TypeScript's own types do not know `delay` yet.
    { rootMargin: `${NEAR}px`, delay: PACE } as IntersectionObserverInit,
  );
  const sizes = new ResizeObserver((entries) => {
    const resized = new Set(entries.map(({ target }) => target));
    arrange(
      [...shown.values()].filter(
        (chip) => resized.has(outlineOf(chip) as Element) || resized.has(chip.view.host.parentElement as Element),
      ),
    );
  });
  const removals = new MutationObserver((records) => {
    if (!checking && shown.size > 0 && records.some(({ removedNodes }) => removedNodes.length > 0)) void check();
  });
  removals.observe(document, { childList: true, subtree: true });
  document.defaultView?.addEventListener('resize', settle, { signal });

  function cardOf(id: string): Element | null {
    const card = cardById.get(id)?.deref();
    return card?.isConnected && idsByCard.get(card)?.includes(id) ? card : null;
  }

  function outlineOf({ id, card }: Shown): Element | null {
    const element = card.deref();
    return element ? adapter.outline(element, id, context()) : null;
  }

  /** Makes the chip of `id` when its review comes near. */
  function expect(id: string): void {
    const card = cardOf(id);
    if (!card || !data.has(id)) return;
    const target = adapter.outline(card, id, context());
    const ids = idsByTarget.get(target);
    if (ids) {
      ids.add(id);
      return;
    }
    // Observed from now on: the observer tells at once where the target is.
    idsByTarget.set(target, new Set([id]));
    near.observe(target);
  }

  function place(id: string): Shown | null {
    const card = cardOf(id);
    const chip = data.get(id);
    if (!card || !chip) return null;
    const spot = adapter.chipPlace(card, id, context());
    if (!spot) return null;
    let entry = shown.get(id);
    if (entry?.view.host.parentElement === spot.parent) return null;
    if (!mayPlace(id)) return null;
    entry ??= {
      id,
      view: createChipView(document, sheet, {
        words: async () => (await options.menu?.()) ?? null,
        open: () => options.onOpen(id),
        capture: () => options.onCapture?.(id),
        room: roomNow,
      }),
      card: new WeakRef(card),
      place: 'line',
    };
    entry.card = new WeakRef(card);
    entry.place = spot.gutter ? 'gutter' : spot.parent === card && !spot.before ? 'corner' : 'line';
    shown.set(id, entry);
    views.set(entry.view.host, entry.view);
    entry.view.show(chip);
    spot.parent.insertBefore(entry.view.host, spot.before?.parentNode === spot.parent ? spot.before : null);
    sizes.observe(adapter.outline(card, id, context()));
    sizes.observe(spot.parent);
    return entry;
  }

  /** A page that takes our chips away again and again gets a rest, and so do we. */
  function mayPlace(id: string): boolean {
    let backoff = backoffs.get(id);
    if (!backoff) {
      backoff = createBackoff(options.now);
      backoffs.set(id, backoff);
    }
    if (backoff.allow()) return true;
    setTimeout(() => !signal.aborted && expect(id), backoff.rest() + 1);
    return false;
  }

  /** Puts what is drawn where it belongs. All are measured first and moved after: two layouts for all of them. */
  function arrange(chips: readonly Shown[]): void {
    if (hidden > 0) return;
    const drawn = new Map<Node, DOMRect>();
    const other = (host: Node): DOMRect | undefined => drawn.get(host) ?? views.get(host)?.rect();
    const stands = chips.flatMap((chip) => {
      const frame = outlineOf(chip)?.getBoundingClientRect();
      const { view, place } = chip;
      return frame && view.host.isConnected ? { view, stand: { host: view.host, place, frame, other } } : [];
    });
    // A post's end may be that of its last comment: what comes later makes way.
    stands.sort((a, b) =>
      a.view.host.compareDocumentPosition(b.view.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    const heights = stands.map(({ stand }) => heightFor(stand));
    for (const [n, { view }] of stands.entries()) view.measure(heights[n]);
    const room = roomNow();
    const moves = stands.map(({ view, stand }) => {
      const { width, height } = view.rect();
      const spot = spotFor(stand, { width, height }, room);
      if (spot) drawn.set(view.host, new DOMRect(spot.x, spot.y, spot.slim ? SLIM : width, height));
      const { x, y } = view.host.getBoundingClientRect();
      // Down, not to the nearest: half a pixel outside is a scroll bar.
      return { view, spot: spot && { ...spot, x: Math.floor(spot.x - x), y: Math.floor(spot.y - y) } };
    });
    for (const { view, spot } of moves) view.draw(spot);
  }

  const roomNow = (): Room => options.room?.() ?? { left: 0, right: document.documentElement.clientWidth };

  /** Those near what is seen now, others when they come near. */
  function settle(): void {
    settling ??= setTimeout(() => {
      settling = undefined;
      const { innerHeight } = document.defaultView as Window;
      const here: Shown[] = [];
      for (const chip of shown.values()) {
        const box = outlineOf(chip)?.getBoundingClientRect();
        if (box && box.bottom > -NEAR && box.top < innerHeight + NEAR) here.push(chip);
        else expect(chip.id);
      }
      arrange(here);
    }, PACE);
  }

  /** Puts back chips whose review still stands; forgets those that went with their card. */
  async function check(): Promise<void> {
    checking = true;
    await nextTask();
    checking = false;
    if (signal.aborted) return;
    for (const [id, { view }] of shown) {
      if (view.host.isConnected) continue;
      shown.delete(id);
      expect(id);
    }
  }

  function drop(id: string): void {
    shown.get(id)?.view.host.remove();
    shown.delete(id);
  }

  function clear(): void {
    for (const id of [...shown.keys()]) drop(id);
    near.disconnect();
    sizes.disconnect();
    data.clear();
    cardById.clear();
    backoffs.clear();
    idsByCard = new WeakMap();
    idsByTarget = new WeakMap();
  }

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(settling);
      removals.disconnect();
      clear();
    },
    { once: true },
  );

  return {
    set(chips) {
      if (signal.aborted) return;
      for (const chip of chips) {
        data.set(chip.id, chip);
        const entry = shown.get(chip.id);
        if (entry?.view.host.isConnected) entry.view.show(chip);
        else expect(chip.id);
      }
    },
    remove(ids) {
      for (const id of ids) {
        data.delete(id);
        drop(id);
      }
    },
    refresh(cards) {
      if (signal.aborted) return;
      for (const { card, ids } of cards) {
        for (const gone of idsByCard.get(card) ?? []) {
          if (ids.includes(gone) || shown.get(gone)?.card.deref() !== card) continue;
          drop(gone);
        }
        idsByCard.set(card, ids);
        for (const id of ids) {
          const chip = shown.get(id);
          cardById.set(id, new WeakRef(card));
          // Still where it was: nothing to do (the usual case when a card's text changes).
          if (chip?.view.host.isConnected && chip.card.deref() === card && card.contains(chip.view.host)) continue;
          expect(id);
        }
      }
    },
    settle,
    clear,
    hide() {
      hidden++;
      sheet.insertRule(':host{display:none!important}', sheet.cssRules.length);
      return () => {
        hidden--;
        sheet.deleteRule(sheet.cssRules.length - 1);
        settle();
      };
    },
  };
}
