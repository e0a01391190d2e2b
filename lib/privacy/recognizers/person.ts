import { type Candidate, matches, type Recognizer } from '../recognizer.ts';
import {
  CIVIL_TITLES,
  DOUBLE_SURNAMES,
  GIVEN,
  NOT_A_GIVEN_NAME,
  NOT_BEFORE_TITLE,
  NOT_IN_NAME,
  STAFF_TITLES,
  SURNAMES,
  TOP_SURNAMES,
  WORDY_SURNAMES,
} from './names.ts';

const byLength = (a: string, b: string): number => b.length - a.length;
const TITLE = new RegExp(`(?:${[...STAFF_TITLES, ...CIVIL_TITLES].sort(byLength).join('|')})`, 'g');
const CIVIL = new RegExp(`^(?:${CIVIL_TITLES.join('|')})`);
const MASK = '[*＊○〇●Oo0XxＸ×_某]';
const MASKED = new RegExp(`([\\u4e00-\\u9fff])(${MASK}{1,2})([\\u4e00-\\u9fff])?`, 'gu');
const SURNAME_ONLY =
  /([\u4e00-\u9fff]{1,2})姓(?:的)?(?:男|女|年輕)?(?:主治醫師|醫師|醫生|護理師|護士|藥師|櫃檯|櫃台|志工|人員|小姐|先生|主任|治療師|諮詢師|助理|女子|男子)/g;
const HAN_NAME = '([\\u4e00-\\u9fff]{2,4})';
/** Words after which a full name is given, up to a mark or a word that no name goes on with. */
const LABELLED = new RegExp(
  `(?:姓名|中文名|名字是|名字叫|名字|全名|本名叫|本名|戶名|聯絡人|收件人|收件|寄件人|患者|病患|病人|當事人|本人|我叫|他叫|她叫|叫做|名叫|叫|我是|醫師是|醫生是|那位是|的是|找的人|寫給|轉給|與姓名|給|被|我(?:的)?(?:爸爸|媽媽|爸|媽|父親|母親|女兒|兒子|先生|太太|老公|老婆|弟弟|妹妹|哥哥|姊姊|姐姐|姑姑|阿姨|舅舅|叔叔|阿公|阿嬤|外婆|外公|爺爺|奶奶|妹|弟))\\s?[:：]?\\s?[「『]?${HAN_NAME}`,
  'g',
);
const SURE_LABEL = /^(?:姓名|中文名|全名|本名|戶名|聯絡人|收件|寄件人|名字|與姓名|本人)/;
const NAME_ENDS =
  /^(?:$|[\s,，.。、()（）／/；;:：!！?？」』\n~～])|^(?:您好|你好|收|敬上|家屬|會收|醫師|醫生|護理師|藥師|推薦|什麼時候|介紹|才|生|女士|先生|小姐|，|說)/;
const DR =
  /(?:(?<![A-Za-z])(?:Dr|DR|dr|Doctor|Mr|MR|Mrs|Ms|Miss|Nurse)\.?\s?)((?:[A-Z][A-Za-z'’-]+(?:\s[A-Z][a-z'’-]+)?)|[\u4e00-\u9fff])/g;
const LATIN_NAME = '([A-Z][a-zà-ỹ]{1,14}(?:\\s[A-ZĐ][a-zà-ỹ]{1,14}){0,3})';
const LATIN_TITLED = new RegExp(
  `(?<![A-Za-z@._/-])${LATIN_NAME}\\s?(?:護理師|醫師|醫生|諮詢師|教練|小姐|先生|老師|護士|助理|治療師|店長|經理|您好|你好|主任|的 ?(?:Threads|IG|LINE))`,
  'g',
);
const LATIN_LABELLED = new RegExp(
  `(?:英文名|我是|我叫|我|叫做?|姓名|名字|找|那個|男友|女友|朋友|同事|老公|老婆|姐姐|妹妹|教練|諮詢師|護理師|護理師叫|Her name is|My name is|姓名:)\\s?[:：]?\\s?${LATIN_NAME}(?=[\\s,，。、啦在您你說的是)）]|$)`,
  'g',
);
/** A romanised Chinese surname after a given name, at the head of an answer. */
const ROMAN =
  /(?<![A-Za-z])([A-Z][a-z]+\s(?:Chen|Lin|Huang|Chang|Lee|Li|Wang|Wu|Liu|Tsai|Yang|Hsu|Cheng|Hsieh|Hung|Kuo|Chiu|Tseng|Liao|Lai|Chou|Yeh|Su|Chuang|Lu|Chiang|Ho|Hsiao|Lo|Kao|Pan|Chien|Chu|Chung|Yu|Peng|Chan|Hu|Shih|Shen|Fang|Sung|Teng|Tu|Fu|Hou|Ma|Tang|Wen|Chao|Yen|Ko|Weng|Wei|Sun|Tai|Fan|Tsou|Nguyen|Tran|Santoso|Kim|Park))(?![A-Za-z])/g;
