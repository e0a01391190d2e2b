/** Chinese numerals as they are spoken digit by digit. */
export const SPOKEN: Readonly<Record<string, string>> = Object.fromEntries(
  ['0零〇○', '1一壹', '2二貳', '3三參叁', '4四肆', '5五伍', '6六陸', '7七柒', '8八捌', '9九玖'].flatMap((digits) =>
    [...digits].map((char) => [char, digits.charAt(0)]),
  ),
);

const NUMERAL = '零〇○一二三四五六七八九壹貳參叁肆伍陸柒捌玖';
/** Six or more one after another are a number that somebody reads out, not an amount: 「四二九九三六零零」. */
const READ_OUT = new RegExp(`[0-9${NUMERAL}](?:[ -]?[0-9${NUMERAL}]){5,}`, 'g');
/** 1 where a character may stand in such a number. */
const inNumber = new Uint8Array(0x10000);
for (const char of `0123456789 -${NUMERAL}`) inNumber[char.charCodeAt(0)] = 1;

/** Six in a row: one of every six characters is looked at, for no such row lies between them. */
function hasRow(text: string): boolean {
  for (let at = 5; at < text.length; at += 6) {
    if (inNumber[text.charCodeAt(at)] === 0) continue;
    let start = at;
    while (start > 0 && inNumber[text.charCodeAt(start - 1)] === 1) start--;
    let end = at + 1;
    while (end < text.length && inNumber[text.charCodeAt(end)] === 1) end++;
    if (end - start >= 6) return true;
  }
  return false;
}

const DASH = /[\u2010-\u2015\u2212]/;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * A text with its numbers as one would type them: spoken digits in figures, every dash a hyphen. Of the same length,
 * so that spans hold for the text itself; null where nothing is otherwise.
 */
export function plainNumbers(text: string, digits: number, numerals: number): string | null {
  let plain = text;
  if (digits >= 3 && DASH.test(plain)) plain = plain.replace(DASHES, '-');
  if (numerals >= 1 && digits + numerals >= 6 && hasRow(plain))
    plain = plain.replace(READ_OUT, (run) => {
      let out = '';
      for (const char of run) out += SPOKEN[char] ?? char;
      return out;
    });
  return plain === text ? null : plain;
}
