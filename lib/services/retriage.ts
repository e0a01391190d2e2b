import { outdatedReviews, replaceTriage } from '../store/index.ts';
import { assessAll, editionOf } from './assess.ts';
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
    const triages = assessAll(outdated.value, settings);
    const judged = outdated.value.flatMap(({ key, review }, i) => {
      const triage = triages[i];
      return triage ? [{ key, text: review.text, triage }] : [];
    });
    const replaced = await replaceTriage(desk.store, judged, edition);
    // None replaced: another change came first; it is for that one to go on.
    if (!replaced.ok || replaced.value === 0) return;
    desk.changed({ tabId: null, topic: 'review' });
  }
}
