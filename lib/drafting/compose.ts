import type { Clinic } from '../contract/clinic.ts';
import type { Draft, DraftSentence, Tone } from '../contract/draft.ts';
import type { Site } from '../contract/review.ts';
import type { Aspect, Triage } from '../contract/triage.ts';
import { isBlank } from '../triage/blank.ts';
import { languageOf } from '../triage/language.ts';
import type { OwnSentence } from './approved.ts';
import { BANKS, type DraftLanguage } from './bank/index.ts';
import { NEEDLESS, type NoReply, noteFor, quietFor } from './no-reply.ts';
import { type Occasion, occasionOf } from './occasion.ts';
import { sentencesFor } from './plan.ts';
import { pushesFor } from './push.ts';
import { hash, stream } from './random.ts';

export interface ComposeInput {
  triage: Triage;
  text: string;
  stars?: number | null | undefined;
  recommends?: boolean | null | undefined;
  site: Site | null;
  clinic: Clinic | null;
  tone: Tone;
  seed: number;
  language?: DraftLanguage | undefined;
  /** In which the staff read: reasons, next steps and notes; zh-TW when left out. */
  screen?: 'zh-TW' | 'en' | undefined;
  /** What the clinic used last (the desk gives fifty), newest first; the draft equals none of them. */
  recent?: string[] | undefined;
  /** The clinic's own sentences, approved by name; they stand beside the bank's. */
  own?: readonly OwnSentence[] | undefined;
  /** A doctor looked at a serious-injury claim; without it there is no draft for one. */
  doctorReviewed?: boolean | undefined;
  now?: number | undefined;
}

const ALTERNATIVES = 3;
const TRIES = 80;
/** So many characters are a word or two. */
const SHORT = 8;
/** Of so many of the last replies no sentence is said again while there are others. */
const LATELY = 5;

/**
 * A reply from the sentence bank, by what triage found: same input and seed, same text. Says nothing of the review
 * back, and every sentence is approved, so the guard calls it safe. In the review's own language; where the bank has
 * none (Thai, Korean …) in the clinic's with English after it. `text: null` where none is the right answer.
 */
export function compose(input: ComposeInput): Draft {
  const { triage, text, clinic, tone } = input;
  const read = input.language ?? languageOf(text);
  const home = clinic?.language ?? 'zh-TW';
  const screen = input.screen ?? 'zh-TW';
  const language: DraftLanguage = read === 'other' ? home : read;
  const quiet = quietFor(triage, text, { doctorReviewed: input.doctorReviewed === true, language: screen });
  const why = quiet && { reason: quiet.reason, next: quiet.next };
  const silent = (noReply: NoReply): Draft => ({
    text: null,
    noReply,
    language,
    tone,
    sentences: [],
    alternatives: [],
  });
  if (why && !quiet.wait) return silent(why);
  const unrated = (input.stars ?? null) === null && (input.recommends ?? null) === null;
  if (!why && unrated && isBlank(text)) return silent(NEEDLESS[screen]);

  const occasion = occasionOf(triage, text, { stars: input.stars ?? null, recommends: input.recommends, clinic });
  const taken = new Set((input.recent ?? []).map((used) => used.trim()));
  taken.add(text.trim());
  const drafts = different(input, language, read === 'other' && home !== 'en', occasion, taken);
  const [first = { text: '', sentences: [] }, ...others] = drafts;
  const note = noteFor(triage, { foreign: read === 'other', occasion, site: input.site, language: screen });
  return {
    text: first.text,
    noReply: null,
    ...(why && { wait: why }),
    language,
    tone,
    sentences: first.sentences,
    alternatives: others.map((other) => other.text),
    ...(note !== null && { note }),
  };
}

interface Written {
  text: string;
  sentences: DraftSentence[];
}

const joined = (sentences: readonly DraftSentence[], language: DraftLanguage): string =>
  sentences.map(({ text }) => text).join(language === 'en' ? ' ' : '');

/** A word by which each aspect is known: a draft on it without one is drawn again. */
const CORE: Record<DraftLanguage, Record<Aspect, RegExp>> = {
  'zh-TW': {
    attitude: /服務|態度/,
    medical: /醫療/,
    environment: /環境/,
    price: /收費|費用/,
    booking_wait: /等候|預約/,
    information: /資訊/,
    other: /./,
  },
  en: {
    attitude: /service|attitude|courte/i,
    medical: /medical/i,
    environment: /environment|facilit/i,
    price: /\bfees?\b|prices?/i,
    booking_wait: /wait|booking/i,
    information: /information/i,
    other: /./,
  },
  ja: {
    attitude: /対応|接遇|サービス/,
    medical: /医療/,
    environment: /環境|施設/,
    price: /費用|料金/,
    booking_wait: /待ち時間|予約|待つ/,
    information: /情報|ご案内/,
    other: /./,
  },
};

/** Kinds of reply that say the topic; the others are neutral or have none. */
const NAMING: ReadonlySet<Occasion['kind']> = new Set(['praise', 'mixed', 'negative']);

/** The draft and its alternatives, no two alike and none among `taken`. */
function different(
  input: ComposeInput,
  language: DraftLanguage,
  english: boolean,
  occasion: Occasion,
  taken: Set<string>,
): Written[] {
  // Another tone draws other sentences, not the same in another coat.
  const random = stream(input.seed ^ hash(`${input.tone} ${input.text}`));
  const { tone, site, clinic, own = [] } = input;
  const pushes = site === 'ptt' && tone === 'brief' && !english ? pushesFor(BANKS[language], occasion, random) : [];
  const push = pushes.length > 0;
  const out: Written[] = [];
  let avoid = (input.recent ?? []).slice(0, LATELY).join('\n');
  const write = (into: DraftLanguage, brief: boolean): DraftSentence[] =>
    sentencesFor({
      bank: BANKS[into],
      language: into,
      occasion,
      tone: brief ? 'brief' : tone,
      short: input.text.trim().length <= SHORT,
      voice: random() < 0.5 ? 'warm' : 'formal',
      site,
      clinic,
      own,
      random,
      avoid,
      written: out.length,
      said: '',
    });
  for (let tries = 0; out.length <= ALTERNATIVES && tries < TRIES; tries += 1) {
    const sentences = push ? pushes.splice(0, 1) : english ? shortened(write(language, true)) : write(language, false);
    const second = english && !push ? write('en', true).slice(0, 2) : [];
    const text = [joined(sentences, language), joined(second, 'en')].filter((part) => part !== '').join('\n');
    if (text === '' || taken.has(text)) continue;
    if (tries < TRIES / 2 && NAMING.has(occasion.kind) && !CORE[language][occasion.main].test(text)) continue;
    taken.add(text);
    out.push({ text, sentences: [...sentences, ...second] });
    avoid += text;
  }
  return out;
}

/** First, second and last: what leaves room for the same in English within five sentences. */
const shortened = (sentences: DraftSentence[]): DraftSentence[] =>
  sentences.length <= 3 ? sentences : [...sentences.slice(0, 2), ...sentences.slice(-1)];
