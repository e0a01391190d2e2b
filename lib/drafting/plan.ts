import type { Clinic } from '../contract/clinic.ts';
import type { DraftSentence, Purpose, Tone } from '../contract/draft.ts';
import type { Site } from '../contract/review.ts';
import type { Aspect } from '../contract/triage.ts';
import { isUsableStep } from './allow/frames.ts';
import { type OwnSentence, ownFor } from './approved.ts';
import { type Bank, type DraftLanguage, type Manner, opened, STARS } from './bank/index.ts';
import { pairTopic, shortTopic } from './bank/topics.ts';
import type { Occasion } from './occasion.ts';
import { filled, staysApproved, valuesOf, waysOf } from './slots.ts';

export interface Materials {
  bank: Bank;
  language: DraftLanguage;
  occasion: Occasion;
  tone: Tone;
  site: Site | null;
  clinic: Clinic | null;
  /** Sentences that the clinic itself wrote and a manager or doctor approved. */
  own: readonly OwnSentence[];
  random: () => number;
  /** What was written last: its sentences are passed over where others are left. */
  avoid: string;
  /** What this reply says so far. */
  said: string;
}

/** A brief reply takes what is said shortly: at most so many characters a sentence. */
const BRIEF: Record<DraftLanguage, number> = { 'zh-TW': 28, en: 84, ja: 40 };
/** How often a fitting sentence of the clinic's own is preferred to the bank's. */
const OWN = 0.5;

/** Words that grate when they come twice in one reply. */
const HEAVY =
  /肯定|鼓勵|好評|用心|開心|珍惜|動力|遺憾|抱歉|審慎|放在心上|提醒|感受|理解|轉達|轉給|重視|檢視|討論|聆聽|sorry|regret|kind|encourag|pass|review|understand|申し訳|お察し|伝え|励み|大切/g;

/** One at random of those not used lately which repeat the fewest words of what this reply says already. */
function pick(materials: Materials, from: readonly string[]): string {
  const fresh = from.filter((text) => !materials.avoid.includes(text));
  const open = fresh.length > 0 ? fresh : from;
  const scores = open.map((text) => new Set(text.match(HEAVY)?.filter((word) => materials.said.includes(word))).size);
  const least = Math.min(...scores);
  const left = open.filter((_, at) => (scores[at] ?? 0) <= least);
  return left[Math.floor(materials.random() * left.length)] ?? '';
}

function mannered({ tone, language }: Materials, manner: Manner): string[] {
  if (tone !== 'brief') return manner[tone];
  const all = [...manner.warm, ...manner.formal];
  const short = all.filter((text) => text.length <= BRIEF[language]);
  return short.length >= 3 ? short : all;
}

/** One of the clinic's own sentences for this place, else what the bank says. */
function said(materials: Materials, purpose: Purpose, aspect: Aspect | null, from: () => string): DraftSentence {
  const own = ownFor(materials.own, { purpose, aspect, language: materials.language, tone: materials.tone });
  const fresh = own.filter((text) => !materials.avoid.includes(text));
  if (fresh.length > 0 && materials.random() < OWN) return { purpose, text: pick(materials, fresh) };
  return { purpose, text: from() };
}

/** What stands before the thanks: who writes, where readers do not see it, else a plain greeting. */
function greeted(materials: Materials, rest: string): string {
  const { bank, tone, site, clinic, random } = materials;
  const manner = tone === 'formal' && site !== 'dcard' ? 'formal' : 'warm';
  if ((site === 'facebook' || site === 'dcard' || site === 'ptt') && random() < 0.6) {
    const text = opened(filled(pick(materials, bank.named[manner]), valuesOf(clinic)), rest);
    if (!text.includes('{') && clinic?.name && staysApproved(text, clinic)) return text;
  }
  // A formal letter's head reads oddly among students.
  return opened(pick(materials, bank.greetings[manner]), rest);
}

/** An official statement's first line on a board. */
function statement(materials: Materials): string {
  const { bank, clinic, random } = materials;
  if (random() < 0.5) {
    const text = filled(pick(materials, bank.statementNamed), valuesOf(clinic));
    if (clinic?.name && staysApproved(text, clinic)) return text;
  }
  return pick(materials, bank.statement);
}

