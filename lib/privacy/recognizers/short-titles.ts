import type { Put } from '../recognizer.ts';
import {
  isHanCode,
  L_EDGE,
  L_INTRO,
  L_LIST,
  L_OTHER,
  L_ROLE,
  L_ROLE_EDGE,
  L_WEAK,
  leftOf,
  R_OTHER,
  rightOf,
} from './name-context.ts';
import { isSurnameCode, pairTie, secondOdds, surnameOdds } from './name-odds.ts';
import { titleAt } from './titles.ts';

/** Titles cut short or written apart: 吳P, 陳VS, 廖院, 王董, L醫師, 林.醫.師; and 氏 in Vietnamese names. */

/** 「大家都叫他蕭P」 */
const CALLED_SO = /(?:叫|稱)(?:[他她您你妳])?(?:做|作|為)?$/;

/** 「吳P」「陳VS」「陳R」: a surname with a title in letters, none of a word or a measure that goes on. */
export function latinTitled(text: string, at: number, put: Put): void {
  const m = /^(?:P|VS|NP|PT|OT|R|CR|Sir|sir|Dr\.?|PhD)(?![A-Za-z0-9+]|[值波光區角肉照])/.exec(
    text.slice(at + 1, at + 5),
  );
  if (!m) return;
  const left = leftOf(text, at);
  const called = left === L_OTHER && CALLED_SO.test(text.slice(Math.max(0, at - 3), at));
  if (left === L_OTHER && !called) return;
  if (surnameOdds(text.charCodeAt(at)) >= (left <= L_ROLE || called ? 1 : 3)) put(at, at + 1 + m[0].length, 0.58);
}

/** What 院 and 董 go on with, so that they are no title. */
const GOES_ON = /[長子方所內外區慶生務友校線士落會裡裏門舍系際史訓徽事監座辦感狀]/;

/** 「廖院親自操刀」「老闆王董」: the first character of 院長 or 董事長 alone. */
export function shortTitled(text: string, at: number, put: Put): void {
  const left = leftOf(text, at);
  if (left !== L_EDGE && left !== L_LIST && left !== L_INTRO && left !== L_ROLE && left !== L_ROLE_EDGE) {
    if (!/[闆位]/.test(text.charAt(at - 1))) return;
  }
  const code = text.charCodeAt(at);
  // 「高院」 is a court.
  if (surnameOdds(code) < 2.5 || text.startsWith('高院', at) || pairTie(text.charCodeAt(at - 1), code) === 2) return;
  const next = text.charCodeAt(at + 2);
  if (GOES_ON.test(text.charAt(at + 2))) return;
  if (isHanCode(next) && (pairTie(text.charCodeAt(at + 1), next) !== 0 || titleAt(text, at + 2))) return;
  put(at, at + 2, 0.55);
}

/** Surnames of Vietnam, as they are written here. */
const OF_VIETNAM = new Set('阮陳黎范武裴鄧杜吳胡黃潘楊李鄭丁段梁');

/** 「看護阮氏紅」「陳氏秋莊小姐」 */
export function vietnamese(text: string, at: number, put: Put): void {
  if (!OF_VIETNAM.has(text.charAt(at))) return;
  const left = leftOf(text, at);
  if (left === L_OTHER && !/[工護]/.test(text.charAt(at - 1))) return;
  const third = text.charCodeAt(at + 2);
  // 「陳氏太極」「吳氏牙醫」: a house, not a person.
  if (
    !isHanCode(third) ||
    secondOdds(third) < -1 ||
    titleAt(text, at + 2) ||
    pairTie(text.charCodeAt(at + 1), third) === 2
  )
    return;
  const fourth = text.charCodeAt(at + 3);
  if (isHanCode(fourth) && pairTie(third, fourth) === 2) return;
  const longer = isHanCode(fourth) && secondOdds(fourth) >= 2 && rightOf(text, at + 4) !== R_OTHER;
  const end = at + (longer && titleAt(text, at + 3) === null ? 4 : 3);
  if (left !== L_WEAK || rightOf(text, end) !== R_OTHER) put(at, end, 0.92);
}

const LETTER = /(?<![A-Za-z0-9+&小阿命素群型級區棟班-])[C-WYZ]$/;
const OF_ONE = new Set(
  '醫師 醫生 院長 主任 護理師 護理長 護士 藥師 藥劑師 諮詢師 治療師 美容師 個管師 營養師 物理師 小姐 先生 助理 老師'.split(
    ' ',
  ),
);
/** 「A店員說…，C店員說…」: letters that only tell one from another. */
const LABELS = /(?<![A-Za-z0-9+&-])[AB]\s?[\u4e00-\u9fff]/;

/** 「給C醫師看了三次」: an initial before the title that starts at `at`. */
export function initialTitled(text: string, at: number, end: number, put: Put): void {
  const gap = text.charAt(at - 1) === ' ' ? 1 : 0;
  const from = at - gap - 1;
  // Mostly no letter stands there.
  if (!(text.charCodeAt(from) <= 0x5a) || !OF_ONE.has(text.slice(at, end))) return;
  if (from >= 0 && LETTER.test(text.slice(Math.max(0, from - 1), at - gap)) && !LABELS.test(text)) put(from, end, 0.6);
}

/** Right behind a title's first character: 「林.醫.師」. */
const APART = /^(?:醫([.·・_*/\-|])\1?[師生]|護([.·・_*/\-|])理?\2?師|院([.·・_*/\-|])長)/;

/** The surname, marks between and a title whose characters are apart; the title starts at `at`. */
export function apartTitled(text: string, at: number, put: Put): void {
  const m = APART.exec(text.slice(at, at + 5));
  if (!m) return;
  const mark = m[1] ?? m[2] ?? m[3] ?? '';
  const surname = text.charAt(at - 1) === mark ? at - 2 : at - 1;
  if (isSurnameCode(text.charCodeAt(surname)) && surnameOdds(text.charCodeAt(surname)) >= 1)
    put(surname, at + m[0].length, 0.93);
}
