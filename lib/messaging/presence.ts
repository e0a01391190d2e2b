import { browser } from 'wxt/browser';
import { type From, senderOf } from './senders.ts';

const NAME = 'frame:';

/**
 * Content script in a frame of a page: a line held open to the background, which hears when it breaks. A frame that
 * the page takes out has no moment left to send a message in. Call the result with every report: a worker that
 * restarted has lost the line.
 */
export function holdLine(session: string): () => void {
  let held = false;
  return () => {
    if (held) return;
    try {
      const line = browser.runtime.connect({ name: NAME + session });
      held = true;
      line.onDisconnect.addListener(() => {
        held = false;
      });
    } catch {
      // The extension behind this script is gone; the reports say so.
    }
  };
}

/** Background: calls back when a frame that held a line is gone. */
export function onGone(gone: (session: string, from: From) => void): void {
  const extension = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
  browser.runtime.onConnect.addListener((line) => {
    const from = line.sender && senderOf(line.sender, extension);
    if (from?.kind !== 'content' || !line.name.startsWith(NAME)) return line.disconnect();
    line.onDisconnect.addListener(() => gone(line.name.slice(NAME.length), from));
  });
}
