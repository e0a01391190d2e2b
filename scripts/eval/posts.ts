import { readFileSync } from 'node:fs';
import type { Sentiment } from '../../lib/contract/triage.ts';
import { triage } from '../../lib/triage/index.ts';
import { SENTIMENT } from '../train/marked.ts';
import type { Row } from './data.ts';
import { type Figure, figure, type Measure } from './figures.ts';
import { hasRiskFlag } from './risks.ts';
import { type Answers, noteIn, yes } from './triage.ts';

/**
 * Invented posts, comments and reviews with evasions and hard negatives, each set written before its writer saw any rule:
 * site, mood and stars; labels; text. Errors of odd lines were read when rules were mended, those of even lines never; but
 * the writer of the first mended them too, so its figures flatter. The second is by somebody else, written after.
 */
const SETS = [
  { file: 'posts.tsv', name: 'posts' },
  { file: 'posts-second.tsv', name: 'second posts' },
] as const;
type PostSet = (typeof SETS)[number];

/** Labels: insult (mild, severe), accusation (general, specific), threat (legal, violence), urgent, another risk. */
const LABELS = ['Im', 'Is', 'Ag', 'As', 'Tl', 'Tv', 'U', 'R'] as const;
type Label = (typeof LABELS)[number];
const SITES = {
  g: ['google-maps', 'review'],
  p: ['ptt', 'comment'],
  P: ['ptt', 'post'],
  d: ['dcard', 'comment'],
  D: ['dcard', 'post'],
  f: ['facebook', 'comment'],
  F: ['facebook', 'post'],
} as const;

interface Post {
  readonly id: string;
  readonly text: string;
  readonly stars: number | null;
  readonly site: Row['site'];
  readonly kind: Row['kind'];
  readonly labels: ReadonlySet<Label>;
}

/** One line of a blind set. */
interface Headed {
  readonly head: Required<Pick<Row, 'site' | 'kind'>> & { readonly stars: number | null; readonly mood: Sentiment };
  readonly labels: string;
  readonly text: string;
}

/** The lines of a file in `unread/`: head, labels, text, a tab between. Throws a sentence that names the line when it cannot be read. */
export const readHeaded = (file: string): Headed[] =>
  readFileSync(new URL(`unread/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, at) => {
      const [head = '', labels = '', text = ''] = line.split('\t');
      const read = /^([gpPdDfF])([NPMU])([1-5-])$/u.exec(head);
      if (!read || text === '') throw new Error(`${file} ${at + 1}: no head or no text`);
      const [site, kind] = SITES[read[1] as keyof typeof SITES];
      const mood = SENTIMENT[read[2] as keyof typeof SENTIMENT];
      const stars = read[3] === '-' ? null : Number(read[3]);
      return { head: { site, kind, mood, stars }, labels, text: text.replaceAll('\\n', '\n') };
    });

const readPosts = ({ file }: PostSet): Post[] =>
  readHeaded(file).map(({ head: { mood: _, ...where }, labels, text }, at) => {
    const found = labels === '-' ? [] : labels.split(',');
    const strange = found.find((label) => !LABELS.includes(label as Label));
    if (strange !== undefined) throw new Error(`${file} ${at + 1}: what is ${strange}`);
    return { ...where, id: `post-${at + 1}`, text, labels: new Set(found as Label[]) };
  });

const QUESTIONS: readonly (readonly [string, readonly Label[], readonly Measure[]])[] = [
  ['insult', ['Im', 'Is'], ['f1', 'precision', 'recall']],
  ['accusation', ['Ag', 'As'], ['f1', 'precision', 'recall']],
  ['threat', ['Tl', 'Tv'], ['f1', 'precision', 'recall']],
  ['violence', ['Tv'], ['recall']],
  ['urgent', ['U'], ['f1', 'precision', 'recall']],
];

/** What is said of each post beside its labels; `clean` is noted of posts without any label only. */
export function askPosts(posts: readonly Post[]): Answers {
  const answers: Answers = new Map();
  for (const { id, labels, ...post } of posts) {
    const said = triage({ ...post, site: post.site ?? null, kind: post.kind ?? null });
    const found: Record<string, boolean> = {
      insult: said.insult !== 'none',
      accusation: said.accusation !== 'none',
      threat: said.threat !== 'none',
      violence: said.threat === 'violence',
      urgent: said.urgent,
    };
    for (const [name, wanted] of QUESTIONS)
      noteIn(answers, name, { id, truth: yes(wanted.some((l) => labels.has(l))), said: yes(found[name] === true) });
    if (labels.size === 0) noteIn(answers, 'clean', { id, truth: 'no', said: yes(hasRiskFlag(said)) });
  }
  return answers;
}

const HALVES: readonly (readonly [string, (id: string) => boolean])[] = [
  ['', () => true],
  ['odd ', (id) => Number(id.slice(5)) % 2 === 1],
  ['even ', (id) => Number(id.slice(5)) % 2 === 0],
];

export interface PostFigures {
  readonly figures: [string, Figure][];
  /** Clean posts with a risk flag, of a hundred. */
  readonly falsePer100: [string, Figure][];
}

function figuresOf(set: PostSet): PostFigures {
  const answers = askPosts(readPosts(set));
  const figures: [string, Figure][] = [];
  const falsePer100: [string, Figure][] = [];
  for (const [half, within] of HALVES) {
    const name = half + set.name;
    const of = (question: string) => (answers.get(question) ?? []).filter(({ id }) => within(id));
    for (const [question, , measures] of QUESTIONS)
      for (const measure of measures) figures.push([`${name} ${question} ${measure}`, figure(of(question), measure)]);
    const { value, low, high, n } = figure(of('clean'), 'share');
    const alarms = (rate: number) => 100 * (1 - rate);
    falsePer100.push([
      `${name} false flags per 100 clean`,
      { value: alarms(value), low: alarms(high), high: alarms(low), n },
    ]);
    figures.push([`${name} clean left alone`, { value, low, high, n }]);
  }
  return { figures, falsePer100 };
}

export const postFigures = (): PostFigures[] => SETS.map(figuresOf);
