import type { PageContext, Sign } from '../contract.ts';
import { isCommentCard, kindOfCard, survey } from './cards.ts';
import { holderIn } from './holders.ts';
import { addressOf, commentIdsIn, permalinkOf } from './links.ts';
import { scopeOf } from './page.ts';
import { ANY_MESSAGE, AT } from './selectors.ts';
import { line } from './text.ts';
import { timeFrom } from './time.ts';
import { ACTIONS } from './words.ts';

/**
 * What each anchor family promises beyond the cards that were found: for every family the things that lie in no
 * card are counted and added to the number of cards, so one that was passed over is enough to be called broken.
 */
export function signsOf(document: Document, page: PageContext): Sign[] {
  const scope = scopeOf(document, page);
  if (!scope || page.kind === 'leave-alone' || page.kind === 'unknown') return [];
  const { cards, promoted } = survey(document, page);
  const known = new Set([...cards, ...promoted]);
  const posts = cards.filter((card) => kindOfCard(card) === 'post');
  const seen = cards.length;
  const outside = (selector: string, counts: (element: Element) => boolean): number => {
    const holder = holderIn(known);
    const found = scope.querySelectorAll(selector);
    let count = 0;
    for (let i = 0, n = found.length; i < n; i++) {
      const element = found[i] as Element;
      if (!holder(element) && !element.closest(AT.unread) && counts(element)) count++;
    }
    return count;
  };
  const sign = (field: string, selector: string, missed: number): Sign => ({
    field,
    selector,
    count: missed === 0 ? 0 : seen + missed,
    exact: missed > 0,
  });
  const promises: Sign[] = [
    sign(
      'post',
      ANY_MESSAGE,
      outside(ANY_MESSAGE, (message) => !message.parentElement?.closest(ANY_MESSAGE)),
    ),
    sign(
      'comment',
      AT.article,
      outside(`${AT.article}[aria-label]`, (article) => isCommentCard(article)),
    ),
    sign('comment', AT.commentLink, missedComments(scope, known)),
    sign('post', PERMALINK, posts.length === 0 && seen > 0 ? 1 : 0),
    sign(
      'post',
      ACTIONS,
      outside(ACTIONS, (button) => hasWords(button)),
    ),
    sign(
      'post',
      PERMALINK,
      outside(PERMALINK, (link) => isTimeLink(link, page)),
    ),
    loose('post', PERMALINK, seen === 0 ? outside(PERMALINK, (link) => isPostLink(link, page)) : 0),
    loose('post', 'div[dir="auto"]', seen === 0 ? paragraphs(scope, page) : 0),
  ];
  return promises.filter((promise) => promise.count > 0);
}

const PERMALINK = 'a[href*="/posts/"],a[href*="story_fbid="],a[href*="/permalink/"],a[href*="pfbid"]';

const loose = (field: string, selector: string, count: number): Sign => ({ field, selector, count, exact: false });

/** Comments that links number and no card holds. Notifications and addresses that people quote do not count. */
function missedComments(scope: Element | Document, known: ReadonlySet<Element>): number {
  const missed = new Set<string>();
  const holder = holderIn(known);
  const links = scope.querySelectorAll(AT.commentLink);
  for (let i = 0, n = links.length; i < n; i++) {
    const link = links[i] as Element;
    const href = link.getAttribute('href') ?? '';
    if (holder(link) || /[?&]notif_/.test(href)) continue;
    if (link.closest('[role="navigation"],[role="banner"],[role="menu"],[hidden]')) continue;
    const ids = commentIdsIn(href);
    if (ids && !/^(?:https?:|www\.)/.test(line(link))) missed.add(ids.reply ?? ids.comment);
  }
  return missed.size;
}

/** A permalink that shows a time heads a post; one that people quote shows its address. */
const isTimeLink = (link: Element, page: PageContext): boolean =>
  isPostLink(link, page) && timeFrom(line(link), page.now).iso !== null;

function isPostLink(link: Element, page: PageContext): boolean {
  const url = addressOf(link, page.url);
  return url !== null && permalinkOf(url) !== null && !commentIdsIn(`?${url.query}`);
}

/** With every anchor gone words are left: several paragraphs on a page that should hold reviews. */
function paragraphs(scope: Element | Document, page: PageContext): number {
  let count = 0;
  for (const block of scope.querySelectorAll('div[dir="auto"]')) {
    if (!block.querySelector('div[dir="auto"]') && line(block).length >= 8 && !block.closest(AT.unread)) count++;
  }
  return page.kind === 'post' || count >= 3 ? count : 0;
}

/** A menu button alone is no post: someone's link and some words stand near it. */
function hasWords(button: Element): boolean {
  let at = button.parentElement;
  for (let level = 0; level < 6 && at && !at.matches(AT.bounds); level++, at = at.parentElement) {
    if (at.querySelector('a[href]') && line(at).length > 10) return true;
  }
  return false;
}
