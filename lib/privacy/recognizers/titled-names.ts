import type { Put } from '../recognizer.ts';
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
  R_LIST,
  R_OTHER,
  R_SAID,
  R_TITLE,
  rightOf,
} from './name-context.ts';
import { firstOdds, isSurnameCode, pairTie, secondOdds, surnameOdds } from './name-odds.ts';
import { aloneScore, givenScore } from './name-score.ts';
import { DOUBLE_SURNAMES, GIVEN_WORDS, JAPANESE_SURNAMES } from './names.ts';
import { isNickname, isSister, nicknameBefore, nicknameBehind, nicknamesCounted } from './nicknames.ts';
import { type TitleHere, titleAt } from './titles.ts';

/** Names by what stands beside them: a title before or behind, thanks. */

/** Least odds of a given name by itself. */
const GIVEN_ENOUGH = 0.1;
const OF = '的'.charCodeAt(0);
const SHI = '氏'.charCodeAt(0);
/** 「老師傅」 is no 老師 called 傅. */
const FU = '傅'.charCodeAt(0);
/** 「樂樂媽咪」: a child's name. */
const NOT_A_CHILD =
  /寶寶|爸爸|媽媽|奶奶|爺爺|弟弟|妹妹|哥哥|姊姊|姐姐|太太|狗狗|貓貓|謝謝|常常|剛剛|往往|每每|天天|人人/;
const NOT_ALONE =
  /(?:任何|如何|為何|幾何|也許|或許|允許|最高|很高|大方|地方|對方|院方|官方|完全|齊全|現金|明白|方向|一向|經常|平常|通常|非常|正常|時常|反應|回應|簡單|名單|至於|由於|關於|順利|長官|健康|中文|英文|[感謝致道多很也]謝|主管|女|[㐀-鿿\d]成|向|查|房|[由關至處屬]于)$/;

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
/** Surer than another reading of the same characters, never surer than a checked number. */
export const scoreOf = (odds: number): number => 0.4 + 0.5 * probability(odds);

const doubleFirst = new Uint8Array(0x10000);
for (const name of DOUBLE_SURNAMES) doubleFirst[name.charCodeAt(0)] = 1;
export const doubleAt = (text: string, at: number): boolean =>
  at >= 0 && doubleFirst[text.charCodeAt(at) | 0] === 1 && DOUBLE_SURNAMES.includes(text.slice(at, at + 2));

const japaneseFirst = new Uint8Array(0x10000);
for (const name of JAPANESE_SURNAMES) japaneseFirst[name.charCodeAt(0)] = 1;

/** 「護士節」「老師傅」「白醫生袍」「高醫師資」: the title goes on as another word. */
const RUNS_ON = /^..[節傅妹袍]|^..專線|[師士]資|^..服(?!務)|^..公會|^..執照|^..證[書照]|^..國考|^..世家|^.師法/;

