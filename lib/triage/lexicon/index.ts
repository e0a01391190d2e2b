import type { Family } from '../matcher.ts';
import { ABUSE_WORDS } from './abuse.ts';
import { ASPECT_WORDS } from './aspects.ts';
import { CLAIM_WORDS } from './claims.ts';
import { CUE_WORDS } from './cues.ts';
import { MODIFIERS, STANCE_WORDS, TARGET_WORDS } from './stance.ts';
import { SIGN_WORDS, THREAT_WORDS } from './threats.ts';

/** Every curated word, by idea. A model added later works beside these; the law's exact words stay here. */
export const FAMILIES: readonly Family[] = [
  ...ASPECT_WORDS,
  ...STANCE_WORDS,
  ...TARGET_WORDS,
  ...MODIFIERS,
  ...ABUSE_WORDS,
  ...CLAIM_WORDS,
  ...THREAT_WORDS,
  ...SIGN_WORDS,
  ...CUE_WORDS,
];
