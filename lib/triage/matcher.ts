import { CJK, classes, DIGIT, LATIN, NOISE, type Normalised, normalise, STOP } from './normalise.ts';
import { buildTrie, ENDS, edgeCount, firstEdge, HIDES, LAST, type Term, type Trie } from './trie.ts';

/** A family of words that mean the same to us. Terms are separated by blanks; `{a,b,}` alternates; `_` is a blank. */
export interface Family {
  readonly tag: string;
  /** How much one such word says; 1 when left out. */
  readonly weight?: number;
  /** Also found with signs or blanks between its letters (「黑♥心」): for words that people hide. */
  readonly evasive?: boolean;
  /** Japanese: found only in texts with kana, for in Chinese the same characters may say something else. */
  readonly kana?: boolean;
  readonly terms: string;
}

/** A word found, `[start, end)` in the folded text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly family: number;
  /** Letters of the term were kept apart in the text. */
  readonly gapped: boolean;
}

/** What one pass over a text finds, four numbers a hit side by side: most hits are dropped, and no objects are made of them. */
export class Hits {
  count = 0;
  private numbers = new Int32Array(1 << 10);

  add(start: number, end: number, family: number, gapped: boolean): void {
    const at = this.count++ << 2;
    if (at === this.numbers.length) {
      const more = new Int32Array(at * 2);
      more.set(this.numbers);
      this.numbers = more;
    }
    const { numbers } = this;
    numbers[at] = start;
    numbers[at + 1] = end;
    numbers[at + 2] = family;
    numbers[at + 3] = gapped ? 1 : 0;
  }

  start(i: number): number {
    return this.numbers[i << 2] as number;
  }

  end(i: number): number {
    return this.numbers[(i << 2) + 1] as number;
  }

  family(i: number): number {
    return this.numbers[(i << 2) + 2] as number;
  }

  gapped(i: number): boolean {
    return this.numbers[(i << 2) + 3] === 1;
  }

  /** Hits come in order of start; of one start the longer goes first. All but in order already, so hit by hit. */
  longestFirst(): void {
    const { numbers, count } = this;
    for (let i = 1; i < count; i++) {
      const from = i << 2;
      const start = numbers[from] as number;
      const end = numbers[from + 1] as number;
      let at = from;
      while (at > 0 && numbers[at - 4] === start && (numbers[at - 3] as number) < end) at -= 4;
      if (at === from) continue;
      const family = numbers[from + 2] as number;
      const gapped = numbers[from + 3] as number;
      numbers.copyWithin(at + 4, at, from);
      numbers[at] = start;
      numbers[at + 1] = end;
      numbers[at + 2] = family;
      numbers[at + 3] = gapped;
    }
  }
}

/** The hits of the text in hand. */
const hits = new Hits();

const pairOf = (first: number, second: number): number => (first << 16) | second;

const cellOf = (pair: number): number => {
  const h = Math.imul(pair ^ (pair >>> 15), 0x9e3779b1);
  return h ^ (h >>> 15);
};

/** 「{很,超}差」 → 「很差」「超差」. Nested braces are not needed and not read. */
export function expandTerm(pattern: string): string[] {
  const open = pattern.indexOf('{');
  if (open < 0) return [pattern.replaceAll('_', ' ')];
  const close = pattern.indexOf('}', open);
  const before = pattern.slice(0, open);
  const rests = expandTerm(pattern.slice(close + 1));
  const terms: string[] = [];
  for (const choice of pattern.slice(open + 1, close).split(',')) {
    for (const rest of rests) terms.push(before.replaceAll('_', ' ') + choice.replaceAll('_', ' ') + rest);
  }
  return terms;
}

/** No edge, no cell. */
const NONE = -1;
/** No term begins with a letter: more than any place in `ends`. */
const NO_TERM = 0xffff;
/** Numbers in a cell of `pairs`, a power of two. */
const CELL = 4;
/** How many bits tell which pairs there are. */
const BITS = 17;
/** Letters that may follow are told in the 32 bits of a number: a letter's own bit. */
const bitOf = (code: number): number => 1 << (code & 31);

/**
 * All terms of all families in one tree (`trie.ts`), found in one pass over the text: time grows with the text, not with
 * the number of terms. Longest-first within one pass is left to the reader of the hits.
 */
