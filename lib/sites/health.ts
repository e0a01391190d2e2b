import type { Health, PageInfo } from '../contract/index.ts';
import type { Miss, Reading, Sign } from './contract.ts';

/** Share of cards with a required field missing from which the page counts as broken, not merely degraded. */
const BROKEN_SHARE = 0.5;

/** The counts that health needs, kept as plain sums so that 5,000 cards need no second pass. */
export interface Tally {
  cards: number;
  missing: Map<string, { miss: Miss; count: number }>;
  fallback: Map<string, { miss: Miss; count: number }>;
}

export function tally(readings: Iterable<Pick<Reading, 'missing' | 'fallback'>>): Tally {
  const sums: Tally = { cards: 0, missing: new Map(), fallback: new Map() };
  for (const reading of readings) {
    sums.cards++;
    for (const miss of reading.missing) add(sums.missing, miss);
    for (const miss of reading.fallback) add(sums.fallback, miss);
  }
  return sums;
}

/**
 * How well this page was read. A page of a known kind whose signs promise reviews that no card holds is broken;
 * a required field missing on half of the cards too. Misses on fewer cards and later candidates mean degraded.
 */
export function judge(page: PageInfo, sums: Tally, signs: Iterable<Sign>): Health {
  if (page.kind === 'leave-alone' || page.kind === 'unknown') return { status: 'not-applicable', problems: [] };
  const problems = [...sums.missing.values()].map(problem);
  let status: Health['status'] = 'ok';
  for (const { count } of sums.fallback.values()) if (count > 0) status = 'degraded';
  if (status === 'degraded') problems.push(...[...sums.fallback.values()].map(problem));
  if (sums.missing.size > 0) status = 'degraded';
  for (const { count } of sums.missing.values()) if (count / Math.max(1, sums.cards) >= BROKEN_SHARE) status = 'broken';
  for (const sign of signs) {
    const short = sign.exact ? sums.cards < sign.count : sums.cards === 0 && sign.count > 0;
    if (!short) continue;
    status = 'broken';
    problems.push({ field: sign.field, selector: sign.selector, count: sign.count - sums.cards });
  }
  return { status, problems };
}

function add(sums: Map<string, { miss: Miss; count: number }>, miss: Miss): void {
  const key = `${miss.field}\n${miss.selector}`;
  const entry = sums.get(key);
  if (entry) entry.count++;
  else sums.set(key, { miss, count: 1 });
}

function problem({ miss, count }: { miss: Miss; count: number }): Health['problems'][number] {
  return { field: miss.field, selector: miss.selector, count };
}
