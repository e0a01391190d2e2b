import type { Hit } from './deny/shape.ts';
import { ADDRESSED } from './deny/zh-conduct.ts';
import { CONDITIONS, TREATMENTS } from './medical.ts';
import { normalise } from './normalise.ts';
import { clausesOf, type Stretch } from './sentences.ts';

/** What of the review a reply must not say back. */
export interface ReviewWords {
  runs: Set<string>;
  names: string[];
  dates: string[];
  amounts: string[];
  medical: { rule: 'R05' | 'R06'; word: string }[];
}

const RUN = 4;
/** A reply speaks of a topic in general: then a word of the review is no fact about its writer. */
const GENERAL =
  /一般|原則|通常|依規定|因人而異|而異|任何|當面|民眾|每個人|人人|若|如果|專線|各項|標準|公告|所需|是否|均|皆|都(?:需|會|依)|每(?:片|張|份|次|小時|人|月)|\b(?:generally|usually|in general|anyone|any|every|policy|can|may|cannot|before|whether)\b/;
/** Words that make a sentence one about what happened to somebody. */
const TELLING =
  /您|你|妳|當[天日時]|那[次天顆劑支位]|這[次顆劑支型]|這一型|了(?!解)|已|才|過(?!程|敏|度)|本來|原本|後又|\b(?:you|your|was|were|had|did|been)\b/;
const DATE =
  /[0-9]{1,2}月[0-9]{1,2}[日號]?|[0-9]{1,4}\/[0-9]{1,2}(?:\/[0-9]{1,2})?|昨天|昨日|前天|上週[一二三四五六日]?|上週|上個月|中秋節?|端午節?|除夕|過年|連假|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|june|july|august|september|october|november|december) [0-9]{1,2}|\b[0-9]{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)/g;
const AMOUNT =
  /[0-9][0-9,]{2,}|[一二三四五六七八九兩]?[十百千萬][一二三四五六七八九]?[十百千萬]?(?=元|塊)|[一二三四五六七八九兩](?:千|萬)/g;

const found = (text: string, expression: RegExp): string[] => [...new Set(text.match(expression) ?? [])];

/** Reviews are cut at this length: a million characters of review must not hold up typing. */
const REVIEW_LIMIT = 20_000;

/** The guard runs on every keystroke against the same review: its words are read once. */
let latest: { review: string; words: ReviewWords } | null = null;

export function wordsOfReview(review: string): ReviewWords {
  if (latest?.review !== review) latest = { review, words: readWords(review) };
  return latest.words;
}

function readWords(review: string): ReviewWords {
  const { text } = normalise(review.slice(0, REVIEW_LIMIT));
  const runs = new Set<string>();
  for (const stretch of text.matchAll(/[\u3400-\u9fff0-9a-z]{4,}/g)) {
    const chars = stretch[0];
    for (let i = 0; i + RUN <= chars.length; i += 1) {
      const run = chars.slice(i, i + RUN);
      if (/[\u3400-\u9fff]{2}/.test(run)) runs.add(run);
    }
  }
  const medical: ReviewWords['medical'] = [
    ...found(text, CONDITIONS).map((word) => ({ rule: 'R05' as const, word })),
    ...found(text, TREATMENTS).map((word) => ({ rule: 'R06' as const, word })),
  ];
  return {
    runs,
    names: found(text, ADDRESSED).concat(found(text, /\b(?:dr|mr|mrs|ms|miss)\.? [a-z]{2,}/g)),
    dates: found(text, DATE),
    amounts: found(text, AMOUNT).map((amount) => amount.replace(/,/g, '')),
    medical,
  };
}

export interface Echo {
  hits: Hit[];
  /** Says back a name, date or amount of the review in a general clause: only a person can judge. */
  wording: boolean;
  /** Takes up an illness or treatment of the review as a bare topic: no frame and no word list vouches for it. */
  topic: boolean;
}

/** Facts of the review in one sentence of the reply, and what of its wording needs another look. */
export function echoes(sentence: Stretch, review: ReviewWords): Echo {
  const hits: Hit[] = [];
  const wording = review.names.some((name) => sentence.text.includes(name));
  let topic = false;
  for (const clause of clausesOf(sentence.text, sentence.start)) {
    const { text } = clause;
    const general = GENERAL.test(text);
    const telling = !general && TELLING.test(text);
    const said = (word: string, rule: Hit['rule'], breaks: boolean) => {
      const at = text.indexOf(word);
      if (at < 0) return;
      if (breaks) hits.push({ rule, start: clause.start + at, end: clause.start + at + word.length });
      else topic = true;
    };
    if (!general) for (const date of review.dates) said(date, 'R04', true);
    // As a bare topic a word of the review is for a person to judge; told of somebody it breaks the rule.
    for (const { rule, word } of review.medical) said(word, rule, telling);
    if (general) continue;
    for (const number of found(text, AMOUNT)) {
      if (review.amounts.includes(number.replace(/,/g, ''))) said(number, 'R07', true);
    }
  }
  return { hits, wording, topic };
}

/** Longest stretches of the sentence, of four characters or more, that stand in the review word for word. */
export function repeated(text: string, review: ReviewWords): string[] {
  const out: string[] = [];
  let start = -1;
  for (let i = 0; i + RUN <= text.length + 1; i += 1) {
    const same = i + RUN <= text.length && review.runs.has(text.slice(i, i + RUN));
    if (same && start < 0) start = i;
    if (!same && start >= 0) {
      out.push(text.slice(start, i + RUN - 1));
      start = -1;
    }
  }
  return out;
}