export class Matcher {
  readonly families: readonly Family[];
  /** What ends after a first letter, as `edges` says it; NO_TERM: none begins with it. */
  private readonly openings = new Uint16Array(0x10000).fill(NO_TERM);
  /** The node behind a first letter, which hardly any place in a text is asked for. */
  private readonly roots = new Map<number, number>();
  /** By hash, whether any term begins with two letters: most places in a text are dismissed by one look at these. */
  private readonly begun = new Int32Array(1 << (BITS - 5));
  /**
   * The first two letters of every term, in open addressing, and side by side with them the node they lead to, what
   * ends there, and the bits of the letters that may follow: hardly ever is the tree itself asked.
   */
  private readonly pairs: Int32Array;
  private readonly trie: Trie;

  constructor(families: readonly Family[]) {
    this.families = families;
    const trie = buildTrie(families.flatMap(termsOf));
    this.trie = trie;
    let pairs = 0;
    eachEdge(trie, trie.root, (letter, node, ending) => {
      this.openings[letter] = ending;
      this.roots.set(letter, node);
      pairs += edgeCount(node);
    });
    let room = 1 << 8;
    while (room < pairs * 1.5) room <<= 1;
    this.pairs = new Int32Array(room * CELL).fill(NONE);
    for (const [first, node] of this.roots)
      eachEdge(trie, node, (second, to, ending) => this.remember(pairOf(first, second), to, ending));
  }

  private remember(pair: number, node: number, ending: number): void {
    const { pairs } = this;
    const hash = cellOf(pair);
    const bit = hash >>> (32 - BITS);
    this.begun[bit >> 5] = (this.begun[bit >> 5] as number) | bitOf(bit);
    const mask = pairs.length - 1;
    let cell = (hash << 2) & mask;
    while (pairs[cell + 1] !== NONE) cell = (cell + CELL) & mask;
    pairs[cell] = pair;
    pairs[cell + 1] = node;
    pairs[cell + 2] = ending;
    let follow = 0;
    eachEdge(this.trie, node, (letter) => {
      follow |= bitOf(letter);
    });
    pairs[cell + 3] = follow;
  }

  /** The cell of two first letters, or NONE. */
  private cell(pair: number): number {
    const hash = cellOf(pair);
    const bit = hash >>> (32 - BITS);
    if (((this.begun[bit >> 5] as number) & bitOf(bit)) === 0) return NONE;
    const { pairs } = this;
    const mask = pairs.length - 1;
    for (let cell = (hash << 2) & mask; ; cell = (cell + CELL) & mask) {
      if (pairs[cell + 1] === NONE) return NONE;
      if (pairs[cell] === pair) return cell;
    }
  }

