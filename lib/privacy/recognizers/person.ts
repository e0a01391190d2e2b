import { type Candidate, type Glance, matches, type Recognizer } from '../recognizer.ts';
import { latinNames, uncasedNames } from './latin-names.ts';
import { maskedAt, maskOf } from './masked-names.ts';
import {
  gapAfter,
  isHanCode,
  L_EDGE,
  L_INTRO,
  L_KIN,
  L_LATIN,
  L_LIST,
  L_OTHER,
  L_ROLE,
  L_ROLE_EDGE,
  L_WEAK,
  leftOf,
  R_EDGE,
  R_GROUP,
  R_LATIN,
  R_LIST,
  R_OTHER,
  R_TITLE,
  rightOf,
} from './name-context.ts';
import { firstOdds, isSurnameCode, pairTie, secondOdds, surnameOdds } from './name-odds.ts';
import { givenRow, rows } from './name-rows.ts';
import { aloneScore, fullScore, givenScore } from './name-score.ts';
import { DOUBLE_SURNAMES, FAMOUS, JAPANESE_SURNAMES, WORDS } from './names.ts';
import { mayBeTitle, type TitleHere, titleAt, titleFirst } from './titles.ts';

/** 姓 as a word: 「林姓護理師」「姓林的護士」「護理師姓林」. */
const XING = '姓'.charCodeAt(0);
const XIE = '謝'.charCodeAt(0);
/** A name that may be one with a name beside it. */
const MAYBE = -4;
/** Annotators leave out some names, so that the odds of the model are low by about this. */
const ENOUGH = -0.9;
/** The same for a given name by itself. */
const GIVEN_ENOUGH = -0.4;
/** What a label or a list of data adds to the odds of a name. */
const LABEL_BONUS = 3.5;
const LABEL =
  /(?:姓名|中文名|名字是|名字叫|名字|全名|本名叫?|戶名|聯絡人|收件人?|寄件人|患者|病患|病人|當事人|本人|我叫|他叫|她叫|叫做|名叫|的人叫|叫|我是|醫師是|醫生是|那位是|找的人|寫給|轉給|給|被|廣播|爸爸|媽媽|爸|媽|父親|母親|女兒|兒子|先生|太太|老公|老婆|弟弟|妹妹|哥哥|姊姊|姐姐|姑姑|阿姨|舅舅|叔叔|阿公|阿嬤|外婆|外公|爺爺|奶奶|公公|婆婆|丈人|內人|小女|小犬|我妹|我弟)[\s:：「『]{0,2}$/;
const SURE_LABEL = /(?:姓名|中文名|全名|本名叫?|戶名|聯絡人|收件人?|寄件人|名字[是叫]?|本人|叫做?)[\s:：「『]{0,2}$/;
const NAME_ENDS =
  /^(?:$|[\s,，.。、()（）／/；;:：!！?？」』\n~～|])|^(?:您好|你好|收|敬上|家屬|會收|都沒|推薦|什麼時候|介紹|才|生|說|的)/;
const NICKNAME =
  /(?:同事|看護|店員|叫|朋友|姊妹|學姊|學妹|助理|護士|護理師|感謝|謝謝)(阿(?![姨公嬤伯婆爸媽])[\u4e00-\u9fff])|(?<![\u4e00-\u9fff])(阿[寬凱桃傑明華美珠香玲德龍豪偉哲文國成強財土水芬娟英雄芳])(?=說|的|在|跟|幫|姐|姊|哥)/g;
/** 「一位叫佳蓉的護理師」「名牌寫佳蓉」 */
const CALLED = /(?:叫做?|名叫|名字[是叫]?|名牌[是寫]|名為|全名)[\s:：「『]{0,2}(?=[\u4e00-\u9fff]{2})/g;
/** 「樂樂媽咪」: a child's name. */
const NOT_A_CHILD =
  /寶寶|爸爸|媽媽|奶奶|爺爺|弟弟|妹妹|哥哥|姊姊|姐姐|太太|狗狗|貓貓|謝謝|常常|剛剛|往往|每每|天天|人人/;
/** Last characters of places: 「莊敬路」. */
const PLACE = /[路街區站村巷鎮縣市橋廟宮]/;
const NOT_ALONE =
  /(?:任何|如何|為何|幾何|也許|或許|允許|最高|很高|大方|地方|對方|院方|官方|完全|齊全|現金|明白|方向|一向|經常|平常|通常|非常|正常|時常|反應|回應|簡單|名單|至於|由於|關於|順利|長官|健康|中文|英文|[感謝致道多很也]謝|主管|女|成|向|查|房)$/;

