import * as z from 'zod/mini';
import { Person } from './clinic.ts';
import { Purpose, Tone } from './draft.ts';
import { Aspect } from './triage.ts';

/**
 * A sentence of the clinic's own for the bank. Used and allowed only once a manager or doctor approved it: who and
 * when stand beside it. `by: null` waits for that (just written, changed, or imported).
 */
export const OwnSentence = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  text: z.string().check(z.minLength(2), z.maxLength(200)),
  language: z.enum(['zh-TW', 'en', 'ja']),
  purpose: Purpose,
  /** For which topic; null: any. */
  aspect: z.nullable(Aspect),
  /** For which tone; null: any. */
  tone: z.nullable(Tone),
  by: z.nullable(Person),
  /** ISO; when it was approved, else null. */
  at: z.nullable(z.string()),
});
export type OwnSentence = z.infer<typeof OwnSentence>;

/** What a person writes or changes; approval is another step. */
export const SentenceWords = z.omit(OwnSentence, { by: true, at: true });
export type SentenceWords = z.infer<typeof SentenceWords>;
