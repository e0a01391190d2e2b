import { type Candidate, type Glance, matches, type Put, type Recognizer } from '../recognizer.ts';
import { latinNames, uncasedNames } from './latin-names.ts';
import { LABEL, marriedAt, marriedFrom } from './married-names.ts';
import { maskedAt, maskOf } from './masked-names.ts';
import {
  isHanCode,
  isRareHigh,
  L_INTRO,
  L_KIN,
  L_LATIN,
  L_LIST,
  L_OTHER,
  L_ROLE,
  L_ROLE_EDGE,
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
import { fullScore } from './name-score.ts';
import { DOUBLE_SURNAMES, FAMOUS, WORDS } from './names.ts';
import { isDoubledAt, nicknameAt } from './nicknames.ts';
import { isNobodys } from './nobodys-names.ts';
import { apartTitled, initialTitled, latinTitled, shortTitled, vietnamese } from './short-titles.ts';
import { afterTitle, beforeTitle, cued, doubleAt, isThanks, scoreOf } from './titled-names.ts';
import { mayBeTitle, opensTitle, type TitleHere, titleAt } from './titles.ts';

/** 姓 as a word: 「林姓護理師」「姓林的護士」「護理師姓林」. */
const XING = '姓'.charCodeAt(0);
const SHI = '氏'.charCodeAt(0);
/** 院 of 院長 and 董 of 董事長, alone behind a surname. */
const [YUAN, DONG] = ['院'.charCodeAt(0), '董'.charCodeAt(0)];
const APART = /[.·・_*/|-]/;
/** Below it no character is Han. */
const HAN = 0x3400;
const LOWER_S = 's'.charCodeAt(0);
const XIE = '謝'.charCodeAt(0);
/** Surnames that are mostly words of speech. */
const [LIAN, XIANG] = ['連'.charCodeAt(0), '向'.charCodeAt(0)];
/** A name that may be one with a name beside it. */
const MAYBE = -4;
/** Annotators leave out some names, so that the odds of the model are low by about this. */
const ENOUGH = -0.9;
/** What a label or a list of data adds to the odds of a name. */
const LABEL_BONUS = 3.5;
const SURE_LABEL = /(?:姓名|中文名|全名|本名叫?|戶名|聯絡人|收件人?|寄件人|名字[是叫]?|本人|叫做?)[\s:：「『]{0,2}$/;
const NAME_ENDS =
  /^(?:$|[\s,，.。、()（）／/；;:：!！?？」』\n~～|])|^(?:您好|你好|收|敬上|家屬|會收|都沒|推薦|什麼時候|介紹|才|生|說|的)/;
const NICKNAME =
  /(?:同事|看護|店員|叫|朋友|姊妹|學姊|學妹|助理|護士|護理師|感謝|謝謝)(阿(?![姨公嬤伯婆爸媽長姐姊北])[\u4e00-\u9fff])|(?<![\u4e00-\u9fff])(阿[寬凱桃傑明華美珠香玲德龍豪偉哲文國成強財土水芬娟英雄芳])(?=說|的|在|跟|幫|姐|姊|哥)/g;
/** 「一位叫佳蓉的護理師」「名牌寫佳蓉」 */
const CALLED = /(?:叫做?|名叫|名字[是叫]?|名牌[是寫]|名為|全名)[\s:：「『]{0,2}(?=[\u4e00-\u9fff]{2})/g;
/** Last characters of places: 「莊敬路」. */
const PLACE = /[路街區站村巷鎮縣市橋廟宮]/;

const SURNAME = 1;
const TITLE = 2;
const MASK = 4;
const NAMED = 8;
const MARK = 16;
const DOT = 32;
const NICK = 64;
const CUE = 128;
const CALL = 256;
/** What may start at a character: one look decides that most places hold nothing. */
const starts = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code++)
  starts[code] = (isSurnameCode(code) ? SURNAME : 0) | (opensTitle(code) ? TITLE : 0) | (maskOf[code] !== 0 ? MASK : 0);
