import { after, before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

/** The number right before 床: 「21-1」「18之1」「B4」「1025-B」「第3」「八0三」. */
const BED =
  /(?<![A-Za-z0-9.-]|\d,)((?:第\s?)?(?:(?:\d{1,2}[A-Z]{1,2}-?|[A-Z]-?)?\d{1,4}(?:\s?[-之]\s?\d{1,2})?|\d{1,4}-[A-H]|[0-9零〇一二三四五六七八九]{3,4})|第\s?[一二三四五六七八九十]{1,3})\s?(?:號|病)?床(?!位不|數|單|墊|邊|簾)(?:\s?之\s?\d{1,2})?/g;

const DEPARTMENT =
  '(?:一般|普通|單人|雙人|健保|內科|外科|骨科|婦科|產科|婦產科?|小兒科?|兒科|兒童|產後|安寧|隔離|復健|燒燙傷|燒傷|呼吸照護|呼吸|心臟(?:內|外)?科?|神經(?:內|外)?科?|胸腔|腸胃|腫瘤|血液|精神|身心|急診|加護|急重症|亞急性|整形|泌尿|眼科|耳鼻喉科?|皮膚|感染|新生兒|早產兒|待產|手術|日間|慢性|輸液|透析|化療|內視鏡|留觀|觀察|恢復|骨髓移植|器官移植)';
const FLOOR = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[Bb]\\d|地下(?:\\d|[一二三]))\\s?樓';
/** What stands before the number, nearest first: ward, unit, area, floor, building; each may be there or not. */
const PLACES: readonly RegExp[] = [
  new RegExp(
    `(?:${DEPARTMENT}{0,3}(?:病房|中心|照護中心|恢復室|觀察室|待產室|產房|輸液室|透析室|化療室|病室|病區|留觀區|觀察區)|急診|[A-Z]{0,2}ICU|RC[CW]|CCU)(?:第\\s?)?$`,
  ),
  /(?<![A-Za-z0-9])(?:\d{1,2}[A-Z]{1,2}\d?|[A-Z]{1,2}\d{0,3}|\d{1,2}|[一二三四五六七八九十\d]{1,2}[東西南北])\s?(?:病房|護理站|區|棟)$/,
  /(?<![A-Za-z0-9])(?:\d{1,2}[A-Z]{1,2}|[A-Z]{1,2}\d{1,2}|[A-Z]區)$/,
  /(?:(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}|(?<!\d)\d{1,2})[東西南北]$/,
  /(?:\d{3,4}\s?(?:號?病?房)|(?<!\d)\d{1,2}\s?號病?房)$/,
  new RegExp(`(?<![A-Za-z0-9])${FLOOR}$`),
  /(?<![A-Za-z0-9])[A-Z]\s?棟$|(?:[新舊老]|第[一二三]|醫療|門診|住院|急診|兒童|忠孝|仁愛|信義|和平|中正)大?[樓棟]$/,
];
/** 「某某病房」 with a name that is on no list: up to four characters before it, without what leads there. */
const OTHER_WARD = /[\u4e00-\u9fff]{1,4}(?:病房|照護中心|恢復室|加護中心)$/;
/** 「急診留觀 E08 床」「骨科 1206 床」: said without 病房; what only tells the kind of a room is no ward. */
const WARD_SAID = new RegExp(`(?!(?:一般|普通|單人|雙人|健保|手術|日間|慢性)$)${DEPARTMENT}{1,3}科?$`);
const LEAD = /^.*?(?:住在|住進|躺在|轉到|住|在|到|進|的|是|了|天)/;

/** Walks back from the number over the places that name the ward. */
function wardStart(text: string, number: number): number {
  let start = number;
  for (let n = 0; n < 5; n++) {
    let at = start;
    while (at > number - 40 && text.charAt(at - 1) === ' ') at--;
    const before = text.slice(Math.max(0, at - 16), at);
    let longest = n === 0 ? (WARD_SAID.exec(before)?.[0].length ?? 0) : 0;
    for (const place of PLACES) {
      const m = place.exec(before);
      if (m && m[0].length > longest) longest = m[0].length;
    }
    if (longest === 0) break;
    start = at - longest;
  }
  if (start < number) return start;
  const at = text.charAt(number - 1) === ' ' ? number - 1 : number;
  const other = OTHER_WARD.exec(text.slice(Math.max(0, at - 9), at));
  if (!other) return number;
  const lead = LEAD.exec(other[0].replace(/(?:病房|照護中心|恢復室|加護中心)$/, ''));
  return at - other[0].length + (lead ? lead[0].length : 0);
}

const LABELLED = /(?:床位|床號)(?:\s|[:：是為在])*(\d{1,2}[A-Z]{0,2}-?\d{1,4}(?:-\d{1,2}){0,2})(?!\s?床|[\dA-Za-z])/dg;
/** 「至少有 12 床」 counts beds. */
const COUNTED = /(?:有|共|剩|約|至少|空出|多了|只|總共|增加|開|等|排|全院|滿|加|蓋|達|近|超過|顧|一人|平均)\s?$/;
const COUNTED_AFTER = /^(?:[，,]?人力|不夠|滿床|可以|而已|病人|的規模|以上|以後|左右)/;

/** 「病房 1205 房 2 床」「ICU 3 床」「W12病房 05-2」 */
const ROOMED =
  /(?:病房\s?)?\d{3,4}\s?(?:號?病?房)\s?(?:第\s?)?\d{1,2}\s?床|(?:ICU|MICU|SICU|RCC|RCW|CCU|NICU)[\s-]?(?:第\s?)?\d{1,2}\s?床|(?<![A-Za-z0-9])[A-Z]?\d{1,2}[A-Z]?\s?病房\s?\d{1,4}-\d{1,2}(?![\d-])/g;

