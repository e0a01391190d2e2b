import type { Put } from '../recognizer.ts';
import { gapAfter, isHanCode, L_INTRO, leftOf, R_LATIN, R_OTHER, R_TITLE, rightOf } from './name-context.ts';
import { firstOdds, isSurnameCode, pairTie, secondOdds, surnameOdds } from './name-odds.ts';
import { type TitleHere, titleAt } from './titles.ts';

/** What people call staff they know: 小芳, 阿德, 老游, 佩佩, 小K; beside a role, a title or what is said of people. */

const SMALL = '小'.charCodeAt(0);
const AH = '阿'.charCodeAt(0);
const OLD = '老'.charCodeAt(0);

/** Words that start like a nickname: what may follow 小, 阿, 老. */
const AFTER_SMALL =
  '姐姊心孩時朋編聲兒便診腿費弟妹吃菜店姑寶豬狗貓動組提氣抱夜醫護事題型細三學白黑鬼明天聰班看客路巷吏說人女男二大手腸腦額卡票坐睡跑名步而到有的感病問傷缺瑕哥爺資毛乖房區間樓山港本牙科衝跟調';
const AFTER_AH = '姨公嬤伯婆爸媽長北姐姊祖彌里莫斯哥嬸叔姑妹弟們是的啊哈摩拉爾尼富';
const AFTER_OLD =
  '師人闆婆公是實了爺爸媽醫舊態愛遠早化花牌手大二三么的去家婦伯先太少中年百弱幼鼠虎鳥天式字店想覺神套派友同要會一到';
/** One bit for each first character. */
const wordAfter = new Uint8Array(0x10000);
const bitOf = (first: number): number => (first === SMALL ? 1 : first === AH ? 2 : 4);
for (const [first, seconds] of [
  [SMALL, AFTER_SMALL],
  [AH, AFTER_AH],
  [OLD, AFTER_OLD],
] as const)
  for (let i = 0; i < seconds.length; i++) {
    const code = seconds.charCodeAt(i);
    wordAfter[code] = (wordAfter[code] as number) | bitOf(first);
  }

/** Doubled characters that are adverbs, kin or pets. */
const DOUBLED = new Set(
  '某該此偷草嚷酷漂謝推讚棒爛噓常剛往每天人媽爸奶爺哥姊姐弟妹寶漸好處偏恰慢大明小早看問個位區通統僅多快默深輕滿稍真頻靜乖太公婆叔伯舅姑阿狗貓毛牙聽想說等匆微緩牢足整白白陣連層種次件樣條家步聲日年時月夜試走坐談聊笑呵哈嘻嗚哇吱喳嗯喔哦啊噓痛紅黑高胖瘦長短遠近冷熱暖軟硬細粗厚薄亂忙嚴重安平健康苦甜酸求拜哭抖跳刷滴輪幾怪普'.split(
    '',
  ),
);

/** Least odds of both characters where one stands twice: 佩佩, not an adverb. */
const DOUBLED_LEAST = -2;

/** The same right before a title: 「糖糖諮詢師」. */
const DOUBLED_TITLED = -4;

/** Places where someone sits, though they are no titles. */
const DESK =
  /(?:[櫃前][台檯]|服務[台檯]|護理站|診所|藥局|病房|助手|牙助|跟診|諮詢|客服|店員|服務生|名叫|叫做?|綽號|小名|外號|暱稱|人稱|總機|美容|美療|護士|工讀)(?:人員|小姐)?的?[\s:：「『]{0,2}$/;
/** The last characters of what DESK reads: most places fail here. */
const DESK_ENDS = '台檯站所局房手診詢服員生叫做號姐名稱機容療士讀';
/** What is said of people only. */
const OF_PERSON =
  /^(?:人[很真超]|幫我|幫忙|態度|服務態|打針|抽血|(?:手|講|說)?(?:很|超級?|真的很|非常|最|真的)(?:有?耐心|細心|親切|溫柔|專業|溫暖|貼心|熱心|會說|會教|認真))/;

/** A nickname of two characters at `at`, by its characters alone. */
export function isNickname(text: string, at: number, least = DOUBLED_LEAST): boolean {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (a === b) return isHanCode(a) && !DOUBLED.has(text.charAt(at)) && firstOdds(a) + secondOdds(a) >= least;
  if (a !== SMALL && a !== AH && a !== OLD) return false;
  // 「小K護理師」
  if (b >= 0x41 && b <= 0x5a) return a !== OLD && !/[A-Za-z0-9]/.test(text.charAt(at + 2));
  if (!isHanCode(b) || ((wordAfter[b] as number) & bitOf(a)) !== 0) return false;
  const surname = isSurnameCode(b) && surnameOdds(b) >= 1;
  return surname || (a !== OLD && secondOdds(b) >= -4);
}

/** 「綽號叫糖糖」: one character twice, with an end behind. */
export const isDoubledAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) === text.charCodeAt(at + 1) &&
  /[叫做是為寫「『:：]/.test(text.charAt(at - 1)) &&
  isNickname(text, at, DOUBLED_TITLED) &&
  /^$|[^\u4e00-\u9fff]|[的說很超]/.test(text.charAt(at + 2));

