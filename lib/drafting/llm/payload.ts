import type { Clinic } from '../../contract/clinic.ts';
import type { Draft } from '../../contract/draft.ts';
import type { Sending } from '../../contract/model.ts';
import type { Review } from '../../contract/review.ts';
import type { Aspect, Polarity, Triage } from '../../contract/triage.ts';
import { findPersonal, redact } from '../../privacy/index.ts';
import { isUsableStep } from '../allow/frames.ts';
import { WRITABLE, type Writable } from './schema.ts';

/** What a reply is written from, here in the page. */
export interface Occasion {
  review: Review;
  triage: Triage;
  clinic: Clinic | null;
  /** The bank's draft for this review: its tone and language are asked for, its sentences stand in where needed. */
  draft: Draft;
}

/** Everything that a model is told of a review, by name: nothing else leaves this page. */
export interface Payload {
  /** Only with `redacted`; first, so that whoever looks at what is sent sees it first. */
  review?: string;
  site: string;
  stars: number | null;
  language: string;
  tone: string;
  sentiment: string;
  aspects: Partial<Record<Aspect, Polarity>>;
  /** General steps of the clinic's profile, for the aspects of this review. */
  steps: string[];
  write: Writable[];
}

const STEPS = 6;
const LONGEST = 2_000;

export function payloadOf(occasion: Occasion, sending: Sending): Payload {
  const { review, triage, draft } = occasion;
  const payload: Payload = {
    site: review.site,
    stars: review.rating,
    language: draft.language,
    tone: draft.tone,
    sentiment: triage.sentiment,
    aspects: { ...triage.aspects },
    steps: stepsOf(occasion),
    write: wanted(draft),
  };
  return sending === 'redacted' ? { review: redactedText(occasion), ...payload } : payload;
}

/** The bank's plan without what the bank writes itself. */
function wanted(draft: Draft): Writable[] {
  const purposes = draft.sentences
    .map(({ purpose }) => (purpose === 'greeting' ? 'thanks' : purpose))
    .filter((purpose): purpose is Writable => (WRITABLE as readonly string[]).includes(purpose));
  return purposes.length > 0 ? purposes : ['thanks', 'improvement'];
}

function stepsOf({ clinic, triage }: Occasion): string[] {
  if (!clinic) return [];
  const aspects = Object.keys(triage.aspects) as Aspect[];
  const steps = aspects.flatMap((aspect) => clinic.steps[aspect] ?? []);
  // Whatever stands in the profile: a number or a name in a step stays here.
  return [...new Set(steps.map((step) => step.trim()))]
    .filter((step) => isUsableStep(step, clinic) && findPersonal(step, clinic).length === 0)
    .slice(0, STEPS);
}

const CN = '[〇零一二兩三四五六七八九十]';
const NUMBER = `(?:\\d{1,4}|${CN}{1,4})`;
/** Days and times of day in any form: what finds a visit again. */
const WHEN = new RegExp(
  [
    `(?:民國|西元)?\\s?${NUMBER}\\s?年(?:\\s?${NUMBER}\\s?月)?(?:\\s?${NUMBER}\\s?[日號])?`,
    `${NUMBER}\\s?月\\s?(?:份|${NUMBER}\\s?[日號]?|初|中|底)?`,
    `\\d{1,4}\\s?[./-]\\s?\\d{1,2}(?:\\s?[./-]\\s?\\d{1,4})?`,
    `(?:上上|上個?|下個?|這個?|本|前)?(?:週|周|星期|禮拜|拜)[一二三四五六日天末]?`,
    `(?:上個?|這個?|本|下個?)月(?:初|中|底)?|大?前[天日年]|昨[天日晚]|今[天日早晚年]|去年|前陣子|當[天日晚]|那[天晚]`,
    `(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|半夜)?\\s?${NUMBER}\\s?[點時](?:半|\\s?${NUMBER}\\s?分?)?(?!間|候)`,
    `\\d{1,2}:\\d{2}(?:\\s?[ap]\\.?m\\.?)?`,
    `中秋節?|端午節?|除夕|過年|春節|清明|國慶|聖誕節?|跨年|元旦`,
    `\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:week|month|year|night)|today|tonight)\\b`,
    `\\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)\\b`,
    `\\b\\d{1,2}\\s?[ap]\\.?m\\b\\.?`,
  ].join('|'),
  'gi',
);

