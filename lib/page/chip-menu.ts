import type { Room } from './chip-place.ts';

/** The words of a chip's menu, in the UI language. */
export interface MenuWords {
  open: string;
  capture: string;
}

export interface MenuActions {
  /** Asked for when the menu opens. Null: the extension behind this page is gone. */
  words(): Promise<MenuWords | null>;
  open(): void;
  capture(): void;
  /** What of the window can be seen: the menu stays in it. */
  room(): Room;
}

/** What stands between the menu and the edge of the window, and between it and its chip, px. */
const EDGE = 4;

/** What the menu looks like; goes into the sheet that chips share. In the page's top layer nothing cuts it off. */
export const MENU_CSS = `.menu{all:initial;display:none;position:fixed;box-sizing:border-box;padding:4px;border:1px solid #98a2b3;border-radius:8px;background:#fff;color:#101828;box-shadow:0 6px 20px #0004}
.menu:popover-open{display:block}
.menu button{display:block;width:100%;height:32px;padding:0 12px;border:0;border-radius:5px;background:none;color:inherit;font-size:13px;font-weight:400;line-height:32px;text-align:left}
.menu button:hover,.menu button:focus-visible{background:#ccfbf1;color:#042f2e;text-decoration:none;outline-offset:-2px}`;
export const MENU_DARK_CSS =
  '.menu{background:#1f2937;color:#f3f4f6;border-color:#6b7280}.menu button:hover,.menu button:focus-visible{background:#115e59;color:#fff}';

/**
 * The menu that hangs on a chip: made when it is first opened, closed by Escape, a press elsewhere, Tab or scrolling.
 * Only what the person does (mouse, touch or key) counts, never a script's event.
 */
export function createMenu(document: Document, root: ShadowRoot, button: HTMLButtonElement, actions: MenuActions) {
  const window = document.defaultView as Window & typeof globalThis;
  let menu: HTMLElement | null = null;
  let items: HTMLButtonElement[] = [];

  function make(): HTMLElement {
    const made = document.createElement('div');
    made.className = 'menu';
    made.popover = 'auto';
    made.setAttribute('role', 'menu');
    items = (['open', 'capture'] as const).map((name) => {
      const item = document.createElement('button');
      item.type = 'button';
      item.setAttribute('role', 'menuitem');
      item.addEventListener('click', (event) => {
        if (!event.isTrusted) return;
        made.hidePopover();
        actions[name]();
      });
      made.append(item);
      return item;
    });
    made.addEventListener('keydown', keys);
    made.addEventListener('toggle', ({ newState }) => {
      const open = newState === 'open';
      button.setAttribute('aria-expanded', String(open));
      const act = open ? 'addEventListener' : 'removeEventListener';
      window[act]('scroll', close, true);
      window[act]('resize', close);
    });
    root.append(made);
    return made;
  }

  function keys(event: KeyboardEvent): void {
    const at = items.indexOf(root.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab' || event.key === 'Escape') close();
    if (event.key === 'Escape') button.focus({ preventScroll: true });
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }

  const close = (): void => menu?.hidePopover();

  /** Under the chip, above it where there is no room, never outside of what can be seen. */
  function place(shown: HTMLElement): void {
    const chip = button.getBoundingClientRect();
    const { width, height } = shown.getBoundingClientRect();
    const below = chip.bottom + EDGE;
    const top = below + height + EDGE > window.innerHeight ? chip.top - height - EDGE : below;
    const { left, right } = actions.room();
    shown.style.left = `${Math.max(left + EDGE, Math.min(chip.right - width, right - width - EDGE))}px`;
    shown.style.top = `${Math.max(EDGE, top)}px`;
  }

  return {
    async toggle(label: string): Promise<void> {
      if (menu?.matches(':popover-open')) {
        close();
        return;
      }
      const words = await actions.words();
      if (!words || !button.isConnected) return;
      menu ??= make();
      menu.setAttribute('aria-label', label);
      for (const [index, word] of [words.open, words.capture].entries()) {
        const item = items[index];
        if (item) item.textContent = word;
      }
      menu.showPopover();
      place(menu);
      items[0]?.focus({ preventScroll: true });
    },
  };
}
