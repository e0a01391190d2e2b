import type { Frame } from '../threat/frames.ts';
import { OWNER } from './exact.ts';
import { ABOUT_ME, GOOD } from './hunts.ts';
import { KIN } from './privacy-owner.ts';

/*
 * T13: turns of phrase by which a person is asked for, offered or led to, so exact that they are looked for in every
 * text with a cue (`ask-cue`, `trace-cue`), whatever the model hears. Whom a place employs as a doctor may be asked for
 * by name, and a shop or a private message by anybody.
 */

/** Somebody of whom nobody need know more: not a doctor, whose name is on the door. */
const SOMEBODY =
  '(?:(?:那|這)(?:個|位|對|名)?[^。，,\\s]{0,5}?(?:女生?|男生?|人|小姐|護理師|護士|助理|櫃[台檯]|妹妹?|弟弟?|帥哥|正妹|實習生|諮詢師|美容師|藥師|病[患人]|客人|奧客|家屬|媽媽|爸爸|母女|母子|阿姨|大叔|大媽|老闆娘|員工)|女主角?|男主角?|[女男]病[患人]|[女男]的|當事人|本尊|他(?!們|家)|護理師|護士|實習生|助理|櫃[台檯](?:小姐|妹妹?)?|諮詢師|美容師|跟診)';
const PAGE =
  '(?:ig|fb|臉書|line|賴|帳號|threads|脆|抖音|社群|聯絡方式|電話|手機|照片|生活照|長相|本名|全名|真名|個資|住址|地址)';
/** Data as one says them in a row. */
const DATA =
  '(?:名單|個資|身[分份]證|電話|手機|資料|全名|本名|真名|戶籍地?|車牌|車號|住址|地址|班表|line|賴|ig|fb|臉書)';
const TO_ME =
  '(?:要的|想看|想要|需要|有興趣|私(?:$|\\s|我|訊|聊)|密我|敲我|小盒子|站內|留言|\\+1|等等貼|等等(?:po|放)|貼(?:推文|在|出))';
const CROWD = '(?:有沒有人|有人|誰|有誰|哪位|有沒有神人|有沒有大大)';

const HARMLESS = new RegExp(
  `${GOOD.source}|${ABOUT_ME.source}|優惠|團購|抽獎|活動|得獎|候補|申訴|客訴|投訴|指名|迷路|失智|走失|協尋|貓|狗|毛小?孩`,
);

/** 「誰知道那個護士姓什麼？想送面錦旗」: the reason stands in the next sentence. */
export const ASKED_TO_THANK = /想(?:要)?(?:當面|好好)?(?:感謝|謝|送|寫)|錦旗|表揚|道謝|感謝(?:他|信|卡)|好好謝/;

export const ASKED: readonly Frame[] = [
  // 「有沒有人有那個護理師的FB」「求女主角IG」
  {
    at: new RegExp(`(?:求|跪求|徵|${CROWD}(?:會)?有|想要|想知道)[^。，,]{0,3}${SOMEBODY}[^。，,]{0,6}?(?:的)?${PAGE}`),
    unless: HARMLESS,
  },
  // 「那個女病患叫什麼名字 有人知道嗎」
  {
    at: new RegExp(
      `${SOMEBODY}[^。，,]{0,3}(?:叫什麼|叫啥|姓什麼|是誰|什麼名字)[^。]{0,6}(?:有人|有沒有人|誰知道|求|私我|ig)|(?:求|想知道|${CROWD}(?:知道|曉得))[^。，,]{0,3}${SOMEBODY}[^。，,]{0,3}(?:叫什麼|叫啥|姓什麼|是誰)`,
    ),
    unless: HARMLESS,
  },
  // 「有人認識這位女病患嗎」, of staff only with what helps to find them
  {
    at: new RegExp(
      `(?:${CROWD}|有沒有)認識[^。，,]{0,2}(?:照片|影片)?[^。，,]{0,3}(?:(?:這|那)(?:個|位|對)?[^。，,\\s]{0,4}(?:病[患人]|女(?!兒)|男|人|客人|媽媽|爸爸|母女|母子|阿姨|大叔|大媽)|${SOMEBODY}[^。]{0,16}(?:照片|線索|如下|提供|找出|私|資料))`,
    ),
    unless: HARMLESS,
  },
  {
    at: /(?:照片|截圖|監視器|影片|(?:這|那)(?:個|對|位))[^。]{0,24}認識(?:他|這|的|此)(?:的人?|人)?[^。，,]{0,3}(?:請|快|麻煩|幫忙)?[^。，,]{0,3}(?:通報|提供|私|告訴|聯絡我|留言|標記|tag|舉手)|(?:轉發|分享|轉傳|擴散|轉貼|幫忙)[^。，,]{0,4}找(?:出|到)(?:他(?!們)|這個?人|那個?人|本人|此人)/,
    unless: HARMLESS,
  },
  // 「戶籍地我有 站內信」「要的留言+1」
  {
    at: new RegExp(
      `${DATA}[^。]{0,10}(?:我(?:都|已經|手上|這邊?|早就)?(?:有|存|抄|查到|拿到|整理)|都有|都在)[^。]{0,10}${TO_ME}|(?:我|手上|手邊|都|已經)[^。，,]{0,4}(?:有|存|抄|查到|拿到|整理)[^。]{0,14}${DATA}[^。]{0,14}${TO_ME}|(?:想)?要(?:名單|個資|他的?(?:電話|住址|照片|資料))的?[^。，,]{0,3}(?:小盒子|私|站內|密|敲|留言)|(?:他|${OWNER})(?:的)?(?:個資|全名|本名|車牌|戶籍地?)[^。，,]{0,4}(?:存好|抄下|查到|我有|我存)`,
    ),
    unless: new RegExp(`${HARMLESS.source}|我的|自己的|回饋|價目`),
  },
  {
    at: new RegExp(
      `我(?:也|都|就)?知道(?:他(?!們)|${OWNER})[^。，,]{0,4}住(?:在)?(?:哪|那裡)|(?:把|將)(?:他(?!們)|這|那)[^。，,]{0,5}(?:照片|正臉|臉|正面照?)[^。，,]{0,2}(?:貼|po|放|公[布開])(?:出來|上來|上網)[^。]{0,4}(?:啊|阿|吧|讓|給大家|怕什麼)|(?:104|linkedin|臉書|網路上?|google)[^。，,]{0,4}(?:查|搜|找)得到[^。，,]{0,3}他(?!們)[^。，,]{0,10}(?:上班|畢業|住|公司|學校)|(?:知道|有)[^。，,]{0,6}班表[^。]{0,6}(?:找|堵|等)(?:他|人)`,
    ),
    unless: HARMLESS,
  },
];

