import { closedRoot, FRAME, icon } from './own.ts';

/** The few words drawn around the frame, in the UI language. */
export interface FrameWords {
  open: string;
  close: string;
  resize: string;
  /** The frame's name for screen readers. */
  frame: string;
}
export type Side = 'left' | 'right';

export const NARROWEST = 320;
export const WIDEST = 520;
/** At least so much of the page stays beside it, px. */
export const BESIDE = 48;
/** The button on the open frame's edge, px. */
export const TAB = 24;

const OPEN = 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5zM9 11h.1M13 11h.1M17 11h.1';
const CLOSE = 'M6 6l12 12M18 6 6 18';

export interface FrameView {
  host: HTMLElement;
  /** Opens and closes: the tab when closed, a button on the frame's edge when open. */
  tab: HTMLButtonElement;
  handle: HTMLElement;
  /** Draws the state. */
  draw(state: { open: boolean; side: Side; width: number; dragging: boolean; hidden: boolean }): void;
  /** A frame with this address in the place of one there may be. */
  load(address: string): void;
  loaded(): boolean;
}

/**
 * What is drawn. All of it is laid out inside a closed root whose `:host` is `!important`, in px (the page's
 * `html` may have any font size). The host is no larger than what is seen: it covers nothing else.
 */
export function createFrameView(document: Document, words: FrameWords): FrameView {
  const host = document.createElement(FRAME);
  const sheet = new CSSStyleSheet();
  const root = closedRoot(host, sheet);
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.className = 'tab';
  const handle = document.createElement('div');
  handle.className = 'handle';
  handle.tabIndex = 0;
  const attributes = {
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-label': words.resize,
    'aria-valuemin': String(NARROWEST),
    'aria-valuemax': String(WIDEST),
    title: words.resize,
  };
  for (const [name, value] of Object.entries(attributes)) handle.setAttribute(name, value);
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.append(handle);
  root.append(panel, tab);
  let iframe: HTMLIFrameElement | null = null;

  return {
    host,
    tab,
    handle,
    draw({ open, side, width, dragging, hidden }) {
      sheet.replaceSync(css(open, side, width, dragging) + (hidden ? ':host{display:none!important}' : ''));
      const label = open ? words.close : words.open;
      if (tab.getAttribute('aria-label') !== label) {
        tab.setAttribute('aria-label', label);
        tab.setAttribute('aria-expanded', String(open));
        tab.title = label;
        tab.replaceChildren(icon(document, open ? CLOSE : OPEN, open ? 14 : 20));
      }
      handle.setAttribute('aria-valuenow', String(width));
    },
    load(address) {
      iframe?.remove();
      iframe = document.createElement('iframe');
      iframe.allow = 'clipboard-write';
      iframe.title = words.frame;
      iframe.src = address;
      panel.append(iframe);
    },
    loaded: () => iframe !== null,
  };
}

/** Nothing of ours lies over the iframe: the browser would tell the page inside that it is covered (visibility.ts). */
function css(open: boolean, side: Side, width: number, dragging: boolean): string {
  const inner = side === 'right' ? 'left' : 'right';
  // Closed: a tab at 40 % of the height, clear of a scroll bar that the site may have at its edge.
  const box = open
    ? `top:0!important;bottom:0!important;${side}:0!important;width:min(${width}px,calc(100vw - ${BESIDE}px))!important;height:100vh!important`
    : `top:40%!important;${side}:16px!important;width:36px!important;height:56px!important`;
  return `:host{all:initial!important;display:block!important;position:fixed!important;inset:auto!important;${box};margin:0!important;padding:0!important;border:0!important;overflow:visible!important;background:none!important;direction:ltr!important;opacity:1!important;visibility:visible!important;pointer-events:auto!important;z-index:2147483647!important;color-scheme:light dark!important}
:host::backdrop{display:none!important}
.panel{all:initial;position:absolute;inset:0;display:${open ? 'block' : 'none'};background:#fff;box-shadow:0 0 0 1px #d0d5dd,0 8px 24px #0003}
iframe{all:initial;position:absolute;inset:0;width:100%;height:100%;border:0;${dragging ? 'pointer-events:none' : ''}}
.handle{all:initial;position:absolute;z-index:1;top:0;bottom:0;${inner}:-8px;width:8px;cursor:ew-resize;touch-action:none}
.handle:hover,.handle:focus-visible{background:#0d9488}
.tab{all:initial;position:absolute;box-sizing:border-box;display:flex;align-items:center;justify-content:center;cursor:pointer;touch-action:none;background:#0f766e;color:#fff;${
    open
      ? `top:40%;z-index:2;${inner}:-${TAB}px;width:${TAB}px;height:40px;border-radius:${side === 'right' ? '8px 0 0 8px' : '0 8px 8px 0'}`
      : 'inset:0;border-radius:10px;box-shadow:0 0 0 1px #fff,0 2px 8px #0004'
  }}
.tab:hover{background:#115e59}.tab:focus-visible{outline:3px solid #5eead4;outline-offset:-5px}
@media (prefers-color-scheme:dark){.panel{background:#111827;box-shadow:0 0 0 1px #374151,0 8px 24px #000a}}
@media print{:host{display:none!important}}`;
}
