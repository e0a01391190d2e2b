import { dangerRows, highestOdds } from '../../lib/triage/model/alarm.ts';
import type { Readable, Scores } from '../../lib/triage/model/score.ts';
import { DANGERS, type DangerKind } from '../../lib/triage/model/table.ts';
import type { TriageModel } from '../../lib/triage/model/weights.ts';
import { headsWithout } from './crossed.ts';
import { tellsDangers, truthOf } from './dangers.ts';
import type { Sample } from './data.ts';
import { learnHead } from './heads.ts';

/**
 * Learns how each danger is weighed, and from which odds on the model speaks of one: of 1,000 real texts without the
 * danger, praise left out, so many may be looked at closely, asked a head, and called `maybe`. Whoever may hurt
 * somebody or himself is worth more looks. `sure` lies beyond the highest of them all, and is more likely than not.
 */

type Share = (kind: DangerKind) => number;
const isAboutLife = (kind: DangerKind): boolean => kind === 'threat-violence' || kind === 'self-harm';
const LOOK: Share = () => 80;
const ASK: Share = () => 30;
const STARRED: Share = (kind) => (isAboutLife(kind) ? 5 : 1.5);
/** Posts tell of more, and rage more: of 421 a few at most. */
const BARE: Share = (kind) => (isAboutLife(kind) ? 10 : 5);
const BEYOND = 1;

const FIT = { pull: 0.001, steps: 250 };

/** A text with what a table that had not seen its fold says of it. */
export interface Scored {
  readonly s: Sample;
  readonly model: Readable;
  readonly scores: Scores;
}

interface Told extends Scored {
  readonly truth: ArrayLike<number>;
}

export function learnDangers(all: readonly Scored[]): TriageModel['dangers'] {
  const told: Told[] = all
    .filter(({ s }) => s.reading.clauses.length > 0 && (s.origin === 'real' || tellsDangers(s.row)))
    .map((scored) => ({ ...scored, truth: truthIn(scored.s) }));
  const real = told.filter(({ s }) => s.origin === 'real');
  const reviews = real.filter(({ s }) => s.row.stars != null);
  const clauseOdds = (share: Share): number[] =>
    DANGERS.map((kind, k) => {
      const silent = reviews.filter((t) => isSilent(t, k));
      return beyond(
        reviews.length,
        share(kind),
        silent.map((t) => t.scores.dangers[2 * k + 1] as number),
      );
    });
  const [look, ask] = [clauseOdds(LOOK), clauseOdds(ASK)];
  const heads: number[][] = [];
  const starred = { maybe: [] as number[], sure: [] as number[] };
  const bare = { maybe: [] as number[], sure: [] as number[] };
  DANGERS.forEach((kind, k) => {
    const known = told.filter((t) => (t.truth[k] as number) >= 0);
    const rowsOf = known.map(({ model, scores }) => dangerRows(scores, model, k));
    const rows = rowsOf.flat();
    const owner = rowsOf.flatMap((mine, i) => mine.map(() => known[i] as Told));
    const truth = owner.map((t) => t.truth[k] === 1);
    const fit = { ...FIT, importance: rows.map(() => 1) };
    heads.push(learnHead(rows, truth, fit));
    const others = headsWithout(
      owner.map(({ s }) => s.fold),
      rows,
      truth,
      fit,
    );
    const headOf = new Map(owner.map((t, i) => [t, others[i] as number[]]));
    const asked = known.filter((t) => isSilent(t, k) && (t.scores.dangers[2 * k + 1] as number) > (ask[k] as number));
    for (const [alarms, share, isSame] of [
      [starred, STARRED, (t: Told) => t.s.row.stars != null],
      [bare, BARE, (t: Told) => t.s.row.stars == null],
    ] as const) {
      const odds = asked
        .filter((t) => t.s.origin === 'real' && isSame(t))
        .map((t) => highestOdds(headOf.get(t) as number[], rowsOf[known.indexOf(t)] as number[][]));
      const count = real.filter(isSame).length;
      alarms.maybe.push(beyond(count, share(kind), odds));
      alarms.sure.push(Math.max(0, rounded(beyond(count, 0, odds) + BEYOND)));
    }
  });
  return { look, ask, heads, starred, bare };
}

const truthIn = (s: Sample): ArrayLike<number> =>
  tellsDangers(s.row)
    ? DANGERS.map((_, k) => (s.dangers.some((clause) => clause[k] === 1) ? 1 : 0))
    : truthOf(s.row, s.origin);

/** The danger is not there; praise is never asked. */
const isSilent = ({ s, truth }: Told, k: number): boolean => truth[k] === 0 && s.row.sentiment !== 'positive';

/** Odds that `share` in 1,000 of `count` texts exceed. */
function beyond(count: number, share: number, odds: readonly number[]): number {
  const sorted = [...odds].sort((a, b) => b - a);
  return rounded(sorted[Math.floor((count * share) / 1000)] ?? 0);
}

const rounded = (odds: number): number => Math.round(odds * 1000) / 1000;
