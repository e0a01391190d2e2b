import type { Aspect } from '../contract/triage.ts';
import { ASPECTS } from '../contract/triage.ts';
import { FAMILIES } from './lexicon/index.ts';
import { type Hit, Matcher } from './matcher.ts';
import { CJK, classes, type Normalised, normalise, PAUSE, STOP } from './normalise.ts';

/** A word found, with what its family says. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly weight: number;
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
  /** The aspect that it names without a stance (`t:…`); undefined: it is no such word. */
  readonly target: Aspect | null | undefined;
  /** The aspect and stance that it names. */
  readonly named: { readonly aspect: Aspect; readonly sign: 1 | -1 } | null;
  /** A word of stance, whether it names an aspect or not. */
  readonly polar: boolean;
  /** A word that signals are gathered of (`signals.ts`). */
  readonly risk: boolean;
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
  /** The aspect it names or takes from its clause; null: about nothing in particular. */
  readonly aspect: Aspect | null;
  /** The word itself names the aspect. */
  readonly direct: boolean;
}

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

/** Clauses end at marks, and at a blank between Chinese characters (many writers use nothing else). */
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
      close(i);
    } else if (codes[i] === 32 && i > 0 && classes[codes[i - 1] as number] === CJK) {
      if (classes[codes[i + 1] as number] === CJK) close(i);
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

const ASPECT_SIGN = new Map<string, { aspect: Aspect; sign: 1 | -1 }>();
for (const aspect of ASPECTS) {
  ASPECT_SIGN.set(`${aspect}+`, { aspect, sign: 1 });
  ASPECT_SIGN.set(`${aspect}-`, { aspect, sign: -1 });
}

export function read(text: string): Reading {
  const normalised = normalise(text);
  const clauses = cutClauses(normalised);
  const words = keepLongest(wordMatcher().find(normalised), clauses);
  return { text: normalised, clauses, words, stances: weigh(clauses, words) };
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

/** Words that are no sign of any risk, beside those of aspects, which end in + or -. */
const PLAIN =
  /^(?:t:|pos$|neg$|not$|not-not$|wish|contrast$|concede$|condition$|question$|intense$|sarcasm$|told$|announce$|playful$|hedge$)/;

const WORD_FAMILIES: readonly WordFamily[] = FAMILIES.map(({ tag, weight }, index) => ({
  index,
  tag,
  weight: weight ?? 1,
  layer: layerOf(tag),
  target: tag.startsWith('t:') ? (TARGET_ASPECT[tag] ?? null) : undefined,
  named: ASPECT_SIGN.get(tag) ?? null,
  polar: tag === 'pos' || tag === 'neg' || ASPECT_SIGN.has(tag),
  risk: !PLAIN.test(tag) && !tag.endsWith('+') && !tag.endsWith('-'),
}));

/** Drops a hit that lies inside a longer one of its layer, and whatever an exclusion (tag `x`) covers. */
function keepLongest(hits: Hit[], clauses: readonly Clause[]): Word[] {
  longestFirst(hits);
  const coverStart = [-1, -1, -1, -1, -1, -1];
  const coverEnd = [-1, -1, -1, -1, -1, -1];
  let exclusionEnd = -1;
  let exclusionStart = -1;
  const words: Word[] = [];
  let clause = 0;
  for (const hit of hits) {
    const family = WORD_FAMILIES[hit.family] as WordFamily;
    const { tag, layer, weight } = family;
    if (tag === 'x') {
      if (hit.end > exclusionEnd) {
        exclusionStart = hit.start;
        exclusionEnd = hit.end;
      }
      continue;
    }
    if (hit.end <= exclusionEnd && hit.start >= exclusionStart) continue;
    const from = coverStart[layer] as number;
    const to = coverEnd[layer] as number;
    if (hit.end <= to && !(hit.start === from && hit.end === to)) continue;
    if (hit.end > to && layer !== CUES) {
      coverStart[layer] = hit.start;
      coverEnd[layer] = hit.end;
    }
    while (clause + 1 < clauses.length && (clauses[clause] as Clause).end <= hit.start) clause++;
    words.push({
      start: hit.start,
      end: hit.end,
      tag,
      weight,
      gapped: hit.gapped,
      clause,
      family,
    });
  }
  return words;
}

/** Hits come in order of start; of one start the longer goes first. All but in order already, so letter by letter. */
function longestFirst(hits: Hit[]): void {
  for (let i = 1; i < hits.length; i++) {
    const hit = hits[i] as Hit;
    let at = i;
    for (; at > 0; at--) {
      const before = hits[at - 1] as Hit;
      if (before.start !== hit.start || before.end >= hit.end) break;
      hits[at] = before;
    }
    hits[at] = hit;
  }
}

/** What the clause in hand holds: emptied for every clause, for there are many and most hold next to nothing. */
const polar: Word[] = [];
const denials: Word[] = [];
const targets: Word[] = [];

function weigh(clauses: readonly Clause[], words: readonly Word[]): Stance[] {
  const stances: Stance[] = [];
  let lastTarget: Word | null = null;
  let lastTargetClause = -9;
  let i = 0;
  for (let c = 0; c < clauses.length; c++) {
    polar.length = denials.length = targets.length = 0;
    let wish: Word | null = null;
    let kept = false;
    let concede: Word | null = null;
    let condition = false;
    for (; i < words.length && (words[i] as Word).clause === c; i++) {
      const word = words[i] as Word;
      if (word.family.polar) polar.push(word);
      else if (word.family.target !== undefined) targets.push(word);
      else if (word.tag === 'not') denials.push(word);
      else if (word.tag === 'wish') wish ??= word;
      else if (word.tag === 'wish-kept') kept = true;
      else if (word.tag === 'concede') concede ??= word;
      else if (word.tag === 'condition') condition = true;
    }
    // 「不錯」 holds a 「不」 that denies nothing.
    const nots =
      polar.length === 0 || denials.length === 0
        ? denials
        : denials.filter((not) => !polar.some((p) => p.start <= not.start && not.end <= p.end));
    for (const word of polar) {
      const { named } = word.family;
      let sign: 1 | -1 = named ? named.sign : word.tag === 'pos' ? 1 : -1;
      let weight = word.weight;
      if (isNegated(word, nots)) {
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
      let aspect: Aspect | null = named ? named.aspect : null;
      if (!named) {
        const target = nearest(targets, word) ?? (c - lastTargetClause <= 1 ? lastTarget : null);
        if (target) aspect = target.family.target ?? null;
      }
      stances.push({ start: word.start, end: word.end, clause: c, sign, weight, aspect, direct: named !== null });
    }
    const last = targets[targets.length - 1];
    if (last) {
      lastTarget = last;
      lastTargetClause = c;
    }
  }
  return stances;
}

/** A negation stands right before the word, with at most two characters (很, 特別) between. */
function isNegated(word: Word, nots: readonly Word[]): boolean {
  for (let k = nots.length - 1; k >= 0; k--) {
    const not = nots[k] as Word;
    if (not.end > word.start) continue;
    if (word.start - not.end <= (not.end - not.start > 1 ? 3 : 1)) return true;
  }
  return false;
}

function nearest(targets: readonly Word[], word: Word): Word | null {
  let best: Word | null = null;
  let bestDistance = 1e9;
  for (const target of targets) {
    if (target.start >= word.start && target.end <= word.end) continue;
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
