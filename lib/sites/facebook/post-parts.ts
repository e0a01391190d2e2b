import type { PageContext } from '../contract.ts';
import { firstMatch } from '../dom.ts';
import { isCommentCard } from './cards.ts';
import * as links from './links.ts';
import { AT } from './selectors.ts';
import { line } from './text.ts';

/** The parts of a post that several fields are read from, gathered in as few queries as will do. */
export interface Parts {
  card: Element;
  profile: Element | null;
  /** False when the header was found by its heading only. */
  anchored: boolean;
  /** Header of a post that is shared inside this one. */
  shared: Element | null;
  message: Element | null;
  /** Which candidate the message came from; 0 = expected. */
  candidate: number;
  firstComment: Element | null;
  /** Links between the unit's start and its text, the shared post or the first comment. */
  head: HeadLink[];
  /** Action buttons by their attribute. */
  buttons: Partial<Record<'likes' | 'comments' | 'shares', Element>>;
  /** Before the first comment: everything marked as a button, the row of reactions, links to photos. */
  pressed: Element[];
  toolbar: Element | null;
  photos: { link: Element; href: string }[];
  /** The first link with a comment's number, of those before the first comment. */
  numbered: Element | null;
}

export interface HeadLink {
  link: Element;
  address: links.Address | null;
  /** Which post it leads to. */
  post: links.Permalink | null;
}

const BUTTONS: Record<string, 'likes' | 'comments' | 'shares'> = {
  like_button: 'likes',
  comment_button: 'comments',
  share_button: 'shares',
};
const ROW = Object.keys(BUTTONS)
  .map((role) => `[data-ad-rendering-role="${role}"]`)
  .join(',');
const roleOf = (part: Element): string => part.getAttribute('data-ad-rendering-role') ?? '';
const MARKS = 'a[href],[data-ad-rendering-role],[role]';

export function partsOf(card: Element, page: PageContext): Parts {
  const article = firstArticle(card);
  const parts = gather(card, article, page);
  // Seldom: comments that only the numbers in their links tell.
  const link = article || parts.numbered === null ? null : card.querySelector(AT.commentLink);
  return link ? gather(card, link, page) : parts;
}

/** `firstComment`: the parts stand before it. */
function gather(card: Element, firstComment: Element | null, page: PageContext): Parts {
  const parts: Parts = {
    card,
    profile: null,
    anchored: true,
    shared: null,
    message: null,
    candidate: 0,
    firstComment,
    head: [],
    buttons: {},
    pressed: [],
    toolbar: null,
    photos: [],
    numbered: null,
  };
  /** The head ends at the text, a shared post or the first comment. */
  let open = true;
  let seen = 0;
  let headers = 0;
  const marks = marksOf(card, firstComment);
  for (let i = 0, n = marks.length; i < n; i++) {
    const part = marks[i] as Element;
    const rendering = part.getAttribute('data-ad-rendering-role');
    if (rendering !== null) {
      const button = BUTTONS[rendering];
      if (button) parts.buttons[button] ??= part;
      else if (rendering === 'profile_name') {
        if (headers === 0) parts.profile = part;
        else {
          parts.shared ??= part;
          open = false;
        }
        headers++;
        // A message after a second header is the shared post's.
      } else if (rendering === 'story_message' && headers < 2 && !parts.message) {
        parts.message = part;
        open = false;
      }
    }
    const href = part.tagName === 'A' ? part.getAttribute('href') : null;
    if (href !== null) {
      if (href.includes('comment_id=')) parts.numbered ??= part;
      if (href.includes('/photo')) parts.photos.push({ link: part, href });
      if (open && ++seen <= 24 && part.getAttribute('aria-hidden') !== 'true')
        parts.head.push(headLink(part, href, page));
      if (rendering === null && part.getAttribute('role') === 'link') continue;
    }
    const role = part.getAttribute('role');
    if (role === 'button') parts.pressed.push(part);
    else if (role === 'toolbar') parts.toolbar ??= part;
  }
  const { likes, comments, shares } = parts.buttons;
  // Seldom, but the action row may stand below the comments.
  if (firstComment && !(likes && comments && shares))
    for (const part of card.querySelectorAll(ROW)) parts.buttons[BUTTONS[roleOf(part)] ?? 'likes'] ??= part;
  if (headers === 0 || !parts.message) searchFurther(parts, headers === 0, page);
  return parts;
}

