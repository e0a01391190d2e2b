/*
 * Where to scroll for the pictures of a post. Pure: the page's measurements come in, the next position goes out, one
 * shot at a time, because bars appear and pages grow while one scrolls.
 *
 * Lengths are CSS pixels. `y` counts in the content of whatever scrolls (the document, or a pane or dialog in it):
 * a point of the content at `y` is seen in the viewport at `y - scroll + origin`.
 */

export interface Range {
  from: number;
  to: number;
}

/** What was measured at one scroll position, before a shot. */
export interface View {
  /** The layout viewport. */
  width: number;
  height: number;
  /** Device pixels for one CSS pixel (browser zoom included). */
  scale: number;
  scroll: number;
  /** The furthest that can be scrolled to. */
  most: number;
  /** Where the content's y = 0 is seen at scroll 0. */
  origin: number;
  /** The part of the viewport in which the content is seen, with fixed and sticky bars left out. */
  clear: Range;
  /** The post within the content; across, where it is seen in the viewport. */
  target: Range;
  across: Range;
  /** Names and faces of others as they stood in the viewport: where to look for what must be covered in copies. */
  people?: readonly { x: number; y: number; width: number; height: number }[];
}

export interface Limits {
  /** Rows that two neighbouring pictures share, to prove that they fit. */
  overlap: number;
  shots: number;
}

export const LIMITS: Limits = { overlap: 48, shots: 120 };
/** Room left above the post in the first picture. */
const MARGIN = 8;
/** Less than a device pixel is nothing. */
const NOTHING = 0.34;

export type Next =
  | { do: 'shoot'; to: number }
  /** `stuck`: what is missing cannot be brought into view; `limit`: so many pictures were enough. */
  | { do: 'end'; why: 'done' | 'stuck' | 'limit' };

/** What of the content a shot at this view pictures, kept to the post. */
export function pictured(view: View): Range {
  const from = Math.max(view.clear.from - view.origin + view.scroll, view.target.from);
  const to = Math.min(view.clear.to - view.origin + view.scroll, view.target.to);
  return { from, to: Math.max(from, to) };
}

/** The same with neighbours joined, in order. */
export function joined(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const { from, to } of [...ranges].filter((range) => range.to > range.from).sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.to + NOTHING) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

/** What of `whole` no picture shows. */
export function missingOf(whole: Range, covered: readonly Range[]): Range[] {
  const out: Range[] = [];
  let at = whole.from;
  for (const { from, to } of joined(covered)) {
    if (from > at + NOTHING) out.push({ from: at, to: Math.min(from, whole.to) });
    at = Math.max(at, to);
    if (at >= whole.to) break;
  }
  if (at < whole.to - NOTHING) out.push({ from: at, to: whole.to });
  return out.filter(({ from, to }) => to - from > NOTHING);
}

/**
 * Where to go for the next picture: the first part of the post that none shows goes right under the bars, a little
 * of what is above it (the overlap) with it. `covered`: what the shots so far pictured; `tried`: where they stood.
 */
export function nextShot(view: View, covered: readonly Range[], tried: readonly number[], limits = LIMITS): Next {
  const gaps = missingOf(view.target, covered);
  if (gaps.length === 0) return { do: 'end', why: 'done' };
  if (tried.length >= limits.shots) return { do: 'end', why: 'limit' };
  const room = view.clear.to - view.clear.from;
  if (room < 1) return { do: 'end', why: 'stuck' };
  for (const gap of gaps) {
    const above = gap.from - view.target.from <= NOTHING ? MARGIN : limits.overlap;
    // A slit between bars: without much overlap there is at least progress.
    const wanted = gap.from - Math.min(above, room / 3) + view.origin - view.clear.from;
    const to = snap(Math.min(Math.max(wanted, 0), view.most), view.scale);
    // It was tried and did not come into view: at the end of what scrolls, or the page did not go there.
    if (!tried.some((other) => Math.abs(other - to) <= NOTHING)) return { do: 'shoot', to };
  }
  return { do: 'end', why: 'stuck' };
}

/** A scroll position that falls on whole device pixels: the picture is not drawn between them. */
export function snap(position: number, scale: number): number {
  return Math.round(position * scale) / scale;
}

/** About how many pictures it takes, for the progress bar. */
export function expectedShots(view: View, limits = LIMITS): number {
  const room = view.clear.to - view.clear.from;
  const shared = Math.min(limits.overlap, room / 3);
  const height = view.target.to - view.target.from;
  return Math.min(limits.shots, Math.max(1, Math.ceil((height - shared) / Math.max(1, room - shared))));
}
