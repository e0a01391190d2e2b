import { after, before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const CN = '[〇零一二兩三四五六七八九十廿卅元正百]';
const YEAR = `(?:(?:民國|民国|西元|中華民國)\\s?)?(?:\\d{2,4}|${CN}{1,5})\\s?年的?`;
/** A day with its year, in figures or words. */
const FULL = `(?:${YEAR}\\s?(?:\\d{1,2}|${CN}{1,3})\\s?月\\s?(?:\\d{1,2}|${CN}{1,3})\\s?[日號号]?|(?:(?:民國|西元)\\s?)?\\d{2,4}([./-])\\s?\\d{1,2}\\1\\s?\\d{1,2})`;
const SHORT = `(?:(?:\\d{1,2}|${CN}{1,3})\\s?月\\s?(?:\\d{1,2}|${CN}{1,3})\\s?[日號号]?|\\d{1,2}/\\d{1,2})`;
const WEEKDAY = '(?:\\s?[(（](?:週|周|星期|禮拜)?[一二三四五六日天][)）]|\\s?(?:週|周|星期|禮拜)[一二三四五六日天])?';
const NAMED_PART =
  '凌晨|清晨|一早|大清早|早上|早晨|上午|中午|正午|午後|下午|傍晚|黃昏|晚上|晚間|晚间|夜間|夜晚|半夜|深夜|[早午晚夜]診|[早午晚夜]诊';
const PART = `(?:${NAMED_PART}|早|午|晚|[AaPp]\\.?[Mm]\\.?)`;
const MERIDIEM = '(?:\\s?[AaPp]\\.?[Mm](?![A-Za-z])\\.?)?';
/** 「2點了一碗」 is an order, no hour. */
const HOUR = '[點点](?!了|餐|單|心|滴|菜)';
const CLOCK = `(?:\\d{1,2}\\s?(?::(?=\\s?\\d{2})|${HOUR}|[時时])\\s?(?:\\d{1,2}\\s?分?|半)?${MERIDIEM}|\\d{1,2}\\s?[AaPp]\\.?[Mm](?![A-Za-z])\\.?|${CN}{1,3}\\s?(?:${HOUR}|[時时])\\s?(?:半|${CN}{1,3}\\s?分?|\\d{1,2}\\s?分?)?)`;
const VISIT = new RegExp(
  `(?<!\\d|\\d[./:-])(?:${FULL}|${SHORT})${WEEKDAY}[\\s,]{0,2}(?:的)?(?:${PART}\\s?)?(?:(?:大概|大約|約莫|將近|差不多|約|快|近)\\s?)?${CLOCK}(?:整|左右|許|初|前後|多(?!小時))?(?!\\d)`,
  'g',
);
/** A day and its part: 「9月3日上午抽血」. */
const VISIT_PART = new RegExp(
  `(?<!\\d|\\d[./:-])(?:${FULL}|${SHORT})${WEEKDAY}\\s?(?:的)?(?:${NAMED_PART})(?!餐|場|班|茶|\\s?(?:\\d{1,2}|${CN}{1,3})\\s?[:點点時时])`,
  'g',
);
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const ENGLISH_DAY = `(?:${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(?:19|20)\\d{2})?|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}(?:,?\\s(?:19|20)\\d{2})?)`;
const ENGLISH_CLOCK = '(?:\\d{1,2}(?::\\d{2})?\\s?[AaPp]\\.?[Mm](?![A-Za-z])\\.?|\\d{1,2}:\\d{2}|noon|midnight)';
const ENGLISH_VISIT = new RegExp(
  `(?<![A-Za-z\\d])(?:${ENGLISH_DAY}(?:,?\\s(?:at\\s|around\\s|about\\s|@\\s?)?${ENGLISH_CLOCK}|,?\\s(?:in the\\s)?(?:morning|afternoon|evening|night))|${ENGLISH_CLOCK},?\\son\\s${ENGLISH_DAY}|(?:\\d{4}[/-])?\\d{1,2}[/-]\\d{1,2}(?:/\\d{2,4})?\\s(?:at|around|@)\\s${ENGLISH_CLOCK})`,
  'g',
);
const ENGLISH_DATE = new RegExp(`(?<![A-Za-z\\d])${ENGLISH_DAY}(?![\\d:])`, 'g');
const HAS_MONTH = new RegExp(`${MONTH}\\s\\d|\\d(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}|\\d\\s(?:at|around|@)\\s\\d`);
/** What a clinic announces is no one's visit: 「12/24 下午 3 點起停診」. */
const NOTICE_AFTER =
  /^[^，。！？\n]{0,5}(?:起[^床來]|[休停公]診|公休|截止|開幕|開打|開放|開賣|講座|義診|停電|停水|維護|為止|施打|下架|更新|活動|特賣|優惠)/;
const NOTICE_BEFORE = /活動|優惠|營業|開業|公告|預計|預定|檔期|講座|截止|效期|有效|時間為/;
/** A slash beside a date in words parts it from what else is listed: 「/民國70年2月3日/0912…」. */
const DATE = new RegExp(`(?<!\\d|\\d[./:-](?=\\d))${FULL}(?!\\d|(?<![日號号])[./:-]\\d)`, 'g');
const COMPACT = /(?<!\d)(?:0\d{6}|(?:19|20)\d{6})(?!\d)/g;
const BORN_BEFORE = /(?:生日|出生|生於|生于|出生年月日|birthday|birth date|date of birth|DOB|born)[^。！？\n]{0,10}$/i;
/** 「唸出我的民國七十五年十月十九日」: somebody's own date. */
const OWN = /(?:我|他|她|你|妳|本人|媽媽|爸爸|女兒|兒子|太太|先生)的$/;
const BORN_AFTER = /^\s?(?:出)?生(?!效|病|產|活|意|氣|物|日當|技)|^[^，。！？\n\d]{0,8}出生(?!率|證|數|人口)/;
const BORN_AFTER_ENGLISH =
  /^,?\s?(?:is|was)\s(?:my|his|her|our|the)\s(?:\w+\s)?(?:birthday|birth date|date of birth|DOB)/i;
/** Right after the word six figures or a day without its year are one too: 「生日780519」「生日是5月19日」. */
const BORN_SHORT =
  /(?:生日|出生(?:年月日|日期)?|DOB|[Bb]irthday|[Dd]ate of birth|[Bb]orn on)[\s:：是為]{0,3}(\d{6}(?!\d)|\d{1,2}\/\d{1,2}\/(?:19|20)\d{2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日號]?(?![日號]|\s?[日號]|\s?[起前至到-]))/dg;
/** A day with its year right beside somebody's ID: 「林淑芬 68/5/2 F131…」「H221… 女 70/6/1」. */
const ID_BEFORE = /(?<![A-Za-z0-9])[A-Za-z][1289]\d{8}[\s,，、/;；|]{1,3}(?:[男女][\s,，、/;；|]{1,3})?$/;
const ID_AFTER = /^[\s,，、/;；|]{1,3}(?:[男女][\s,，、/;；|]{1,3})?[A-Za-z][1289]\d{8}(?!\d)/;
/** A year in which writers and their people are born: not the one of a visit. */
const BIRTH_YEAR = /^(?:民國|西元)?\s?(?:19\d\d|20(?:0\d|1[0-5])|0?[1-9]\d|10[0-4])(?!\d)/;
/** 「72年次」「民國62年生」: the year alone. */
const BORN_YEAR =
  /(?<![\d./-])(?:(?:民國|西元)\s?)?(?:[1-9]\d|1[01]\d|(?:19|20)\d\d|[四五六七八九]十[一二三四五六七八九]?)\s?年(?:次|(?:出)?生)(?!效|病|產|活|意|氣|理|日|長|命|態|技|醫|率|[的者]?(?:民眾|長者)|者|[（(]?含|以[上前後下]|之[前後])/g;
const LIST_OF_DATA = /身分證|身份證|證號|姓名|手機|電話|健保卡|車號|病歷|[A-Za-z][1289]\d{8}|09\d{2}/;
const RANGE = /^\s?(?:\(含\)|（含）)?(?:以前|以後|之前|之後|前|後)?(?:\(含\)|（含）)?(?:出生者|以前出生|以後出生)/;

function plausibleDay(value: string): boolean {
  const m = /(\d{1,2})[./-]\s?(\d{1,2})$/.exec(value.replace(/\s/g, ''));
  if (!m) return true;
  const month = Number(m[1]);
  const day = Number(m[2]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 「890521」: a year, a month and a day. */
function plausibleSix(value: string): boolean {
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 「1/2」 to 「12/31」; what is not written with a slash is a date by its words. */
function plausibleShort(value: string): boolean {
  const m = /^(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(value);
  if (!m) return true;
  const month = Number(m[1]);
  return month >= 1 && month <= 12 && Number(m[2]) >= 1 && Number(m[2]) <= 31;
}

const isNotice = (text: string, start: number, end: number): boolean =>
  before(text, start, 8, NOTICE_BEFORE) || NOTICE_AFTER.test(text.slice(end, end + 9));

/** 「Oct 14 at 3:30 pm」「born on 12 March 1990」 */
function readEnglish(text: string, found: Candidate[]): void {
  for (const m of matches(text, ENGLISH_VISIT))
    found.push({ type: 'VISIT_TIME', start: m.index, end: m.index + m[0].length, score: 0.75 });
  for (const m of matches(text, ENGLISH_DATE)) {
    const end = m.index + m[0].length;
    const born = before(text, m.index, 18, BORN_BEFORE) || BORN_AFTER_ENGLISH.test(text.slice(end, end + 40));
    if (born) found.push({ type: 'BIRTHDAY', start: m.index, end, score: 0.9 });
  }
}

/** 「1/2」「80.1.2」: what days in figures have; a clock time, a price or 「4.5」 does not. */
const FIGURES = /\d\/\d|\d([./-])\s?\d{1,2}\1\s?\d/g;
const SIX = /\d{6}/;

const isNumeral = new Uint8Array(0x10000);
for (const char of '0123456789〇零一二兩三四五六七八九十廿卅元正百') isNumeral[char.charCodeAt(0)] = 1;
const numeralAt = (text: string, at: number): boolean => isNumeral[text.charCodeAt(at) | 0] === 1;

/** 「1月2日」, not 「這個月」: a date in words has a number on both sides. */
const isMonth = (text: string, at: number): boolean =>
  (numeralAt(text, at - 1) || (/\s/.test(text.charAt(at - 1)) && numeralAt(text, at - 2))) &&
  (numeralAt(text, at + 1) || (/\s/.test(text.charAt(at + 1)) && numeralAt(text, at + 2)));

/** So far from its month a date may begin, and end with its time of day. */
const [BEFORE_MONTH, BEHIND_MONTH] = [30, 80];

/**
 * From where to where dates can stand; null where none can. Patterns that open with many different characters are
 * slow, and so they are read only there.
 */
function whereDates(text: string, digits: number): [number, number] | null {
  let first = -1;
  let last = -1;
  for (let at = text.indexOf('月'); at >= 0; at = text.indexOf('月', at + 1)) {
    if (!isMonth(text, at)) continue;
    if (first < 0) first = at;
    last = at;
  }
  for (const m of digits >= 2 ? matches(text, FIGURES) : []) {
    if (first < 0 || m.index < first) first = m.index;
    if (m.index > last) last = m.index;
  }
  return first < 0 ? null : [Math.max(0, first - BEFORE_MONTH), last + BEHIND_MONTH];
}

/** A date with its year has one of these. */
const HAS_YEAR = /年|\d([./-])\s?\d{1,2}\1/;

/** Without these no visit time, and no birthday, can be meant. */
const CLOCK_MARK =
  /(?:[日號号)一二三四五六日天]|[/.-]\s?\d{1,2}|月\s?[0-9一二三四五六七八九十]{1,3})\s?[^\d,，。！？\n]{0,8}\s?(?:\d{1,2}|[一二三四五六七八九十兩]{1,3})\s?(?:[點点時时:]|[AaPp]\.?[Mm])/;
const PART_MARK =
  /(?:[日號号)一二三四五六日天]|[/.-]\s?\d{1,2}|月\s?[0-9一二三四五六七八九十]{1,3})\s?(?:的)?[凌清一大早上中正下午傍黃晚夜半深]/;
const PERSONAL_MARK = /生|birth|born|DOB|民國|的\s?\d/i;

const BIRTH_WORD = /[次生](?<=年(?:次|出?生))/;

/** Birthdays and visit times: both are dates; the words around decide. */
export const dates: Recognizer = {
  types: ['BIRTHDAY', 'VISIT_TIME'],
  applies: (g) =>
    (g.digits >= 2 || g.numerals >= 2) &&
    (whereDates(g.text, g.digits) !== null ||
      (g.digits >= 6 && SIX.test(g.text)) ||
      BIRTH_WORD.test(g.text) ||
      (g.latin >= 3 && HAS_MONTH.test(g.text))),
  find({ text, digits, numerals, latin }) {
    const found: Candidate[] = [];
    if (latin >= 3 && HAS_MONTH.test(text)) readEnglish(text, found);
    const where = whereDates(text, digits);
    const [from, to] = where ?? [0, 0];
    const upTo = to < text.length ? text.slice(0, to) : text;
    const near = from > 0 ? upTo.slice(from) : upTo;
    for (const m of CLOCK_MARK.test(near) ? matches(upTo, VISIT, from) : []) {
      const end = m.index + m[0].trimEnd().length;
      // 「9:30–12:00」 after a date is a clinic's hours, not a visit.
      if (/^\s?[-–~至到]\s?\d{1,2}[:點]/.test(text.slice(end, end + 6))) continue;
      if (isNotice(text, m.index, end) || !plausibleShort(m[0])) continue;
      found.push({ type: 'VISIT_TIME', start: m.index, end, score: 0.75 });
    }
    for (const m of PART_MARK.test(near) ? matches(upTo, VISIT_PART, from) : []) {
      const end = m.index + m[0].length;
      if (isNotice(text, m.index, end) || !plausibleShort(m[0])) continue;
      found.push({ type: 'VISIT_TIME', start: m.index, end, score: 0.6 });
    }
    const personal = HAS_YEAR.test(near) && (digits + numerals > 12 || PERSONAL_MARK.test(text));
    for (const m of personal ? matches(upTo, DATE, from) : []) {
      const end = m.index + m[0].trimEnd().length;
      if (RANGE.test(text.slice(end, end + 12)) || !plausibleDay(m[0])) continue;
      const born = before(text, m.index, 18, BORN_BEFORE) || BORN_AFTER.test(text.slice(end, end + 12));
      const own = /民國|年/.test(m[0]) && before(text, m.index, 3, OWN) && !after(text, end, 3, /掛|診|手術|約|訂/);
      const listed =
        digits + numerals > 12 &&
        LIST_OF_DATA.test(text) &&
        before(text, m.index, 1, /[,，、／/;；]/) &&
        after(text, end, 1, /[,，、／/;；]/);
      const beside =
        BIRTH_YEAR.test(m[0]) && (before(text, m.index, 18, ID_BEFORE) || ID_AFTER.test(text.slice(end, end + 18)));
      if (born || listed || own || beside)
        found.push({ type: 'BIRTHDAY', start: m.index, end, score: born ? 0.95 : 0.7 });
    }
    for (const m of text.includes('生') || (latin >= 3 && /DOB|birth|born/i.test(text))
      ? matches(text, BORN_SHORT)
      : []) {
      const at = m.indices?.[1];
      const value = m[1] ?? '';
      if (at && (!/^\d{6}$/.test(value) || plausibleSix(value)))
        found.push({ type: 'BIRTHDAY', start: at[0], end: at[1], score: 0.65 });
    }
    for (const m of BIRTH_WORD.test(text) ? matches(text, BORN_YEAR) : [])
      found.push({ type: 'BIRTHDAY', start: m.index, end: m.index + m[0].length, score: 0.6 });
    for (const m of digits >= 7 ? matches(text, COMPACT) : []) {
      if (before(text, m.index, 8, BORN_BEFORE))
        found.push({ type: 'BIRTHDAY', start: m.index, end: m.index + m[0].length, score: 0.85 });
    }
    return found;
  },
};
