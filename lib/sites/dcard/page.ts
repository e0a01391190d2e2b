import type { PageInfo } from '../../contract/index.ts';
import { pathOf } from './parts.ts';

export interface PostAddress {
  forum: string;
  id: string;
}

const POST = /^\/f\/([^/]+)\/p\/(\d+)(?:\/b\/\d+(?:-\d+)?)?$/;
const FORUM = /^\/f(?:\/([^/]+))?$/;
/** Known pages with no thread on them, or not ours to read. */
const LEAVE_ALONE =
  /^\/(?:$|@|(?:topics|search|new-post|login|signup|signin|oauth|my|notifications?|messages?|settings|service|download|about|terms|privacy|rules|shop|forum|video|collections?|personas?)(?:\/|$))/;
/** Cloudflare stands before the site: not a page of Dcard's. */
const GATE = /^(?:Just a moment|Attention Required|請稍候|請稍等)/i;

export const postAt = (path: string): PostAddress | null => {
  const match = POST.exec(pathOf(path));
  return match?.[1] && match[2] ? { forum: decodeURIComponent(match[1]), id: match[2] } : null;
};

export const postUrl = ({ forum, id }: PostAddress): string => `https://www.dcard.tw/f/${forum}/p/${id}`;

/** Forum alias of a list page; '' for the list of all forums' posts; null when the path is no list. */
export function forumAt(path: string): string | null {
  const match = FORUM.exec(pathOf(path));
  return match ? (match[1] ?? '') : null;
}

export function detect(document: Document, url: URL): PageInfo {
  const path = pathOf(url.pathname);
  const title = document.title.trim() || null;
  const language = /^en/i.test(document.documentElement.lang) ? 'en' : document.documentElement.lang ? 'zh-TW' : null;
  const info = (kind: PageInfo['kind'], forum: string | null, shown: string | null): PageInfo => ({
    site: 'dcard',
    kind,
    title: shown,
    place: forum
      ? { id: forum, name: forumName(scopeOf(document), forum) ?? forumName(document, forum) ?? forum }
      : null,
    language,
  });
  if (isGate(document) || LEAVE_ALONE.test(path)) return info('leave-alone', null, title);
  const post = postAt(path);
  if (post) return info('post', post.forum, headingOf(document) ?? title);
  const forum = forumAt(path);
  if (forum !== null) return info('list', forum || null, title);
  return info('unknown', null, title);
}

function isGate(document: Document): boolean {
  if (GATE.test(document.title)) return true;
  return document.querySelector('#challenge-form, #cf-wrapper, #challenge-error-text') !== null;
}

function headingOf(document: Document): string | null {
  return scopeOf(document).querySelector('h1')?.textContent?.trim() || null;
}

/** The forum's name as its link says it. */
export function forumName(root: ParentNode, forum: string): string | null {
  for (const link of root.querySelectorAll(`a[href*="/f/"]`)) {
    if (pathOf(link.getAttribute('href')) !== `/f/${forum}`) continue;
    const name = link.textContent?.trim();
    if (name) return name;
  }
  return null;
}

const MAIN = 'main, [role="main"]';
const DIALOG = '[role="dialog"]';
const HOLDS_POST = 'article, h1, [data-key^="comment-"]';

/**
 * Where the open post stands: the topmost dialog that holds a post (a post opened from a list lies over it), else
 * the page's main part. Dialogs without a post, such as the login wall, are not looked at. Dialogs stand beside
 * the main part, never in it, so 5,000 comments need not be searched.
 */
export function scopeOf(document: Document): Element {
  const main = document.querySelector(MAIN);
  const dialogs = main ? dialogsBeside(main) : [...document.querySelectorAll(DIALOG)];
  const over = dialogs.findLast((dialog) => dialog.querySelector(HOLDS_POST) !== null);
  return over ?? main ?? document.body ?? document.documentElement;
}

/** In document order. */
function dialogsBeside(main: Element): Element[] {
  const before: Element[] = [];
  const behind: Element[] = [];
  for (let path = main; path.parentElement; path = path.parentElement) {
    const left: Element[] = [];
    for (let node = path.previousElementSibling; node; node = node.previousElementSibling)
      left.unshift(...inside(node));
    before.unshift(...left);
    for (let node = path.nextElementSibling; node; node = node.nextElementSibling) behind.push(...inside(node));
  }
  const around = main.closest(DIALOG);
  return [...before, ...(around ? [around] : []), ...behind];
}

const inside = (element: Element): Element[] =>
  element.matches(DIALOG) ? [element] : [...element.querySelectorAll(DIALOG)];
