import type { Sentiment, Triage } from '../contract/triage.ts';
import type { Signal, Signals } from './signals.ts';

export interface Insult {
  readonly level: Triage['insult'];
  readonly signals: readonly Signal[];
}

/**
 * Abuse aimed at a person or the institution. Quoted, denied, self-directed, playful and told words are none
 * (RUBRIC.md, FORUM_RUBRIC.md).
 */
export function judgeInsult(signals: Signals, sentiment: Sentiment): Insult {
  const friendly = sentiment === 'positive' || sentiment === 'neutral';
  const counts = (signal: Signal): boolean => {
    if (signal.negated || signal.told || signal.self) return false;
    if (signal.quoted && (friendly || signal.asked)) return false;
    return !friendly || signal.word.gapped;
  };
  const severe = (signals.get('abuse:severe') ?? []).filter(counts);
  const mild = (signals.get('abuse:mild') ?? []).filter((s) => counts(s) && !(s.conditional && s.asked));
  if (severe.length > 0) return { level: 'severe', signals: [...severe, ...mild] };
  return { level: mild.length > 0 ? 'mild' : 'none', signals: mild };
}
