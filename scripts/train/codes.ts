import { ASPECTS, type Aspect } from '../../lib/contract/triage.ts';

/**
 * Codes of clause labels, in `clauses.tsv` and in marked texts. A letter an aspect (attitude, medical, environment, price,
 * booking, information, other) with + praise, - complaint, ? touched in passing; X and Y accusation with and without
 * facts, U urgent, J abuse.
 */
const LETTERS = 'amepbio';

export type Code =
  | { readonly aspect: Aspect; readonly sign: '+' | '-' | '?' }
  | { readonly flag: 'X' | 'Y' | 'U' | 'J' };

export function codesIn(text: string): Code[] {
  return [...text.matchAll(/([amepbio])([+?-])|([XYUJ])/g)].map(([, letter, sign, flag]) =>
    flag
      ? { flag: flag as 'X' | 'Y' | 'U' | 'J' }
      : { aspect: ASPECTS[LETTERS.indexOf(letter as string)] as Aspect, sign: sign as '+' | '-' | '?' },
  );
}

/** Nothing but codes, and at least one. */
export const isCodes = (text: string): boolean => /^(?:[amepbio][+?-]|[XYUJ])+$/.test(text);
