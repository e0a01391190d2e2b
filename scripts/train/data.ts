import { readFileSync } from 'node:fs';
import { ASPECTS, type Aspect } from '../../lib/contract/triage.ts';
import { gatherClaims } from '../../lib/triage/accusation.ts';
import { facts, SENTIMENTS, tally } from '../../lib/triage/features.ts';
import { clauseFeatures, MOST_FEATURES } from '../../lib/triage/model/features.ts';
import type { Counted } from '../../lib/triage/model/judge.ts';
import { ABUSIVE, CLAUSE_OUTPUTS, GENERAL, SERIOUS, SPECIFIC } from '../../lib/triage/model/table.ts';
import { isForeign } from '../../lib/triage/normalise.ts';
import { type Reading, read } from '../../lib/triage/reading.ts';
import { balance, hostility, pushMark } from '../../lib/triage/sentiment.ts';
import { gatherSignals } from '../../lib/triage/signals.ts';
import { forumRows, hospitalRows, type Row } from '../eval/data.ts';
import { codesIn } from './codes.ts';
import { dangersOf } from './dangers.ts';
import { markedRows } from './marked.ts';
import { restaurantRows } from './restaurants.ts';

/** One labelled text made ready for training. */
export interface Sample {
  readonly row: Row;
  /**
   * Real ones are measured on; what was written for this project only trains, and so do reviews of restaurants.
   * `marked`: clause by clause.
   */
  readonly origin: 'real' | 'written' | 'marked' | 'restaurant';
  /** Whole places are left out together; posts are dealt one by one. */
  readonly fold: number;
  /** Mostly Latin letters or kana. */
  readonly foreign: boolean;
  readonly reading: Reading;
  readonly counted: Counted;
  /** Hashed features of each clause. */
  readonly clauses: readonly Int32Array[];
  /** Labels of each clause: 1 said, 0 not, -1 cannot be told; CLAUSE_OUTPUTS each. Null: this text has none. */
  readonly said: readonly (Int8Array | null)[];
  /** Labels of each clause by danger (DANGERS, lib/triage/model/table.ts), as above. */
  readonly dangers: readonly Int8Array[];
  /** Labels of the text, TEXT_OUTPUTS. */
  readonly text: readonly number[];
}

const FOLDS = 5;
export const folds = (): number[] => Array.from({ length: FOLDS }, (_, f) => f);

const FLAGS = { X: SPECIFIC, Y: GENERAL, U: SERIOUS, J: ABUSIVE };

/**
 * `clauses.tsv`, written for this project: review id, then `offset:codes` (codes.ts) for each clause that carries
 * something. Offsets, no text.
 */
function clauseLabels(): Map<string, Map<number, string>> {
  const labels = new Map<string, Map<number, string>>();
  const file = readFileSync(new URL('clauses.tsv', import.meta.url), 'utf8');
  for (const line of file.split('\n')) {
    const [id, ...marks] = line.split('\t');
    if (!id) continue;
    const at = new Map<number, string>();
    for (const mark of marks) {
      const [offset, codes] = mark.split(':') as [string, string];
      at.set(Number(offset), codes);
    }
    labels.set(id, at);
  }
  return labels;
}

/** Texts about dangers were marked for those: whether they also praise or blame in general, their marks do not tell. */
const tellsOfOther = (row: Row): boolean => !row.id.startsWith('marked-dangers');
/** What a restaurant is praised and blamed for under these says nothing of a clinic. */
const ITS_OWN: readonly string[] = ['medical', 'environment', 'other'];
const tells = (aspect: Aspect, { row, origin }: Pick<Sample, 'row' | 'origin'>): boolean =>
  origin === 'restaurant' ? !ITS_OWN.includes(aspect) : aspect !== 'other' || tellsOfOther(row);

