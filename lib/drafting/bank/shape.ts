import type { Aspect } from '../../contract/triage.ts';

/** Sentences by manner; a brief reply takes the short ones of both. */
export interface Manner {
  warm: string[];
  formal: string[];
}

/** What is said about one aspect. */
export interface AspectSentences {
  /** Sorry, and for what: names the aspect. */
  empathy: Manner;
  /** How it is done here in general. */
  policy: string[];
  /** What is looked at and bettered in general. */
  improvement: string[];
  /** Glad of it, where it was praised. */
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
  /** A brief reply begins its first sentence with one of these, in place of thanks; empty where a language cannot. */
  brief: Manner;
  /** With {name}, where readers do not see who writes (Facebook, Dcard). */
  named: Manner;
  /** After a greeting: thanks for the comment, never for the visit. */
  thanks: Manner;
  /** The same, naming what it is about: {topic}. */
  thanksTopic: Manner;
  /** Thanks for praise and for stars. */
  thanksPraise: Manner;
  /** The same, naming what was praised: {topic}. */
  thanksPraiseTopic: Manner;
  /** Thanks where there are stars but no words. */
  thanksWordless: Manner;
  /** The same, with how many: {stars}. */
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
  /** As an aspect's own, but by the name of the narrower topic: {topic}. */
  empathyTopic: Manner;
  improvementTopic: string[];
  praiseTopic: string[];
  /**
   * All sentences with a step of the clinic's own, {step}. Some of them fit only a step that is a thing (“online
   * booking”: `nounSteps`), some only one that is a deed (“we call back”: `verbSteps`).
   */
  steps: string[];
  nounSteps: string[];
  verbSteps: string[];
  /** That nothing about anybody's care is said in public, whoever asks. */
  privacy: string[];
  /** Where to talk in private, by the contact that the clinic has. */
  channel: Record<Contact, string[]>;
  /** The last sentence: after a complaint, after praise. */
  closing: Manner;
  closingPraise: Manner;
  /** Of praise and complaint in one review: both were read. Stands between the thanks and what is done about it. */
  mixed: string[];
  /** The same, naming both: {good} and {bad}. */
  mixedTopic: string[];
  /** The same where praise prevails: speaks of the complaint only as of something that might be. */
  mixedSoft: string[];
  /** A whole reply to praise from the bereaved: nothing cheerful, and nothing of the death. */
  solemn: { thanks: string[]; body: string[]; closing: string[] };
  /** For wordless low stars: invites to say more, asks for nothing. */
  wordless: string[];
  /** To the claim of a serious injury, once manager or doctor has looked at it: neutral only. */
  grave: string[];
  graveThanks: string[];
  /** Where a complaint, a lawyer or a suit is announced: respect and no more. */
  legal: string[];
  /** Opens a reply that does not thank: that the message was received. */
  received: string[];
  /** Where somebody is said to have been molested, beaten or bribed: neither admits nor denies. */
  careful: string[];
  /** Where a crime, debts, dirt or danger is claimed: taken seriously, and nothing of whether it is so. */
  claimed: string[];
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
    /** What we do about it; the second half of the line. */
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
  | 'claimed'
  | 'neutral'
  | 'questionHours'
  | 'enquire';
