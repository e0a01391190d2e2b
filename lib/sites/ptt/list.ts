import { DELETED, type Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading, Sign } from '../contract.ts';
import { articleAt, articleUrl, listAt } from './address.ts';
import { fileTime } from './dates.ts';
import { fingerprint } from './text.ts';

const ENTRY = '.r-ent';

export const listCards = (root: Element | Document): Element[] => {
  const found = [...root.querySelectorAll(ENTRY)];
  if (root.nodeType === 1 && (root as Element).matches(ENTRY)) found.unshift(root as Element);
  return found;
};

export const listCardOf = (node: Element): Element | null => node.closest(ENTRY);

/** Every article link of a list stands in an entry, and every entry has its net count: neither needs `.r-ent`. */
export function listSigns(document: Document): Sign[] {
  let links = 0;
  for (const link of document.querySelectorAll('a[href*="/bbs/"]')) if (linked(link)) links++;
  return [
    { field: 'entry', selector: 'a[href*="/bbs/"][href*="/M."]', count: links, exact: true },
    { field: 'entry', selector: '.nrec', count: document.querySelectorAll('.nrec').length, exact: true },
    { field: 'entry', selector: '.meta .date', count: document.querySelectorAll('.meta > .date').length, exact: true },
  ];
}

/**
 * A line of a board's index or of a search: a title that leads to an article. A deleted one has no link and stays
 * an entry. Its id is not the article's: what a list tells must not replace what was read of the article.
 */
export function readEntry(card: Element, page: PageContext): Reading[] {
  const missing: Miss[] = [];
  const fallback: Miss[] = [];
  const part = (name: string): Element | null => {
    const element = card.querySelector(`.${name}`);
    if (!element) missing.push({ field: name, selector: `.${name}` });
    return element;
  };
  const titleElement = part('title');
  const link = titleElement?.querySelector('a[href]') ?? anyLink(card);
  const article = link ? linked(link) : null;
  const title = ((link ?? titleElement)?.textContent ?? '').trim();
  const deleted = article === null;
  // 「(本文已被刪除) [id]」, 「(已被版主刪除) <id> 理由」: whose it was stands in the title.
  const gone = deleted ? (/[[<]([A-Za-z][A-Za-z0-9]{1,11})[\]>]/.exec(title)?.[1] ?? null) : null;
  const shownAuthor = (part('author')?.textContent ?? '').trim();
  const author = shownAuthor === '-' || shownAuthor === '' ? gone : shownAuthor;
  const date = (part('date')?.textContent ?? '').trim();
  const board = article?.board ?? listAt(page.url.pathname);
  const score = netCount((part('nrec')?.textContent ?? '').trim());
  const review: Review = {
    site: 'ptt',
    kind: 'item',
    id: `item/${board ?? ''}/${article?.file ?? `deleted.${date.replace(/\D+/g, '-')}.${fingerprint(title)}`}`,
    parent: null,
    url: article ? articleUrl(article) : null,
    place: board ? { id: board, name: board } : null,
    title,
    author: { id: author, name: author ?? shownAuthor, url: null, badges: deleted ? [DELETED] : [] },
    text: '',
    language: null,
    translated: false,
    collapsed: false,
    rating: null,
    recommends: null,
    postedAt: article
      ? { ...fileTime(article.seconds), shown: date }
      : { shown: date, iso: null, precision: 'unknown' },
    edited: null,
    counts: score === null ? {} : { likes: score },
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: null,
  };
  return [{ review, missing, fallback }];
}

/** 推 minus 噓 as the list shows it: 爆 is 100 or more, X3 is −30 to −39, XX −100 or less, nothing −9 to 0. */
function netCount(shown: string): number | null {
  if (shown === '爆') return 100;
  if (shown === 'XX') return -100;
  const match = /^(X?)(\d{1,2})$/.exec(shown);
  if (!match?.[2]) return null;
  return match[1] ? -10 * Number(match[2]) : Number(match[2]);
}

function anyLink(card: Element): Element | null {
  for (const link of card.querySelectorAll('a[href*="/bbs/"]')) if (linked(link)) return link;
  return null;
}

function linked(link: Element): ReturnType<typeof articleAt> {
  const href = link.getAttribute('href') ?? '';
  return articleAt(href.replace(/^https:\/\/www\.ptt\.cc/, '').replace(/[?#].*$/, ''));
}
