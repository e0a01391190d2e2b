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
export type Contact = 'phone-hours' | 'phone' | 'email' | 'line' | 'website' | 'none';

/**
 * The sentence bank of one language. Slots: {phone} {hours} {email} {line} {website} {name} from the profile, {step}
 * from its steps, {topic} {good} {bad} from the closed list of topics, {stars}. Each entry is one sentence with its
 * end mark, and passes the guard by itself whatever stands in its slots; written for this project. No sentence says
 * what happened, that anybody was here, or what the clinic has beyond what every clinic must.
 */
export interface Bank {
  greetings: Manner;
  /** Before the first sentence of a brief reply, in place of thanks; none where the language cannot join them. */
  brief: Manner;
  /** With {name}, where readers do not see who writes (Facebook, Dcard). */
  named: Manner;
  /** After a greeting: thanks for the comment, never for the visit. */
  thanks: Manner;
  thanksTopic: Manner;
  /** Thanks for praise and for stars. */
  thanksPraise: Manner;
  thanksPraiseTopic: Manner;
  /** Thanks where there are stars but no words. */
  thanksWordless: Manner;
  thanksStars: Manner;
  /** For a comment without stance: neither sorry nor delighted. */
  thanksNeutral: Manner;
  aspects: Record<Aspect, AspectSentences>;
  /** In place of what is said of waiting, where people could not book or get through. */
  reaching: AspectSentences;
  /** Medical improvement where explanations are complained of: never the answer to an alleged error. */
  explaining: string[];
  /** How copies of charts are had, in general. */
  charts: string[];
  empathyTopic: Manner;
  improvementTopic: string[];
  praiseTopic: string[];
  /** Every sentence with {step}; of them `nounSteps` take a thing only (「線上預約」), `verbSteps` a deed only. */
  steps: string[];
  nounSteps: string[];
  verbSteps: string[];
  privacy: string[];
  channel: Record<Contact, string[]>;
  closing: Manner;
  closingPraise: Manner;
  /** Praise with a shadow: after the thanks, before the step. */
  mixed: string[];
  /** The same, naming both: {good} and {bad}. */
  mixedTopic: string[];
  /** The same where praise prevails: the shadow only as a condition. */
  mixedSoft: string[];
  /** Thanks where the review speaks of a death or a grave illness: nothing cheerful, nothing about it. */
  solemn: { thanks: string[]; body: string[]; closing: string[] };
  /** For wordless low stars: invites to say more, asks for nothing. */
  wordless: string[];
  /** Serious-injury claims that the doctor has reviewed: neutral only. */
  grave: string[];
  graveThanks: string[];
  /** Where a complaint, a lawyer or a suit is announced: respect and no more. */
  legal: string[];
  /** Opens such a reply: it came, without thanks or praise for it. */
  received: string[];
  /** Where somebody is said to have been molested: neither admits nor denies. */
  careful: string[];
  /** For what is no review of the clinic, or says nothing of it. */
  neutral: string[];
  /** A question in public: where the answer is to be had. */
  question: string[];
  /** The same about health: no advice by comment. */
  questionHealth: string[];
  /** The hours of the profile: {hours}. */
  questionHours: string[];
  /** Where to ask; no invitation to talk. */
  enquire: Record<'phone' | 'email' | 'line', string[]>;
  /** One push line: topic, then what we do; together at most 27 full-width characters. */
  push: {
    /** Says sorry and names the topic. */
    topic: Record<Aspect, string[]>;
    praise: { any: string[]; topic: Record<Aspect, string[]> };
    /** Thanks for the praise, sorry for the rest. */
    mixed: Record<Aspect, string[]>;
    neutral: string[];
    act: string[];
  };
  /** An official statement's first line (PTT). */
  statement: string[];
  statementNamed: string[];
}

/** The parts of a bank for what is out of the ordinary. */
export type Occasions =
  | 'brief'
  | 'reaching'
  | 'explaining'
  | 'charts'
  | 'graveThanks'
  | 'received'
  | 'careful'
  | 'neutral'
  | 'questionHours'
  | 'enquire';