/** The private way that the clinic really has; a sentence without contact data when the profile has none to show. */
function channel(materials: Materials): string {
  const { bank, clinic, random } = materials;
  const values = valuesOf(clinic);
  if (!fits(values.hours, materials)) values.hours = '';
  const ways = waysOf(values);
  // Most people call; now and then another way of the clinic's is named.
  if (ways.length > 2 && random() < 0.3) ways.unshift(ways[2 + Math.floor(random() * (ways.length - 2))] ?? 'none');
  for (const way of ways) {
    const text = filled(pick(materials, bank.channel[way]), values);
    if (staysApproved(text, clinic)) return text;
  }
  return pick(materials, bank.channel.none);
}

/** Chinese hours and steps are left out of a reply in another language. */
function fits(text: string, { language }: Materials): boolean {
  if (language === 'zh-TW') return text === '' || !/^[a-z][a-z ,'-]*$/i.test(text);
  if (!/[\u3400-\u9fff]/.test(text)) return true;
  return language === 'ja' && /[\u3041-\u30fa]/.test(text);
}

/** A thing that one has, not a thing that one does: 「線上預約」, not 「增加人力」. */
const THING =
  /(?:服務|系統|查詢|預約|掛號|信箱|專線|電話|公告|表|單|管道|制度|頁面|網站|時段|窗口|動線圖|停車場|飲水機|手冊|影片|地圖|app|line)$|^(?!.*(?:ing\b|^we\b))[a-z][a-z -]*$/i;

/** A step that the clinic has for this aspect, else what is generally so. */
function general(materials: Materials, aspect: Aspect): DraftSentence {
  const { bank, clinic } = materials;
  const steps = (clinic?.steps[aspect] ?? []).filter((step) => isUsableStep(step, clinic) && fits(step, materials));
  if (steps.length > 0) {
    const step = pick(materials, steps).trim();
    const templates = THING.test(step) ? bank.steps : bank.steps.filter((text) => !bank.nounSteps.includes(text));
    return { text: pick(materials, templates).replace('{step}', () => step), purpose: 'improvement' };
  }
  return said(materials, 'policy', aspect, () => pick(materials, bank.aspects[aspect].policy));
}

const topical = (text: string, topic: string): string => text.replace('{topic}', () => topic);
const both = (text: string, good: string, bad: string): string =>
  text.replace('{good}', () => good).replace('{bad}', () => bad);

/** At most five sentences for the occasion. */
export function sentencesFor(materials: Materials): DraftSentence[] {
  const { bank, language, occasion, tone, site, random } = materials;
  const { main, second, third, good, health, topic } = occasion;
  const brief = tone === 'brief';
  const name = topic.name[language];
  const narrow = topic.when !== undefined;
  /** Remembers what stands already, so that the next sentence does not say it again. */
  const keep = (text: string): string => {
    materials.said += text;
    return text;
  };
  const one = (manner: Manner): string => keep(pick(materials, mannered(materials, manner)));
  const any = (from: readonly string[]): string => keep(pick(materials, from));
  const open = (text: string): DraftSentence => ({ purpose: 'thanks', text: greeted(materials, text) });

  /** Thanks that name the topic or not; what the thanks have named the next sentence need not. */
  let named = false;
  const thanks = (plain: Manner, withTopic: Manner, share: number, what = name): DraftSentence => {
    if (site === 'ptt' && occasion.kind !== 'praise') return { purpose: 'thanks', text: statement(materials) };
    named = main !== 'other' && random() < share;
    return said(materials, 'thanks', null, () => open(named ? topical(one(withTopic), what) : one(plain)).text);
  };
  const empathy = (): DraftSentence =>
    said(materials, 'empathy', main, () => {
      const byTopic = !named && main !== 'other' && random() < (narrow ? 0.8 : 0.4);
      if (byTopic) named = true;
      return byTopic ? topical(one(bank.empathyTopic), name) : one(bank.aspects[main].empathy);
    });
  const improvement = (aspect: Aspect): DraftSentence =>
    said(materials, 'improvement', aspect, () => {
      if (aspect !== main && aspect !== 'other' && (third !== null || random() < 0.5)) {
        const what = third === null ? shortTopic(aspect, language) : pairTopic(aspect, third, language);
        return topical(any(bank.improvementTopic), what);
      }
      const byTopic = aspect === main && !named && narrow && random() < 0.7;
      return byTopic ? topical(any(bank.improvementTopic), name) : any(bank.aspects[aspect].improvement);
    });
  const way = (): DraftSentence => said(materials, 'channel', null, () => channel(materials));
  const privacy = (): DraftSentence => said(materials, 'privacy', null, () => any(bank.privacy));
  const end = (manner: Manner): DraftSentence => said(materials, 'closing', null, () => one(manner));
  const plain = (purpose: Purpose, from: readonly string[]): DraftSentence => ({ purpose, text: any(from) });
  const stars = (): DraftSentence => {
    const value = occasion.stars;
    if (value === null || random() < 0.3) return open(one(bank.thanksWordless));
    return open(one(bank.thanksStars).replace('{stars}', STARS[language][value]));
  };

  switch (occasion.kind) {
    case 'praise': {
      if (occasion.solemn) {
        const { solemn } = bank;
        const sober = [open(any(solemn.thanks)), plain('improvement', solemn.body)];
        return brief ? sober : [...sober, plain('closing', solemn.closing)];
      }
      const what = second && second !== 'other' ? pairTopic(main, second, language) : name;
      const first = thanks(bank.thanksPraise, bank.thanksPraiseTopic, second ? 0.7 : 0.5, what);
      const byTopic = main !== 'other' && !named && (narrow || random() < 0.6);
      const praise = byTopic ? topical(any(bank.praiseTopic), what) : any(bank.aspects[main].praise);
      const body: DraftSentence[] = [first, { purpose: 'improvement', text: praise }];
      return brief ? body : [...body, end(bank.closingPraise)];
    }
    case 'wordless-praise':
      return brief
        ? [stars(), end(bank.closingPraise)]
        : [stars(), plain('improvement', bank.aspects.other.praise), end(bank.closingPraise)];
    case 'wordless-low': {
      const start = [open(one(bank.thanksWordless)), plain('empathy', bank.wordless), way()];
      return brief ? start : [...start, end(bank.closing)];
    }
    case 'grave':
      return [thanks(bank.thanks, bank.thanksTopic, 0), plain('empathy', bank.grave), privacy(), way()];
    case 'legal':
      return [
        thanks(bank.thanks, bank.thanksTopic, main === 'other' ? 0 : 0.6),
        ...(named ? [] : [empathy()]),
        plain('empathy', bank.legal),
        ...(health && !brief ? [privacy()] : []),
        way(),
      ];
    case 'mixed': {
      const first = occasion.soft
        ? thanks(bank.thanksNeutral, bank.thanksTopic, 0)
        : thanks(bank.thanks, bank.thanksTopic, 0);
      const middle: DraftSentence =
        good === null
          ? plain('thanks', bank.mixed)
          : {
              purpose: 'empathy',
              text: both(
                any(occasion.soft ? bank.mixedSoft : bank.mixedTopic),
                shortTopic(good, language),
                shortTopic(main, language),
              ),
            };
      const sorry = good === null ? [empathy()] : [];
      if (brief) return [first, middle, ...(sorry.length > 0 ? sorry : [improvement(main)])];
      return [
        first,
        middle,
        ...sorry,
        health ? privacy() : general(materials, main),
        ...(good === null ? [] : [improvement(main)]),
        way(),
      ];
    }
    case 'neutral':
    case 'question': {
      const answer =
        occasion.kind === 'question'
          ? plain('policy', occasion.askingHealth ? bank.questionHealth : bank.question)
          : improvement('other');
      const start = [open(one(bank.thanksNeutral)), answer];
      return brief ? start : [...start, way()];
    }
    case 'negative': {
      const withStep = hasStep(materials, main);
      // Where no sentence is left for the second topic, the thanks name both.
      const crowded = health && (brief || withStep) && second !== null && second !== 'other';
      const start = crowded
        ? [thanks(bank.thanks, bank.thanksTopic, 0.8, pairTopic(main, second, language)), empathy()]
        : [thanks(bank.thanks, bank.thanksTopic, 0.35), empathy()];
      if (brief) return health ? [...start, privacy(), way()] : [...start, improvement(second ?? main), way()];
      if (health)
        return [...start, privacy(), withStep ? general(materials, main) : improvement(second ?? main), way()];
      return [...start, general(materials, main), improvement(second ?? main), way()];
    }
  }
}

const hasStep = (materials: Materials, aspect: Aspect): boolean =>
  (materials.clinic?.steps[aspect] ?? []).some((step) => isUsableStep(step, materials.clinic) && fits(step, materials));
