import type { Adapter } from './contract.ts';
import { dcard } from './dcard.ts';
import { facebook } from './facebook.ts';
import { googleMaps } from './google-maps.ts';
import { ptt } from './ptt.ts';

export const ADAPTERS: readonly Adapter[] = [googleMaps, facebook, ptt, dcard];

/** The adapter whose pages include `url`, or null for an address of no known site. */
export function adapterFor(url: URL): Adapter | null {
  return ADAPTERS.find((adapter) => adapter.matches.some((pattern) => matchesPattern(pattern, url))) ?? null;
}

/** WebExtension match pattern without wildcards in the host: `https://host/path*`. */
function matchesPattern(pattern: string, url: URL): boolean {
  const [origin, path] = splitPattern(pattern);
  if (url.origin !== origin) return false;
  return path.endsWith('*') ? url.pathname.startsWith(path.slice(0, -1)) : url.pathname === path;
}

function splitPattern(pattern: string): [origin: string, path: string] {
  const start = pattern.indexOf('/', pattern.indexOf('://') + 3);
  return [pattern.slice(0, start), pattern.slice(start)];
}
