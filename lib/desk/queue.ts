import {
  type FindingKind,
  isFound,
  isGone,
  isIntimate,
  keyOf,
  type Mark,
  type QueueItem,
  type Relevance,
  type Review,
  type Triage,
  urgencyOf,
} from '../contract/index.ts';
import { byGravity } from './gravity.ts';
import { isOurs, isWaiting, statusOf } from './status.ts';

/** The queue's filters: 急件、負評、未回覆、有風險. */
export const FILTERS = ['all', 'urgent', 'negative', 'unanswered', 'risk'] as const;
export type QueueFilter = (typeof FILTERS)[number];

const EXCERPT_LENGTH = 140;

/** Findings that say something of the text without asking anyone to be careful. */
const NOT_A_RISK: ReadonlySet<FindingKind> = new Set<FindingKind>(['opinion', 'praise']);

/** Findings after which a post may be gone or be needed by a lawyer: capture it before anything else (law 2.5). */
const CAPTURE_FIRST: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'accusation',
  'credit',
  'crime-claim',
  'demand',
  'fake-engagement',
  'harassment',
  'hygiene-claim',
  'insult',
  'personal-data',
  'private-life',
  'public-danger',
  'recording',
  'serious-injury',
  'threat-legal',
  'threat-violence',
]);

export interface QueueSource {
  review: Review;
  triage: Triage;
  relevance: Relevance | null;
  mark: Mark;
  stored: boolean;
  /** Sealed evidence of it is held. */
  captured?: boolean;
  /** Staff corrected what triage read. */
  corrected?: boolean;
  /** Place on the page or in the list. */
  order: number;
}

/** One line of the queue for a review, from the page or from the store. */
export function queueItem(source: QueueSource): QueueItem {
  const { review, triage, relevance, mark, stored, captured, corrected, order } = source;
  const gone = isGone(review);
  const kinds = [...new Set(triage.risks.toSorted(byGravity).map((risk) => risk.kind))];
  const hunches = kinds.filter((kind) => !isFound(triage.risks, kind));
  return {
    key: keyOf(review),
    site: review.site,
    kind: review.kind,
    author: review.author.name,
    rating: review.rating,
    recommends: review.recommends,
    postedAt: review.postedAt,
    place: review.place?.name ?? null,
    title: review.title,
    excerpt: excerptOf(review.text),
    priority: triage.priority,
    sentiment: triage.sentiment,
    aspects: triage.aspects,
    risks: kinds,
    ...(hunches.length > 0 && { hunches }),
    ...(isIntimate(triage.risks) && { intimate: true }),
    reason: triage.reasons[0] ?? null,
    relevance,
    collapsed: review.collapsed,
    // Nobody waits for an answer to the clinic's own words, or to what was taken down.
    answered: review.ownerReply !== null || isOurs(triage) || gone,
    mark,
    due: nearestDue(triage),
    stored,
    ...(captured && { captured }),
    order,
    ...(gone && { gone }),
    ...(corrected && { corrected }),
  };
}

