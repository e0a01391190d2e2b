import type { PageInfo } from '../contract/index.ts';
import type { Adapter, PageContext } from './contract.ts';
import { MATCHES_OF } from './matches.ts';
import { articleAt, isLeftAlone, listAt } from './ptt/address.ts';
import { articleCardOf, articleCards, articleSigns, mainOf, readArticleCard, titleLine } from './ptt/article.ts';
import { pageTitle } from './ptt/header.ts';
import { listCardOf, listCards, listSigns, readEntry } from './ptt/list.ts';
import { articleOf } from './ptt/model.ts';
import { isReplyId } from './ptt/records.ts';

/**
 * PTT web (www.ptt.cc/bbs): plain server pages, template v2.27 unchanged 2019–2025. Read by text, never by
 * colour. No reply form, so no `replyBox`: staff copy.
 */
export const ptt: Adapter = {
  id: 'ptt',
  label: 'PTT',
  matches: MATCHES_OF.ptt,
  verified: {
    article: 'captures of 2005–2020, templates v2.20–v2.27',
    list: 'captures of 2017–2025',
    'auto-update': 'unverified: synthetic, from the site’s own script',
    forwarded: 'unverified: synthetic, from the server’s source',
    'over-18': 'unverified: synthetic, from the server’s source',
  },

  detect(document, url) {
    const info = (kind: PageInfo['kind'], board: string | null, title: string | null): PageInfo => ({
      site: 'ptt',
      kind,
      title,
      place: board ? { id: board, name: board } : null,
      language: 'zh-TW',
    });
    const title = document.title.trim() || null;
    if (isLeftAlone(url.pathname) || isNoPage(document)) return info('leave-alone', null, title);
    const board = listAt(url.pathname);
    if (board) return info('list', board, title);
    const article = articleAt(url.pathname) ?? (url.pathname.startsWith('/b/') ? articleOf(document, url) : null);
    if (article) return info('article', article.board, pageTitle(document));
    return info('unknown', null, title);
  },

  cards(root, page) {
    if (page.kind === 'article') return articleCards(root, page);
    return page.kind === 'list' ? listCards(root) : [];
  },

  cardOf(node, page) {
    if (page.kind === 'article') return articleCardOf(node, page);
    return page.kind === 'list' ? listCardOf(node) : null;
  },

  read(card, page) {
    if (page.kind === 'article') return readArticleCard(card, page);
    return page.kind === 'list' ? readEntry(card, page) : [];
  },

  signs(document, page) {
    if (page.kind === 'article') return articleSigns(document, page);
    return page.kind === 'list' ? listSigns(document) : [];
  },

  expandButton: () => null,

  // Lines are full of text: the chip stands left of them.
  chipPlace(card, id, page) {
    if (page.kind === 'list') return { parent: card.querySelector('.title') ?? card, before: null };
    if (isPost(card, page)) {
      const line = titleLine(page.document) ?? card;
      return { parent: line, before: line.firstChild, gutter: true };
    }
    const words = isReplyId(id) ? wordsAfter(card) : null;
    return words?.parentElement
      ? { parent: words.parentElement, before: words, gutter: true }
      : { parent: card, before: card.firstChild, gutter: true };
  },

  outline: (card, _id, page) => (isPost(card, page) ? (titleLine(page.document) ?? card) : card),
};

/** Where the author's own words after a group of pushes begin. */
function wordsAfter(card: Element): Node | null {
  for (let node = card.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 3 && node.nodeValue?.trim()) return node;
    if (node.nodeType === 1 && (node as Element).matches('span, a')) return node;
  }
  return null;
}

const isPost = (card: Element, page: PageContext): boolean =>
  page.kind === 'article' && card === mainOf(page.document)?.element;

/** The age question, an error, a gatekeeper: the address is an article's, the page is not. */
function isNoPage(document: Document): boolean {
  const isOurs = document.title.includes('批踢踢實業坊');
  if (!isOurs && /^(?:[45]\d\d\b|Just a moment|Attention Required)/.test(document.title)) return true;
  return document.querySelector('form[action*="/ask/over18"], .over18-notice') !== null;
}
