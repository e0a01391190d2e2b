import { EN } from './en.ts';
import type { Bank } from './shape.ts';
import { ZH } from './zh.ts';

export type { Bank, Contact, Manner } from './shape.ts';

export type DraftLanguage = 'zh-TW' | 'en';
export const BANKS: Record<DraftLanguage, Bank> = { 'zh-TW': ZH, en: EN };

const both = (manner: { warm: string[]; formal: string[] }): string[] => [...manner.warm, ...manner.formal];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A greeting and what follows it, as one sentence. */
export const opened = (greeting: string, rest: string): string => capital(greeting + rest);

/** Every sentence that the composer may write in a language, slots still open, {step} sentences apart. */
export function everySentence(bank: Bank): { plain: string[]; steps: string[]; pushes: string[] } {
  const thanks = [...both(bank.thanks), ...both(bank.thanksPraise), ...both(bank.thanksWordless)];
  const greetings = [...new Set(both(bank.greetings))];
  const openings = greetings.flatMap((greeting) => thanks.map((rest) => opened(greeting, rest)));
  const aspects = Object.values(bank.aspects).flatMap(({ empathy, policy, improvement, praise }) => [
    ...both(empathy),
    ...policy,
    ...improvement,
    ...praise,
  ]);
  const topics = [...Object.values(bank.push.topic).flat(), ...bank.push.praise];
  return {
    plain: [
      ...openings,
      ...aspects,
      ...bank.privacy,
      ...Object.values(bank.channel).flat(),
      ...both(bank.closing),
      ...both(bank.closingPraise),
      ...bank.mixed,
      ...bank.wordless,
      ...bank.grave,
      ...bank.statement,
    ],
    steps: bank.steps,
    pushes: topics.flatMap((topic) => bank.push.act.map((act) => topic + act)),
  };
}
