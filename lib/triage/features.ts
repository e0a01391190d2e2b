import { ASPECTS } from '../contract/triage.ts';
import { logOf as log } from './linear.ts';
import { Sought } from './needs.ts';
import { NO_ASPECT, OTHER, type Reading } from './reading.ts';
import type { Balance, Outside } from './sentiment.ts';

/**
 * What the judges of sentiment and aspects see: a few numbers counted from curated words, never the words
 * themselves. A model trained later gets its place here, beside or instead of `weights.ts`.
 */

export const SENTIMENTS = ['negative', 'positive', 'mixed', 'neutral'] as const;

/** Order is part of `weights.ts`: append only, and fit again (`npm run train -- fallback`). */
export function sentimentFeatures(reading: Reading, sum: Balance, hostile: number, outside: Outside): number[] {
  const stars = outside.stars === null ? 0 : Math.round(outside.stars);
  const known = stars > 0 || outside.recommends !== null ? 1 : 0;
  const p = sum.positive;
  const n = sum.negative;
  const said = p + n;
  const lean = (p - n) / (said + 1);
  const share = Math.min(p, n) / (said + 1);
  const high = stars >= 4 || outside.recommends === true ? 1 : 0;
  const low = (stars > 0 && stars <= 2) || outside.recommends === false ? 1 : 0;
  const blank = 1 - known;
  const silent = said < 0.5 ? 1 : 0;
  return [
    1,
    stars === 1 ? 1 : 0,
    stars === 2 ? 1 : 0,
    stars === 3 ? 1 : 0,
    stars === 4 ? 1 : 0,
    stars === 5 ? 1 : 0,
    known,
    log(p),
    log(n),
    lean,
    share,
    log(sum.positiveClauses),
    log(sum.negativeClauses),
    sum.contrast ? 1 : 0,
    sum.question ? 1 : 0,
    log(hostile),
    blank * log(hostile),
    sum.playful,
    blank * sum.playful,
    outside.mark,
    silent,
    blank * silent,
    high * silent,
    log(reading.text.codes.length) / 5,
    high * log(p),
    high * log(n),
    low * log(p),
    low * log(n),
    blank * log(p),
    blank * log(n),
    blank * lean,
    high * share,
    low * share,
    (1 - high - low) * share,
    sum.sarcasm ? 1 : 0,
    low * (sum.sarcasm ? 1 : 0),
    sum.lastLean,
    blank * (sum.question ? 1 : 0),
    outside.recommends === true ? 1 : 0,
    outside.recommends === false ? 1 : 0,
    Math.min(log(sum.positiveClauses), log(sum.negativeClauses)),
    high * Math.min(log(sum.positiveClauses), log(sum.negativeClauses)),
    low * Math.min(log(sum.positiveClauses), log(sum.negativeClauses)),
  ];
}

/** What one aspect has in the text. */
export interface Tally {
  positive: number;
  negative: number;
  /** The part of both that comes from words that name the aspect. */
  directPositive: number;
  directNegative: number;
  targets: number;
}

/** One an aspect, in the order of ASPECTS. */
export type Tallies = readonly Readonly<Tally>[];

const empty = (): Tally => ({ positive: 0, negative: 0, directPositive: 0, directNegative: 0, targets: 0 });
/** What most aspects of most texts have. */
const NOTHING: Readonly<Tally> = empty();

/** The aspect's own tally, made when something is counted first. */
function tallyOf(tallies: Readonly<Tally>[], aspect: number): Tally {
  const known = tallies[aspect] as Tally;
  if (known !== NOTHING) return known;
  const made = empty();
  tallies[aspect] = made;
  return made;
}

/** A word that stands beside an aspect says less than one that names it. */
const INDIRECT = 0.6;

