import type { Manifest } from './contract.ts';

/*
 * Which captured pages are to be looked at again, and when. The rhythm is ours: a post that is in dispute goes or
 * changes within days, and later looks only have to show that it still stands.
 */

/** What a tab shows of something that was captured: for the sidebar beside it. */
export interface RevisitHere {
  /** The capture that it is compared with. */
  id: string;
  key: string;
  at: string;
  /** When it was last captured or looked for. */
  latest: string;
  author: string;
  /** How its text begins. */
  text: string;
  onPage: boolean;
}

/** A line of the list. */
export interface Revisit {
  /** The latest capture of the review with its words; a re-check is compared with it. */
  id: string;
  key: string;
  site: Manifest['page']['site'];
  author: string;
  text: string;
  url: string;
  /** When it was last looked at, and what was found; null: captured, never looked at again. */
  last: string;
  outcome: 'still-there' | 'changed' | 'gone' | 'unclear' | null;
  /** When to look again; null: it is gone, which is recorded. */
  due: string | null;
}

const DAY = 86_400_000;
/** After the first capture, then after each look at it. */
const FIRST = 7 * DAY;
const LATER = 30 * DAY;
/** Not found and not said to be gone: soon again. */
const UNCLEAR = 3 * DAY;

type Known = Pick<Manifest, 'id' | 'key' | 'kind' | 'page' | 'review' | 'capturedAt' | 'recheck'>;

/** One line for each captured review, what is due first at the top, what is gone at the end. */
export function revisitsOf(captures: readonly Known[]): Revisit[] {
  const byKey = new Map<string, Known[]>();
  for (const capture of captures) {
    if (capture.kind !== 'capture' && capture.kind !== 'recheck') continue;
    byKey.set(capture.key, [...(byKey.get(capture.key) ?? []), capture]);
  }
  return [...byKey.values()].flatMap((looks) => lineOf(looks) ?? []).sort(byDue);
}

function lineOf(unsorted: readonly Known[]): Revisit | null {
  const looks = [...unsorted].sort((a, b) => (a.capturedAt.utc < b.capturedAt.utc ? 1 : -1));
  const [latest] = looks;
  const isMissing = (known: Known) => known.recheck?.outcome === 'gone' || known.recheck?.outcome === 'unclear';
  const words = looks.find((look) => look.review.text !== '' || !isMissing(look)) ?? latest;
  if (!latest || !words) return null;
  const outcome = latest.recheck?.outcome ?? null;
  const after = outcome === null ? FIRST : outcome === 'unclear' ? UNCLEAR : LATER;
  return {
    id: words.id,
    key: words.key,
    site: words.page.site,
    author: words.review.author.name,
    text: words.review.text.replace(/\s+/g, ' ').slice(0, 80),
    url: words.page.url,
    last: latest.capturedAt.utc,
    outcome,
    due: outcome === 'gone' ? null : new Date(Date.parse(latest.capturedAt.utc) + after).toISOString(),
  };
}

/** ISO times sort as text; none is last. */
const byDue = (a: Revisit, b: Revisit): number => ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1);
