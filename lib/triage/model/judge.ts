import type { Aspect, Polarity, Sentiment } from '../../contract/triage.ts';
import { ASPECTS } from '../../contract/triage.ts';
import { type Claims, claimFeatures, type Trained } from '../accusation.ts';
import {
  aspectFeatures,
  type Facts,
  type SaidOfEach,
  SENTIMENTS,
  saidOfEach,
  sentimentFeatures,
  type Tallies,
} from '../features.ts';
import { type Insult, judgeInsult } from '../insult.ts';
import { highestAt } from '../linear.ts';
import { isForeign } from '../normalise.ts';
import { OTHER, type Reading } from '../reading.ts';
import type { Balance, Outside } from '../sentiment.ts';
import type { Signals } from '../signals.ts';
import { urgentFeatures } from '../urgency.ts';
import { dangerRows, highestOdds } from './alarm.ts';
import {
  aspectRest,
  aspectRow,
  chanceOf,
  chancesOf,
  claimRow,
  highestOf,
  insultRow,
  type Summaries,
  sentimentRow,
  summarise,
} from './rows.ts';
import { type Scores, scoreText } from './score.ts';
import { CLAUSE_OUTPUTS, DANGERS, type DangerKind } from './table.ts';
import type { Judges, TriageModel } from './weights.ts';

export type Hears = (kind: DangerKind) => boolean;

/** A danger that a clause sounds like. `sure`: enough to say so; else a person should look. */
export interface Suspicion {
  readonly kind: DangerKind;
  readonly clause: number;
  readonly sure: boolean;
}

const POLARITIES: readonly Polarity[] = ['pos', 'neg', 'mixed'];

/** All that the curated words counted in one text. */
export interface Counted {
  readonly reading: Reading;
  readonly signals: Signals;
  readonly sum: Balance;
  readonly hostile: number;
  readonly outside: Outside;
  readonly tallies: Tallies;
  readonly facts: Facts;
  readonly claims: Claims;
}

/** Who reads a text: people write otherwise in reviews with stars, in posts, and in other languages. */
type Kind = 'starred' | 'bare' | 'foreign';
function kindOf({ reading, outside }: Counted): Kind {
  if (isForeign(reading.text.codes)) return 'foreign';
  return outside.stars === null ? 'bare' : 'starred';
}

/** Made to sum to 1. */
function shares(chances: number[]): number[] {
  let total = 0;
  for (const chance of chances) total += chance;
  for (let i = 0; i < chances.length; i++) chances[i] = (chances[i] as number) / total;
  return chances;
}

/**
 * Clauses of a text of usual length. In a long story some clause sounds like anything: of 62 real reviews of more than
 * fifty clauses eleven had a hunch, of 2,068 of at most five six. So what a hunch asks for rises with the number of clauses
 * that could give one; by half as much where a life may be at stake.
 */
const USUAL = 12;
const LIVES: readonly DangerKind[] = ['threat-violence', 'self-harm'];
const RISE = DANGERS.map((kind) => (LIVES.includes(kind) ? 0.5 : 1));

/**
 * 「爛醫院，停車場指示超差」: what is said of the place as such beside something in particular mostly means that (RUBRIC.md:
 * other is a stance about something else only). So much more has to speak for it, in log-odds.
 */
const BESIDE = 0.6;
const raised = (chance: number): number => chance / (chance + (1 - chance) * Math.exp(-BESIDE));

/** One text as the trained model reads it; each question is asked of its own head. */
export class Opinion {
  private readonly counted: Counted;
  private readonly model: TriageModel;
  private readonly kind: Kind;
  private readonly judges: Judges;
  private readonly sums: Summaries;
  private readonly scores: Scores;

  constructor(counted: Counted, model: TriageModel) {
    this.counted = counted;
    this.model = model;
    this.kind = kindOf(counted);
    this.judges = model[this.kind];
    this.scores = scoreText(counted.reading, model);
    this.sums = summarise(this.scores);
  }

  /** Chance of each sentiment in the order of SENTIMENTS. */
  sentiment(): number[] {
    return shares(chancesOf(this.judges.heads.sentiment, sentimentRowOf(this.counted, this.scores)));
  }

  /** The same by the words alone, as of a post. */
  sentimentOfWords(): number[] {
    // Of other languages too few words of praise are known to miss them.
    if (this.kind !== 'starred') return this.sentiment();
    const outside = { ...this.counted.outside, stars: null, recommends: null };
    const row = sentimentRowOf({ ...this.counted, outside }, this.scores);
    return shares(chancesOf(this.model.bare.heads.sentiment, row));
  }

  /** Aspects the text speaks of, given the chances of its sentiment. */
  aspects(chances: readonly number[]): Partial<Record<Aspect, Polarity>> {
    const found: Partial<Record<Aspect, Polarity>> = {};
    const { heads, thresholds } = this.judges;
    const each = saidOfEach(this.counted.tallies);
    const rest = aspectRest(this.sums, this.scores);
    for (let i = 0; i < ASPECTS.length; i++) {
      if (this.isSilentOn(i, each)) continue;
      const row = aspectRowOf(this.counted, i, each, this.sums, chances);
      const least = thresholds.aspects[i] as number;
      const beside = i === OTHER && Object.keys(found).length > 0;
      if (chanceOf(heads.aspects[i] as number[], row, rest) < (beside ? raised(least) : least)) continue;
      const signs = chancesOf(heads.polarity[i] as number[][], row, rest);
      found[ASPECTS[i] as Aspect] = POLARITIES[highestAt(signs)] as Polarity;
    }
    return found;
  }

