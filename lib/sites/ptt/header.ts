import type { Line } from './lines.ts';

/** The header lines 作者, 看板, 標題, 時間: any may be missing in articles whose author edited them away. */
export interface Header {
  author: string | null;
  nick: string | null;
  board: string | null;
  title: string | null;
  time: string | null;
  /** From the page's head: `og:title`, and the page's own title without the site's ending. */
  shared: string | null;
  pageTitle: string | null;
  /** Header lines found, and how many of them by their words only. */
  lines: number;
  renamed: number;
}

export function headerOf(lines: readonly Line[], document: Document): Header {
  const header: Header = {
    author: null,
    nick: null,
    board: null,
    title: null,
    time: null,
    shared: sharedTitle(document),
    pageTitle: pageTitle(document),
    lines: 0,
    renamed: 0,
  };
  for (const line of lines) {
    if (line.kind !== 'head') continue;
    header.lines++;
    const tag = line.element.querySelector('.article-meta-tag');
    const value = line.element.querySelector('.article-meta-value');
    if (line.renamed || !tag || !value) header.renamed++;
    take(
      header,
      (tag ?? line.element.firstElementChild)?.textContent?.trim() ?? '',
      (value ?? line.element.lastElementChild)?.textContent?.trim() ?? '',
    );
  }
  return header;
}

function take(header: Header, tag: string, value: string): void {
  if (tag === '作者' || tag === '發信人') {
    const match = /^(\S+)\s*(?:\((.*)\))?$/s.exec(value);
    header.author ??= match?.[1] ?? (value || null);
    header.nick ??= match?.[2]?.trim() || null;
  } else if (tag === '看板' || tag === '站內' || tag === '信區') header.board ??= value || null;
  else if (tag === '標題') header.title ??= value || null;
  else if (tag === '時間') header.time ??= value || null;
}

/** The title in the page's head; 「閱讀文章」 (no header could be read) is no title. */
export function pageTitle(document: Document): string | null {
  const shared = sharedTitle(document);
  if (shared) return shared;
  const own = document.title.replace(/ - 看板 \S+ - 批踢踢實業坊\s*$/, '').trim();
  return own === '' || own === '閱讀文章' ? null : own;
}

function sharedTitle(document: Document): string | null {
  return document.querySelector('meta[property="og:title"]')?.getAttribute('content')?.trim() || null;
}
