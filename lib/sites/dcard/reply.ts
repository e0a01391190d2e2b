import type { PageContext, ReplyBox } from '../contract.ts';
import { COMMENT } from './cards.ts';
import { scopeOf } from './page.ts';
import { isControl, isSeparator } from './parts.ts';

/**
 * Dcard's comment box stands in no public source; its editor for posts is Lexical (2026). So: what the person has
 * the cursor in, else whatever of these stands open within the post. Never the title field or a search box.
 */
const BOXES = [
  '[data-lexical-editor="true"]',
  '[contenteditable="true"][role="textbox"]',
  '[contenteditable="true"]',
  'textarea:not([name="title"])',
] as const;

export function replyBox(document: Document, card: Element | null, page: PageContext): ReplyBox | null {
  if (page.kind !== 'post') return null;
  const scope = scopeOf(document);
  const box = focused(document, scope) ?? openBox(card && scope.contains(card) ? card : null, scope);
  if (!box) return null;
  const limit = box.getAttribute('maxlength');
  return {
    element: box,
    postsAs: postsAs(box),
    maxLength: limit && /^\d+$/.test(limit) ? Number(limit) : null,
    // Only a box inside a comment says whom it answers; the post's own takes answers to anyone.
    reviewId: box.closest(COMMENT)?.getAttribute('data-key')?.slice('comment-'.length) ?? null,
  };
}

function focused(document: Document, scope: Element): HTMLElement | null {
  const active = document.activeElement;
  if (!active || !scope.contains(active)) return null;
  const box = active.closest<HTMLElement>(BOXES.join(','));
  return box ?? null;
}

function openBox(card: Element | null, scope: Element): HTMLElement | null {
  for (const root of card ? [card, scope] : [scope])
    for (const selector of BOXES) {
      const box = root.querySelector<HTMLElement>(selector);
      if (box && !box.closest('[role="search"], header[role="banner"]')) return box;
    }
  return null;
}

/** 「以 國立臺灣大學 留言」 */
const AS_WHOM = /^(?:以|Comment as)\s*(.+?)(?:\s*留言)?$/;

/** The name over the box, where its form shows one before the field. */
function postsAs(box: Element): string | null {
  const form = box.closest('form');
  if (!form) return null;
  const walker = box.ownerDocument.createTreeWalker(form, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node.compareDocumentPosition(box) & 4)) return null;
    const text = node.nodeValue?.trim() ?? '';
    if (text !== '' && !isSeparator(text) && !isControl(text) && !node.parentElement?.closest('button'))
      return AS_WHOM.exec(text)?.[1] ?? text;
  }
  return null;
}
