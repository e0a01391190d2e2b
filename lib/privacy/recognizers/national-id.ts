import { after, before, type Candidate, goesOn, matches, type Recognizer, type Validity } from '../recognizer.ts';

/** Position of the letter in the order of the household offices: its two-digit code is this index + 10. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1] as const;

function weighted(digits: readonly number[]): number {
  return digits.reduce((sum, d, i) => sum + d * (WEIGHTS[i] ?? 0), 0);
}

/**
 * 身分證字號 and 統一證號: a letter, sex (1, 2; since 2021 8, 9 for residents) or, before, a second letter A–D,
 * seven digits, a check digit. Source: 內政部 rules, as in the public validators' test vectors.
 */
export function validateNationalId(value: string): Validity {
  const id = value.toUpperCase().replace(/[\s\-._·]/g, '');
  if (!/^[A-Z][A-D1289]\d{8}$/.test(id)) return 'wrong';
  const first = LETTERS.indexOf(id.charAt(0)) + 10;
  const second = id.charAt(1);
  const middle = /\d/.test(second) ? Number(second) : (LETTERS.indexOf(second) + 10) % 10;
  const digits = [Math.floor(first / 10), first % 10, middle, ...[...id.slice(2)].map(Number)];
  return weighted(digits) % 10 === 0 ? 'right' : 'wrong';
}

const SHAPE =
  /(?:(?<![A-Za-z0-9])|(?<=(?<![A-Za-z])(?:ID|id|Id)))[A-Za-z][ ._·-]?[A-Da-d1289](?:[ ._·-]?\d){8}(?!-?\d|[A-Za-z])/g;
const MASKED = /(?<![A-Za-z0-9])[A-Za-z][1289]\d{2,5}[*xX●○]{2,6}\d{0,4}(?![A-Za-z0-9])/g;
const LABEL = /身分證|身份證|身份证|證號|居留證|統一證號|字號|\bID\b|ARC/i;
const SAID_TO_BE = /(?:身分證|身份證|身份证|居留證)(?:字號|號碼|號|号码|号)?[\s:：是為]{0,3}$/;
/** A birthday right behind it: then a code that fails the check is an ID with a slip of the pen, too. */
const BIRTHDAY_AFTER =
  /^[\s,，、/;；|]{1,3}(?:[男女][\s,，、/;；|]{1,3})?(?:民國)?(?:0?[1-9]\d|10\d|19\d\d|200\d)([./-])\d{1,2}\1\d{1,2}(?!\d)/;
const NOT_A_PERSON = /例|格式|訂單|單號|批號|編號|範例|保固|[料貨品]號|型號|序號/;

export const nationalId: Recognizer = {
  types: ['NATIONAL_ID'],
  applies: (g) => g.digits >= 3 && g.latin > 0,
  find({ text }) {
    const found: Candidate[] = [];
    for (const m of matches(text, SHAPE)) {
      const start = m.index;
      const end = start + m[0].length;
      if (goesOn(text, start, end)) continue;
      if (validateNationalId(m[0]) === 'wrong') {
        // Called by its name it is one with a slip of the pen; any other code that fails the check is none.
        const called = before(text, start, 8, SAID_TO_BE) || after(text, end, 20, BIRTHDAY_AFTER);
        if (called && !before(text, start, 12, NOT_A_PERSON))
          found.push({ type: 'NATIONAL_ID', start, end, score: 0.55 });
        continue;
      }
      if (before(text, start, 8, NOT_A_PERSON) && !before(text, start, 12, LABEL)) continue;
      found.push({
        type: 'NATIONAL_ID',
        start,
        end,
        score: before(text, start, 14, LABEL) || after(text, end, 6, LABEL) ? 0.99 : 0.9,
      });
    }
    for (const m of matches(text, MASKED)) {
      if (before(text, m.index, 14, LABEL))
        found.push({ type: 'NATIONAL_ID', start: m.index, end: m.index + m[0].length, score: 0.6 });
    }
    return found;
  },
};
