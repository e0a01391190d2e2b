import * as z from 'zod/mini';
import { Span } from './triage.ts';

export const Tone = z.enum(['warm', 'formal', 'brief']);
export type Tone = z.infer<typeof Tone>;

export const Purpose = z.enum([
  'greeting',
  'thanks',
  'empathy',
  'policy',
  'improvement',
  'privacy',
  'channel',
  'closing',
]);
export type Purpose = z.infer<typeof Purpose>;

export const DraftSentence = z.object({ text: z.string(), purpose: Purpose });
export type DraftSentence = z.infer<typeof DraftSentence>;

const Why = z.object({ reason: z.string(), next: z.string() });

/** A reply, or `text: null` where none is the right answer, with why and what to do instead (law 3.5). */
export const Draft = z.object({
  text: z.nullable(z.string()),
  noReply: z.nullable(Why),
  /** There is a text, but something comes first: shown before it. */
  wait: z.optional(Why),
  language: z.string(),
  tone: Tone,
  sentences: z.array(DraftSentence),
  alternatives: z.array(z.string()),
  /** What staff should know of this draft: why it is neutral, or in which language it is. */
  note: z.optional(z.string()),
});
export type Draft = z.infer<typeof Draft>;

export const RULES = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
  'R19',
  'R20',
  'R21',
  'R22',
] as const;
export const Rule = z.enum(RULES);
export type Rule = z.infer<typeof Rule>;

export const GuardViolation = z.object({
  rule: Rule,
  start: z.number(),
  end: z.number(),
  /** The law in plain words. */
  why: z.string(),
  /** A sentence to take its place; empty: delete it. */
  suggestion: z.string(),
  /** `block` stops copy and insert until resolved or overridden; `warn` needs a named person's confirmation. */
  severity: z.enum(['warn', 'block']),
});
export type GuardViolation = z.infer<typeof GuardViolation>;

/** `warn` = needs a named person's confirmation; `unsure` = sentences no rule or frame knows. */
export const GuardResult = z.object({
  verdict: z.enum(['safe', 'warn', 'block']),
  violations: z.array(GuardViolation),
  unsure: z.array(Span),
});
export type GuardResult = z.infer<typeof GuardResult>;
