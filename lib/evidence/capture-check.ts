import type { Review } from '../contract/index.ts';

/*
 * Three readings of the same words: what the adapter read, what the copy of the DOM holds, what the browser says is
 * rendered. Where they do not agree, something was hidden, drawn or changed in between, and a reader should know.
 */

export interface Agreement {
  /** `site:id` of what was compared. */
  id: string;
  /** Its words stand in the rendered text. */
  onScreen: boolean;
  /** Its words stand in the copy of the DOM. */
  inDom: boolean;
}

/** Compared without white space, letter case and variant forms, which rendering changes. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    // Pictures of faces come as text or as images; soft hyphens, zero-width marks and selectors are not seen.
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu, '')
    .replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();

/** Each review against what is rendered and what the DOM holds. An empty text agrees with everything. */
export function crossCheck(
  reviews: readonly Pick<Review, 'site' | 'id' | 'text'>[],
  rendered: string,
  dom: string,
): Agreement[] {
  const [screen, copy] = [plain(rendered), plain(dom)];
  return reviews.map(({ site, id, text }) => {
    const words = plain(text);
    return { id: `${site}:${id}`, onScreen: holds(screen, words), inDom: holds(copy, words) };
  });
}

/** A run of characters shorter than this proves nothing by itself. */
const RUN = 6;

/**
 * In runs: between two of them the page may show a picture, a link preview, or the head of the next line (a PTT push
 * that goes on in another). Greedy, from the left: each run is as long as the page has it.
 */
export function holds(whole: string, words: string): boolean {
  if (words === '' || whole.includes(words)) return true;
  for (let at = 0; at < words.length; ) {
    const length = runFrom(whole, words, at);
    if (length < Math.min(RUN, words.length - at) || length === 0) return false;
    at += length;
  }
  return true;
}

/** The length of the longest run of `words` from `at` that stands in `whole`: doubled, then narrowed. */
function runFrom(whole: string, words: string, at: number): number {
  const left = words.length - at;
  const has = (length: number): boolean => whole.includes(words.slice(at, at + length));
  let good = 0;
  let step = RUN;
  while (good < left && has(Math.min(left, good + step))) {
    good = Math.min(left, good + step);
    step *= 2;
  }
  let bad = Math.min(left + 1, good + step);
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (has(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
