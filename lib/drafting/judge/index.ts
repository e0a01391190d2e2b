import type { ReviewWords } from '../echo.ts';
import { beyondJudging } from './bounds.ts';
import { fittedModel, oddsOf } from './model.ts';
import { SAFE_BELOW, UNSAFE_ABOVE } from './weights.ts';

export type Judgement = 'safe' | 'unsafe' | 'unsure';

/** Longer than anybody writes without a full stop: too much to be sure of. */
const LONGEST = 240;
const OTHER_SCRIPT = /[\u3040-\u30ff\uac00-\ud7af\u0e00-\u0e7f\ufffd]/;

/**
 * What a sentence that neither a frame nor a rule knows is likely to be: a linear reading of its character runs and
 * its build, fitted on labelled replies (npm run train). Safe only beyond a chance at which left-out replies hardly
 * leak; `strict` asks for more of it, for a sentence that takes up the review's medical topic.
 */
export function judge(sentence: string, review: ReviewWords | null, strict = false): Judgement {
  if (beyondJudge(sentence)) return 'unsure';
  const odds = oddsOf(fittedModel(), sentence, review);
  if (odds > UNSAFE_ABOVE) return 'unsafe';
  return odds < SAFE_BELOW - (strict ? STRICTER : 0) ? 'safe' : 'unsure';
}

export const STRICTER = 1;

/** Whether the judge has no say in a sentence: too long, in another script, or out of its bounds. */
export const beyondJudge = (sentence: string): boolean =>
  sentence.length > LONGEST || OTHER_SCRIPT.test(sentence) || beyondJudging(sentence);

/** Odds under which a rule's words no longer stop a text but ask a person. */
export const DOUBT_BELOW = -0.3;

/** Whether the odds speak for a sentence in which a rule's words were found. */
export const likelySafe = (sentence: string, review: ReviewWords | null): boolean =>
  oddsOf(fittedModel(), sentence, review) < DOUBT_BELOW;
