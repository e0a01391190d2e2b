import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Features, SPACE } from '../../lib/drafting/judge/features.ts';
import { type Model, unsafeness, type Weights, worstClause } from '../../lib/drafting/judge/model.ts';
import { MARK_COUNT } from '../../lib/drafting/judge/structure.ts';
import { type Example, labelledReplies, ownSentences } from './judge-data.ts';

/**
 * Fits the judge of replies (lib/drafting/judge) on the labelled replies and on sentences written for the project.
 * Deterministic: same data, same file. Only hashed weights go into it. What it is worth: scripts/eval/guard.ts.
 */

/**
 * Odds under which a sentence is called safe, set on left-out folds (scripts/eval/guard.ts prints the curve): there
 * about two in a hundred unsafe written replies pass and no real one; beyond -1 leaks rise quickly.
 */
const SAFE_BELOW = -1.25;
const UNSAFE_ABOVE = 2.5;

const EPOCHS = 25;
const PULL = { runs: 2e-4, build: 1e-3 };
const PACE = { runs: 0.3, build: 0.1 };

interface Case {
  features: Features;
  unsafe: boolean;
}

/** Times that the clause which makes a sentence unsafe is looked for anew. */
const ROUNDS = 2;

/**
 * The whole sentences first. Then clauses: each one of a safe sentence is safe; of an unsafe one at least one is
 * unsafe, taken to be the one that speaks most against it by what was learnt so far.
 */
export function learn(examples: readonly Example[]): Model {
  const whole = fitted(examples.map(({ reading, unsafe }) => ({ features: reading.whole, unsafe })));
  const safe = examples
    .filter(({ unsafe }) => !unsafe)
    .flatMap(({ reading }) => reading.clauses.map((features): Case => ({ features, unsafe: false })));
  let clause: Weights = whole;
  for (let round = 0; round < ROUNDS; round += 1) {
    const guilty = examples
      .filter(({ unsafe }) => unsafe)
      .flatMap(({ reading }): Case[] => {
        const worst = reading.clauses[worstClause(clause, reading).at] ?? reading.whole;
        // The whole too: without its commas the sentence is one clause.
        return [...new Set([worst, reading.whole])].map((features) => ({ features, unsafe: true }));
      });
    clause = fitted([...safe, ...guilty]);
  }
  return { whole, clause };
}

const SEEDS = [7, 11, 23];

/** The mean of fits in several orders, each of which leaves out another part: steadier than any of them. */
function fitted(cases: readonly Case[]): Weights {
  const fits = SEEDS.map((seed, part) =>
    fittedBy(
      seed,
      cases.filter((_, index) => index % (SEEDS.length * 2) !== part),
    ),
  );
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    runs: Float64Array.from({ length: SPACE }, (_, place) => mean(fits.map(({ runs }) => runs[place] ?? 0))),
    build: Float64Array.from({ length: MARK_COUNT }, (_, mark) => mean(fits.map(({ build }) => build[mark] ?? 0))),
    bias: mean(fits.map(({ bias }) => bias)),
  };
}

/** Steps of adaptive length (Adagrad) over the cases in an order that the seed decides. */
function fittedBy(start: number, cases: readonly Case[]): Weights {
  const runs = new Float64Array(SPACE);
  const build = new Float64Array(MARK_COUNT);
  const model = { runs, build, bias: 0 };
  const sumRuns = new Float64Array(SPACE).fill(1e-3);
  const sumBuild = new Float64Array(MARK_COUNT).fill(1e-3);
  let sumBias = 1e-3;
  let seed = start;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const order = cases.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = random(i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const index of order) {
      const { features, unsafe } = cases[index] as Case;
      const error = 1 / (1 + Math.exp(-unsafeness(model, features))) - (unsafe ? 1 : 0);
      const share = error / Math.sqrt(Math.max(1, features.runs.length));
      for (const place of features.runs) {
        const slope = share + PULL.runs * (runs[place] as number);
        sumRuns[place] = (sumRuns[place] as number) + slope * slope;
        runs[place] = (runs[place] as number) - (PACE.runs * slope) / Math.sqrt(sumRuns[place] as number);
      }
      features.build.forEach((value, mark) => {
        if (value === 0) return;
        const slope = error * value + PULL.build * (build[mark] as number);
        sumBuild[mark] = (sumBuild[mark] as number) + slope * slope;
        build[mark] = (build[mark] as number) - (PACE.build * slope) / Math.sqrt(sumBuild[mark] as number);
      });
      sumBias += error * error;
      model.bias -= (PACE.build * error) / Math.sqrt(sumBias);
    }
  }
  return model;
}

/** Numbers in lines as the formatter would fill them, so that a new fit of the same data is the same file. */
function filled(numbers: readonly number[]): string {
  const lines: string[] = [];
  let line = '   ';
  for (const number of numbers) {
    if (line.length + ` ${number},`.length > 120) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${number},`;
  }
  return [...lines, line].join('\n');
}

function kept({ runs, build, bias }: Weights): string {
  const weights = Array.from(runs);
  const step = Math.max(1e-6, ...weights.map(Math.abs)) / 127;
  const bytes = Buffer.from(Int8Array.from(weights.map((weight) => Math.round(weight / step))).buffer);
  const marks = [bias, ...Array.from(build)].map((weight) => Number(weight.toFixed(4)));
  return `{
  step: ${Number(step.toPrecision(6))},
  build: [
${filled(marks)}
  ],
  runs: '${bytes.toString('base64')}',
}`;
}

/** The file of weights: a byte for each place. */
export function written({ whole, clause }: Model): string {
  return `// Fitted by scripts/train/judge.ts; do not edit. Hashed weights only, no text.
import type { Kept } from './model.ts';

export const SAFE_BELOW = ${SAFE_BELOW};
export const UNSAFE_ABOVE = ${UNSAFE_ABOVE};
export const WHOLE: Kept = ${kept(whole)};
export const CLAUSE: Kept = ${kept(clause)};
`;
}

const FILE = fileURLToPath(new URL('../../lib/drafting/judge/weights.ts', import.meta.url));

export function main(): void {
  const replies = labelledReplies();
  if (replies.length === 0) {
    console.error('train: ../shared/data/replies is not there; the judge stays as it is');
    return;
  }
  const examples = [...replies.flatMap(({ sentences }) => sentences), ...ownSentences()];
  writeFileSync(FILE, written(learn(examples)));
  console.error(`train: judge of replies fitted on ${examples.length} sentences`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
