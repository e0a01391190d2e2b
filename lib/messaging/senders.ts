import { siteOf } from '../sites/matches.ts';
import type { Sender } from './protocol.ts';

/** Who sent a message, told from what the browser says of the sender, never from the payload. */
export interface From {
  kind: Exclude<Sender, 'background'>;
  tabId: number;
  frameId: number;
  documentId: string;
  url: URL;
}

type RawSender = {
  id?: string;
  url?: string;
  origin?: string;
  tab?: { id?: number };
  frameId?: number;
  documentId?: string;
};

/**
 * A content script of one of the four sites, our sidebar page in a frame of such a tab, or our dashboard as the
 * top page of a tab, our recorder in no tab at all; anything else is nobody. Being a sidebar here only means "looks like one": the nonce proves it.
 */
export function senderOf(raw: RawSender, extension: { id: string; origin: string }): From | null {
  if (raw.id !== extension.id || !raw.url) return null;
  const url = new URL(raw.url);
  // Framed by a page or opened in a tab it is nobody: the browser names the tab then.
  if (!raw.tab && `${url.protocol}//${url.host}` === extension.origin && url.pathname === '/recorder.html')
    return { kind: 'recorder', tabId: -1, frameId: raw.frameId ?? 0, documentId: raw.documentId ?? '', url };
  if (raw.tab?.id === undefined || raw.frameId === undefined) return null;
  const from = { tabId: raw.tab.id, frameId: raw.frameId, documentId: raw.documentId ?? '', url };
  // Not `URL.origin`: it is opaque ("null") for extension addresses outside of Chromium.
  if (`${url.protocol}//${url.host}` === extension.origin) {
    if (url.pathname === '/sidebar.html' && raw.frameId > 0) return { kind: 'sidebar', ...from };
    if (url.pathname === '/dashboard.html' && raw.frameId === 0) return { kind: 'dashboard', ...from };
    return null;
  }
  return siteOf(url) ? { kind: 'content', ...from } : null;
}
