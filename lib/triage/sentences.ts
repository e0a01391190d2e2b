import type { FindingKind } from '../contract/triage.ts';

/** Every sentence that triage says, in both languages. Careful words: 「可能涉及」, never a verdict. */
export interface Sentences {
  readonly why: Record<FindingKind, string>;
  readonly action: Record<FindingKind, string>;
  /** Instead of the kind's action where only the sound of a clause tells. */
  readonly actionOfHunch: string;
  /** Instead of it where nothing but a question or a description stands. */
  readonly actionOfNeutral: string;
  readonly extra: Record<Extra, string>;
  readonly reasons: Record<Reason, string>;
  readonly next: Record<Next, string>;
  readonly deadlines: Record<DeadlineKind, string>;
}

export type Extra =
  | 'neutral'
  | 'hearsay'
  | 'hedged'
  | 'asked'
  | 'named'
  | 'first-hand'
  | 'general'
  | 'gapped'
  | 'insult-mild'
  | 'minor'
  | 'animal'
  | 'own-duty'
  | 'of-clinic'
  | 'own-offer'
  | 'sounds';
export type Reason =
  | 'violence'
  | 'self-harm'
  | 'doxxing'
  | 'serious-injury'
  | 'emergency'
  | 'maybe-grave'
  | 'sexual'
  | 'harassment'
  | 'recording'
  | 'crime-claim'
  | 'hygiene-claim'
  | 'accusation-specific'
  | 'accusation-general'
  | 'insult-severe'
  | 'insult-mild'
  | 'legal'
  | 'demand'
  | 'credit'
  | 'private-life'
  | 'public-danger'
  | 'discrimination'
  | 'elsewhere'
  | 'fake'
  | 'spread'
  | 'personal'
  | 'one-star'
  | 'negative'
  | 'mixed'
  | 'contradiction'
  | 'unanswered'
  | 'answered'
  | 'question'
  | 'stars-only'
  | 'nothing'
  | 'own-voice'
  | 'positive'
  | 'maybe'
  | 'bombing'
  | 'pending'
  | 'minor'
  | 'partial'
  | 'sensitive'
  | 'unread'
  | 'hearsay'
  | 'set-by-staff'
  | 'corrected-by-staff'
  | 'maybe-violence'
  | 'maybe-self-harm';
export type Next =
  | 'emergency'
  | 'look'
  | 'capture'
  | 'police'
  | 'call-police'
  | 'helpline'
  | 'doctor-today'
  | 'doctor'
  | 'manager'
  | 'safety'
  | 'confirm'
  | 'note-image'
  | 'report-hate'
  | 'own-offer'
  | 'other-place'
  | 'lawyer'
  | 'reply'
  | 'reply-neutral'
  | 'thank'
  | 'no-reply'
  | 'report-privacy'
  | 'report-abuse'
  | 'report-fake'
  | 'report-off-topic'
  | 'check'
  | 'hr'
  | 'expand'
  | 'translate'
  | 'mask'
  | 'leave';
export type DeadlineKind = 'reply' | 'decide' | 'complaint' | 'care' | 'order';
