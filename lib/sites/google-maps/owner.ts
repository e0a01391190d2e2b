import type { Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading, ReplyBox } from '../contract.ts';
import { firstMatch, textOf } from '../dom.ts';
import { contributor, editedMark, isReviewId, postedAt, ratingOf } from './parse.ts';
import { OWNER, REPLY_MAX } from './selectors.ts';

/**
 * The owner's review manager (a list) and reply page (one review and a box), both often in an iframe. No capture
 * exists: anchors are those of public code from 2024-09 to 2026-02, all of this is unverified.
 */
export function cards(root: Element | Document): Element[] {
  if (root.nodeType === 1) {
    const around = cardOf(root as Element);
    if (around) return [around];
  }
  return [...root.querySelectorAll('article')].filter((article) => isReview(article));
}

export function cardOf(node: Element): Element | null {
  const card = node.closest('article');
  return card && isReview(card) ? card : null;
}

/** An article with stars is a review; help texts and tips are not. */
function isReview(article: Element): boolean {
  return starOf(article) !== null;
}

export function read(card: Element, page: PageContext): Reading[] {
  const id = idOf(card, page);
  if (!id) return [];
  const missing: Miss[] = [];
  const fallback: Miss[] = [];
  const name = nameOf(card);
  if (!name) missing.push({ field: 'author.name', selector: OWNER.name[0] });
  const stars = starOf(card);
  const shown = dateOf(card, stars?.element ?? null);
  if (!shown) missing.push({ field: 'postedAt', selector: OWNER.date });
  else if (!card.querySelector(OWNER.date)) fallback.push({ field: 'postedAt', selector: OWNER.date });
  const found = firstMatch(card, OWNER.text);
  const text = found ? textOf(found.element, (part) => part.tagName === 'BUTTON').trim() : '';
  if (found && found.candidate > 0 && text) fallback.push({ field: 'text', selector: OWNER.text[0] });
  const profile = contributor(card.querySelector(OWNER.profile)?.getAttribute('href') ?? null);
  const stats = card.querySelector(OWNER.stats)?.textContent?.trim();
  const more = moreButton(card);
  const review: Review = {
    site: 'google-maps',
    kind: 'review',
    id,
    parent: null,
    url: null,
    place: page.place,
    title: null,
    author: { id: profile?.id ?? null, name, url: profile?.url ?? null, badges: stats ? [stats] : [] },
    text,
    language:
      found?.element.closest('[lang]:not(html)')?.getAttribute('lang') ??
      found?.element.querySelector('[lang]')?.getAttribute('lang') ??
      null,
    translated: false,
    collapsed: more !== null,
    rating: stars?.rating ?? null,
    recommends: null,
    postedAt: postedAt(shown, page.now),
    edited: editedMark(shown),
    counts: {},
    floor: null,
    ip: null,
    country: null,
    photos: null,
    // How an existing answer is marked up here, no source says.
    ownerReply: null,
    relevance: null,
  };
  return [{ review, missing, fallback }];
}

export function expandButton(card: Element): HTMLElement | null {
  return moreButton(card) as HTMLElement | null;
}

function moreButton(card: Element): Element | null {
  const found = firstMatch(card, OWNER.text);
  return found?.element.querySelector('button[aria-expanded="false"]') ?? null;
}

/**
 * The box, with the review that it answers re-read from the frame itself: after a reply was sent the same frame
 * moves on to the next review while its address stays. Null where that review is not known: better no box than
 * the wrong one.
 */
export function replyBox(document: Document, card: Element | null, page: PageContext): ReplyBox | null {
  const boxes = [...document.querySelectorAll<HTMLTextAreaElement>(OWNER.box[0])];
  if (boxes.length === 0) boxes.push(...document.querySelectorAll<HTMLTextAreaElement>(OWNER.box[1]));
  if (boxes.length === 0) boxes.push(...document.querySelectorAll<HTMLTextAreaElement>(OWNER.box[2]));
  const element = boxes.find((box) => !card || ownerOf(box, document) === card) ?? boxes[0];
  if (!element) return null;
  const article = ownerOf(element, document);
  const reviewId = article ? idOf(article, page) : null;
  if (!reviewId) return null;
  const limit = Number(element.getAttribute('maxlength') ?? Number.NaN);
  return {
    element,
    postsAs: businessOf(document),
    maxLength: limit > 0 ? limit : REPLY_MAX,
    reviewId,
  };
}

