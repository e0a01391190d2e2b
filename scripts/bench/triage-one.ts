import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { triage } from '../../lib/triage/index.ts';
import { takeWeights } from '../../lib/triage/model/state.ts';
import type { Figure } from '../bench.ts';
import { reviews } from '../bench-triage.ts';
import { loadWeights, readWeights } from '../weights.ts';
import { median } from './figure.ts';

/*
 * What one review, the weights and a text without end cost (issue 3). The baselines of the first two are the issue's
 * limits in milliseconds: a ratio under 1 keeps them.
 */

const ONE_LIMIT = 2;
const LOAD_LIMIT = 80;
const ROUNDS = 7;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** 99 of 100 reviews of any length are read within this, each by itself; the quietest of some rounds after the first. */
export function triageOne(): Figure {
  loadWeights();
  const all = reviews();
  const p99 = (): number =>
    all.map((text) => timed(() => triage({ text, stars: 1 }))).sort((a, b) => a - b)[Math.floor(all.length * 0.99)] ??
    Number.NaN;
  p99();
  const value = Math.min(...Array.from({ length: 3 }, p99));
  return { name: 'triage-one', value, baseline: ONE_LIMIT, ratio: value / ONE_LIMIT, unit: 'ms', n: all.length };
}

const HERE = fileURLToPath(import.meta.url);

/** From the file's bytes in memory to a model that reads, each time in a process that has not done it before. */
export function triageLoad(): Figure {
  const cold = (): number =>
    Number(execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', HERE], { encoding: 'utf8' }));
  const value = median(Array.from({ length: ROUNDS }, cold));
  return { name: 'triage-load', value, baseline: LOAD_LIMIT, ratio: value / LOAD_LIMIT, unit: 'ms', n: ROUNDS };
}

/** Texts that invite a search to go back again and again. */
const HOSTILE = [
  '很爛，',
  '我要你',
  '王',
  '不',
  '「',
  '09',
  'a',
  '林醫師0912345678 ',
  '等等等，不要',
  '刀我已經',
  ' ',
  '!?',
];
const PART = 100_000;
const WHOLE = 1_000_000;

/** The worst of some hostile texts: a million characters against ten times a hundred thousand; 1 is linear. */
export function triageMegabyte(): Figure {
  loadWeights();
  const worst = HOSTILE.map((word) => {
    const text = (length: number): string => word.repeat(Math.ceil(length / word.length)).slice(0, length);
    const part = text(PART);
    const whole = text(WHOLE);
    triage({ text: part });
    const baseline = median(Array.from({ length: 3 }, () => timed(() => triage({ text: part })))) * (WHOLE / PART);
    const value = median(Array.from({ length: 3 }, () => timed(() => triage({ text: whole }))));
    return { value, baseline };
  }).sort((a, b) => b.value - a.value)[0] as { value: number; baseline: number };
  return { name: 'triage-megabyte', ...worst, ratio: worst.value / worst.baseline, unit: 'ms', n: HOSTILE.length };
}

if (process.argv[1] === HERE) {
  const file = readWeights();
  process.stdout.write(String(timed(() => takeWeights(file))));
}
