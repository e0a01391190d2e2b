import type { Aspect } from '../contract/triage.ts';
import { ASPECTS } from '../contract/triage.ts';
import { EVERYDAY, FAMILIES } from './lexicon/index.ts';
import { type Hits, Matcher } from './matcher.ts';
import {
  CJK,
  classes,
  DIGIT,
  isKana,
  LATIN,
  type Normalised,
  normalise,
  normalisedText,
  PAUSE,
  STOP,
  writesKana,
} from './normalise.ts';

/** A word found. Many stand in each text: what its family says is told there. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly gapped: boolean;
  /** Index of the clause it stands in. */
  readonly clause: number;
  readonly family: WordFamily;
}

/** What a family says by its tag, told once: every word of every text is asked for it. */
export interface WordFamily {
  /** Its place among FAMILIES. */
  readonly index: number;
  readonly tag: string;
  readonly weight: number;
  readonly layer: number;
  /** The aspect that it names without a stance (`t:…`), as its place among ASPECTS, or NO_ASPECT; -1: it is no such word. */
  readonly target: number;
  /** The aspect and stance that it names. */
  readonly named: { readonly aspect: number; readonly sign: 1 | -1 } | null;
  /** A word of stance, whether it names an aspect or not. */
  readonly polar: boolean;
  /** A word that signals are gathered of (`signals.ts`). */
  readonly risk: boolean;
  /** Counts only where kana are written. */
  readonly kana: boolean;
  readonly everyday: boolean;
}

export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Counts sentences; clauses of one sentence share it. */
  readonly sentence: number;
}

/** A word of stance after negation, wish and concession are counted in. */
export interface Stance {
  readonly start: number;
  readonly end: number;
  readonly clause: number;
  readonly sign: 1 | -1;
  readonly weight: number;
  /** The aspect it names or takes from its clause, as its place among ASPECTS, or NO_ASPECT. */
  readonly aspect: number;
  /** The word itself names the aspect. */
  readonly direct: boolean;
}

/** About nothing in particular. */
export const NO_ASPECT = ASPECTS.length;
/** About something that no aspect names, as its place among ASPECTS. */
export const OTHER = ASPECTS.indexOf('other');

/** One text read once: everything later is decided from this. */
export interface Reading {
  readonly text: Normalised;
  readonly clauses: readonly Clause[];
  readonly words: readonly Word[];
  readonly stances: readonly Stance[];
}

let matcher: Matcher | null = null;
/** Compiled at the first text, not at import: a worker that wakes for something else must not pay for it. */
export function wordMatcher(): Matcher {
  matcher ??= new Matcher(FAMILIES);
  return matcher;
}

/** A clause goes no further than this: nobody speaks on so long, and time stays linear in the text. */
const LONGEST_CLAUSE = 160;

/** What begins a clause in English, where hardly a comma is written. Not 「and」 alone: 「kind and patient」. */
const OPENER = /^ (?:but|although|though|however|because|whereas|and (?:the|they|she|he|i|we|it|my|then|when|there)) /;
const LONGEST_OPENER = 12;
const opensClause = (codes: Uint16Array, i: number): boolean =>
  OPENER.test(normalisedText(codes, i, Math.min(codes.length, i + LONGEST_OPENER)));
/** A clause of fewer letters goes on. */
const SHORTEST_ENGLISH = 6;

const COMMA = 44;
/** 「NT$90,000」 */
const isThousands = (codes: Uint16Array, i: number): boolean =>
  codes[i] === COMMA &&
  classes[codes[i - 1] as number] === DIGIT &&
  [1, 2, 3].every((k) => classes[codes[i + k] as number] === DIGIT);

/**
 * Clauses end at marks, at a blank between Chinese characters (many writers use nothing else), and before words that
 * begin one in English.
 */
export function cutClauses(text: Normalised): Clause[] {
  const { codes } = text;
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  const close = (end: number): void => {
    if (end > start) clauses.push({ start, end, sentence });
    start = end + 1;
  };
  for (let i = 0; i < codes.length; i++) {
    const kind = classes[codes[i] as number];
    if (kind === STOP) {
      close(i);
      sentence++;
    } else if (kind === PAUSE) {
      if (!isThousands(codes, i)) close(i);
    } else if (codes[i] === 32 && i > 0 && classes[codes[i - 1] as number] === CJK) {
      if (classes[codes[i + 1] as number] === CJK) close(i);
    } else if (
      codes[i] === 32 &&
      classes[codes[i - 1] as number] === LATIN &&
      i - start > SHORTEST_ENGLISH &&
      opensClause(codes, i)
    ) {
      close(i);
    } else if (codes[i] === 46 && (codes[i + 1] === 32 || i + 1 === codes.length || codes[i + 1] === 46)) {
      close(i);
      sentence++;
    } else if (i - start >= LONGEST_CLAUSE) {
      clauses.push({ start, end: i, sentence });
      start = i;
    }
  }
  close(codes.length);
  return clauses;
}

