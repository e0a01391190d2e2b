import { before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const CITY =
  '(?:(?:[臺台]北|新北|桃園|[臺台]中|[臺台]南|高雄|基隆|新竹|嘉義)市|(?:新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|[臺台]東|澎湖|金門|連江)[縣县])';
const TOWN = '(?:[\\u4e00-\\u9fff]{1,3}[區区鄉乡鎮镇市])';
/** Said short before its town: 「北市大安區」「苗栗竹南鎮」. */
const SHORT_CITY =
  '(?:北市|新北|[臺台][北中南東]|桃園|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|澎湖|金門)[市縣县]?';
/** 「3 1 5 號」: dictated, or apart so that no search finds it. */
const NUM = '(?:\\d{1,4}|\\d(?:\\s\\d){1,3}|[一二三四五六七八九十百]{1,5})';
const ROAD = `[\\u4e00-\\u9fff]{1,5}?(?:路|街|大道)(?:\\s?${NUM}\\s?段)?`;
const LANE = `(?:\\s?${NUM}\\s?巷)?(?:\\s?${NUM}\\s?弄)?(?:\\s?${NUM}\\s?衖)?`;
const HOUSE = `\\s?${NUM}(?:\\s?[-之]\\s?${NUM})?\\s?[號号](?:\\s?之\\s?${NUM})?(?:[\\s,，]{0,2}(?:地下)?\\s?[BbＢ]?${NUM}\\s?(?:[樓楼]|[Ff](?![A-Za-z])))?(?:\\s?[之-]\\s?${NUM})?(?:\\s?${NUM}\\s?室)?`;
const WITH_CITY = new RegExp(
  `(?:${CITY}\\s?${TOWN}?|${SHORT_CITY}\\s?${TOWN}|${TOWN})\\s?(?:[\\u4e00-\\u9fff]{1,3}[村里])?\\s?(?:${NUM}\\s?[鄰邻])?\\s?(?:${ROAD})?${LANE}(?:${HOUSE})`,
  'g',
);
const STREET = new RegExp(`([\\u4e00-\\u9fff]{2,4}(?:路|街|大道)(?:\\s?${NUM}\\s?段)?)${LANE}(?:${HOUSE})`, 'g');
const LANE_ALONE = new RegExp(
  `([\\u4e00-\\u9fff]{2,4}(?:路|街)(?:\\s?${NUM}\\s?段)?)\\s?${NUM}\\s?巷(?:\\s?${NUM}\\s?弄)?`,
  'g',
);
/** A postcode stands right before its city: 「10667 台北市…」. */
const POSTCODE = /(?<!\d)\d{3}(?:\d{2,3})?\s?$/;
const AT_CITY = new RegExp(`^(?:${CITY}|${SHORT_CITY}\\s?${TOWN})`);
const CITY_INSIDE = new RegExp(`(?<=^.{1,3})${CITY}`);
const BEFORE_ROAD = new RegExp(`(?:${CITY}\\s?${TOWN}?|${TOWN})\\s?$`);
/** The writer says that he lives there; a road or lane by itself is a place like any other. */
const LIVES = /(?:我家|住|家在|家就在|戶籍|老家|他家|她家)[^。！？\n]{0,6}$/;
const LIVES_AFTER = /^\s?(?:的?(?:住戶|居民|鄰居)|我家|這邊的住)/;
const LEAD =
  /^(?:.*(?:地址|住址|位於|寄到|送到|住在|就在|改寄|登記在|家在|請至|快遞寄|門牌|住|在|到|至|寄|是|的|於|往|從|了|為))(?=.)/;

/** Towns as they are said without 區 or 市: part of an address when a road follows. */
const SPOKEN_TOWN =
  /(?:(?:台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|嘉義|彰化|屏東|宜蘭|花蓮|台東|臺東|苗栗|南投|雲林)?(?:板橋|中和|永和|新莊|三重|蘆洲|汐止|土城|樹林|新店|淡水|林口|三峽|鶯歌|泰山|五股|八里|深坑|中壢|平鎮|八德|楊梅|龜山|蘆竹|大園|大溪|龍潭|竹北|竹東|湖口|頭份|竹南|豐原|大里|太平|北屯|西屯|南屯|沙鹿|清水|大甲|潭子|大雅|烏日|霧峰|員林|鹿港|和美|草屯|斗六|虎尾|北港|永康|安平|仁德|歸仁|善化|佳里|新營|鳳山|左營|楠梓|三民|苓雅|前鎮|鼓山|鳥松|岡山|小港|潮州|東港|羅東|礁溪|內湖|士林|北投|大安|信義|文山|萬華|松山|南港|中山|大同)|(?:台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|嘉義|彰化|屏東|宜蘭|花蓮|台東|臺東|苗栗|南投|雲林))$/;

/** The start of an address with the town that is said before its road. */
function withTown(text: string, start: number): number {
  const m = SPOKEN_TOWN.exec(text.slice(Math.max(0, start - 4), start));
  if (m) return start - m[0].length;
  const city = BEFORE_ROAD.exec(text.slice(Math.max(0, start - 9), start));
  if (!city) return start;
  const lead = LEAD.exec(city[0].slice(0, 4));
  return start - city[0].length + (lead ? lead[0].length : 0);
}

/** Of three characters before 路, whatever is before them. */
const LONG_ROAD = /(?:羅斯福|凱達格|麥克阿|達格蘭|克阿瑟)$/;

/**
 * Roads have two characters before 路, three when the last is a direction (中山東路, 站前南路); three, too, where a word
 * that leads to a place stands right before them.
 */
function roadStart(start: number, road: string): number {
  const end = road.search(/(?:路|街|大道)/);
  const name = road.slice(0, end);
  const keep = /[東西南北中一二三四五六七八九十]$/.test(name) || LONG_ROAD.test(name) ? 3 : 2;
  const cut = Math.max(0, name.length - keep);
  const lead = LEAD.exec(name);
  const led = lead ? name.length - lead[0].length : 0;
  if (lead && led === 3 && !/^[我你他這那旁隔對]/.test(name.slice(-3))) return start + lead[0].length;
  const skip = lead && led >= 2 ? Math.max(cut, lead[0].length) : cut;
  return start + Math.min(skip, Math.max(0, name.length - 2));
}

/** 「我住三民路二段」「住土城金城路二段的林小姐」: a road with its section where somebody lives. */
const LIVES_ON = new RegExp(
  `(?:我?家?住|我家|家在|老家|戶籍)(?:就?在|於)?\\s?((?:${CITY}|${SHORT_CITY})?(?:${TOWN}|[\\u4e00-\\u9fff]{2})?[\\u4e00-\\u9fff]{2,4}?(?:路|街|大道)\\s?${NUM}\\s?段)(?!\\s?[\\d一二三四五六七八九十])`,
  'dg',
);
const SECTION = /段(?<=[路街道]\s?[\d一二三四五六七八九十]{1,3}\s?段)/;

/** A house or lane number behind a road, a village or a lane: without it the patterns need not run. */
const HAS_NUMBER = /[號号巷](?<=[路街道村里鄰巷弄段][\s\d一二三四五六七八九十百\-之段巷弄鄰邻]{1,24}[號号巷])/;

/** Where an address in English begins, and what each of its parts between commas may be. */
const ENGLISH_START =
  /(?<![A-Za-z0-9])(?:(?:\d{1,3}F|\d{1,3}\/F|Rm\.?\s?\d|Room\s\d|No\.?\s?\d|\d{1,4}(?:-\d{1,3})?(?:,\s?(?:Ln|Lane|Sec|Aly|Alley)|\s[A-Z][a-z]+)))/g;
const ENGLISH_PART =
  /^,?\s?(?:\d{1,3}F\.?(?:-\d{1,3})?|\d{1,3}\/F|(?:Rm|Room)\.?\s?[A-Za-z0-9-]{1,6}|No\.?\s?\d{1,4}(?:-\d{1,3})?|(?:Ln|Lane|Aly|Alley|Sec|Section)\.?\s?\d{1,4}|(?:\d{1,4}(?:-\d{1,3})?,?\s)?[A-Z][A-Za-z'-]{1,15}(?:\s[A-Z0-9][A-Za-z0-9.'-]{0,12}){0,3}?\s(?:Rd|Road|St|Street|Ave|Avenue|Blvd|Boulevard)\b\.?(?:\s(?:Sec|Section)\.?\s?\d)?|(?:New\s)?[A-Z][A-Za-z'-]{1,15}\s(?:Dist|District|City|County|Township|Village)\b\.?(?:\s\d{3,6})?|(?:Taipei|Taichung|Kaohsiung|Tainan|Hsinchu|Taoyuan|Keelung|Chiayi|Taiwan)(?:\sCity)?(?:\s\d{3,6})?(?![A-Za-z]))/;
const ENGLISH_ROAD = /\s(?:Rd|Road|St|Street|Ave|Avenue|Blvd|Boulevard)\b/;

/** 「No. 27, Ln. 118, Some Rd., East Dist., Hsinchu City 300」: part by part, a house number and a road among them. */
function readEnglish(text: string, found: Candidate[]): void {
  let last = 0;
  for (const m of matches(text, ENGLISH_START)) {
    if (m.index < last) continue;
    let end = m.index;
    for (let n = 0; n < 9; n++) {
      const part = ENGLISH_PART.exec(text.slice(end, end + 80));
      if (!part) break;
      end += part[0].length;
    }
    const value = text.slice(m.index, end);
    if (!ENGLISH_ROAD.test(value) || !/\d/.test(value)) continue;
    last = end;
    found.push({ type: 'ADDRESS', start: m.index, end, score: 0.8 });
  }
}

export const address: Recognizer = {
  types: ['ADDRESS'],
  applies: (g) =>
    (g.digits >= 1 || g.numerals >= 1) &&
    ((g.cjk && (HAS_NUMBER.test(g.text) || SECTION.test(g.text))) || (g.latin >= 10 && ENGLISH_ROAD.test(g.text))),
  find({ text, latin, digits }) {
    const found: Candidate[] = [];
    if (digits > 0 && latin >= 10 && ENGLISH_ROAD.test(text)) readEnglish(text, found);
    const free = (start: number, end: number): boolean => !found.some((f) => start < f.end && f.start < end);
    for (const m of matches(text, WITH_CITY)) {
      let start = m.index;
      const hasCity = AT_CITY.test(m[0]);
      if (!hasCity) {
        // 「地址台北市…」: the match may begin inside the word before the city.
        const city = CITY_INSIDE.exec(m[0]);
        const lead = LEAD.exec(m[0].slice(0, 4)) ?? /^[址宅家]/.exec(m[0]);
        if (city) start += city.index;
        else if (lead) start += lead[0].length;
        if (!/[區区鄉乡鎮镇市縣县]/.test(text.slice(start, start + 4)) || !/(?:路|街|大道|村|里|巷)/.test(m[0]))
          continue;
      }
      const code = hasCity ? POSTCODE.exec(text.slice(Math.max(0, start - 8), start)) : null;
      if (code) start -= code[0].trimStart().length;
      found.push({ type: 'ADDRESS', start, end: m.index + m[0].trimEnd().length, score: hasCity ? 0.95 : 0.85 });
    }
    for (const m of matches(text, STREET)) {
      const end = m.index + m[0].trimEnd().length;
      const start = withTown(text, roadStart(m.index, m[1] ?? ''));
      if (free(start, end)) found.push({ type: 'ADDRESS', start, end, score: 0.8 });
    }
    for (const m of matches(text, LANE_ALONE)) {
      const start = withTown(text, roadStart(m.index, m[1] ?? ''));
      const end = m.index + m[0].length;
      if (
        free(start, end) &&
        (before(text, start, 14, LIVES) ||
          LIVES_AFTER.test(text.slice(end, end + 6)) ||
          LIVES.test(text.slice(Math.max(0, m.index - 10), start)))
      ) {
        found.push({ type: 'ADDRESS', start, end, score: 0.75 });
      }
    }
    for (const m of SECTION.test(text) ? matches(text, LIVES_ON) : []) {
      const at = m.indices?.[1];
      if (at) found.push({ type: 'ADDRESS', start: at[0], end: at[1], score: 0.6 });
    }
    return found;
  },
};
