import type { ReviewView } from '../../lib/contract/views.ts';

/**
 * What a draft and the official texts rest on, to be compared: when staff correct it or the site shows the whole text,
 * they are written anew. Not the order in the queue, which changes with an answer on the page.
 */
export function readingOf({ review, triage }: Pick<ReviewView, 'review' | 'triage'>): string {
  const { sentiment, aspects, insult, accusation, threat, risks, personal, urgent, partial, unread } = triage;
  return JSON.stringify([
    review.text,
    review.rating,
    [sentiment, insult, accusation, threat, urgent, partial, unread],
    aspects,
    risks.map(({ kind, start, end, severity, confidence }) => [kind, start, end, severity, confidence]),
    personal.map(({ type, start, end }) => [type, start, end]),
  ]);
}
