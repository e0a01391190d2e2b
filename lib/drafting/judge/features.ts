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
const LATIN = /[a-z']/;

/** Codes of the sentence's signs: a Chinese character, a mark, or a whole Latin word. */
function signs(text: string): number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === ' ') continue;
    let code = text.charCodeAt(i);
    if (LATIN.test(char)) {
      let word = 0x811c9dc5;
      for (; i < text.length && LATIN.test(text.charAt(i)); i += 1)
        word = Math.imul(word ^ text.charCodeAt(i), 0x01000193);
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

/** Runs of one to three signs, and pairs with one between; a contact or number is one sign, clauses part alike. */
export function featuresOf(sentence: string, review: ReviewWords | null): Features {
  const text = bare(sentence);
  const codes = signs(`^${text.replace(CONTACT, '@').replace(NUMBER, '0')}$`.slice(0, 400));
  const seen = new Set<number>();
  for (let i = 0; i < codes.length; i += 1) {
    let hash = 0x811c9dc5;
    for (let j = i; j < codes.length && j < i + 3; j += 1) {
      hash = mix(hash, codes[j] as number);
      seen.add(place(hash));
    }
    if (i + 2 < codes.length) seen.add(place(mix(mix(0x5bd1e995, codes[i] as number), codes[i + 2] as number)));
  }
  return { runs: [...seen], build: structure(text, review) };
}

/** Fewer letters are no clause of their own, but part of the next. */
const LEAST = 5;

/** The clauses of a sentence: where one of them is unsafe, many harmless ones around must not hide it. */
export function clausesRead(sentence: string): string[] {
  const out: string[] = [];
  let open = '';
  for (const piece of sentence.split(/(?<=[,;:。!?])/)) {
    open += piece;
    if (open.replace(/[^\u3400-\u9fffa-z]/g, '').length < LEAST) continue;
    out.push(open);
    open = '';
  }
  if (open !== '' || out.length === 0) out.push((out.pop() ?? '') + open);
  return out;
}

/** What the judge reads of one sentence: the whole, and each of its clauses. */
export interface Reading {
  whole: Features;
  clauses: Features[];
}

export function readingOf(sentence: string, review: ReviewWords | null): Reading {
  const whole = featuresOf(sentence, review);
  const clauses = clausesRead(sentence);
  return {
    whole,
    clauses: clauses.length > 1 ? clauses.map((clause) => featuresOf(clause, review)) : [whole],
  };
}
