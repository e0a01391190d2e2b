import { ASPECTS, type Aspect, type Polarity } from '../../lib/contract/triage.ts';
import type { Row } from './data.ts';
import { type Figure, figure, mean } from './figures.ts';
import { readHeaded } from './posts.ts';
import { ask } from './triage.ts';

/**
 * Invented reviews and posts labelled by what they are about, each set by a writer who saw the rubrics and no rule: head as in
 * posts.ts; `attitude-,price~` or `.`; text. They tell what rules bring that were written with labelled texts in view.
 */
const SETS = [
  { file: 'aspects-reviews.tsv', name: 'unread reviews' },
  { file: 'aspects-posts.tsv', name: 'unread posts' },
] as const;

const SIGNS: Readonly<Record<string, Polarity>> = { '+': 'pos', '-': 'neg', '~': 'mixed' };

function labelsOf(labels: string, where: string): Row['aspects'] {
  const found: Row['aspects'] = {};
  for (const label of labels === '.' ? [] : labels.split(',')) {
    const aspect = label.slice(0, -1) as Aspect;
    const sign = SIGNS[label.slice(-1)];
    if (!ASPECTS.includes(aspect) || !sign) throw new Error(`${where}: what is ${label}`);
    found[aspect] = sign;
  }
  return found;
}

/** Of risks these sets say nothing. */
const UNASKED = { insult: 'none', accusation: 'none', threat: 'none', urgent: false } as const;

const rowsOf = (file: string): Row[] =>
  readHeaded(file).map(({ head: { mood, ...where }, labels, text }, at) => ({
    ...UNASKED,
    ...where,
    id: `${file}-${at + 1}`,
    text,
    sentiment: mood,
    aspects: labelsOf(labels, `${file} ${at + 1}`),
  }));

export function aspectFigures(): [string, Figure][] {
  return SETS.flatMap(({ file, name }): [string, Figure][] => {
    const answers = ask(rowsOf(file));
    const of = (question: string) => answers.get(question) ?? [];
    const each = ASPECTS.map((aspect): [string, Figure] => [
      `${name} ${aspect} F1`,
      figure(of(`aspect ${aspect}`), 'f1'),
    ]);
    return [
      [`${name} sentiment accuracy`, figure(of('sentiment'), 'share')],
      [`${name} aspects macro-F1`, mean(each.map(([, f]) => f))],
      ...each,
      [`${name} polarity`, figure(of('polarity'), 'share')],
    ];
  });
}
