/** Text as PTT prints it, and the lines that the site itself writes among the people's. */

/** E-mail-like text comes hidden by Cloudflare; a browser shows it decoded, a page without scripts does not. */
export function shownText(element: Element, text = element.textContent ?? ''): string {
  if (!text.includes('[email')) return text;
  let shown = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) shown += node.nodeValue ?? '';
    else if (node.nodeType === 1) shown += hiddenEmail(node as Element) ?? shownText(node as Element);
  }
  return hiddenEmail(element) ?? shown;
}

const UTF8 = new TextDecoder();

function hiddenEmail(element: Element): string | null {
  const hex = element.getAttribute('data-cfemail');
  if (!hex || !/^(?:[0-9a-f]{2}){2,}$/i.test(hex)) return null;
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const [key = 0, ...rest] = bytes;
  return UTF8.decode(Uint8Array.from(rest, (byte) => byte ^ key));
}

/** Columns of a terminal: Chinese and other full-width signs take two. */
export function columns(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return width;
}

/** A short key of a text (FNV-1a, 32 bits): enough to tell one person's pushes of one minute apart. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

export const STATION = /^※ (?:發信站|Origin)[:：]/;
export const ADDRESS = /^※ 文章網址[:：]/;
export const FROM = /^◆ From[:：]/;
export const FORWARDER = /^※ 轉錄者[:：]/;
export const EDITED = /^※ 編輯[:：]/;
const FORWARDED_TO = /^※ \S+\s*[:：]\s*轉錄至/;
const RESET = /^※\s*\S+ 於 .*將推薦值歸零/;
/** A push that a moderator took away: its floor stays counted. */
export const REMOVED_PUSH = /^\(\S+\s*刪除\s*\S+\s*的推文.*\)\s*$/;

/** A line that the site wrote, no one's words. */
export const isSiteLine = (line: string): boolean =>
  (line.startsWith('※') || line.startsWith('◆')) &&
  [STATION, ADDRESS, FROM, FORWARDER, EDITED, FORWARDED_TO, RESET].some((pattern) => pattern.test(line));

/** A whole push as one line of text, whatever elements hold it. */
export const PUSH_LINE =
  /^\s*(推|噓|→)\s*([A-Za-z][A-Za-z0-9]{1,11})\s*:([^\n]*?)((?:\s|(?<=\D))(?:[0-9a-fA-F.:]{7,45}\s+)?\d{1,2}\/\d{1,2}(?:\s+\d{2}:\d{2})?)\s*$/;
