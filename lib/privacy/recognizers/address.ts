import { before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const CITY =
  '(?:(?:[臺台]北|新北|桃園|[臺台]中|[臺台]南|高雄|基隆|新竹|嘉義)市|(?:新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|[臺台]東|澎湖|金門|連江)縣)';
const TOWN = '(?:[\\u4e00-\\u9fff]{1,3}[區鄉鎮市])';
const NUM = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})';
const ROAD = `[\\u4e00-\\u9fff]{1,5}?(?:路|街|大道)(?:\\s?${NUM}\\s?段)?`;
const LANE = `(?:\\s?${NUM}\\s?巷)?(?:\\s?${NUM}\\s?弄)?(?:\\s?${NUM}\\s?衖)?`;
const HOUSE = `\\s?${NUM}(?:\\s?[-之]\\s?${NUM})?\\s?號(?:\\s?之\\s?${NUM})?(?:\\s?(?:地下)?\\s?[BbＢ]?${NUM}\\s?(?:樓|[Ff](?![A-Za-z])))?(?:\\s?之\\s?${NUM})?(?:\\s?${NUM}\\s?室)?`;
const WITH_CITY = new RegExp(
  `(?:${CITY}\\s?${TOWN}?|${TOWN})\\s?(?:${NUM}\\s?鄰|[\\u4e00-\\u9fff]{1,3}[村里])?\\s?(?:${ROAD})?${LANE}(?:${HOUSE})`,
  'g',
);
const STREET = new RegExp(`([\\u4e00-\\u9fff]{2,4}(?:路|街|大道)(?:\\s?${NUM}\\s?段)?)${LANE}(?:${HOUSE})`, 'g');
const LANE_ALONE = new RegExp(
  `([\\u4e00-\\u9fff]{2,4}(?:路|街)(?:\\s?${NUM}\\s?段)?)\\s?${NUM}\\s?巷(?:\\s?${NUM}\\s?弄)?`,
  'g',
);
/** The writer says that he lives there; a road or lane by itself is a place like any other. */
const LIVES = /(?:我家|住|家在|家就在|戶籍|老家|他家|她家)[^。！？\n]{0,6}$/;
const LEAD =
  /^(?:.*(?:地址|住址|位於|寄到|送到|住在|就在|改寄|登記在|家在|請至|快遞寄|門牌|住|在|到|至|寄|是|的|於|往|從|了|為))(?=.)/;

/** Towns as they are said without 區 or 市: part of an address when a road follows. */
const SPOKEN_TOWN =
  /(?:(?:台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|嘉義|彰化|屏東|宜蘭|花蓮|台東|臺東|苗栗|南投|雲林)?(?:板橋|中和|永和|新莊|三重|蘆洲|汐止|土城|樹林|新店|淡水|林口|三峽|鶯歌|泰山|五股|八里|深坑|中壢|平鎮|八德|楊梅|龜山|蘆竹|大園|大溪|龍潭|竹北|竹東|湖口|頭份|竹南|豐原|大里|太平|北屯|西屯|南屯|沙鹿|清水|大甲|潭子|大雅|烏日|霧峰|員林|鹿港|和美|草屯|斗六|虎尾|北港|永康|安平|仁德|歸仁|善化|佳里|新營|鳳山|左營|楠梓|三民|苓雅|前鎮|鼓山|鳥松|岡山|小港|潮州|東港|羅東|礁溪|內湖|士林|北投|大安|信義|文山|萬華|松山|南港|中山|大同)|(?:台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|嘉義|彰化|屏東|宜蘭|花蓮|台東|臺東|苗栗|南投|雲林))$/;

/** The start of an address with the town that is said before its road. */
function withTown(text: string, start: number): number {
  const m = SPOKEN_TOWN.exec(text.slice(Math.max(0, start - 4), start));
  return m ? start - m[0].length : start;
}

/** Roads have two characters before 路, three when the last is a direction (中山東路, 站前南路). */
function roadStart(start: number, road: string): number {
  const end = road.search(/(?:路|街|大道)/);
  const name = road.slice(0, end);
  const keep = /[東西南北中一二三四五六七八九十]$/.test(name) ? 3 : 2;
  const cut = Math.max(0, name.length - keep);
  const lead = LEAD.exec(name);
  const skip = lead && name.length - lead[0].length >= 2 ? Math.max(cut, lead[0].length) : cut;
  return start + Math.min(skip, Math.max(0, name.length - 2));
}

/** A house or lane number behind a road, a village or a lane: without it the patterns need not run. */
const HAS_NUMBER = /[路街道村里鄰巷弄段][\s\d一二三四五六七八九十百\-之段巷弄鄰]{1,24}[號巷]/;

export const address: Recognizer = {
  types: ['ADDRESS'],
  applies: (g) => (g.digits >= 1 || g.numerals >= 1) && g.cjk && HAS_NUMBER.test(g.text),
  find({ text }) {
    const found: Candidate[] = [];
    const free = (start: number, end: number): boolean => !found.some((f) => start < f.end && f.start < end);
    for (const m of matches(text, WITH_CITY)) {
      let start = m.index;
      const hasCity = new RegExp(`^${CITY}`).test(m[0]);
      if (!hasCity) {
        const lead = LEAD.exec(m[0].slice(0, 4));
        if (lead) start += lead[0].length;
        if (!/[區鄉鎮市]/.test(text.slice(start, start + 4)) || !/(?:路|街|大道|村|里|巷)/.test(m[0])) continue;
      }
      found.push({ type: 'ADDRESS', start, end: m.index + m[0].trimEnd().length, score: hasCity ? 0.95 : 0.85 });
    }
    for (const m of matches(text, STREET)) {
      const end = m.index + m[0].trimEnd().length;
      const start = withTown(text, roadStart(m.index, m[1] ?? ''));
      if (free(start, end)) found.push({ type: 'ADDRESS', start, end, score: 0.8 });
    }
    for (const m of matches(text, LANE_ALONE)) {
      const start = roadStart(m.index, m[1] ?? '');
      const end = m.index + m[0].length;
      if (
        free(start, end) &&
        (before(text, start, 14, LIVES) || LIVES.test(text.slice(Math.max(0, m.index - 10), start)))
      ) {
        found.push({ type: 'ADDRESS', start, end, score: 0.75 });
      }
    }
    return found;
  },
};
