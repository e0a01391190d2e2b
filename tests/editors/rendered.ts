import { vi } from 'vitest';

/** What React has rendered under `root`. */
export function rendered(root: HTMLElement, selector: string): Promise<HTMLElement> {
  return vi.waitFor(
    () => {
      const element = root.querySelector<HTMLElement>(selector);
      if (!element) throw new Error(`${selector} is not rendered`);
      return element;
    },
    { timeout: 10_000, interval: 10 },
  );
}
