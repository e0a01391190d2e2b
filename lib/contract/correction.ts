import * as z from 'zod/mini';
import { Person } from './clinic.ts';
import { Aspect, FindingKind, Polarity, Sentiment, URGENCIES } from './triage.ts';

/**
 * Words of the review that a correction is about. `quote` finds them again where the text grew or was edited; the
 * offsets say which of several equal ones.
 */
export const Quote = z.object({
  start: z.number(),
  end: z.number(),
  quote: z.string().check(z.minLength(1), z.maxLength(20_000)),
});
export type Quote = z.infer<typeof Quote>;

const places = z.array(Quote).check(z.minLength(1), z.maxLength(50));

/**
 * It only sounded so when staff said otherwise, which anybody on duty may. A finding that is more than a hunch, after
 * an edit of the text or of the rules, stands all the same.
 */
const hunch = z.optional(z.boolean());

/** One thing that staff say otherwise than triage: 「這個判斷不對」. */
export const Change = z.discriminatedUnion('what', [
  /** These words are nothing of this kind. */
  z.object({ what: z.literal('not-this'), kind: FindingKind, places, hunch }),
  /** They are something else. */
  z.object({ what: z.literal('other-kind'), kind: FindingKind, to: FindingKind, places, hunch }),
  /** Triage read past these words. */
  z.object({ what: z.literal('missing'), to: FindingKind, places }),
  /** `to: null`: the review does not speak of it. `from` is what triage said, for the record. */
  z.object({ what: z.literal('aspect'), aspect: Aspect, from: z.nullable(Polarity), to: z.nullable(Polarity) }),
  z.object({ what: z.literal('sentiment'), from: Sentiment, to: Sentiment }),
  z.object({ what: z.literal('urgency'), from: z.enum(URGENCIES), to: z.enum(URGENCIES) }),
]);
export type Change = z.infer<typeof Change>;

/**
 * A correction with who made it and when. It wins over triage wherever the review is shown, ordered or counted, also
 * after the rules changed, until it is taken back. Never sent anywhere.
 */
export const Correction = z.object({
  id: z.string(),
  at: z.string(),
  by: Person,
  /** Who was on duty, where `by` was picked by name in the question. */
  duty: z.optional(z.nullable(Person)),
  change: Change,
  note: z.optional(z.string()),
  takenBack: z.nullable(z.object({ at: z.string(), by: Person })),
});
export type Correction = z.infer<typeof Correction>;

/** Findings that staff set carry this; what the rules find stays below it. */
export const SET_BY_STAFF = 1;