/** The first words on one line; never half a surrogate pair. */
export function excerptOf(text: string): string {
  // Only the beginning is looked at: a text may be a million characters long.
  const looked = text.slice(0, EXCERPT_LENGTH * 4);
  const line = looked.replace(/\s+/gu, ' ').trim();
  if (line.length <= EXCERPT_LENGTH && text.slice(looked.length).trim() === '') return line;
  return `${line.slice(0, EXCERPT_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

export function nearestDue(triage: Pick<Triage, 'deadlines'>): string | null {
  return triage.deadlines.reduce<string | null>(
    (nearest, { due }) => (nearest === null || Date.parse(due) < Date.parse(nearest) ? due : nearest),
    null,
  );
}

/** Nothing is left to do about it, as staff said. */
export const isSettled = (mark: Mark): boolean => mark === 'handled' || mark === 'ignored';

/** What is asked of a line, or of the open review, to tell whether its deadline counts. */
type Dated = Pick<QueueItem, 'due' | 'answered' | 'mark' | 'priority' | 'sentiment' | 'relevance' | 'gone'>;

/** Further off than this, in either direction, a deadline is no reason to look at a line now. */
const COUNTDOWN_DAYS = 14;

/**
 * Whether the list shows how long is left. Not for what is settled, answered or praise, nor where everything is long
 * over or far away: a counter on every line is one that nobody reads. The open review keeps all deadlines.
 */
export function countsDown(item: Dated, now: number): boolean {
  if (item.due === null || item.answered || isSettled(item.mark)) return false;
  if (!isWaiting(statusOf(item))) return false;
  return Math.abs(Date.parse(item.due) - now) <= COUNTDOWN_DAYS * 86_400_000;
}

/** Owed for longer than it may be: the line says 「逾」. Never what is answered, settled, or no longer counted. */
export const isOverdue = (item: Dated, now: number): boolean =>
  item.due !== null && Date.parse(item.due) < now && countsDown(item, now);

/** Milliseconds of the posted time, or null where the page does not tell. */
export function postedTime(item: Pick<QueueItem, 'postedAt'>): number | null {
  const time = item.postedAt.iso === null ? Number.NaN : Date.parse(item.postedAt.iso);
  return Number.isNaN(time) ? null : time;
}

/** Open ones first, then the most urgent, then the newest, then as they stand on the page. A total order. */
export function compareQueue(a: QueueItem, b: QueueItem): number {
  return (
    Number(a.mark !== 'open') - Number(b.mark !== 'open') ||
    b.priority - a.priority ||
    (postedTime(b) ?? 0) - (postedTime(a) ?? 0) ||
    a.order - b.order ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}

/** From here on somebody may come to harm (self-harm, violence, sexual images): nothing stands above it. */
const DANGER = 90;

/** Overdue work stands above the work of the day, and below what is urgent. */
const BANDS = ['danger', 'today', 'soon late', 'normal late', 'soon', 'normal', 'calm', 'done'] as const;
type Band = (typeof BANDS)[number];

/**
 * What counts besides the priority: marked and so at the end, overdue, a deadline, or none beside others that have one;
 * null: the priority alone.
 */
export function standsBy(item: Dated, now: number): 'mark' | 'late' | 'due' | 'undated' | null {
  if (item.mark !== 'open') return 'mark';
  if (item.priority >= DANGER) return null;
  if (item.due === null || !countsDown(item, now))
    return isWaiting(statusOf(item)) && !item.answered ? 'undated' : null;
  return Date.parse(item.due) < now ? 'late' : 'due';
}

const HOUR = 3_600_000;

/**
 * Time left as the list tells it, in hours and from two days on in days. Reviews read in one go have deadlines a few
 * milliseconds apart: that is no reason to stand above a graver one.
 */
function timeSlot(left: number): number {
  return Math.abs(left) < 48 * HOUR ? Math.floor(left / HOUR) : 24 * Math.floor(left / (24 * HOUR));
}

/** Where a line stands among all: its band, and within the band when it is due. */
function placeOf(item: QueueItem, now: number): { item: QueueItem; band: number; due: number } {
  const at = (band: Band, due: number) => ({ item, band: BANDS.indexOf(band), due });
  const by = standsBy(item, now);
  if (by === 'mark') return at('done', 0);
  if (item.priority >= DANGER) return at('danger', 0);
  const urgency = urgencyOf(item.priority);
  const counted = by === 'late' || by === 'due' ? item.due : null;
  const due = counted === null ? Number.POSITIVE_INFINITY : timeSlot(Date.parse(counted) - now);
  const late = by === 'late' && (urgency === 'soon' || urgency === 'normal');
  return at(late ? `${urgency} late` : urgency, due);
}

/**
 * The lines as they are to be dealt with now: dangers, then by urgency; within it the longest overdue, then what has
 * the least time left, then the rest in `order`. What has equally long, as people tell time, goes by `order`.
 */
export function sortQueue(items: readonly QueueItem[], now: number, order = compareQueue): QueueItem[] {
  return items
    .map((item) => placeOf(item, now))
    .sort((a, b) => a.band - b.band || (a.due === b.due ? order(a.item, b.item) : a.due - b.due))
    .map(({ item }) => item);
}

/** As the store ranks them. */
export const asRanked = (a: QueueItem, b: QueueItem): number => a.order - b.order;

/** Whether a line passes a filter. `unanswered` are those that still wait for somebody. */
export function passes(item: QueueItem, filter: QueueFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'urgent':
      return urgencyOf(item.priority) === 'today';
    case 'negative':
      return item.sentiment === 'negative' || (item.sentiment === 'mixed' && (item.rating ?? 3) <= 3);
    case 'unanswered':
      return !item.answered && item.mark === 'open' && item.kind !== 'item';
    case 'risk':
      return item.risks.some((kind) => !NOT_A_RISK.has(kind));
  }
}

/** How texts and queries are compared: full-width and half-width, upper and lower case are the same. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Lines that pass the filter and contain the query in author, words, title or place. Keeps the order. */
export function filterQueue(items: readonly QueueItem[], filter: QueueFilter, query: string): QueueItem[] {
  const wanted = folded(query.trim());
  return items.filter(
    (item) =>
      passes(item, filter) &&
      (wanted === '' ||
        [item.author, item.excerpt, item.title, item.place].some(
          (part) => part !== null && folded(part).includes(wanted),
        )),
  );
}

/** The numbers of the sidebar's one sentence: 「12 則評論，2 則需今天處理，1 則已逾期，1 則建議先存證」. */
export interface QueueSummary {
  total: number;
  today: number;
  /** Of whatever urgency. */
  overdue: number;
  soon: number;
  capture: number;
  unanswered: number;
}

/**
 * Counts lines that others wrote and that still stand. But for the total only open ones count: what is done with asks for
 * nothing.
 */
export function summary(items: readonly QueueItem[], now: number): QueueSummary {
  const theirs = items.filter((item) => !isOurs(item) && !item.gone);
  const open = theirs.filter((item) => item.mark === 'open');
  return {
    total: theirs.length,
    today: open.filter((item) => urgencyOf(item.priority) === 'today').length,
    overdue: open.filter((item) => isOverdue(item, now)).length,
    soon: open.filter((item) => urgencyOf(item.priority) === 'soon').length,
    capture: open.filter(advisesCapture).length,
    unanswered: open.filter((item) => passes(item, 'unanswered')).length,
  };
}

/** Whether to say 「建議先存證」: something for a lawyer stands in it, it is pressing enough to be lost, and none is held. */
export const advisesCapture = (item: QueueItem): boolean =>
  item.priority >= 50 &&
  !item.captured &&
  !item.intimate &&
  item.risks.some((kind) => CAPTURE_FIRST.has(kind) && !item.hunches?.includes(kind));
