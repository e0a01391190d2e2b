import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../contract/result.ts';
import { OwnSentence } from '../contract/sentences.ts';

/** The clinic's own sentences, each checked on every read: a damaged one is left out, the rest stays. */
const sentencesItem = storage.defineItem<unknown>('local:sentences', { version: 1 });

const OwnSentences = z.array(z.unknown());

export async function loadSentences(): Promise<OwnSentence[]> {
  const held = OwnSentences.safeParse(await sentencesItem.getValue()).data ?? [];
  return held.flatMap((one) => OwnSentence.safeParse(one).data ?? []);
}

let last: Promise<unknown> = Promise.resolve();

/** One change after another, so that no two start from the same old list. */
export function changeSentences(work: (own: OwnSentence[]) => Result<OwnSentence[]>): Promise<Result<OwnSentence[]>> {
  const done = last.then(async (): Promise<Result<OwnSentence[]>> => {
    const next = work(await loadSentences());
    if (!next.ok) return next;
    try {
      await sentencesItem.setValue(next.value);
      return ok(next.value);
    } catch (error) {
      return fail(/quota/i.test(String(error)) ? 'storage-full' : 'storage-failed');
    }
  });
  last = done;
  return done;
}

export const clearSentences = (): Promise<void> => sentencesItem.removeValue();

export const watchSentences = (callback: () => void): (() => void) => sentencesItem.watch(() => callback());
