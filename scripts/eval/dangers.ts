import { readFileSync } from 'node:fs';
import type { FindingKind } from '../../lib/contract/triage.ts';
import { triage } from '../../lib/triage/index.ts';
import { codesIn, type Flag } from '../train/codes.ts';
import { parseMarked } from '../train/marked.ts';
import { type Figure, figure, type Measure } from './figures.ts';
import { type Answers, noteIn, yes } from './triage.ts';

/**
 * Dangers in `unread/dangers.tsv`: invented posts and reviews by a writer who knew neither rules nor training texts.
 * Whoever writes rules, words or training texts must not read them: then they say how others' wording is understood.
 */

const KINDS: readonly (readonly [string, Flag, FindingKind])[] = [
  ['violence or a look asked for', 'V', 'threat-violence'],
  ['demand with a condition', 'C', 'demand'],
  ['self-harm', 'S', 'self-harm'],
  ['hunt for a person', 'H', 'personal-data'],
  ['fake engagement', 'Z', 'fake-engagement'],
  ['crime', 'K', 'crime-claim'],
  ['private life', 'R', 'private-life'],
  ['solvency', 'F', 'credit'],
  ['public danger', 'D', 'public-danger'],
];
const THREATS: readonly Flag[] = ['V', 'L', 'C'];
const MEASURES: readonly Measure[] = ['recall', 'precision'];

export function dangerFigures(): [string, Figure][] {
  const answers: Answers = new Map();
  const note = (question: string, id: string, truth: boolean, said: boolean): void => {
    noteIn(answers, question, { id, truth: yes(truth), said: yes(said) });
  };
  const file = readFileSync(new URL('unread/dangers.tsv', import.meta.url), 'utf8');
  for (const [i, line] of file.split('\n').filter(Boolean).entries()) {
    const { row, marks } = parseMarked(line, `unread-${i + 1}`);
    const flags = new Set([...marks.values()].flatMap(codesIn).flatMap((code) => ('flag' in code ? [code.flag] : [])));
    const said = triage({ text: row.text, stars: row.stars ?? null });
    note('violence', row.id, flags.has('V'), said.threat === 'violence');
    note(
      'threat',
      row.id,
      THREATS.some((f) => flags.has(f)),
      said.threat !== 'none',
    );
    for (const [name, flag, kind] of KINDS)
      note(
        name,
        row.id,
        flags.has(flag),
        said.risks.some((r) => r.kind === kind),
      );
    note('urgent', row.id, row.urgent, said.urgent);
  }
  return [...answers].flatMap(([name, list]) =>
    MEASURES.map((measure): [string, Figure] => [`unread ${name} ${measure}`, figure(list, measure)]),
  );
}
