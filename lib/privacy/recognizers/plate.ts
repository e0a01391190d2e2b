import { after, before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

/** Old and new plates of cars, motorcycles and taxis (公路總局). */
const PLATE =
  /(?<![A-Za-z0-9-])(?:[A-Za-z]{3}-?\d{4}|[A-Za-z]{3}-?\d{3}|\d{3}-?[A-Za-z]{3}|\d{4}-[A-Za-z0-9]{2}|[A-Za-z0-9]{2}-\d{4}|[A-Za-z][A-Za-z0-9]\d?-\d{3,4}|\d{3,4}-[A-Za-z0-9]{2,3})(?![A-Za-z0-9-])/g;
/** A blank or a dot instead of the dash, or none, needs the word right by it. */
const BLANK =
  /(?<![A-Za-z0-9-])(?:[A-Za-z]{3}[ .·]{1,2}\d{3,4}|\d{3,4}[ .·]{1,2}[A-Za-z]{2,3}|[A-Za-z]{2}[ .·]{1,2}\d{4}|\d{4}[A-Za-z]{2}|[A-Za-z]{2}\d{4}|\d{3} - [A-Za-z]{3}|[A-Za-z]{2,3} - \d{3,4}|\d{4} - [A-Za-z0-9]{2})(?![A-Za-z0-9-])/g;
/** Plates as they have been issued since 2012: so shaped that any word of a car near is enough. */
const ISSUED_NOW = /^[A-Z]{3}-?\d{4}$/;
const CAR =
  /車牌|車號|車主|牌照|計程車|司機|車子|轎車|休旅|機車|汽車|貨車|那台車|這台車|台車|電動車|開車|騎|並排|停在|擋到|兩台|重機|[白黃紅]牌|檔車|速克達|廂型車|遊覽車|车牌|车号|车主|plate/i;
/** Makes that people name instead of saying car: 「開保時捷」. */
const MAKE =
  /賓士|寶馬|BMW|奧迪|Audi|保時捷|瑪莎拉蒂|法拉利|特斯拉|Tesla|凌志|Lexus|豐田|Toyota|Honda|裕隆|納智捷|福特|Ford|馬自達|Mazda|三菱|福斯|Volvo|Gogoro|光陽|三陽|山葉|勁戰|偉士牌|Altis|RAV4|Camry|Yaris|Benz/i;
const ANY_CAR =
  /(?<!推|餐)[車车](?!站|廠|庫|馬費|資|位|場|格|道)|違停|停車(?!場|位|格)|開的|(?:都|亂|老是)停|停(?:身障|紅線|我家|門口|斜坡)|拖吊|擋住|parked|\bcar\b|scooter|\bvan\b/i;
const LABEL = /(?:車牌|車號|牌照|车牌|车号|plate)(?:號碼|号码|號|号|number|no\.?)?[\s:：是為「(（]{0,4}$/i;
const OWNER = /^[\s」)）]{0,2}(?:的)?(?:這台|那台)?(?:車主|车主|駕駛|司機)/;
const NOT_A_PLATE = /型號|批號|編號|LOT|發票|序號|訂單|病歷|房號|料號|保溫|版本|檔名|代碼|車次|航班|公車|班次|車位|柱/i;

/** 「有台 BQQ1190 沒熄火」「BLM 4402 這台天天占騎樓」: one of several, and what only a car does. */
const UNIT_BEFORE = /[一有這那兩]?[台輛部]\s?$/;
const UNIT_AFTER = /^\s?[這那][台輛部]/;
/** 「開 ABC-1234 的是誰」「我的車ABC1234被刮」 */
const DRIVEN = /[開騎][了著過]?\s?[A-Z]{3}-?\d{4}/;
const DRIVEN_BEFORE = /(?:[開騎][了著過]?|[車车])\s?$/;
const MACHINE_AFTER = /^\s?[這那][台部](?:雷射|機[器台]|儀|設備|電腦|螢幕)/;
const ON_THE_ROAD =
  /停車|停在|停到|停了|違停|[占佔擋]|熄火|闖紅燈|逆向|擦撞|刮到|肇事|倒車|騎樓|紅線|黃線|雙黃|按喇叭|移車|拖吊|超速|臨停|車道/;
/** Letters next to figures: no plate is without. */
const SHAPED = /[A-Za-z][ .·-]{0,3}\d|\d[ .·-]{0,3}[A-Za-z]/;

const isUnit = (text: string, start: number, end: number): boolean =>
  (before(text, start, 3, UNIT_BEFORE) || after(text, end, 5, UNIT_AFTER)) &&
  (before(text, start, 24, ON_THE_ROAD) || after(text, end, 20, ON_THE_ROAD));

export const plate: Recognizer = {
  types: ['PLATE'],
  applies: (g) =>
    g.digits >= 2 &&
    g.latin >= 1 &&
    SHAPED.test(g.text) &&
    (CAR.test(g.text) || ANY_CAR.test(g.text) || MAKE.test(g.text) || ON_THE_ROAD.test(g.text) || DRIVEN.test(g.text)),
  find({ text }) {
    const found: Candidate[] = [];
    for (const m of matches(text, PLATE)) {
      const start = m.index;
      const end = start + m[0].length;
      if (!/[A-Za-z]/.test(m[0]) || !/\d/.test(m[0]) || before(text, start, 6, NOT_A_PLATE)) continue;
      if (after(text, end, 6, /^\s?號?(?:車位|停車|車格|櫃(?![檯台]))/) || after(text, end, 6, MACHINE_AFTER)) continue;
      const labelled = before(text, start, 14, LABEL) || after(text, end, 8, OWNER);
      // In small letters it may be any code: only with its name.
      if (/[a-z]/.test(m[0]) && !labelled) continue;
      const near = text.slice(Math.max(0, start - 24), start);
      const next = text.slice(end, end + 14);
      const car = CAR.test(near) || CAR.test(next);
      const dashed = m[0].includes('-');
      const issued = ISSUED_NOW.test(m[0]);
      const now =
        ((dashed || issued) && (MAKE.test(near.slice(-14)) || MAKE.test(next.slice(0, 10)))) ||
        (dashed && issued && ANY_CAR.test(near + next));
      const shown =
        dashed &&
        (ANY_CAR.test(near.slice(-10)) || /^[^，。！？]{0,9}(?<!推|餐)[車车](?!站|廠|庫|位|場|格|道)/.test(next));
      const unit = issued && (isUnit(text, start, end) || before(text, start, 3, DRIVEN_BEFORE));
      if (labelled || car || now || shown || unit)
        found.push({ type: 'PLATE', start, end, score: labelled ? 0.95 : car ? 0.8 : 0.7 });
    }
    for (const m of matches(text, BLANK)) {
      const end = m.index + m[0].length;
      if (
        before(text, m.index, 14, LABEL) ||
        after(text, end, 8, OWNER) ||
        (/^[A-Z]{3}[ .·]\d{4}$/.test(m[0]) && isUnit(text, m.index, end)) ||
        (/^[A-Z]{3} /.test(m[0]) && before(text, m.index, 3, /[車车台]\s?$/))
      )
        found.push({ type: 'PLATE', start: m.index, end, score: 0.9 });
    }
    return found;
  },
};
