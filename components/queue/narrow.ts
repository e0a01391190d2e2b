import type { QueueItem } from '../../lib/contract/views.ts';
import { filterQueue, FILTERS as QUEUE_FILTERS, type QueueFilter } from '../../lib/desk/queue.ts';

export type Filter = QueueFilter;
export type Scope = 'page' | 'all';

/** The filters with a button of their own; none pressed is `all`. */
export const FILTERS = QUEUE_FILTERS.filter((filter) => filter !== 'all');

export interface Narrowing {
  query: string;
  filter: Filter;
  /** Also what does not concern the clinic. */
  others: boolean;
}

/** What concerns the clinic, or the whole page where the person asked for it. */
export const concerning = (items: readonly QueueItem[], others: boolean): readonly QueueItem[] =>
  others ? items : items.filter((item) => item.relevance !== 'other');

/** The reviews of the page that the person wants to see, in their order. */
export const narrow = (items: readonly QueueItem[], { query, filter, others }: Narrowing): QueueItem[] =>
  filterQueue(concerning(items, others), filter, query);
