/**
 * Calls `onChange` when the address has changed without a load. `currententrychange` fires right after the
 * commit, with the new address in place (`navigate` fires before, also for navigations that are then cancelled);
 * once a second we look ourselves, for browsers without it.
 */
export function watchAddress(document: Document, href: () => string, signal: AbortSignal, onChange: () => void): void {
  let last = href();
  const look = (): void => {
    const here = href();
    if (here === last) return;
    last = here;
    onChange();
  };
  const window = document.defaultView as (Window & { navigation?: EventTarget }) | null;
  window?.navigation?.addEventListener('currententrychange', look, { signal });
  window?.addEventListener('hashchange', look, { signal });
  const timer = setInterval(look, 1_000);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