function headLink(link: Element, href: string, page: PageContext): HeadLink {
  const address = links.addressIn(href, page.url);
  return { link, address, post: address && links.permalinkOf(address) };
}

/** Without its usual header or text: by headings, by other marks of the text, by the first paragraph. */
function searchFurther(parts: Parts, byHeading: boolean, page: PageContext): void {
  const { card, firstComment } = parts;
  if (byHeading) {
    parts.anchored = false;
    const headers: Element[] = [];
    for (const heading of card.querySelectorAll('h2,h3,h4,h5')) {
      if (heading.querySelector('a[href]') && !(firstComment && precedes(firstComment, heading))) headers.push(heading);
    }
    parts.profile = headers[0] ?? null;
    parts.shared = headers[1] ?? null;
  }
  const end = parts.shared ?? firstComment;
  if (!parts.message) {
    const found = firstMatch(card, AT.message);
    const other = found?.element ?? outsideHidden(card, 'blockquote') ?? paragraphIn(card, parts.profile);
    // None before the shared post or the comments: a share without words, or a post of photos only.
    parts.message = other && !(end && precedes(end, other)) ? other : null;
    if (parts.message && parts.message.tagName !== 'BLOCKQUOTE') parts.candidate = found?.candidate ?? 3;
  }
  parts.head = headOf(card, parts.message ?? end, page);
}

function headOf(card: Element, end: Element | null, page: PageContext): HeadLink[] {
  const head: HeadLink[] = [];
  let seen = 0;
  for (const link of card.querySelectorAll('a[href]')) {
    if (++seen > 24 || (end && precedes(end, link))) break;
    if (link.getAttribute('aria-hidden') !== 'true') head.push(headLink(link, link.getAttribute('href') ?? '', page));
  }
  return head;
}

/**
 * What is marked in a card before its first comment, in document order. Level by level down to that comment, so
 * that the thousands behind it are not searched.
 */
function marksOf(card: Element, end: Element | null): ArrayLike<Element> {
  if (!end) return card.querySelectorAll(MARKS);
  const way: Element[] = [];
  for (let at = end; at !== card; at = at.parentElement as Element) way.push(at);
  const found: Element[] = [];
  for (let i = way.length - 1; i >= 0; i--) {
    const stop = way[i] as Element;
    for (let child = stop.parentElement?.firstElementChild; child && child !== stop; child = child.nextElementSibling) {
      if (child.matches(MARKS)) found.push(child);
      if (child.firstElementChild) for (const part of child.querySelectorAll(MARKS)) found.push(part);
    }
    if (i > 0 && stop.matches(MARKS)) found.push(stop);
  }
  return found;
}

const precedes = (a: Element, b: Element): boolean => (a.compareDocumentPosition(b) & 4) !== 0;

/** The first comment that is an article. */
function firstArticle(card: Element): Element | null {
  const first = card.querySelector(AT.article);
  if (!first || isCommentCard(first)) return first;
  for (const article of card.querySelectorAll(AT.article)) if (isCommentCard(article)) return article;
  return null;
}

function inComment(element: Element, card: Element): boolean {
  const article = element.closest(AT.article);
  return article !== null && article !== card && card.contains(article) && isCommentCard(article);
}

function outsideHidden(card: Element, selector: string): Element | null {
  for (const element of card.querySelectorAll(selector)) {
    if (!element.closest('[aria-hidden="true"]') && !inComment(element, card)) return element;
  }
  return null;
}

/** With all three message attributes gone: the first paragraph that is no heading, link, button or comment. */
function paragraphIn(card: Element, profile: Element | null): Element | null {
  for (const block of card.querySelectorAll('div[dir="auto"]')) {
    if (profile && !precedes(profile, block)) continue;
    if (block.closest('a,h1,h2,h3,h4,h5,[role="button"],[role="toolbar"],[aria-hidden="true"]')) continue;
    if (inComment(block, card) || block.querySelector(`div[dir="auto"],${AT.profile}`)) continue;
    if (line(block) === '') continue;
    const span = block.closest('span[dir="auto"]');
    return span && card.contains(span) ? span : (block.parentElement ?? block);
  }
  return null;
}
