/** A condition on which letters stand in a text, wherever. */
type Need =
  /** One of these, as code units. */
  | { readonly kind: 'letter'; readonly codes: readonly number[] }
  | { readonly kind: 'all'; readonly of: readonly Need[] }
  | { readonly kind: 'any'; readonly of: readonly Need[] };

/** Nothing that we could tell. */
const NOTHING: Need = { kind: 'all', of: [] };
const isNothing = (need: Need): boolean => need.kind === 'all' && need.of.length === 0;

const letterOf = (codes: Iterable<number>): Need => ({ kind: 'letter', codes: [...new Set(codes)] });
const codesOf = (chars: string): number[] => Array.from({ length: chars.length }, (_, i) => chars.charCodeAt(i));
const oneOf = (chars: string): Need => letterOf(codesOf(chars));

/** They stand in so many sentences that they tell little. */
const COMMON = new Set(
  codesOf('的不是我有一了人來在就說到要你這他個都會沒看去好很也上大時還醫生們小後可以得為下麼那出多能'),
);
const COMMON_ODDS = 0.25;
const RARE_ODDS = 0.01;

/** Roughly how often a sentence holds what is needed. */
function oddsOf(need: Need): number {
  if (need.kind === 'all') return need.of.reduce((odds, part) => odds * oddsOf(part), 1);
  const odds =
    need.kind === 'any' ? need.of.map(oddsOf) : need.codes.map((code) => (COMMON.has(code) ? COMMON_ODDS : RARE_ODDS));
  return Math.min(
    1,
    odds.reduce((a, b) => a + b, 0),
  );
}

const rarer = (a: Need, b: Need): number => oddsOf(a) - oddsOf(b);

function all(parts: readonly Need[]): Need {
  const told = parts.flatMap((part) => (part.kind === 'all' ? part.of : [part]));
  return told.length === 1 ? (told[0] as Need) : { kind: 'all', of: told.sort(rarer) };
}

function any(parts: readonly Need[]): Need {
  if (parts.some(isNothing)) return NOTHING;
  if (parts.length === 1) return parts[0] as Need;
  const codes = parts.flatMap((part) => (part.kind === 'letter' ? part.codes : []));
  const rest = parts.filter((part) => part.kind !== 'letter');
  if (codes.length === 0) return { kind: 'any', of: rest };
  return rest.length === 0 ? letterOf(codes) : { kind: 'any', of: [letterOf(codes), ...rest] };
}

/** The rarest letters of which one is needed in any case; NOTHING where none is. */
function firstOf(need: Need): Need {
  if (need.kind === 'letter') return need;
  const parts = need.of.map(firstOf);
  if (need.kind === 'any') return any(parts);
  return parts.filter((part) => !isNothing(part)).sort(rarer)[0] ?? NOTHING;
}