export type Put = (start: number, end: number, score: number) => void;

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
/** Surer than another reading of the same characters, never surer than a checked number. */
const scoreOf = (odds: number): number => 0.4 + 0.5 * probability(odds);

const doubleFirst = new Uint8Array(0x10000);
for (const name of DOUBLE_SURNAMES) doubleFirst[name.charCodeAt(0)] = 1;
const doubleAt = (text: string, at: number): boolean =>
  at >= 0 && doubleFirst[text.charCodeAt(at)] === 1 && DOUBLE_SURNAMES.includes(text.slice(at, at + 2));

const japaneseFirst = new Uint8Array(0x10000);
for (const name of JAPANESE_SURNAMES) japaneseFirst[name.charCodeAt(0)] = 1;

const SURNAME = 1;
const TITLE = 2;
const MASK = 4;
const NAMED = 8;
const MARK = 16;
const DOT = 32;
/** What may start at a character: one look decides that most places hold nothing. */
const starts = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++)
  starts[code] =
    (isSurnameCode[code] === 1 ? SURNAME : 0) | (titleFirst[code] !== 0 ? TITLE : 0) | (maskOf[code] !== 0 ? MASK : 0);
for (const name of DOUBLE_SURNAMES) starts[name.charCodeAt(0)] = (starts[name.charCodeAt(0)] as number) | SURNAME;
starts[XING] = NAMED;
for (const mark of [0x3001, 0x2c]) starts[mark] = MARK;
for (const dot of '·‧・•') starts[dot.charCodeAt(0)] = DOT;

/** Full, given, masked and English names without the title after them; a surname alone only with its title. */
export const person: Recognizer = {
  types: ['PERSON'],
  applies: () => true,
  find(glance) {
    const found: Candidate[] = [];
    const put: Put = (start, end, score) => {
      if (end > start && !FAMOUS.has(glance.text.slice(start, end))) found.push({ type: 'PERSON', start, end, score });
    };
    if (glance.cjk) chineseNames(glance, found, put);
    if (glance.upper > 0 || (glance.latin > 0 && glance.text.includes('dr'))) latinNames(glance.text, put);
    if (glance.latin > 1) uncasedNames(glance.text, put);
    return found;
  },
};

function chineseNames(glance: Glance, found: Candidate[], put: Put): void {
  const { text } = glance;
  const data = glance.digits + glance.numerals >= 8;
  /** Start → odds of names that are not sure by themselves. */
  const maybe = new Map<number, number>();
  let titleEnd = 0;
  for (let at = 0; at < text.length; at++) {
    const start = starts[text.charCodeAt(at)] as number;
    if (start === 0) continue;
    if (start & SURNAME) fullAt(text, at, data, maybe, put);
    if (start & TITLE && at >= titleEnd && mayBeTitle(text, at)) {
      const title = titleAt(text, at);
      if (title) {
        titleEnd = title.end;
        beforeTitle(text, at, title, put);
        if (title.kind === 'staff') afterTitle(text, title.end, put);
      }
    }
    if (start & MASK) maskedAt(text, at, put);
    else if (start & NAMED) namedBy(text, at, put);
    else if (start & MARK) at = givenRow(text, at, put);
    else if (start & DOT) dotted(text, at, put);
  }
  if (text.includes('叫') || text.includes('名字') || text.includes('名牌') || text.includes('名為')) {
    for (const m of matches(text, CALLED)) {
      const at = m.index + m[0].length;
      if (isGivenAt(text, at)) put(at, at + 2, 0.55);
    }
  }
  if (text.includes('阿')) {
    for (const m of matches(text, NICKNAME)) {
      const name = m[1] ?? m[2] ?? '';
      const at = m.index + m[0].indexOf(name);
      put(at, at + name.length, 0.5);
    }
  }
  if (found.length === 0) return;
  rows(text, found, maybe, put);
  everywhere(text, found, put);
}

/** So many names of a text are looked for elsewhere in it. */
const MOST_NAMES = 40;