const SCHOOL = '(?:國小|國中|高中|附[小幼中]|小學|幼[兒稚]園|[一二三四五六]年[級\\d一二三四五六]?|大[一二三四])';
/** Told by the person, or in a story of thanks. */
const CHATTED =
  /(?:醫[師生]|護理師|護士|小姐|院長|他)(?:有)?(?:說|分享|聊|提到|問)|同學|帶(?:小孩|兒子|女兒)|感謝|謝謝|推薦|親切|耐心|志工|到府|往診/;

const ROLE = '(?:(?:那|這)[個位]|護理師|護士|助理|櫃[台檯]|諮詢師|美容師|藥師|院長|主任|跟診|老闆娘)';

/** What leads to the door of one who is only pointed at (「他公司在… 中午都會下來抽菸」). */
export const TRACES: readonly Frame[] = [
  {
    at: new RegExp(
      `(?:${OWNER})(?:家)?(?:的)?(?:小孩|女兒|兒子|孩子)(?:現在)?(?:就)?(?:念|讀|就讀)[^。，,\\s]{0,8}?${SCHOOL}`,
    ),
    unless: new RegExp(`${CHATTED.source}|${ABOUT_ME.source}`),
  },
  {
    at: new RegExp(
      `(?:他(?!們)|那個|這個)[^。，,\\s]{0,4}?${KIN}(?:就)?(?:在|是|開)[^。，,]{2,12}[^。]{0,10}(?:${KIN}(?:念|讀|在|住)|fb|臉書|ig|同校|同班|去堵|查|問候)`,
    ),
    unless: new RegExp(`${CHATTED.source}|住院|病|手術|看診`),
  },
  {
    at: /他(?!們)(?:的)?公司(?:就)?在[^。，,]{2,14}[^。]{0,3}(?:每天|中午|下班|早上|晚上|固定|都會|平常)[^。]{0,10}(?:下來|出來|抽菸|吃飯|買|走|在|騎|開)|他(?!們)[^。，,]{0,2}在[^。，,]{2,10}(?:健身房|酒吧|補習班|教會)[^。]{0,10}(?:每天|每週|固定|下班)[^。]{0,8}(?:去|在|到)|他(?!們)(?:就)?住(?:在)?(?:我家|我們)[^。，,]{0,4}(?:隔壁|對面|樓上|樓下|社區|那棟)[^。]{0,16}(?:堵|找他|棟|問我|跟我說)/,
    unless: CHATTED,
  },
  // 「那個小芸 住三重 下班騎白色gogoro」
  {
    at: new RegExp(
      `${ROLE}[^。，,我]{0,8}[\\s,]?(?:就|也|家)?住(?:在)?(?![院進過了加普單雙址])[一-龥]{2,8}[^。我]{0,10}(?:開|騎|念|讀|小孩|女兒|兒子|老公|老婆|男友|女友|下班|每天|去堵|去找|找他)`,
    ),
    unless: new RegExp(`${CHATTED.source}|${ABOUT_ME.source}|病房|出院|住[^。，,]{0,6}(?:遠|近|天|晚)`),
  },
];

/** 「推 求站內信」「徵牙助…意者站內信」: sounds like a hunt, and asks for a shop, a price, an answer or work. */
const SHOP_ASKED =
  /站內|私訊|私我|可以私|請私|小盒子|店名|哪一?[間家]|求(?:診所|推薦|心得|價|地址|電話|卡|解|告知|醫)|(?:請問|想知道|有沒有|哪裡)[^。，,]{0,6}(?:診所|推薦|心得|價[格位錢]|醫[師生]|門診|地址|電話)|有興趣|郵局|銀行|退[款費]/;
const PERSON_ASKED = new RegExp(
  `他(?!們)|(?!醫[師生])${OWNER}|女|男|本名|全名|真名|姓(?!名)|住|ig|fb|臉書|照片|名單|個資|車牌|班表|肉搜|起底|是誰|我有|要的|想看`,
);
const JOB =
  /(?:誠?徵|急徵|徵求|應徵|招募)[^。，,]{0,8}(?:助理|牙助|護理師|護士|櫃[台檯]|醫師|人員|員工|藥師|兼職|正職|工讀|跟診|夥伴)(?!的)|意者|[月時]薪|面議/;
const AT_MOST = 30;

export const isShopAsked = (clause: string): boolean =>
  JOB.test(clause) || (clause.length <= AT_MOST && SHOP_ASKED.test(clause) && !PERSON_ASKED.test(clause));
