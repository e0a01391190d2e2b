import * as z from 'zod/mini';

export const ASPECTS = ['attitude', 'medical', 'environment', 'price', 'booking_wait', 'information', 'other'] as const;
export const Aspect = z.enum(ASPECTS);
export type Aspect = z.infer<typeof Aspect>;
export const Polarity = z.enum(['neg', 'pos', 'mixed']);
export type Polarity = z.infer<typeof Polarity>;

/** Kinds and the rules of the law reference they come from (CONTRACTS.md, Findings). */
export const FINDING_KINDS = [
  'opinion', // T01, T02
  'serious-injury', // T03
  'crime-claim', // T04
  'hygiene-claim', // T05
  'accusation', // T02–T05 as a fact
  'insult', // T07, T08
  'private-life', // T09
  'threat-violence', // T10
  'threat-legal', // T23
  'demand', // T11
  'credit', // T12
  'personal-data', // T13
  'recording', // T14
  'harassment', // T15
  'fake-engagement', // T16
  'wrong-place', // T17
  'ex-employee', // T18
  'own-health', // T19
  'public-danger', // T20
  'discrimination', // T21
  'self-harm', // T22
  'praise', // T24
] as const;
export const FindingKind = z.enum(FINDING_KINDS);
export type FindingKind = z.infer<typeof FindingKind>;

/** `[start, end)` as UTF-16 indices into the original text. */
export const Span = z.tuple([z.number(), z.number()]);
export type Span = z.infer<typeof Span>;

/** Something in the text to look at. `why` and `action` are sentences for staff, never 「構成…」. */
export const Finding = z.object({
  kind: FindingKind,
  start: z.number(),
  end: z.number(),
  severity: z.enum(['low', 'medium', 'high']),
  confidence: z.number(),
  /** Such as 「刑法309」, as of the law text of 2024-10-11. */
  statutes: z.array(z.string()),
  why: z.string(),
  action: z.string(),
});
export type Finding = z.infer<typeof Finding>;

export const PERSONAL_TYPES = [
  'PERSON',
  'NATIONAL_ID',
  'PHONE',
  'EMAIL',
  'ADDRESS',
  'LINE_ID',
  'SOCIAL_ACCOUNT',
  'BIRTHDAY',
  'MEDICAL_RECORD_NO',
  'NHI_CARD_NO',
  'BED_NO',
  'PLATE',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
  'VISIT_TIME',
  'HEALTH_DETAIL',
  'URL_PROFILE',
  'CLINIC_CONTACT',
] as const;
export const PersonalType = z.enum(PERSONAL_TYPES);
export type PersonalType = z.infer<typeof PersonalType>;

/** Confidence of what only sounds so: a call to look, no ground to act on. */
export const HUNCH = 0.3;
/** Whether the findings hold one of the kind that is more than a hunch. */
export const isFound = (risks: readonly Pick<Finding, 'kind' | 'confidence'>[], kind: FindingKind): boolean =>
  risks.some((risk) => risk.kind === kind && risk.confidence > HUNCH);
/** Somebody is followed or pestered, not only spoken of: any answer brings the writer nearer. */
export const isStalking = (risks: readonly Pick<Finding, 'kind' | 'severity'>[]): boolean =>
  risks.some(({ kind, severity }) => kind === 'harassment' && severity === 'high');

/** Sexual images are spread: noted by their address only, never captured (law reference T14). */
export const isIntimate = (risks: readonly Pick<Finding, 'kind' | 'severity'>[]): boolean =>
  risks.some(({ kind, severity }) => kind === 'recording' && severity === 'high');

export const PersonalSpan = z.object({ type: PersonalType, start: z.number(), end: z.number(), score: z.number() });
export type PersonalSpan = z.infer<typeof PersonalSpan>;

export const Sentiment = z.enum(['negative', 'positive', 'mixed', 'neutral']);
export type Sentiment = z.infer<typeof Sentiment>;

/** A deadline that starts with this review; `from` and `due` are ISO times, `what` a sentence. */
export const Deadline = z.object({ what: z.string(), from: z.string(), due: z.string() });
export type Deadline = z.infer<typeof Deadline>;

/** Everything `triage()` says of one text (CONTRACTS.md, Triage). */
export const Triage = z.object({
  sentiment: Sentiment,
  sentimentConfidence: z.number(),
  aspects: z.partialRecord(Aspect, Polarity),
  /** The words each aspect rests on. */
  evidence: z.partialRecord(Aspect, z.array(Span)),
  insult: z.enum(['none', 'mild', 'severe']),
  accusation: z.enum(['none', 'general', 'specific']),
  threat: z.enum(['none', 'legal', 'violence']),
  risks: z.array(Finding),
  personal: z.array(PersonalSpan),
  /** 惡意負評, 不實爆料, 網路謾罵, 個資洩漏, 肉搜起底, 組織性攻擊, AI 生成. */
  forms: z.array(z.string()),
  hearsay: z.boolean(),
  sarcasm: z.boolean(),
  urgent: z.boolean(),
  /** 0–100; ≥ 80 is "today". */
  priority: z.number(),
  /** Why this priority, most important first. */
  reasons: z.array(z.string()),
  next: z.array(z.string()),
  deadlines: z.array(Deadline),
  /** The text was collapsed, or is in a language that is not read: never shown as "no risk". */
  partial: z.boolean(),
  /** In a language that triage does not read (Korean, Vietnamese …): somebody who does has to. */
  unread: z.optional(z.boolean()),
});
export type Triage = z.infer<typeof Triage>;

/** What the queue and the chip show of a priority. */
export const URGENCIES = ['today', 'soon', 'normal', 'calm'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** `today` ≥ 80, `soon` ≥ 50, `normal` ≥ 20, else `calm` (praise, nothing to do but thank). */
export function urgencyOf(priority: number): Urgency {
  if (priority >= 80) return 'today';
  if (priority >= 50) return 'soon';
  return priority >= 20 ? 'normal' : 'calm';
}
