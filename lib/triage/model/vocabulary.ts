import { CLOSED, type Lookup, letterFeature } from './features.ts';

/** Room for the rows' numbers in sixteen bits. */
export const MOST_ROWS = 0xfffe;

/**
 * Which hashed features the model knows, and the row of each. Open addressing over small cells: half a hash to compare
 * and sixteen bits for the row in one word, for every letter of every text is looked up and what is fetched together
 * costs half. Another feature passes for a known one once in some ten thousand times, which the weights bear.
 */
export class Vocabulary implements Lookup {
  /** Mark above, row below; 0: empty, for a mark is never zero. */
  private readonly cells: Uint32Array;
  private readonly mask: number;
  /** Row of each letter that was asked for, plus 1, or NO_LETTER: half of all questions are these. */
  private readonly single = new Uint16Array(0x10000);
  /** Row of each of CLOSED, or -1. */
  private readonly rows: Int32Array;

  /** Row i belongs to `keys[i]`. */
  constructor(keys: Int32Array) {
    let room = 1 << 10;
    while (room < keys.length * 2) room <<= 1;
    this.mask = room - 1;
    this.cells = new Uint32Array(room);
    for (let row = 0; row < Math.min(keys.length, MOST_ROWS); row++) {
      const key = keys[row] as number;
      let at = key & this.mask;
      while (this.cells[at] !== 0) at = (at + 1) & this.mask;
      this.cells[at] = ((markOf(key) << 16) | row) >>> 0;
    }
    this.rows = Int32Array.from(CLOSED, (feature) => this.find(feature));
  }

  /** The row of a feature, or -1. */
  find(key: number): number {
    const { cells, mask } = this;
    const wanted = markOf(key);
    let at = key & mask;
    for (;;) {
      const cell = cells[at] as number;
      if (cell === 0) return -1;
      if (cell >>> 16 === wanted) return cell & 0xffff;
      at = (at + 1) & mask;
    }
  }

  closed(place: number): number {
    return this.rows[place] as number;
  }

  letter(code: number): number {
    if (code > 0xffff) return this.find(letterFeature(code));
    const known = this.single[code] as number;
    if (known === NO_LETTER) return -1;
    if (known !== 0) return known - 1;
    const row = this.find(letterFeature(code));
    this.single[code] = row < 0 ? NO_LETTER : row + 1;
    return row;
  }
}

/** Rows end before it. */
const NO_LETTER = 0xffff;

/** The upper half of the hash; never zero, which marks an empty cell. */
const markOf = (key: number): number => key >>> 16 || 1;
