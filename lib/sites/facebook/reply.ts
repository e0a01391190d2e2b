import type { PageContext, ReplyBox } from '../contract.ts';
import { cardAt, findCards, isCommentCard, kindOfCard } from './cards.ts';
import { commentAuthor, commentIdOf } from './comments.ts';
import { scopeOf } from './page.ts';
import { postIdOf } from './posts.ts';
import { AT } from './selectors.ts';
import { actingName, isCommentBox, isReplyBox, repliedName } from './words.ts';

/**
 * The open comment box that answers review `id`. Messenger's and the new-post box are Lexical too, and the feed's
 * boxes stay mounted behind a dialog: so a box counts only inside a post's card of the topmost dialog (or of
 * the page, when none is open), and with a label of a comment box. When only a box of another review is open,
 * the focused one is returned with its own id, so that the caller can say so.
 */
export function replyBoxFor(document: Document, card: Element | null, id: string, page: PageContext): ReplyBox | null {
  const scope = scopeOf(document, page);
  if (!scope) return null;
  let other: ReplyBox | null = null;
  for (const element of scope.querySelectorAll<HTMLElement>(AT.textbox)) {
    const label = element.getAttribute('aria-label') ?? element.getAttribute('aria-placeholder') ?? '';
    if (!isCommentBox(label) || element.closest(AT.unread)) continue;
    const reviewId = answered(element, label, card, page);
    const box: ReplyBox = { element, postsAs: actingName(label), maxLength: null, reviewId };
    if (reviewId === id) return box;
    if (document.activeElement === element) other = box;
  }
  return other;
}

/** Which review a box answers: the comment whose thread it stands in, else the post around it. */
function answered(box: Element, label: string, card: Element | null, page: PageContext): string | null {
  const post = postAround(box, card, page);
  if (!post) return null;
  if (!isReplyBox(label)) return postIdOf(post, page);
  const before = commentsIn(post).filter((comment) => (comment.compareDocumentPosition(box) & 4) !== 0);
  const thread = before.filter((comment) => sameThread(comment, box));
  const name = repliedName(label);
  const named = name ? thread.filter((comment) => commentAuthor(comment, page) === name) : [];
  const target = name ? named.at(-1) : thread.find((comment) => !isReplyIn(comment));
  return target ? commentIdOf(target, page) : null;
}

function postAround(box: Element, card: Element | null, page: PageContext): Element | null {
  const around = cardAt(box, page);
  if (around && kindOfCard(around) === 'post') return around;
  const posts = findCards(page.document, page).filter((found) => kindOfCard(found) === 'post');
  if (around) return posts.find((post) => post.contains(around)) ?? null;
  // In a dialog the box stands in a bar below the post: there is but one post it can mean.
  const only = posts.length === 1 ? posts[0] : undefined;
  if (only && box.closest(AT.dialog) && only.closest(AT.dialog) === box.closest(AT.dialog)) return only;
  return card && kindOfCard(card) === 'post' && card.contains(box) ? card : null;
}

const commentsIn = (post: Element): Element[] => [...post.querySelectorAll(AT.article)].filter(isCommentCard);

/** A comment's thread: the least element around comment and box holds no other comment than it and its replies. */
function sameThread(comment: Element, box: Element): boolean {
  let around = comment.parentElement;
  while (around && !around.contains(box)) around = around.parentElement;
  if (!around) return false;
  return commentsIn(around).filter((each) => !isReplyIn(each)).length <= 1;
}

const isReplyIn = (comment: Element): boolean =>
  comment.querySelector('a[href*="reply_comment_id="]') !== null ||
  isReplyBox(comment.getAttribute('aria-label') ?? '');
