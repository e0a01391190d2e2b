import type { PersonalType } from '../contract/triage.ts';

/** What a validator knows of a value: right, wrong, or nothing to check it by. */
export type Validity = 'right' | 'wrong' | 'unknown';

/** A value found, `[start, end)` in the folded text; score 0–1. */
export interface Candidate {
  readonly type: PersonalType;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** What a cheap look at the text says, so that recognizers without a chance do not run. */
export interface Glance {
  readonly text: string;
  readonly digits: number;
  /** 零–九 as digits of a number. */
  readonly numerals: number;
  /** Latin letters, and the capitals among them. */
  readonly latin: number;
  readonly upper: number;
  /** @, or a spelled-out one. */
  readonly at: boolean;
  readonly cjk: boolean;
}

/** Takes down a candidate of the one type that is looked for. */
export type Put = (start: number, end: number, score: number) => void;

/** One entity: its patterns, the words that speak for it, and its validator. */
export interface Recognizer {
  readonly types: readonly PersonalType[];
  /** Whether a look at the text gives it a chance. */
  readonly applies: (glance: Glance) => boolean;
  readonly find: (glance: Glance) => Candidate[];
}

/** True when `words` stand in the characters before `start`. */
export const before = (text: string, start: number, length: number, words: RegExp): boolean =>
  words.test(text.slice(Math.max(0, start - length), start));

/** True when `words` stand in the characters after `end`. */
export const after = (text: string, end: number, length: number, words: RegExp): boolean =>
  words.test(text.slice(end, end + length));

const NONE: readonly RegExpExecArray[] = [];

/** Every match of a global regex; an empty match cannot hang it. Mostly there is none: then nothing is made. */
export function matches(text: string, pattern: RegExp, from = 0): readonly RegExpExecArray[] {
  pattern.lastIndex = from;
  let m = pattern.exec(text);
  if (!m) return NONE;
  const found: RegExpExecArray[] = [];
  for (; m; m = pattern.exec(text)) {
    if (m[0] === '') pattern.lastIndex++;
    else found.push(m);
  }
  return found;
}

/**
 * A blank and a digit stand behind a number: it goes on where its own groups have that length, as 「4111 1111 1111 1111
 * 2222」; what is written in one piece or otherwise has ended (「A123456789 0912345678」).
 */
export function goesOn(text: string, start: number, end: number): boolean {
  const next = /^ (\d{1,12})(?!\d)/.exec(text.slice(end, end + 14))?.[1];
  const last = /[ ._·-](\d{1,12})$/.exec(text.slice(start, end))?.[1];
  return next !== undefined && next.length === last?.length;
}

export const onlyDigits = (value: string): string => value.replace(/\D/g, '');

const DIGIT = 1;
const UPPER = 2;
const LOWER = 3;
const AT = 4;
const NUMERAL = 5;
const CJK = 6;

/** Class of each code unit: one look per character tells which recognizers have a chance. */
const classes = new Uint8Array(0x10000);
classes.fill(CJK, 0x3400, 0xa000);
classes.fill(DIGIT, 0x30, 0x3a);
classes.fill(UPPER, 0x41, 0x5b);
classes.fill(LOWER, 0x61, 0x7b);
classes[0x40] = AT;
for (const char of '零〇○一二三四五六七八九十壹貳叁肆伍陸柒捌玖') classes[char.charCodeAt(0)] = NUMERAL;

export function glance(text: string): Glance {
  let digits = 0;
  let numerals = 0;
  let upper = 0;
  let lower = 0;
  let at = false;
  let cjk = false;
  for (let i = 0; i < text.length; i++) {
    switch (classes[text.charCodeAt(i)]) {
      case CJK:
        cjk = true;
        break;
      case DIGIT:
        digits++;
        break;
      case LOWER:
        lower++;
        break;
      case UPPER:
        upper++;
        break;
      case NUMERAL:
        cjk = true;
        numerals++;
        break;
      case AT:
        at = true;
        break;
    }
  }
  return { text, digits, numerals, upper, latin: upper + lower, at, cjk };
}
