import type { Review, SettingsView, Triage } from '../contract/index.ts';
import type { TriageEdition } from '../store/index.ts';
import { type TriageInput, triage, triageAll } from '../triage/index.ts';
import { weightsEdition } from '../triage/model/state.ts';
import { isOwnVoice } from '../triage/relevance.ts';

/** Triage of a review as this clinic sees it, its sentences in the language of the UI. */
export const assess = (review: Review, settings: SettingsView, firstSeen: string): Triage =>
  triage(inputOf({ review, firstSeen }, settings));

/** The same of many, in their order. */
export const assessAll = (reviews: readonly Seen[], settings: SettingsView): Triage[] =>
  triageAll(reviews.map((seen) => inputOf(seen, settings)));

interface Seen {
  readonly review: Review;
  readonly firstSeen: string;
}

function inputOf({ review, firstSeen }: Seen, settings: SettingsView): TriageInput {
  return {
    text: review.text || (review.kind === 'item' ? (review.title ?? '') : ''),
    stars: review.rating,
    recommends: review.recommends,
    site: review.site,
    kind: review.kind,
    clinic: settings.clinic,
    collapsed: review.collapsed,
    answered: review.ownerReply !== null,
    ownVoice: isOwnVoice(review, settings.clinic),
    postedAt: review.postedAt,
    firstSeen,
    language: settings.preferences.language,
  };
}

/** Raised when the rules change so that stored findings are of another edition. */
const TRIAGE_VERSION = 11;

/** Which rules and which weights; what was read with the rules alone is read again once the weights are there. */
export const editionOf = (settings: SettingsView): TriageEdition => ({
  version: TRIAGE_VERSION * 2 ** 32 + weightsEdition(),
  language: settings.preferences.language,
});