/** A name that was found once is the same name where nothing beside it says so. */
function everywhere(text: string, found: readonly Candidate[], put: Put): void {
  const names = Math.min(found.length, MOST_NAMES);
  let starts: Set<number> | null = null;
  for (let i = 0; i < names; i++) {
    const { start, end } = found[i] as Candidate;
    if (end - start !== 3 || isSurnameCode[text.charCodeAt(start)] === 0) continue;
    if (!isHanCode(text.charCodeAt(start + 1)) || !isHanCode(text.charCodeAt(start + 2))) continue;
    const name = text.slice(start, end);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 3)) {
      if (at === start) continue;
      starts ??= new Set(found.map((f) => f.start));
      if (starts.has(at)) continue;
      starts.add(at);
      put(at, at + 3, 0.55);
    }
  }
}

function fullAt(text: string, at: number, data: boolean, maybe: Map<number, number>, put: Put): void {
  const code = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  if (!isHanCode(b) && !isRareHigh(b)) {
    if (b >= 0x41 && b <= 0x5a) latinTitled(text, at, put);
    else if (b === 0x20) spaced(text, at, put);
    return;
  }
  if (doubleAt(text, at) && doubleFull(text, at, put)) return;
  if (isSurnameCode[code] === 0) return;
  if (isRareHigh(b) || isRareHigh(c)) {
    rareAt(text, at, put);
    return;
  }
  if (!isHanCode(c)) {
    shortLabelled(text, at, put);
    shortBehindRole(text, at, put);
    return;
  }
  if (b === XING || firstOdds(b) + secondOdds(c) <= -5 || code === b || (b === c && firstOdds(b) < 0.5)) return;
  let odds = fullScore(text, at);
  if (odds <= ENOUGH && titledAlone(text, at)) odds = ENOUGH + 0.1;
  if (odds < MAYBE) return;
  // 「感謝淳涵」: thanks, not a name; 「鄧牙醫師」「張社工」: a surname with its title.
  if (code === XIE && isThanks(text, at)) return;
  // 「莊敬路」
  if (PLACE.test(text.charAt(at + 2)) && rightOf(text, at + 3) > R_LIST) return;
  if (coversTitle(text, at)) return;
  if (WORDS.has(text.slice(at, at + 2)) && rightOf(text, at + 3) !== R_TITLE) return;
  if (odds < 1) {
    const before = text.slice(Math.max(0, at - 7), at);
    if (LABEL.test(before) && NAME_ENDS.test(text.slice(at + 3, at + 7))) odds += LABEL_BONUS;
    else if (data && rightOf(text, at + 3) <= R_EDGE && leftOf(text, at) <= L_LIST) odds += 1.5;
  }
  if (odds > ENOUGH) put(marriedFrom(text, at), at + 3, scoreOf(odds));
  else {
    maybe.set(at, odds);
    shortLabelled(text, at, put);
    shortBehindRole(text, at, put);
  }
}

/** 「感謝林大文醫師」: everyday characters, but a usual surname, a title, and no word across the edges. */
function titledAlone(text: string, at: number): boolean {
  if (titleFirst[text.charCodeAt(at + 3)] === 0 || surnameOdds(text.charCodeAt(at)) < 2) return false;
  if (rightOf(text, at + 3) !== R_TITLE) return false;
  const left = leftOf(text, at);
  if (left === L_OTHER || left === L_KIN || left === L_LATIN) return false;
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  if (pairTie(a, b) !== 0 || pairTie(b, c) !== 0) return false;
  return at === 0 || !isHanCode(text.charCodeAt(at - 1)) || pairTie(text.charCodeAt(at - 1), a) === 0;
}

/** 「張林美華護理師」: the husband's surname before her own. */
function marriedFrom(text: string, at: number): number {
  if (
    at === 0 ||
    text.charAt(at - 1) === '謝' ||
    surnameOdds(text.charCodeAt(at - 1)) < 2.5 ||
    surnameOdds(text.charCodeAt(at)) < 2
  )
    return at;
  if (leftOf(text, at - 1) === L_OTHER || pairTie(text.charCodeAt(at - 1), text.charCodeAt(at)) === 2) return at;
  return rightOf(text, at + 3) <= R_EDGE ? at - 1 : at;
}

