import type { PageContext, Reading } from '../../../lib/sites/contract.ts';
import { dcard } from '../../../lib/sites/dcard.ts';
import { judge, tally } from '../../../lib/sites/health.ts';

export interface Opened {
  document: Document;
  page: PageContext;
}

/** A fixture as the adapter gets it, at its real address. `change` damages it first. */
export function open(html: string, path: string, change?: (document: Document) => void): Opened {
  const document = new DOMParser().parseFromString(html, 'text/html');
  change?.(document);
  const url = new URL(path, 'https://www.dcard.tw');
  const now = Date.parse('2026-11-21T00:00:00+08:00');
  return { document, page: { ...dcard.detect(document, url), url, document, now } };
}

export const readAll = ({ document, page }: Opened): Reading[] =>
  dcard.cards(document, page).flatMap((card) => dcard.read(card, page));

export const healthOf = (opened: Opened) =>
  judge(opened.page, tally(readAll(opened)), dcard.signs(opened.document, opened.page));

export const reviewsOf = (opened: Opened) => readAll(opened).map(({ review }) => review);
