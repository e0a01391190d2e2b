import type { ReviewWords } from '../echo.ts';
import { structure } from './structure.ts';

/** Places in the table of weights; a power of two. */
export const SPACE = 1 << 16;

/** A sentence as the judge reads it: places of its character runs in the table, and its build. */
export interface Features {
  runs: number[];
  build: number[];
}

const CONTACT = /[\ue000-\ue002]+/g;
const NUMBER = /[0-9]+/g;

const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || code === 39;

/** Codes of the sentence's signs: a Chinese character, a mark, or a whole Latin word. */
function signs(text: string): number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code === 32) continue;
    if (isLatin(code)) {
      let word = 0x811c9dc5;
      for (; isLatin(code); code = text.charCodeAt(i)) {
        word = Math.imul(word ^ code, 0x01000193);
        i += 1;
      }
      i -= 1;
      code = word;
    }
    codes.push(code);
  }
  return codes;
}

function mix(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x01000193);
  return Math.imul(next ^ (next >>> 13), 0x5bd1e995);
}

const place = (hash: number): number => (hash ^ (hash >>> 15)) & (SPACE - 1);

const GREETING =
  /^(?:(?:您好|你好|妳好|大家好|各位好|哈囉|嗨|嘿|hello|hi|謝謝|感謝|感恩|(?:謝謝|感謝|感恩)[您你妳]?的?(?:意見|留言|評論|回饋|建議|指教)?)[,!。~: ]+)+/;
const THANKS =
  /(?:[,!。~ ]+(?:謝謝|感謝|感恩|祝好|祝[您你妳]?(?:平安|順心|健康)|敬祝(?:平安|順心)|thank you|thanks)[您你妳]?)+$/;

/** As the judge reads a sentence: without greeting, quotes, commas and its end, which say nothing and are easily put. */
function bare(sentence: string): string {
  const text = sentence
    .replace(/[「」『』"()<>《》〈〉【】[\]{}]/g, '')
    .replace(/^[\s,.。!?~…:;^-]+|[\s,.。!?~…:;^-]+$/g, '');
  const kept = text.replace(GREETING, '').replace(THANKS, '');
  return (kept.length < 4 ? text : kept)
    .replace(/[你妳]/g, '您')
    .replace(/[,;:、…~—]+/g, /[\u3400-\u9fff]/.test(text) ? '' : ' ');
}

/** When a place was last taken: the guard runs on every keystroke, and a set for each sentence is dear. */
const taken = new Uint32Array(SPACE);
let reading = 0;

/** Runs of one to three signs, and pairs with one between; a contact or number is one sign, clauses part alike. */
export function featuresOf(sentence: string, review: ReviewWords | null): Features {
  const text = bare(sentence);
  const codes = signs(`^${text.replace(CONTACT, '@').replace(NUMBER, '0')}$`.slice(0, 400));
  const runs: number[] = [];
  reading = (reading + 1) >>> 0;
  const take = (hash: number): void => {
    const at = place(hash);
    if (taken[at] === reading) return;
    taken[at] = reading;
    runs.push(at);
  };
  for (let i = 0; i < codes.length; i += 1) {
    let hash = 0x811c9dc5;
    for (let j = i; j < codes.length && j < i + 3; j += 1) {
      hash = mix(hash, codes[j] as number);
      take(hash);
    }
    if (i + 2 < codes.length) take(mix(mix(0x5bd1e995, codes[i] as number), codes[i + 2] as number));
  }
  return { runs, build: structure(text, review) };
}

/** Fewer letters are no clause of their own, but part of the next. */
const LEAST = 5;

/** The clauses of a sentence: where one of them is unsafe, many harmless ones around must not hide it. */
export function clausesRead(sentence: string): string[] {
  const out: string[] = [];
  let open = '';
  for (const piece of sentence.split(/(?<=[,;:、—…。!?])/)) {
    open += piece;
    if (open.replace(/[^\u3400-\u9fffa-z]/g, '').length < LEAST) continue;
    out.push(open);
    open = '';
  }
  if (open !== '' || out.length === 0) out.push((out.pop() ?? '') + open);
  return out;
}

/** What the judge reads of one sentence: the whole, and each of its clauses and the whole again, for commas may lack. */
export interface Reading {
  whole: Features;
  clauses: Features[];
}

export function readingOf(sentence: string, review: ReviewWords | null): Reading {
  const whole = featuresOf(sentence, review);
  const clauses = clausesRead(sentence);
  return {
    whole,
    clauses: clauses.length > 1 ? [...clauses.map((clause) => featuresOf(clause, review)), whole] : [whole],
  };
}
