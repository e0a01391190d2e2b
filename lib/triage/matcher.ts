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

interface Node {
  next: Map<number, Node> | null;
  /** Families whose term ends here. */
  families: number[] | null;
  /** Some evasive term passes here. */
  evasive: boolean;
}

const pairOf = (first: number, second: number): number => (first * 40503 + second * 31) & 0xffff;

const node = (): Node => ({ next: null, families: null, evasive: false });

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

/**
 * All terms of all families in one trie, found in one pass over the text: time grows with the text, not with the
 * number of terms. Longest-first within one pass is left to the reader of the hits.
 */
export class Matcher {
  readonly families: readonly Family[];
  private readonly roots: (Node | undefined)[] = new Array(0x10000);
  /** Marks the first two letters of every term: most places in a text are dismissed by one look. */
  private readonly pairs = new Uint8Array(0x10000);

  constructor(families: readonly Family[]) {
    this.families = families;
    families.forEach((family, index) => {
      for (const pattern of family.terms.split(/\s+/)) {
        if (pattern === '') continue;
        for (const term of expandTerm(pattern)) this.add(term, index, family.evasive === true);
      }
    });
  }

  private add(term: string, family: number, evasive: boolean): void {
    const { codes } = normalise(term);
    const first = codes[0];
    if (first === undefined) return;
    let at = this.roots[first];
    if (!at) {
      at = node();
      this.roots[first] = at;
    }
    if (evasive) at.evasive = true;
    if (codes.length > 1) this.pairs[pairOf(first, codes[1] as number)] = 1;
    for (let i = 1; i < codes.length; i++) {
      const code = codes[i] as number;
      at.next ??= new Map();
      let child: Node | undefined = at.next.get(code);
      if (!child) {
        child = node();
        at.next.set(code, child);
      }
      at = child;
      if (evasive) at.evasive = true;
    }
    at.families ??= [];
    if (!at.families.includes(family)) at.families.push(family);
  }

  /** Hits in order of start, shorter before longer. */
  find(text: Normalised): Hit[] {
    const { codes } = text;
    const hits: Hit[] = [];
    const length = codes.length;
    for (let i = 0; i < length; i++) {
      const root = this.roots[codes[i] as number];
      if (!root) continue;
      if (root.families) this.report(hits, codes, root.families, i, i + 1, false);
      const next = i + 1 < length ? (codes[i + 1] as number) : 0;
      if (this.pairs[pairOf(codes[i] as number, next)] === 0) {
        const kind = classes[next];
        if (!root.evasive || (kind !== NOISE && kind !== STOP)) continue;
      }
      let at = root;
      let j = i + 1;
      let letters = 1;
      let gaps = 0;
      let gapRun = 0;
      let blankOnly = true;
      // Full stops and emoji also stand between words: only kept apart letter by letter do they hide one.
      let marks = false;
      while (j < length) {
        const code = codes[j] as number;
        const child = at.next?.get(code);
        if (child) {
          at = child;
          j++;
          letters++;
          if (gapRun > 0) gaps++;
          gapRun = 0;
          if (at.families) {
            if (gaps === 0) this.report(hits, codes, at.families, i, j, false);
            else if (
              marks
                ? gaps === letters - 1 && letters > 2
                : !blankOnly || (gaps === letters - 1 && standsApart(codes, i, j))
            ) {
              this.report(hits, codes, at.families, i, j, true);
            }
          }
          if (!at.next) break;
          continue;
        }
        // A sign inside a word that people hide: go on as if it were not there.
        if (!at.evasive || gapRun >= 3) break;
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

  private report(
    hits: Hit[],
    codes: Uint16Array,
    families: readonly number[],
    start: number,
    end: number,
    gapped: boolean,
  ): void {
    // Latin words must stand alone: "hit" is not in "white".
    if (!isWordEdge(codes, start) || !isWordEdge(codes, end)) return;
    for (const family of families) {
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