/** The one layer in which nothing hides anything. */
const CUES = 5;

/** Layers in which the longer word hides the shorter ones inside it. */
function layerOf(tag: string): number {
  if (tag.startsWith('t:')) return 1;
  if (tag === 'pos' || tag === 'neg' || ASPECT_SIGN.has(tag)) return 0;
  if (tag === 'not' || tag === 'not-not') return 4;
  // What only calls for a look hides nothing, and is hidden by nothing.
  if (tag.endsWith('cue')) return CUES;
  return tag.includes(':') ? 3 : 2;
}

const ASPECT_SIGN = new Map<string, { aspect: number; sign: 1 | -1 }>();
ASPECTS.forEach((name, aspect) => {
  ASPECT_SIGN.set(`${name}+`, { aspect, sign: 1 });
  ASPECT_SIGN.set(`${name}-`, { aspect, sign: -1 });
});

/** `toLearn`: without the everyday words, as the model is taught. */
export function read(text: string, toLearn = false): Reading {
  const normalised = normalise(text);
  const clauses = cutClauses(normalised);
  const words = keepLongest(wordMatcher().scan(normalised), clauses, normalised.codes, toLearn);
  return { text: normalised, clauses, words, stances: weigh(clauses, words, normalised.codes) };
}

/** Which aspect a word of the lexicon names. */
const TARGET_ASPECT: Record<string, Aspect> = {
  't:attitude': 'attitude',
  't:doctor': 'attitude',
  't:medical': 'medical',
  't:environment': 'environment',
  't:price': 'price',
  't:booking_wait': 'booking_wait',
  't:information': 'information',
  't:other': 'other',
};

function targetOf(tag: string): number {
  const aspect = TARGET_ASPECT[tag];
  return aspect ? ASPECTS.indexOf(aspect) : NO_ASPECT;
}

/** Words that are no sign of any risk, beside those of aspects, which end in + or -. */
const PLAIN =
  /^(?:t:|pos$|neg$|not$|not-not$|wish|contrast$|concede$|condition$|question$|intense$|sarcasm$|told$|announce$|playful$|hedge$)/;

const WORD_FAMILIES: readonly WordFamily[] = FAMILIES.map((family, index) => ({ family, index, ...family })).map(
  ({ family, index, tag, weight, kana }) => ({
    index,
    tag,
    weight: weight ?? 1,
    layer: layerOf(tag),
    target: tag.startsWith('t:') ? targetOf(tag) : -1,
    named: ASPECT_SIGN.get(tag) ?? null,
    polar: tag === 'pos' || tag === 'neg' || ASPECT_SIGN.has(tag),
    risk: !PLAIN.test(tag) && !tag.endsWith('+') && !tag.endsWith('-'),
    kana: kana === true,
    everyday: EVERYDAY.has(family),
  }),
);

/** Drops a hit that lies inside a longer one of its layer, and whatever an exclusion (tag `x`) covers. */
function keepLongest(hits: Hits, clauses: readonly Clause[], codes: Uint16Array, toLearn: boolean): Word[] {
  hits.longestFirst();
  const coverStart = [-1, -1, -1, -1, -1, -1];
  const coverEnd = [-1, -1, -1, -1, -1, -1];
  let exclusionEnd = -1;
  let exclusionStart = -1;
  const words: Word[] = [];
  let clause = 0;
  let kana: boolean | null = null;
  for (let i = 0; i < hits.count; i++) {
    const family = WORD_FAMILIES[hits.family(i)] as WordFamily;
    if (toLearn && family.everyday) continue;
    if (family.kana) {
      kana ??= writesKana(codes);
      if (!kana) continue;
    }
    const { tag, layer } = family;
    const start = hits.start(i);
    const end = hits.end(i);
    if (tag === 'x') {
      if (end > exclusionEnd) {
        exclusionStart = start;
        exclusionEnd = end;
      }
      continue;
    }
    if (end <= exclusionEnd && start >= exclusionStart) continue;
    const from = coverStart[layer] as number;
    const to = coverEnd[layer] as number;
    if (end <= to && !(start === from && end === to)) continue;
    if (end > to && layer !== CUES) {
      coverStart[layer] = start;
      coverEnd[layer] = end;
    }
    while (clause + 1 < clauses.length && (clauses[clause] as Clause).end <= start) clause++;
    words.push({ start, end, tag, gapped: hits.gapped(i), clause, family });
  }
  return words;
}

