import type { Mark, Urgency } from '../contract/index.ts';
import { CHIP, closedRoot, icon } from './own.ts';

/** What a chip shows: urgency only, no legal word and no review text. Words come in the UI language. */
export interface ChipData {
  id: string;
  urgency: Urgency;
  /** The word beside the icon. */
  word: string;
  /** What a screen reader says. */
  label: string;
  mark: Mark;
}

export interface ChipView {
  /** Goes into the page. Takes no room: absolutely positioned, 0 × 0; what is seen overflows it. */
  host: HTMLElement;
  show(data: ChipData): void;
  /** Where it is drawn now, in the viewport. */
  rect(): DOMRect;
  /** Moves what is drawn, px, from where the host stands. */
  shift(x: number, y: number): void;
  focused(): boolean;
}

/** Ground and ink for light and dark; each pair at least 4.5:1. */
export const COLOURS: Readonly<
  Record<Urgency | 'done', { light: readonly [string, string]; dark: readonly [string, string] }>
> = {
  today: { light: ['#b42318', '#ffffff'], dark: ['#fda29b', '#3b0a05'] },
  soon: { light: ['#fec84b', '#3b2300'], dark: ['#fec84b', '#3b2300'] },
  normal: { light: ['#ffffff', '#344054'], dark: ['#1f2937', '#e5e7eb'] },
  calm: { light: ['#f0fdfa', '#115e59'], dark: ['#042f2e', '#99f6e4'] },
  done: { light: ['#f2f4f7', '#475467'], dark: ['#1f2937', '#cbd5e1'] },
};

const ICONS: Readonly<Record<Urgency | 'handled' | 'ignored', string>> = {
  today: 'M12 4 2.5 20h19zM12 10v4M12 17v.2',
  soon: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3 2',
  normal: 'M4 4h16v12H9l-5 4z',
  calm: 'M12 20s-8-4.8-8-10a4 4 0 0 1 8-1.6A4 4 0 0 1 20 10c0 5.2-8 10-8 10z',
  handled: 'M20 6 9 17l-5-5',
  ignored: 'M5 12h14',
};

const FONT = 'system-ui,"Noto Sans TC","PingFang TC","Microsoft JhengHei",sans-serif';

function css(): string {
  const ink = (mode: 'light' | 'dark'): string =>
    Object.entries(COLOURS)
      .map(([tone, pair]) => `.${tone}{background:${pair[mode][0]};color:${pair[mode][1]}}`)
      .join('');
  return `:host{all:initial!important;position:absolute!important;display:block!important;width:0!important;height:0!important;z-index:3!important;direction:ltr!important;pointer-events:auto!important}
button{all:initial;position:absolute;left:0;top:0;box-sizing:border-box;display:flex;align-items:center;gap:4px;height:24px;padding:0 8px;border-radius:12px;border:1px solid currentColor;font:600 12px/22px ${FONT};white-space:nowrap;cursor:pointer;user-select:none}
svg{flex:none}button:hover{text-decoration:underline}
button:focus-visible{outline:2px solid #0d9488;outline-offset:1px}
${ink('light')}@media (prefers-color-scheme:dark){${ink('dark')}}@media print{:host{display:none!important}}`;
}

/** The style sheet that all chips of a document share. */
export function chipSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css());
  return sheet;
}

/** One chip. `onOpen` is called on a press of the person's (mouse, touch or key), never on a script's event. */
export function createChipView(document: Document, sheet: CSSStyleSheet, onOpen: () => void): ChipView {
  const host = document.createElement(CHIP);
  const root = closedRoot(host, sheet);
  const button = document.createElement('button');
  button.type = 'button';
  const word = document.createElement('span');
  root.append(button);

  // The page's card may be a link or listen for keys: what happens on the chip is not the page's.
  for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress'])
    button.addEventListener(name, (event) => event.stopPropagation());
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) onOpen();
  });

  return {
    host,
    show(data) {
      const settled = data.mark === 'handled' || data.mark === 'ignored';
      button.className = settled ? 'done' : data.urgency;
      button.setAttribute('aria-label', data.label);
      button.title = data.label;
      word.textContent = data.word;
      button.replaceChildren(
        icon(document, ICONS[data.mark === 'handled' || data.mark === 'ignored' ? data.mark : data.urgency], 14),
        word,
      );
    },
    rect: () => button.getBoundingClientRect(),
    shift(x, y) {
      button.style.translate = `${x}px ${y}px`;
    },
    focused: () => root.activeElement !== null,
  };
}