const NICKNAME =
  /(?:同事|看護|店員|叫|朋友|姊妹|學姊|學妹|助理)(阿[\u4e00-\u9fff])(?![姨公嬤伯婆爸媽])|(?<![\u4e00-\u9fff])(阿[寬凱桃傑明華美珠香玲德龍豪偉哲文國成強財土水])(?=說|的|在|跟|幫)/g;
const GIVEN_TITLED = /(?:[,，。！!\s的]|謝謝|感謝)(幸子|小[\u4e00-\u9fff])(?=護理師|醫師|物理治療師|治療師|諮詢師)/g;
const LISTED = /(?:^|[,，、／/：:;；\s])([\u4e00-\u9fff]{3})(?=[,，、／/;；\s(（])/g;

/** Three characters by themselves between marks. */
const BARE = /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{3})(?![\u4e00-\u9fff])/g;

const isHan = (char: string): boolean => char >= '㐀' && char <= '鿿';
const isSurname = (char: string): boolean => SURNAMES.has(char);
const givenOk = (name: string): boolean => [...name].every((c) => isHan(c) && !NOT_IN_NAME.has(c));
const doubleAt = (text: string, at: number): boolean => DOUBLE_SURNAMES.includes(text.slice(at, at + 2));

/** Full, given, masked and English names without the title after them; a surname alone only with its title. */
export const person: Recognizer = {
  types: ['PERSON'],
  applies: () => true,
  find({ text, latin, cjk, digits, numerals }) {
    const found: Candidate[] = [];
    const put = (start: number, end: number, score: number): void => {
      if (end > start) found.push({ type: 'PERSON', start, end, score });
    };
    if (cjk) {
      for (const m of matches(text, TITLE)) titled(text, m.index, m[0], put);
      listed(text, found, put);
      if (text.includes('姓')) {
        for (const m of matches(text, SURNAME_ONLY)) {
          const lead = m[1] ?? '';
          const one = isSurname(lead.slice(-1)) ? 1 : 0;
          const length = DOUBLE_SURNAMES.includes(lead) ? 2 : one;
          if (length > 0) put(m.index + lead.length - length, m.index + m[0].length, 0.8);
        }
      }
      for (const m of matches(text, MASKED)) masked(text, m, put);
      for (const m of matches(text, AFTER_TITLE)) afterTitle(m, put);
      for (const m of matches(text, LABELLED)) labelled(text, m, put);
      for (const m of matches(text, NICKNAME)) {
        const name = m[1] ?? m[2] ?? '';
        const at = m.index + m[0].indexOf(name);
        put(at, at + name.length, 0.5);
      }
      for (const m of matches(text, GIVEN_TITLED))
        put(m.index + m[0].length - (m[1] ?? '').length, m.index + m[0].length, 0.6);
      for (const m of matches(text, BARE)) {
        const name = m[1] ?? '';
        if (TOP_SURNAMES.has(name.charAt(0)) && bothGiven(name) && !COMMON_WORD.test(name))
          put(m.index, m.index + 3, 0.5);
      }
      // 「高志偉，1985/11/02，09…」: a name in a list of data.
      if (digits + numerals >= 8) {
        for (const m of matches(text, LISTED)) {
          const name = m[1] ?? '';
          if (isSurname(name.charAt(0)) && bothGiven(name) && !COMMON_WORD.test(name)) {
            const at = m.index + m[0].length - name.length;
            put(at, at + name.length, 0.55);
          }
        }
      }
    }
    if (latin >= 2) english(text, put);
    return found;
  },
};

const COMMON_WORD =
  /^(?:白內障|高血壓|高血脂|石牌站|金額|安寧|文山區|康復|成功|萬芳|馬偕|馬階|林口|高雄|花蓮|金門|方便|向上|利率|連絡|莊敬|溫馨|常常|應該|單據|管理|關係|路人|全部|文件|方式|於是|包含|時間|任何|計程|車牌|查詢|解釋|安全|華南|華佗|王品|龍潭|楊梅|江湖|葉酸|麥當勞|莫名|古早|毛孩|謝謝|余額|許可|高端|周邊|周末|曾經|施打|游泳|童裝|伍佰|段落|易經|林務|何時)/;

type Put = (start: number, end: number, score: number) => void;

/** 「護理師：賴泯臻」「主治 鄒錫訊」: the title stands before. */
const AFTER_TITLE = new RegExp(
  `(?:${STAFF_TITLES.join('|')}|主治|主責護理|護理)(?:[:：]|\\s|是|-|「){1,3}([\\u4e00-\\u9fff]{3})(?=[\\s,，、。.;；！!\\n」）)和及與]|$)`,
  'g',
);

