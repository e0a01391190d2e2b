import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { ModelSettings, Usage } from '../contract/model.ts';
import { forgetKeys } from './keys.ts';

/** The person's choice of a model; the key lies elsewhere (keys.ts). */
const modelItem = storage.defineItem<unknown>('local:model', { version: 1 });
const usageItem = storage.defineItem<unknown>('local:modelUsage', { version: 1 });
/** Sentences of models that stand in drafts, by review: gone with the browser. */
const sentencesItem = storage.defineItem<unknown>('session:modelSentences');

/** What a month came to. `cost` in US dollars by the prices as they were set then; null: never known. */
const Month = z.object({ month: z.string(), requests: z.number(), tokens: Usage, cost: z.nullable(z.number()) });
export type Month = z.infer<typeof Month>;

export const noModel = (): ModelSettings => z.parse(ModelSettings, {});

/** Off where nothing is stored, and where what is stored is damaged: a model is never switched on by accident. */
export async function loadModel(): Promise<ModelSettings> {
  return z.safeParse(ModelSettings, (await modelItem.getValue()) ?? {}).data ?? noModel();
}

let last: Promise<unknown> = Promise.resolve();
/** One change after another, so that two of them never start from the same old value. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

export const saveModel = (change: Partial<ModelSettings>): Promise<ModelSettings> =>
  inTurn(async () => {
    const next = z.parse(ModelSettings, { ...(await loadModel()), ...change });
    await modelItem.setValue(next);
    return next;
  });

export const watchModel = (callback: () => void): (() => void) => modelItem.watch(callback);

export async function loadUsage(month: string): Promise<Month> {
  const stored = z.safeParse(Month, await usageItem.getValue()).data;
  return stored?.month === month ? stored : { month, requests: 0, tokens: { input: 0, output: 0 }, cost: null };
}

/** Adds a request to the month's sum. `usage` null: the server did not count. */
export const addUsage = (month: string, usage: Usage | null, cost: number | null): Promise<Month> =>
  inTurn(async () => {
    const before = await loadUsage(month);
    const next: Month = {
      month,
      requests: before.requests + 1,
      tokens: {
        input: before.tokens.input + (usage?.input ?? 0),
        output: before.tokens.output + (usage?.output ?? 0),
      },
      cost: cost === null ? before.cost : (before.cost ?? 0) + cost,
    };
    await usageItem.setValue(next);
    return next;
  });

const MOST_REVIEWS = 50;
const Sentences = z.array(z.tuple([z.string(), z.array(z.string())]));

/** Which sentences of a review's draft a model wrote and nobody knew before: they are asked about after a restart too. */
export async function modelSentences(key: string): Promise<string[]> {
  const all = z.safeParse(Sentences, await sentencesItem.getValue()).data ?? [];
  return all.find(([of]) => of === key)?.[1] ?? [];
}

export const keepModelSentences = (key: string, sentences: readonly string[]): Promise<void> =>
  inTurn(async () => {
    const all = z.safeParse(Sentences, await sentencesItem.getValue()).data ?? [];
    const before = all.find(([of]) => of === key)?.[1] ?? [];
    const merged = [...new Set([...before, ...sentences])].slice(-20);
    await sentencesItem.setValue([...all.filter(([of]) => of !== key), [key, merged]].slice(-MOST_REVIEWS));
  });

/** Forgets the model, its keys and its sums (全部刪除). */
export async function clearModel(): Promise<void> {
  await Promise.all([modelItem.removeValue(), usageItem.removeValue(), sentencesItem.removeValue(), forgetKeys()]);
}