function labelsOf(codes: string, sample: Pick<Sample, 'row' | 'origin'>): Int8Array {
  const said = new Int8Array(CLAUSE_OUTPUTS);
  ASPECTS.forEach((aspect, a) => {
    if (!tells(aspect, sample)) said.fill(-1, a * 2, a * 2 + 2);
  });
  for (const code of codesIn(codes)) {
    if ('flag' in code) {
      if (code.flag === 'Q') for (const k of [SPECIFIC, GENERAL]) if (said[k] === 0) said[k] = -1;
      if (code.flag in FLAGS) said[FLAGS[code.flag as keyof typeof FLAGS]] = 1;
      continue;
    }
    if (sample.origin === 'restaurant' && !tells(code.aspect, sample)) continue;
    const aspect = ASPECTS.indexOf(code.aspect) * 2;
    if (code.sign === '+') said[aspect] = 1;
    else if (code.sign === '-') said[aspect + 1] = 1;
    else for (const k of [aspect, aspect + 1]) if (said[k] === 0) said[k] = -1;
  }
  if (sample.origin === 'restaurant') said[SERIOUS] = -1;
  return said;
}

const buffer = new Int32Array(MOST_FEATURES);

export function counted(reading: Reading, row: Row): Counted {
  const signals = gatherSignals(reading);
  return {
    reading,
    signals,
    sum: balance(reading),
    hostile: hostility(signals),
    outside: { stars: row.stars ?? null, recommends: null, mark: pushMark(row.text) },
    tallies: tally(reading),
    facts: facts(reading),
    claims: gatherClaims(reading, signals),
  };
}

const WRITTEN = [
  'reviews-topics',
  'reviews-claims',
  'reviews-hospital',
  'reviews-info',
  'forum',
  'forum-posts',
  'forum-comments',
];

/**
 * Texts written for this project, labelled by the same rubric: what the real ones have too little of. They train and
 * are never measured on.
 */
function writtenRows(): Row[] {
  return WRITTEN.flatMap((name) =>
    readFileSync(new URL(`written/${name}.jsonl`, import.meta.url), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row),
  );
}

export function samples(): Sample[] {
  const labels = clauseLabels();
  const hospital = hospitalRows();
  const places = [...new Set(hospital.map((r) => r.place ?? ''))].sort();
  let dealt = 0;
  const marked = markedRows();
  const restaurants = restaurantRows();
  const marksOf = new Map<string, ReadonlyMap<number, string>>([
    ...labels,
    ...[...marked, ...restaurants].map((m) => [m.row.id, m.marks] as const),
  ]);
  const prepare = (row: Row, origin: Sample['origin']): Sample => {
    const reading = read(row.text, true);
    const marks = marksOf.get(row.id);
    const starts = reading.text.folded.starts;
    const sourceOf = (at: number): number => (starts ? (starts[at] ?? row.text.length) : at);
    const codesOf = (start: number, end: number): string => {
      let codes = '';
      for (let at = sourceOf(start); at < sourceOf(end); at++) codes += marks?.get(at) ?? '';
      return codes;
    };
    const cursor = { word: 0, stance: 0 };
    const codes = reading.clauses.map(({ start, end }) => (marks ? codesOf(start, end) : ''));
    return {
      row,
      origin,
      fold: (row.place ? places.indexOf(row.place) : dealt++) % FOLDS,
      foreign: isForeign(reading.text.codes),
      reading,
      counted: counted(reading, row),
      clauses: reading.clauses.map((_, c) => buffer.slice(0, clauseFeatures(reading, c, cursor, buffer))),
      said: codes.map((said) => (marks ? labelsOf(said, { row, origin }) : null)),
      dangers: dangersOf(row, origin, codes),
      text: [
        ...ASPECTS.map((a) => (tells(a, { row, origin }) ? Number(row.aspects[a] !== undefined) : -1)),
        origin === 'restaurant' ? -1 : Number(row.accusation !== 'none'),
        origin === 'restaurant' ? -1 : Number(row.urgent),
        row.insult === 'none' ? 0 : 1,
        ...SENTIMENTS.map((s) => (row.sentiment === s ? 1 : 0)),
      ],
    };
  };
  return [
    ...[...hospital, ...forumRows()].map((row) => prepare(row, 'real')),
    ...writtenRows().map((row) => prepare(row, 'written')),
    ...marked.map(({ row }) => prepare(row, 'marked')),
    ...restaurants.map(({ row }) => prepare(row, 'restaurant')),
  ];
}