function afterTitle(m: RegExpExecArray, put: Put): void {
  const name = m[1] ?? '';
  if (!isSurname(name.charAt(0)) || !givenOk(name.slice(1)) || COMMON_WORD.test(name)) return;
  const start = m.index + m[0].length - 3;
  put(start, start + 3, bothGiven(name) ? 0.8 : 0.5);
}

const bothGiven = (name: string): boolean => GIVEN.has(name.charAt(1)) && GIVEN.has(name.charAt(2));

/** Names in a row: after one name, 「、李莊葦、」 is another. */
const NEXT_IN_ROW =
  /^(?:醫師|醫生|護理師|護士|主任|專師|小姐|先生)?\s?[、,，和及與跟&/\s]\s?([\u4e00-\u9fff]{3})(?=[\s、,，。.;；！!/和及與跟）)]|醫師|醫生|護理師|護士|主任|等|$)/;

function listed(text: string, found: readonly Candidate[], put: Put): void {
  for (let i = 0; i < found.length && i < 400; i++) {
    const { end } = found[i] as Candidate;
    const m = NEXT_IN_ROW.exec(text.slice(end, end + 14));
    if (!m) continue;
    const name = m[1] ?? '';
    if (!isSurname(name.charAt(0)) || !bothGiven(name) || COMMON_WORD.test(name)) continue;
    const at = end + m[0].length - 3;
    if (!found.some((f) => f.start === at)) put(at, at + 3, 0.6);
  }
}

function titled(text: string, titleAt: number, title: string, put: Put): void {
  // 「夏毅然 醫師」
  const at =
    text.charAt(titleAt - 1) === ' ' && isSurname(text.charAt(titleAt - 4)) && GIVEN.has(text.charAt(titleAt - 2))
      ? titleAt - 1
      : titleAt;
  const a = text.charAt(at - 1);
  const b = text.charAt(at - 2);
  const c = text.charAt(at - 3);
  const d = text.charAt(at - 4);
  if (!isHan(a)) return;
  const civil = CIVIL.test(title);
  const after = text.slice(titleAt + title.length, titleAt + title.length + 2);
  if (/^(?:專線|節|傅|妹)/.test(after)) return;
  // 歐陽靖雯醫師, 歐陽醫師
  if (doubleAt(text, at - 4) && givenOk(b + a)) {
    put(at - 4, at, 0.9);
    return;
  }
  if (doubleAt(text, at - 2)) {
    put(at - 2, titleAt + title.length, 0.85);
    return;
  }
  const thanks = /[謝感]/.test(d);
  const fluent = GIVEN.has(b) && GIVEN.has(a);
  const full =
    isSurname(c) &&
    !(c === '謝' && thanks) &&
    isHan(b) &&
    (givenOk(b + a) || (fluent && TOP_SURNAMES.has(c))) &&
    (!TOP_SURNAMES.has(a) || (fluent && !isHan(d))) &&
    !COMMON_WORD.test(c + b + a);
  if (full && !(isSurname(b) && TOP_SURNAMES.has(b) && !TOP_SURNAMES.has(c) && isHan(d) && civil)) {
    put(at - 3, at, TOP_SURNAMES.has(c) || WORDY_SURNAMES.has(c) === false ? 0.85 : 0.65);
    return;
  }
  const lead = text.slice(Math.max(0, at - 5), at - 1);
  if (isSurname(a)) {
    // 「許多醫師」 never comes here; 「任何醫師」「也許醫師」 do.
    if (NOT_A_SURNAME_HERE.test(lead + a) && !(isHan(b) ? false : LEFT_OF_NAME.test(lead) && !/[連任何許於]/.test(a)))
      return;
    // 「非常感謝醫師」「感謝醫師」: thanks, not a name.
    if (a === '謝' && /[感謝致道多很也]/.test(b)) return;
    if (a === '向' || (/[費查房顧]/.test(a) && isHan(b))) return;
    if (!TOP_SURNAMES.has(a) && WORDY_SURNAMES.has(a) && isHan(b) && !LEFT_OF_NAME.test(lead)) return;
    put(at - 1, titleAt + title.length, TOP_SURNAMES.has(a) ? 0.85 : 0.65);
    return;
  }
  // 王明醫師: two characters, only after a boundary, since 「張開醫師」 may be anything.
  if (
    isSurname(b) &&
    givenOk(a) &&
    TOP_SURNAMES.has(b) &&
    (!isHan(c) || LEFT_OF_NAME.test(text.slice(Math.max(0, at - 6), at - 2))) &&
    !NOT_BEFORE_TITLE.test(b + a) &&
    !COMMON_WORD.test(b + a) &&
    !TWO_WORD.test(b + a)
  ) {
    put(at - 2, at, 0.55);
  }
}

