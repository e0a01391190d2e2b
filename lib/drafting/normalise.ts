import { simplifiedToTraditional } from './simplified.ts';

/**
 * A text as the guard reads it, with the way back. `text[i]` came from `original.slice(starts[i], ends[i])`.
 * NFKC, lower case, no zero-width or combining characters, no emoji, no decoration between Han characters, one
 * space at most and none beside Han: so that a breach cannot hide behind its typing.
 */
export interface Normal {
  text: string;
  starts: number[];
  ends: number[];
}

/** Stand-ins for what belongs to the clinic itself or is plainly a contact; same length as what they hide. */
export const NAME_MARK = '\uE000';
export const CONTACT_MARK = '\uE001';
export const HOURS_MARK = '\uE002';

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const isHan = (char: string | undefined): boolean => char !== undefined && HAN.test(char);
const isWide = (char: string | undefined): boolean =>
  char !== undefined && (HAN.test(char) || /[\u3000-\u30ff\uff00-\uffef]/.test(char));
/** Format and control characters, combining marks, variation selectors, fillers that show nothing. */
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0\u2800]|(?![\n\r\t])\p{Cc}/u;
const EMOJI = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
/** Decoration that people put between characters to slip past a filter. */
const DECORATION = /[-_*~|/\\^`'"+=<>#·・•‧∙⋅﹒.]/;
/** Letters of other scripts that look like Latin ones. */
const LOOKALIKES = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ѕ: 's',
    ј: 'j',
    ԁ: 'd',
    һ: 'h',
    ո: 'n',
    α: 'a',
    ο: 'o',
    ρ: 'p',
    ν: 'v',
    ι: 'i',
    κ: 'k',
    τ: 't',
    υ: 'u',
    ɑ: 'a',
    ı: 'i',
    ℓ: 'l',
    '’': "'",
    '‘': "'",
    '“': '"',
    '”': '"',
    '—': '-',
    '–': '-',
    '\u2010': '-',
    '\u2011': '-',
    '−': '-',
    '\u3164': '',
  }),
);

/** One character as the guard reads it; may be empty or several. */
function fold(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? char.toLowerCase() : char;
  if (code >= 0x4e00 && code <= 0x9fff) return simplifiedToTraditional(char);
  if (code >= 0xe000 && code <= 0xf8ff) return '\ufffd';
  const lookalike = LOOKALIKES.get(char);
  if (lookalike !== undefined) return lookalike;
  // Compatibility first, invisibility after: NFKC turns some fillers into others.
  const folded = char.normalize('NFKC').toLowerCase();
  if (EMOJI.test(folded)) return '';
  let out = '';
  for (const part of folded) {
    if (INVISIBLE.test(part)) continue;
    out += LOOKALIKES.get(part) ?? simplifiedToTraditional(part);
  }
  return out;
}

export function normalise(original: string): Normal {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  for (const point of original) {
    const next = index + point.length;
    const folded = fold(point);
    for (let unit = 0; unit < folded.length; unit += 1) {
      chars.push(folded.charAt(unit));
      starts.push(index);
      ends.push(next);
    }
    index = next;
  }
  return withoutDecoration(chars, starts, ends);
}

function withoutDecoration(chars: string[], starts: number[], ends: number[]): Normal {
  let text = '';
  const keptStarts: number[] = [];
  const keptEnds: number[] = [];
  const keep = (char: string, at: number, to: number) => {
    text += char;
    keptStarts.push(starts[at] ?? 0);
    keptEnds.push(ends[to] ?? 0);
  };
  let i = 0;
  while (i < chars.length) {
    const char = chars[i] ?? '';
    const blank = char === ' ' || char === '\t' || char === '\u3000';
    if (!blank && !DECORATION.test(char)) {
      keep(char === '\r' ? '\n' : char, i, i);
      i += 1;
      continue;
    }
    let end = i;
    let decorated = false;
    let stop = false;
    for (; end < chars.length; end += 1) {
      const c = chars[end] ?? '';
      if (c === ' ' || c === '\t' || c === '\u3000') continue;
      if (!DECORATION.test(c)) break;
      if (c === '.') stop = true;
      decorated = true;
    }
    const before = chars[i - 1];
    const after = chars[end];
    if (!decorated) {
      if (before !== undefined && after !== undefined && !isWide(before) && !isWide(after)) keep(' ', i, end - 1);
    } else if (isHan(before) && isHan(after)) {
      // A run of full stops between Han characters ends a sentence; a single dot between two may be decoration.
      if (stop && end - i > 1) keep(',', i, end - 1);
    } else {
      for (let at = i; at < end; at += 1) {
        const c = chars[at] ?? '';
        const space = c === ' ' || c === '\t' || c === '\u3000';
        if (space && (text.endsWith(' ') || text === '' || isWide(text.at(-1)) || isWide(chars[at + 1]))) continue;
        keep(space ? ' ' : c, at, at);
      }
    }
    i = end;
  }
  return { text, starts: keptStarts, ends: keptEnds };
}

/** The span of the original that `[start, end)` of the normalised text came from. */
export function originalSpan(normal: Normal, start: number, end: number): [number, number] {
  const first = normal.starts[start];
  const last = normal.ends[end - 1];
  return first === undefined || last === undefined || last < first ? [0, 0] : [first, last];
}

/** Only letters, digits and marks: what two typings of the same sentence have in common. */
export const keyOf = (normalised: string): string =>
  normalised.replace(/[^\p{L}\p{N}\ue000-\ue002]+/gu, '').replace(/([\ue000-\ue002])\1+/g, '$1');

const DECORATED =
  /[\u4e00-\u9fff][ \t\u3000]*[-_*~|\\^`'"+=<>#\u00b7\u30fb\u2022\u2027\u2219\u22c5\ufe52.]+[ \t\u3000]*[\u4e00-\u9fff]/;
/** 「查詢/取消」 is plain writing; a slash after every character is not. */
const SLASHED = /[\u4e00-\u9fff][ \u3000]*\/+[ \u3000]*(?=[\u4e00-\u9fff])/g;

/**
 * Whether a sentence was typed in a way in which nobody writes to the public: with invisible or combining characters,
 * letters of look-alike scripts, Simplified characters, radicals, or decoration and gaps between Han characters. The
 * rules read through that; the judge, who learnt from plain writing, abstains.
 */
export function isDisguised(typed: string): boolean {
  if (DECORATED.test(typed) || (typed.match(SLASHED)?.length ?? 0) > 2) return true;
  if ((typed.match(/[\u4e00-\u9fff][ \t\u3000]+(?=[\u4e00-\u9fff])/g)?.length ?? 0) > 1) return true;
  for (const char of typed) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80 || (code >= 0x3000 && code <= 0x3029) || (code >= 0xff01 && code <= 0xff0f)) continue;
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (simplifiedToTraditional(char) !== char && !COMMON_VARIANTS.has(char)) return true;
      continue;
    }
    // A joiner or selector belongs to an emoji; alone between letters it hides something.
    if (EMOJI.test(char) || code === 0xfe0f || code === 0x200d) continue;
    if (INVISIBLE.test(char) || (LOOKALIKES.has(char) && !/[\u2010-\u201d\u2212]/.test(char))) return true;
    if (/[\p{L}\p{N}]/u.test(char) && !(code >= 0xff10 && code <= 0xff5a)) {
      const folded = char.normalize('NFKC');
      if (folded !== char) return true;
    }
  }
  return false;
}

/** Forms that Taiwan writes as readily as the other. */
const COMMON_VARIANTS = new Set('臺裏裡着麽衆羣祕爲峯牀啓擡説汙檯枱台吃');
