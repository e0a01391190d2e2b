/**
 * Where things stand on a Facebook (Comet) page, as data: one line changes when the site does. Never a class:
 * they are shared style atoms and change monthly. Ranks and evidence: newest first, [cap] seen in a genuine
 * capture, [note] a dated note from a live page, [inf] inferred.
 */
export const AT = {
  /** Header of a post, outer and shared. [cap 2025-06, 2026-03] */
  profile: '[data-ad-rendering-role="profile_name"]',
  /** Text of a post, by three attributes that Facebook has kept side by side. [cap 2025-06, 2026-03] */
  message: [
    '[data-ad-rendering-role="story_message"]',
    '[data-ad-comet-preview="message"]',
    '[data-ad-preview="message"]',
  ],
  /** The row of actions below a post. [cap 2026-03] */
  footer: '[data-ad-rendering-role="like_button"],[data-ad-rendering-role="comment_button"]',
  footerParts: {
    likes: '[data-ad-rendering-role="like_button"]',
    comments: '[data-ad-rendering-role="comment_button"]',
    shares: '[data-ad-rendering-role="share_button"]',
  },
  /** Units of a feed that are posts when they hold a post's parts. [cap 2025-06][note 2026-09] */
  unit: '[aria-posinset],[role="article"]:not([aria-label])',
  feedChild: '[role="feed"]>*',
  /** Comments and replies carry a label, posts do not. [cap 2025-06][note 2026-09] */
  article: '[role="article"]',
  commentLink: 'a[href*="comment_id="]',
  dialog: '[role="dialog"]',
  /** Never read: hidden copies, junk blocks, placeholders, kept-alive earlier pages, our own elements. */
  unread: '[aria-hidden="true"],[hidden],[data-virtualized="true"],[data-replywell]',
  /** A post never reaches beyond these. */
  bounds: 'body,[role="feed"],[role="main"],[role="dialog"]',
  textbox: '[contenteditable="true"][role="textbox"],[contenteditable="true"][data-lexical-editor="true"]',
} as const;

export const ANY_MESSAGE = AT.message.join(',');
