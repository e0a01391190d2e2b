import type { PageContext } from '../contract.ts';
import { scopeOf } from './page.ts';

export const COMMENT = '[data-key^="comment-"]';
const ENTRY = '[data-key]';

/** The post's element, and how well it was found: an article with its heading is what a post is. */
export function postCard(document: Document): { element: Element; candidate: number } | null {
  const scope = scopeOf(document);
  const heading = scope.querySelector('h1');
  const article = heading?.closest('article');
  if (article && scope.contains(article)) return { element: article, candidate: 0 };
  const other = heading?.closest('[role="article"]');
  if (other && scope.contains(other)) return { element: other, candidate: 1 };
  for (const plain of scope.querySelectorAll('article, [role="article"]'))
    if (!plain.closest(ENTRY)) return { element: plain, candidate: 2 };
  // No article at all: the smallest element that holds both heading and time.
  for (let around = heading?.parentElement; around && around !== scope; around = around.parentElement)
    if (around.querySelector('time')) return { element: around, candidate: 3 };
  return null;
}

export function threadCards(root: Element | Document, page: PageContext): Element[] {
  const { document } = page;
  const scope = scopeOf(document);
  if (root !== document && root !== scope && !root.contains(scope) && !scope.contains(root)) return [];
  const within = root === document || root.contains(scope) ? scope : (root as Element);
  const found = [...within.querySelectorAll(COMMENT)];
  if (within.matches(COMMENT)) found.unshift(within);
  const post = postCard(document)?.element;
  if (post && (within === post || within.contains(post))) found.unshift(post);
  return found;
}

export function threadCardOf(node: Element, page: PageContext): Element | null {
  const scope = scopeOf(page.document);
  if (!scope.contains(node)) return null;
  const comment = node.closest(COMMENT);
  if (comment) return comment;
  const post = postCard(page.document)?.element;
  if (!post?.contains(node) || node.closest('[data-key]')) return null;
  // What holds the comments is no part of the post: its changes are theirs.
  return node !== post && node.querySelector(COMMENT) ? null : post;
}

/** A list's entries: their key is the post's number. */
export const isEntry = (element: Element): boolean => /^\d+$/.test(element.getAttribute('data-key') ?? '');

export function listCards(root: Element | Document): Element[] {
  const found = [...root.querySelectorAll(ENTRY)].filter(isEntry);
  if (root.nodeType === 1 && isEntry(root as Element)) found.unshift(root as Element);
  return found;
}

export function listCardOf(node: Element): Element | null {
  for (let entry = node.closest(ENTRY); entry; entry = entry.parentElement?.closest(ENTRY) ?? null)
    if (isEntry(entry)) return entry;
  return null;
}
