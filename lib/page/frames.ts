/**
 * Whether the content script may act in this frame. At the top always (the manifest's patterns brought it there);
 * in a sub-frame only when every page around it is one of the sites' own: a Facebook plugin on a stranger's page
 * stays as it is.
 */
export function mayAct(window: Window, matches: readonly string[]): boolean {
  if (window.parent === window) return true;
  const ours = new Set(matches.map(originOf));
  const around = window.location.ancestorOrigins as DOMStringList | undefined;
  // Where a browser does not tell, we do not know, so we do not act.
  return around !== undefined && around.length > 0 && [...around].every((origin) => ours.has(origin));
}

/** `https://host/path*` → `https://host`. */
function originOf(pattern: string): string {
  const [scheme, rest = ''] = pattern.split('://');
  return `${scheme}://${rest.split('/')[0]}`;
}
