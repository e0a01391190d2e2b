import { isHanCode, LEFT, leftOf, RIGHT, rightOf } from './name-context.ts';
import { ALONE, FULL } from './name-model.ts';
import { givenOdds, pairTie, surnameOdds } from './name-odds.ts';

/**
 * Log-odds that characters are a name: how its characters are used, whether its pairs are words, what stands beside
 * it. Two small logistic models, fitted by scripts/train/name-model.ts on the features that stand here.
 */

const TIES = 2;
/** surname, first and second of the given name, the lower of both; ties before, inside (two), after; left; right; both edges. */
export const FULL_SIZE = 1 + 4 + 4 * TIES + LEFT.length + RIGHT.length + 1;
const scratch = new Float64Array(64);

function tie(to: Float64Array, at: number, a: number, b: number): void {
  const strength = isHanCode(a) && isHanCode(b) ? pairTie(a, b) : 0;
  to[at] = strength === 1 ? 1 : 0;
  to[at + 1] = strength === 2 ? 1 : 0;
}

/** Features of [at, at+3) as surname and given name. */
export function fullFeatures(text: string, at: number, to: Float64Array): void {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  const [first, second] = [givenOdds(b), givenOdds(c)];
  to[0] = 1;
  to[1] = surnameOdds(a);
  to[2] = first;
  to[3] = second;
  to[4] = Math.min(first, second);
  tie(to, 5, at > 0 ? text.charCodeAt(at - 1) : 0, a);
  tie(to, 7, a, b);
  tie(to, 9, b, c);
  tie(to, 11, c, at + 3 < text.length ? text.charCodeAt(at + 3) : 0);
  const left = leftOf(text, at);
  const right = rightOf(text, at + 3);
  for (let i = 0; i < LEFT.length; i++) to[13 + i] = i === left ? 1 : 0;
  for (let i = 0; i < RIGHT.length; i++) to[13 + LEFT.length + i] = i === right ? 1 : 0;
  to[13 + LEFT.length + RIGHT.length] = left <= 2 && right >= 1 && right <= 2 ? 1 : 0;
}

/** surname; ties before and two before; left. */
export const ALONE_SIZE = 1 + 1 + 2 * TIES + LEFT.length + 2;

/** Features of the surname at `at` that stands before a title. */
export function aloneFeatures(text: string, at: number, to: Float64Array): void {
  const a = text.charCodeAt(at);
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  to[0] = 1;
  to[1] = surnameOdds(a);
  tie(to, 2, before, a);
  tie(to, 4, a, at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
  const left = leftOf(text, at);
  for (let i = 0; i < LEFT.length; i++) to[6 + i] = i === left ? 1 : 0;
  // A surname and a character of a given name just before: the end of a full name, not a surname.
  to[6 + LEFT.length] = isHanCode(before) ? Math.max(-2, Math.min(4, givenOdds(before))) : 0;
  to[7 + LEFT.length] = isHanCode(before) ? Math.max(-2, Math.min(4, givenOdds(a))) : 0;
}

const TIES_BEFORE = 5;
const FULL_LEFT = 13;
const FULL_RIGHT = FULL_LEFT + LEFT.length;
const FULL_BOTH = FULL_RIGHT + RIGHT.length;

const weightOfTie = (weights: readonly number[], at: number, a: number, b: number): number => {
  const strength = isHanCode(a) && isHanCode(b) ? pairTie(a, b) : 0;
  return strength === 0 ? 0 : (weights[at + strength - 1] as number);
};

/** What a name can have at most from what stands around it: a name below it never reaches the odds of a maybe. */
const HOPELESS = -1.5;

/** The sum of `fullFeatures` by the weights, without building them; -Infinity where the characters alone decide. */
export function fullScore(text: string, at: number): number {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  const first = givenOdds(b);
  const second = givenOdds(c);
  const own =
    (FULL[1] as number) * surnameOdds(a) +
    (FULL[2] as number) * first +
    (FULL[3] as number) * second +
    (FULL[4] as number) * Math.min(first, second);
  if (own < HOPELESS) return Number.NEGATIVE_INFINITY;
  const left = leftOf(text, at);
  const right = rightOf(text, at + 3);
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  const after = at + 3 < text.length ? text.charCodeAt(at + 3) : 0;
  return (
    (FULL[0] as number) +
    own +
    weightOfTie(FULL, TIES_BEFORE, before, a) +
    weightOfTie(FULL, TIES_BEFORE + 2, a, b) +
    weightOfTie(FULL, TIES_BEFORE + 4, b, c) +
    weightOfTie(FULL, TIES_BEFORE + 6, c, after) +
    (FULL[FULL_LEFT + left] as number) +
    (FULL[FULL_RIGHT + right] as number) +
    (left <= 2 && right >= 1 && right <= 2 ? (FULL[FULL_BOTH] as number) : 0)
  );
}

export function aloneScore(text: string, at: number): number {
  aloneFeatures(text, at, scratch);
  let sum = 0;
  for (let i = 0; i < ALONE.length; i++) sum += (ALONE[i] as number) * (scratch[i] as number);
  return sum;
}
