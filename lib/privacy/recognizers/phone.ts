import { SPOKEN } from '../plain-numbers.ts';
import { before, type Candidate, matches, onlyDigits, type Recognizer, type Validity } from '../recognizer.ts';

/** Area codes with the length of the whole number (leading 0 included). 國家通訊傳播委員會 numbering plan. */
const AREAS: readonly (readonly [string, readonly number[]])[] = [
  ['037', [9]],
  ['049', [10]],
  ['082', [9]],
  ['0826', [9, 10]],
  ['0836', [9, 10]],
  ['089', [9]],
  ['02', [10]],
  ['03', [9]],
  ['04', [9, 10]],
  ['05', [9]],
  ['06', [9]],
  ['07', [9]],
  ['08', [9]],
];

/** Mobile numbers are certain by their shape; landlines only fit or do not; service lines (0800, 0809 …) are nobody's. */
export function validatePhone(value: string): Validity {
  let digits = onlyDigits(value);
  if (digits.startsWith('886')) digits = `0${digits.slice(3).replace(/^0/, '')}`;
  if (/^09\d{8}$/.test(digits)) return 'right';
  if (/^080[0-9]/.test(digits)) return 'wrong';
  for (const [area, lengths] of AREAS) if (digits.startsWith(area) && lengths.includes(digits.length)) return 'unknown';
  return 'wrong';
}

/** Between the digits of a number people put blanks, dashes, dots, slashes, arrows and emoji. */
const GAP = '(?:[\\s\\-.,、·•/_~*()]|[\\u2190-\\u27bf]|[\\ud83c-\\ud83e][\\udc00-\\udfff]){0,4}';
const MOBILE = new RegExp(
  `(?<![\\dA-Za-z])(?:\\+?886${GAP}\\(?0?\\)?${GAP}9|\\(?0${GAP}9)(?:${GAP}\\d){8}(?!\\d|-\\d)`,
  'g',
);
const LANDLINE =
  /(?<![\dA-Za-z.\-/])(?:\+?886[ -]?\(?0?[2-8]\)?|\(?0[2-8]\d{0,2}\)?)[ -]?\d{3,4}[ -]?\d{3,4}(?:#\d{1,5})?(?![\d-])/g;
/** 「零九三三一零七五八六」「09一二345六78」: spoken, or mixed so that no search finds it. */
const MIXED =
  /(?<![\dA-Za-z])[0零〇○][ \-、,]{0,2}[9九玖](?:[ \-、,]{0,2}[0-9零〇○一二三四五六七八九壹貳參叁肆伍陸柒捌玖]){8}(?![\d零〇一二三四五六七八九十百])/g;
/** Three figures kept back: 「0912-345-xxx」; a letter for the zero: 「O912345678」. */
const HIDDEN =
  /(?<![\dA-Za-z])(?:09\d\d[ -]?(?:\d{3}[ -]?[xX*●○]{3}|[xX*●○]{3}[ -]?\d{3})|[Oo]9\d\d[ -]?\d{3}[ -]?\d{3})(?![\dA-Za-z*]|-\d)/g;
/** From abroad: 「+852 9123 4567」. */
const ABROAD = /(?<![\dA-Za-z+])\+(?!886)[1-9]\d{0,2}[ -]?(?:\(\d{2,4}\)[ -]?)?\d{2,4}(?:[ -]?\d{2,4}){1,3}(?![\d-])/g;
/** Without its area, where it is called a phone: 「電話 2700-1234」. */
const LOCAL = /(?:電話|市話|家電|回撥|請撥|电话|tel|TEL|Tel)[\s:：是.]{0,3}([2-8]\d{2,3}[ -]?\d{4})(?![\d-])/dg;
/** 「打2765-4321都沒人接」, but 「打3000-5000發」. */
const CALLED =
  /(?:打|撥)(?:到|給|去|了)?\s?([2-8]\d{2,3}-\d{4}|[2-8]\d{7})(?![\d-]|\s?(?:[發元塊下次多針顆左以U起]|單位|CC|cc))/dg;
const LABEL =
  /電話|手機|專線|聯絡|連絡|tel|phone|call|电话|手机|联系|聯繫|打|撥|傳真|行動|家裡|家電|門號|致電|室話|市話/i;
const NOT_A_PHONE =
  /訂單|單號|編號|序號|帳號|帳戶|匯|卡號|健保卡|發票|批號|郵局|銀行|戶頭|病歷|字第|號第|許可|代碼|統編|統一編號/;

/** 「衛生局的 02-2700-0000」: an office of the authorities, as public as its hotline. */
const OF_AN_OFFICE =
  /(?:衛生[局所]|健保署|健保局|衛福部|疾管署|食藥署|消保官|消保會|消基會|市政府|縣政府|[區鄉鎮市]公所|法扶|法律扶助基金會|派出所|警察局|消防局|勞工局|勞動局|社會局|環保局|監理[所站]|稅捐處|國稅局|戶政|法院|地檢署|調解委員會|申訴專線)(?:的|申訴|服務|檢舉|諮詢){0,2}(?:電話|專線|總機)?[\s:：是]{0,2}$/;

export const phone: Recognizer = {
  types: ['PHONE'],
  applies: (g) => g.digits >= 7 || g.digits + g.numerals >= 9,
  find({ text, digits, numerals }) {
    const found: Candidate[] = [];
    if (digits >= 7) {
      for (const m of matches(text, MOBILE)) {
        if (
          validatePhone(m[0]) !== 'right' ||
          (before(text, m.index, 8, NOT_A_PHONE) && !before(text, m.index, 4, LABEL))
        )
          continue;
        found.push({ type: 'PHONE', start: m.index, end: m.index + m[0].length, score: 0.95 });
      }
      for (const m of text.includes('+') ? matches(text, ABROAD) : []) {
        const length = onlyDigits(m[0]).length;
        if (length >= 9 && length <= 15)
          found.push({ type: 'PHONE', start: m.index, end: m.index + m[0].length, score: 0.7 });
      }
      for (const pattern of [LOCAL, CALLED])
        for (const m of matches(text, pattern)) {
          const at = m.indices?.[1];
          if (at && !before(text, at[0], 8, NOT_A_PHONE))
            found.push({ type: 'PHONE', start: at[0], end: at[1], score: 0.6 });
        }
      for (const m of matches(text, HIDDEN))
        if (!before(text, m.index, 8, NOT_A_PHONE))
          found.push({ type: 'PHONE', start: m.index, end: m.index + m[0].length, score: 0.6 });
      for (const m of matches(text, LANDLINE)) {
        const start = m.index;
        if (validatePhone(m[0].replace(/#.*/, '')) === 'wrong' || before(text, start, 18, OF_AN_OFFICE)) continue;
        const labelled = before(text, start, 16, LABEL);
        if (!labelled && (before(text, start, 12, NOT_A_PHONE) || !/[-() ]/.test(m[0]))) continue;
        found.push({ type: 'PHONE', start, end: start + m[0].length, score: labelled ? 0.85 : 0.6 });
      }
    }
    if (numerals > 0 && digits + numerals >= 9) {
      for (const m of matches(text, MIXED)) {
        const spoken = [...m[0]].map((c) => SPOKEN[c] ?? '').join('');
        if (validatePhone(spoken) === 'right')
          found.push({ type: 'PHONE', start: m.index, end: m.index + m[0].length, score: 0.9 });
      }
    }
    return found;
  },
};
