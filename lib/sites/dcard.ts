import type { Adapter } from './contract.ts';
import { COMMENT, listCardOf, listCards, threadCardOf, threadCards } from './dcard/cards.ts';
import { detect } from './dcard/page.ts';
import { isMoreOfText, tokensOf } from './dcard/parts.ts';
import { readComment, readEntry, readPost } from './dcard/read.ts';
import { replyBox } from './dcard/reply.ts';
import { listSigns, threadSigns } from './dcard/signs.ts';
import { MATCHES_OF } from './matches.ts';

/**
 * Dcard (www.dcard.tw). UNVERIFIED: no saved page of any year exists. Written from public scripts of 2022–2026 and
 * values scraped from the page in 2024, tested on synthetic pages only. Class names are never used: they are
 * hashed and change with every release.
 */
export const dcard: Adapter = {
  id: 'dcard',
  label: 'Dcard',
  matches: MATCHES_OF.dcard,
  verified: { post: 'unverified', list: 'unverified', 'reply box': 'unverified' },

  detect,

  cards(root, page) {
    if (page.kind === 'post') return threadCards(root, page);
    return page.kind === 'list' ? listCards(root) : [];
  },

  cardOf(node, page) {
    if (page.kind === 'post') return threadCardOf(node, page);
    return page.kind === 'list' ? listCardOf(node) : null;
  },

  read(card, page) {
    if (page.kind === 'list') return readEntry(card, page);
    if (page.kind !== 'post') return [];
    return card.matches(COMMENT) ? readComment(card, page) : readPost(card, page);
  },

  signs(document, page) {
    if (page.kind === 'post') return threadSigns(document, page);
    return page.kind === 'list' ? listSigns(document) : [];
  },

  expandButton(card, page) {
    if (page.kind !== 'post') return null;
    const button = tokensOf(card).find(isMoreOfText);
    return button ? (button.element as HTMLElement) : null;
  },

  // Behind the time, in the header's or the footer's line, where the words never reach.
  chipPlace(card, _id, page) {
    const time = card.querySelector('time') ?? (page.kind === 'list' ? card.querySelector('h2') : null);
    return time?.parentElement
      ? { parent: time.parentElement, before: time.nextSibling }
      : { parent: card, before: null };
  },

  outline: (card) => card,

  replyBox: (document, card, _id, page) => replyBox(document, card, page),
};
