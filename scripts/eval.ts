import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { Clinic } from '../lib/contract/clinic.ts';
import { ASPECTS, type Triage } from '../lib/contract/triage.ts';
import { findPersonal } from '../lib/privacy/index.ts';
import { triage } from '../lib/triage/index.ts';

/** Measures triage and privacy on ../shared/data; prints figures and ids of the worst errors, never a text. */

interface Label {
  id: string;
  sentiment: string;
  aspects: Record<string, string>;
  insult: string;
  accusation: string;
  threat: string;
  urgent: boolean;
  risks?: string[];
  hearsay?: boolean;
  sarcasm?: boolean;
  forms?: string[];
}

interface Row extends Label {
  text: string;
  stars?: number | null;
  place?: string;
  site?: 'google-maps' | 'facebook' | 'ptt' | 'dcard';
  kind?: 'review' | 'post' | 'comment' | 'item';
}

export const DATA = fileURLToPath(new URL('../../shared/data/', import.meta.url));

export function lines<T>(file: string): T[] {
  if (!existsSync(DATA + file)) return [];
  return readFileSync(DATA + file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

export function hospitalRows(): Row[] {
  const texts = new Map(
    lines<{ id: string; text: string; stars: number; place: string }>('reviews/hospital.jsonl').map((r) => [r.id, r]),
  );
  return lines<Label>('reviews/labels.jsonl').flatMap((label) => {
    const review = texts.get(label.id);
    return review ? [{ ...label, text: review.text, stars: review.stars, place: review.place }] : [];
  });
}

export const forumRows = (): Row[] => lines<Row>('reviews/forum.jsonl');

export interface Score {
  tp: number;
  fp: number;
  fn: number;
}

export const f1 = ({ tp, fp, fn }: Score): number => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));

function count(score: Score, truth: boolean, said: boolean): void {
  if (truth && said) score.tp++;
  else if (said) score.fp++;
  else if (truth) score.fn++;
}

const empty = (): Score => ({ tp: 0, fp: 0, fn: 0 });

export interface Figures {
  n: number;
  accuracy: number;
  sentiment: Record<string, Score>;
  aspects: Record<string, Score>;
  macro: number;
  polarity: number;
  insult: Score;
  accusation: Score;
  threat: Score;
  urgent: Score;
  hearsay: Score;
  wrong: Record<string, string[]>;
}

export function measure(rows: readonly Row[]): Figures {
  const sentiment: Record<string, Score> = {};
  const aspects: Record<string, Score> = {};
  for (const s of ['negative', 'positive', 'mixed', 'neutral']) sentiment[s] = empty();
  for (const a of ASPECTS) aspects[a] = empty();
  const binary = { insult: empty(), accusation: empty(), threat: empty(), urgent: empty(), hearsay: empty() };
  const wrong: Record<string, string[]> = {};
  let right = 0;
  let polarityRight = 0;
  let polarityAll = 0;
  const miss = (what: string, id: string): void => {
    wrong[what] ??= [];
    wrong[what].push(id);
  };
  for (const row of rows) {
    const said: Triage = triage({
      text: row.text,
      stars: row.stars ?? null,
      site: row.site ?? null,
      kind: row.kind ?? null,
    });
    if (said.sentiment === row.sentiment) right++;
    else miss(`sentiment ${row.sentiment}>${said.sentiment}`, row.id);
    for (const [name, score] of Object.entries(sentiment))
      count(score, row.sentiment === name, said.sentiment === name);
    for (const a of ASPECTS) {
      const truth = row.aspects[a] !== undefined;
      const found = said.aspects[a] !== undefined;
      count(aspects[a] as Score, truth, found);
      if (truth !== found) miss(`aspect ${a} ${found ? '+' : '-'}`, row.id);
      if (truth && found) {
        polarityAll++;
        if (row.aspects[a] === said.aspects[a]) polarityRight++;
      }
    }
    const pairs: [keyof typeof binary, boolean, boolean][] = [
      ['insult', row.insult !== 'none', said.insult !== 'none'],
      ['accusation', row.accusation !== 'none', said.accusation !== 'none'],
      ['threat', row.threat !== 'none', said.threat !== 'none'],
      ['urgent', row.urgent, said.urgent],
      ['hearsay', row.hearsay === true, said.hearsay],
    ];
    for (const [name, truth, found] of pairs) {
      count(binary[name], truth, found);
      if (truth !== found) miss(`${name} ${found ? '+' : '-'}`, row.id);
    }
  }
  const macro = ASPECTS.reduce((sum, a) => sum + f1(aspects[a] as Score), 0) / ASPECTS.length;
  return {
    n: rows.length,
    accuracy: right / rows.length,
    sentiment,
    aspects,
    macro,
    polarity: polarityRight / polarityAll,
    ...binary,
    wrong,
  };
}