function coversTitle(text: string, at: number): boolean {
  const flag = (titleFirst[text.charCodeAt(at + 1)] as number) | (titleFirst[text.charCodeAt(at + 2)] as number);
  if (flag === 0) return false;
  const first = titleAt(text, at + 1);
  if (first && first.kind !== 'soft') return true;
  const second = titleAt(text, at + 2);
  // 「黃文男主任」「王一中醫師」: the last character of the name is no part of the title.
  return second !== null && second.kind !== 'soft' && !/[中男]/.test(text.charAt(at + 2));
}

/** 「感謝」「謝謝」, but not the surname in 「感謝謝醫師」. */
const isThanks = (text: string, at: number): boolean =>
  /[感致多道]/.test(text.charAt(at - 1)) || (text.charAt(at - 1) === '謝' && !/[感謝致多]/.test(text.charAt(at - 2)));

/** First half of a Han character beyond the basic plane. */
const isRareHigh = (code: number): boolean => code >= 0xd840 && code <= 0xd888;

/** A given name with a character beyond the basic plane: hardly ever anything else. */
function rareAt(text: string, at: number, put: Put): void {
  const odd = isRareHigh(text.charCodeAt(at + 1));
  const other = text.charCodeAt(odd ? at + 3 : at + 1);
  if (!isHanCode(other) || Math.max(firstOdds(other), secondOdds(other)) < -2 || surnameOdds(text.charCodeAt(at)) < 1)
    return;
  if (leftOf(text, at) !== L_OTHER || rightOf(text, at + 4) === R_TITLE) put(at, at + 4, 0.7);
}

/** 「吳P」「陳VS」: a surname with a title in letters. */
function latinTitled(text: string, at: number, put: Put): void {
  const m = /^(?:P|VS|NP|Dr\.?|PhD)(?![A-Za-z0-9+])/.exec(text.slice(at + 1, at + 5));
  const left = leftOf(text, at);
  if (m && surnameOdds(text.charCodeAt(at)) >= 3 && left !== L_OTHER) put(at, at + 1 + m[0].length, 0.58);
}

/** 「尤瑪·達魯先生」: names of indigenous people and transcribed ones, beside a title or a role. */
function dotted(text: string, dot: number, put: Put): void {
  let start = dot;
  while (start > 0 && dot - start < 5 && isHanCode(text.charCodeAt(start - 1))) start--;
  // In the middle of a sentence the name starts two characters before the dot.
  if (dot - start > 4 || (dot - start > 2 && leftOf(text, dot - 2) === L_ROLE)) start = dot - 2;
  let end = dot + 1;
  while (end < dot + 6 && isHanCode(text.charCodeAt(end)) && !titleAt(text, end)) end++;
  if (start === dot || end - dot < 3) return;
  const title = titleAt(text, end) ?? (text.charAt(end) === ' ' ? titleAt(text, end + 1) : null);
  if (title) put(start, end, 0.92);
}

/** 「護理師 淑芬 」「護理師佳蓉很溫柔」: a given name by itself behind a role. */
function afterTitle(text: string, end: number, put: Put): void {
  const at = end + gapAfter(text, end);
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (!isHanCode(a) || !isHanCode(b) || a === b || firstOdds(a) + secondOdds(b) < 2) return;
  if (givenScore(text, at) > GIVEN_ENOUGH) put(at, at + 2, 0.58);
}

/** 「林 大文醫師」「陳 怡 君護理師」: written with blanks, as tables and scans have it. */
function spaced(text: string, at: number, put: Put): void {
  const b = text.charCodeAt(at + 2);
  const apart = text.charAt(at + 3) === ' ' ? 1 : 0;
  const c = text.charCodeAt(at + 3 + apart);
  if (!isHanCode(b) || !isHanCode(c) || surnameOdds(text.charCodeAt(at)) < 1.5) return;
  if (firstOdds(b) + secondOdds(c) < 1.5 || pairTie(b, c) !== 0 || leftOf(text, at) === L_OTHER) return;
  const end = at + 4 + apart;
  if (rightOf(text, end) === R_TITLE && !titleAt(text, at + 2)) put(at, end, 0.65);
}

/** 「骨科張琦，」「護理師李玟很細心」: a given name of one character. */
function shortBehindRole(text: string, at: number, put: Put): void {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (surnameOdds(a) < 2.5 || secondOdds(b) < 1 || pairTie(a, b) !== 0) return;
  const left = leftOf(text, at);
  if (left !== L_ROLE && left !== L_ROLE_EDGE) return;
  if (left === L_ROLE && pairTie(text.charCodeAt(at - 1), a) !== 0) return;
  const right = rightOf(text, at + 2);
  const next = text.charCodeAt(at + 2);
  if (right === R_OTHER || right === R_LATIN || (isHanCode(next) && pairTie(b, next) !== 0)) return;
  put(at, at + 2, 0.55);
}