  /** No word, no clause and no run of letters speaks of it: most aspects of most texts, and no head need be asked. */
  private isSilentOn(aspect: number, each: SaidOfEach): boolean {
    return (
      (this.scores.text[aspect] as number) < -3.5 &&
      (each.logs[aspect] as number) === 0 &&
      highestOf(this.sums, 2 * aspect) < 0.05 &&
      highestOf(this.sums, 2 * aspect + 1) < 0.05
    );
  }

  claims(chances: readonly number[]): Trained {
    const row = claimRowOf(this.counted, this.sums, this.scores, chances);
    const { heads, thresholds } = this.judges;
    return {
      accuses: chanceOf(heads.accusation, row),
      specific: chanceOf(heads.specific, row),
      urgent: chanceOf(heads.urgent, row),
      thresholds,
    };
  }

  /** Whether it is worth looking for turns of phrase of a danger: most texts are far from all of them. */
  readonly hears: Hears = (kind) => {
    const k = DANGERS.indexOf(kind);
    return (this.scores.dangers[2 * k + 1] as number) > (this.model.dangers.look[k] as number);
  };

  suspicions(): Suspicion[] {
    const { model, scores } = this;
    const { ask, heads } = model.dangers;
    const { maybe, sure } = model.dangers[this.kind];
    const more = Math.log(Math.max(1, this.sums.clauses / USUAL));
    const found: Suspicion[] = [];
    for (let k = 0; k < DANGERS.length; k++) {
      // Most texts are far from all dangers, and no head need be asked.
      if ((scores.dangers[2 * k + 1] as number) <= (ask[k] as number)) continue;
      const said = highestOdds(heads[k] as number[], dangerRows(scores, model, k));
      if (said <= (maybe[k] as number) + more * (RISE[k] as number)) continue;
      const clause = scores.dangers[2 * k] as number;
      found.push({ kind: DANGERS[k] as DangerKind, clause, sure: said > (sure[k] as number) });
    }
    return found;
  }

  /** The words' own judgement, and where they are silent or in doubt the model's: crude speech has no list. */
  insult(chances: readonly number[]): Insult {
    const byWords = judgeInsult(this.counted.signals, mostLikely(chances), this.counted.reading);
    if (byWords.level === 'severe') return byWords;
    // Praise in plain words is asked no further.
    if (byWords.level === 'none' && mostLikely(chances) === 'positive') return byWords;
    const { heads, thresholds } = this.judges;
    const row = insultRowOf(this.counted, byWords, this.sums, this.scores, chances);
    if (chanceOf(heads.insult, row) < thresholds.insult) return { level: 'none', signals: [] };
    return { level: 'mild', signals: byWords.signals };
  }

  /** The clause that speaks most clearly of an aspect; null when none does. */
  clauseFor(aspect: Aspect): number | null {
    const column = 2 * ASPECTS.indexOf(aspect);
    let best: number | null = null;
    let most = 0.15;
    for (let c = 0; c * CLAUSE_OUTPUTS < this.scores.clauses.length; c++) {
      const at = c * CLAUSE_OUTPUTS + column;
      const chance = Math.max(this.scores.clauses[at] as number, this.scores.clauses[at + 1] as number);
      if (chance > most) {
        most = chance;
        best = c;
      }
    }
    return best;
  }
}

/** The rows, for training and reading alike. */
export const sentimentRowOf = (c: Counted, scores: Scores): number[] =>
  sentimentRow(sentimentFeatures(c.reading, c.sum, c.hostile, c.outside), scores, c.outside.stars);

function aspectRowOf(
  c: Counted,
  aspect: number,
  each: SaidOfEach,
  sums: Summaries,
  chances: readonly number[],
): number[] {
  const letters = c.reading.text.codes.length;
  return aspectRow(aspect, aspectFeatures(aspect, c.tallies, c.facts, chances, c.sum, letters, each), sums);
}

export function aspectRowsOf(c: Counted, sums: Summaries, scores: Scores, chances: readonly number[]): number[][] {
  const each = saidOfEach(c.tallies);
  const rest = aspectRest(sums, scores);
  return ASPECTS.map((_, i) => [...aspectRowOf(c, i, each, sums, chances), ...rest]);
}

export const claimRowOf = (c: Counted, sums: Summaries, scores: Scores, chances: readonly number[]): number[] =>
  claimRow(
    claimFeatures(c.claims, c.reading, chances, c.tallies).concat(
      urgentFeatures(c.claims.gravity, mostLikely(chances)),
    ),
    sums,
    scores,
  );

export const insultRowOf = (
  c: Counted,
  byWords: Insult,
  sums: Summaries,
  scores: Scores,
  chances: readonly number[],
): number[] => insultRow(byWords, c.outside.stars, chances, sums, scores);

export const mostLikely = (chances: readonly number[]): Sentiment => SENTIMENTS[highestAt(chances)] as Sentiment;
