import type { GuardResult } from '../../contract/draft.ts';

/**
 * The guard's result for a text in which sentences of a model stand: each that the allow-list does not know needs a
 * named person's yes, whatever a trained judge thought of it. Sentences that were changed since are the person's.
 */
export function withModelSentences(result: GuardResult, text: string, unknown: readonly string[]): GuardResult {
  const taken = [...result.violations.map(({ start, end }): [number, number] => [start, end]), ...result.unsure];
  const added: [number, number][] = [];
  for (const sentence of new Set(unknown)) {
    if (sentence === '') continue;
    for (let at = text.indexOf(sentence); at >= 0; at = text.indexOf(sentence, at + sentence.length)) {
      const end = at + sentence.length;
      if (!taken.some(([from, to]) => from < end && to > at)) added.push([at, end]);
    }
  }
  if (added.length === 0) return result;
  return {
    ...result,
    verdict: result.verdict === 'block' ? 'block' : 'warn',
    unsure: [...result.unsure, ...added].sort((a, b) => a[0] - b[0]),
  };
}
