/** The page while it is recorded. */
export interface Veiled {
  url: string;
  width: number;
  height: number;
  scale: number;
}

export interface Veil {
  /** Takes our own parts out of sight until it is lifted. */
  draw(): Veiled;
  /** Null: not drawn, so this is not the document that is recorded. */
  look(): Veiled | null;
  /** Everything as it was. Safe to call at any time. */
  lift(): void;
}

/** A background that is gone does not leave our parts hidden, ms. */
const SILENCE = 20_000;

/**
 * What staff noted stands in the sidebar and triage in the chips: neither may be in a recording of the page. Unlike for
 * pictures the page itself is left alone, for the person scrolls and opens things in it.
 */
export function createVeil(window: Window, options: { hide(): () => void; onStop(): void; signal: AbortSignal }): Veil {
  let undo: (() => void) | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  function lift(): void {
    clearTimeout(watchdog);
    undo?.();
    undo = null;
  }
  options.signal.addEventListener('abort', lift, { once: true });

  function stopped(event: KeyboardEvent): void {
    if (event.key === 'Escape' && event.isTrusted) options.onStop();
  }

  function seen(): Veiled {
    clearTimeout(watchdog);
    watchdog = setTimeout(lift, SILENCE);
    const { innerWidth: width, innerHeight: height, devicePixelRatio: scale } = window;
    return { url: window.location.href, width, height, scale };
  }

  return {
    draw() {
      lift();
      const show = options.hide();
      // The press was in the sidebar: Escape would go to a frame that nobody sees.
      window.focus();
      window.addEventListener('keydown', stopped, true);
      undo = () => {
        window.removeEventListener('keydown', stopped, true);
        show();
      };
      return seen();
    },
    look: () => (undo === null ? null : seen()),
    lift,
  };
}
