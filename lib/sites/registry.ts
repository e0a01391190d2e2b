import type { Adapter } from './contract.ts';
import { dcard } from './dcard.ts';
import { facebook } from './facebook.ts';
import { googleMaps } from './google-maps.ts';
import { siteOf } from './matches.ts';
import { ptt } from './ptt.ts';

export const ADAPTERS: readonly Adapter[] = [googleMaps, facebook, ptt, dcard];

/** The adapter whose pages include `url`, or null for an address of no known site. */
export function adapterFor(url: URL): Adapter | null {
  const site = siteOf(url);
  return ADAPTERS.find(({ id }) => id === site) ?? null;
}