/** 「8C07 B床」「660病房A床」; 「住 9A07」 with the word before it. */
const COMPACT =
  /(?:住(?:進|院|在|於)?|入住|轉入|轉往|病房|床號?)[\s:：(（]{0,2}((?:[A-Za-z]?\d{1,2}[A-Z]{1,2}\d{2,4}[A-Z]?|[A-Za-z]\d{2}-\d{2,3}|\d{1,2}[A-Z]{2}\d{2}(?:之\d)?|\d{1,2}[A-Z]-\d{1,3}(?:-\d{1,2})?)(?:\s?[A-H]?\s?床)?)(?![A-Za-z0-9-])/dg;
/** 「5C-07-2 的家屬」: so shaped, and whose it is. */
const FAMILY =
  /(?<![A-Za-z0-9-])(\d{1,2}[A-Z]{1,2}-?\d{1,3}(?:-\d{1,2})?)(?=\s?(?:的)?(?:家屬|病人|病患|看護|阿公|阿嬤|阿伯|阿姨|先生|太太|那床|隔壁))/dg;
/** 「1502房張奶奶」: a room and who lies there. */
const ROOM_OF =
  /(?<![\dA-Za-z.-])(?:\d{3,4}\s?(?:號?病?房))(?=\s?的?(?:家屬|病人|病患|看護|阿公|阿嬤|阿伯|[㐀-鿿](?:先生|太太|小姐|女士|媽媽|爸爸|奶奶|爺爺|阿嬤|阿公|阿姨|伯伯)))/g;
const LETTERED = /(?<![A-Za-z0-9])(?:\d{1,4}[A-Z]?\d{0,3}\s?(?:病房)?|\d{1,2}樓\s?\d{2})\s?[A-H]\s?床/g;
/** 「Bed 14, Ward 7B」 */
const ENGLISH =
  /(?<![A-Za-z])(?:[Bb]ed\s(?:[Nn]o\.?\s?)?\d{1,3}[A-Z]?(?:-\d{1,2})?(?:,?\s(?:in\s|of\s)?(?:[Ww]ard|[Rr]oom|[Rr]m\.?)\s[A-Z0-9]{1,4}(?![A-Za-z]))?|(?:[Ww]ard|[Rr]oom)\s[A-Z0-9]{1,4},?\s[Bb]ed\s(?:[Nn]o\.?\s?)?\d{1,3}[A-Z]?)(?![A-Za-z0-9])/g;

export const bed: Recognizer = {
  types: ['BED_NO'],
  applies: (g) =>
    (g.digits >= 1 || g.numerals >= 3 || (g.numerals >= 1 && g.text.includes('床'))) &&
    (/[床住轉房]|家屬|看護/.test(g.text) || /\bbed\s/i.test(g.text)),
  find({ text, latin, digits }) {
    const found: Candidate[] = [];
    const put = (start: number, end: number, score: number): void => {
      found.push({ type: 'BED_NO', start, end, score });
    };
    const inBed = text.includes('床');
    const numbered = inBed && /[\dA-H零〇一二三四五六七八九]\s?[號病]?床/.test(text);
    for (const m of numbered ? matches(text, BED) : []) {
      const start = wardStart(text, m.index);
      const end = m.index + m[0].length;
      const number = m[1] ?? '';
      if (start === m.index) {
        const shaped = /[A-Z之-]|^第/.test(number) || /^\d{3,4}$/.test(number);
        if (
          !shaped &&
          (before(text, start, 4, COUNTED) ||
            (!before(text, start, 4, /住|在|床|第|隔壁|對面/) &&
              !/^的?(?:家屬|病人|看護|阿)/.test(text.slice(end, end + 4))))
        )
          continue;
        if (!shaped && !/\d/.test(number)) continue;
        // 「跟我說第一床刀」, but 「第八床的王伯伯」
        if (
          /^第[^\d]+$/.test(number) &&
          !/^的?[\u4e00-\u9fff]{0,3}(?:家屬|病|看護|阿|伯|奶|爺|媽|先生|太太|小姐)/.test(text.slice(end, end + 7))
        )
          continue;
        if (before(text, start, 4, COUNTED) && !/[A-Z-]/.test(number)) continue;
      }
      if (COUNTED_AFTER.test(text.slice(end, end + 4))) continue;
      put(start, end, start === m.index ? 0.7 : 0.9);
    }
    for (const m of numbered ? matches(text, LETTERED) : []) {
      const start = wardStart(text, m.index);
      put(start, m.index + m[0].length, start < m.index ? 0.91 : 0.8);
    }
    for (const m of numbered || text.includes('病房') ? matches(text, ROOMED) : [])
      put(m.index, m.index + m[0].length, 0.91);
    for (const m of latin > 0 && digits > 0 ? matches(text, COMPACT) : []) {
      const at = m.indices?.[1];
      if (at) put(at[0], at[1], 0.6);
    }
    for (const m of latin > 0 ? matches(text, FAMILY) : []) put(m.index, m.index + m[0].length, 0.6);
    for (const m of text.includes('房') ? matches(text, ROOM_OF) : []) put(m.index, m.index + m[0].length, 0.6);
    for (const m of inBed ? matches(text, LABELLED) : []) {
      const at = m.indices?.[1];
      if (at && !after(text, at[1], 2, /張|個/)) put(at[0], at[1], 0.85);
    }
    for (const m of digits > 0 && latin >= 4 ? matches(text, ENGLISH) : []) put(m.index, m.index + m[0].length, 0.7);
    return found;
  },
};
