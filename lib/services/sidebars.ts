import { storage } from 'wxt/utils/storage';
import type { From } from '../messaging/senders.ts';

/** One-time nonces and the frames that proved themselves with one. Session storage: outlives the worker, not the browser. */
interface Proofs {
  tickets: Record<string, { tabId: number; at: number }>;
  proved: Record<string, string>;
}

const EMPTY: Proofs = { tickets: {}, proved: {} };
/** A ticket not redeemed by then never is. */
const TICKET_MS = 60_000;

const item = storage.defineItem<Proofs>('session:sidebars', { fallback: EMPTY });
let line: Promise<unknown> = Promise.resolve();

/** Reads, changes and writes in turn, so that two frames opened at once do not overwrite one another. */
function change<T>(edit: (proofs: Proofs) => T): Promise<T> {
  const next = line.then(async () => {
    const proofs = structuredClone(await item.getValue());
    const result = edit(proofs);
    await item.setValue(proofs);
    return result;
  });
  line = next.catch(() => undefined);
  return next;
}

/** A nonce for the sidebar that the content script of `tabId` is about to open. */
export function issueTicket(tabId: number, now = Date.now()): Promise<string> {
  const nonce = crypto.randomUUID();
  return change((proofs) => {
    for (const [old, { at }] of Object.entries(proofs.tickets)) if (now - at > TICKET_MS) delete proofs.tickets[old];
    proofs.tickets[nonce] = { tabId, at: now };
    return nonce;
  });
}

/** True when `nonce` was issued for this very tab and not used before; the frame is known from then on. */
export function redeemTicket(nonce: string, from: From, now = Date.now()): Promise<boolean> {
  return change((proofs) => {
    const ticket = proofs.tickets[nonce];
    delete proofs.tickets[nonce];
    if (!ticket || ticket.tabId !== from.tabId || now - ticket.at > TICKET_MS) return false;
    proofs.proved[frameKey(from)] = from.documentId;
    return true;
  });
}

/** Whether this frame's present document redeemed a ticket. */
export async function isProved(from: From): Promise<boolean> {
  await line;
  return (await item.getValue()).proved[frameKey(from)] === from.documentId;
}

export function forgetTab(tabId: number): Promise<void> {
  return change((proofs) => {
    for (const key of Object.keys(proofs.proved)) if (key.startsWith(`${tabId}:`)) delete proofs.proved[key];
  });
}

const frameKey = (from: From): string => `${from.tabId}:${from.frameId}`;
