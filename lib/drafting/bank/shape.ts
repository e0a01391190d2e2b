import type { Aspect } from '../../contract/triage.ts';

/** Sentences by manner; a brief reply takes the short ones of both. */
export interface Manner {
  warm: string[];
  formal: string[];
}

/** What is said about one aspect: empathy names it, policy tells the general way, improvement what is looked at. */
export interface AspectSentences {
  empathy: Manner;
  policy: string[];
  improvement: string[];
  praise: string[];
}

/** Which contact data a channel sentence needs; `none` works without any. */
export type Contact = 'phone-hours' | 'phone' | 'email' | 'website' | 'none';

/**
 * The sentence bank of one language. Slots: {phone} {hours} {email} {website} {name} {step}. Each entry is one
 * sentence with its end mark, and passes the guard by itself whatever stands in its slots; written for this project.
 */
export interface Bank {
  greetings: Manner;
  /** After a greeting: thanks for the comment, never for the visit. */
  thanks: Manner;
  /** Thanks for praise and for stars. */
  thanksPraise: Manner;
  /** Thanks where there are stars but no words. */
  thanksWordless: Manner;
  aspects: Record<Aspect, AspectSentences>;
  steps: string[];
  privacy: string[];
  channel: Record<Contact, string[]>;
  closing: Manner;
  closingPraise: Manner;
  /** Praise with a shadow: after the thanks, before the step. */
  mixed: string[];
  /** For wordless low stars: invites to say more, asks for nothing. */
  wordless: string[];
  /** Serious-injury claims that the doctor has reviewed: neutral only. */
  grave: string[];
  /** One push line: topic, then what we do; together at most 27 full-width characters. */
  push: { topic: Record<Aspect, string[]>; praise: string[]; act: string[] };
  /** An official statement's first line (PTT). */
  statement: string[];
}
