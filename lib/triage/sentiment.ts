import type { Sentiment } from '../contract/triage.ts';
import type { Reading } from './reading.ts';
import type { Signals } from './signals.ts';

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
}

/** What the stars say before a word is read, as log-odds of positive against negative. */
const STAR_PRIOR: Record<number, number> = { 1: -4.2, 2: -2.6, 3: -1.1, 4: 1.6, 5: 4 };

/** What words of risk say about the stance where no stars do. */
const RISK_WEIGHTS: Record<string, number> = {
  'abuse:severe': 2.5,
  'abuse:mild': 1.2,
  'violence:act': 0.8,
  selfharm: 2,
  doxx: 0.8,
  demand: 0.8,
  fake: 0.8,
  hear: 0.4,
};

/** Complaint that risk words add: abuse, claims of fact, demands; quoted, denied and playful ones do not. */
export function hostility(signals: Signals): number {
  let sum = 0;
  for (const [tag, list] of signals) {
    const weight = RISK_WEIGHTS[tag] ?? (tag.startsWith('claim:') ? 0.9 : 0);
    if (weight === 0) continue;
    let best = 0;
    for (const s of list) {
      if (s.negated || s.told || s.quoted || s.self || s.asked || s.conditional) continue;
      best = Math.max(best, weight * (tag.startsWith('claim:') ? s.word.weight : 1));
    }
    sum += best;
  }
  return sum;
}

export function balance(reading: Reading): Balance {
  const net = new Float64Array(reading.clauses.length);
  let positive = 0;
  let negative = 0;
  for (const stance of reading.stances) {
    if (stance.sign > 0) positive += stance.weight;
    else negative += stance.weight;
    net[stance.clause] = (net[stance.clause] as number) + stance.sign * stance.weight;
  }
  let positiveClauses = 0;
  let negativeClauses = 0;
  for (const value of net) {
    if (value > 0.6) positiveClauses++;
    else if (value < -0.6) negativeClauses++;
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
  return { positive, negative, positiveClauses, negativeClauses, sarcasm, question, contrast, playful };
}

/** One-character words that open a push on PTT. */
export function pushMark(text: string): 1 | -1 | 0 {
  const first = text.trimStart();
  if (/^推(?![拿銷薦給進車])/.test(first)) return 1;
  if (/^噓/.test(first)) return -1;
  return 0;
}

export function judgeSentiment(
  reading: Reading,
  sum: Balance,
  hostile: number,
  outside: Outside,
): { sentiment: Sentiment; confidence: number } {
  const stars = outside.stars;
  const prior = stars !== null ? (STAR_PRIOR[Math.round(stars)] ?? 0) : outside.recommends === null ? 0 : outside.recommends ? 2.5 : -2.5;
  const known = stars !== null || outside.recommends !== null;
  const p = sum.positive + (outside.mark > 0 ? 1.5 : 0) + (known ? 0 : sum.playful * 0.8);
  const n = sum.negative + (outside.mark < 0 ? 2 : 0) + (known ? 0 : hostile);
  const said = p + n;
  const lean = said === 0 ? 0 : ((p - n) / (said + 1)) * Math.min(4, 1 + said / 2);
  const total = prior + lean;

  // Nothing of a stance in the text: a question or a fact, unless the stars are bad.
  if (said < 0.5) {
    if (stars !== null && stars <= 2) return { sentiment: 'negative', confidence: 0.8 };
    if (outside.recommends === false) return { sentiment: 'negative', confidence: 0.7 };
    if (outside.recommends === true) return { sentiment: 'positive', confidence: 0.7 };
    return { sentiment: 'neutral', confidence: known ? 0.6 : 0.7 };
  }
  if (!known && sum.question && said < 4 && Math.abs(p - n) < 3) return { sentiment: 'neutral', confidence: 0.6 };

  const share = Math.min(p, n) / said;
  const substantial = Math.min(p, n) >= mixedFloor(stars) && share >= mixedShare(stars);
  if (substantial && sum.positiveClauses > 0 && sum.negativeClauses > 0) {
    return { sentiment: 'mixed', confidence: Math.min(0.8, 0.4 + share) };
  }
  const confidence = 1 / (1 + Math.exp(-Math.abs(total)));
  return { sentiment: total >= 0 ? 'positive' : 'negative', confidence };
}

/** How much of both sides makes "mixed": little at three stars, much at one and five. */
function mixedFloor(stars: number | null): number {
  if (stars === null) return 2;
  if (stars === 3 || stars === 4) return 2;
  return stars === 2 ? 2.6 : 4;
}

function mixedShare(stars: number | null): number {
  if (stars === null) return 0.3;
  if (stars === 3 || stars === 4) return 0.25;
  return stars === 2 ? 0.33 : 0.4;
}
