import { dangerRows } from '../../lib/triage/model/alarm.ts';
import { oddsOf } from '../../lib/triage/model/rows.ts';
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
const LOOK = 80;
const ASK = 30;
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
  const reviews = told.filter((t) => t.s.origin === 'real' && isStarred(t));
  const clauseOdds = (share: number): number[] =>
    DANGERS.map((_, k) => {
      const silent = reviews.filter((t) => isSilent(t, k));
      return beyond(
        reviews.length,
        share,
        silent.map((t) => saidBy(t, k)),
      );
    });
  const [look, ask] = [clauseOdds(LOOK), clauseOdds(ASK)];
  const learnt = DANGERS.map((kind, k) => learnDanger(told, kind, k, ask[k] as number));
  return {
    look,
    ask,
    heads: learnt.map(({ head }) => head),
    starred: alarmsOf(learnt.map(({ starred }) => starred)),
    bare: alarmsOf(learnt.map(({ bare }) => bare)),
    foreign: alarmsOf(learnt.map(({ foreign }) => foreign)),
  };
}

interface Alarm {
  readonly maybe: number;
  readonly sure: number;
}

const alarmsOf = (alarms: readonly Alarm[]): { maybe: number[]; sure: number[] } => ({
  maybe: alarms.map(({ maybe }) => maybe),
  sure: alarms.map(({ sure }) => sure),
});

/** The head of one danger, and its alarms by what heads that had not seen a text's fold say of that text. */
function learnDanger(
  told: readonly Told[],
  kind: DangerKind,
  k: number,
  ask: number,
): { head: number[]; starred: Alarm; bare: Alarm; foreign: Alarm } {
  const pieces = told
    .filter((t) => (t.truth[k] as number) >= 0)
    .flatMap((t) => dangerRows(t.scores, t.model, k).map((row) => ({ t, row })));
  const rows = pieces.map(({ row }) => row);
  const truth = pieces.map(({ t }) => t.truth[k] === 1);
  const others = headsWithout(
    pieces.map(({ t }) => t.s.fold),
    rows,
    truth,
    FIT,
  );
  const odds = new Map<Told, number>();
  pieces.forEach(({ t, row }, i) => {
    odds.set(t, Math.max(odds.get(t) ?? Number.NEGATIVE_INFINITY, oddsOf(others[i] as number[], row)));
  });
  const alarm = (share: number, isSame: (t: Told) => boolean): Alarm => {
    const same = told.filter(isSame);
    const silent = same.flatMap((t) => (isSilent(t, k) && saidBy(t, k) > ask ? [odds.get(t) as number] : []));
    return {
      maybe: beyond(same.length, share, silent),
      sure: Math.max(0, rounded(beyond(same.length, 0, silent) + BEYOND)),
    };
  };
  return {
    head: learnHead(rows, truth, FIT),
    starred: alarm(STARRED(kind), (t) => isOurs(t) && isStarred(t)),
    bare: alarm(BARE(kind), (t) => isOurs(t) && !isStarred(t)),
    foreign: alarm(STARRED(kind), ({ s }) => s.foreign),
  };
}

/** Real, and in Chinese: the real ones in other languages are a handful, and those written stand in for them. */
const isOurs = ({ s }: Told): boolean => s.origin === 'real' && !s.foreign;
const isStarred = ({ s }: Told): boolean => s.row.stars != null;

/** Log-odds of the clause that speaks most of it. */
const saidBy = ({ scores }: Told, k: number): number => scores.dangers[2 * k + 1] as number;

const truthIn = (s: Sample): ArrayLike<number> =>
  tellsDangers(s.row)
    ? DANGERS.map((_, k) => (s.dangers.some((clause) => clause[k] === 1) ? 1 : 0))
    : truthOf(s.row, s.origin);

/** The danger is not there; praise is never asked. */
const isSilent = ({ s, truth }: Told, k: number): boolean => truth[k] === 0 && s.row.sentiment !== 'positive';

/**
 * Odds that `share` in 1,000 of `count` texts exceed. Of posts that is one or two: between their odds and the next ones
 * as far as the share says, so that one text more or less makes no leap.
 */
function beyond(count: number, share: number, odds: readonly number[]): number {
  const sorted = [...odds].sort((a, b) => b - a);
  const place = (count * share) / 1000;
  const at = sorted[Math.floor(place)] ?? 0;
  const next = sorted[Math.floor(place) + 1] ?? at;
  return rounded(at + (place % 1) * (next - at));
}

const rounded = (odds: number): number => Math.round(odds * 1000) / 1000;