function weigh(clauses: readonly Clause[], words: readonly Word[], codes: Uint16Array): Stance[] {
  const stances: Stance[] = [];
  let lastTarget: Word | null = null;
  let lastTargetClause = -9;
  let to = 0;
  for (let c = 0; c < clauses.length; c++) {
    const from = to;
    let polar = false;
    let denies = false;
    let last: Word | null = null;
    let wish: Word | null = null;
    let kept = false;
    let concede: Word | null = null;
    let condition = false;
    let asked = false;
    for (; to < words.length && (words[to] as Word).clause === c; to++) {
      const word = words[to] as Word;
      if (word.family.polar) polar = true;
      else if (word.family.target >= 0) last = word;
      else if (word.tag === 'not') denies = true;
      else if (word.tag === 'wish') wish ??= word;
      else if (word.tag === 'wish-kept') kept = true;
      else if (word.tag === 'concede') concede ??= word;
      else if (word.tag === 'condition') condition = true;
      else if (word.tag === 'question') asked ||= classes[codes[word.start] as number] === LATIN;
    }
    for (let i = polar ? from : to; i < to; i++) {
      const word = words[i] as Word;
      if (!word.family.polar) continue;
      const { named } = word.family;
      let sign: 1 | -1 = named ? named.sign : word.tag === 'pos' ? 1 : -1;
      let { weight } = word.family;
      if ((denies && isNegated(word, words, from, to, codes)) || isDeniedAfter(word, codes)) {
        weight *= sign > 0 ? 0.8 : 0.5;
        sign = sign > 0 ? -1 : 1;
      } else if (sign > 0 && wish && wish.start < word.start && !kept) {
        // 「希望態度能親切一點」: praise that is wished for is missed.
        sign = -1;
        weight *= 0.5;
      } else if (sign > 0 && concede && concede.start < word.start) {
        weight *= 0.3;
      }
      if (condition) weight *= 0.5;
      // 「Is there a friendly dentist?」 says nothing of any.
      if (asked) weight *= 0.3;
      let aspect = named ? named.aspect : NO_ASPECT;
      if (!named) {
        const near = last ? nearest(words, from, to, word) : null;
        const target = near ?? (c - lastTargetClause <= 1 ? lastTarget : null);
        if (target) aspect = target.family.target;
      }
      stances.push({ start: word.start, end: word.end, clause: c, sign, weight, aspect, direct: named !== null });
    }
    if (last) {
      lastTarget = last;
      lastTargetClause = c;
    }
  }
  return stances;
}

/**
 * A negation among the words `from` to `to` of its clause stands right before the word, with at most two characters
 * (很, 特別) or Latin words between.
 */
function isNegated(word: Word, words: readonly Word[], from: number, to: number, codes: Uint16Array): boolean {
  for (let k = to - 1; k >= from; k--) {
    const not = words[k] as Word;
    if (not.tag !== 'not' || not.end > word.start) continue;
    const near =
      word.start - not.end <= (not.end - not.start > 1 ? 3 : 1) || wordsBetween(codes, not.end, word.start) <= 2;
    if (near && !isPartOfStance(not, words, from, to)) return true;
  }
  return false;
}

/** 「不錯」 holds a 「不」 that denies nothing. */
function isPartOfStance(not: Word, words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (word.family.polar && word.start <= not.start && not.end <= word.end) return true;
  }
  return false;
}

/** No number of Latin words: something else stands there too. */
const MANY = 99;

/** How many Latin words stand between, when there is nothing else (「not at all friendly」: two). */
function wordsBetween(codes: Uint16Array, start: number, end: number): number {
  if (classes[codes[start - 1] as number] !== LATIN || end - start > 24) return MANY;
  let blanks = 0;
  for (let i = start; i < end; i++) {
    if (codes[i] === 32) blanks++;
    else if (classes[codes[i] as number] !== LATIN) return MANY;
  }
  return blanks - 1;
}

const [NA, I, KU, KA, KE, MA, SE, N] = Array.from('ないくかけません', (kana) => kana.charCodeAt(0)) as number[];
/** Of the ending that may stand before it: 「満足できない」「親切ではありません」. */
const LONGEST_ENDING = 6;

/** In Japanese what denies a word ends it: 「親切ではない」「満足できません」. */
function isDeniedAfter(word: Word, codes: Uint16Array): boolean {
  const last = Math.min(codes.length, word.end + LONGEST_ENDING);
  for (let i = word.end; i < last && isKana(codes[i] as number); i++) {
    const code = codes[i] as number;
    const next = codes[i + 1] as number;
    if (code === NA && (next === I || next === KU || next === KA || next === KE)) return true;
    if (code === SE && next === N && codes[i - 1] === MA) return true;
  }
  return false;
}

function nearest(words: readonly Word[], from: number, to: number, word: Word): Word | null {
  let best: Word | null = null;
  let bestDistance = 1e9;
  for (let i = from; i < to; i++) {
    const target = words[i] as Word;
    if (target.family.target < 0 || (target.start >= word.start && target.end <= word.end)) continue;
    const distance = target.end <= word.start ? word.start - target.end : (target.start - word.end) * 2 + 1;
    // A place is what is left when nothing closer is named.
    const cost = distance + (target.tag === 't:other' ? 4 : 0);
    if (cost < bestDistance) {
      best = target;
      bestDistance = cost;
    }
  }
  return best;
}
