/** A stretch of the normalised text. */
export interface Stretch {
  text: string;
  start: number;
  end: number;
}

const ENDS = new Set(['。', '!', '?', ';', '\n', '｡']);
const ABBREVIATIONS = /(?:^|[^a-z])(?:dr|mr|mrs|ms|prof|st|no|ext|a\.m|p\.m|e\.g|i\.e|vs|u\.s|approx|[a-z])$/;

/** Full stop of a Latin sentence: before a space or the end, not after an abbreviation or within a number. */
function endsLatin(text: string, at: number): boolean {
  const next = text[at + 1];
  if (next !== undefined && next !== ' ' && next !== '\n' && next !== '"' && next !== "'" && next < '\u3000')
    return false;
  const before = text.slice(Math.max(0, at - 8), at);
  // "9 a.m." may also end the sentence; cutting there too late is safe, for the whole is judged then.
  return !ABBREVIATIONS.test(before);
}

function pushTrimmed(into: Stretch[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  const piece = text.slice(from, to);
  if (/[\p{L}\p{N}\ue000-\ue002\ufffd]/u.test(piece)) into.push({ text: piece, start: from, end: to });
}

/** Sentences of a normalised text, each with its end mark. */
export function sentencesOf(text: string): Stretch[] {
  const out: Stretch[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (!ENDS.has(char) && !(char === '.' && endsLatin(text, i))) continue;
    // Closing quotes and further marks belong to the sentence.
    let end = i + 1;
    while (end < text.length && /[。!?」』)"']/.test(text.charAt(end))) end += 1;
    pushTrimmed(out, text, start, end);
    start = end;
    i = end - 1;
  }
  pushTrimmed(out, text, start, text.length);
  return out;
}

const PICTURE = /\p{Extended_Pictographic}/u;
/** So much must stand on both sides of an emoji for it to end a sentence. */
const LEAST = 6;

/**
 * Sentences as people type them: an emoji between two of some length ends the first, as a full stop would. `text` is
 * the normalised (and masked) text of `typed`, `starts` and `ends` the way back.
 */
export function sentencesTyped(
  text: string,
  typed: string,
  { starts, ends }: { starts: readonly number[]; ends: readonly number[] },
): Stretch[] {
  const whole = sentencesOf(text);
  if (!PICTURE.test(typed)) return whole;
  return whole.flatMap((sentence) => {
    const parts: Stretch[] = [];
    let from = sentence.start;
    for (let i = from + LEAST; i + LEAST <= sentence.end; i += 1) {
      const gap = [ends[i - 1] ?? 0, starts[i] ?? 0] as const;
      if (i - from < LEAST || gap[1] <= gap[0] || !PICTURE.test(typed.slice(...gap))) continue;
      pushTrimmed(parts, text, from, i);
      from = i;
    }
    if (from === sentence.start) return [sentence];
    pushTrimmed(parts, text, from, sentence.end);
    return parts;
  });
}

/** Clauses of a sentence; `base` is where the sentence starts. */
export function clausesOf(sentence: string, base = 0): Stretch[] {
  const out: Stretch[] = [];
  let start = 0;
  for (let i = 0; i <= sentence.length; i += 1) {
    const char = sentence.charAt(i);
    const number = /[0-9]/.test(sentence.charAt(i - 1)) && /[0-9]/.test(sentence.charAt(i + 1));
    const cut = i === sentence.length || /[,，;。!?\n…]/.test(char) || (char === ':' && !number);
    if (!cut || (char === ',' && number)) continue;
    pushTrimmed(out, sentence, start, i);
    start = i + 1;
  }
  return out.map((clause) => ({ text: clause.text, start: clause.start + base, end: clause.end + base }));
}
