import type { Sentiment } from '../contract/triage.ts';
import { isChatter } from './chatter.ts';
import { SENTIMENTS, sentimentFeatures } from './features.ts';
import { FAMILIES } from './lexicon/index.ts';
import { highestAt, softmax } from './linear.ts';
import { Sought } from './needs.ts';
import { saidOutright } from './plain.ts';
import type { Reading, Stance } from './reading.ts';
import type { Signal, Signals } from './signals.ts';
import { SENTIMENT_WEIGHTS } from './weights.ts';

/** What stands outside the text and speaks for a stance. */
export interface Outside {
  readonly stars: number | null;
  readonly recommends: boolean | null;
  /** 推 is 1, 噓 is -1. */
  readonly mark: 1 | -1 | 0;
}

/** Sums over the text: how much praise, how much complaint, and what turns one into the other. */
export interface Balance {
  readonly positive: number;
  readonly negative: number;
  /** Clauses with net praise and with net complaint. */
  readonly positiveClauses: number;
  readonly negativeClauses: number;
  readonly sarcasm: boolean;
  readonly question: boolean;
  readonly contrast: boolean;
  /** Laughter and play, up to 2. */
  readonly playful: number;
  /** Which way the last clause with a stance leans, -1 to 1. */
  readonly lastLean: number;
}

/** What words of risk say about the stance where no stars do. */
const RISK_WEIGHTS = new Map([
  ['abuse:severe', 2.5],
  ['abuse:mild', 1.2],
  ['violence:act', 0.8],
  ['selfharm', 2],
  ['doxx', 0.8],
  ['demand', 0.8],
  ['fake', 0.8],
  ['hear', 0.4],
]);
const CLAIM = 0.9;
/** The same of each family; a claim also weighs by its word. */
const OF_FAMILY = FAMILIES.map(({ tag }) => {
  const claims = tag.startsWith('claim:');
  return { claims, weight: RISK_WEIGHTS.get(tag) ?? (claims ? CLAIM : 0) };
});

/** Complaint that risk words add: abuse, claims of fact, demands; quoted, denied and playful ones do not. */
export function hostility(signals: Signals): number {
  let sum = 0;
  for (const list of signals.values()) {
    const { weight, claims } = OF_FAMILY[(list[0] as Signal).word.family.index] as (typeof OF_FAMILY)[number];
    if (weight === 0) continue;
    let best = 0;
    for (const s of list) {
      if (s.negated || s.told || s.quoted || s.self || s.asked || s.conditional) continue;
      best = Math.max(best, weight * (claims ? s.word.family.weight : 1));
    }
    sum += best;
  }
  return sum;
}

export function balance(reading: Reading): Balance {
  const { stances } = reading;
  let positive = 0;
  let negative = 0;
  let positiveClauses = 0;
  let negativeClauses = 0;
  let lastLean = 0;
  // Stances of one clause stand together.
  let net = 0;
  for (let i = 0; i < stances.length; i++) {
    const { clause, sign, weight } = stances[i] as Stance;
    if (sign > 0) positive += weight;
    else negative += weight;
    net += sign * weight;
    if (stances[i + 1]?.clause === clause) continue;
    if (net !== 0) lastLean = Math.max(-1, Math.min(1, net / 2));
    if (net > 0.6) positiveClauses++;
    else if (net < -0.6) negativeClauses++;
    net = 0;
  }
  let sarcasm = false;
  let question = false;
  let contrast = false;
  let playful = 0;
  for (const word of reading.words) {
    if (word.tag === 'sarcasm') sarcasm = true;
    else if (word.tag === 'question') question = true;
    else if (word.tag === 'contrast') contrast = true;
    else if (word.tag === 'playful') playful = Math.min(2, playful + 1);
  }
  return { positive, negative, positiveClauses, negativeClauses, sarcasm, question, contrast, playful, lastLean };
}

/** One-character words that open a push on PTT. */
export function pushMark(text: string): 1 | -1 | 0 {
  const first = text.trimStart();
  if (/^推(?![拿銷薦給進車])/.test(first)) return 1;
  if (/^噓/.test(first)) return -1;
  return 0;
}

export interface Judged {
  readonly sentiment: Sentiment;
  readonly confidence: number;
  /** Chance of each, in the order of SENTIMENTS. */
  readonly chances: readonly number[];
}

/** Chances by the trained heads, in the order of SENTIMENTS: with the stars, and by the words alone. */
export interface Heads {
  sentiment(): readonly number[];
  sentimentOfWords(): readonly number[];
}

/** Praise below this weight is none, and words of this chance are believed whatever the stars. */
const NO_PRAISE = 0.5;
const BELIEVED = 0.5;

/** 「按錯星星不會改」「評錯間了抱歉」: the stars are not meant. */
const UNMEANT_STARS = new Sought(
  /(?:按|點|給|評)錯(?:了|成)?(?:星|[一二三四五\d]顆|分數|評分|[間家店]|診所|地方)|星(?:星|數|等)?(?:按|點|給|打|選)錯|評分(?:按|點|給|打|選)錯/,
);

