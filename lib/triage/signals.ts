import { classes, QUOTE } from './normalise.ts';
import type { Reading, Word } from './reading.ts';

/** A word of risk with what its surroundings do to it. */
export interface Signal {
  readonly word: Word;
  /** 「不是庸醫」 */
  readonly negated: boolean;
  /** 「」 stand around it. */
  readonly quoted: boolean;
  /** Someone else is said to have used it: 「被罵…」「說他是…」. */
  readonly told: boolean;
  /** 如果…, 萬一… */
  readonly conditional: boolean;
  /** Its sentence asks. */
  readonly asked: boolean;
  /** The writer means himself: 「我才…」「…如我」. */
  readonly self: boolean;
}

const MAX_QUOTE = 40;
/** Signals of one tag in one text. */
const MOST = 400;
const OPEN = new Set([...'「『“‘《【〈'].map((c) => c.charCodeAt(0)));
const CLOSE = new Set([...'」』”’》】〉'].map((c) => c.charCodeAt(0)));

/** Signals by tag, for every word of risk in the text. */
export type Signals = ReadonlyMap<string, readonly Signal[]>;

/** Whether any signal is of one of these tags: most texts hold no cue that a family of rules asks for. */
export function speaksOf(signals: Signals, tags: ReadonlySet<string>): boolean {
  for (const tag of signals.keys()) if (tags.has(tag)) return true;
  return false;
}

export function gatherSignals(reading: Reading): Signals {
  const found = new Map<string, Signal[]>();
  const { words, clauses } = reading;
  // Words of one clause stand together; the surroundings are looked up in that window only.
  let first = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    while ((words[first] as Word).clause < word.clause) first++;
    if (!word.family.risk) continue;
    const known = found.get(word.tag);
    // Nobody says a thing so often: what follows would only cost time.
    if (known && known.length >= MOST) continue;
    let negated = false;
    let told = false;
    let conditional = false;
    for (let k = Math.max(first, i - 24); k < i + 12 && k < words.length; k++) {
      const other = words[k] as Word;
      if (other.clause !== word.clause) {
        if (other.clause > word.clause) break;
        continue;
      }
      if (other.end > word.start) continue;
      const distance = word.start - other.end;
      if (other.tag === 'not' && distance <= (other.end - other.start > 1 ? 4 : 1)) negated = true;
      else if (other.tag === 'told' && distance <= 6) told = true;
      else if (other.tag === 'condition') conditional = true;
    }
    const clause = clauses[word.clause];
    const signal: Signal = {
      word,
      negated,
      told,
      conditional,
      quoted: isQuoted(reading.text.codes, word),
      asked: clause !== undefined && endsAsking(reading.text.codes, clause.end, word.end),
      self: isSelf(reading.text.codes, word),
    };
    if (known) known.push(signal);
    else found.set(word.tag, [signal]);
  }
  return found;
}

function isQuoted(codes: Uint16Array, word: Word): boolean {
  let opened = false;
  for (let i = word.start - 1; i >= 0 && i >= word.start - MAX_QUOTE; i--) {
    const code = codes[i] as number;
    if (classes[code] !== QUOTE) continue;
    if (CLOSE.has(code)) return false;
    opened = OPEN.has(code) || code === 34;
    if (opened) break;
  }
  if (!opened) return false;
  for (let i = word.end; i < codes.length && i <= word.end + MAX_QUOTE; i++) {
    const code = codes[i] as number;
    if (CLOSE.has(code) || code === 34) return true;
    if (OPEN.has(code)) return false;
  }
  return false;
}

const ASKING = new Set([...'?嗎呢'].map((c) => c.charCodeAt(0)));

/** The clause, or its sentence within a few characters, ends in a question. */
function endsAsking(codes: Uint16Array, clauseEnd: number, wordEnd: number): boolean {
  for (let i = clauseEnd; i >= wordEnd && i >= clauseEnd - 2; i--) if (ASKING.has(codes[i] as number)) return true;
  return false;
}

const I = '我'.charCodeAt(0);
const SELF = '自己'.split('').map((c) => c.charCodeAt(0));
const AS = '如'.charCodeAt(0);
const JUST = new Set([...'才超真好很也是太'].map((c) => c.charCodeAt(0)));

function isSelf(codes: Uint16Array, word: Word): boolean {
  if (codes[word.end] === AS && codes[word.end + 1] === I) return true;
  if (codes[word.end] === '的'.charCodeAt(0) && codes[word.end + 1] === '是'.charCodeAt(0) && codes[word.end + 2] === I)
    return true;
  const before = codes[word.start - 1] as number;
  if (before === I || (before === SELF[1] && codes[word.start - 2] === SELF[0])) return true;
  return JUST.has(before) && codes[word.start - 2] === I;
}
