import type { PersonalSpan } from '../../contract/triage.ts';
import type { Folded } from '../../privacy/fold.ts';
import { around } from '../context.ts';
import type { Desk } from './case.ts';
import { OWNER } from './exact.ts';

/*
 * T13: whose a number or an address is, told by the words next to it. Most that stand in a complaint are the writer's
 * own (「病歷號… 請院長自己去調」); those of a third person stand beside a name or behind 「他的手機」.
 */

const PRIVATE = new Set([
  'PHONE',
  'ADDRESS',
  'NATIONAL_ID',
  'EMAIL',
  'LINE_ID',
  'SOCIAL_ACCOUNT',
  'BIRTHDAY',
  'PLATE',
  'MEDICAL_RECORD_NO',
  'NHI_CARD_NO',
  'URL_PROFILE',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
]);
/** Shown by who writes there: somebody's account is exposed only with his name, or with a call to go there. */
const PUBLIC_PAGES = new Set(['SOCIAL_ACCOUNT', 'URL_PROFILE']);
/** Read out, copied down and mistyped by staff: only plain words make them another's. */
const IDENTITY = new Set([
  'NATIONAL_ID',
  'BIRTHDAY',
  'MEDICAL_RECORD_NO',
  'NHI_CARD_NO',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
]);
/** From these one is called, written to or told to pay: numbers of swindlers and of callers are warned of. */
const CALLING = new Set(['PHONE', 'LINE_ID', 'EMAIL', 'BANK_ACCOUNT']);
const SURE = 0.5;

/** A span with the letters around it, as rules read them: lower-case, Traditional, 她 as 他. */
export interface Placed {
  readonly span: PersonalSpan;
  /** `[start, end)` of the folded text. */
  readonly start: number;
  readonly end: number;
}

const REACH = 28;

const isPrivate = ({ type, score }: PersonalSpan): boolean => PRIVATE.has(type) && score >= SURE;

