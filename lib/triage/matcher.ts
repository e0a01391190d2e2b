import { CJK, classes, DIGIT, LATIN, NOISE, type Normalised, normalise, STOP } from './normalise.ts';

/** A family of words that mean the same to us. Terms are separated by blanks; `{a,b,}` alternates; `_` is a blank. */
export interface Family {
  readonly tag: string;
  /** How much one such word says; 1 when left out. */
  readonly weight?: number;
  /** Also found with signs or blanks between its letters (「黑♥心」): for words that people hide. */
  readonly evasive?: boolean;
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

/** No node, or no term that ends here. */
const NONE = -1;

/**
 * All terms of all families in one trie, found in one pass over the text: time grows with the text, not with the
 * number of terms. The trie lies flat in a few arrays, children of a node side by side in the order of their letters:
 * it is walked for every text that comes, and a tree of objects would be fetched from all over the memory.
 * Longest-first within one pass is left to the reader of the hits.
 */
export class Matcher {
  readonly families: readonly Family[];
  /** Node of a first letter. */
  private readonly roots = new Int32Array(0x10000).fill(NONE);
  /**
   * The first two letters of every term and the node they lead to, in open addressing: most places in a text are
   * dismissed by one look, and the widest level of the trie is never searched. A pair and its node lie side by side.
   */
  private readonly pairs: Int32Array;
  private readonly letters: Uint16Array;
  /** Node's first child; its last is before the next node's first. */
  private readonly children: Int32Array;
  /** Which list of `ends` a node has, or NONE. */
  private readonly endings: Int32Array;
  private readonly ends: readonly (readonly number[])[];
  private readonly evasive: Uint8Array;

  constructor(families: readonly Family[]) {
    this.families = families;
    const first = new Map<number, Draft>();
    families.forEach((family, index) => {
      for (const pattern of family.terms.split(/\s+/)) {
        if (pattern === '') continue;
        for (const term of expandTerm(pattern)) this.add(first, term, index, family.evasive === true);
      }
    });
    // Breadth first, so that children of one node stand together.
    const nodes: Draft[] = [];
    const codes: number[] = [];
    const starts: number[] = [];
    const ends: number[][] = [];
    for (const [code, node] of first) {
      this.roots[code] = nodes.length;
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
    this.children = Int32Array.from(starts);
    const second = first.size === 0 ? 0 : (starts[first.size] as number);
    let room = 1 << 8;
    while (room < (second - first.size) * 2) room <<= 1;
    this.pairs = new Int32Array(room * 2).fill(NONE);
    for (let root = 0; root < first.size; root++)
      for (let at = starts[root] as number; at < (starts[root + 1] as number); at++)
        this.remember(pairOf(codes[root] as number, codes[at] as number), at);
    this.evasive = Uint8Array.from(nodes, (node) => (node.evasive ? 1 : 0));
    this.endings = Int32Array.from(nodes, (node) => (node.families ? ends.push(node.families) - 1 : NONE));
    this.ends = ends;
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
    const mask = this.pairs.length - 1;
    let cell = (cellOf(pair) << 1) & mask;
    while (this.pairs[cell + 1] !== NONE) cell = (cell + 2) & mask;
    this.pairs[cell] = pair;
    this.pairs[cell + 1] = node;
  }

  /** The node of two first letters, or NONE. */
  private pair(pair: number): number {
    const { pairs } = this;
    const mask = pairs.length - 1;
    for (let cell = (cellOf(pair) << 1) & mask; ; cell = (cell + 2) & mask) {
      const node = pairs[cell + 1] as number;
      if (node === NONE || pairs[cell] === pair) return node;
    }
  }

  /** The child of `node` for a letter, or NONE. */
  private next(node: number, code: number): number {
    let low = this.children[node] as number;
    let high = (this.children[node + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const letter = this.letters[middle] as number;
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
    const { roots, endings, evasive, children } = this;
    const hits: Hit[] = [];
    const length = codes.length;
    for (let i = 0; i < length; i++) {
      const root = roots[codes[i] as number] as number;
      if (root === NONE) continue;
      if (endings[root] !== NONE) this.report(hits, codes, root, i, i + 1, false);
      if (i + 1 >= length) break;
      const next = codes[i + 1] as number;
      const pair = this.pair(pairOf(codes[i] as number, next));
      let at = root;
      let j = i + 1;
      let letters = 1;
      if (pair === NONE) {
        if (evasive[root] === 0) continue;
        const kind = classes[next];
        if (kind !== NOISE && kind !== STOP) continue;
      } else {
        at = pair;
        j++;
        letters++;
        if (endings[at] !== NONE) this.report(hits, codes, at, i, j, false);
        if (children[at] === children[at + 1]) continue;
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
          if (endings[at] !== NONE) {
            if (gaps === 0) this.report(hits, codes, at, i, j, false);
            else if (
              marks
                ? gaps === letters - 1 && letters > 2
                : !blankOnly || (gaps === letters - 1 && standsApart(codes, i, j))
            ) {
              this.report(hits, codes, at, i, j, true);
            }
          }
          if (children[at] === children[at + 1]) break;
          continue;
        }
        // A sign inside a word that people hide: go on as if it were not there.
        if (evasive[at] === 0 || gapRun >= 3) break;
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

  private report(hits: Hit[], codes: Uint16Array, node: number, start: number, end: number, gapped: boolean): void {
    const ending = this.endings[node] as number;
    if (ending === NONE) return;
    // Latin words must stand alone: "hit" is not in "white".
    if (!isWordEdge(codes, start) || !isWordEdge(codes, end)) return;
    for (const family of this.ends[ending] as readonly number[]) {
      if (gapped && this.families[family]?.evasive !== true) continue;
      hits.push({ start, end, family, gapped });
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
