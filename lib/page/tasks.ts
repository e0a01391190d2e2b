/** Giving the thread back. No animation frames: a hidden tab has none, and its reviews are read all the same. */

interface TaskScheduler {
  postTask?: (task: () => void) => Promise<unknown>;
}

/** Resolves in a task of its own, after what the page wants to do first. */
export function nextTask(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: TaskScheduler }).scheduler;
  if (scheduler?.postTask) return new Promise((resolve) => void scheduler.postTask?.(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Resolves after `ms`, or at once when `signal` aborts. Never rejects: look at the signal afterwards. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/**
 * Waits until `test` holds: asks now, then whenever something under `root` changes or an `input` event passes,
 * at most `ms`. Resolves with the last answer; false when aborted.
 */
export function until(test: () => boolean, root: Node, ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    if (test()) return resolve(true);
    const end = (answer: boolean): void => {
      observer.disconnect();
      clearTimeout(timer);
      root.removeEventListener('input', ask);
      signal.removeEventListener('abort', abort);
      resolve(answer);
    };
    const ask = (): void => {
      if (test()) end(true);
    };
    const abort = (): void => end(false);
    const observer = new MutationObserver(ask);
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
    root.addEventListener('input', ask);
    signal.addEventListener('abort', abort);
    const timer = setTimeout(() => end(test()), ms);
  });
}
