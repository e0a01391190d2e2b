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
  readonly latin: number;
  /** @, or a spelled-out one. */
  readonly at: boolean;
  readonly cjk: boolean;
}

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

/** Every match of a global regex; an empty match cannot hang it. */
export function* matches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    if (m[0] === '') pattern.lastIndex++;
    else yield m;
  }
}

export const onlyDigits = (value: string): string => value.replace(/\D/g, '');

export function glance(text: string): Glance {
  let digits = 0;
  let numerals = 0;
  let latin = 0;
  let at = false;
  let cjk = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
    else if (code === 0x40) at = true;
    else if (code >= 0x3400 && code <= 0x9fff) {
      cjk = true;
      // 零一二三四五六七八九〇十元正
      if ('零一二三四五六七八九十'.includes(text.charAt(i))) numerals++;
    } else if (code === 0x3007) numerals++;
  }
  return { text, digits, numerals, latin, at, cjk };
}
