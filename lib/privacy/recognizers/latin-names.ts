import { matches, type Put } from '../recognizer.ts';
import { englishNames } from './english-names.ts';
import { firstOdds, isSurnameCode, pairTie, secondOdds } from './name-odds.ts';
import { ENGLISH_NAMES, NOT_A_GIVEN_NAME } from './names.ts';

/** English, Vietnamese and romanised names: with a title, a label, or a romanised surname. */

const DR =
  /(?<![A-Za-z])(?:(?:Dr|DR|dr|Doctor|Mr|MR|Mrs|Ms|Miss|Nurse)\.?\s?)((?:[A-Z][A-Za-z'’-]{1,20}(?:\s[A-Z][a-z'’-]{1,20})?)|[\u4e00-\u9fff])/g;
const LATIN_NAME = '([A-Z][a-zà-ỹ]{1,14}(?:\\s[A-ZĐ][a-zà-ỹ]{1,14}){0,3})';
const TITLED = new RegExp(
  `(?<![A-Za-z@._/-])${LATIN_NAME}\\s?(?:護理師|護理長|護士|醫師|醫生|院長|藥師|諮詢師|個管師|美容師|營養師|教練|小姐|先生|老師|助理|治療師|店長|經理|專員|客服|驗光師|美療師|心理師|獸醫|教授|學姐|學姊|副理|您好|你好|主任|媽咪|媽媽|爸爸|姐|姊|哥|的 ?(?:Threads|IG|LINE))`,
  'g',
);
const LABELLED = new RegExp(
  `(?:英文名|我是|我叫|我|叫做?|姓名|名字|找|那個|感謝|謝謝|推薦|男友|女友|朋友|同事|老公|老婆|姐姐|妹妹|教練|諮詢師|護理師|護士|護理師叫|Her name is|My name is|姓名:)\\s?[:：]?\\s?${LATIN_NAME}(?=[\\s,，。、!！啦在您你說的是很超)）]|$)`,
  'g',
);
/** A romanised Chinese surname after a given name. */
const ROMAN =
  /(?<![A-Za-z])([A-Z][a-z]{1,14}\s(?:Chen|Lin|Huang|Chang|Lee|Li|Wang|Wu|Liu|Tsai|Yang|Hsu|Cheng|Hsieh|Hung|Kuo|Chiu|Tseng|Liao|Lai|Chou|Yeh|Su|Chuang|Lu|Chiang|Ho|Hsiao|Lo|Kao|Pan|Chien|Chu|Chung|Yu|Peng|Chan|Hu|Shih|Shen|Fang|Sung|Teng|Tu|Fu|Hou|Ma|Tang|Wen|Chao|Yen|Ko|Weng|Wei|Sun|Tai|Fan|Tsou|Nguyen|Tran|Santoso|Kim|Park|Kuo|Zhang|Zhao|Zhou|Xu|Guo|Tan|Wong|Cheung|Lam|Ng))(?![A-Za-z])/g;
/** 「諮詢師Vicky一直推銷」: after a role any capitalised word is a name. */
const AFTER_ROLE =
  /(?:護理師|諮詢師|教練|主任|醫師|醫生|院長|護士|美容師|藥師|個管師|治療師|店長|專員|學姐|學姊|櫃[台檯]|前[台檯]|助理|營養師|驗光師|心理師|衛教師|美療師|老師|牙助|跟診|看護|客服|藥劑師|社工師?|志工|書記|店員|服務員|服務生|經理|組長|督導|小姐|阿姨|一位|看護工|移工)\s?[是叫]?[:：]?([A-Z][a-z]{2,11})(\s[A-Z][a-z]{2,14})?(?![A-Za-z0-9])/g;
/** 「找Tina預約」「Amy很親切」: a usual name beside what is said of people. */
const USUAL = /(?<![A-Za-z@._/-])([A-Z][a-z]{1,10})(?![A-Za-z0-9@_.])/g;
const TO_PERSON = /(?:找|感謝|謝謝|推薦|推|給|問|跟|和|叫|位|的)\s?$/;
const OF_PERSON =
  /^\s?(?:很|超|真|非常|態度|人|幫|說|跟|也|您|你|預約|做|小姐|是|本人|教|回|介紹|手[法很]|服務|有耐心|最|都|好[棒親專有]|[兩三幾]位)/;
/** Surnames as they are romanised here, in small letters or capitals too: 「LIN醫師」「dr. chen」. */
const ROMAN_SURNAMES =
  'chen lin huang chang lee li wang wu liu tsai yang hsu cheng hsieh hung kuo chiu tseng liao lai chou yeh chuang chiang hsiao kao chien chung peng chan hu shih shen fang sung teng hou tang wen chao yen ko weng wei tsou zhang zhao zhou xu guo jian zheng cai xie ye';
const ANY_CASE = new Set([...ROMAN_SURNAMES.split(' '), ...[...ENGLISH_NAMES].map((name) => name.toLowerCase())]);
/** English words of its small letters. */
for (const word of [
  'may',
  'will',
  'mark',
  'ray',
  'joy',
  'rose',
  'grace',
  'ivy',
  'iris',
  'max',
  'sunny',
  'candy',
  'coco',
])
  ANY_CASE.delete(word);
