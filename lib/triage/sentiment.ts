import type { Sentiment } from '../contract/triage.ts';
import type { Reading } from './reading.ts';

/** What stands outside the text and speaks for a stance. */
export interface Outside {
  readonly stars: number | null;
  readonly recommends: boolean | null;
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
}

/** What the stars say before a word is read, as log-odds of positive against negative. */
const STAR_PRIOR: Record<number, number> = { 1: -4.2, 2: -2.6, 3: -1.1, 4: 1.6, 5: 4 };

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
  for (const word of reading.words) {
    if (word.tag === 'sarcasm') sarcasm = true;
    else if (word.tag === 'question') question = true;
    else if (word.tag === 'contrast') contrast = true;
  }
  return { positive, negative, positiveClauses, negativeClauses, sarcasm, question, contrast };
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
  outside: Outside,
): { sentiment: Sentiment; confidence: number } {
  const stars = outside.stars;
  const prior = stars !== null ? (STAR_PRIOR[Math.round(stars)] ?? 0) : outside.recommends === null ? 0 : outside.recommends ? 2.5 : -2.5;
  const { positive: p, negative: n } = sum;
  const said = p + n;
  const lean = said === 0 ? 0 : ((p - n) / (said + 1)) * Math.min(4, 1 + said / 2);
  const total = prior + lean;
  const known = stars !== null || outside.recommends !== null;

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
