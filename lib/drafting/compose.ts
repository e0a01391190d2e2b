import type { Clinic } from '../contract/clinic.ts';
import type { Draft, DraftSentence, Tone } from '../contract/draft.ts';
import type { Site } from '../contract/review.ts';
import type { Triage } from '../contract/triage.ts';
import { BANKS, type DraftLanguage } from './bank/index.ts';
import { languageOf } from './language.ts';
import { noReplyFor } from './no-reply.ts';
import { type Occasion, occasionOf, sentencesFor } from './plan.ts';
import { pushesFor } from './push.ts';
import { hash, stream } from './random.ts';

export interface ComposeInput {
  triage: Triage;
  text: string;
  stars?: number | null | undefined;
  site: Site | null;
  clinic: Clinic | null;
  tone: Tone;
  seed: number;
  language?: DraftLanguage | undefined;
  /** What the clinic used last, oldest first; the draft equals none of the last fifty. */
  recent?: string[] | undefined;
  /** A doctor looked at a serious-injury claim; without it there is no draft for one. */
  doctorReviewed?: boolean | undefined;
  now?: number | undefined;
}

const ALTERNATIVES = 3;
const REMEMBERED = 50;
const TRIES = 80;

/**
 * A reply from the sentence bank, by what triage found: same input and seed, same text. Says nothing of the review
 * back, and every sentence is approved, so the guard calls it safe. `text: null` where none is the right answer.
 */
export function compose(input: ComposeInput): Draft {
  const { triage, text, clinic, tone } = input;
  const language = input.language ?? languageOf(text);
  const silence = noReplyFor(triage, text, {
    doctorReviewed: input.doctorReviewed === true,
    language: clinic?.language ?? 'zh-TW',
  });
  if (silence) return { text: null, noReply: silence, language, tone, sentences: [], alternatives: [] };

  const occasion = occasionOf(triage, text, input.stars ?? null);
  const taken = new Set((input.recent ?? []).slice(-REMEMBERED).map((used) => used.trim()));
  taken.add(text.trim());
  const last = input.recent?.at(-1) ?? '';
  const drafts = different(input, language, occasion, taken, last);
  const first = drafts[0] ?? [];
  return {
    text: joined(first, language),
    noReply: null,
    language,
    tone,
    sentences: first,
    alternatives: drafts.slice(1).map((sentences) => joined(sentences, language)),
  };
}

const joined = (sentences: DraftSentence[], language: DraftLanguage): string =>
  sentences.map(({ text }) => text).join(language === 'en' ? ' ' : '');

/** The draft and its alternatives, no two alike and none among `taken`. */
function different(
  input: ComposeInput,
  language: DraftLanguage,
  occasion: Occasion,
  taken: Set<string>,
  last: string,
): DraftSentence[][] {
  const random = stream(input.seed ^ hash(input.text));
  const bank = BANKS[language];
  const push = input.site === 'ptt' && input.tone === 'brief';
  const pushes = push ? pushesFor(bank, occasion, random) : [];
  const out: DraftSentence[][] = [];
  let avoid = last;
  for (let tries = 0; out.length <= ALTERNATIVES && tries < TRIES; tries += 1) {
    const sentences = push
      ? pushes.splice(0, 1)
      : sentencesFor({ bank, occasion, tone: input.tone, site: input.site, clinic: input.clinic, random, avoid });
    const text = joined(sentences, language);
    if (sentences.length === 0 || taken.has(text)) continue;
    taken.add(text);
    out.push(sentences);
    avoid += text;
  }
  return out;
}