export function tally(reading: Reading): Tallies {
  const tallies = ASPECTS.map(() => NOTHING);
  for (const stance of reading.stances) {
    if (stance.aspect === NO_ASPECT) continue;
    const t = tallyOf(tallies, stance.aspect);
    const weight = stance.weight * (stance.direct ? 1 : INDIRECT);
    if (stance.sign > 0) {
      t.positive += weight;
      if (stance.direct) t.directPositive += weight;
    } else {
      t.negative += weight;
      if (stance.direct) t.directNegative += weight;
    }
  }
  for (const word of reading.words) {
    const { target } = word.family;
    if (target >= 0 && target !== NO_ASPECT) tallyOf(tallies, target).targets++;
  }
  return tallies;
}

/** Facts that speak for an aspect without any word of stance: waits and sums of money. */
export interface Facts {
  readonly waits: boolean;
  readonly money: boolean;
  readonly thanks: boolean;
  readonly doctor: boolean;
}

const WAIT = new Sought(
  /等[^，。！？,.!?\n]{0,8}?(?:\d{1,4}|[一二兩三四五六七八九十半幾])(?:個|多){0,3}(?:小時|鐘頭|分鐘|分|天|週|星期|月|鐘)|(?:\d|[一二兩三四五六七八九十半幾])個?(?:多)?(?:小時|鐘頭)/,
);
const MONEY = new Sought(/\d{2}\s{0,2}(?:元|塊|萬|nt|NT|台幣)|[一二兩三四五六七八九十百千萬](?:元|塊|萬)|\$\s{0,2}\d/);

export function facts(reading: Reading): Facts {
  const text = reading.text.folded.text;
  let thanks = false;
  let doctor = false;
  for (const word of reading.words) {
    if (word.tag === 't:doctor') doctor = true;
    else if (word.tag === 'pos' && !thanks) {
      const said = text.charAt(word.start);
      if (said === '感' || said === '謝') thanks = true;
    }
  }
  return { waits: WAIT.in(text), money: MONEY.in(text), thanks, doctor };
}

/** The part of aspectFeatures that all aspects of a text share: how much is said of each, by itself and in words. */
export interface SaidOfEach {
  readonly logs: readonly number[];
  readonly direct: readonly number[];
}

export function saidOfEach(tallies: Tallies): SaidOfEach {
  return {
    logs: tallies.map((t) => log(t.positive + t.negative)),
    direct: tallies.map((t, aspect) => (aspect === OTHER ? 0 : t.directPositive + t.directNegative)),
  };
}

/** `aspect`: its place among ASPECTS. */
export function aspectFeatures(
  aspect: number,
  tallies: Tallies,
  fact: Facts,
  sentiment: readonly number[],
  sum: Balance,
  letters: number,
  each: SaidOfEach = saidOfEach(tallies),
): number[] {
  const own = tallies[aspect] as Tally;
  const positiveSaid = log(own.positive);
  const negativeSaid = log(own.negative);
  const targets = log(own.targets);
  const [negative = 0, positive = 0, mixed = 0, neutral = 0] = sentiment;
  const row = [
    1,
    log(own.directPositive),
    log(own.directNegative),
    log(Math.max(0, own.positive - own.directPositive)),
    log(Math.max(0, own.negative - own.directNegative)),
    own.directPositive > 0 ? 1 : 0,
    own.directNegative > 0 ? 1 : 0,
    targets,
    own.targets > 0 ? 1 : 0,
    negative,
    positive,
    mixed,
    neutral,
    negative * negativeSaid,
    positive * positiveSaid,
    negative * positiveSaid,
    positive * negativeSaid,
    negative * targets,
    positive * targets,
    fact.waits ? 1 : 0,
    fact.money ? 1 : 0,
    fact.thanks ? 1 : 0,
    fact.doctor ? 1 : 0,
    fact.thanks && fact.doctor ? 1 : 0,
    log(letters) / 5,
    log(sum.positive),
    log(sum.negative),
  ];
  let rest = 0;
  for (let i = 0; i < ASPECTS.length; i++) {
    const self = i === aspect;
    row.push(self ? 0 : (each.logs[i] as number));
    if (!self) rest += each.direct[i] as number;
  }
  row.push(rest < 0.6 ? 1 : 0, log(rest));
  return row;
}