/** Index of the folded text for one of the original: the way back of `unfold`. */
function foldedAt({ starts, text }: Folded, original: number): number {
  if (!starts) return original;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names and private data in order of the text. */
export function placed(desk: Desk): Placed[] {
  const { folded } = desk.case.reading.text;
  return desk.case.personal
    .filter((span) => span.type === 'PERSON' || isPrivate(span))
    .map((span) => ({ span, start: foldedAt(folded, span.start), end: foldedAt(folded, span.end) }))
    .sort((a, b) => a.start - b.start);
}

export const KIN =
  '(?:媽媽?|爸爸?|父親?|母親?|阿[公嬤媽爸]|爺爺|奶奶|外[公婆]|公公|婆婆|岳[父母]|老公|老婆|太太|先生|男友|女友|兒子|女兒|小孩|孩子|小朋友|寶[寶貝]|家人|[哥弟姊姐妹]{1,2}|叔叔|阿姨)';
/** The writer names himself or one of the family, or says whom to ask for. */
const WRITER_NAMED = new RegExp(
  `(?:我(?:是|叫|名叫|的名字)|本人|敝姓|我(?:們)?(?:家)?(?:的)?${KIN}|(?:^|[^a-z一-龥])(?:家[父母]|${KIN})|帶(?:著)?${KIN}|[幫替陪]${KIN}|聯絡人|聯絡|連絡|[請意]?[者電]?[洽找]|戶名|收款人|匯給)[^。，,]{0,2}$`,
);
/** Asked to call back, to look it up, to send: nobody asks so with another's data. */
const TO_ME =
  /請[^。，,]{0,8}(?:回電|聯絡|來電|回覆|回撥|處理|查|補|更正|退|取消|寄)|請回|打給我|打來|找我|聯絡我|回我|加我|查一下|退我|退費|領藥|沒收到|還沒(?:收|寄|到)|麻煩|拜託|謝謝|感謝|意者|報名|預約|掛號紀錄|借款|貸款|代辦|優惠|團購|投資|諮詢|洽詢|詢問/;
/** What was shown to the writer by mistake. */
const FOUND = /寄錯|拿錯|給錯|傳錯|別人|客人|病人|客戶|名單|撿到|誤傳|外洩|外流|流出|洩漏|上面(?:寫|是)|藥袋上/;
/** 「自稱諮詢師」「一天打八通」「戶名…」: the number of a caller or a swindler, of whom the writer warns. */
const CALLER =
  /自稱|詐騙|冒充|假冒|假扮|推銷|打來|打給我|打了?[一二三四五六七八九十幾\d]+(?:多|幾)?[通次]|不要再(?:打|傳)|傳簡訊|戶名|匯款|匯到|叫我匯|要我匯|人頭|不認識|不是(?:他|你)們的|atm|未接/;
/** 「院長說有問題打他助理 電話…」 */
const GIVEN_OUT = /(?:說|叫|要我|請我|給我)[^。]{0,10}(?:打|找|聯絡|加|撥)[^。]{0,8}$/;
const CROWD =
  /打去|等他|大家|各位|鄉民|網友|(?:想|要)找他|快去|自己(?:去|來|打|看|加)|堵[人他]|去(?:洗|罵|堵|問候|關心|留言|嗆|找他|按|敲)|打(?:爆|給他)|幫(?:忙)?(?:打|催)|記得他|有種/;

const LABEL =
  '(?:手機|電話|門號|line|賴|ig|instagram|fb|臉書|微信號?|愛居|脆|threads|推特|信箱|e?mail|身[分份]證(?:字號|號碼)?|證號|住址|地址|住家|住處|家裡?|住|戶籍地?|車牌|車號|車|開(?:的是|的)?|生日|帳號|私人|名片)';
/** 「他電話…」「院長開…」「諮詢師的 IG:」; what staff did with a number (「櫃台把…」) is none of it. */
const THIRD = `(?:${OWNER}|他們家|這(?:個|位)?(?:人|女的|男的)|人渣|敗類|渣[男女]|客人|奧客|病[人患])(?:的)?(?:${KIN})?`;
const THEIRS = new RegExp(
  `${THIRD}[^。，,我說把給要叫]{0,6}?[,\\s]{0,2}(?:本人)?(?:的)?(?:私人|個人|家裡)?${LABEL}(?:號碼|帳號|id)?(?:就|也)?(?:是|在|為|叫|:|,|@|\\s){0,3}$`,
);
/** Spoken of last before it, with no word of staff who handle it between; 「我」 and the place end what is said of him. */
const LAST_OF = new RegExp(`${THIRD}[^我說把給要叫念抄寄留問]{0,20}$`);
const LABELLED = new RegExp(`${LABEL}(?:號碼|帳號|id)?(?:就|也)?(?:是|在|為|叫|:|,|@|\\s){0,3}$`);
/** 「要電話的 09…」「查到了 他IG叫…」 */
const HANDED = /要(?:電話|地址|住址|line|賴|ig|fb|車牌)的[^。，,]{0,3}$|(?:查|找|問|搜|挖)到了?[^。]{0,10}$/;
const HUNTED = /^[^。]{0,3}(?:打爆|堵|騷擾)他|查得到|車主是誰|^[^。，,]{0,3}就是?(?:院長|醫師|他)那[台輛]/;
const OFFICE_OWNER = /櫃[台檯][^。，,]{0,3}(?:電話|line|賴)[^。，,]{0,3}$/;
/** 「… 是他的電話」 */
const THEIRS_AFTER = new RegExp(`^[\\s,]{0,2}(?:這支|這)?(?:就)?是(?:${OWNER}|那個|這個)[^。，,]{0,6}${LABEL}`);
/** What may stand between a name and the number that is his. */
const BETWEEN = /^[^我你說請給退查約寄匯]{0,14}$/;

/** 「貼給大家看，就是他」 over a list of what leads to a person, with no word of the writer's own between. */
const EXPOSING =
  /就是(?:他|這個人|這位|此人)|真面目|(?:大家|快|先|自己)(?:存|轉|認|記)|存(?:圖|一下|起來)|轉(?:出去|發|貼)|貼給(?:大家|你們)|(?:公布|公開)(?:他|這|本名|個資)|人渣|敗類|他不給我/;
const LISTED = new Set(['NATIONAL_ID', 'PLATE', 'ADDRESS', 'PHONE', 'BIRTHDAY']);

function isList(desk: Desk, all: readonly Placed[]): boolean {
  const kinds = new Set(all.flatMap(({ span }) => (LISTED.has(span.type) ? [span.type] : [])));
  const { letters } = desk.case.reading.text;
  return kinds.size > 1 && EXPOSING.test(letters) && !TO_ME.test(letters) && !/我(?:的|是|叫)|本人/.test(letters);
}

/** What belongs to a third person, and not to the writer, the place or a caller. */
export function ofOthers(desk: Desk, all: readonly Placed[]): Placed[] {
  const { reading } = desk.case;
  const found: Placed[] = [];
  let named: Placed | null = null;
  const listed = isList(desk, all);
  for (const [i, at] of all.entries()) {
    if (at.span.type === 'PERSON') {
      named = isThird(desk, at) ? at : null;
      continue;
    }
    const until = all[i - 1];
    const beside =
      named !== null && until !== undefined && BETWEEN.test(reading.text.letters.slice(until.end, at.start));
    if (!beside) named = null;
    const { before: near, said, after: next } = around(reading, at.start, at.end, REACH);
    if (isOffice(near, said, next)) continue;
    if (CALLING.has(at.span.type) && (CALLER.test(near.slice(-16) + next) || GIVEN_OUT.test(near))) continue;
    if ((listed && LISTED.has(at.span.type)) || (beside && !isSentToMe(near, next)) || isPointedOut(at, near, next))
      found.push(at);
  }
  return found;
}

/** A name that is not the writer's, nor whom a notice says to call. */
const isThird = ({ case: { reading } }: Desk, { start, end }: Placed): boolean =>
  !WRITER_NAMED.test(around(reading, start, end, 14).before);

function isSentToMe(near: string, next: string): boolean {
  return TO_ME.test(next) && !FOUND.test(near + next) && !CROWD.test(next);
}

/** 「他手機…」, of a car as of a flat; an account only with a call to go there. */
function isPointedOut({ span: { type } }: Placed, near: string, next: string): boolean {
  if (OFFICE_OWNER.test(near) || (type === 'PLATE' && /擋|佔|移車|違停/.test(next))) return false;
  const called = CROWD.test(next) || HANDED.test(near);
  const theirs = THEIRS.test(near) || THEIRS_AFTER.test(next);
  if (PUBLIC_PAGES.has(type)) return called && (theirs || /就是他[^。，,]{0,4}$/.test(near));
  if (theirs) return true;
  if (IDENTITY.has(type) || isSentToMe(near, next)) return false;
  if (HUNTED.test(next) || (HANDED.test(near) && type === 'PHONE')) return true;
  return LAST_OF.test(near) && (called || (type === 'PLATE' && LABELLED.test(near)));
}

/** The number or the address of the place itself. */
function isOffice(near: string, said: string, next: string): boolean {
  return (
    // 「林醫師搬到板橋 地址…」「診所在忠孝東路88號」
    /搬[到去家]|開業|執業|駐診|看診/.test(near) ||
    /(?:診所|醫院|院區|地點|地址|位置)[^。，,]{0,3}(?:在|位於|搬到)[^。，,]{0,6}$/.test(near) ||
    /分機|#\s?\d/.test(said) ||
    /^\s*(?:分機|轉\d|#)|^[^。，]{0,3}(?:的外送|掛號|門診|櫃[台檯])/.test(next) ||
    /(?:室|科|櫃[台檯]|總機|服務台|診所|醫院|專線|客服)(?:的)?(?:電話)?[:：是為打]?\s*$/.test(near)
  );
}