const NOT_A_SURNAME_HERE =
  /(?:任何|如何|為何|也許|或許|最高|很高|大方|地方|對方|院方|官方|完全|齊全|現金|明白|方向|一向|經常|平常|通常|非常|正常|時常|反應|回應|簡單|名單|連|至於|由於|關於|順利|長官|健康|中文|英文|單|全|應|成|向|常|幸|解|查|計|商|關|管|於|利|路|車|辦公室|安)$/;
const LEFT_OF_NAME =
  /(?:^|[\s,，.。、()（）!！?？:：「『」』;；~～\n]|的|位|給|找|謝|看|掛|問|是|跟|和|與|讓|被|推|感|薦|叫|請|有|由|科|部|診|任|院|及|遇到|上|下|為|到|好|因|人|如|某|一|樓|姐|生|師)$/;
const TWO_WORD =
  /^(?:許多|何種|高級|方便|江湖|余額|曾經|周邊|謝謝|馬上|黃昏|白天|林口|張開|王牌|石頭|陳舊|楊梅|洪水|古人|簡單|莊家|施打|杜絕|連續|游泳|呂宋|葉子|蘇打|丁點|唐突|藍色|紅色|姜母|溫柔|康復|江山|何必|何況|何時|羅馬|潘朵|彭湖|曾任|詹姆|朱紅|程度|方才|謝絕|侯診|候診|李家)/;

function masked(text: string, m: RegExpExecArray, put: Put): void {
  const surname = m[1] ?? '';
  const mask = m[2] ?? '';
  const tail = m[3] ?? '';
  if (!isSurname(surname)) return;
  const start = m.index;
  const letters = /^[Oo0XxＸ_×某]+$/.test(mask);
  const next = text.slice(start + 1 + mask.length);
  const title =
    /^[\u4e00-\u9fff]?(?:醫師|醫生|護理師|護士|小姐|先生|女士|主任|護理長|院長|教授|藥師|同學|太太|專師|志工)/.test(
      next,
    );
  // Letters as a mask may be an abbreviation (陳X光): they need a title after them.
  if (letters && !title) return;
  if (tail !== '' && !NOT_IN_NAME.has(tail)) {
    put(start, start + 1 + mask.length + 1, title ? 0.92 : 0.75);
    return;
  }
  if (mask.length === 2 || title) put(start, start + 1 + mask.length, title ? 0.9 : 0.5);
}

function labelled(text: string, m: RegExpExecArray, put: Put): void {
  const run = m[1] ?? '';
  const at = m.index + m[0].length - run.length;
  const double = DOUBLE_SURNAMES.includes(run.slice(0, 2));
  if (!double && !isSurname(run.charAt(0))) return;
  for (const length of double ? [4, 3] : [3, 2]) {
    const name = run.slice(0, length);
    if (name.length < length || !givenOk(name.slice(double ? 2 : 1)) || COMMON_WORD.test(name)) continue;
    const rest = text.slice(at + length, at + length + 5);
    if (!NAME_ENDS.test(rest)) continue;
    const sure = SURE_LABEL.test(m[0]);
    if (length === 2 && !double && !sure) continue;
    if (!sure && !double && !GIVEN.has(name.charAt(1)) && !GIVEN.has(name.charAt(2))) continue;
    put(at, at + length, sure ? 0.85 : 0.65);
    return;
  }
}

function english(text: string, put: Put): void {
  for (const m of matches(text, DR)) {
    const name = m[1] ?? '';
    if (/^[A-Z]/.test(name) && NOT_A_GIVEN_NAME.test(name.split(' ')[0] ?? '') && !/^(?:Wu|Lee|Ho)$/.test(name))
      continue;
    if (isHan(name) && !isSurname(name)) continue;
    if (/^Dr\.?WU|DR\.WU|Martens/.test(m[0])) continue;
    const second = name.split(' ')[1];
    const length = second && NOT_A_GIVEN_NAME.test(second) ? (name.split(' ')[0] ?? '').length : name.length;
    put(m.index, m.index + m[0].length - name.length + length, 0.85);
  }
  for (const pattern of [LATIN_TITLED, LATIN_LABELLED]) {
    for (const m of matches(text, pattern)) {
      const name = m[1] ?? '';
      if (NOT_A_GIVEN_NAME.test(name.split(' ')[0] ?? '')) continue;
      const at = m.index + m[0].indexOf(name);
      put(at, at + name.length, pattern === LATIN_TITLED ? 0.8 : 0.6);
    }
  }
  for (const m of matches(text, ROMAN))
    if (!NOT_A_GIVEN_NAME.test((m[1] ?? '').split(' ')[0] ?? '')) put(m.index, m.index + m[0].length, 0.7);
}
