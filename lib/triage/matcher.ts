import { CJK, classes, DIGIT, LATIN, NOISE, type Normalised, normalise, STOP } from './normalise.ts';

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

/** While the terms come in. */
interface Draft {
  next: Map<number, Draft> | null;
  /** Families whose term ends here. */
  families: number[] | null;
  /** Some evasive term passes here. */
  evasive: boolean;
}

const pairOf = (first: number, second: number): number => (first << 16) | second;

const cellOf = (pair: number): number => {
  const h = Math.imul(pair ^ (pair >>> 15), 0x9e3779b1);
  return h ^ (h >>> 15);
};

const draft = (): Draft => ({ next: null, families: null, evasive: false });

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

/** No node. */
const NONE = -1;
/** What ends at a node: some evasive term passes here … */
const HIDES = 1;
/** … and, above that, the place of its families in `ends` plus 1; 0: no term ends here. */
const ENDS = 2;
/** No family of its list follows. */
const LAST = 0x8000;
/** Numbers in a cell of `pairs`, a power of two. */
const CELL = 4;
/** How many bits tell which pairs there are. */
const BITS = 17;
/** Letters that may follow are told in the 32 bits of a number: a letter's own bit. */
const bitOf = (code: number): number => 1 << (code & 31);

/**
 * All terms of all families in one trie, found in one pass over the text: time grows with the text, not with the
 * number of terms. The trie lies flat in a few arrays, children of a node side by side in the order of their letters:
 * it is walked for every text that comes, and a tree of objects would be fetched from all over the memory.
 * Longest-first within one pass is left to the reader of the hits.
 */
export class Matcher {
  readonly families: readonly Family[];
  /** What ends at the node of a first letter, as `nodes` says it; NONE: no term begins with it. */
  private readonly openings = new Int32Array(0x10000).fill(NONE);
  /** The node itself, which hardly any place in a text is asked for. */
  private readonly roots = new Map<number, number>();
  /** By hash, whether any term begins with two letters: most places in a text are dismissed by one look at these. */
  private readonly begun = new Int32Array(1 << (BITS - 5));
  /**
   * The first two letters of every term, in open addressing, and side by side with them the node they lead to, what
   * ends there, and the bits of the letters that may follow: hardly ever is the trie itself asked.
   */
  private readonly pairs: Int32Array;
  private readonly letters: Uint16Array;
  /**
   * Two numbers a node, side by side because they are fetched together: its first child (its last is before the next
   * node's first), and what ends here, as `ENDS` and `HIDES` tell.
   */
  private readonly nodes: Int32Array;
  /** Families of the terms that end at a node, all lists in a row, the last of each with `LAST`. */
  private readonly ends: Uint16Array;

  constructor(families: readonly Family[]) {
    this.families = families;
    const first = new Map<number, Draft>();
    families.forEach((family, index) => {
      for (const pattern of family.terms.split(/\s+/)) {
        if (pattern === '') continue;
        for (const term of expandTerm(pattern)) {
          this.add(first, term, index, family.evasive === true);
          // Telephones write the curly one.
          if (term.includes("'")) this.add(first, term.replaceAll("'", '’'), index, family.evasive === true);
        }
      }
    });
    // Breadth first, so that children of one node stand together.
    const nodes: Draft[] = [];
    const codes: number[] = [];
    const starts: number[] = [];
    for (const [code, node] of first) {
      this.roots.set(code, nodes.length);
      nodes.push(node);
      codes.push(code);
    }
    for (let at = 0; at < nodes.length; at++) {
      starts.push(nodes.length);
      const next = (nodes[at] as Draft).next;
      if (!next) continue;
      for (const [code, node] of [...next].sort(([a], [b]) => a - b)) {
        nodes.push(node);
        codes.push(code);
      }
    }
    starts.push(nodes.length);
    this.letters = Uint16Array.from(codes);
    this.nodes = new Int32Array(starts.length * 2);
    const ends: number[] = [];
    starts.forEach((start, at) => {
      const ending = nodes[at]?.families;
      this.nodes[at * 2] = start;
      this.nodes[at * 2 + 1] = (ending ? (ends.length + 1) * ENDS : 0) + (nodes[at]?.evasive ? HIDES : 0);
      ending?.forEach((family, i) => {
        ends.push(i + 1 === ending.length ? family | LAST : family);
      });
    });
    this.ends = Uint16Array.from(ends);
    for (const [code, root] of this.roots) this.openings[code] = this.nodes[root * 2 + 1] as number;
    const second = first.size === 0 ? 0 : (starts[first.size] as number);
    let room = 1 << 8;
    while (room < (second - first.size) * 2) room <<= 1;
    this.pairs = new Int32Array(room * CELL).fill(NONE);
    for (let root = 0; root < first.size; root++)
      for (let at = starts[root] as number; at < (starts[root + 1] as number); at++)
        this.remember(pairOf(codes[root] as number, codes[at] as number), at);
  }

