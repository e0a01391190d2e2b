import type { Clinic } from '../contract/clinic.ts';
import type { GuardResult, GuardViolation } from '../contract/draft.ts';
import { knownEnglish } from './allow/en.ts';
import { isApproved, keysOf } from './allow/frames.ts';
import { knownChinese } from './allow/zh.ts';
import { gross, type Hit } from './deny/find.ts';
import { echoes, type ReviewWords, wordsOfReview } from './echo.ts';
import { mask } from './mask.ts';
import { type Normal, normalise, originalSpan } from './normalise.ts';
import { RULE_INFO } from './rules.ts';
import { type Stretch, sentencesOf } from './sentences.ts';

export interface GuardContext {
  /** The review that is answered: what it says must not be said back. */
  review?: string | null | undefined;
  /** The clinic's own name, phone and hours meet no rule. */
  clinic?: Clinic | null | undefined;
  /** Sentences that a manager or doctor of this clinic approved. */
  approved?: readonly string[] | undefined;
  /** Asked about sentences that neither a frame nor a rule knows; without it they are all unsure. */
  judge?: ((sentence: string) => 'safe' | 'unsafe' | 'unsure') | undefined;
}

type Opinion = { hits: Hit[]; unsure: boolean };

/**
 * What stands in a reply that must not (law reference 3.4), sentence by sentence: approved frame → allowed; broken
 * rule → violation; made of harmless words only → allowed; else unsure, unless the judge calls it safe. Offsets are
 * UTF-16 indices into `reply` as typed. Linear in the length; throws for no string.
 */
export function guard(reply: string, context: GuardContext = {}): GuardResult {
  const normal = normalise(reply);
  const text = mask(normal.text, context.clinic);
  const review = context.review ? wordsOfReview(context.review) : null;
  const approved = context.approved?.length ? keysOf(context.approved, context.clinic) : null;

  const violations: GuardViolation[] = [];
  const unsure: [number, number][] = [];
  for (const sentence of sentencesOf(text)) {
    if (isApproved(sentence.text, context.clinic) || approved?.has(keyOfSentence(sentence))) continue;
    const { hits, unsure: open } = opinionOf(sentence, review, () => judged(reply, normal, sentence, context.judge));
    for (const hit of separate(hits)) violations.push(violation(normal, hit, sentence));
    if (open) unsure.push(originalSpan(normal, sentence.start, sentence.end));
  }
  return { verdict: verdictOf(violations, unsure.length), violations, unsure };
}

const keyOfSentence = (sentence: Stretch): string => keysOf([sentence.text], null).values().next().value ?? '';

function opinionOf(sentence: Stretch, review: ReviewWords | null, judge: () => boolean): Opinion {
  const echo = review ? echoes(sentence, review) : { hits: [], wording: false };
  const hits = [...gross(sentence), ...echo.hits];
  if (hits.length > 0) return { hits, unsure: false };
  const known = /[\u3040-\u30ff\uac00-\ud7af\u0e00-\u0e7f\ufffd]/.test(sentence.text)
    ? false
    : /[\u3400-\u9fff]/.test(sentence.text)
      ? knownChinese(sentence.text, review)
      : knownEnglish(sentence.text);
  if (known && !echo.wording) return { hits, unsure: false };
  return { hits, unsure: echo.wording || !judge() };
}

function judged(reply: string, normal: Normal, sentence: Stretch, judge: GuardContext['judge']): boolean {
  if (!judge) return false;
  const [start, end] = originalSpan(normal, sentence.start, sentence.end);
  return judge(reply.slice(start, end)) === 'safe';
}

/** One finding per rule and place: the longest of those that overlap. */
function separate(hits: Hit[]): Hit[] {
  const kept: Hit[] = [];
  const last = new Map<Hit['rule'], Hit>();
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const twin = last.get(hit.rule);
    if (twin && twin.end > hit.start) {
      twin.end = Math.max(twin.end, hit.end);
      continue;
    }
    const own = { ...hit };
    kept.push(own);
    last.set(hit.rule, own);
  }
  return kept;
}

function violation(normal: Normal, hit: Hit, sentence: Stretch): GuardViolation {
  const info = RULE_INFO[hit.rule];
  const [start, end] = originalSpan(normal, hit.start, hit.end);
  const language = /[\u3040-\u30ff\u3400-\u9fff]/.test(sentence.text) ? 'zh' : 'en';
  return {
    rule: hit.rule,
    start,
    end,
    why: info.why[language],
    suggestion: info.suggestion[language],
    severity: info.severity,
  };
}

function verdictOf(violations: GuardViolation[], unsure: number): GuardResult['verdict'] {
  if (violations.some(({ severity }) => severity === 'block')) return 'block';
  return violations.length > 0 || unsure > 0 ? 'warn' : 'safe';
}
