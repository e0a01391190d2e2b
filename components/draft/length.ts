import type { Words } from '../language.tsx';

/** Scripts that are counted by the character: 「字」. */
const BY_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Words between spaces, where they outweigh what is counted by the character; null elsewhere. */
function wordsOf(text: string): number | null {
  if (!/\p{Script=Latin}/u.test(text)) return null;
  const words = text
    .replace(BY_CHARACTER, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words > (text.match(BY_CHARACTER)?.length ?? 0) ? words : null;
}

/**
 * How long a text is, as people say it of its language: English in words, Chinese and Japanese in characters. A site's
 * limit is in characters as its box counts them (UTF-16), whatever the language.
 */
export function lengthText(t: Words, text: string, limit?: number): string {
  const words = wordsOf(text);
  if (limit === undefined) {
    if (words !== null) return t('review.draft.words', { count: words });
    return t('review.draft.length', { count: Array.from(text).length });
  }
  const within = { count: text.length, max: limit };
  if (words === null) return t('review.draft.lengthOf', within);
  return t('review.draft.wordsOf', { ...within, words: t('review.draft.words', { count: words }) });
}