/** Title or name of somebody of the clinic: 「林醫師」「護理師小美」. */
const STAFF =
  /[\u4e00-\u9fff]{1,3}(?=(?:醫師|醫生|院長|護理師|護士|護理長|藥師|技師|治療師|諮詢師|主任|小姐|先生|女士|店長|經理|助理|櫃[檯台臺])(?!們))|(?<=(?:醫師|醫生|院長|護理師|護士|諮詢師|主任|助理|小姐|先生)(?:叫|是|姓))[\u4e00-\u9fff]{1,3}|(?<=(?:醫師|醫生|護理師|護士|諮詢師|助理|櫃[檯台臺]))[小阿][\u4e00-\u9fff]|(?<=\b(?:dr|doctor|nurse|mr|mrs|ms|miss)\.? )[a-z][a-z'-]+/giu;
/** What stands before a title without being a name. */
const NO_NAME =
  /(?:的|位|個|名|看|找|問|請|有|是|跟|和|與|讓|被|給|對|到|為|但|而|且|們|邊|代|前|女|男|老|新|另|主治|櫃檯|院|科|診所|整|每|各|某|該|此|這|那|哪|其他?|牙|美容)$/;

/**
 * The review's text with personal data as tokens, and without the names of its author and of the clinic's people and
 * without any date. The way back is not kept: a token is never put back into a public reply.
 */
export function redactedText({ review, clinic, triage }: Occasion): string {
  let text = review.text.normalize('NFC').replace(/[\p{Cf}\p{Cc}]/gu, (char) => (/\s/.test(char) ? ' ' : ''));
  // The spans of triage hold for the text as it was read; recognizers run again on what is sent.
  const known = review.text === text ? triage.personal : [];
  text = redact(text, mergeSpans(known, findPersonal(text, null))).text;
  for (const name of namesOf(review, clinic)) text = replaceOutside(text, literal(name), '〔NAME〕');
  text = replaceOutside(text, STAFF, '〔NAME〕', (name) => !NO_NAME.test(name));
  text = replaceOutside(text, WHEN, '〔DATE〕');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function mergeSpans(first: Triage['personal'], second: Triage['personal']): Triage['personal'] {
  // The clinic's own phone says which clinic this is: it goes too.
  return [...first, ...second].map((span) =>
    span.type === 'CLINIC_CONTACT' ? { ...span, type: 'PHONE' as const } : span,
  );
}

/** Names that stand for themselves, the longest first. */
function namesOf({ author, place, ownerReply: _ }: Review, clinic: Clinic | null): string[] {
  const names = [
    author.name,
    author.id ?? '',
    ...author.name.split(/[\s（()）・·,，]+/),
    place?.name ?? '',
    clinic?.name ?? '',
    ...(clinic?.aliases ?? []),
    ...(clinic?.people ?? []).map(({ name }) => name),
    ...(clinic?.doctors ?? []).flatMap(({ name, aliases }) => [name, ...aliases]),
  ].map((name) => name.trim());
  return [...new Set(names)].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
}

const literal = (words: string): RegExp => {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A Latin name only as a whole word: "Al" is not in "also".
  return new RegExp(/^[\x20-\x7e]+$/.test(words) ? `(?<![a-z0-9])${escaped}(?![a-z0-9])` : escaped, 'gi');
};

/** Replaces in what lies between tokens, never in one. */
function replaceOutside(text: string, pattern: RegExp, by: string, take = (_: string): boolean => true): string {
  return text
    .split(/(〔[A-Z_]+(?:_\d+)?〕)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, (found) => (take(found) ? by : found))))
    .join('');
}
