/**
 * Numbers of one text in a piece of memory that many texts share: a buffer of its own for each costs more than all that
 * is written into it. A piece goes when the last of its texts goes; none is ever used twice.
 */
const PIECE = 1 << 16;

let piece = new ArrayBuffer(PIECE);
let used = 0;

/** Where in `piece` so many bytes are free; a long text gets a piece of its own. */
function place(bytes: number): number {
  if (used + bytes > piece.byteLength) {
    piece = new ArrayBuffer(Math.max(PIECE, bytes));
    used = 0;
  }
  const at = used;
  used += (bytes + 7) & ~7;
  return at;
}

export function roomForCodes(count: number): Uint16Array<ArrayBuffer> {
  const at = place(count * 2);
  return new Uint16Array(piece, at, count);
}

export function roomForChances(count: number): Float32Array<ArrayBuffer> {
  const at = place(count * 4);
  return new Float32Array(piece, at, count);
}

export function roomForSums(count: number): Float64Array<ArrayBuffer> {
  const at = place(count * 8);
  return new Float64Array(piece, at, count);
}