/** What follows a doubled name rather than an adverb. */
const AFTER_DOUBLED = /^$|[^\u4e00-\u9fff]|[很超真也都態人服幫說是跟和非打手講在看來給陪一技]/;

/** Nothing behind the two characters goes on with them as a word. */
export function endsAt(text: string, end: number): boolean {
  const right = rightOf(text, end);
  if (right === R_LATIN) return false;
  if (right !== R_OTHER) return true;
  return pairTie(text.charCodeAt(end - 1), text.charCodeAt(end)) === 0 && !/[子們兒時]/.test(text.charAt(end));
}

/** 「護理師小芳」「助理巧巧也」: behind a title that ends at `end`. */
export function nicknameBehind(text: string, end: number, put: Put): boolean {
  const at = end + gapAfter(text, end);
  if (!isSister(text, at) && !isNickname(text, at, DOUBLED_TITLED)) return false;
  if (!endsAt(text, at + 2)) return false;
  // 「店員偷偷的」「醫師諄諄教誨」: adverbs.
  const code = text.charCodeAt(at);
  if (code === text.charCodeAt(at + 1)) {
    if (!AFTER_DOUBLED.test(text.charAt(at + 2))) return false;
  }
  put(at, at + 2, 0.58);
  return true;
}

/** 「小魚護理師」「嘉嘉老師」: before a title. */
export function nicknameBefore(text: string, end: number, title: TitleHere, opens: boolean, put: Put): boolean {
  if (!isNickname(text, end - 2, opens ? DOUBLED_TITLED : DOUBLED_LEAST)) return false;
  // 「櫃台花花姐姐」
  if (title.kind !== 'staff' && !(title.kind === 'civil' && atDesk(text, end - 2))) return false;
  // 「中心的小荷護理師」
  const of = text.charAt(end - 3) === '的' && text.charCodeAt(end - 1) !== text.charCodeAt(end - 2);
  if (!opens && !(of && secondOdds(text.charCodeAt(end - 1)) >= 1)) return false;
  // 「老林醫師退休了」: surer than the surname alone.
  put(end - 2, end, isSurnameCode(text.charCodeAt(end - 1)) ? 0.87 : 0.6);
  return true;
}

/** 「櫃台的小安」「小蔡幫我抽血」: 小, 阿 or 老 at `at`, without a title. */
export function nicknameAt(text: string, at: number, put: Put): void {
  if (!isNickname(text, at)) return;
  const end = at + 2;
  const titled = text.charCodeAt(at + 1) <= 0x5a && rightOf(text, end) === R_TITLE;
  if (titled || saidOf(text, at) || namedAsOne(text, at) || (atDesk(text, at) && endsAt(text, end))) put(at, end, 0.55);
}

/** 「老蕭那個院長」 */
function namedAsOne(text: string, at: number): boolean {
  const m = /^[這那](?:個|位|種)/.exec(text.slice(at + 2, at + 4));
  return m !== null && leftOf(text, at) <= L_INTRO && titleAt(text, at + 4)?.kind === 'staff';
}

const SEPARATES = /[\s、,，&+和跟與及]/;

/** 「婷婷 小雅 兩位小護士」: those who are counted before the title at `at`. */
export function nicknamesCounted(text: string, at: number, put: Put): void {
  if (text.charAt(at - 1) !== '位' || !/[兩二三四幾]/.test(text.charAt(at - 2))) return;
  let end = at - (/[這那]/.test(text.charAt(at - 3)) ? 3 : 2);
  for (let n = 0; n < 5; n++) {
    for (let gap = 0; gap < 2 && SEPARATES.test(text.charAt(end - 1)); gap++) end--;
    if (end < 2 || !isNickname(text, end - 2)) return;
    if (
      end > 2 &&
      isHanCode(text.charCodeAt(end - 3)) &&
      leftOf(text, end - 2) > L_INTRO &&
      !SEPARATES.test(text.charAt(end - 3))
    )
      return;
    put(end - 2, end, 0.58);
    end -= 2;
  }
}

const saidOf = (text: string, at: number): boolean =>
  leftOf(text, at) <= L_INTRO && OF_PERSON.test(text.slice(at + 2, at + 10));

function atDesk(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && at - end < 3 && /[\s:：「『的]/.test(text.charAt(end - 1))) end--;
  return DESK_ENDS.includes(text.charAt(end - 1)) && DESK.test(text.slice(Math.max(0, at - 8), at));
}

/** 「櫃檯玉姐」「志工芬姐」: one character before 姐, behind where she works. */
export function isSister(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  if ((next !== '姐' && next !== '姊') || /[姐姊妹弟夫]/.test(text.charAt(at + 2))) return false;
  return secondOdds(text.charCodeAt(at)) >= -1 && !/[小大學師空姐姊]/.test(text.charAt(at));
}
