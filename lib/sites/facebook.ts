import type { Adapter } from './contract.ts';
import { cardAt, findCards, kindOfCard } from './facebook/cards.ts';
import { commentText, readComment } from './facebook/comments.ts';
import { detectPage } from './facebook/page.ts';
import { headAndText, messageOf, readPost } from './facebook/posts.ts';
import { replyBoxFor } from './facebook/reply.ts';
import { signsOf } from './facebook/signs.ts';
import { MATCHES_OF } from './matches.ts';

/**
 * Facebook (Comet): page and profile timelines, home feed, one post (also in a dialog over a feed), groups,
 * recommendations (/reviews), comments and replies.
 *
 * Verified on captures: one post with ten comments (logged out, en, 2025-06), one feed unit that shares another
 * post (logged in, en, 2026-03). On labels noted from a live zh-TW page, not a capture: actions button, comment
 * label, comment time, comment box (2026-07 to 2026-09).
 * UNVERIFIED, from synthetic pages only: every /reviews page and its wording (「推薦」「不推薦」), group feeds, a
 * comment with its row of buttons when logged in, replies and their zh-TW label, the zh-TW reactions row, an
 * open comment box in its page, where the scrambled time's `aria-labelledby` leads.
 */
export const facebook: Adapter = {
  id: 'facebook',
  label: 'Facebook',
  matches: MATCHES_OF.facebook,
  verified: {
    post: 'post-logged-out-2025-06-en-10comments',
    timeline: 'feed-unit-logged-in-2026-03-en',
    group: 'unverified',
    reviews: 'unverified',
  },

  detect: (document, url) => detectPage(document, url),

  cards(root, page) {
    return page.kind === 'leave-alone' ? [] : findCards(root, page);
  },

  cardOf(node, page) {
    return page.kind === 'leave-alone' ? null : cardAt(node, page);
  },

  read(card, page) {
    return [kindOfCard(card) === 'comment' ? readComment(card, page) : readPost(card, page)];
  },

  signs: (document, page) => signsOf(document, page),

  expandButton(card, page) {
    const shown = kindOfCard(card) === 'comment' ? commentText(card) : messageOf(card, page);
    return (shown?.more as HTMLElement | null | undefined) ?? null;
  },

  // As last child: React adds its own nodes by reference and never counts; nothing of its is moved or removed.
  chipPlace: (card) => ({ parent: card, before: null }),

  outline: (card, _id, page) => (kindOfCard(card) === 'comment' ? card : headAndText(card, page)),

  replyBox: (document, card, id, page) => replyBoxFor(document, card, id, page),
};
