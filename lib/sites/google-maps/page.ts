import type { PageInfo, PageKind } from '../../contract/index.ts';
import { DIALOG, OWNER, TABS } from './selectors.ts';

const HEX_PAIR = /!1s(0x[0-9a-f]+:0x[0-9a-f]+)/i;

/** What stands open at this address. Everything on Maps that is not a place is recognised and left alone. */
export function detect(document: Document, url: URL): PageInfo {
  const kind = kindOf(document, url);
  const place = kind === 'leave-alone' || kind === 'unknown' ? null : placeOf(document, url, kind);
  return { site: 'google-maps', kind, title: place?.name ?? null, place, language: languageOf(document) };
}

function kindOf(document: Document, url: URL): PageKind {
  const path = url.pathname;
  if (path.startsWith('/local/business/') || url.hostname === 'business.google.com') return ownerKind(document, path);
  if (path.startsWith('/search')) return dialogKind(document, url);
  if (/^\/maps\/place\//.test(path) || (/^\/maps\/?$/.test(path) && url.searchParams.has('cid'))) {
    return placeKind(document, url);
  }
  return path.startsWith('/maps') || url.hostname === 'maps.google.com' ? 'leave-alone' : 'unknown';
}

/** The tab that is open says it; before tabs are drawn the address does. */
function placeKind(document: Document, url: URL): PageKind {
  // The first list of tabs is the place's: found early, so that a page of thousands of cards is not searched.
  const tabs = document.querySelector('[role="tablist"]') ?? document;
  for (const tab of tabs.querySelectorAll('[role="tab"][aria-selected="true"]')) {
    const number = /^\d+/.exec(tab.getAttribute('jslog') ?? '')?.[0];
    if (number === TABS.reviews) return 'place';
    if (number && (TABS.others as readonly string[]).includes(number)) return 'place-overview';
    const words = (tab.getAttribute('aria-label') ?? '') + (tab.textContent ?? '');
    if (/reviews\b|評論/i.test(words)) return 'place';
    if (/overview|總覽|menu|菜單|about|簡介/i.test(words)) return 'place-overview';
  }
  return /!9m1!1b1/.test(url.href) ? 'place' : 'place-overview';
}

/** On Google Search nothing is ours until a reviews dialog stands open. */
function dialogKind(document: Document, url: URL): PageKind {
  if (/#.*\blrd=0x/.test(url.hash)) return 'search-dialog';
  return document.querySelector(`${DIALOG.cards[0]}, ${DIALOG.cards[1]}`) ? 'search-dialog' : 'unknown';
}

function ownerKind(document: Document, path: string): PageKind {
  if (/\/customers\/reviews\/reply/.test(path)) return 'reply-frame';
  if (/\/customers\/reviews/.test(path)) return 'manager';
  // Seen in an iframe over Maps under an address that no source names: a box and one review make a reply frame.
  return document.querySelector(OWNER.box[0]) && document.querySelector('article') ? 'reply-frame' : 'unknown';
}

function placeOf(document: Document, url: URL, kind: PageKind): { id?: string; name?: string } | null {
  const id = placeId(url);
  const name = placeName(document, url, kind);
  return id || name ? { ...(id && { id }), ...(name && { name }) } : null;
}

/** `0x…:0x…`; with only `?cid=` known, its second half (Google writes `0x0` for an unknown first half itself). */
function placeId(url: URL): string | undefined {
  const decoded = safeDecode(url.href);
  const pair = HEX_PAIR.exec(decoded)?.[1] ?? /#.*\blrd=(0x[0-9a-f]+:0x[0-9a-f]+)/i.exec(decoded)?.[1];
  if (pair && !/:0x0*$/i.test(pair)) return pair.toLowerCase();
  const cid = url.searchParams.get('cid');
  return cid && /^\d{1,20}$/.test(cid) ? `0x0:0x${BigInt(cid).toString(16)}` : undefined;
}

function placeName(document: Document, url: URL, kind: PageKind): string | undefined {
  if (kind === 'place' || kind === 'place-overview') {
    const segment = /^\/maps\/place\/([^/@]+)/.exec(url.pathname)?.[1];
    const mark = document.querySelector('[role="tablist"]') ?? document.querySelector('[data-review-id]');
    const main = mark?.closest('[role="main"][aria-label]');
    if (main) return clean(main.getAttribute('aria-label'));
    if (segment) return clean(safeDecode(segment.replaceAll('+', ' ')));
    return undefined;
  }
  const panel = kind === 'search-dialog' ? dialogOf(document) : document.body;
  const heading = 'h1, h2, [role="heading"][aria-level="1"], [role="heading"][aria-level="2"]';
  return clean(panel?.querySelector(heading)?.textContent);
}

/** Other dialogs (consent, sign-in) may stand beside the one with the reviews. */
function dialogOf(document: Document): Element | null {
  const card = document.querySelector(DIALOG.cards[0]) ?? document.querySelector(DIALOG.cards[1]);
  return card?.closest('[role="dialog"]') ?? document.querySelector('[role="dialog"]');
}

function languageOf(document: Document): string | null {
  const lang = document.documentElement?.getAttribute('lang') ?? '';
  if (/^zh.*(tw|hant|hk)/i.test(lang)) return 'zh-TW';
  if (/^en/i.test(lang)) return 'en';
  if (lang) return lang;
  const tab = document.querySelector('[role="tab"]')?.textContent ?? '';
  if (/總覽|評論/.test(tab)) return 'zh-TW';
  return /overview|reviews/i.test(tab) ? 'en' : null;
}

const clean = (text: string | null | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim() || undefined;

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % in the address
  }
}
