import type { Next } from './sentences.ts';
import { EN } from './sentences-en.ts';
import { ZH } from './sentences-zh.ts';

const STEPS: ReadonlyMap<string, Next> = new Map(
  [ZH, EN].flatMap(({ next }) => (Object.keys(next) as Next[]).map((step) => [next[step], step])),
);

/** Which step a sentence of `triage.next` is, so that it can lead to its place; null: it is only said. */
export const stepOf = (sentence: string): Next | null => STEPS.get(sentence) ?? null;
