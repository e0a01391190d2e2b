import type { FindingKind, Triage } from '../../lib/contract/triage.ts';
import { bootstrapF1, type Interval, type Score, wilson } from './personal.ts';

/**
 * Measures what triage says of risks against labelled texts (RUBRIC.md, FORUM_RUBRIC.md). Pure: rows and a judge in,
 * figures and ids out; never a text.
 */

export interface RiskRow {
  id: string;
  text: string;
  insult: string;
  accusation: string;
  threat: string;
  urgent: boolean;
  hearsay?: boolean;
  /** Rules T01–T24; only posts have them. */
  risks?: readonly string[];
  forms?: readonly string[];
  /** [label, quote verbatim] */
  personal?: readonly (readonly [string, string])[];
}

/** What one row was judged to be; `Triage` fits. */
export type Judged = Pick<
  Triage,
  'insult' | 'accusation' | 'threat' | 'urgent' | 'risks' | 'hearsay' | 'forms' | 'sentiment'
>;

export interface Figure {
  score: Score;
  precision: Interval;
  recall: Interval;
  f1: Interval;
  /** Ids of false alarms and of misses. */
  alarms: string[];
  misses: string[];
}

export interface Rate extends Interval {
  count: number;
  n: number;
  ids: string[];
}

/** Kinds that flag nothing: the default, praise, and what the writer says of himself. */
const NO_RISK: ReadonlySet<FindingKind> = new Set(['opinion', 'praise', 'own-health']);

/** A finding that staff would have to look into. */
export const hasRiskFlag = (judged: Pick<Triage, 'risks'>): boolean =>
  judged.risks.some((risk) => !NO_RISK.has(risk.kind));

/** Rules that say nothing is wrong, or nothing more than an opinion or the writer's own health. */
const HARMLESS_RULES = new Set(['T01', 'T02', 'T19', 'T24']);
/** Personal data that no risk is made of: staff are named in every second review, and health is the writer's own. */
const HARMLESS_PERSONAL = new Set(['staff_name', 'health_detail', 'patient_name']);

/** Labelled as holding no risk at all: what a flag is false on. */
export function isHarmless(row: RiskRow): boolean {
  return (
    row.insult === 'none' &&
    row.accusation === 'none' &&
    row.threat === 'none' &&
    !row.urgent &&
    (row.risks ?? []).every((rule) => HARMLESS_RULES.has(rule)) &&
    (row.personal ?? []).every(([label]) => HARMLESS_PERSONAL.has(label))
  );
}

const isOf = (judged: Judged, ...kinds: FindingKind[]): boolean => judged.risks.some((r) => kinds.includes(r.kind));

/** How each rule shows in a result (CONTRACTS.md, Findings). T01 and T02 are one kind, as are T07 and T08 in part. */
export const RULES: Readonly<Record<string, (judged: Judged) => boolean>> = {
  'T01+T02': (j) => isOf(j, 'opinion'),
  T03: (j) => isOf(j, 'serious-injury'),
  T04: (j) => isOf(j, 'crime-claim'),
  T05: (j) => isOf(j, 'hygiene-claim'),
  T06: (j) => j.hearsay,
  T07: (j) => isOf(j, 'insult'),
  'T07+T08': (j) => j.insult !== 'none',
  T09: (j) => isOf(j, 'private-life'),
  T10: (j) => isOf(j, 'threat-violence'),
  T11: (j) => isOf(j, 'demand'),
  T12: (j) => isOf(j, 'credit'),
  T13: (j) => isOf(j, 'personal-data'),
  T14: (j) => isOf(j, 'recording'),
  T15: (j) => isOf(j, 'harassment'),
  T16: (j) => isOf(j, 'fake-engagement'),
  T17: (j) => isOf(j, 'wrong-place'),
  T18: (j) => isOf(j, 'ex-employee'),
  T19: (j) => isOf(j, 'own-health'),
  T20: (j) => isOf(j, 'public-danger'),
  T21: (j) => isOf(j, 'discrimination'),
  T22: (j) => isOf(j, 'self-harm'),
  T23: (j) => isOf(j, 'threat-legal'),
  T24: (j) => isOf(j, 'praise'),
};

