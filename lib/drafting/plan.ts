import type { Clinic } from '../contract/clinic.ts';
import type { DraftSentence, Purpose, Tone } from '../contract/draft.ts';
import type { Site } from '../contract/review.ts';
import { ASPECTS, type Aspect, type Polarity, type Triage } from '../contract/triage.ts';
import { isApproved, isUsableStep } from './allow/frames.ts';
import { BANKS, type Bank, type Contact, type Manner, opened } from './bank/index.ts';
import { mask } from './mask.ts';
import { namesCondition, namesTreatment } from './medical.ts';
import { normalise } from './normalise.ts';

/** What a reply is about, decided once per review. */
export interface Occasion {
  kind: 'praise' | 'mixed' | 'negative' | 'neutral' | 'wordless-low' | 'wordless-praise' | 'grave';
  main: Aspect;
  second: Aspect | null;
  /** Health is touched: the privacy sentence belongs in. */
  health: boolean;
}

/** Aspects of the given polarities, the one with most evidence first. */
function ranked(triage: Triage, wanted: readonly Polarity[]): Aspect[] {
  return ASPECTS.filter((aspect) => {
    const polarity = triage.aspects[aspect];
    return polarity !== undefined && wanted.includes(polarity);
  })
    .map((aspect) => ({ aspect, weight: triage.evidence[aspect]?.length ?? 0, last: aspect === 'other' ? 1 : 0 }))
    .sort((a, b) => a.last - b.last || b.weight - a.weight || ASPECTS.indexOf(a.aspect) - ASPECTS.indexOf(b.aspect))
    .map(({ aspect }) => aspect);
}

export function occasionOf(triage: Triage, text: string, stars: number | null): Occasion {
  const bad = ranked(triage, ['neg', 'mixed']);
  const good = ranked(triage, ['pos', 'mixed']);
  const has = (kind: Triage['risks'][number]['kind']) => triage.risks.some((risk) => risk.kind === kind);
  const sample = text.slice(0, 20_000);
  const health =
    bad.includes('medical') ||
    has('own-health') ||
    has('serious-injury') ||
    namesCondition(sample) ||
    namesTreatment(sample);
  const about = (kind: Occasion['kind'], aspects: Aspect[]): Occasion => ({
    kind,
    main: aspects[0] ?? 'other',
    second: aspects[1] ?? null,
    health,
  });
  if (has('serious-injury')) return about('grave', bad);
  if (text.trim() === '') {
    if (stars !== null && stars >= 4) return about('wordless-praise', good);
    return about(stars !== null && stars <= 2 ? 'wordless-low' : 'neutral', bad);
  }
  if (triage.sentiment === 'positive') return bad.length > 0 ? about('mixed', bad) : about('praise', good);
  if (triage.sentiment === 'mixed') return about('mixed', bad.length > 0 ? bad : good);
  if (triage.sentiment === 'negative' || bad.length > 0) return about('negative', bad);
  return about('neutral', [...bad, ...good]);
}

export interface Materials {
  bank: Bank;
  occasion: Occasion;
  tone: Tone;
  site: Site | null;
  clinic: Clinic | null;
  random: () => number;
  /** What was written last: its sentences are passed over where others are left. */
  avoid: string;
}

/** A brief reply takes what is said shortly: at most this many columns a sentence. */
const BRIEF = 56;

function pick(materials: Materials, from: readonly string[]): string {
  const fresh = from.filter((text) => !materials.avoid.includes(text));
  const left = fresh.length > 0 ? fresh : from;
  return left[Math.floor(materials.random() * left.length)] ?? '';
}

function mannered(materials: Materials, manner: Manner): string[] {
  if (materials.tone !== 'brief') return manner[materials.tone];
  const all = [...manner.warm, ...manner.formal];
  const short = all.filter((text) => text.length <= (/[\u4e00-\u9fff]/.test(text) ? BRIEF / 2 : BRIEF * 1.5));
  return short.length >= 3 ? short : all;
}

function opening(materials: Materials, thanks: Manner): string {
  const { bank, tone, site } = materials;
  if (site === 'ptt') return pick(materials, bank.statement);
  // A formal letter's head reads oddly among students.
  const greetings = bank.greetings[tone === 'formal' && site !== 'dcard' ? 'formal' : 'warm'];
  const pairs = greetings.flatMap((greeting) => mannered(materials, thanks).map((rest) => opened(greeting, rest)));
  return pick(materials, pairs);
}

const tidy = (value: string | undefined): string => (value ?? '').trim();

