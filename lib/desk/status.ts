import {
  isGone,
  type QueueItem,
  type Relevance,
  type Review,
  type Triage,
  type Urgency,
  urgencyOf,
} from '../contract/index.ts';

/**
 * What the list, the open review and the chip say of a review before anything else: how soon, or why nobody waits.
 * `answered`: a reply stands there and nothing presses. `rest`: nothing to do and nothing to thank for. `ours`: the
 * clinic's own words. `other`: does not concern the clinic. `gone`: taken down.
 */
export type Status = Urgency | 'answered' | 'rest' | 'ours' | 'other' | 'gone';

/** Triage gives priority 0 to the clinic's own words, and to nothing else. */
export const isOurs = ({ priority }: Pick<QueueItem, 'priority'>): boolean => priority === 0;

/** Whether thanks are due is told by the sentiment: a low priority alone is no praise. */
export function statusOf(item: Pick<QueueItem, 'priority' | 'sentiment' | 'answered' | 'relevance' | 'gone'>): Status {
  if (item.gone) return 'gone';
  if (isOurs(item)) return 'ours';
  if (item.relevance === 'other') return 'other';
  const urgency = urgencyOf(item.priority);
  if (urgency === 'today' || urgency === 'soon') return urgency;
  if (item.answered) return 'answered';
  return urgency === 'calm' && item.sentiment !== 'positive' ? 'rest' : urgency;
}

const WAITING: ReadonlySet<Status> = new Set<Status>(['today', 'soon', 'normal']);

/** Somebody still has something to do about it, and it is no mere thanks. */
export const isWaiting = (status: Status): boolean => WAITING.has(status);

/** The same for a review that is looked at whole: the open one, or one on a page. */
export const statusOfReview = (view: {
  triage: Pick<Triage, 'priority' | 'sentiment'>;
  relevance: Relevance | null;
  review: Pick<Review, 'ownerReply' | 'author' | 'text'>;
}): Status =>
  statusOf({
    priority: view.triage.priority,
    sentiment: view.triage.sentiment,
    relevance: view.relevance,
    answered: view.review.ownerReply !== null,
    gone: isGone(view.review),
  });
