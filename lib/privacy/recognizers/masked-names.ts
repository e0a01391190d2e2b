import type { Put } from '../recognizer.ts';
import {
  isHanCode,
  isRareHigh,
  L_EDGE,
  L_INTRO,
  L_LIST,
  L_ROLE,
  L_ROLE_EDGE,
  L_WEAK,
  leftOf,
  R_EDGE,
  R_LATIN,
  R_LIST,
  R_OTHER,
  R_TITLE,
  rightOf,
} from './name-context.ts';
import { firstOdds, isSurnameCode, pairTie, secondOdds, surnameOdds } from './name-odds.ts';

/** Names with a part hidden: 邱*芳, 陳O宏, 林xx, 張X, 楊ㄨㄨ, 王百*, 護理師O茜. */

/** 1: never anything else in Chinese text; 2: a letter or sign that may be one; 3: 某, which is a word; 4: only inside a titled name. */
const maskOf = new Uint8Array(0x10000);
for (const char of '*＊○〇●◯Ｏ△□❍◎') maskOf[char.charCodeAt(0)] = 1;
for (const char of 'Oo0XxㄨㄡㄛΟΧ×_-@#') maskOf[char.charCodeAt(0)] = 2;
for (const char of '~?') maskOf[char.charCodeAt(0)] = 4;
maskOf['某'.charCodeAt(0)] = 3;

export { maskOf };

/** 「陳X光」「O型」「X片」: what a letter before it makes a word. */
const AFTER_LETTER = /^[光片型線次倍級腿形染款]/;

const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** What a doctor is called in anger stands before his name. */
const SCOLDED = /庸醫|惡醫|爛醫|密醫|[獸牙中]醫|騙子|爛人$/;

const opens = (left: number): boolean =>
  left === L_EDGE || left === L_ROLE_EDGE || left === L_LIST || left === L_ROLE || left === L_INTRO || left === L_WEAK;

/** Puts the masked name whose mask starts at `at`, when there is one. */
export function maskedAt(text: string, at: number, put: Put): void {
  const kind = maskOf[text.charCodeAt(at)] as number;
  const a = at > 0 ? text.charCodeAt(at - 1) : 0;
  const b = at > 1 ? text.charCodeAt(at - 2) : 0;
  if (!isHanCode(a) && a !== 0x20) {
    orphan(text, at, kind, put);
    return;
  }
  if (kind === 4) {
    const titled = isSurnameCode(a) && surnameOdds(a) > 1 && isHanCode(text.charCodeAt(at + 1));
    if (titled && rightOf(text, at + 2) === R_TITLE && secondOdds(text.charCodeAt(at + 1)) > -1)
      put(at - 1, at + 2, 0.7);
    return;
  }
  const end = endOfMask(text, at, kind);
  // A letter that goes on as a word or a number is none of a name.
  if (kind === 2 && isLatin(text.charCodeAt(end))) return;
  if (isSurnameCode(a) && surnameOdds(a) > -2 && pairTie(b, a) !== 2 && afterSurname(text, at, end, kind, put)) return;
  // 王百*醫生, 陳賢x無法: the last character is hidden.
  if (!isSurnameCode(b) || surnameOdds(b) <= 0 || pairTie(b, a) === 2 || end !== at + 1) {
    if (isHanCode(a)) orphan(text, at, kind, put);
    return;
  }
  const given = firstOdds(a);
  if (rightOf(text, end) === R_TITLE && given > (kind === 1 ? -4 : opens(leftOf(text, at - 2)) ? -2.5 : 0))
    put(at - 2, end, 0.9);
  else if (given > 0 && opens(leftOf(text, at - 2))) put(at - 2, end, 0.6);
}

/** One or two of the same sign; 「盧x x醫生」. */
function endOfMask(text: string, at: number, kind: number): number {
  const same = (i: number): boolean => text.charAt(i) === text.charAt(at);
  if (same(at + 1)) return at + (same(at + 2) ? 3 : 2);
  return kind === 2 && text.charAt(at + 1) === ' ' && same(at + 2) ? at + 3 : at + 1;
}

/** 邱*芳, 陳O宏; 林○○, 林xx; 郭*醫師. */
function afterSurname(text: string, at: number, end: number, kind: number, put: Put): boolean {
  const found = (from: number, to: number, score: number): boolean => {
    put(from, to, score);
    return true;
  };
  const left = leftOf(text, at - 1);
  const next = text.charCodeAt(end);
  // 「庸醫林X」
  if (
    surnameOdds(text.charCodeAt(at - 1)) > 1 &&
    SCOLDED.test(text.slice(Math.max(0, at - 3), at - 1)) &&
    !isHanCode(next)
  )
    return found(at - 1, end, 0.6);
  // 「吳x𤥶」: a rare character hardly stands elsewhere.
  if (isRareHigh(next) && end === at + 1) return found(at - 1, end + 2, 0.8);
  if (isHanCode(next) && end === at + 1 && !(kind === 2 && AFTER_LETTER.test(text.charAt(end)))) {
    const given = secondOdds(next);
    if (given > -4 && rightOf(text, end + 1) === R_TITLE) return found(at - 1, end + 1, 0.92);
    const usual = kind === 1 ? -1 : opens(left) ? -2.5 : 1;
    if (given > usual && rightOf(text, end) !== R_TITLE) return found(at - 1, end + 1, kind === 1 ? 0.8 : 0.65);
  }
  if (rightOf(text, end) === R_TITLE) return found(at - 1, end, 0.9);
  // 「泌尿科林O很兇」「吳x廷、曾x、」
  const letter = kind === 2 && /[OoXx]/.test(text.charAt(at));
  const right = rightOf(text, end);
  const inRow = left === L_LIST && (right === R_LIST || right === R_EDGE);
  if (end === at + 1 && (kind === 1 || letter) && (left === L_ROLE_EDGE || left === L_ROLE || inRow)) {
    if (surnameOdds(text.charCodeAt(at - 1)) > 1 && right !== R_OTHER && right !== R_LATIN)
      return found(at - 1, end, 0.55);
  }
  if (end - at < 2) return false;
  const before = at > 1 ? text.charCodeAt(at - 2) : 0;
  const apart = !isHanCode(before) || pairTie(before, text.charCodeAt(at - 1)) === 0;
  if (kind === 1 || ((opens(left) || apart) && surnameOdds(text.charCodeAt(at - 1)) > 1))
    return found(at - 1, end, 0.6);
  return false;
}

/** 「護理師O茜、O鈞、」: the surname is hidden; only after a role or in a row of such names. */
function orphan(text: string, at: number, kind: number, put: Put): void {
  if (kind === 3 || text.charAt(at) === '-' || text.charAt(at) === '0') return;
  const next = text.charCodeAt(at + 1);
  if (!isHanCode(next) || secondOdds(next) < 1 || AFTER_LETTER.test(text.charAt(at + 1))) return;
  const before = text.slice(Math.max(0, at - 4), at);
  if (!/[O○Ｏ*X][㐀-鿿][、,，]\s?$|、$/.test(before) && !/[師士長生]\s?$/.test(before)) return;
  if (!/^[、,，\s等。]|^(?:護理|醫|小姐)/.test(text.slice(at + 2, at + 5))) return;
  put(at, at + 2, 0.55);
}
