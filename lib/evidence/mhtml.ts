/**
 * A page saved as MHTML holds our own sidebar too, with what staff noted in it, because the browser saves every frame
 * of the tab. Those parts are taken out, whole; all others stay byte for byte. Null: not of the form that the browser
 * writes, so nothing can be said of what it holds.
 */
export function withoutOwnParts(mhtml: string, origin: string): string | null {
  const head = mhtml.slice(0, 4_000);
  const boundary = /^Content-Type:\s*multipart\/related;[\s\S]*?boundary="([^"\r\n]+)"/im.exec(head)?.[1];
  if (boundary === undefined) return null;
  const parts = mhtml.split(`\r\n--${boundary}`);
  // Header, at least the page itself, and the end mark.
  if (parts.length < 3 || !parts.at(-1)?.startsWith('--')) return null;
  const kept = parts.filter((part, index) => index === 0 || !isOwn(part, origin));
  return kept.length < 3 ? null : kept.join(`\r\n--${boundary}`);
}

function isOwn(part: string, origin: string): boolean {
  const end = part.indexOf('\r\n\r\n');
  const headers = part.slice(0, end < 0 ? part.length : end);
  return new RegExp(`^Content-Location:\\s*${origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/|$)`, 'im').test(
    headers,
  );
}
