import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { type TriageInput, triage, triageAll } from '../lib/triage/index.ts';
import { median } from './bench/figure.ts';
import { loadWeights } from './weights.ts';

/** Times triage against a segmenter that only cuts words, in turn, over the same texts in the same process. */

const COUNT = 10_000;
const ROUNDS = 5;
const BATCH = 200;

export interface BenchResult {
  name: string;
  /** Median milliseconds for all texts. */
  value: number;
  baseline: number;
  ratio: number;
  unit: 'ms';
  n: number;
}

/** Sentences of no one in particular, for machines without ../shared. */
const PARTS = [
  '櫃台人員態度很差，問問題都不耐煩',
  '醫師看診仔細，解說清楚',
  '等了兩個小時才輪到，叫號很亂',
  '環境乾淨明亮，停車方便',
  '掛號費比別家貴，自費項目也沒有先說明',
  '護理師很溫柔，打針不痛',
  '打電話永遠沒人接，官網時間也沒更新',
  '謝謝林醫師的照顧，恢復得很好',
  '建議流程可以再改善，動線有點複雜',
  '不會再來了，大家自己斟酌',
];

function synthetic(): string[] {
  const texts: string[] = [];
  for (let i = 0; texts.length < COUNT; i++) {
    const pick = (k: number): string => PARTS[(i * 7 + k * 3 + ((i * k) % 5)) % PARTS.length] as string;
    texts.push(`${pick(0)}。${pick(1)}，${pick(2)}！${pick(3)}，${pick(4)}。${pick(5)}。`);
  }
  return texts;
}

/** Real reviews where they are at hand. */
export function reviews(): string[] {
  const file = fileURLToPath(new URL('../../shared/data/reviews/hospital.jsonl', import.meta.url));
  if (!existsSync(file)) return synthetic();
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

/** Of ordinary length (60–150 characters), repeated up to COUNT. */
function texts(): string[] {
  const all = reviews().filter((text) => text.length >= 60 && text.length <= 150);
  return Array.from({ length: COUNT }, (_, i) => all[i % all.length] as string);
}

/** Many at once, as stored reviews are read anew (`lib/services/retriage.ts`). */
export const benchTriage = (): Promise<BenchResult> =>
  against('triage', (inputs) => {
    for (let from = 0; from < COUNT; from += BATCH) triageAll(inputs.slice(from, from + BATCH));
  });

/** One by one, as they come from a page. */
export const benchTriageEach = (): Promise<BenchResult> =>
  against('triage-each', (inputs) => {
    for (const input of inputs) triage(input);
  });

async function against(name: string, work: (inputs: readonly TriageInput[]) => void): Promise<BenchResult> {
  loadWeights();
  const sample = texts();
  const jieba = Jieba.withDict(dict);
  const cut = (): void => {
    for (const text of sample) jieba.cut(text, true);
  };
  const inputs = sample.map((text) => ({ text, stars: 3 }));
  const judge = (): void => work(inputs);
  cut();
  judge();
  const cuts: number[] = [];
  const judged: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let start = performance.now();
    cut();
    cuts.push(performance.now() - start);
    start = performance.now();
    judge();
    judged.push(performance.now() - start);
  }
  const value = median(judged);
  const baseline = median(cuts);
  return { name, value, baseline, ratio: value / baseline, unit: 'ms', n: COUNT };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await benchTriage()));