/** Chinese hours and steps are left out of an English reply. */
const fits = (text: string, { bank }: Materials): boolean => bank === BANKS['zh-TW'] || !/[\u3400-\u9fff]/.test(text);

/** The private way that the clinic really has; a sentence without contact data when the profile has none to show. */
function channel(materials: Materials): string {
  const { bank, clinic, random } = materials;
  const value = {
    phone: tidy(clinic?.phones[0]),
    hours: fits(clinic?.hours ?? '', materials) ? tidy(clinic?.hours) : '',
    email: tidy(clinic?.emails[0]),
    website: tidy(clinic?.website),
  };
  const ways: Contact[] = [];
  if (value.phone !== '') ways.push(value.hours === '' ? 'phone' : 'phone-hours', 'phone');
  else if (value.email !== '') ways.push('email');
  else if (value.website !== '') ways.push('website');
  if (value.email !== '' && random() < 0.25) ways.unshift('email');
  for (const way of ways) {
    const text = pick(materials, bank.channel[way])
      .replace('{phone}', () => value.phone)
      .replace('{hours}', () => value.hours)
      .replace('{email}', () => value.email)
      .replace('{website}', () => value.website);
    // A profile may hold anything: what the guard would not know as contact data is left out.
    if (text.length <= 200 && approvedWhole(text, clinic)) return text;
  }
  return pick(materials, bank.channel.none);
}

function approvedWhole(text: string, clinic: Clinic | null): boolean {
  const masked = mask(normalise(text).text, clinic);
  return !/[\n!?;。].+/.test(masked) && isApproved(masked, clinic);
}

/** A step that the clinic has for this aspect, else what is generally so. */
function general(materials: Materials, aspect: Aspect): { text: string; purpose: Purpose } {
  const { bank, clinic } = materials;
  const steps = (clinic?.steps[aspect] ?? []).filter((step) => isUsableStep(step, clinic) && fits(step, materials));
  if (steps.length > 0) {
    const step = pick(materials, steps).trim();
    return { text: pick(materials, bank.steps).replace('{step}', () => step), purpose: 'improvement' };
  }
  return { text: pick(materials, bank.aspects[aspect].policy), purpose: 'policy' };
}

/** At most five sentences for the occasion. */
export function sentencesFor(materials: Materials): DraftSentence[] {
  const { bank, occasion, tone } = materials;
  const { main, second, health } = occasion;
  const brief = tone === 'brief';
  const say = (purpose: Purpose, text: string): DraftSentence => ({ purpose, text });
  const of = (aspect: Aspect) => bank.aspects[aspect];
  const empathy = () => say('empathy', pick(materials, mannered(materials, of(main).empathy)));
  const way = () => say('channel', channel(materials));
  const privacy = () => say('privacy', pick(materials, bank.privacy));
  const step = (): DraftSentence => general(materials, main);
  const improve = (aspect: Aspect) => say('improvement', pick(materials, of(aspect).improvement));
  const end = (manner: Manner) => say('closing', pick(materials, mannered(materials, manner)));
  const open = (thanks: Manner) => say('thanks', opening(materials, thanks));

  switch (occasion.kind) {
    case 'praise': {
      const praise = say('improvement', pick(materials, of(main).praise));
      return brief ? [open(bank.thanksPraise), praise] : [open(bank.thanksPraise), praise, end(bank.closingPraise)];
    }
    case 'wordless-praise':
      return brief
        ? [open(bank.thanksWordless), end(bank.closingPraise)]
        : [
            open(bank.thanksWordless),
            say('improvement', pick(materials, bank.aspects.other.praise)),
            end(bank.closingPraise),
          ];
    case 'wordless-low': {
      const start = [open(bank.thanksWordless), say('empathy', pick(materials, bank.wordless)), way()];
      return brief ? start : [...start, end(bank.closing)];
    }
    case 'grave':
      return [open(bank.thanks), say('empathy', pick(materials, bank.grave)), privacy(), way()];
    case 'mixed': {
      const start = [open(bank.thanks), say('thanks', pick(materials, bank.mixed))];
      if (brief) return [...start, improve(main)];
      return [...start, empathy(), health ? privacy() : step(), way()];
    }
    case 'neutral': {
      const start = [open(bank.thanks), materials.random() < 0.5 ? step() : improve(main)];
      return brief ? start : [...start, end(bank.closing)];
    }
    case 'negative': {
      const start = [open(bank.thanks), empathy()];
      if (brief) return health ? [...start, privacy(), way()] : [...start, way()];
      return [...start, health ? privacy() : step(), improve(second ?? main), way()];
    }
  }
}
