import { opened } from './bank/index.ts';
import { type Materials, pick, voiceOf } from './picking.ts';
import { filled, staysApproved, valuesOf } from './slots.ts';

/** 「嗨」 is for good news only. */
const cheerful = ({ occasion }: Materials): boolean =>
  !occasion.death && !occasion.illness && (occasion.kind === 'praise' || occasion.kind === 'wordless-praise');

/** What stands before the first words: who writes, where readers do not see it, else a plain greeting. */
export function greeted(materials: Materials, rest: string): string {
  const { bank, site, clinic, random } = materials;
  const manner = cheerful(materials) ? voiceOf(materials) : 'formal';
  if ((site === 'facebook' || site === 'dcard' || site === 'ptt') && random() < 0.6) {
    const text = opened(filled(pick(materials, bank.named[manner]), valuesOf(clinic)), rest);
    if (!text.includes('{') && clinic?.name && staysApproved(text, clinic)) return text;
  }
  return opened(pick(materials, bank.greetings[manner]), rest);
}

/** An official statement's first line on a board. */
export function statement(materials: Materials): string {
  const { bank, clinic, random } = materials;
  if (random() < 0.5) {
    const text = filled(pick(materials, bank.statementNamed), valuesOf(clinic));
    if (clinic?.name && staysApproved(text, clinic)) return text;
  }
  return pick(materials, bank.statement);
}
