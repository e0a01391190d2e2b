import type { Clinic } from '../contract/clinic.ts';
import type { DraftSentence, Purpose, Tone } from '../contract/draft.ts';
import type { Site } from '../contract/review.ts';
import type { Aspect } from '../contract/triage.ts';
import { type OwnSentence, ownFor } from './approved.ts';
import type { Bank, DraftLanguage, Manner } from './bank/index.ts';
import type { Occasion } from './occasion.ts';

/** What one reply is written from. */
export interface Materials {
  bank: Bank;
  language: DraftLanguage;
  occasion: Occasion;
  tone: Tone;
  /** How a brief reply speaks: in one manner from end to end. */
  voice: 'warm' | 'formal';
  /** The review is a word or two. */
  short: boolean;
  site: Site | null;
  clinic: Clinic | null;
  /** Sentences that the clinic itself wrote and a manager or doctor approved. */
  own: readonly OwnSentence[];
  random: () => number;
  /** What was written last: its sentences are passed over where others are left. */
  avoid: string;
  /** How many drafts for this review stand already. */
  written: number;
  /** What this reply says so far. */
  said: string;
}

/** A brief reply takes what is said shortly: at most so many characters a sentence. */
const BRIEF: Record<DraftLanguage, number> = { 'zh-TW': 22, en: 84, ja: 36 };
/** How often a fitting sentence of the clinic's own is preferred to the bank's. */
const OWN = 0.5;
/** Fewer ways to say a thing than these, and every draft would say it alike. */
const ENOUGH = 3;

/** Said of one word, this mocks. */
const LENGTHY =
  /一字一句|逐字|仔細|好幾遍|反覆|每個字|每一句話|每一分|文字|這些話|這段話|字裡行間|這麼(?:直接|真誠|溫柔|溫暖)|用心寫下|心裡的話|不容易|撥冗說明|every word|these words|putting this into words|write such things down/;
const JUBILANT =
  /一整天|嘴角|好心情|好開心|很有精神|打氣|暖暖|這份溫暖|delight|lovely|made our day|brighten|笑顔|素敵な一日/i;
/** Said of a long letter, this has not read it. */
const CURT = /簡單一句/;
/** Words of a talk, and words of a letter: one reply keeps to one of them. */
const FAMILIAR = /聊|多談一些|好好聽|好好說話|一起看看|聽您說|再忙|要好好/;
const STIFF = /謹|均依|電洽|專責窗口|受限於|為維護|審慎|納入|列為|敬請|研議|予以/;
/** Words that grate when they come twice in one reply. */
const HEAVY =
  /關於|對於|看到|讀到|意見|失望|不滿|肯定|鼓勵|好評|用心|開心|珍惜|動力|支持|努力|遺憾|抱歉|審慎|慎重|看待|放在心上|提醒|感受|理解|轉達|轉給|重視|檢視|討論|聆聽|sorry|regret|kind|encourag|pass|review|understand|申し訳|お察し|伝え|共有|励み|大切/g;

/** Those that pass, or all where none does. */
const preferring = (texts: readonly string[], passes: (text: string) => boolean, least = 1): readonly string[] => {
  const left = texts.filter(passes);
  return left.length >= least ? left : texts;
};

/** One at random of those not used lately which repeat the fewest words of what this reply says already. */
export function pick(materials: Materials, all: readonly string[]): string {
  const { avoid, occasion, short, said, random } = materials;
  // Who gave stars and said nothing kind is not gushed at.
  const calm = occasion.illness || occasion.death || (occasion.kind === 'wordless-praise' && occasion.words);
  const fitting = preferring(all, (text) => !(short ? LENGTHY : CURT).test(text) && !(calm && JUBILANT.test(text)));
  const open = preferring(fitting, (text) => !avoid.includes(text));
  const scores = open.map((text) => new Set(text.match(HEAVY)?.filter((word) => said.includes(word))).size);
  const least = Math.min(...scores);
  const left = open.filter((_, at) => (scores[at] ?? 0) <= least);
  return left[Math.floor(random() * left.length)] ?? '';
}

/** The manner a reply keeps to. */
export const voiceOf = ({ tone, voice }: Materials): 'warm' | 'formal' => (tone === 'brief' ? voice : tone);

/** The short ones of them for a brief reply. */
function terse({ tone, language }: Materials, texts: readonly string[]): readonly string[] {
  if (tone !== 'brief') return texts;
  const short = texts.filter((text) => text.length <= BRIEF[language]);
  if (short.length >= ENOUGH) return short;
  const middle = texts.map(({ length }) => length).sort((a, b) => a - b)[Math.floor(texts.length / 2)] ?? 0;
  return texts.filter(({ length }) => length <= middle);
}

/** Those of a list without manners that suit the tone. */
export function suiting(materials: Materials, texts: readonly string[]): readonly string[] {
  // Nobody who accuses is asked in for a chat.
  const off = voiceOf(materials) === 'formal' || materials.occasion.kind === 'legal' ? FAMILIAR : STIFF;
  return terse(
    materials,
    preferring(texts, (text) => !off.test(text), ENOUGH),
  );
}

/** The sentences of a list in the manner that the reply keeps to; for a brief reply the short ones. */
export const mannered = (materials: Materials, manner: Manner): readonly string[] =>
  terse(materials, manner[voiceOf(materials)]);

/** One of the clinic's own sentences for this place, else what the bank says. */
export function said(materials: Materials, purpose: Purpose, aspect: Aspect | null, from: () => string): DraftSentence {
  const own = ownFor(materials.own, { purpose, aspect, language: materials.language, tone: materials.tone });
  const fresh = own.filter((text) => !materials.avoid.includes(text));
  if (fresh.length > 0 && materials.random() < OWN) return { purpose, text: pick(materials, fresh) };
  return { purpose, text: from() };
}

/** Chinese hours and steps are left out of a reply in another language. */
export function fits(text: string, { language }: Materials): boolean {
  if (language === 'zh-TW') return text === '' || !/^[a-z][a-z ,'-]*$/i.test(text);
  if (!/[\u3400-\u9fff]/.test(text)) return true;
  return language === 'ja' && /[\u3041-\u30fa]/.test(text);
}