/** What stands before the title at `at`: a whole name, a surname, a given name. */
export function beforeTitle(text: string, at: number, title: TitleHere, put: Put): void {
  // 「吳 醫師」「夏毅然 醫師」
  let end = at;
  while (end > 0 && at - end < 2 && (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\u3000')) end--;
  const a = text.charCodeAt(end - 1);
  if (isBopomofo(a)) {
    spelled(text, end, title, put);
    return;
  }
  // 「吳氏牙醫」: a house, not a person.
  if (!isHanCode(a) || a === SHI) return;
  if (sharedTitle(text, at, title, put)) return;
  nicknamesCounted(text, at, put);
  const b = text.charCodeAt(end - 2);
  if (RUNS_ON.test(text.slice(title.end - 2, title.end + 2))) return;
  if (doubleAt(text, end - 2) && !isHanCode(text.charCodeAt(end - 3))) {
    put(end - 2, title.end, 0.85);
    return;
  }
  if (doubleAt(text, end - 2) && (leftOf(text, end - 2) !== L_OTHER || text.slice(end - 2, end) !== '東方')) {
    put(end - 2, title.end, 0.85);
    return;
  }
  if (japanese(text, end, title, put)) return;
  if (isSurnameCode(a)) {
    const gap = at > end;
    // 「成大護士」: a hospital and 大.
    if (title.core > at && HOSPITALS.has(text.slice(end - 1, end + 1))) return;
    // 「祝老闆生意興隆」
    if (text.charAt(at) === '老' && title.kind === 'civil' && surnameOdds(a) < 2) return;
    // 「對于醫生來說」, but 「對于小姐的態度」
    if (title.kind === 'staff' && text.startsWith('對于', end - 2)) return;
    const sure = title.kind !== 'soft' || (surnameOdds(a) >= 3 && leftOf(text, end - 1) !== L_OTHER);
    const thanked = text.charAt(end - 1) === '謝' && !isThanks(text, end - 1);
    if (ownSurname(text, end - 1)) put(end - 4, title.end, 0.92);
    else if (sure && (thanked || !NOT_ALONE.test(text.slice(Math.max(0, end - 4), end)))) {
      const odds = aloneScore(text, end - 1, title.end) - (gap ? 1 : 0) + openBonus(text, end - 1, title);
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
  if (title.kind === 'soft' && isSisterOf(text, end - 1)) put(end - 1, title.end, 0.54);
  const left = leftOf(text, end - 2);
  const opens = left === L_EDGE || left === L_LIST || left === L_INTRO || left === L_ROLE || left === L_ROLE_EDGE;
  if (!isHanCode(b)) return;
  const second = secondOdds(a);
  // 「夏昀醫師」
  if (
    isSurnameCode(b) &&
    surnameOdds(b) >= 2 &&
    second >= 0.5 &&
    pairTie(b, a) === 0 &&
    (opens || left === L_KIN || left === L_WEAK)
  ) {
    put(end - 2, end, 0.62);
    return;
  }
  if (nicknameBefore(text, end, title, opens, put)) return;
  if (givenTitled(text, end, title, opens, left)) put(end - 2, end, 0.6);
}

/** 「清潔的玲姊」「感謝玲姐」: one character of a given name before 姐. */
function isSisterOf(text: string, at: number): boolean {
  if (!isSister(text, at) || secondOdds(text.charCodeAt(at)) < 2 || /[表堂胞乾親二三四]/.test(text.charAt(at)))
    return false;
  const left = leftOf(text, at);
  if (left === L_OTHER || left === L_KIN || left === L_LATIN) return false;
  return !isHanCode(text.charCodeAt(at - 1)) || pairTie(text.charCodeAt(at - 1), text.charCodeAt(at)) === 0;
}

/** 「感謝」「謝謝」, but not the surname in 「感謝謝醫師」. */
export const isThanks = (text: string, at: number): boolean =>
  /[感致多道]/.test(text.charAt(at - 1)) || (text.charAt(at - 1) === '謝' && !/[感謝致多]/.test(text.charAt(at - 2)));

/** 「護理師 淑芬 」「護理師佳蓉很溫柔」: a given name by itself behind a role. */
export function afterTitle(text: string, end: number, put: Put): void {
  if (nicknameBehind(text, end, put)) return;
  const at = end + gapAfter(text, end);
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  // 「醫師方、護理師吳」
  if (surnameOdds(a) >= 3 && isSurnameCode(a) && a !== FU && !isHanCode(b) && rightOf(text, at + 1) <= R_EDGE) {
    put(at, at + 1, 0.55);
    return;
  }
  if (!isHanCode(a) || !isHanCode(b) || a === b || firstOdds(a) + secondOdds(b) < 2) return;
  if (givenScore(text, at) > GIVEN_ENOUGH && !isWord(text, at)) put(at, at + 2, 0.58);
}

/** What stands before 「謝」「台」… where a name may follow; `#`: an end or a mark may, too. */
const CUE_BEFORE = new Map(
  Object.entries({
    謝: '感謝致',
    薦: '推',
    推: '大狂激強首#',
    找: '都再就要#',
    台: '櫃前',
    檯: '櫃前',
    定: '指',
    夜: '大小',
    班: '白夜',
    站: '理',
    室: '腎診術察驗嬰產檢',
    房: '病刀產藥嬰',
    局: '藥',
    所: '診',
    心: '中',
  }).map(([cue, before]) => [cue.charCodeAt(0), before]),
);
const isCue = (text: string, at: number): boolean => {
  const before = CUE_BEFORE.get(text.charCodeAt(at)) ?? '';
  if (at === 0 || !isHanCode(text.charCodeAt(at - 1))) return before.endsWith('#');
  return before.includes(text.charAt(at - 1));
};
/** Places whose people stand behind 的: 「洗腎室的佳蓉、」「護理站的小安很親切」. */
const isPlace = new Uint8Array(0x10000);
for (const place of '站室房局所心') isPlace[place.charCodeAt(0)] = 1;
/** 「找佳蓉諮詢」「指定小安洗牙」 */
const WANTED = /^(?:諮詢|預約|看診|看牙|洗牙|打針|做|掛|約|就對|準沒錯|抽血|上課|服務)/;

/** 「謝謝怡安，」「推孟潔！」「櫃台的佳蓉很親切」: a given name that thanks go to or who sits there; 「感謝宏醫師」. */
export function cued(text: string, cue: number, put: Put): void {
  const of = text.charCodeAt(cue + 1) === OF;
  if ((!of && isPlace[text.charCodeAt(cue)] === 1) || !isCue(text, cue)) return;
  const at = of ? cue + 2 : cue + 1;
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (!isHanCode(a)) return;
  if (isSister(text, at)) {
    put(at, at + 2, 0.55);
    return;
  }
  const [first, second] = [firstOdds(a), secondOdds(b)];
  // 「指定妮妮」, but 「櫃台美美的」.
  const nick = isNickname(text, at) && (a !== b || (first + second >= 1 && text.charAt(at + 2) !== '的'));
  if (secondOdds(a) >= 3 && !isSurnameCode(a) && titleAt(text, at + 1)?.kind === 'staff') {
    put(at, at + 1, 0.52);
    return;
  }
  if ((!isHanCode(b) && !nick) || isWord(text, at)) return;
  if (!nick && (first + second < 4 || Math.min(first, second) < 0.5 || pairTie(a, b) !== 0)) return;
  if (at === cue + 1 && pairTie(text.charCodeAt(cue), a) !== 0) return;
  const right = rightOf(text, at + 2);
  const wanted = /[找定]/.test(text.charAt(cue)) && WANTED.test(text.slice(at + 2, at + 5));
  const goesOn = (right <= R_SAID || wanted) && (nick || first + second >= 5) && !isSurnameCode(a);
  if (right === R_LIST || right === R_EDGE || goesOn) put(at, at + 2, 0.54);
}

const isBopomofo = (code: number): boolean => (code >= 0x3105 && code <= 0x312f) || code === 0x2ca || code === 0x2cb;

/** 「ㄌㄧㄣˊ醫師」: a surname in sounds; one alone is a particle (「ㄉ醫師」). */
function spelled(text: string, end: number, title: TitleHere, put: Put): void {
  let from = end;
  while (end - from < 5 && isBopomofo(text.charCodeAt(from - 1))) from--;
  // 「林ㄐㄏ醫師」: only the given name in sounds.
  if (isSurnameCode(text.charCodeAt(from - 1)) && surnameOdds(text.charCodeAt(from - 1)) >= 1 && end - from <= 2) {
    put(from - 1, end, 0.65);
    return;
  }
  if (end - from >= 2 && end - from <= 4 && title.kind === 'staff') put(from, title.end, 0.6);
}

/** 「田中先生」「櫻井美代子小姐」 */
function japanese(text: string, end: number, title: TitleHere, put: Put): boolean {
  for (let length = 5; length >= 2; length--) {
    if (end < length || japaneseFirst[text.charCodeAt(end - length)] !== 1) continue;
    if (!JAPANESE_SURNAMES.has(text.slice(end - length, end - length + 2))) continue;
    const left = leftOf(text, end - length);
    const apart = pairTie(text.charCodeAt(end - length - 1), text.charCodeAt(end - length)) === 0;
    if (title.kind === 'soft' && length === 2) continue;
    // 「日本客戶山田先生」
    if (left === L_OTHER && !(title.kind === 'civil' && length === 2 && apart)) continue;
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
  // 「意者洽周小姐」
  if (text.charAt(end - 2) === '洽') return false;
  // 「敬佩護理人員」
  if (text.charAt(title.end - 1) === '員' && text.charAt(title.end - 2) === '人') return false;
  if (first + second < 2 || isWord(text, end - 2)) return false;
  return givenScore(text, end - 2) > GIVEN_ENOUGH;
}

/** Short names of hospitals and schools that are made of the characters of names: 「彰基院長」「醫師 建中 陽明」. */
const HOSPITALS = new Set(
  '彰基 嘉基 屏基 東基 門諾 義大 成大 高醫 北醫 中榮 高榮 北榮 奇美 慈濟 國泰 新光 振興 亞東 耕莘 秀傳 光田 敏盛 天晟 安南 柳營 輔大 三總 聯醫 萬芳 雙和 和信 聖功 若瑟 恩典 博愛 仁愛 和平 忠孝 陽明 中興 仁濟 宏恩 中心 大千 為恭 怡仁 長安 澄清 員榮 信義 佑民 德林 漢忠 寶建 安泰 童綜 阮綜 建佑 聖保 建中 雄中 竹中 景美 明倫 師大 文華 華盛 輔仁 東吳 淡江 逢甲 靜宜 銘傳 實踐 世新 康寧 弘光 元培 中臺 樹德'.split(
    ' ',
  ),
);

/** 「彰基」「醫生草菅人命」: no given name at `at`. */
function isWord(text: string, at: number): boolean {
  const two = text.slice(at, at + 2);
  return HOSPITALS.has(two) || GIVEN_WORDS.has(two);
}

/** First characters of Japanese women's names in 子. */
const JAPANESE = '幸惠美洋明順良佳雅智京久和優純花真由';

/** 「林大文林醫師」: the surname at `at` is said once more before the title, of one person. */
function ownSurname(text: string, at: number): boolean {
  const [b, c] = [text.charCodeAt(at - 2), text.charCodeAt(at - 1)];
  if (text.charCodeAt(at - 3) !== text.charCodeAt(at) || !isHanCode(b) || !isHanCode(c)) return false;
  return firstOdds(b) + secondOdds(c) >= 0 && !isThanks(text, at - 3) && titleAt(text, at - 2) === null;
}

/** 「林主任鴻銓」: the given name behind the title. */
function givenBehind(text: string, title: TitleHere): boolean {
  const [a, b] = [text.charCodeAt(title.end), text.charCodeAt(title.end + 1)];
  if (!isHanCode(a) || !isHanCode(b) || pairTie(a, b) !== 0 || title.kind !== 'staff') return false;
  const [first, second] = [firstOdds(a), secondOdds(b)];
  if (first + second < 3 || Math.min(first, second) < 0.5) return false;
  // 「陳醫師溫文儒雅」: an idiom goes on.
  const right = rightOf(text, title.end + 2);
  return right !== R_TITLE && right !== R_OTHER;
}

/** 「今天方醫師休診」「聽說毛醫師」 */
const CLAUSE_OPENS =
  /最後|然後|之後|後來|結果|剛剛|上週|昨晚|今天|昨天|那天|當天|隔天|[這上下那]次|聽說|覺得|因為|原來|但是|可是|而且|不過|所以|如果|雖然|還好|幸好|本來|[上下]午|晚上|早上/;

/** A surname behind something that ends before it, and that is no word of speech. */
function standsAlone(text: string, at: number): boolean {
  // 「，管醫師避不見面」, but 「誰來管醫師」
  const governs = text.charAt(at) === '管' && (at === 0 || !isHanCode(text.charCodeAt(at - 1)));
  if ((SPOKEN.test(text.charAt(at)) && !governs) || surnameOdds(text.charCodeAt(at)) < -3) return false;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  if (isHanCode(before) && pairTie(before, text.charCodeAt(at)) !== 0) return false;
  const left = leftOf(text, at);
  if (left === L_OTHER) return CLAUSE_OPENS.test(text.slice(Math.max(0, at - 2), at));
  return left === L_EDGE || left === L_LIST || left === L_ROLE_EDGE || left === L_INTRO || left === L_ROLE;
}

const isJoint = new Uint8Array(0x10000);
for (const char of '、,和與跟及') isJoint[char.charCodeAt(0)] = 1;

/** 「彭、莊兩位護理師」「林和陳醫師」「方、魏等護理師」: surnames that share a title. */
function sharedTitle(text: string, at: number, title: TitleHere, put: Put): boolean {
  const some = text.charAt(at - 1) === '位' && /[兩二三幾]/.test(text.charAt(at - 2)) ? 2 : 0;
  const end = at - (text.charAt(at - 1 - some) === '等' ? some + 1 : some);
  if (title.kind === 'soft' || end < 3 || isJoint[text.charCodeAt(end - 2)] === 0) return false;
  const [a, b] = [text.charCodeAt(end - 3), text.charCodeAt(end - 1)];
  if (Math.min(surnameOdds(a), surnameOdds(b)) < 1.5 || !isSurnameCode(a) || !isSurnameCode(b)) return false;
  const left = leftOf(text, end - 3);
  if (left !== L_EDGE && left !== L_INTRO && left !== L_ROLE && left !== L_ROLE_EDGE && left !== L_LIST) return false;
  if (NOT_ALONE.test(text.slice(Math.max(0, end - 6), end - 2))) return false;
  put(end - 3, title.end, 0.75);
  return true;
}

/** Surnames that are words of speech: 「連醫師都」「向小姐說」. */
const SPOKEN = /[連向應任由於單全管查到]/;

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
