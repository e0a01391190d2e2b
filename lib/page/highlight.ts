import { wait } from './tasks.ts';

/** How long the outline stands, ms. */
const SHOWN = 3_000;
/** Longest wait for smooth scrolling to come to rest. */
const SCROLL = 1_500;

/**
 * Scrolls a review into view and outlines it for a moment. The outline is an animation: no attribute of the
 * page's element is touched and nothing is laid out anew. Resolves when scrolling has come to rest.
 */
export async function showReview(
  element: Element,
  { document, signal }: { document: Document; signal: AbortSignal },
): Promise<void> {
  const window = document.defaultView;
  if (!window || signal.aborted || !element.isConnected) return;
  const calm = document.hidden || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const tall = element.getBoundingClientRect().height > window.innerHeight;
  element.scrollIntoView({
    block: tall ? 'start' : 'center',
    inline: 'nearest',
    behavior: calm ? 'instant' : 'smooth',
  });
  outline(element, calm, signal);
  if (!calm) await atRest(element, window, signal);
}

function outline(element: Element, calm: boolean, signal: AbortSignal): void {
  // One teal that stands out at 3:1 from white and from black; inside the edge, where no overflow cuts it off.
  const on = { outline: '3px solid #0d9488', outlineOffset: '-3px' };
  const off = { outline: '3px solid #0d948800', outlineOffset: '-3px' };
  const animation = element.animate(calm ? [on, on] : [on, { ...on, offset: 0.8 }, off], { duration: SHOWN });
  signal.addEventListener('abort', () => animation.cancel(), { once: true });
}

/** The element has not moved for three frames. */
async function atRest(element: Element, window: Window, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const settled = new Promise<void>((resolve) => {
    let last = Number.NaN;
    let still = 0;
    const look = (): void => {
      const { top } = element.getBoundingClientRect();
      still = top === last ? still + 1 : 0;
      last = top;
      if (still >= 3 || over.signal.aborted || signal.aborted) resolve();
      else window.requestAnimationFrame(look);
    };
    window.requestAnimationFrame(look);
  });
  await Promise.race([settled, wait(SCROLL, signal)]);
  over.abort();
}
