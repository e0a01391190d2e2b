/** A word to be found: its letters as a string, what it belongs to, and whether people hide it. */
export interface Term {
  readonly letters: string;
  readonly family: number;
  readonly evasive: boolean;
}

/**
 * All terms in one tree that lies flat in a few arrays, where branches that go on alike are the same branch: most terms
 * are variants of one another (「{很,超}{爛,差}」), and what is small stays near in memory, for it is walked for every
 * text that comes.
 */
export interface Trie {
  readonly root: number;
  /** The letter of each edge; edges of one node stand side by side, in the order of their letters. */
  readonly letters: Uint16Array;
  /** Two numbers an edge: the node it leads to (`firstEdge`, `edgeCount`), and what ends there (`ENDS`, `HIDES`). */
  readonly edges: Int32Array;
  /** Families of the terms that end at a node, all lists in a row, the last of each with `LAST`. */
  readonly ends: Uint16Array;
}

/** What ends at a node: some evasive term passes here … */
export const HIDES = 1;
/** … and, above that, the place of its families in `ends` plus 1; 0: no term ends here. */
export const ENDS = 2;
/** No family of its list follows. */
export const LAST = 0x8000;

/** A node is where its edges begin, and below that how many there are: 0 for one that nothing follows. */
const COUNT_BITS = 12;
const MOST_EDGES = (1 << COUNT_BITS) - 1;
export const firstEdge = (node: number): number => node >>> COUNT_BITS;
export const edgeCount = (node: number): number => node & MOST_EDGES;

/** A node whose terms are still coming in. */
interface Open {
  letters: number[];
  edges: number[];
  families: number[];
  evasive: boolean;
}

const FNV = 0x01000193;
const opened = (): Open => ({ letters: [], edges: [], families: [], evasive: false });

const inOrder = (a: Term, b: Term): number => {
  if (a.letters === b.letters) return a.family - b.family;
  return a.letters < b.letters ? -1 : 1;
};

/**
 * Terms come in the order of their letters, so a node is finished as soon as a term leaves it; a finished node that is
 * there already is not kept a second time (Daciuk and others 2000).
 */
export function buildTrie(terms: readonly Term[]): Trie {
  const letters: number[] = [];
  const edges: number[] = [];
  const ends: number[] = [];
  const nodes = new Map<number, number>();
  const endings = new Map<string, number>();

  const isSame = (node: number, open: Open): boolean => {
    const count = edgeCount(node);
    if (count !== open.letters.length) return false;
    const from = firstEdge(node);
    for (let i = 0; i < count; i++) if (letters[from + i] !== open.letters[i]) return false;
    for (let i = 0; i < count * 2; i++) if (edges[from * 2 + i] !== open.edges[i]) return false;
    return true;
  };
  const nodeOf = (open: Open): number => {
    if (open.letters.length === 0) return 0;
    // Terms begin with some two thousand letters.
    if (open.letters.length > MOST_EDGES) throw new RangeError(`${open.letters.length} letters follow on one`);
    let hash = 0;
    for (const letter of open.letters) hash = Math.imul(hash ^ letter, FNV);
    for (const number of open.edges) hash = Math.imul(hash ^ number, FNV);
    for (let known = nodes.get(hash); known !== undefined; known = nodes.get(++hash))
      if (isSame(known, open)) return known;
    const node = (letters.length << COUNT_BITS) | open.letters.length;
    letters.push(...open.letters);
    edges.push(...open.edges);
    nodes.set(hash, node);
    return node;
  };
  const endOf = ({ families, evasive }: Open): number => {
    const hides = evasive ? HIDES : 0;
    if (families.length === 0) return hides;
    const key = families.join();
    let at = endings.get(key);
    if (at === undefined) {
      at = ends.length;
      endings.set(key, at);
      families.forEach((family, i) => {
        ends.push(i + 1 === families.length ? family | LAST : family);
      });
    }
    return (at + 1) * ENDS + hides;
  };

  const path: Open[] = [opened()];
  let before = '';
  const closeTo = (depth: number): void => {
    while (path.length > depth + 1) {
      const done = path.pop() as Open;
      const parent = path[path.length - 1] as Open;
      parent.letters.push(before.charCodeAt(path.length - 1));
      parent.edges.push(nodeOf(done), endOf(done));
    }
  };
  for (const { letters: term, family, evasive } of [...terms].sort(inOrder)) {
    let shared = 0;
    while (shared < term.length && term.charCodeAt(shared) === before.charCodeAt(shared)) shared++;
    closeTo(shared);
    while (path.length <= term.length) path.push(opened());
    if (evasive) for (const open of path) open.evasive = true;
    const { families } = path[term.length] as Open;
    if (families[families.length - 1] !== family) families.push(family);
    before = term;
  }
  closeTo(0);
  const root = nodeOf(path[0] as Open);
  return { root, letters: Uint16Array.from(letters), edges: Int32Array.from(edges), ends: Uint16Array.from(ends) };
}
