import { readFileSync } from 'node:fs';
import { ASPECTS } from '../lib/contract/triage.ts';
import { aspectFigures } from './eval/aspects.ts';
import { dangerFigures } from './eval/dangers.ts';
import { hospitalRows } from './eval/data.ts';
import { printDrafts } from './eval/drafts.ts';
import { type Figure, figure, mean } from './eval/figures.ts';
import { main as printGuard } from './eval/guard.ts';
import { harmlessFigures } from './eval/harmless.ts';
import { languageFigures, toldFigures } from './eval/languages.ts';
import { readLeftOut } from './eval/left-out.ts';
import { namesLeftOut } from './eval/names-left-out.ts';
import { namesUnread } from './eval/names-unread.ts';
import { personalFigures } from './eval/personal-figures.ts';
import { personalUnread } from './eval/personal-unread.ts';
import { postFigures } from './eval/posts.ts';
import type { Answers } from './eval/triage.ts';
import { loadWeights } from './weights.ts';

/**
 * `npm run eval [-- PART …]`: how well the deciding rooms read, on ../shared/data, with 95 % intervals and the ids of
 * the worst errors; never a text. Exit 1 when a figure is under its recorded floor (scripts/eval/floors.json).
 */

const FLOORS = JSON.parse(readFileSync(new URL('eval/floors.json', import.meta.url), 'utf8')) as Record<string, number>;
const WORST = 20;
let fallen = 0;

function print(name: string, f: Figure): void {
  const floor = FLOORS[name];
  const under = floor !== undefined && f.value < floor;
  if (under) fallen++;
  const range = `${f.low.toFixed(3)}–${f.high.toFixed(3)}`;
  const mark = under ? `  UNDER its floor ${floor}` : '';
  console.log(`  ${name.padEnd(44)} ${f.value.toFixed(3)}  [${range}]  n ${f.n}${mark}`);
}

function printAnswers(set: string, answers: Answers): void {
  const of = (question: string) => answers.get(question) ?? [];
  console.log(`${set}: ${of('sentiment').length} texts, each read by a model trained without its place`);
  print(`${set} sentiment accuracy`, figure(of('sentiment'), 'share'));
  for (const s of ['negative', 'positive', 'mixed', 'neutral'])
    print(`${set} sentiment ${s} F1`, figure(of('sentiment'), 'f1', s));
  const aspects = ASPECTS.map((a) => figure(of(`aspect ${a}`), 'f1'));
  print(`${set} aspects macro-F1`, mean(aspects));
  ASPECTS.forEach((a, i) => {
    print(`${set} aspect ${a} F1`, aspects[i] as Figure);
  });
  print(`${set} polarity of aspects found`, figure(of('polarity'), 'share'));
  print(`${set} specific or general`, figure(of('specific or general'), 'share'));
  print(`${set} harmless texts left alone`, figure(of('harmless left alone'), 'share'));
  for (const question of ['accusation', 'insult', 'threat', 'violence', 'urgent', 'hearsay']) {
    if (of(question).length === 0) continue;
    print(`${set} ${question} F1`, figure(of(question), 'f1'));
    print(`${set} ${question} precision`, figure(of(question), 'precision'));
    print(`${set} ${question} recall`, figure(of(question), 'recall'));
  }
  printWorst(set, answers);
}

/** Texts with most wrong answers first. */
function printWorst(set: string, answers: Answers): void {
  const wrong = new Map<string, string[]>();
  for (const [question, list] of answers)
    for (const a of list)
      if (a.truth !== a.said) wrong.set(a.id, [...(wrong.get(a.id) ?? []), `${question}: ${a.truth}→${a.said}`]);
  const worst = [...wrong].sort((a, b) => b[1].length - a[1].length).slice(0, WORST);
  console.log(`${set}: the worst ${worst.length}`);
  for (const [id, list] of worst) console.log(`  ${id}  ${list.join('; ')}`);
}

const PARTS: Record<string, () => void> = {
  triage() {
    const { hospital, forum } = readLeftOut((line) => console.error(line));
    printAnswers('hospital', hospital);
    printAnswers('forum', forum);
  },
  harmless() {
    loadWeights();
    console.log('what should raise no alarm');
    for (const [name, f] of harmlessFigures()) print(name, f);
  },
  dangers() {
    loadWeights();
    console.log('dangers in invented texts that nobody who wrote rules or training texts has read');
    for (const [name, f] of dangerFigures()) print(name, f);
  },
  posts() {
    loadWeights();
    console.log('invented posts and reviews written blind (errors of odd lines were read when rules were mended)');
    for (const { figures, falsePer100 } of postFigures()) {
      for (const [name, f] of figures) print(name, f);
      for (const [name, { value, low, high, n }] of falsePer100)
        console.log(`  ${name}: ${value.toFixed(1)} [${low.toFixed(1)}–${high.toFixed(1)}]  n ${n}`);
    }
  },
  aspects() {
    loadWeights();
    console.log('moods and aspects of invented reviews and posts by writers who saw the rubrics and no rule');
    for (const [name, f] of aspectFigures()) print(name, f);
  },
  languages() {
    loadWeights();
    console.log('other languages, in invented texts that nobody who wrote rules or training texts has read');
    for (const [name, f] of languageFigures()) print(name, f);
    console.log('which language a text is in (thresholds were chosen with these invented texts in view)');
    for (const [name, f] of toldFigures()) print(name, f);
  },
  personal() {
    console.log('personal data (rules were written with most of these in view)');
    for (const [name, f] of personalFigures()) print(name, f);
    console.log(
      'personal data in invented sentences written blind (errors of odd lines were read when rules were mended)',
    );
    for (const { name, figures, falsePer100 } of personalUnread()) {
      for (const [figure, f] of figures) print(figure, f);
      const { whole, even } = falsePer100;
      console.log(`  ${name}: false spans per 100 hard negatives: ${whole.toFixed(1)} (even lines ${even.toFixed(1)})`);
    }
  },
  names() {
    console.log('names, each place read by weights learnt without it (rules were written with all fifteen in view)');
    for (const [name, f] of namesLeftOut()) print(name, f);
    console.log(
      'names in invented texts kept aside from training, half of them from rules too (their writer also wrote some)',
    );
    for (const [name, f] of namesUnread()) print(name, f);
  },
  guard() {
    printGuard();
  },
  drafts() {
    loadWeights();
    printDrafts();
  },
};

if (hospitalRows().length === 0) {
  console.log('eval: ../shared/data is not there; nothing measured');
} else {
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
    const part = PARTS[name];
    if (!part) {
      console.error(`eval: no part "${name}"; there are ${Object.keys(PARTS).join(', ')}`);
      process.exit(2);
    }
    part();
  }
  if (fallen > 0) {
    console.log(`${fallen} figures under their floors`);
    process.exitCode = 1;
  }
}