  /** The edge from `node` by a letter, or NONE. */
  private next(node: number, code: number): number {
    const { letters } = this.trie;
    let low = firstEdge(node);
    let high = low + edgeCount(node) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const letter = letters[middle] as number;
      if (letter === code) return middle;
      if (letter < code) low = middle + 1;
      else high = middle - 1;
    }
    return NONE;
  }

  /** Hits in order of start, shorter before longer. */
  find(text: Normalised): Hit[] {
    const found = this.scan(text);
    return Array.from({ length: found.count }, (_, i) => ({
      start: found.start(i),
      end: found.end(i),
      family: found.family(i),
      gapped: found.gapped(i),
    }));
  }

  /** The same to be read at once: the next text is found in the same place. */
  scan(text: Normalised): Hits {
    const { codes } = text;
    hits.count = 0;
    // Held here: fetched from `this` for every letter they would cost as much as the look-up itself.
    const { openings, pairs } = this;
    const { edges } = this.trie;
    const length = codes.length;
    for (let i = 0; i < length; i++) {
      let end = openings[codes[i] as number] as number;
      if (end === NO_TERM) continue;
      if (end >= ENDS) this.report(codes, end, i, i + 1, false);
      if (i + 1 >= length) break;
      const next = codes[i + 1] as number;
      const cell = this.cell(pairOf(codes[i] as number, next));
      let at = NONE;
      let j = i + 1;
      let letters = 1;
      if (cell === NONE) {
        if ((end & HIDES) === 0) continue;
        const kind = classes[next];
        if (kind !== NOISE && kind !== STOP) continue;
        at = this.roots.get(codes[i] as number) as number;
      } else {
        j++;
        letters++;
        end = pairs[cell + 2] as number;
        if (end >= ENDS) this.report(codes, end, i, j, false);
        const follow = pairs[cell + 3] as number;
        if (follow === 0 || j === length) continue;
        if ((end & HIDES) === 0 && (follow & bitOf(codes[j] as number)) === 0) continue;
        at = pairs[cell + 1] as number;
      }
      let gaps = 0;
      let gapRun = 0;
      let blankOnly = true;
      // Full stops and emoji also stand between words: only kept apart letter by letter do they hide one.
      let marks = false;
      while (j < length) {
        const code = codes[j] as number;
        const edge = this.next(at, code);
        if (edge !== NONE) {
          at = edges[edge * 2] as number;
          j++;
          letters++;
          if (gapRun > 0) gaps++;
          gapRun = 0;
          end = edges[edge * 2 + 1] as number;
          if (end >= ENDS) {
            if (gaps === 0) this.report(codes, end, i, j, false);
            else if (
              marks
                ? gaps === letters - 1 && letters > 2
                : !blankOnly || (gaps === letters - 1 && standsApart(codes, i, j))
            ) {
              this.report(codes, end, i, j, true);
            }
          }
          if (at === 0) break;
          continue;
        }
        // A sign inside a word that people hide: go on as if it were not there.
        if ((end & HIDES) === 0 || gapRun >= 3) break;
        const kind = classes[code];
        if (kind === NOISE || (kind === STOP && code !== 10 && gaps === letters - 1 && gapRun === 0)) {
          if (code !== 32) blankOnly = false;
          if (kind === STOP || (code >= 0xd800 && code <= 0xdfff)) marks = true;
          gapRun++;
          j++;
          continue;
        }
        break;
      }
    }
    return hits;
  }

  /** `ending`: what the node says that ends there. */
  private report(codes: Uint16Array, ending: number, start: number, end: number, gapped: boolean): void {
    // Latin words must stand alone: "hit" is not in "white".
    if (!isWordEdge(codes, start) || !isWordEdge(codes, end)) return;
    for (let at = (ending >> 1) - 1; ; at++) {
      const entry = this.trie.ends[at] as number;
      const family = entry & ~LAST;
      if (!gapped || this.families[family]?.evasive === true) hits.add(start, end, family, gapped);
      if (entry & LAST) return;
    }
  }
}

/** The terms of a family as they are looked for. */
function termsOf({ terms, evasive = false }: Family, family: number): Term[] {
  const written = terms.split(/\s+/).flatMap((pattern) => (pattern === '' ? [] : expandTerm(pattern)));
  // Telephones write the curly one.
  const curly = written.filter((term) => term.includes("'")).map((term) => term.replaceAll("'", '’'));
  return [...written, ...curly]
    .map((term) => ({ letters: normalise(term).letters, family, evasive }))
    .filter(({ letters }) => letters !== '');
}

function eachEdge(trie: Trie, node: number, visit: (letter: number, to: number, ending: number) => void): void {
  const from = firstEdge(node);
  for (let edge = from; edge < from + edgeCount(node); edge++)
    visit(trie.letters[edge] as number, trie.edges[edge * 2] as number, trie.edges[edge * 2 + 1] as number);
}

/** Not between two Latin letters or digits. */
function isWordEdge(codes: Uint16Array, at: number): boolean {
  if (at <= 0 || at >= codes.length) return true;
  const before = classes[codes[at - 1] as number];
  if (before !== LATIN && before !== DIGIT) return true;
  const after = classes[codes[at] as number];
  if (before === DIGIT) return after !== DIGIT && after !== LATIN;
  return after !== LATIN;
}

/** 「智 障」 with blanks only counts when its neighbours are kept apart too: 「很爛 人很多」 is no 「爛人」. */
function standsApart(codes: Uint16Array, start: number, end: number): boolean {
  const before = start > 0 ? classes[codes[start - 1] as number] : 0;
  const after = end < codes.length ? classes[codes[end] as number] : 0;
  return before !== CJK && after !== CJK;
}