/** 「姓名王明，」 */
function shortLabelled(text: string, at: number, put: Put): void {
  if (surnameOdds(text.charCodeAt(at)) < 2 || secondOdds(text.charCodeAt(at + 1)) < 0) return;
  if (!SURE_LABEL.test(text.slice(Math.max(0, at - 6), at))) return;
  if (NAME_ENDS.test(text.slice(at + 2, at + 6))) put(at, at + 2, 0.6);
}

/** 歐陽靖雯: four characters, with a title, a label or marks beside it. */
function doubleFull(text: string, at: number, put: Put): boolean {
  const [c, d] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)];
  if (!isHanCode(d)) return false;
  const right = rightOf(text, at + 4);
  if (right !== R_TITLE && (firstOdds(c) + secondOdds(d) < 0 || pairTie(c, d) === 2)) return false;
  if (firstOdds(c) + secondOdds(d) < -6 || titleAt(text, at + 2)) return false;
  const labelled = LABEL.test(text.slice(Math.max(0, at - 7), at));
  if (right > R_GROUP && !labelled) return false;
  put(at, at + 4, 0.91);
  return true;
}

/** What stands before the title at `at`: a whole name, a surname, a given name. */
function beforeTitle(text: string, at: number, title: TitleHere, put: Put): void {
  // 「吳 醫師」「夏毅然 醫師」
  let end = at;
  while (end > 0 && at - end < 2 && (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\u3000')) end--;
  const a = text.charCodeAt(end - 1);
  if (isBopomofo(a)) {
    spelled(text, end, title, put);
    return;
  }
  if (!isHanCode(a)) return;
  if (sharedTitle(text, at, title, put)) return;
  const b = text.charCodeAt(end - 2);
  const next = text.charAt(title.end);
  if (next === '節' || next === '傅' || next === '妹' || (next === '專' && text.startsWith('專線', title.end))) return;
  if (doubleAt(text, end - 2) && !isHanCode(text.charCodeAt(end - 3))) {
    put(end - 2, title.end, 0.85);
    return;
  }
  if (doubleAt(text, end - 2) && (leftOf(text, end - 2) !== L_OTHER || text.slice(end - 2, end) !== '東方')) {
    put(end - 2, title.end, 0.85);
    return;
  }
  if (japanese(text, end, title, put)) return;
  if (isSurnameCode[a] === 1) {
    const gap = at > end;
    const sure = title.kind !== 'soft' || (surnameOdds(a) >= 3 && leftOf(text, end - 1) !== L_OTHER);
    const thanked = text.charAt(end - 1) === '謝' && !isThanks(text, end - 1);
    if (sure && (thanked || !NOT_ALONE.test(text.slice(Math.max(0, end - 4), end)))) {
      const odds = aloneScore(text, end - 1) - (gap ? 1 : 0) + openBonus(text, end - 1, title);
      // 「推關醫師」: a rare surname, but nothing else can stand there.
      const only = title.kind !== 'soft' && standsAlone(text, end - 1);
      // 「林醫師和顏醫師」, though 和顏 is a word.
      const joined = /[和與跟及]/.test(text.charAt(end - 2)) && surnameOdds(a) >= 2;
      if (odds > 0 || joined || only) {
        const score = Math.min(0.86, scoreOf(joined ? Math.max(odds, 1) : only ? Math.max(odds, 0.3) : odds));
        put(end - 1, givenBehind(text, title) ? title.end + 2 : title.end, score);
      }
    }
  }
  if (title.kind === 'soft' && title.core === at && text.charAt(at) === '醫') return;
  const left = leftOf(text, end - 2);
  const opens = left === L_EDGE || left === L_LIST || left === L_INTRO || left === L_ROLE || left === L_ROLE_EDGE;
  if (!isHanCode(b)) return;
  const second = secondOdds(a);
  // 「夏昀醫師」
  if (
    isSurnameCode[b] === 1 &&
    surnameOdds(b) >= 2 &&
    second >= 0.5 &&
    pairTie(b, a) === 0 &&
    (opens || left === L_KIN || left === L_WEAK)
  ) {
    put(end - 2, end, 0.62);
    return;
  }
  if (givenTitled(text, end, title, opens, left)) put(end - 2, end, 0.6);
}

const isBopomofo = (code: number): boolean => (code >= 0x3105 && code <= 0x312f) || code === 0x2ca || code === 0x2cb;

/** 「ㄌㄧㄣˊ醫師」: a surname in sounds; one alone is a particle (「ㄉ醫師」). */
function spelled(text: string, end: number, title: TitleHere, put: Put): void {
  let from = end;
  while (end - from < 5 && isBopomofo(text.charCodeAt(from - 1))) from--;
  if (end - from >= 2 && end - from <= 4 && title.kind === 'staff') put(from, title.end, 0.6);
}

/** 「田中先生」「櫻井美代子小姐」 */
function japanese(text: string, end: number, title: TitleHere, put: Put): boolean {
  for (let length = 5; length >= 2; length--) {
    if (japaneseFirst[text.charCodeAt(end - length)] !== 1) continue;
    if (!JAPANESE_SURNAMES.has(text.slice(end - length, end - length + 2)) || end < length) continue;
    const left = leftOf(text, end - length);
    if (left === L_OTHER || (length === 2 && title.kind === 'soft')) continue;
    put(end - length, length === 2 ? title.end : end, 0.91);
    return true;
  }
  return false;
}

/** 「淑涵護理師」「幸子護理師」「小魚老師」「樂樂媽咪」: the two characters before a title as a given name. */
function givenTitled(text: string, end: number, title: TitleHere, opens: boolean, left: number): boolean {
  const [b, a] = [text.charCodeAt(end - 2), text.charCodeAt(end - 1)];
  if (a === b) {
    if (title.kind !== 'civil' || !/[媽爸]/.test(text.charAt(end))) return false;
    return (left === L_EDGE || left === L_INTRO) && !NOT_A_CHILD.test(text.slice(end - 2, end));
  }
  const [first, second] = [firstOdds(b), secondOdds(a)];
  if (opens && title.kind === 'staff' && pairTie(b, a) === 0) {
    if (text.charAt(end - 2) === '小') return second >= 1;
    if (text.charAt(end - 1) === '子' && (first >= 0.5 || JAPANESE.includes(text.charAt(end - 2)))) return true;
  }
  // 「敬佩護理人員」
  if (text.charAt(title.end - 1) === '員' && text.charAt(title.end - 2) === '人') return false;
  if (first + second < 2 || HOSPITALS.has(text.slice(end - 2, end))) return false;
  return givenScore(text, end - 2) > GIVEN_ENOUGH;
}

/** Short names of hospitals that are made of the characters of names: 「彰基院長」. */
const HOSPITALS = new Set(
  '彰基 嘉基 屏基 東基 門諾 義大 成大 高醫 北醫 中榮 高榮 北榮 奇美 慈濟 國泰 新光 振興 亞東 耕莘 秀傳 光田 敏盛 天晟 安南 柳營 輔大 三總 聯醫 萬芳 雙和 和信 聖功 若瑟 恩典 博愛 仁愛 和平 忠孝 陽明 中興 仁濟 宏恩 中心 大千 為恭 怡仁 長安 澄清 員榮 信義 佑民 德林 漢忠 寶建 安泰 童綜 阮綜 建佑 聖保'.split(
    ' ',
  ),
);

/** First characters of Japanese women's names in 子. */
const JAPANESE = '幸惠美洋明順良佳雅智京久和優純花真由';

/** 「林主任鴻銓」: the given name behind the title. */
function givenBehind(text: string, title: TitleHere): boolean {
  const [a, b] = [text.charCodeAt(title.end), text.charCodeAt(title.end + 1)];
  if (!isHanCode(a) || !isHanCode(b) || pairTie(a, b) !== 0 || title.kind !== 'staff') return false;
  const [first, second] = [firstOdds(a), secondOdds(b)];
  return first + second >= 3 && Math.min(first, second) >= 0.5 && rightOf(text, title.end + 2) !== R_TITLE;
}

/** Two characters of a given name with an end behind them. */
function isGivenAt(text: string, at: number): boolean {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (isSurnameCode[a] === 1 || pairTie(a, b) !== 0 || rightOf(text, at + 2) === R_OTHER) return false;
  const [first, second] = [firstOdds(a), secondOdds(b)];
  return first + second >= 3.5 && Math.min(first, second) >= 0.5;
}

/** A surname behind something that ends before it, and that is no word of speech. */
function standsAlone(text: string, at: number): boolean {
  if (SPOKEN.test(text.charAt(at)) || surnameOdds(text.charCodeAt(at)) < -3) return false;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  if (isHanCode(before) && pairTie(before, text.charCodeAt(at)) !== 0) return false;
  const left = leftOf(text, at);
  return left === L_EDGE || left === L_LIST || left === L_ROLE_EDGE || left === L_INTRO || left === L_ROLE;
}

const isJoint = new Uint8Array(0x10000);
for (const char of '、,和與跟及') isJoint[char.charCodeAt(0)] = 1;

/** 「彭、莊兩位護理師」「林和陳醫師」: surnames that share a title. */
function sharedTitle(text: string, at: number, title: TitleHere, put: Put): boolean {
  const end = text.charAt(at - 1) === '位' && /[兩二三幾]/.test(text.charAt(at - 2)) ? at - 2 : at;
  if (title.kind === 'soft' || end < 3 || isJoint[text.charCodeAt(end - 2)] === 0) return false;
  const [a, b] = [text.charCodeAt(end - 3), text.charCodeAt(end - 1)];
  if (Math.min(surnameOdds(a), surnameOdds(b)) < 1.5 || isSurnameCode[a] === 0 || isSurnameCode[b] === 0) return false;
  const left = leftOf(text, end - 3);
  if (left !== L_EDGE && left !== L_INTRO && left !== L_ROLE && left !== L_ROLE_EDGE && left !== L_LIST) return false;
  if (NOT_ALONE.test(text.slice(Math.max(0, end - 6), end - 2))) return false;
  put(end - 3, title.end, 0.75);
  return true;
}

/** Surnames that are words of speech: 「連醫師都」「向小姐說」. */
const SPOKEN = /[連向應任由於單成全管查到]/;

/** A surname that is a word too is one where nothing else can be meant: 「，沙小姐」「找冷小姐」. */
function openBonus(text: string, at: number, title: TitleHere): number {
  const char = text.charAt(at);
  if (char === '連' || char === '向') return leftOf(text, at) === L_ROLE ? 0 : -6;
  if (SPOKEN.test(char) && title.kind !== 'civil') return 0;
  if (at > 0 && isHanCode(text.charCodeAt(at - 1)) && pairTie(text.charCodeAt(at - 1), text.charCodeAt(at)) > 0)
    return 0;
  const left = leftOf(text, at);
  if (left === L_EDGE || left === L_LIST || left === L_ROLE_EDGE || left === L_INTRO || left === L_LATIN)
    return title.kind === 'civil' ? 3.5 : 2.5;
  return left === L_ROLE || left === L_WEAK ? 1 : 0;
}

/** 「林姓護理師」「姓林的護士」「看護姓林」 */
function namedBy(text: string, at: number, put: Put): void {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const title = titleAt(text, at + 1 + (text.charAt(at + 1) === '的' ? 1 : 0));
  const person =
    title ?? (/^(?:女子|男子|男|女|人員|民眾|醫護|護理|櫃)/.test(text.slice(at + 1, at + 3)) ? { end: at + 3 } : null);
  if (isSurnameCode[before] === 1 && surnameOdds(before) > -1 && person) {
    const from = doubleAt(text, at - 2) ? at - 2 : at - 1;
    const other = /^(?:女子|男子|男性|女性|人員|民眾)/.test(text.slice(at + 1, at + 3)) ? at + 3 : at + 1;
    put(from, title ? title.end : other, 0.8);
    return;
  }
  if (isSurnameCode[after] !== 1 || surnameOdds(after) < 0) return;
  const rest = text.slice(at + 2, at + 4);
  if (!/^(?:的|那|[\s,，。)）」!！]|$)/.test(rest)) return;
  // 「姓楊的那位醫師」: with the title, when it stands near.
  let of: TitleHere | null = null;
  if (text.charAt(at + 2) === '的')
    for (let from = at + 3; !of && from < at + 9 && isHanCode(text.charCodeAt(from)); from++) of = titleAt(text, from);
  put(at, of ? of.end : at + 2, 0.7);
}