/** A class that lists its letters; of others nothing is told. */
const LISTED = /^[^\\^-][^\\-]*$/;
/** A sign that is meant itself, or (longer, or a letter or digit) something else. */
const ESCAPE = /u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S]/y;
const OPENING = /\?(?:[:=!]|<[=!]|<\w+>)/y;
const LOOKS_AROUND = /[=!]$/;
const QUANTIFIER = /(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/y;

const stickAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/** In either case, for patterns that do not tell them apart. */
const bothCases = (chars: string): string => `${chars}${chars.toLowerCase()}${chars.toUpperCase()}`;

/** Reads a pattern's source. Whatever is not understood (looks around, classes by range, `\w`) needs nothing. */
function needOf({ source, flags }: RegExp): Need {
  if (/[uv]/.test(flags)) return NOTHING;
  const written = flags.includes('i') ? (chars: string): Need => oneOf(bothCases(chars)) : oneOf;
  let at = 0;

  const alternatives = (): Need => {
    const arms = [sequence()];
    while (source[at] === '|') {
      at++;
      arms.push(sequence());
    }
    return any(arms);
  };

  const sequence = (): Need => {
    const parts: Need[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = atom();
      if (!mayBeMissing()) parts.push(part);
    }
    return all(parts);
  };

  const atom = (): Need => {
    const char = source[at++] as string;
    if (char === '(') return group();
    if (char === '[') return listed();
    if (char === '\\') {
      const escaped = stickAt(ESCAPE, source, at)?.[0] ?? '';
      at += escaped.length;
      return /^\W$/.test(escaped) ? written(escaped) : NOTHING;
    }
    return '.^$'.includes(char) ? NOTHING : written(char);
  };

  const group = (): Need => {
    const opening = stickAt(OPENING, source, at)?.[0] ?? '';
    at += opening.length;
    const inside = alternatives();
    at++;
    return LOOKS_AROUND.test(opening) ? NOTHING : inside;
  };

  const listed = (): Need => {
    const from = at;
    while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
    const chars = source.slice(from, at++);
    return LISTED.test(chars) ? written(chars) : NOTHING;
  };

  /** Goes past the quantifier of what was just read. */
  const mayBeMissing = (): boolean => {
    const quantifier = stickAt(QUANTIFIER, source, at);
    if (!quantifier) return false;
    at += quantifier[0].length;
    return quantifier[1] === undefined ? quantifier[0][0] !== '+' : Number(quantifier[1]) === 0;
  };

  return alternatives();
}

/** Sets of letters, one of each of which is needed, the rarest first. */
const setsOf = (arm: Need): number[][] =>
  (arm.kind === 'all' ? arm.of : [arm])
    .map(firstOf)
    .sort(rarer)
    .flatMap((need) => (need.kind === 'letter' ? [[...need.codes]] : []));

/** Where it ends, then the parts themselves. */
const bounded = (at: number, parts: readonly ((at: number) => number[])[]): number[] => {
  const row = [0];
  for (const part of parts) row.push(...part(at + row.length));
  row[0] = at + row.length;
  return row;
};

/**
 * What letters a text must hold before one of some patterns can fit it at all: 「(?:砍|捅)死.{0,4}你」 needs one of 砍 捅,
 * and 死, and 你. A look at the letters costs far less than a search for long patterns, and nearly always says no.
 * One row of numbers, because walking from one small thing in memory to the next would cost most of what is saved:
 * pattern by pattern, its arms (「…|…」) one by one, the sets of letters that the arm needs; each begins with its end.
 */
export interface Needs {
  readonly row: Uint16Array;
  /** Where each pattern begins in `row`. */
  readonly starts: Uint16Array;
}

export function needsOf(patterns: readonly RegExp[]): Needs {
  const row: number[] = [];
  const starts = patterns.map((pattern) => {
    const start = row.length;
    const need = needOf(pattern);
    const arms = need.kind === 'any' ? need.of : [need];
    const sets = (arm: Need) => setsOf(arm).map((codes) => (at: number) => [at + 1 + codes.length, ...codes]);
    row.push(
      ...bounded(
        start,
        arms.map((arm) => (at: number) => bounded(at, sets(arm))),
      ),
    );
    return start;
  });
  return { row: Uint16Array.from(row), starts: Uint16Array.from(starts) };
}

/** The letters of a text or of a part of it, one bit a letter. */
export class Letters {
  private readonly marks = new Int32Array(0x10000 >> 5);
  /** Which of `marks` hold any: to empty all would take longer than the few letters do. */
  private readonly held = new Uint16Array(0x10000 >> 5);
  private count = 0;

  /** Those of `codes[from, to)` in place of what was held before. */
  take(codes: Uint16Array, from: number, to: number): void {
    this.empty();
    for (let i = from; i < to; i++) this.mark(codes[i] as number);
  }

  /** Those of a text. */
  takeText(text: string): void {
    this.empty();
    for (let i = 0; i < text.length; i++) this.mark(text.charCodeAt(i));
  }

  private empty(): void {
    for (let i = 0; i < this.count; i++) this.marks[this.held[i] as number] = 0;
    this.count = 0;
  }

  private mark(code: number): void {
    const before = this.marks[code >> 5] as number;
    if (before === 0) this.held[this.count++] = code >> 5;
    this.marks[code >> 5] = before | (1 << (code & 31));
  }

  /** Whether they are all that a pattern needs. */
  mayFit({ row, starts }: Needs, pattern: number): boolean {
    const { marks } = this;
    let at = starts[pattern] as number;
    const end = row[at++] as number;
    while (at < end) {
      const armEnd = row[at++] as number;
      let met = true;
      while (met && at < armEnd) {
        const setEnd = row[at++] as number;
        met = false;
        while (!met && at < setEnd) {
          const code = row[at++] as number;
          met = (((marks[code >> 5] as number) >> (code & 31)) & 1) === 1;
        }
        at = setEnd;
      }
      if (met) return true;
      at = armEnd;
    }
    return false;
  }
}

const inHand = new Letters();
let textInHand = '';

/** A pattern that is looked for in every text, and stands in few. */
export class Sought {
  private readonly pattern: RegExp;
  private readonly needs: Needs;

  constructor(pattern: RegExp) {
    this.pattern = pattern;
    this.needs = needsOf([pattern]);
  }

  /** Whether it stands in a text: ask many of the same whole text in a row, for its letters are taken once. */
  in(text: string): boolean {
    if (text !== textInHand) {
      inHand.takeText(text);
      textInHand = text;
    }
    return inHand.mayFit(this.needs, 0) && this.pattern.test(text);
  }

  /** Where it stands first; null: nowhere. */
  find(text: string): RegExpExecArray | null {
    return this.in(text) ? this.pattern.exec(text) : null;
  }
}
