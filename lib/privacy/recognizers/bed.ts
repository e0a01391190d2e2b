import { after, before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const WARD =
  '(?:[\\u4e00-\\u9fff]{1,4}(?:病房|照護中心|恢復室|加護中心)|恢復室|加護病房|安寧病房|隔離病房|呼吸照護中心|急診|(?:\\d{1,2}|[A-Z])[A-Z]?\\s?病房|[A-Z]棟\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})樓|\\d{1,2}樓\\s?[A-Z]區|[A-Z]棟|[一二三四五六七八九十]{1,3}樓)';
const BED = new RegExp(`(${WARD})?\\s?((?:\\d{1,2}[A-Z]{1,2}-?|[A-Z]-?)?\\d{1,4}(?:-\\d{1,2})?)\\s?床(?!位不|數)`, 'g');
const LABELLED = /(?:床位|床號)(?:\s|[:：是為在])*(\d{1,2}[A-Z]{0,2}-?\d{1,4}(?:-\d{1,2})?)(?!\s?床|[\dA-Za-z])/dg;
/** 「至少有 12 床」 counts beds. */
const COUNTED = /(?:有|共|剩|約|至少|空出|多了|只|總共|增加|開|等|排|全院|滿)\s?$/;

/** 「病房 1205 房 2 床」「ICU 3 床」「W12病房 05-2」 */
const ROOMED =
  /(?:病房\s?)?\d{3,4}\s?(?:號?病?房)\s?(?:第\s?)?\d{1,2}\s?床|(?:ICU|MICU|SICU|RCC|RCW|CCU|NICU)\s?(?:第\s?)?\d{1,2}\s?床|(?<![A-Za-z0-9])[A-Z]?\d{1,2}[A-Z]?\s?病房\s?\d{1,4}-\d{1,2}(?![\d-])/g;

/** 「8C07 B床」「660病房A床」; 「住 9A07」 with the word before it. */
const COMPACT =
  /(?:住(?:進|院|在|於)?|入住|轉入|轉往|病房|床號?)[\s:：(（]{0,2}((?:[A-Za-z]?\d{1,2}[A-Z]{1,2}\d{2,4}[A-Z]?|[A-Za-z]\d{2}-\d{2,3}|\d{1,2}[A-Z]{2}\d{2}(?:之\d)?)(?:\s?[A-H]?\s?床)?)(?![A-Za-z0-9-])/dg;
const LETTERED = /(?<![A-Za-z0-9])(?:\d{1,4}[A-Z]?\d{0,3}\s?(?:病房)?|\d{1,2}樓\s?\d{2})\s?[A-H]\s?床/g;

export const bed: Recognizer = {
  types: ['BED_NO'],
  applies: (g) => g.digits >= 1 && /[床住轉]|病房/.test(g.text),
  find({ text }) {
    const found: Candidate[] = [];
    const numbered = /[\dA-H]\s?床/.test(text);
    for (const m of numbered ? matches(text, BED) : []) {
      let start = m.index;
      const ward = m[1] ?? '';
      const number = m[2] ?? '';
      const lead = /^.*?(?:住在|住進|躺在|轉到|住|在|到|進|的|是)/.exec(ward);
      if (lead && ward.length - lead[0].length >= 2) start += lead[0].length;
      if (ward === '') {
        start += m[0].length - m[0].trimStart().length;
        const shaped = /[A-Z-]/.test(number);
        if (!shaped && (before(text, start, 4, COUNTED) || !before(text, start, 4, /住|在|床|第/))) continue;
      }
      found.push({ type: 'BED_NO', start, end: m.index + m[0].length, score: ward === '' ? 0.7 : 0.9 });
    }
    for (const m of numbered ? matches(text, LETTERED) : [])
      found.push({ type: 'BED_NO', start: m.index, end: m.index + m[0].length, score: 0.8 });
    for (const m of numbered || text.includes('病房') ? matches(text, ROOMED) : [])
      found.push({ type: 'BED_NO', start: m.index, end: m.index + m[0].length, score: 0.91 });
    for (const m of matches(text, COMPACT)) {
      const at = m.indices?.[1];
      if (at) found.push({ type: 'BED_NO', start: at[0], end: at[1], score: 0.6 });
    }
    for (const m of matches(text, LABELLED)) {
      const at = m.indices?.[1];
      if (at && !after(text, at[1], 2, /張|個/)) found.push({ type: 'BED_NO', start: at[0], end: at[1], score: 0.85 });
    }
    return found;
  },
};