/** The review that a box stands under: the article around it, or the last one before it within the same part. */
function ownerOf(box: Element, document: Document): Element | null {
  const around = cardOf(box);
  if (around) return around;
  for (let part = box.parentElement; part; part = part.parentElement) {
    const articles = cards(part).filter((article) => part?.contains(article));
    if (articles.length === 1) return articles[0] ?? null;
    if (articles.length > 1) {
      const before = articles.filter((article) => article.compareDocumentPosition(box) & 4);
      return before.at(-1) ?? null;
    }
  }
  return cards(document)[0] ?? null;
}

/** Which review the frame showed when its address was first seen, to notice when it moved on. */
const shownAt = new WeakMap<Document, { address: string; who: string }>();

/** The id, from the article itself; in the list else from the page's data; in the frame else from its address. */
function idOf(article: Element, page: PageContext): string | null {
  const own =
    article.closest('[data-review-id]')?.getAttribute('data-review-id') ??
    article.querySelector('[data-review-id]')?.getAttribute('data-review-id');
  if (isReviewId(own)) return own;
  for (const link of article.querySelectorAll('a[href]')) {
    const id = /[?&](?:reviewId|postId)=([^&#]+)/.exec(link.getAttribute('href') ?? '')?.[1];
    if (isReviewId(id)) return id;
  }
  const name = nameOf(article);
  const text = firstMatch(article, OWNER.text)?.element.textContent ?? '';
  const rows = recordsOf(page.document).filter((row) => row.name === name && sameWords(row.text, text));
  if (rows.length === 1 && rows[0]) return rows[0].id;
  if (page.kind !== 'reply-frame') return null;
  const asked = page.url.searchParams.get('reviewId');
  if (!isReviewId(asked) || !name || recordsOf(page.document).length > 0) return null;
  const who = `${name}\n${starOf(article)?.rating ?? ''}`;
  const first = shownAt.get(page.document);
  if (!first || first.address !== asked) {
    shownAt.set(page.document, { address: asked, who });
    return asked;
  }
  return first.who === who ? asked : null;
}

interface Row {
  id: string;
  name: string;
  text: string;
  business: string | null;
}

/** The page's own data (`script.ds:3` of the list, `ds:0` of the reply page): rows of [0] id, [5] text, [32][1] name. */
function recordsOf(document: Document): Row[] {
  const rows: Row[] = [];
  for (const script of document.querySelectorAll('script[class^="ds:"]')) {
    const source = script.textContent ?? '';
    const start = source.indexOf('data:');
    const end = source.lastIndexOf(', sideChannel');
    if (start < 0 || end < start) continue;
    try {
      gather(JSON.parse(source.slice(start + 5, end)), 0, rows);
    } catch {
      // not the shape we know: the id is then unknown, and the page called broken
    }
  }
  return rows;
}

function gather(value: unknown, depth: number, rows: Row[]): void {
  if (!Array.isArray(value) || depth > 4) return;
  if (typeof value[0] === 'string' && isReviewId(value[0]) && Array.isArray(value[32])) {
    const business = Array.isArray(value[30]) && typeof value[30][0] === 'string' ? value[30][0] : null;
    rows.push({ id: value[0], name: String(value[32][1] ?? ''), text: String(value[5] ?? ''), business });
    return;
  }
  for (const part of value) gather(part, depth + 1, rows);
}

/** The page may cut the words; the data has them whole. */
function sameWords(whole: string, shown: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, '').replace(/(…|\.\.\.).*$/, '');
  const a = plain(whole);
  const b = plain(shown);
  return a === b || (b.length >= 10 && a.startsWith(b.slice(0, 40)));
}

function businessOf(document: Document): string | null {
  const names = new Set(recordsOf(document).map((row) => row.business));
  const only = names.size === 1 ? [...names][0] : null;
  return only ?? null;
}

function nameOf(card: Element): string {
  for (const selector of OWNER.name) {
    for (const element of card.querySelectorAll(selector)) {
      const text = element.textContent?.trim();
      if (text) return text;
    }
  }
  return '';
}

function starOf(card: Element): { element: Element; rating: number } | null {
  for (const element of card.querySelectorAll('[role="img"][aria-label]')) {
    const rating = ratingOf(element.getAttribute('aria-label') ?? '');
    if (rating !== null) return { element, rating };
  }
  return null;
}

function dateOf(card: Element, star: Element | null): string {
  const byClass = card.querySelector(OWNER.date)?.textContent?.trim();
  return byClass || (star?.nextElementSibling?.textContent?.trim() ?? '');
}
