import { keyOf, ok } from '../contract/index.ts';
import { deskOf } from '../desk/naming.ts';
import { heldOf } from '../store/index.ts';
import { startCapture } from './capture.ts';
import { recordGone } from './capture-gone.ts';
import type { Desk } from './desk.ts';

/* Captures that are asked for outside of the sidebar: by a chip, the menu, the shortcut, the icon. */

/** Begins what was asked for while the picture was not permitted: the icon has just been pressed. */
export async function startAwaited(desk: Desk, tabId: number): Promise<boolean> {
  const awaited = desk.awaited.get(tabId);
  desk.awaited.delete(tabId);
  if (!awaited || Date.now() - awaited.at > AWAITED_MS) return false;
  const begun = await startCapture(desk, awaited.key, tabId, awaited.options);
  // It was looked for and is not there: that is what is recorded.
  if (!begun.ok && begun.failure === 'not-on-page' && awaited.options.recheck)
    await recordGone(desk, awaited.options.recheck, tabId);
  desk.changed({ tabId, topic: 'capture', key: awaited.key });
  return begun.ok || begun.failure === 'not-on-page';
}
/** A press of the icon after that means the sidebar again. */
const AWAITED_MS = 120_000;

/**
 * Asked from a chip's menu (`named`), the context menu or by the shortcut: the one that is chosen on this page, else the first
 * that concerns the clinic, else the first. What must be asked is asked in the sidebar.
 */
export async function captureFromOutside(desk: Desk, tabId: number, named?: string): Promise<void> {
  const { selected } = desk.pages.tab(tabId);
  const rows = desk.pages.rowsOf(tabId).sort((a, b) => a.order - b.order);
  const row = rows.find(({ relevance }) => relevance !== 'other') ?? rows[0];
  const key = named ?? selected ?? (row ? keyOf(row.review) : null);
  if (key === null) return;
  desk.pages.tab(tabId).selected = key;
  desk.changed({ tabId, topic: 'selected', key });
  // What is sealed without a name stays without one.
  const { people, onDuty } = deskOf(await desk.settings());
  const nobody = onDuty === null && people.length > 0;
  const begun = nobody
    ? ok({ ask: 'who' } as const)
    : await startCapture(desk, key, tabId, { recheck: await lastOf(desk, key) });
  if (begun.ok && begun.value.ask === null) return;
  // The open sidebar asks, or says why it could not be.
  desk.asked.set(tabId, { key, outcome: begun });
  desk.changed({ tabId, topic: 'capture', key });
}

/** As from the sidebar: a second capture is a re-check of the one before. What was added or copied later is none. */
async function lastOf(desk: Desk, key: string): Promise<string | null> {
  const held = await heldOf(desk.store, key);
  return held.ok ? (held.value.find(({ copy }) => !copy)?.id ?? null) : null;
}
