import type { PageInfo, PageKind } from '../../contract/index.ts';
import type { PageContext } from '../contract.ts';
import { addressOfUrl, groupOf, ownerOf, permalinkOf } from './links.ts';
import { ANY_MESSAGE, AT } from './selectors.ts';
import { line } from './text.ts';
import { nameInHeading } from './words.ts';

/** Rooms of the site that hold no reviews, or that are nobody else's business. */
const LEAVE_ALONE =
  /^\/(?:(?:v[\d.]+\/)?(?:plugins|dialog)|login|login\.php|checkpoint|recover|r\.php|reg|messages|messenger|marketplace|settings|privacy|policies|policy|legal|terms|help|support|ads|business|adsmanager|campaign|gaming|dating|friends|notifications|bookmarks|saved|memories|stories|sharer|sharer\.php|share\.php|l\.php|fundraisers|offers|weather|live|games)(?:\/|$)/;
/** Feeds that belong to no page: home, search and hashtags (posts that name the clinic are found there). */
const MIXED_FEED = /^\/(?:$|home\.php|feed|feeds|search|hashtag)(?:\/|$)/;

/** What stands open, from the address first; a post's dialog over a feed makes it a post whatever the address. */
export function detectPage(document: Document, url: URL): PageInfo {
  const base = baseKind(url);
  const language = document.documentElement?.getAttribute('lang') || null;
  const dialog = base === 'leave-alone' || base === 'unknown' ? null : lookForDialog(document, url);
  const kind = dialog ? 'post' : base;
  if (kind === 'leave-alone') return { site: 'facebook', kind, title: null, place: null, language };
  const place = placeOf(document, url, dialog);
  return { site: 'facebook', kind, title: titleOf(document, dialog) ?? place?.name ?? null, place, language };
}

function baseKind(url: URL): PageKind {
  const address = addressOfUrl(url);
  if (LEAVE_ALONE.test(url.pathname)) return 'leave-alone';
  if (permalinkOf(address)) return 'post';
  if (MIXED_FEED.test(url.pathname)) return 'timeline';
  if (groupOf(address)) return 'group';
  const parts = url.pathname.split('/').filter(Boolean);
  const tab = parts[0] === 'profile.php' ? url.searchParams.get('sk') : parts[tabIndex(parts[0])];
  if (ownerOf(address) === null) return 'unknown';
  if (tab === 'reviews' || tab === 'reviews_written') return 'reviews';
  return !tab || /^(?:posts|mentions|timeline|videos|reels|community)$/.test(tab) ? 'timeline' : 'unknown';
}

const tabIndex = (first: string | undefined): number =>
  first === 'people' ? 3 : first === 'pg' || first === 'pages' || first === 'p' ? 2 : 1;

function placeOf(document: Document, url: URL, dialog: Element | null): PageInfo['place'] {
  const address = addressOfUrl(url);
  const group = groupOf(address);
  const id = group ?? ownerOf(address);
  if (!id) return null;
  // In a group the dialog is headed by the poster's name, not the group's.
  const heading = group ? null : nameInHeading(line(dialog?.querySelector('h2') ?? null));
  const name = heading ?? nameInTop(document, url, dialog);
  return name ? { id, name } : { id };
}

/** The page's or group's own name: the first heading outside the banner and the dialog. Searched once a page. */
function nameInTop(document: Document, url: URL, dialog: Element | null): string | null {
  const memory = memoryOf(document, url);
  if (memory.title === document.title) return memory.name;
  memory.title = document.title;
  memory.name = null;
  for (const heading of document.querySelectorAll('h1')) {
    if (dialog?.contains(heading) || heading.closest('[role="banner"],[aria-hidden="true"],[hidden]')) continue;
    const text = line(heading);
    if (text === '' || text.length >= 100) continue;
    memory.name = text;
    break;
  }
  return memory.name;
}

function titleOf(document: Document, dialog: Element | null): string | null {
  const heading = line(dialog?.querySelector('h2') ?? null);
  if (heading !== '') return heading;
  return (
    document.title
      .replace(/^\(\d+\+?\)\s*/, '')
      .replace(/\s*[|-]\s*Facebook$/, '')
      .trim() || null
  );
}

/** What was found on a document at its present address: only so that each batch need not search all of it again. */
interface Memory {
  href: string;
  dialog: Element | null;
  title: string | null;
  name: string | null;
}
const memories = new WeakMap<Document, Memory>();

function memoryOf(document: Document, url: URL): Memory {
  const known = memories.get(document);
  if (known?.href === url.href) return known;
  const memory: Memory = { href: url.href, dialog: searchDialog(document), title: null, name: null };
  memories.set(document, memory);
  return memory;
}

/** For `detect`: dialogs are mounted near the top of the document, so that the feeds need not be searched. */
function lookForDialog(document: Document, url: URL): Element | null {
  const memory = memoryOf(document, url);
  memory.dialog = shallowDialog(document) ?? (memory.dialog && isOpen(memory.dialog) ? memory.dialog : null);
  return memory.dialog;
}

/** For a whole reading: the topmost dialog that holds a post; menus, hover cards, chats do not count. */
function searchDialog(document: Document): Element | null {
  const dialogs = document.querySelectorAll(AT.dialog);
  for (let i = dialogs.length - 1; i >= 0; i--) if (isOpen(dialogs[i] as Element)) return dialogs[i] as Element;
  return null;
}

const isOpen = (dialog: Element): boolean =>
  dialog.isConnected &&
  !dialog.closest('[hidden],[aria-hidden="true"]') &&
  dialog.querySelector(`${AT.profile},${ANY_MESSAGE},${AT.article}`) !== null;

const LISTS = '[role="main"],[role="feed"],[role="banner"],[role="navigation"],[role="article"],[aria-posinset]';
const DEPTH = 24;
const LONG_LIST = 24;

function shallowDialog(document: Document): Element | null {
  let found: Element | null = null;
  const look = (element: Element, depth: number): void => {
    if (element.getAttribute('role') === 'dialog') {
      if (isOpen(element)) found = element;
      return;
    }
    if (depth >= DEPTH || element.childElementCount > LONG_LIST || element.matches(LISTS)) return;
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) look(child, depth + 1);
  };
  if (document.body) for (const child of document.body.children) look(child, 0);
  return found;
}

/** The topmost dialog as `detect` or the last whole reading saw it. */
export function topDialog(document: Document): Element | null {
  const dialog = memories.get(document)?.dialog ?? null;
  return dialog?.isConnected ? dialog : null;
}

/** The part of `root` that is read: all of it, or what of it lies in the topmost dialog; null for none. */
export function scopeOf(root: Element | Document, page: PageContext): Element | Document | null {
  if (root.nodeType === 9) memoryOf(page.document, page.url).dialog = searchDialog(page.document);
  const top = topDialog(page.document);
  if (!top || top.contains(root)) return root;
  return root.contains(top) ? top : null;
}