const WORD = /[A-Za-z]{2,12}/g;
const DOCTOR_BEFORE = /(?<![A-Za-z])(?:dr|doctor|nurse)(?:\.\s?|\s)$/i;
const ROLE_BEFORE = /(?:護理師|護士|醫師|醫生|藥師|治療師|諮詢師|個管師|營養師|助理|教練|老師|櫃檯|櫃台)\s?[:：]?$/;
const ROLE_AFTER = /^\s?(?:護理師|護理長|護士|醫師|醫生|藥師|治療師|小姐|先生|主任)/;

/** 「dr. chen」「LIN醫師」「護理師 amy」: usual names in any letters, beside a title. */
export function uncasedNames(text: string, put: Put): void {
  for (const m of matches(text, WORD)) {
    const start = m.index;
    const end = start + m[0].length;
    if (!ANY_CASE.has(m[0].toLowerCase()) || /[A-Za-z0-9@._/-]/.test(text.charAt(end))) continue;
    const before = text.slice(Math.max(0, start - 8), start);
    const doctor = DOCTOR_BEFORE.exec(before);
    if (doctor && !/^dr\.wu/i.test(doctor[0] + m[0])) put(start - doctor[0].length, end, 0.58);
    else if (/[A-Za-z@._/-]$/.test(before)) continue;
    else if (ROLE_BEFORE.test(before) || ROLE_AFTER.test(text.slice(end, end + 5))) put(start, end, 0.58);
  }
}

/** A name at the head, before its data: 「Linda，生日…」. */
const HEAD = /^([A-Z][a-z]{2,11})[,，](?=\s?(?:生日|手機|電話|病歷|身分證|健保卡|證號))/;

/** 「Dr.林大文」: two more characters of a given name behind the surname. */
function fullBehind(text: string, at: number): boolean {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return a >= 0x3400 && b >= 0x3400 && pairTie(a, b) === 0 && firstOdds(a) + secondOdds(b) >= 1.5;
}

/** Three words with a blank between. */
const SENTENCE = /[A-Za-z.,] [A-Za-z][A-Za-z.-]{0,12} [A-Za-z]|[A-Z][a-z]{1,6}-[A-Z]/;
const CAPITALISED = /[A-Z][a-zà-ỹ]/;

/** Words, but right behind a role names: 「美容師Apple」. */
const NAME_TOO = /^(?:Apple|May|Love|Will)$/;

const isAWord = (name: string): boolean => NOT_A_GIVEN_NAME.test(name.split(' ')[0] ?? '');

export function latinNames(text: string, put: Put): void {
  for (const m of matches(text, DR)) {
    const name = m[1] ?? '';
    const han = name.charCodeAt(0) >= 0x3400;
    if (han && fullBehind(text, m.index + m[0].length)) {
      put(m.index + m[0].length - 1, m.index + m[0].length + 2, 0.85);
      continue;
    }
    if (han ? !isSurnameCode(name.charCodeAt(0)) : isAWord(name) && !/^(?:Wu|Lee|Ho)\b/.test(name)) continue;
    if (/^Dr\.?WU|DR\.WU|Martens/.test(m[0])) continue;
    const second = name.split(' ')[1];
    // 「Dr. Jason Wu」, but 「Dr. Chen Thank you」.
    const length =
      second && second !== 'Wu' && NOT_A_GIVEN_NAME.test(second) ? (name.split(' ')[0] ?? '').length : name.length;
    put(m.index, m.index + m[0].length - name.length + length, 0.85);
  }
  // 「X光」「ICU」 alone: none of what follows can be there.
  if (!CAPITALISED.test(text)) return;
  if (SENTENCE.test(text)) englishNames(text, put);
  for (const [pattern, score] of [
    [TITLED, 0.8],
    [LABELLED, 0.6],
  ] as const) {
    for (const m of matches(text, pattern)) {
      const name = m[1] ?? '';
      if (isAWord(name)) continue;
      const at = m.index + m[0].indexOf(name);
      put(at, at + name.length, score);
    }
  }
  for (const m of matches(text, ROMAN)) if (!isAWord(m[1] ?? '')) put(m.index, m.index + m[0].length, 0.7);
  for (const m of matches(text, AFTER_ROLE)) {
    const name = m[1] ?? '';
    const second = m[2] ?? '';
    const start = m.index + m[0].length - name.length - second.length;
    const both = second !== '' && !isAWord(second.trim());
    if (!isAWord(name) || (NAME_TOO.test(name) && second === ''))
      put(start, start + name.length + (both ? second.length : 0), 0.6);
  }
  for (const m of matches(text, USUAL)) {
    const end = m.index + m[0].length;
    if (!ENGLISH_NAMES.has(m[0])) continue;
    if (TO_PERSON.test(text.slice(Math.max(0, m.index - 3), m.index)) || OF_PERSON.test(text.slice(end, end + 4)))
      put(m.index, end, 0.55);
  }
  const head = HEAD.exec(text);
  if (head && !isAWord(head[1] ?? '')) put(0, (head[1] ?? '').length, 0.6);
}