for (const name of DOUBLE_SURNAMES) starts[name.charCodeAt(0)] = (starts[name.charCodeAt(0)] as number) | SURNAME;
starts[XING] = NAMED;
for (const mark of [0x3001, 0x2c]) starts[mark] = MARK;
for (const dot of '·‧・•') starts[dot.charCodeAt(0)] = DOT;
for (const nick of '小阿老') starts[nick.charCodeAt(0)] = (starts[nick.charCodeAt(0)] as number) | NICK;

for (const cue of '謝薦推找定台檯夜班站室房局所心')
  starts[cue.charCodeAt(0)] = (starts[cue.charCodeAt(0)] as number) | CUE;

for (const call of '叫名') starts[call.charCodeAt(0)] = (starts[call.charCodeAt(0)] as number) | CALL;

/** Full, given, masked and English names without the title after them; a surname alone only with its title. */
export const person: Recognizer = {
  types: ['PERSON'],
  applies: () => true,
  find(glance) {
    const found: Candidate[] = [];
    const put: Put = (start, end, score) => {
      if (end > start && !FAMOUS.has(glance.text.slice(start, end)) && !isNobodys(glance.text, start, end))
        found.push({ type: 'PERSON', start, end, score });
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
  let called = false;
  let nicked = false;
  for (let at = 0; at < text.length; at++) {
    const start = starts[text.charCodeAt(at)] as number;
    if (start === 0) continue;
    if (start & SURNAME) fullAt(text, at, data, maybe, put);
    if (start & TITLE && at >= titleEnd) {
      if (text.charCodeAt(at + 1) < HAN && APART.test(text.charAt(at + 1))) apartTitled(text, at, put);
      const title = mayBeTitle(text, at) ? titleAt(text, at) : null;
      if (title) {
        titleEnd = title.end;
        if (title.kind !== 'soft') initialTitled(text, at, title.end, put);
        beforeTitle(text, at, title, put);
        if (title.kind === 'staff') afterTitle(text, title.end, put);
      }
    }
    if (start & MASK) maskedAt(text, at, put);
    else if (start & NAMED) namedBy(text, at, put);
    else if (start & MARK) {
      const mark = at;
      at = givenRow(text, at, put);
      // What is skipped may hold any of them.
      if (at > mark) called = nicked = true;
    } else if (start & DOT) dotted(text, at, put);
    else if (start & NICK) nicknameAt(text, at, put);
    if (start & CUE) cued(text, at, put);
    if (start & CALL) called = true;
    if (start & NICK) nicked = true;
  }
  if (called) {
    for (const m of matches(text, CALLED)) {
      const at = m.index + m[0].length;
      if (isGivenAt(text, at) || isDoubledAt(text, at)) put(at, at + 2, 0.55);
    }
  }
  if (nicked && text.includes('阿')) {
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
    if (end - start !== 3 || !isSurnameCode(text.charCodeAt(start))) continue;
    if (!isHanCode(text.charCodeAt(start + 1)) || !isHanCode(text.charCodeAt(start + 2))) continue;
    if (titleAt(text, start + 1)) continue;
    // 「怡安」 of 柯怡安, unless it is a word.
    const ties = pairTie(text.charCodeAt(start + 1), text.charCodeAt(start + 2)) !== 0;
    const name = ties ? text.slice(start, end) : text.slice(start + 1, end);
    const own = end - name.length;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (at === own) continue;
      const from = text.charAt(at - 1) === text.charAt(start) && !ties ? at - 1 : at;
      starts ??= new Set(found.map((f) => f.start));
      if (starts.has(from)) continue;
      starts.add(from);
      put(from, at + name.length, 0.55);
    }
  }
}

function fullAt(text: string, at: number, data: boolean, maybe: Map<number, number>, put: Put): void {
  const code = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  if (!isHanCode(b) && !isRareHigh(b)) {
    if (((b >= 0x41 && b <= 0x5a) || b === LOWER_S) && !(code === XIE && isThanks(text, at)))
      latinTitled(text, at, put);
    else if (b === 0x20) spaced(text, at, put);
    return;
  }
  if (doubleAt(text, at) && doubleFull(text, at, put)) return;
  if (!isSurnameCode(code)) return;
  if (b === YUAN || b === DONG) {
    shortTitled(text, at, put);
    return;
  }
  if (b === SHI) {
    vietnamese(text, at, put);
    return;
  }
  if (isRareHigh(b) || isRareHigh(c)) {
    rareAt(text, at, put);
    return;
  }
  if (!isHanCode(c)) {
    shortLabelled(text, at, put);
    shortBehindRole(text, at, put);
    return;
  }
  if (isSurnameCode(b) && marriedAt(text, at)) {
    put(at, at + 4, 0.91);
    return;
  }
  const least = !opensTitle(text.charCodeAt(at + 3)) ? -5 : -7;
  if (b === XING || firstOdds(b) + secondOdds(c) <= least || code === b || (b === c && firstOdds(b) < 0.5)) return;
  let odds = fullScore(text, at);
  if (odds <= ENOUGH && titledAlone(text, at)) odds = ENOUGH + 0.1;
  if (odds < MAYBE) return;
  // 「感謝淳涵」: thanks, not a name; 「鄧牙醫師」「張社工」: a surname with its title.
  if (code === XIE && isThanks(text, at)) return;
  // 「病房于婷」
  if (surnameOdds(code) < 2 && at > 0 && pairTie(text.charCodeAt(at - 1), code) === 2) return;
  // 「莊敬路」
  if (PLACE.test(text.charAt(at + 2)) && rightOf(text, at + 3) > R_LIST) return;
  if (coversTitle(text, at)) return;
  if (WORDS.has(text.slice(at, at + 2)) && rightOf(text, at + 3) !== R_TITLE) return;
  // 「沒有任何北部醫師」, but 「主任何文彬」
  if (
    pairTie(text.charCodeAt(at - 1), code) !== 0 &&
    WORDS.has(text.slice(at - 1, at + 1)) &&
    leftOf(text, at) !== L_INTRO &&
    text.charAt(at - 2) !== '主'
  )
    return;
  if (odds < 1) {
    const before = text.slice(Math.max(0, at - 7), at);
    if (LABEL.test(before) && NAME_ENDS.test(text.slice(at + 3, at + 7))) odds += LABEL_BONUS;
    else if (data && rightOf(text, at + 3) <= R_EDGE && leftOf(text, at) <= L_LIST) odds += 1.5;
  }
  // 「連打掃阿姨都」, but 「叫做連朗宜」
  if (odds < 1 && (code === LIAN || code === XIANG) && leftOf(text, at) <= L_LIST) return;
  if (odds > ENOUGH) put(marriedFrom(text, at), at + 3, scoreOf(odds));
  else {
    maybe.set(at, odds);
    shortLabelled(text, at, put);
    shortBehindRole(text, at, put);
  }
}

/** 「感謝林大文醫師」: everyday characters, but a usual surname, a title, and no word across the edges. */
function titledAlone(text: string, at: number): boolean {
  if (!opensTitle(text.charCodeAt(at + 3)) || surnameOdds(text.charCodeAt(at)) < 2) return false;
  if (rightOf(text, at + 3) !== R_TITLE) return false;
  const left = leftOf(text, at);
  if (left === L_OTHER || left === L_KIN || left === L_LATIN) return false;
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  if (pairTie(a, b) !== 0 || pairTie(b, c) !== 0) return false;
  return at === 0 || !isHanCode(text.charCodeAt(at - 1)) || pairTie(text.charCodeAt(at - 1), a) === 0;
}

function coversTitle(text: string, at: number): boolean {
  if (!opensTitle(text.charCodeAt(at + 1)) && !opensTitle(text.charCodeAt(at + 2))) return false;
  const first = titleAt(text, at + 1);
  if (first && first.kind !== 'soft') return true;
  const second = titleAt(text, at + 2);
  // 「黃文男主任」「王一中醫師」: the last character of the name is no part of the title.
  return second !== null && second.kind !== 'soft' && !/[中男]/.test(text.charAt(at + 2));
}

/** A given name with a character beyond the basic plane: hardly ever anything else. */
function rareAt(text: string, at: number, put: Put): void {
  const odd = isRareHigh(text.charCodeAt(at + 1));
  const other = text.charCodeAt(odd ? at + 3 : at + 1);
  if (!isHanCode(other) || Math.max(firstOdds(other), secondOdds(other)) < -2 || surnameOdds(text.charCodeAt(at)) < 1)
    return;
  if (leftOf(text, at) !== L_OTHER || rightOf(text, at + 4) === R_TITLE) put(at, at + 4, 0.7);
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
  if (secondOdds(b) < 1 || pairTie(a, b) !== 0) return;
  // 「護理師雷琇，」: a surname that is a word too, but hardly a character that is not of names.
  if (surnameOdds(a) < 2.5 && (surnameOdds(a) < 0 || secondOdds(b) < 4)) return;
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
  // 「上官婉諮詢師」
  if (isHanCode(c) && secondOdds(c) >= 0 && rightOf(text, at + 3) === R_TITLE && titleAt(text, at + 2) === null) {
    put(at, at + 3, 0.91);
    return true;
  }
  if (!isHanCode(d)) return false;
  const right = rightOf(text, at + 4);
  if (right !== R_TITLE && (firstOdds(c) + secondOdds(d) < 0 || pairTie(c, d) === 2)) return false;
  if (firstOdds(c) + secondOdds(d) < -6 || titleAt(text, at + 2)) return false;
  const labelled = LABEL.test(text.slice(Math.max(0, at - 7), at));
  if (right > R_GROUP && !labelled) return false;
  put(at, at + 4, 0.91);
  return true;
}

/** Two characters of a given name with an end behind them. */
function isGivenAt(text: string, at: number): boolean {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (isSurnameCode(a) || pairTie(a, b) !== 0 || rightOf(text, at + 2) === R_OTHER) return false;
  const [first, second] = [firstOdds(a), secondOdds(b)];
  return first + second >= 3.5 && Math.min(first, second) >= 0.5;
}

/** 「林姓櫃檯」: who sits there is called by the desk. */
const DESK = /^(?:櫃[檯台]|前[台檯]|總機|行政|批價|掛號)(?:人員|員)?/;

/** 「林姓護理師」「姓林的護士」「看護姓林」 */
function namedBy(text: string, at: number, put: Put): void {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const title = titleAt(text, at + 1 + (text.charAt(at + 1) === '的' ? 1 : 0));
  const person =
    title ??
    (/^(?:女子|男子|男|女|人員|民眾|醫護|護理|櫃|前[台檯]|總機|行政|批價|掛號)/.test(text.slice(at + 1, at + 3))
      ? { end: at + 3 }
      : null);
  if (isSurnameCode(before) && surnameOdds(before) > -1 && person) {
    const from = doubleAt(text, at - 2) ? at - 2 : at - 1;
    const other = /^(?:女子|男子|男性|女性|人員|民眾)/.test(text.slice(at + 1, at + 3)) ? at + 3 : at + 1;
    const desk = title ? null : DESK.exec(text.slice(at + 1, at + 6));
    put(from, title ? title.end : desk ? at + 1 + desk[0].length : other, 0.8);
    return;
  }
  // 「自稱姓「方」」
  if (
    /[「『]/.test(text.charAt(at + 1)) &&
    /[」』]/.test(text.charAt(at + 3)) &&
    isSurnameCode(text.charCodeAt(at + 2))
  ) {
    put(at, at + 4, 0.7);
    return;
  }
  if (!isSurnameCode(after) || surnameOdds(after) < 0) return;
  const rest = text.slice(at + 2, at + 4);
  if (!/^(?:的|那|[\s,，。)）」!！]|$)/.test(rest)) return;
  // 「姓楊的那位醫師」: with the title, when it stands near.
  let of: TitleHere | null = null;
  if (text.charAt(at + 2) === '的')
    for (let from = at + 3; !of && from < at + 9 && isHanCode(text.charCodeAt(from)); from++) of = titleAt(text, from);
  put(at, of ? of.end : at + 2, 0.7);
}
