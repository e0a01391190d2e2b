/** Which hashed features the model knows, and the row of each: open addressing, keys and rows side by side. */
export class Vocabulary {
  readonly size: number;
  private readonly cells: Int32Array;
  private readonly mask: number;

  /** Row i belongs to `keys[i]`; a key of zero marks an empty cell, so zero is no key. */
  constructor(keys: Int32Array) {
    let room = 1 << 10;
    while (room < keys.length * 2.5) room <<= 1;
    this.size = keys.length;
    this.mask = room - 1;
    this.cells = new Int32Array(room * 2);
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] as number;
      let at = key & this.mask;
      while (this.cells[at * 2] !== 0) at = (at + 1) & this.mask;
      this.cells[at * 2] = key;
      this.cells[at * 2 + 1] = row;
    }
  }

  /** The row of a feature, or -1. */
  find(key: number): number {
    const { cells, mask } = this;
    let at = key & mask;
    for (;;) {
      const cell = cells[at * 2] as number;
      if (cell === key) return cells[at * 2 + 1] as number;
      if (cell === 0) return -1;
      at = (at + 1) & mask;
    }
  }
}
