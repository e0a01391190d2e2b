import { after, before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

/** Old and new plates of cars, motorcycles and taxis (公路總局). */
const PLATE =
  /(?<![A-Za-z0-9-])(?:[A-Z]{3}-?\d{4}|[A-Z]{3}-?\d{3}|\d{3}-?[A-Z]{3}|\d{4}-[A-Z0-9]{2}|[A-Z0-9]{2}-\d{4}|[A-Z][A-Z0-9]\d?-\d{3,4}|\d{3,4}-[A-Z0-9]{2,3})(?![A-Za-z0-9-])/g;
/** With the word before it a blank is enough. */
const LABELLED =
  /(?:車牌|車號|牌照)(?:號碼)?[\s:：是為]{0,3}((?:[A-Z]{3} \d{4}|[A-Z]{3} \d{3}|\d{4} [A-Z]{2}|[A-Z]{2} \d{4}))(?![A-Za-z0-9-])/dg;
const CAR =
  /車牌|車號|車主|牌照|計程車|司機|車子|轎車|休旅|機車|汽車|貨車|那台車|這台車|台車|電動車|開車|騎|並排|停在|擋到|兩台/;
const NOT_A_PLATE = /型號|批號|編號|LOT|發票|序號|訂單|病歷|房號|料號|保溫|版本|檔名|代碼/i;

export const plate: Recognizer = {
  types: ['PLATE'],
  applies: (g) => g.digits >= 2 && g.latin >= 1 && CAR.test(g.text),
  find({ text }) {
    const found: Candidate[] = [];
    for (const m of matches(text, PLATE)) {
      const start = m.index;
      const end = start + m[0].length;
      if (!/[A-Z]/.test(m[0]) || !/\d/.test(m[0]) || before(text, start, 6, NOT_A_PLATE)) continue;
      const labelled = before(text, start, 8, /車牌|車號|牌照/);
      if (labelled || before(text, start, 24, CAR) || after(text, end, 14, CAR)) {
        found.push({ type: 'PLATE', start, end, score: labelled ? 0.95 : 0.8 });
      }
    }
    for (const m of matches(text, LABELLED)) {
      const at = m.indices?.[1];
      if (at) found.push({ type: 'PLATE', start: at[0], end: at[1], score: 0.9 });
    }
    return found;
  },
};
