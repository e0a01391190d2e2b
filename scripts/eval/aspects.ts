import { readFileSync } from 'node:fs';
import { ASPECTS, type Aspect, type Polarity } from '../../lib/contract/triage.ts';
import { triage } from '../../lib/triage/index.ts';
import { type Figure, figure, mean } from './figures.ts';
import { parseHead } from './posts.ts';
import { type Answers, noteIn, yes } from './triage.ts';

/**
 * Invented reviews and posts labelled by what they are about, each set by a writer who saw the rubrics and no rule: head as in
 * posts.ts; `attitude-,price~` or `.`; text. They tell what rules bring that were written with labelled texts in view.
 */
const SETS = [
  { file: 'aspects-reviews.tsv', name: 'unread reviews' },
  { file: 'aspects-posts.tsv', name: 'unread posts' },
] as const;

const SIGNS: Readonly<Record<string, Polarity>> = { '+': 'pos', '-': 'neg', '~': 'mixed' };

function labelsOf(labels: string, where: string): Map<Aspect, Polarity> {
  const found = new Map<Aspect, Polarity>();
  for (const label of labels === '.' ? [] : labels.split(',')) {
    const aspect = label.slice(0, -1) as Aspect;
    const sign = SIGNS[label.slice(-1)];
    if (!ASPECTS.includes(aspect) || !sign) throw new Error(`${where}: what is ${label}`);
    found.set(aspect, sign);
  }
  return found;
}

function answersOf(file: string): Answers {
  const answers: Answers = new Map();
  const lines = readFileSync(new URL(`unread/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
  lines.forEach((line, at) => {
    const [head = '', labels = '', text = ''] = line.split('\t');
    const read = parseHead(head);
    if (!read || text === '') throw new Error(`${file} ${at + 1}: no head or no text`);
    const { mood, ...where } = read;
    const truth = labelsOf(labels, `${file} ${at + 1}`);
    const said = triage({ text: text.replaceAll('\\n', '\n'), ...where });
    const id = `${file}-${at + 1}`;
    noteIn(answers, 'sentiment', { id, truth: mood, said: said.sentiment });
    for (const aspect of ASPECTS) {
      const [wanted, found] = [truth.get(aspect), said.aspects[aspect]];
      noteIn(answers, aspect, { id, truth: yes(wanted !== undefined), said: yes(found !== undefined) });
      if (wanted && found) noteIn(answers, 'polarity', { id, truth: wanted, said: found });
    }
  });
  return answers;
}

export function aspectFigures(): [string, Figure][] {
  return SETS.flatMap(({ file, name }): [string, Figure][] => {
    const answers = answersOf(file);
    const of = (question: string) => answers.get(question) ?? [];
    const each = ASPECTS.map((aspect): [string, Figure] => [`${name} ${aspect} F1`, figure(of(aspect), 'f1')]);
    return [
      [`${name} sentiment accuracy`, figure(of('sentiment'), 'share')],
      [`${name} aspects macro-F1`, mean(each.map(([, f]) => f))],
      ...each,
      [`${name} polarity`, figure(of('polarity'), 'share')],
    ];
  });
}
