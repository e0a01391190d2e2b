/** Something that covers part of a text. */
export interface Spanned {
  start: number;
  end: number;
}

/** A piece of the text under one and the same set of spans. */
export interface Segment {
  start: number;
  end: number;
  /** Indices into the spans, in their order. */
  spans: number[];
}

/**
 * Cuts `[0, length)` where spans begin and end, so that overlapping ones can each be shown. The pieces join to
 * the whole; spans outside the text are clipped, empty ones are left out.
 */
export function segments(length: number, spans: readonly Spanned[]): Segment[] {
  const edges: { at: number; index: number; opens: boolean }[] = [];
  spans.forEach((span, index) => {
    const start = Math.max(0, Math.min(length, span.start));
    const end = Math.max(0, Math.min(length, span.end));
    if (end <= start) return;
    edges.push({ at: start, index, opens: true }, { at: end, index, opens: false });
  });
  edges.sort((a, b) => a.at - b.at);
  const pieces: Segment[] = [];
  const open = new Set<number>();
  let from = 0;
  for (const { at, index, opens } of edges) {
    if (at > from) {
      pieces.push({ start: from, end: at, spans: [...open].sort((a, b) => a - b) });
      from = at;
    }
    if (opens) open.add(index);
    else open.delete(index);
  }
  if (from < length) pieces.push({ start: from, end: length, spans: [] });
  return pieces;
}
