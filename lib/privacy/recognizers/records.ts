import { after, before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const VALUE = '[A-Za-z]{0,4}-?\\d[\\dA-Za-z]*(?:[- ]\\d+){0,4}';
const NUMBER_OF = '(?:號碼|編號|序號|流水號|字號|號|号码|编号|号|本)?';
const NAMES = `病[歷历](?:本|卡)?${NUMBER_OF}|病例${NUMBER_OF}|(?:掛號|就診|診療|診察|看診|就医|就诊)[證卡证]${NUMBER_OF}|診號|MRN|(?:chart|medical record|patient)\\s?(?:id|number|no\\b|#)`;
const LABELLED = new RegExp(
  `(?:${NAMES})(?:\\s|[.:：;；#＃=＝「(（，,]|是|為|为|寫|写|念|唸|我|喔|打|填|印|上|的|號碼|No\\.?|no\\.?|NO\\.?|is){0,8}(${VALUE})`,
  'gid',
);
/** 「A0012-34（病歷號）」: the value before its name. */
const NAMED_AFTER = new RegExp(
  `(?<![\\dA-Za-z-])(${VALUE})\\s?[(（是為]{1,2}[^，。！？\\d]{0,4}(?:病[歷历]|掛號證)`,
  'gd',
);
/** A few words may stand between: 「病歷號跟診號是 12 號和 7740912」. */
const FAR =
  /病[歷历](?:[表本卡單袋]?上?的)?(?:號碼|編號|號|号)[^。！？\n]{1,16}?(?<![\dA-Za-z/.:-])([A-Za-z]{0,4}-?\d{4,10}(?:-\d{1,5})?)(?![\dA-Za-z/.:]|-\d|\s?[元塊年月人張])/dg;
/** A second number of the same kind in the sentence: 「A跟B搞混」「補了新的B」. */
const FOLLOWING = new RegExp(`(?:新的|跟|和|與|改成|變成)\\s?(${VALUE})`, 'gd');
const HAS_LABEL = /病[歷历例]|[號診療察][證卡]|就[医诊]|診號|chart|MRN|medical record|patient (?:id|n)/i;
/** Four figures of one number at least. */
const HAS_VALUE = /\d[\dA-Za-z -]{2,}\d/;
/** Dates, phones and prices stand after the word too: 「病歷 2020/3/1 之後」「病歷影本 2000 元」. */
const OTHER = /^(?:(?:19|20)\d\d(?:[年/.-]|$)|\d{1,4}[年/]|09\d{8}$|09\d\d-\d{3})/;

/** What stands behind a blank and is no part of the number: a phone, a date, a time, a price. */
const NOT_MORE = /^ (?:0[2-9]\d{0,2}-?\d{3}|\d{1,4}\s?(?:[/:年月日號点點元塊.-]))/;

/** Where a number ends: in one piece of six figures or more at its first blank (「0458213 11/5」). */
function endOf(text: string, start: number, end: number): number {
  for (let at = text.indexOf(' ', start); at >= 0 && at < end; at = text.indexOf(' ', at + 1)) {
    const solid = /^[A-Za-z]{0,4}-?\d{6,}$/.test(text.slice(start, at));
    if (solid || NOT_MORE.test(text.slice(at, at + 10))) return at;
  }
  return end;
}

/** 病歷號: digits with an optional letter; no checksum is public, so the label must stand by. */
export const records: Recognizer = {
  types: ['MEDICAL_RECORD_NO'],
  applies: (g) => g.digits >= 4 && HAS_VALUE.test(g.text) && HAS_LABEL.test(g.text),
  find({ text }) {
    const found: Candidate[] = [];
    const put = (at: [number, number] | undefined, score: number): void => {
      if (!at) return;
      const end = endOf(text, at[0], at[1]);
      const value = text.slice(at[0], end);
      if (
        (value.match(/\d/g)?.length ?? 0) < 4 ||
        OTHER.test(value) ||
        after(text, end, 2, /^\s?(?:[年元塊份頁]|\/\d)/)
      )
        return;
      found.push({ type: 'MEDICAL_RECORD_NO', start: at[0], end, score });
    };
    for (const m of matches(text, LABELLED)) put(m.indices?.[1], 0.92);
    for (const m of matches(text, NAMED_AFTER)) put(m.indices?.[1], 0.8);
    for (const m of matches(text, FAR)) put(m.indices?.[1], 0.6);
    if (found.length > 0) {
      for (const m of matches(text, FOLLOWING)) {
        if (before(text, m.index, 24, HAS_LABEL)) put(m.indices?.[1], 0.75);
      }
    }
    return found;
  },
};
