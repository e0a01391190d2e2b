import { outdatedReviews, replaceTriage } from '../store/index.ts';
import { assess, editionOf } from './assess.ts';
import type { Desk } from './desk.ts';

const BATCH = 200;

/**
 * Judges stored reviews anew that were judged by other rules or in another language. A few at a time, each batch a
 * transaction of its own: a worker that dies in between goes on where it was at its next start.
 */
export async function refreshStored(desk: Desk): Promise<void> {
  for (;;) {
    const settings = await desk.settings();
    const edition = editionOf(settings);
    const outdated = await outdatedReviews(desk.store, edition, BATCH);
    if (!outdated.ok || outdated.value.length === 0) return;
    const judged = outdated.value.map(({ key, review, firstSeen }) => ({
      key,
      text: review.text,
      triage: assess(review, settings, firstSeen),
    }));
    const replaced = await replaceTriage(desk.store, judged, edition);
    // None replaced: another change came first; it is for that one to go on.
    if (!replaced.ok || replaced.value === 0) return;
    desk.changed({ tabId: null, topic: 'review' });
  }
}
