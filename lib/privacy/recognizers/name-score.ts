import {
  gapAfter,
  isHanCode,
  L_INTRO,
  L_LIST,
  L_ROLE,
  L_ROLE_EDGE,
  LEFT,
  leftOf,
  R_EDGE,
  R_LIST,
  R_SAID,
  R_TITLE,
  RIGHT,
  rightOf,
} from './name-context.ts';
import { ALONE, FULL, GIVEN } from './name-model.ts';
import { firstOdds, isSurnameCode, pairTie, secondOdds, surnameOdds } from './name-odds.ts';
import { titleAt } from './titles.ts';

/**
 * Log-odds that characters are a name: how its characters are used, whether its pairs are words, what stands beside
 * it. Three small logistic models, fitted by scripts/train/name-model.ts on the features that stand here.
 */

const TIES = 2;
/**
 * surname, first and second of the given name, the lower of both; ties before, inside (two), after; left; right; both
 * edges, a role or thanks before and an end after, no ties at all.
 */
export const FULL_SIZE = 1 + 4 + 4 * TIES + LEFT.length + RIGHT.length + 3;
const scratch = new Float64Array(64);

function tie(to: Float64Array, at: number, a: number, b: number): void {
  const strength = isHanCode(a) && isHanCode(b) ? pairTie(a, b) : 0;
  to[at] = strength === 1 ? 1 : 0;
  to[at + 1] = strength === 2 ? 1 : 0;
}

/** Features of [at, at+3) as surname and given name. */
export function fullFeatures(text: string, at: number, to: Float64Array): void {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  const [first, second] = [firstOdds(b), secondOdds(c)];
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
  to[FULL_BOTH] = bothEdges(left, right) ? 1 : 0;
  to[FULL_BOTH + 1] = introduced(left, right) ? 1 : 0;
  let ties = 0;
  for (let i = TIES_BEFORE; i < FULL_LEFT; i++) ties += to[i] as number;
  to[FULL_BOTH + 2] = ties === 0 ? 1 : 0;
}

const bothEdges = (left: number, right: number): boolean => left <= L_LIST && (right === R_LIST || right === R_EDGE);

/** 「骨科林大文，」「感謝林大文的」 */
const introduced = (left: number, right: number): boolean =>
  (left === L_ROLE || left === L_ROLE_EDGE || left === L_INTRO) && right <= R_SAID;

/** surname; ties before and after; left; two of a given name before; right of the title. */
export const ALONE_SIZE = 1 + 1 + 2 * TIES + LEFT.length + 2 + RIGHT.length;

/** Features of the surname at `at` that stands before a title that ends at `end`. */
export function aloneFeatures(text: string, at: number, end: number, to: Float64Array): void {
  const a = text.charCodeAt(at);
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  to[0] = 1;
  to[1] = surnameOdds(a);
  tie(to, 2, before, a);
  tie(to, 4, a, at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
  const left = leftOf(text, at);
  for (let i = 0; i < LEFT.length; i++) to[6 + i] = i === left ? 1 : 0;
  // A surname and a character of a given name just before: the end of a full name, not a surname.
  to[6 + LEFT.length] = isHanCode(before) ? Math.max(-2, Math.min(4, firstOdds(before))) : 0;
  to[7 + LEFT.length] = isHanCode(before) ? Math.max(-2, Math.min(4, secondOdds(a))) : 0;
  const right = rightOf(text, end);
  for (let i = 0; i < RIGHT.length; i++) to[8 + LEFT.length + i] = i === right ? 1 : 0;
}

const TIES_BEFORE = 5;
const FULL_LEFT = TIES_BEFORE + 8;
const FULL_RIGHT = FULL_LEFT + LEFT.length;
const FULL_BOTH = FULL_RIGHT + RIGHT.length;

const tieOf = (a: number, b: number): number => (isHanCode(a) && isHanCode(b) ? pairTie(a, b) : 0);
const tieWeight = (at: number, strength: number): number => (strength === 0 ? 0 : (FULL[at + strength - 1] as number));

/** What a name can have at most from what stands around it: a name below it never reaches the odds of a maybe. */
const HOPELESS = -1.5;

/** The sum of `fullFeatures` by the weights, without building them; -Infinity where the characters alone decide. */
export function fullScore(text: string, at: number): number {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  const first = firstOdds(b);
  const second = secondOdds(c);
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
  const t1 = tieOf(before, a);
  const t2 = tieOf(a, b);
  const t3 = tieOf(b, c);
  const t4 = tieOf(c, after);
  return (
    (FULL[0] as number) +
    own +
    tieWeight(TIES_BEFORE, t1) +
    tieWeight(TIES_BEFORE + 2, t2) +
    tieWeight(TIES_BEFORE + 4, t3) +
    tieWeight(TIES_BEFORE + 6, t4) +
    (FULL[FULL_LEFT + left] as number) +
    (FULL[FULL_RIGHT + right] as number) +
    (bothEdges(left, right) ? (FULL[FULL_BOTH] as number) : 0) +
    (introduced(left, right) ? (FULL[FULL_BOTH + 1] as number) : 0) +
    (t1 + t2 + t3 + t4 === 0 ? (FULL[FULL_BOTH + 2] as number) : 0)
  );
}

export function aloneScore(text: string, at: number, end: number): number {
  aloneFeatures(text, at, end, scratch);
  let sum = 0;
  for (let i = 0; i < ALONE.length; i++) sum += (ALONE[i] as number) * (scratch[i] as number);
  return sum;
}

/** first and second, the lower of both; ties before, inside, after; left; right; surname before, surname first, kind of title. */
export const GIVEN_SIZE = 1 + 3 + 3 * TIES + LEFT.length + RIGHT.length + 4;

/** Features of [at, at+2) as a given name by itself: beside a title, or in a row. */
export function givenFeatures(text: string, at: number, to: Float64Array): void {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  const [first, second] = [firstOdds(a), secondOdds(b)];
  to[0] = 1;
  to[1] = first;
  to[2] = second;
  to[3] = Math.min(first, second);
  tie(to, 4, before, a);
  tie(to, 6, a, b);
  tie(to, 8, b, at + 2 < text.length ? text.charCodeAt(at + 2) : 0);
  const left = leftOf(text, at);
  const right = rightOf(text, at + 2);
  let k = 10;
  for (let i = 0; i < LEFT.length; i++) to[k++] = i === left ? 1 : 0;
  for (let i = 0; i < RIGHT.length; i++) to[k++] = i === right ? 1 : 0;
  to[k++] = isSurnameCode(before) ? Math.max(0, surnameOdds(before)) : 0;
  to[k++] = isSurnameCode(a) ? Math.max(0, surnameOdds(a)) : 0;
  const title = right === R_TITLE ? titleAt(text, at + 2 + gapAfter(text, at + 2)) : null;
  to[k++] = title?.kind === 'civil' ? 1 : 0;
  to[k] = title?.kind === 'soft' ? 1 : 0;
}

export function givenScore(text: string, at: number): number {
  givenFeatures(text, at, scratch);
  let sum = 0;
  for (let i = 0; i < GIVEN.length; i++) sum += (GIVEN[i] as number) * (scratch[i] as number);
  return sum;
}