interface PersonalRow {
  id: string;
  text: string;
  spans: { start: number; end: number; type: string }[];
  clinic: object | null;
}

/** Right type and an overlap (intersection over union) of at least 0.8, as in pii/RUBRIC.md. */
export function measurePersonal(): { all: Score; byType: Record<string, Score>; wrong: string[] } {
  const all = empty();
  const byType: Record<string, Score> = {};
  const wrong: string[] = [];
  for (const row of lines<PersonalRow>('pii/sentences.jsonl')) {
    const clinic = row.clinic ? z.parse(Clinic, { aliases: [], watch: [], ...row.clinic }) : null;
    const said = findPersonal(row.text, clinic);
    const used = new Set<number>();
    for (const span of row.spans) {
      byType[span.type] ??= empty();
      const hit = said.findIndex((p, i) => {
        if (used.has(i) || p.type !== span.type) return false;
        const shared = Math.min(p.end, span.end) - Math.max(p.start, span.start);
        return shared / (Math.max(p.end, span.end) - Math.min(p.start, span.start)) >= 0.8;
      });
      if (hit >= 0) used.add(hit);
      else wrong.push(row.id);
      count(all, true, hit >= 0);
      count(byType[span.type] as Score, true, hit >= 0);
    }
    said.forEach((p, i) => {
      if (used.has(i)) return;
      byType[p.type] ??= empty();
      count(all, false, true);
      count(byType[p.type] as Score, false, true);
      wrong.push(row.id);
    });
  }
  return { all, byType, wrong };
}

const percent = (x: number): string => x.toFixed(3);
const show = (name: string, s: Score): string =>
  `  ${name.padEnd(14)} F1 ${percent(f1(s))}  P ${percent(s.tp / (s.tp + s.fp || 1))} R ${percent(s.tp / (s.tp + s.fn || 1))}  n ${s.tp + s.fn}`;

function print(title: string, f: Figures): void {
  console.log(`${title}: ${f.n} texts`);
  console.log(
    `  sentiment accuracy ${percent(f.accuracy)}; aspects macro-F1 ${percent(f.macro)}; polarity ${percent(f.polarity)}`,
  );
  for (const [name, s] of Object.entries(f.sentiment)) console.log(show(name, s));
  for (const [name, s] of Object.entries(f.aspects)) console.log(show(name, s));
  for (const name of ['insult', 'accusation', 'threat', 'urgent', 'hearsay'] as const) console.log(show(name, f[name]));
}

function main(): void {
  const worst = process.argv.includes('--errors');
  const hospital = hospitalRows();
  const forum = forumRows();
  if (hospital.length === 0) {
    console.log('eval: ../shared/data is not there; nothing measured');
    return;
  }
  for (const [title, rows] of [
    ['hospital reviews', hospital],
    ['forum posts', forum],
  ] as const) {
    const figures = measure(rows);
    print(title, figures);
    if (worst)
      for (const [what, ids] of Object.entries(figures.wrong))
        console.log(`  ${what}: ${ids.length}: ${ids.slice(0, 20).join(' ')}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
