import {
  ASPECTS,
  type Aspect,
  type Decision,
  type Polarity,
  type Review,
  type Sentiment,
  SITES,
  type Site,
  type Triage,
} from '../contract/index.ts';
import { dateOf, dayOf } from './calendar.ts';

/** What statistics look at in a stored review. */
export interface Counted {
  review: Pick<Review, 'site' | 'kind' | 'postedAt' | 'rating' | 'ownerReply'>;
  triage: Pick<Triage, 'sentiment' | 'aspects'>;
  firstSeen: string;
  /** What was done with it; a text copied or inserted counts as an answer. */
  decisions: readonly Pick<Decision, 'what' | 'at'>[];
}

export interface Statistics {
  total: number;
  bySite: Record<Site, number>;
  bySentiment: Record<Sentiment, number>;
  byAspect: Record<Aspect, Record<Polarity, number>>;
  /** Months of Asia/Taipei in which something was posted (or first seen), ascending: `2026-03`. */
  byMonth: { month: string; total: number; negative: number }[];
  /** Mean of the stars that were given; null where none were. */
  meanRating: number | null;
  answered: number;
  /** 0–1; null where there is nothing to answer. */
  answeredRate: number | null;
  /** Hours from posting (or first sight) to the first copied or inserted text; null where there was none. */
  medianHoursToAnswer: number | null;
}

/** Counts over stored reviews. Lines of a list (`item`) are no reviews and do not count. */
export function statistics(rows: readonly Counted[]): Statistics {
  const counted = rows.filter((row) => row.review.kind !== 'item');
  const ratings = counted.flatMap(({ review }) => (review.rating === null ? [] : [review.rating]));
  const hours = counted.flatMap((row) => hoursToAnswer(row) ?? []);
  const answered = counted.filter(isAnswered).length;
  const count = (test: (row: Counted) => boolean): number => counted.filter(test).length;
  return {
    total: counted.length,
    bySite: record(SITES, (site) => count(({ review }) => review.site === site)),
    bySentiment: record(SENTIMENTS, (sentiment) => count(({ triage }) => triage.sentiment === sentiment)),
    byAspect: record(ASPECTS, (aspect) =>
      record(POLARITIES, (polarity) => count(({ triage }) => triage.aspects[aspect] === polarity)),
    ),
    byMonth: months(counted),
    meanRating: ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length,
    answered,
    answeredRate: counted.length === 0 ? null : answered / counted.length,
    medianHoursToAnswer: median(hours),
  };
}

const SENTIMENTS = ['negative', 'positive', 'mixed', 'neutral'] as const satisfies readonly Sentiment[];
const POLARITIES = ['neg', 'pos', 'mixed'] as const satisfies readonly Polarity[];

function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

const answers = ({ decisions }: Counted): string[] =>
  decisions.filter(({ what }) => what === 'copied' || what === 'inserted').map(({ at }) => at);

const isAnswered = (row: Counted): boolean => row.review.ownerReply !== null || answers(row).length > 0;

/** Only with a posted time that is known to the day: from 「3 個月前」 no hours can be told. */
function hoursToAnswer(row: Counted): number | null {
  const first = answers(row).sort()[0];
  if (first === undefined) return null;
  const { iso, precision } = row.review.postedAt;
  const from = iso !== null && (precision === 'minute' || precision === 'day') ? iso : row.firstSeen;
  return Math.max(0, (Date.parse(first) - Date.parse(from)) / 3_600_000);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function months(rows: readonly Counted[]): Statistics['byMonth'] {
  const byMonth = new Map<string, { total: number; negative: number }>();
  for (const { review, triage, firstSeen } of rows) {
    const known = review.postedAt.precision !== 'year' && review.postedAt.precision !== 'unknown';
    const month = dateOf(dayOf((known && review.postedAt.iso) || firstSeen)).slice(0, 7);
    const held = byMonth.get(month) ?? { total: 0, negative: 0 };
    held.total++;
    if (triage.sentiment === 'negative') held.negative++;
    byMonth.set(month, held);
  }
  return [...byMonth].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, counts]) => ({ month, ...counts }));
}
