import { ASPECTS, type Triage } from '../../lib/contract/triage.ts';
import { triage } from '../../lib/triage/index.ts';
import type { Row } from './data.ts';
import { hasRiskFlag, isHarmless } from './risks.ts';

/** Measures triage against labelled texts: counts a text at a time, so that intervals can be drawn from them. */

/** One question about one text: was it so, was it said. */
export interface Answer {
  readonly id: string;
  readonly truth: string;
  readonly said: string;
}

/** Answers by question: `sentiment`, `aspect price`, `polarity`, `accusation`, … */
export type Answers = Map<string, Answer[]>;

export const yes = (value: boolean): string => (value ? 'yes' : 'no');

/** Notes one answer to a question. */
export function noteIn(answers: Answers, question: string, answer: Answer): void {
  const list = answers.get(question);
  if (list) list.push(answer);
  else answers.set(question, [answer]);
}

/** Reads every row with whatever weights are in use and notes each answer beside its label. */
export function ask(rows: readonly Row[], answers: Answers = new Map()): Answers {
  const note = (question: string, row: Row, truth: string, said: string): void => {
    noteIn(answers, question, { id: row.id, truth, said });
  };
  for (const row of rows) {
    const said: Triage = triage({
      text: row.text,
      stars: row.stars ?? null,
      site: row.site ?? null,
      kind: row.kind ?? null,
    });
    note('sentiment', row, row.sentiment, said.sentiment);
    for (const aspect of ASPECTS) {
      const truth = row.aspects[aspect];
      const found = said.aspects[aspect];
      note(`aspect ${aspect}`, row, yes(truth !== undefined), yes(found !== undefined));
      if (truth !== undefined && found !== undefined) note('polarity', row, truth, found);
    }
    note('insult', row, yes(row.insult !== 'none'), yes(said.insult !== 'none'));
    note('accusation', row, yes(row.accusation !== 'none'), yes(said.accusation !== 'none'));
    if (row.accusation !== 'none' && said.accusation !== 'none')
      note('specific or general', row, row.accusation, said.accusation);
    note('threat', row, yes(row.threat !== 'none'), yes(said.threat !== 'none'));
    note('violence', row, yes(row.threat === 'violence'), yes(said.threat === 'violence'));
    note('urgent', row, yes(row.urgent), yes(said.urgent));
    if (isHarmless(row)) note('harmless left alone', row, 'yes', yes(!hasRiskFlag(said)));
    if (row.hearsay !== undefined) note('hearsay', row, yes(row.hearsay), yes(said.hearsay));
  }
  return answers;
}
