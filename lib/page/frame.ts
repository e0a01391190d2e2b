import { createBackoff } from './backoff.ts';
import type { Room } from './chip-place.ts';
import { BESIDE, createFrameView, type FrameWords, NARROWEST, type Side, TAB, WIDEST } from './frame-view.ts';
import { FRAME } from './own.ts';

export interface FrameOptions {
  document: Document;
  /** The address of a new frame (each holds a one-time nonce). Rejects when the extension is gone. */
  url(): Promise<string>;
  words: FrameWords;
  width: number;
  side: Side;
  open: boolean;
  /** It was moved, resized, opened or closed, by whomever. */
  onPlaced(placed: { width?: number; side?: Side; open?: boolean }): void;
  /** `room` is another now. */
  onRoom?(): void;
  signal: AbortSignal;
  now?: () => number;
}

/** Something of ours in the viewport, CSS pixels, and its ground. */
export interface Mark {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}

export interface Frame {
  /** False when no address could be had (the extension was updated): the page must be loaded again. */
  open(): Promise<boolean>;
  /** Opens it unasked, where it stood open last; nothing where somebody has opened or closed it meanwhile. */
  reopen(): Promise<void>;
  close(): void;
  toggle(): Promise<boolean>;
  isOpen(): boolean;
  place(placed: { width?: number; side?: Side }): void;
  readonly element: HTMLElement;
  /** What it leaves of the window: nothing of ours should stand under it. */
  room(): Room;
  /** Its button as it is drawn, by which a picture tells that it was taken before `hide`; null: not to be seen. */
  mark(): Mark | null;
  /** Takes it out of sight (for a picture of the page) without unloading what is in it; the result puts it back. */
  hide(): () => void;
}

/** Whoever presses so soon after it opened by itself, ms, had not seen that and wants it open. */
const UNSEEN = 1_000;
/** How often we look whether it still stands, on top, as we put it, ms. */
const LOOK = 1_000;
const STEP = 16;
/** A press that moved less than this is a press, px. */
const DRAG = 8;

/** `moveBefore` (Chrome 133) moves a frame without loading it anew. */
type Mover = Element & { moveBefore?: (node: Node, before: Node | null) => void };

/**
 * The sidebar's place on a page: our page in an iframe, over the page's side (the page's own layout is left as
 * it is: shifting it breaks sites' fixed and measured parts, and a closed sidebar must leave no trace). It stands
 * in the top layer, where no z-index reaches it, and is put back with a back-off when the page takes it away.
 */
