import { type Lookup, letterFeature } from './features.ts';

/** Room for the rows' numbers in sixteen bits. */
export const MOST_ROWS = 0xfffe;

/**
 * Which hashed features the model knows, and the row of each. Open addressing over small cells: half a hash to compare
 * and sixteen bits for the row keep the whole of it near the processor, and every letter of every text is looked up.
 * Another feature passes for a known one once in some ten thousand times, which the weights bear.
 */
export class Vocabulary implements Lookup {
  private readonly marks: Uint16Array;
  private readonly rows: Uint16Array;
  private readonly mask: number;
  /** Row of each letter that was asked for, plus 1, or -1 for none: half of all questions are these. */
  private readonly single = new Int32Array(0x10000);

  /** Row i belongs to `keys[i]`. */
  constructor(keys: Int32Array) {
    let room = 1 << 10;
    while (room < keys.length * 2) room <<= 1;
    this.mask = room - 1;
    this.marks = new Uint16Array(room);
    this.rows = new Uint16Array(room);
    for (let row = 0; row < Math.min(keys.length, MOST_ROWS); row++) {
      const key = keys[row] as number;
      let at = key & this.mask;
      while (this.marks[at] !== 0) at = (at + 1) & this.mask;
      this.marks[at] = markOf(key);
      this.rows[at] = row;
    }
  }

  /** The row of a feature, or -1. */
  find(key: number): number {
    const { marks, mask } = this;
    const wanted = markOf(key);
    let at = key & mask;
    for (;;) {
      const mark = marks[at] as number;
      if (mark === 0) return -1;
      if (mark === wanted) return this.rows[at] as number;
      at = (at + 1) & mask;
    }
  }

  letter(code: number): number {
    const known = this.single[code] as number;
    if (known !== 0) return known > 0 ? known - 1 : -1;
    const row = this.find(letterFeature(code));
    this.single[code] = row < 0 ? -1 : row + 1;
    return row;
  }
}

/** The upper half of the hash; never zero, which marks an empty cell. */
const markOf = (key: number): number => key >>> 16 || 1;
