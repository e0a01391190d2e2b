import type { PageContext } from '../../lib/sites/contract.ts';
import { multiply, SITE_PAGES, type SitePage, type SitePageName } from './site-pages.ts';

/** Runs in the page: makes it one of `count` cards. */
export { multiply };

export interface Times {
  /** Milliseconds of finding and reading all cards, of the bare loop over the same cards, and of `signs`. */
  value: number[];
  baseline: number[];
  signs: number[];
  /** Cards of the bare loop, and records that were read. */
  cards: number;
  records: number;
}

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/**
 * Reading against the bare loop, in turns. `afresh`: before each turn all nodes are replaced by copies, so that
 * neither finds anything that was worked out before (adapters keep some of it by node); the page is laid out
 * before the clock runs, as it is when a person looks at it.
 */
export function readSite(name: SitePageName, rounds: number, afresh: boolean): Times {
  const { adapter, url: address, cards: selector, fields }: SitePage = SITE_PAGES[name];
  const url = new URL(address);
  const context = (): PageContext => ({ ...adapter.detect(document, url), url, document, now: Date.now() });
  let records = 0;
  let length = 0;
  const read = (): void => {
    const page = context();
    records = 0;
    for (const card of adapter.cards(document, page)) records += adapter.read(card, page).length;
  };
  const bare = (): void => {
    for (const card of document.querySelectorAll(selector))
      for (const field of fields) length += card.querySelector(field)?.textContent?.length ?? 0;
  };
  const signs = (): void => {
    adapter.signs(document, context());
  };
  const times: Times = { value: [], baseline: [], signs: [], cards: 0, records: 0 };
  for (let round = -2; round < rounds; round++) {
    const order = round % 2 === 0 ? [read, bare] : [bare, read];
    for (const work of order) {
      if (afresh) copyAll();
      const time = timed(work);
      if (round >= 0) (work === read ? times.value : times.baseline).push(time);
    }
    const time = timed(signs);
    if (round >= 0) times.signs.push(time);
  }
  times.cards = document.querySelectorAll(selector).length;
  times.records = records;
  if (length === 0) throw new Error('the bare loop found nothing');
  return times;
}

function copyAll(): void {
  document.body.replaceWith(document.body.cloneNode(true));
  void document.body.offsetHeight;
}