export function createFrame(options: FrameOptions): Frame {
  const { document, signal } = options;
  const view = createFrameView(document, options.words);
  const { host, tab, handle } = view;
  const state = { open: false, side: options.side, width: clamp(options.width), dragging: false, hidden: false };
  const now = options.now ?? (() => performance.now());
  const backoff = createBackoff(options.now);
  let touched = false;
  let openedItself = Number.NEGATIVE_INFINITY;
  let loading: Promise<boolean> | null = null;

  // An older life of this script may have left its frame.
  for (const left of document.querySelectorAll(FRAME)) left.remove();

  const draw = (): void => {
    view.draw(state);
    options.onRoom?.();
  };

  // ---- standing ----

  const observer = new MutationObserver(keep);
  const attributes = new MutationObserver(keep);

  /** Where it belongs: everything outside an open modal dialog is inert, so then it stands inside that. */
  function home(): Element {
    const modal = [...document.querySelectorAll('dialog:modal')].pop();
    return modal ?? document.documentElement;
  }

  function attach(): void {
    const parent = home();
    if (host.parentElement !== parent) {
      const mover = parent as Mover;
      if (!host.isConnected) {
        parent.append(host);
        // A frame that was taken out has lost its page, and its address is used up.
        if (view.loaded()) void load();
      } else if (mover.moveBefore) mover.moveBefore(host, null);
    }
    for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
    if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
    raise();
    observer.disconnect();
    observer.observe(document.documentElement, { childList: true });
    if (host.parentElement) observer.observe(host.parentElement, { childList: true, attributeFilter: ['open'] });
    attributes.disconnect();
    attributes.observe(host, { attributes: true });
  }

  /** On top of everything else in the top layer. */
  function raise(): void {
    if (typeof host.showPopover !== 'function') return;
    try {
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
    } catch {
      // Not to be shown as a popover here (the document is not fully active): it stands by its z-index.
    }
  }

  function standsRight(): boolean {
    if (!host.isConnected) return false;
    if (host.getAttributeNames().length !== 1 || host.getAttribute('popover') !== 'manual') return false;
    if (typeof host.showPopover === 'function' && !host.matches(':popover-open')) return false;
    return host.parentElement === home() || !('moveBefore' in Element.prototype);
  }

  /** Something of the page's lies over it. In full screen nothing of ours is to be seen. */
  function covered(): boolean {
    if (state.hidden || document.hidden || document.fullscreenElement) return false;
    const { left, top, width, height } = host.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    return hit !== null && hit !== host;
  }

  function keep(): void {
    if (signal.aborted || state.hidden || standsRight() || !backoff.allow()) return;
    attach();
  }

  function look(): void {
    if (signal.aborted || state.hidden) return;
    if (!standsRight()) keep();
    else if (covered() && backoff.allow()) attach();
  }

  // ---- open and closed ----

  function load(): Promise<boolean> {
    loading ??= options
      .url()
      .then((address) => {
        if (!signal.aborted) view.load(address);
        return true;
      })
      .catch(() => false)
      .finally(() => {
        loading = null;
      });
    return loading;
  }

  async function open(): Promise<boolean> {
    if (signal.aborted) return false;
    if (!view.loaded() && !(await load())) return false;
    show(true);
    return true;
  }

  function show(isOpen: boolean): void {
    if (state.open === isOpen) return;
    state.open = isOpen;
    draw();
    options.onPlaced({ open: isOpen });
  }

  async function toggle(): Promise<boolean> {
    touched = true;
    if (!state.open) return open();
    if (now() - openedItself > UNSEEN) show(false);
    openedItself = Number.NEGATIVE_INFINITY;
    return true;
  }

  async function reopen(): Promise<void> {
    if (touched || state.open || !(await open())) return;
    if (!touched) openedItself = now();
  }

  // ---- moved and resized ----

  function resize(width: number): void {
    state.width = clamp(width);
    draw();
  }

  function move(side: Side): void {
    if (side === state.side) return;
    state.side = side;
    draw();
    options.onPlaced({ side });
  }

  const middle = (): number => document.documentElement.clientWidth / 2;

  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    state.dragging = true;
    draw();
  });
  handle.addEventListener('pointermove', (event) => {
    if (!state.dragging) return;
    resize(state.side === 'right' ? document.documentElement.clientWidth - event.clientX : event.clientX);
  });
  handle.addEventListener('lostpointercapture', () => {
    if (!state.dragging) return;
    state.dragging = false;
    draw();
    options.onPlaced({ width: state.width });
  });
  handle.addEventListener('keydown', (event) => {
    const wider = state.side === 'right' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      if (event.shiftKey) move(event.key === 'ArrowLeft' ? 'left' : 'right');
      else resize(state.width + (event.key === wider ? STEP : -STEP));
    } else if (event.key === 'Home') resize(NARROWEST);
    else if (event.key === 'End') resize(WIDEST);
    else return;
    event.preventDefault();
    if (!event.shiftKey) options.onPlaced({ width: state.width });
  });

  // The tab is pressed, or dragged to the other side.
  let pressedAt: number | null = null;
  let dragged = false;
  tab.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pressedAt = event.clientX;
    dragged = false;
    tab.setPointerCapture(event.pointerId);
  });
  tab.addEventListener('pointermove', (event) => {
    if (pressedAt !== null && Math.abs(event.clientX - pressedAt) > DRAG) dragged = true;
  });
  tab.addEventListener('pointerup', (event) => {
    if (dragged && pressedAt !== null) move(event.clientX < middle() ? 'left' : 'right');
    pressedAt = null;
  });
  tab.addEventListener('click', (event) => {
    if (event.isTrusted && !dragged) void toggle();
    dragged = false;
  });
  // What is pressed and typed on our edge is not the page's.
  for (const name of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown', 'keyup', 'keypress'])
    for (const part of [tab, handle]) part.addEventListener(name, (event) => event.stopPropagation());

  draw();
  if (!signal.aborted) {
    attach();
    const timer = setInterval(look, LOOK);
    // A modal dialog that opens makes all outside of it inert.
    document.addEventListener('toggle', look, { signal, capture: true });
    signal.addEventListener(
      'abort',
      () => {
        clearInterval(timer);
        observer.disconnect();
        attributes.disconnect();
        host.remove();
      },
      { once: true },
    );
    if (options.open) void open();
  }

  return {
    open,
    reopen,
    close: () => show(false),
    toggle,
    isOpen: () => state.open,
    place({ width, side }) {
      if (side) state.side = side;
      if (width !== undefined) state.width = clamp(width);
      draw();
    },
    element: host,
    room() {
      const { clientWidth } = document.documentElement;
      if (!state.open) return { left: 0, right: clientWidth };
      const covered = Math.min(state.width, (document.defaultView?.innerWidth ?? clientWidth) - BESIDE) + TAB;
      return state.side === 'right' ? { left: 0, right: clientWidth - covered } : { left: covered, right: clientWidth };
    },
    mark() {
      const { left, top, width, height } = tab.getBoundingClientRect();
      if (state.hidden || width === 0 || !standsRight()) return null;
      return { x: left, y: top, width, height, colour: getComputedStyle(tab).backgroundColor };
    },
    hide() {
      state.hidden = true;
      view.draw(state);
      return () => {
        state.hidden = false;
        view.draw(state);
      };
    },
  };
}

function clamp(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}
