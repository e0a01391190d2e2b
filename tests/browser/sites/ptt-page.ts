import type { PageContext, Reading } from '../../../lib/sites/contract.ts';
import { judge, tally } from '../../../lib/sites/health.ts';
import { ptt } from '../../../lib/sites/ptt.ts';

export const NOW = Date.parse('2026-11-21T00:00:00+08:00');

export interface Opened {
  document: Document;
  page: PageContext;
}

/** A fixture as the adapter gets it, at its real address. `change` damages it first. */
export function open(html: string, path: string, change?: (document: Document) => void): Opened {
  const document = new DOMParser().parseFromString(html, 'text/html');
  change?.(document);
  const url = new URL(path, 'https://www.ptt.cc');
  return { document, page: { ...ptt.detect(document, url), url, document, now: NOW } };
}

export const readAll = ({ document, page }: Opened): Reading[] =>
  ptt.cards(document, page).flatMap((card) => ptt.read(card, page));

export const healthOf = (opened: Opened) =>
  judge(opened.page, tally(readAll(opened)), ptt.signs(opened.document, opened.page));

export const reviewsOf = (opened: Opened) => readAll(opened).map(({ review }) => review);
