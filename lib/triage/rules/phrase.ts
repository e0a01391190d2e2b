import { type Folded, unfold } from '../../privacy/fold.ts';
import { classes, DIGIT, QUOTE } from '../normalise.ts';
import type { Clause, Reading } from '../reading.ts';

/** A clause up to this long is underlined whole. */
const WHOLE = 30;
/** Of a longer one, no more than this on either side of the words themselves. */
const BESIDE = 14;

const codesOf = (letters: string): ReadonlySet<number> => new Set([...letters].map((c) => c.charCodeAt(0)));
/** After these a phrase may begin … */
const BEFORE = codesOf(' 的了就都還也而但是說跟把被在因又卻讓叫很會要');
/** … with these one may end. */
const AFTER = codesOf('了的過吧啊嗎啦喔呢囉耶矣掉到');

/**
 * What a person would underline for something told or announced, as `[start, end)` of the folded text: the clause that
 * holds the words, or of a long clause as much as hangs together with them. Never less than the words.
 */
export function phraseAround(reading: Reading, start: number, end: number): [number, number] {
  const { codes } = reading.text;
  const first = clauseAt(reading.clauses, start);
  const last = clauseAt(reading.clauses, Math.max(start, end - 1));
  if (!first || !last) return [start, end];
  const open = Math.min(first.start, start);
  let close = Math.max(last.end, end);
  // 「33,600」 is one number, whatever its comma cut.
  while (isThousands(codes, close)) close = clauseAt(reading.clauses, close + 1)?.end ?? close;
  if (close - open <= Math.max(WHOLE, end - start)) return trimmed(codes, open, close, start, end);
  let from = start;
  for (let i = Math.max(open, start - BESIDE); i < start; i++) {
    if (i === open || BEFORE.has(codes[i - 1] as number)) {
      from = i;
      break;
    }
  }
  let to = end;
  for (let i = Math.min(close, end + BESIDE); i > end; i--) {
    if (i === close || AFTER.has(codes[i - 1] as number) || codes[i] === 32) {
      to = i;
      break;
    }
  }
  return trimmed(codes, from, to, start, end);
}

const isDigit = (code: number | undefined): boolean => code !== undefined && classes[code] === DIGIT;
const isThousands = (codes: Uint16Array, at: number): boolean =>
  codes[at] === 44 && isDigit(codes[at - 1]) && isDigit(codes[at + 1]);

/** A board's label (「[爆料]」) or arrow in front is none of it. */
const LABEL = codesOf(']】→');

/** Without blanks, brackets and quotes at its edges. */
function trimmed(codes: Uint16Array, from: number, to: number, start: number, end: number): [number, number] {
  // Quotes that stand inside as a pair stay: 「宣傳你們的「好」」.
  let quotes = 0;
  for (let i = from; i < to; i++) if (classes[codes[i] as number] === QUOTE) quotes++;
  const paired = quotes > 0 && quotes % 2 === 0;
  const isEdge = (code: number): boolean => code === 32 || code === 9 || (!paired && classes[code] === QUOTE);
  for (let i = start - 1; i >= from; i--)
    if (LABEL.has(codes[i] as number)) {
      from = i + 1;
      break;
    }
  while (from < start && isEdge(codes[from] as number)) from++;
  while (to > end && isEdge(codes[to - 1] as number)) to--;
  return [from, to];
}

/** Blanks, stops and dots: at the edge of a span they say nothing. What may be part of a word (＊, %, @, _) is none of them. */
const STOPS = codesOf('。，、；：？！．.…‥·・,;:?!~～—–―-\u200b\u2060\ufeff');
const PAIRS = ['「」', '『』', '（）', '()', '【】', '[]', '《》', '〈〉', '“”', '‘’', '""', "''"] as const;
const MARKS = codesOf(PAIRS.join(''));
/** The last blank there is; what comes after it need not be looked at. */
const LAST_BLANK = 0x3000;

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return STOPS.has(code) || (code <= LAST_BLANK && text.charAt(at).trim() === '');
}

/**
 * A span of the text as it was written without stops and blanks at its edges, and without a bracket or quote there whose
 * other half stands outside. A span of nothing else stays as it is.
 */
export function bare(text: string, [start, end]: readonly [number, number]): [number, number] {
  let from = start;
  let to = end;
  for (let before = -1; before !== to - from && from < to; ) {
    before = to - from;
    while (from < to && isBlank(text, from)) from++;
    while (to > from && isBlank(text, to - 1)) to--;
    if (from < to && isHalf(text, from, from, to)) from++;
    if (from < to && isHalf(text, to - 1, from, to)) to--;
  }
  return from < to ? [from, to] : [start, end];
}

/** A stretch longer than this is read off by no bracket at its edge, and is not counted through for one. */
const LONG = 200;

/** Whether the mark at `at` is a bracket or quote without its other half in `[from, to)`. */
function isHalf(text: string, at: number, from: number, to: number): boolean {
  if (to - from > LONG || !MARKS.has(text.charCodeAt(at))) return false;
  const mark = text.charAt(at);
  const pair = PAIRS.find((both) => both.includes(mark));
  if (pair === undefined) return false;
  const [open, close] = pair as unknown as [string, string];
  let left = 0;
  let right = 0;
  for (let i = from; i < to; i++) {
    if (text[i] === open) left++;
    if (text[i] === close) right++;
  }
  return open === close ? left % 2 === 1 : left !== right && (mark === open ? left > right : right > left);
}

/** A stretch of the folded text without the blanks at its edges, as `[start, end)` of the text as it was written. */
export function stretchOf(folded: Folded, from: number, to: number): [number, number] {
  const said = folded.text.slice(from, to);
  const start = from + (said.length - said.trimStart().length);
  return unfold(folded, start, start + said.trim().length);
}

/** Clauses stand in order of the text: halving finds the one that holds a place. */
function clauseAt(clauses: readonly Clause[], at: number): Clause | undefined {
  let low = 0;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((clauses[middle] as Clause).start <= at) low = middle;
    else high = middle - 1;
  }
  return clauses[low];
}
