import { EN_PHRASES, EN_WORDS } from './en-words.ts';

/**
 * Whether an English sentence is made of harmless words: what is said to "you" only in fixed phrases, the rest from
 * a list without past events, persons, illness or treatment.
 */
/** What our people or prices are answers the facts of a case, but for where and when they are to be found. */
const CLAIM =
  /\b(?:staff|teams?|doctors?|nurses?|dentists?|reception|desk|fees?|prices?|service|services|clinic|hospital|environment|waits?|explanations?|colleagues?|managers?|rooms?|everything|process|procedure)\b[^.!?]{0,16}\b(?:is|are|am|always|never)\b(?! (?:posted|listed|published|open|closed|here|at|committed|happy|glad|welcome|sorry))/;

export function knownEnglish(sentence: string): boolean {
  if (sentence.length > 600 || CLAIM.test(sentence)) return false;
  const rest = sentence.replace(EN_PHRASES, ' ');
  for (const token of rest.split(/[^a-z'\ue000-\ue002]+/)) {
    const word = token.replace(/^'+|'+$/g, '').replace(/'s$/, '');
    if (word === '' || /^[\ue000-\ue002]+$/.test(word)) continue;
    if (!EN_WORDS.has(word)) return false;
  }
  return true;
}

/** How many letters of an English sentence stand in words that are not known to be harmless. */
export function strayedEnglish(sentence: string): number {
  let letters = 0;
  for (const token of sentence.replace(EN_PHRASES, ' ').split(/[^a-z']+/)) {
    const word = token.replace(/^'+|'+$/g, '').replace(/'s$/, '');
    if (!EN_WORDS.has(word)) letters += word.length;
  }
  return letters;
}
