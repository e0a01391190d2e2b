/** What IntersectionObserver v2 adds; TypeScript's library does not know it yet. */
interface VisibilityInit extends IntersectionObserverInit {
  trackVisibility: true;
  delay: number;
}
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** The browser tells at most so often whether something is visible. */
const DELAY = 100;
/** A dialog that has just opened may be told as hidden once. */
const LOOKS = 3;
const GIVE_UP = 1_500;

/**
 * Whether the person really sees `element`: not covered, faded, turned or pushed off by the page around our
 * frame (a page could lay a false button over ours, DESIGN "Decided"). Browsers without the second version
 * of the observer cannot tell and are trusted; one that stays silent is not.
 */
export function isReallySeen(element: Element): Promise<boolean> {
  return new Promise((resolve) => {
    let looks = 0;
    const finish = (seen: boolean): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(seen);
    };
    const timer = setTimeout(() => finish(false), GIVE_UP);
    const init: VisibilityInit = { threshold: [0, 0.25, 0.5, 0.75, 1], trackVisibility: true, delay: DELAY };
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1) as VisibilityEntry | undefined;
      if (!entry) return;
      if (entry.isVisible === undefined) finish(true);
      else if (entry.isVisible && entry.intersectionRatio >= 0.5) finish(true);
      else if (++looks >= LOOKS) finish(false);
      else {
        // The observer only speaks when something changes: ask again.
        observer.unobserve(element);
        setTimeout(() => observer.observe(element), DELAY);
      }
    }, init);
    observer.observe(element);
  });
}
