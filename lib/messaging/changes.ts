import * as z from 'zod/mini';
import { wire } from './transport.ts';

/** To all our pages, from the background: something changed, ask again. Carries nothing of the store. */
export const CHANGED = z.object({
  /** The tab whose page changed; null: settings or the store. */
  tabId: z.nullable(z.number()),
  topic: z.enum(['page', 'review', 'selected', 'settings', 'composer', 'gone', 'capture']),
  key: z.optional(z.string()),
});
export type Changed = z.infer<typeof CHANGED>;

/** Calls back when the background says that something changed; returns the way to stop. Sidebar and dashboard. */
export function onChanged(callback: (change: Changed) => void): () => void {
  return wire.onMessage('changed', ({ data }) => {
    const change = CHANGED.safeParse(data);
    if (change.success) callback(change.data);
  });
}
