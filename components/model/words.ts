import { fill, type ModelWords, modelWords } from '../../lib/strings/model.ts';
import { useWords } from '../language.tsx';

/** The words of the optional model, which come with its own code. */
export function useModelWords(): { w: ModelWords; fill: typeof fill } {
  return { w: modelWords(useWords().language), fill };
}

export const amount = (cost: number): string => (cost >= 0.01 ? cost.toFixed(2) : cost.toPrecision(1));
