import type { Candidate, Put } from '../recognizer.ts';
import { isHanCode } from './name-context.ts';
import { firstOdds, isSurnameCode, pairTie, secondOdds, surnameOdds } from './name-odds.ts';
import { endsAt, isNickname } from './nicknames.ts';
import { titleAt } from './titles.ts';

/**
 * Names in a row lend one another weight: after 「謝謝林大文、」 even 「方向宇」 is a name. Walks from every name found
 * to its neighbours, over marks, blanks, 和 and titles, until nothing is added.
 */

/** How much a name beside it adds to the odds. */
const BESIDE = 4;
const SEPARATOR = /[、,，.。｡／/&+;；\s()（）「」《》・·|:：]/;
const AND = /[和與跟及]/;
const MOST = 400;

export function rows(text: string, found: Candidate[], maybe: Map<number, number>, put: Put): void {
  const starts = new Set(found.map((f) => f.start));
  const ends = new Set(found.map((f) => f.end));
  for (let i = 0; i < found.length && i < MOST; i++) {
    const { start, end, score } = found[i] as Candidate;
    if (score < 0.5) continue;
    const given = end - start === 2 && !isSurnameCode(text.charCodeAt(start));
    const next = skipForward(text, end);
    if (next >= 0 && !starts.has(next)) {
      const length = nameAt(text, next, maybe, given, next > end);
      if (length > 0) {
        put(next, next + length, 0.6);
        starts.add(next);
        ends.add(next + length);
      }
    }
    const last = skipBack(text, start);
    if (last < 0 || ends.has(last)) continue;
    for (const length of [3, 2]) {
      const at = last - length;
      if (at < 0 || starts.has(at) || nameAt(text, at, maybe, given, last < start) !== length) continue;
      put(at, last, 0.6);
      starts.add(at);
      ends.add(last);
      break;
    }
  }
}

/** Where the next name could start: behind a title, at most three marks, one 和. */
function skipForward(text: string, from: number): number {
  let at = from;
  let gap = 0;
  while (gap < 2 && /[\s」）)]/.test(text.charAt(at))) {
    at++;
    gap++;
  }
  const title = titleAt(text, at);
  if (title) at = title.end;
  for (let n = 0; n < 4 && SEPARATOR.test(text.charAt(at)); n++) at++;
  // 「和解書」 goes on as a word.
  if (at === from && AND.test(text.charAt(at)) && pairTie(text.charCodeAt(at), text.charCodeAt(at + 1)) === 0) at++;
  return isHanCode(text.charCodeAt(at)) ? at : -1;
}

function skipBack(text: string, from: number): number {
  let at = from;
  for (let n = 0; n < 4 && at > 0 && SEPARATOR.test(text.charAt(at - 1)); n++) at--;
  if (at > 0 && AND.test(text.charAt(at - 1))) at--;
  return at > 0 && isHanCode(text.charCodeAt(at - 1)) ? at : -1;
}

/** Length of the name that starts at `at`, 0 for none. */
function nameAt(text: string, at: number, maybe: Map<number, number>, given: boolean, apart: boolean): number {
  const odds = maybe.get(at);
  if (odds !== undefined) {
    const rest = text.charAt(at + 3);
    const ends = rest === '' || SEPARATOR.test(rest) || rest === '等' || titleAt(text, at + 3) !== null;
    if (odds + (apart && ends ? BESIDE : BESIDE / 2) > 0) return 3;
  }
  if (apart && !given && isStranger(text, at)) return 3;
  const [b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (!apart || !isHanCode(b) || !isHanCode(c) || pairTie(b, c) === 2) return 0;
  // 「阿寶和小瑩也很親切」
  if (given && text.charCodeAt(at) !== text.charCodeAt(at + 1) && isNickname(text, at) && endsAt(text, at + 2))
    return 2;
  const after = text.charAt(at + 2);
  const closed = after === '' || SEPARATOR.test(after) || after === '等' || AND.test(after) || titleAt(text, at + 2);
  const before = text.charAt(at - 1);
  if (!closed || !(before === '' || SEPARATOR.test(before) || AND.test(before) || /[謝中的有是位]/.test(before)))
    return 0;
  // 「淑涵、佩儀」 beside a given name; 「楊琁、」 beside any.
  if (given && isNickname(text, at)) return 2;
  if (given && firstOdds(b) + secondOdds(c) >= 1.5 && Math.min(firstOdds(b), secondOdds(c)) >= -1) return 2;
  if (isSurnameCode(b) && surnameOdds(b) >= 2.5 && secondOdds(c) >= 0.5 && pairTie(b, c) === 0) return 2;
  return 0;
}

/** 「、蘭佩蓉、」 between names: no surname that we know, but a given name and nothing else. */
function isStranger(text: string, at: number): boolean {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  const before = text.charAt(at - 1);
  const rest = text.charAt(at + 3);
  if (!isHanCode(c) || Math.min(firstOdds(b), secondOdds(c)) < 3 || firstOdds(b) + secondOdds(c) < 7) return false;
  if (!(SEPARATOR.test(before) || AND.test(before)) || !(rest === '' || SEPARATOR.test(rest))) return false;
  return pairTie(a, b) === 0 && pairTie(b, c) === 0;
}

const SEGMENT_ENDS = /[、,，.。\s等！!）)]/;

/** What follows the last of a row, and what stands before its first. */
const ROW_ENDS = /[都是和及與跟的護小這們兩三也很在對照還把]/;
const ROW_STARTS = /[謝中的是有位師士長員站和與跟薦房室班夜台檯]/;

/**
 * 「：詩涵，彥廷，姿玲，」「感謝淑涵、佩儀照顧」: given names alone, at least two in a row. From the mark at `at`; gives
 * the last place read.
 */
export function givenRow(text: string, at: number, put: Put): number {
  if (!isGiven(text, at + 1)) return at;
  const starts: number[] = [];
  if (isGiven(text, at - 2)) {
    const before = text.charAt(at - 3);
    if (!isHanCode(text.charCodeAt(at - 3)) || ROW_STARTS.test(before)) starts.push(at - 2);
  }
  let mark = at;
  while (isGiven(text, mark + 1)) {
    const rest = text.charAt(mark + 3);
    if (!SEGMENT_ENDS.test(rest) && !(starts.length > 0 && ROW_ENDS.test(rest))) break;
    starts.push(mark + 1);
    if (rest !== '、' && rest !== ',') break;
    mark += 3;
  }
  if (starts.length < 2) return at;
  for (const start of starts) put(start, start + 2, 0.58);
  return (starts[starts.length - 1] as number) + 1;
}

function isGiven(text: string, at: number): boolean {
  if (at < 0) return false;
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  if (!isHanCode(a) || !isHanCode(b)) return false;
  const first = firstOdds(a);
  const second = secondOdds(b);
  // 「佳蓉、小瑩、阿寶三位」
  if (second >= 1 && isNickname(text, at)) return true;
  return first + second >= 4 && Math.min(first, second) >= 1 && pairTie(a, b) === 0;
}
