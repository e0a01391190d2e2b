import { after, before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const CN = '[〇零一二兩三四五六七八九十元正百]';
const YEAR = `(?:民國|西元|中華民國)?\\s?(?:\\d{2,4}|${CN}{1,5})\\s?年`;
/** A day with its year, in figures or words. */
const FULL = `(?:${YEAR}\\s?(?:\\d{1,2}|${CN}{1,3})\\s?月\\s?(?:\\d{1,2}|${CN}{1,3})\\s?[日號]?|(?:民國|西元)?\\s?\\d{2,4}([./-])\\s?\\d{1,2}\\1\\s?\\d{1,2})`;
const SHORT = `(?:(?:\\d{1,2}|${CN}{1,3})\\s?月\\s?(?:\\d{1,2}|${CN}{1,3})\\s?[日號]?|\\d{1,2}/\\d{1,2})`;
const WEEKDAY = '(?:\\s?[(（](?:週|周|星期|禮拜)?[一二三四五六日][)）])?';
const PART = '(?:凌晨|清晨|一早|早上|早|上午|中午|午後|下午|傍晚|晚上|晚間|夜間|夜晚|半夜|深夜|午)';
const CLOCK = `(?:\\d{1,2}\\s?(?::|點|時)\\s?(?:\\d{1,2}\\s?分?|半)?|${CN}{1,3}\\s?[點時]\\s?(?:半|${CN}{1,3}\\s?分?|\\d{1,2}\\s?分?)?)`;
const VISIT = new RegExp(
  `(?<!\\d|\\d[./:-])(?:${FULL}|${SHORT})${WEEKDAY}\\s?(?:${PART}\\s?)?${CLOCK}(?:整|左右)?(?!\\d)`,
  'g',
);
/** A day and its part, where someone was there. */
const VISIT_PART = new RegExp(
  `(?<!\\d|\\d[./:-])(?:${FULL}|${SHORT})${WEEKDAY}\\s?(?:的)?${PART}(?=\\s?(?:去|來|到|帶|陪|看診|門診|就診|掛號|回診|急診|住院|開刀|手術|的診|掛))`,
  'g',
);
const DATE = new RegExp(`(?<!\\d|\\d[./:-])${FULL}(?!\\d|[./:-]\\d)`, 'g');
const COMPACT = /(?<!\d)(?:0\d{6}|(?:19|20)\d{6})(?!\d)/g;
const BORN_BEFORE = /(?:生日|出生|生於|出生年月日|birthday|DOB|born)[^。！？\n]{0,10}$/i;
/** 「唸出我的民國七十五年十月十九日」: somebody's own date. */
const OWN = /(?:我|他|她|你|妳|本人|媽媽|爸爸|女兒|兒子|太太|先生)的$/;
const BORN_AFTER = /^\s?(?:出)?生(?!效|病|產|活|意|氣|物|日當|技)/;
const LIST_OF_DATA = /身分證|身份證|證號|姓名|手機|電話|健保卡|車號|病歷|[A-Za-z][1289]\d{8}|09\d{2}/;
const RANGE = /^\s?(?:\(含\)|（含）)?(?:以前|以後|之前|之後|前|後)?(?:\(含\)|（含）)?(?:出生者|以前出生|以後出生)/;

function plausibleDay(value: string): boolean {
  const m = /(\d{1,2})[./-]\s?(\d{1,2})$/.exec(value.replace(/\s/g, ''));
  if (!m) return true;
  const month = Number(m[1]);
  const day = Number(m[2]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** A date has one of these; a clock time or a price alone does not. */
const HAS_DATE = /[年月]|\d\s?[./-]\s?\d|\d{7}/;

/** A date with its year has one of these. */
const HAS_YEAR = /年|\d([./-])\s?\d{1,2}\1/;

/** Without these no visit time, and no birthday, can be meant. */
const CLOCK_MARK =
  /(?:[日號)]|[/.-]\s?\d{1,2}|月\s?[0-9一二三四五六七八九十]{1,3})\s?[^\d,，。！？\n]{0,8}\s?(?:\d{1,2}|[一二三四五六七八九十兩]{1,3})\s?[點時:]/;
const PART_MARK =
  /(?:[日號)]|[/.-]\s?\d{1,2}|月\s?[0-9一二三四五六七八九十]{1,3})\s?(?:的)?[凌清一早上中下午傍晚夜半深]/;
const PERSONAL_MARK = /生|birth|born|DOB|民國|的\s?\d/i;

/** Birthdays and visit times: both are dates; the words around decide. */
export const dates: Recognizer = {
  types: ['BIRTHDAY', 'VISIT_TIME'],
  applies: (g) => (g.digits >= 2 || g.numerals >= 3) && HAS_DATE.test(g.text),
  find({ text, digits, numerals }) {
    const found: Candidate[] = [];
    for (const m of CLOCK_MARK.test(text) ? matches(text, VISIT) : []) {
      const end = m.index + m[0].trimEnd().length;
      // 「9:30–12:00」 after a date is a clinic's hours, not a visit.
      if (/^\s?[-–~至到]\s?\d{1,2}[:點]/.test(text.slice(end, end + 6))) continue;
      if (before(text, m.index, 6, /活動|優惠|營業|開業/)) continue;
      found.push({ type: 'VISIT_TIME', start: m.index, end, score: 0.75 });
    }
    for (const m of PART_MARK.test(text) ? matches(text, VISIT_PART) : [])
      found.push({ type: 'VISIT_TIME', start: m.index, end: m.index + m[0].length, score: 0.6 });
    const personal = HAS_YEAR.test(text) && (digits + numerals > 12 || PERSONAL_MARK.test(text));
    for (const m of personal ? matches(text, DATE) : []) {
      const end = m.index + m[0].trimEnd().length;
      if (RANGE.test(text.slice(end, end + 12)) || !plausibleDay(m[0])) continue;
      const born = before(text, m.index, 18, BORN_BEFORE) || BORN_AFTER.test(text.slice(end, end + 3));
      const own = /民國|年/.test(m[0]) && before(text, m.index, 3, OWN) && !after(text, end, 3, /掛|診|手術|約|訂/);
      const listed =
        digits + numerals > 12 &&
        LIST_OF_DATA.test(text) &&
        before(text, m.index, 1, /[,，、／/;；]/) &&
        after(text, end, 1, /[,，、／/;；]/);
      if (born || listed || own) found.push({ type: 'BIRTHDAY', start: m.index, end, score: born ? 0.95 : 0.7 });
    }
    for (const m of digits >= 7 ? matches(text, COMPACT) : []) {
      if (before(text, m.index, 8, BORN_BEFORE))
        found.push({ type: 'BIRTHDAY', start: m.index, end: m.index + m[0].length, score: 0.85 });
    }
    return found;
  },
};
