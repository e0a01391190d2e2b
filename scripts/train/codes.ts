import { ASPECTS, type Aspect } from '../../lib/contract/triage.ts';

/**
 * Codes of clause labels, in `clauses.tsv` and in marked texts. A letter an aspect (attitude, medical, environment, price,
 * booking, information, other) with + praise, - complaint, ? touched in passing; X and Y accusation with and without
 * facts, U urgent, J abuse; of dangers V violence (T10), L authorities, court, press or a flood of one stars announced,
 * C a demand with a condition (T11), S the writer's life at risk (T22), H a hunt for a person (T13), Z bought or organised
 * reviews (T16), K crime or licence fraud (T04), R private life (T09), F solvency (T12), D public danger (T20);
 * Q whether it accuses cannot be told.
 */
const LETTERS = 'amepbio';
const ONE = '[amepbio][+?-]|[XYUJVLCSHZKRFDQ]';

/** In the order of DANGERS in lib/triage/model/table.ts. */
export const DANGERS = ['V', 'L', 'C', 'S', 'H', 'Z', 'K', 'R', 'F', 'D'] as const;
export type Danger = (typeof DANGERS)[number];
export type Flag = 'X' | 'Y' | 'U' | 'J' | 'Q' | Danger;

export type Code = { readonly aspect: Aspect; readonly sign: '+' | '-' | '?' } | { readonly flag: Flag };

export function codesIn(text: string): Code[] {
  return [...text.matchAll(new RegExp(ONE, 'g'))].map(([code]) =>
    code.length === 1
      ? { flag: code as Flag }
      : { aspect: ASPECTS[LETTERS.indexOf(code.charAt(0))] as Aspect, sign: code.charAt(1) as '+' | '-' | '?' },
  );
}

/** Nothing but codes, and at least one. */
export const isCodes = (text: string): boolean => new RegExp(`^(?:${ONE})+$`).test(text);
