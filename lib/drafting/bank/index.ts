import { EN } from './en.ts';
import { JA } from './ja.ts';
import type { Bank, Manner } from './shape.ts';
import { ZH } from './zh.ts';

export type { Bank, Contact, Manner } from './shape.ts';

export type DraftLanguage = 'zh-TW' | 'en' | 'ja';
export const BANKS: Record<DraftLanguage, Bank> = { 'zh-TW': ZH, en: EN, ja: JA };

const both = (manner: Manner): string[] => [...manner.warm, ...manner.formal];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A greeting and what follows it, as one sentence. */
export const opened = (greeting: string, rest: string): string => capital(greeting + rest);

/** What {stars} may be; only high ratings are thanked for by number. */
export const STARS: Record<DraftLanguage, Record<4 | 5, string>> = {
  'zh-TW': { 4: '四顆星', 5: '五顆星' },
  en: { 4: 'four stars', 5: 'five stars' },
  ja: { 4: '星4つ', 5: '星5つ' },
};

export interface EverySentence {
  /** Without a greeting; slots of the profile still open. */
  plain: string[];
  steps: string[];
  pushes: string[];
  /** With {topic}, or {good} and {bad}. */
  topical: string[];
}

/** Every sentence that the composer may write in a language. A greeting may stand before any of them. */
export function everySentence(bank: Bank, language: DraftLanguage): EverySentence {
  const stars = both(bank.thanksStars).flatMap((text) =>
    Object.values(STARS[language]).map((value) => text.replace('{stars}', value)),
  );
  const thanks = [bank.thanks, bank.thanksPraise, bank.thanksWordless, bank.thanksNeutral].flatMap(both).concat(stars);
  const aspects = [...Object.values(bank.aspects), bank.reaching].flatMap(
    ({ empathy, policy, improvement, praise }) => [...both(empathy), ...policy, ...improvement, ...praise],
  );
  const { topic, praise, mixed, neutral } = bank.push;
  const topics = [
    ...Object.values(topic).flat(),
    ...Object.values(mixed).flat(),
    ...praise.any,
    ...Object.values(praise.topic).flat(),
    ...neutral,
  ];
  return {
    plain: [
      ...thanks.map(capital),
      ...aspects,
      ...bank.privacy,
      ...Object.values(bank.channel).flat(),
      ...both(bank.closing),
      ...both(bank.closingPraise),
      ...bank.mixed,
      ...bank.solemn.thanks.map(capital),
      ...bank.solemn.body,
      ...bank.solemn.closing,
      ...bank.wordless,
      ...bank.grave,
      ...bank.legal,
      ...bank.question,
      ...bank.questionHealth,
      ...bank.questionHours,
      ...Object.values(bank.enquire).flat(),
      ...bank.neutral,
      ...bank.careful,
      ...bank.claimed,
      ...bank.charts,
      ...bank.explaining,
      ...bank.received.map(capital),
      ...bank.graveThanks.map(capital),
      ...bank.statement,
      ...bank.statementNamed,
    ],
    steps: bank.steps,
    pushes: topics.flatMap((start) => bank.push.act.map((act) => start + act)),
    topical: [
      ...[...both(bank.thanksTopic), ...both(bank.thanksPraiseTopic)].map(capital),
      ...both(bank.empathyTopic),
      ...bank.improvementTopic,
      ...bank.praiseTopic,
      ...bank.mixedTopic,
      ...bank.mixedSoft,
    ],
  };
}
