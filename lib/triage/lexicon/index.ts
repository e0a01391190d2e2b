import type { Family } from '../matcher.ts';
import { ABUSE_WORDS } from './abuse.ts';
import { ASPECT_WORDS } from './aspects.ts';
import { CLAIM_WORDS } from './claims.ts';
import { CUE_WORDS } from './cues.ts';
import { CLAIM_CUES } from './cues-claims.ts';
import { CONDUCT_CUES } from './cues-conduct.ts';
import { EXACT_CUES } from './cues-exact.ts';
import { GRAVE_CUES } from './cues-grave.ts';
import { LEGAL_CUE_WORDS } from './cues-legal.ts';
import { PERSON_CUES } from './cues-persons.ts';
import { QUIET_CUES } from './cues-quiet.ts';
import { VIOLENCE_CUES } from './cues-violence.ts';
import { ENGLISH_WORDS } from './english.ts';
import { EVERYDAY_CARE } from './everyday-care.ts';
import { EVERYDAY_CUT } from './everyday-cut.ts';
import { EVERYDAY_ELSE } from './everyday-else.ts';
import { EVERYDAY_PLACE } from './everyday-place.ts';
import { JAPANESE_WORDS } from './japanese.ts';
import { MODIFIERS, STANCE_WORDS, TARGET_WORDS } from './stance.ts';
import { SIGN_WORDS, THREAT_WORDS } from './threats.ts';

/** What the table of the trained model is taught beside runs of letters. */
const TAUGHT: readonly Family[] = [
  ...ASPECT_WORDS,
  ...EVERYDAY_CARE,
  ...EVERYDAY_PLACE,
  ...EVERYDAY_ELSE,
  ...EVERYDAY_CUT,
  ...STANCE_WORDS,
  ...TARGET_WORDS,
  ...MODIFIERS,
  ...ABUSE_WORDS,
  ...CLAIM_WORDS,
  ...THREAT_WORDS,
  ...SIGN_WORDS,
  ...CUE_WORDS,
  ...VIOLENCE_CUES,
  ...LEGAL_CUE_WORDS,
  ...PERSON_CUES,
  ...CLAIM_CUES,
  ...ENGLISH_WORDS,
  ...JAPANESE_WORDS,
];

/** Every curated word, by idea; last those that only call the rules, and that the model does not see (decision 018). */
export const FAMILIES: readonly Family[] = [...TAUGHT, ...EXACT_CUES, ...CONDUCT_CUES, ...GRAVE_CUES, ...QUIET_CUES];

/** Everyday turns of phrase, which are read but which the model does not learn from (decision 027). */
export const EVERYDAY: ReadonlySet<Family> = new Set([
  ...EVERYDAY_CARE,
  ...EVERYDAY_PLACE,
  ...EVERYDAY_ELSE,
  ...EVERYDAY_CUT,
]);

/** So many of FAMILIES, from the first, are taught. */
export const TAUGHT_FAMILIES = TAUGHT.length;
