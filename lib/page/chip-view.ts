import type { Mark, Urgency } from '../contract/index.ts';
import { createMenu, MENU_CSS, MENU_DARK_CSS, type MenuActions } from './chip-menu.ts';
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
  /** Makes it so high, with all that belongs to it, so that `rect` tells how wide that is. */
  measure(height?: number): void;
  /** Where it is drawn now, in the viewport. */
  rect(): DOMRect;
  /** Draws it that far from where the host stands, px; `slim`: its icon only. Null: out of sight. */
  draw(spot: { x: number; y: number; slim: boolean } | null): void;
  focused(): boolean;
}

export const HEIGHT = 24;
/** A chip without its word is so wide, px. */
export const SLIM = 28;
/** Below that height its word is smaller. */
const LOW = 20;

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

const MORE = 'M6 9l6 6 6-6';

const FONT = 'system-ui,"Noto Sans TC","PingFang TC","Microsoft JhengHei",sans-serif';

function css(): string {
  const ink = (mode: 'light' | 'dark'): string =>
    Object.entries(COLOURS)
      .map(([tone, pair]) => `.${tone}{background:${pair[mode][0]};color:${pair[mode][1]}}`)
      .join('');
  return `:host{all:initial!important;position:absolute!important;display:block!important;width:0!important;height:0!important;z-index:3!important;direction:ltr!important;pointer-events:auto!important}
.both{all:initial;position:absolute;left:0;top:0;display:flex}
button{all:initial;box-sizing:border-box;display:flex;align-items:center;gap:4px;height:var(--height);padding:0 4px 0 8px;border-radius:12px 0 0 12px;border:1px solid currentColor;border-right:0;font:600 12px/1 ${FONT};white-space:nowrap;cursor:pointer;user-select:none}
.more{width:24px;padding:0 5px 0 3px;justify-content:center;border:1px solid currentColor;border-left:0;border-radius:0 12px 12px 0}
svg{flex:none}.low button{font-size:11px;gap:3px;padding:0 3px 0 7px}.low .more{width:21px}.low svg{width:12px;height:12px}
.gone,.slim .more,.slim .word{display:none}.slim button{width:${SLIM}px;padding:0;justify-content:center;border-radius:12px;border-right:1px solid}
button:hover{text-decoration:underline}.more:hover{filter:brightness(.92)}
button:focus-visible{outline:2px solid #0d9488;outline-offset:1px;position:relative}
${ink('light')}${MENU_CSS}@media (prefers-color-scheme:dark){${ink('dark')}${MENU_DARK_CSS}}@media print{:host{display:none!important}}`;
}

/** The style sheet that all chips of a document share. */
export function chipSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css());
  return sheet;
}

/** One chip. Its actions are called on a press of the person's (mouse, touch or key), never on a script's event. */
export function createChipView(document: Document, sheet: CSSStyleSheet, actions: MenuActions): ChipView {
  const host = document.createElement(CHIP);
  const root = closedRoot(host, sheet);
  const both = document.createElement('span');
  both.className = 'both';
  const [button, more] = [document.createElement('button'), document.createElement('button')];
  const word = document.createElement('span');
  word.className = 'word';
  more.append(icon(document, MORE, 14));
  more.setAttribute('aria-haspopup', 'menu');
  more.setAttribute('aria-expanded', 'false');
  both.append(button, more);
  root.append(both);
  const menu = createMenu(document, root, more, actions);

  // The page's card may be a link or listen for keys: what happens on the chip is not the page's.
  for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress'])
    root.addEventListener(name, (event) => event.stopPropagation());
  for (const one of [button, more]) {
    one.type = 'button';
    one.addEventListener('click', (event) => {
      event.preventDefault();
      if (!event.isTrusted) return;
      if (one === button) actions.open();
      else void menu.toggle(more.title);
    });
  }

  function measure(height = HEIGHT): void {
    both.className = height < LOW ? 'both low' : 'both';
    both.style.setProperty('--height', `${height}px`);
  }
  measure();

  return {
    host,
    show(data) {
      const settled = data.mark === 'handled' || data.mark === 'ignored';
      button.className = settled ? 'done' : data.urgency;
      more.className = `more ${button.className}`;
      for (const one of [button, more]) {
        one.setAttribute('aria-label', data.label);
        one.title = data.label;
      }
      word.textContent = data.word;
      button.replaceChildren(
        icon(document, ICONS[data.mark === 'handled' || data.mark === 'ignored' ? data.mark : data.urgency], 14),
        word,
      );
    },
    measure,
    rect: () => both.getBoundingClientRect(),
    draw(spot) {
      both.classList.toggle('slim', spot?.slim === true);
      both.classList.toggle('gone', !spot);
      if (spot) both.style.translate = `${spot.x}px ${spot.y}px`;
    },
    focused: () => root.activeElement !== null,
  };
}
