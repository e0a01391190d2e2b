import { isGone } from '../../lib/contract/review.ts';
import type { ReviewView } from '../../lib/contract/views.ts';
import { isOurs } from '../../lib/desk/status.ts';

/**
 * Why no reply is drafted unless somebody asks for one: the clinic wrote it, it does not concern the clinic, it was
 * taken down, or a reply stands there already.
 */
export type Hold = 'ours' | 'other' | 'gone' | 'answered';

export function holdOf({
  triage,
  relevance,
  review,
}: Pick<ReviewView, 'triage' | 'relevance' | 'review'>): Hold | null {
  if (isOurs(triage)) return 'ours';
  if (isGone(review)) return 'gone';
  if (relevance === 'other') return 'other';
  return review.ownerReply === null ? null : 'answered';
}

/** Whether the person had begun a reply here: it is shown again. What was posted since needs no second showing. */
export const isBegun = ({ typed, review }: Pick<ReviewView, 'typed' | 'review'>): boolean =>
  typed !== null && typed.trim() !== '' && typed.trim() !== review.ownerReply?.text.trim();