/** Four or five stars without a word of praise: where the words complain or only tell, they are believed. */
function heedWords(heads: Heads, sum: Balance, outside: Outside, reading: Reading): readonly number[] {
  if (outside.stars !== null && UNMEANT_STARS.in(reading.text.folded.text)) return heads.sentimentOfWords();
  const chances = heads.sentiment();
  const liked = (outside.stars ?? 0) >= 4 || outside.recommends === true;
  if (!liked || sum.positive > NO_PRAISE || SENTIMENTS[highestAt(chances)] !== 'positive') return chances;
  const words = heads.sentimentOfWords();
  const best = highestAt(words);
  const plain = SENTIMENTS[best] === 'neutral' || SENTIMENTS[best] === 'negative';
  return plain && (words[best] as number) >= BELIEVED ? words : chances;
}

/** What a text tells beside its mood, looked for when asked. */
export interface Told {
  /** A death, an injury or an assault. */
  grave(): boolean;
  /** What went wrong under care, in so many words. */
  mishap(): boolean;
}

/** Under this chance of praise or of neither, one word of severe abuse decides: 「蒙古大夫，謝謝再聯絡」. */
const HARDLY = 0.7;
const SEVERE = RISK_WEIGHTS.get('abuse:severe') as number;
const isAbuse = (sum: Balance, hostile: number): boolean => hostile >= SEVERE && sum.positive <= 1 && sum.playful === 0;

/** 「庸♥醫♥快♥逃」: whoever hides a word of abuse means it, whatever stands between its letters. */
const isHidden = ({ words }: Reading): boolean => words.some(({ gapped, tag }) => gapped && tag.startsWith('abuse'));

/** Who praises those who were there at a death or an injury thanks them, or says that it went well. */
const THANKS =
  /謝|感恩|感激|安詳|安寧|善終|最後一程|平靜|尊嚴|敬意|致敬|推薦|陪|溫柔|溫暖|用心|讚|專業|細心|仔細|耐心|親切|貼心|厲害|進步|改善|恢復|復原|康復|穩定|救回|治好|痊癒|順利|成功|好多了|好了|好轉|放心|安心|拉回|拖回|救了|卡片|鞠躬|追思|大體老師|(?<!不)(?:可以|能|會)(?:自己)?(?:走|站|動|吃|講)|哈哈|xd|笑|thank|grateful|gratitude|peace|kind|comfort|appreciat|compassion|recover|recommend|great|good|best|love|amazing|excellent|wonderful|happy|glad|gentle|friendly|helpful|saved|ありがと|お世話|感謝|おかげ/;
const NEGATIVE = SENTIMENTS.indexOf('negative');
const MIXED = SENTIMENTS.indexOf('mixed');
const NEUTRAL = SENTIMENTS.indexOf('neutral');
/** Confidence where words overrule the heads. */
const OVERRULED = 0.5;

/**
 * `trained`: null where the fallback's own weights decide. `told`: 「醫師幫我媽打針，隔天我媽就往生了」 is no praise, however quietly it
 * is told, and 「很親切，點滴打到手臂壞死」 no mere one.
 */
export function judgeSentiment(
  reading: Reading,
  sum: Balance,
  hostile: number,
  outside: Outside,
  trained: Heads | null,
  told: Told,
): Judged {
  const chances = trained
    ? heedWords(trained, sum, outside, reading)
    : softmax(SENTIMENT_WEIGHTS, sentimentFeatures(reading, sum, hostile, outside));
  const best = highestAt(chances);
  const sentiment = SENTIMENTS[best] as Sentiment;
  const confidence = chances[best] as number;
  const praises = sentiment === 'positive';
  const abused =
    (praises || sentiment === 'neutral') &&
    ((outside.stars === null && isHidden(reading)) || (confidence < HARDLY && isAbuse(sum, hostile)));
  const thanks = (): boolean => THANKS.test(reading.text.folded.text);
  if (abused || (praises && told.grave() && !thanks()))
    return { sentiment: 'negative', confidence: OVERRULED, chances: swapped(chances, best, NEGATIVE) };
  if (praises && told.mishap()) {
    const other = thanks() || sum.positive > NO_PRAISE ? MIXED : NEGATIVE;
    return { sentiment: SENTIMENTS[other] as Sentiment, confidence: OVERRULED, chances: swapped(chances, best, other) };
  }
  const outright = saidOutright(reading, sentiment, confidence >= HARDLY, outside);
  if (outright)
    return {
      sentiment: outright,
      confidence: OVERRULED,
      chances: swapped(chances, best, SENTIMENTS.indexOf(outright)),
    };
  // Abuse, claims, demands and harm are somebody's concern whomever they are about.
  const bare = outside.stars === null && outside.recommends === null;
  if (bare && hostile === 0 && sentiment !== 'neutral' && isChatter(reading, praises) && !told.grave())
    return { sentiment: 'neutral', confidence: OVERRULED, chances: swapped(chances, best, NEUTRAL) };
  return { sentiment, confidence, chances };
}

/** Later heads are asked of the text as it is taken now. */
const swapped = (chances: readonly number[], a: number, b: number): number[] =>
  chances.map((chance, i) => (i === a ? chances[b] : i === b ? chances[a] : chance) as number);
