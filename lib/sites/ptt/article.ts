import type { PageContext, Reading, Sign } from '../contract.ts';
import { allWithin } from '../dom.ts';
import { forget, modelOf } from './model.ts';
import { wordsOf } from './push.ts';
import { readGroup, readPost, recordsOf } from './records.ts';
import { PUSH_LINE } from './text.ts';

/** The article's element, newest template first. */
const MAIN = ['#main-content', '#main-container .bbs-screen.bbs-content', '.bbs-screen.bbs-content'] as const;

export function mainOf(document: Document): { element: Element; candidate: number } | null {
  for (let candidate = 0; candidate < MAIN.length; candidate++) {
    const element = document.querySelector(MAIN[candidate] as string);
    if (element) return { element, candidate };
  }
  return null;
}

export function articleCards(root: Element | Document, page: PageContext): Element[] {
  const main = mainOf(page.document)?.element;
  if (!main) return [];
  if (root === main || root.contains(main)) return [main, ...modelOf(main, page).heads];
  if (!main.contains(root)) return [];
  const model = modelOf(main, page);
  // What was added may go on with the group before it, so that one is named too.
  const groups = new Set(model.touched.get(root as Element));
  for (const element of allWithin(root, '*')) {
    const group = model.groupOf.get(element);
    if (group !== undefined) groups.add(group);
  }
  return [...groups].sort((a, b) => a - b).flatMap((group) => model.heads[group] ?? []);
}

export function articleCardOf(node: Element, page: PageContext): Element | null {
  const main = mainOf(page.document)?.element;
  if (!main?.contains(node)) return null;
  const model = modelOf(main, page);
  for (let element: Element | null = node; element && element !== main; element = element.parentElement) {
    const group = model.groupOf.get(element);
    if (group !== undefined) return model.heads[group] ?? null;
    // A container of pushes holds cards, it is part of none.
    if (model.touched.has(element)) return null;
  }
  return main;
}

export function readArticleCard(card: Element, page: PageContext): Reading[] {
  const found = mainOf(page.document);
  if (!found) return [];
  let model = modelOf(found.element, page);
  const fallback = found.candidate > 0 ? [{ field: 'article', selector: MAIN[0] }] : [];
  if (card === found.element) return readPost(model, fallback);
  let group = model.groupOf.get(card);
  if (group !== undefined && model.raw[group] !== wordsOf(card)) {
    forget(found.element);
    model = modelOf(found.element, page);
    group = model.groupOf.get(card);
  }
  return group === undefined || model.heads[group] !== card ? [] : readGroup(model, group, fallback);
}

/**
 * Signs by text, not by class: a page title that only articles have, and lines that read like pushes but are not
 * anchored as pushes. A few of them are read by their text and only noted; a fifth or more means a new template.
 */
export function articleSigns(document: Document, page: PageContext): Sign[] {
  const isArticle = / - 看板 \S+ - 批踢踢實業坊\s*$/.test(document.title);
  const signs: Sign[] = [
    { field: 'article', selector: 'title', count: isArticle || page.kind === 'article' ? 1 : 0, exact: false },
  ];
  const found = mainOf(document);
  if (!found) {
    const lines = (document.body?.textContent ?? '').split('\n').filter((line) => PUSH_LINE.test(line)).length;
    return [...signs, { field: 'push', selector: '.push', count: lines, exact: false }];
  }
  const model = modelOf(found.element, page);
  const cards = recordsOf(model);
  const beyond = (field: string, selector: string, count: number): void => {
    if (count > 0) signs.push({ field, selector, count: cards + count, exact: true });
  };
  if (found.candidate > 0) beyond('article', MAIN[0], 1);
  if (model.renamed * 5 >= model.pushes)
    beyond('push', '.push .push-tag .push-userid .push-content .push-ipdatetime', model.renamed);
  if (model.pushes === 0) beyond('push', '.push', model.lookAlikes);
  beyond('header', '.article-metaline .article-meta-tag', model.header.renamed);
  // The server calls an article 「閱讀文章」 exactly when it could read no header.
  if (isArticle && model.header.lines === 0 && !document.title.startsWith('閱讀文章 '))
    beyond('header', '.article-metaline', 1);
  return signs;
}

/** The element whose line shows the title: where the post's chip goes. */
export function titleLine(document: Document): Element | null {
  for (const line of document.querySelectorAll('.article-metaline'))
    if (line.firstElementChild?.textContent?.trim() === '標題') return line;
  return null;
}
