import { around } from '../context.ts';
import type { Reading } from '../reading.ts';
import { KIN, type Placed } from './privacy-owner.ts';

/*
 * T13 without any number: what somebody named has been treated for, and what leads to his door (「住大直 小孩念復興
 * 開保時捷」). One such fact is said of many a doctor in thanks; two of them, in no story of the writer's, are a trail.
 */

/** What one has … */
const DISEASE =
  '(?:愛滋|hiv|性病|梅毒|菜花|淋病|披衣菌|[皰疱]疹|b肝|c肝|肺結核|憂鬱症|躁鬱症?|思覺失調|精神分裂|精神病|身心症|妄想症|失智症?|酒癮|毒癮|中風|洗腎|糖尿病|癲癇|不孕症?|陽痿|早洩|痔瘡|[一-龥]{1,4}癌|癌症|腫瘤|肌瘤|帶原|帕金森|巴金森)';
/** … and what is done. */
const TREATED =
  '(?:墮胎|流產|拿(?:小孩|掉)|中止懷孕|隆[乳鼻胸]|抽脂|整形|削骨|植髮|墊下巴|割雙眼皮|雙眼皮|縮胃|試管|結紮|驗孕|戒[酒毒]|打肉毒|打玻尿酸|減肥|人工受孕)';
/** 「有」「得了」「上禮拜來這間」, or nothing at all before a disease with its stage. */
const HAS = new RegExp(
  `^(?:女士|先生|小姐|太太|阿[姨伯公嬤]|伯伯|同學|老師|[\\s,啊啦喔]){0,3}[他你]?[^。，,我說講問跟給幫教替說]{0,8}?(?:有|得了?|患|罹患?|確診|是)[^。，,我說講問看治醫]{0,3}${DISEASE}|^[^。，,我說講問跟給幫替醫]{0,10}(?:來|去|到|在|跑)[^。，,我說講問跟給幫替醫]{0,12}(?:看|做|打|動|拿|割)?(?:${DISEASE}|${TREATED})|^[\\s,]{0,3}${DISEASE}[^。，,]{0,3}(?:[一二三四末初晚]期|復發|住院|帶原)|^[啊啦喔\\s,]{0,4}[他你]?(?:懷孕|${TREATED})`,
);
/** Told of staff, who treat it. */
const TREATS = /^(?:的)?(?:醫[師生]|大夫|院長|主任|護理|護士|藥師|諮詢師|治療師|教授|dr|博士)/;
const STAFF_BEFORE =
  /(?:醫[師生]|大夫|院長|主任|護理師|護理長|護士|藥師|諮詢師|治療師|助理|櫃[台檯]|推薦|感謝|謝謝|找|掛|給|指定|看診)[:\s]?$/;
const STAFF_NAME = /醫[師生]?$|大夫|護理|護士|藥師|院長|主任|諮詢師|治療師|教授|dr/;
/** The writer's own people and the news. */
const NOT_TOLD_OF =
  /(?:我(?:是|叫|的名字|們家)|本人|敝姓|家[父母])[^。，,]{0,2}$|新聞|藝人|明星|男星|女星|歌手|演員|主播|總統|市長|立委|部長/;

const OF_WRITER = new RegExp(`${KIN}[^。，,]{0,1}$`);

/** A name and, right after it, what he suffers from or came for. */
export function isIllTold(reading: Reading, { start, end }: Placed): boolean {
  const { before: near, said, after: next } = around(reading, start, end, 26);
  if (STAFF_BEFORE.test(near) || NOT_TOLD_OF.test(near) || OF_WRITER.test(near)) return false;
  if (STAFF_NAME.test(said)) return false;
  return !TREATS.test(next) && HAS.test(next) && !/史|衛教|注意的|嗎/.test(next.slice(0, 16));
}

/** Where somebody lives, learns, drives and to whom he belongs, each a kind of its own. */
const FACTS: readonly RegExp[] = [
  // Home
  /住(?:在)?(?![院進過了加普單雙幾宿戶處家得這那哪的不滿起很])[一-龥]{2}/,
  // Kin and what they do
  new RegExp(
    `(?:前[男女]友|正宮|${KIN})(?:現在|目前)?(?:就)?(?:[在住](?![院進過了這那裡旁等家外急病手診台])|[是念讀開賣當]|任職)`,
  ),
  // School
  /(?<![子兒孩紀觀想感懷掛])(?:念|讀|就讀)(?:於|過)?(?![完錯給出經一下我他的書到給])[一-龥a-z]{2}/,
  // Car
  /(?:開|騎)(?:的是|著|一?[台輛])?[^。，,\s]{0,3}(?:保時捷|賓士|bmw|雙b|特斯拉|奧迪|audi|lexus|凌志|瑪莎|法拉利|藍寶|volvo|gogoro|哈雷|重機|跑車|休旅|勁戰|vespa|偉士牌|[黑白紅藍銀灰]色)/,
];
/** What tells nothing alone. */
const BESIDES: readonly RegExp[] = [
  /\d\d歲|[1-9五六七八九][x\d]?年次|[五六七八九]年級(?:生|的|[\s,]|$)/,
  /(?:台北|新北|基隆|桃園|新竹|苗栗|台中|彰化|南投|雲林|嘉義|台南|高雄|屏東|宜蘭|花蓮|台東|澎湖|金門|馬祖|[一-龥]{2}[縣市])人/,
  /(?:之前|以前|現在|目前)[^。，,\s]{0,3}在[^。，,\s]{2,8}(?:上班|做|工作|待|當|陪酒)/,
  /有圖|附圖|有照片|小三|劈腿|(?:想|要)(?:找|堵)(?:他|人)|去堵|看到(?:他|請)|小心/,
];
/** One of these letters is in every fact. */
const ANY_FACT = /[住念讀開騎在是當]/;
export const THANKS = /感謝|謝謝|推薦|專業|親切|耐心|細心|溫柔|用心|很好|超好|厲害|放心|貼心/;
/** 「住…路二段的林小姐」 */
const LIVES = /(?:^|[^我們])(?:家)?住(?:在)?[^。，,\s我]{1,12}(?:路|街|巷|弄|[里村]|社區|段|號|樓)的$/;
const TRAIL = 96;

/** Two kinds of fact that lead to somebody who is named, in one breath. */
export function isTrailed(reading: Reading, at: Placed): boolean {
  const near = around(reading, at.start, at.end, 20).before;
  if (LIVES.test(near)) return true;
  if (NOT_TOLD_OF.test(near) || OF_WRITER.test(near)) return false;
  const next = reading.text.letters.slice(at.end, at.end + TRAIL).replace(/(?:我|[。!?;]|\n(?!\d)).*/s, '');
  if (!ANY_FACT.test(next) || THANKS.test(next)) return false;
  const doctor =
    /^(?:的)?(?:醫[師生]|大夫|院長)/.test(next) || STAFF_NAME.test(reading.text.letters.slice(at.start, at.end));
  const facts = FACTS.filter((fact, kind) => fact.test(next) && !(doctor && kind === 2)).length;
  return facts > 1 || (facts === 1 && BESIDES.some((fact) => fact.test(next)));
}
