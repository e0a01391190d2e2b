import type { Words } from '../language.tsx';

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const LETTER = /\p{L}/u;
/** Scripts that are counted by the character: 「字」. */
const BY_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words of Latin letters where they outweigh what is counted by the character; null elsewhere. */
function wordsOf(text: string): number | null {
  const runs = [...WORDS.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const words = runs.filter((run) => !BY_CHARACTER.test(run));
  const characters = [...text].filter((character) => BY_CHARACTER.test(character)).length;
  return words.some((word) => LETTER.test(word)) && words.length > characters ? words.length : null;
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