  private add(first: Map<number, Draft>, term: string, family: number, evasive: boolean): void {
    const { codes } = normalise(term);
    if (codes[0] === undefined) return;
    let level = first;
    let at: Draft | undefined;
    for (const code of codes) {
      if (at) {
        at.next ??= new Map();
        level = at.next;
      }
      at = level.get(code);
      if (!at) {
        at = draft();
        level.set(code, at);
      }
      if (evasive) at.evasive = true;
    }
    if (!at) return;
    at.families ??= [];
    if (!at.families.includes(family)) at.families.push(family);
  }

  private remember(pair: number, node: number): void {
    const { pairs, nodes, letters } = this;
    const hash = cellOf(pair);
    const bit = hash >>> (32 - BITS);
    this.begun[bit >> 5] = (this.begun[bit >> 5] as number) | bitOf(bit);
    const mask = pairs.length - 1;
    let cell = (hash << 2) & mask;
    while (pairs[cell + 1] !== NONE) cell = (cell + CELL) & mask;
    pairs[cell] = pair;
    pairs[cell + 1] = node;
    pairs[cell + 2] = nodes[node * 2 + 1] as number;
    let follow = 0;
    for (let at = nodes[node * 2] as number; at < (nodes[node * 2 + 2] as number); at++)
      follow |= bitOf(letters[at] as number);
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

  /** The child of `node` for a letter, or NONE. */
  private next(node: number, code: number): number {
    const { nodes, letters } = this;
    let low = nodes[node * 2] as number;
    let high = (nodes[node * 2 + 2] as number) - 1;
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
    const { codes } = text;
    // Held here: fetched from `this` for every letter they would cost as much as the look-up itself.
    const { openings, nodes, pairs } = this;
    const hits: Hit[] = [];
    const length = codes.length;
    for (let i = 0; i < length; i++) {
      let end = openings[codes[i] as number] as number;
      if (end === NONE) continue;
      if (end >= ENDS) this.report(hits, codes, end, i, i + 1, false);
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
        if (end >= ENDS) this.report(hits, codes, end, i, j, false);
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
        const child = this.next(at, code);
        if (child !== NONE) {
          at = child;
          j++;
          letters++;
          if (gapRun > 0) gaps++;
          gapRun = 0;
          end = nodes[at * 2 + 1] as number;
          if (end >= ENDS) {
            if (gaps === 0) this.report(hits, codes, end, i, j, false);
            else if (
              marks
                ? gaps === letters - 1 && letters > 2
                : !blankOnly || (gaps === letters - 1 && standsApart(codes, i, j))
            ) {
              this.report(hits, codes, end, i, j, true);
            }
          }
          if (nodes[at * 2] === nodes[at * 2 + 2]) break;
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
  private report(hits: Hit[], codes: Uint16Array, ending: number, start: number, end: number, gapped: boolean): void {
    // Latin words must stand alone: "hit" is not in "white".
    if (!isWordEdge(codes, start) || !isWordEdge(codes, end)) return;
    for (let at = (ending >> 1) - 1; ; at++) {
      const entry = this.ends[at] as number;
      const family = entry & ~LAST;
      if (!gapped || this.families[family]?.evasive === true) hits.push({ start, end, family, gapped });
      if (entry & LAST) return;
    }
  }
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