export const LABELS: Readonly<Record<string, readonly [(row: RiskRow) => boolean, (judged: Judged) => boolean]>> = {
  insult: [(r) => r.insult !== 'none', (j) => j.insult !== 'none'],
  'insult severe': [(r) => r.insult === 'severe', (j) => j.insult === 'severe'],
  accusation: [(r) => r.accusation !== 'none', (j) => j.accusation !== 'none'],
  threat: [(r) => r.threat !== 'none', (j) => j.threat !== 'none'],
  'threat violence': [(r) => r.threat === 'violence', (j) => j.threat === 'violence'],
  urgent: [(r) => r.urgent, (j) => j.urgent],
};

export interface RiskFigures {
  n: number;
  labels: Record<string, Figure>;
  rules: Record<string, Figure>;
  forms: Record<string, Figure>;
  /** Harmless texts with a risk flag. */
  falseFlags: Rate;
}

function figure<Row extends RiskRow>(
  pairs: readonly (readonly [Row, Judged])[],
  truth: (row: Row) => boolean,
  said: (judged: Judged) => boolean,
): Figure {
  const score: Score = { tp: 0, fp: 0, fn: 0 };
  const rows: Score[] = [];
  const alarms: string[] = [];
  const misses: string[] = [];
  for (const [row, judged] of pairs) {
    const [t, s] = [truth(row), said(judged)];
    const one: Score = { tp: t && s ? 1 : 0, fp: !t && s ? 1 : 0, fn: t && !s ? 1 : 0 };
    rows.push(one);
    score.tp += one.tp;
    score.fp += one.fp;
    score.fn += one.fn;
    if (one.fp) alarms.push(row.id);
    if (one.fn) misses.push(row.id);
  }
  return {
    score,
    precision: wilson(score.tp, score.tp + score.fp),
    recall: wilson(score.tp, score.tp + score.fn),
    f1: bootstrapF1(rows),
    alarms,
    misses,
  };
}

/** Only the first rule name counts where one entry stands for several (`T01+T02`). */
const rulesOf = (name: string): string[] => name.split('+');

export function measureRisks<Row extends RiskRow>(rows: readonly Row[], judge: (row: Row) => Judged): RiskFigures {
  const pairs = rows.map((row) => [row, judge(row)] as const);
  const labels: Record<string, Figure> = {};
  for (const [name, [truth, said]] of Object.entries(LABELS)) labels[name] = figure(pairs, truth, said);
  const ruled = pairs.filter(([row]) => row.risks !== undefined);
  const rules: Record<string, Figure> = {};
  const forms: Record<string, Figure> = {};
  if (ruled.length > 0) {
    for (const [name, said] of Object.entries(RULES))
      rules[name] = figure(ruled, (row) => rulesOf(name).some((rule) => row.risks?.includes(rule)), said);
    const names = new Set(ruled.flatMap(([row]) => row.forms ?? []));
    for (const name of [...names].sort()) {
      const plain = name.replace(/\s/g, '');
      forms[name] = figure(
        ruled,
        (row) => row.forms?.includes(name) === true,
        (j) => j.forms.some((form) => form.replace(/\s/g, '') === plain),
      );
    }
  }
  const harmless = pairs.filter(([row]) => isHarmless(row));
  const flagged = harmless.filter(([, judged]) => hasRiskFlag(judged));
  return {
    n: rows.length,
    labels,
    rules,
    forms,
    falseFlags: {
      ...wilson(flagged.length, harmless.length),
      count: flagged.length,
      n: harmless.length,
      ids: flagged.map(([row]) => row.id),
    },
  };
}
