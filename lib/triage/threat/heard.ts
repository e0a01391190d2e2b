import { opening } from '../context.ts';
import type { Suspicion } from '../model/judge.ts';
import type { Reading } from '../reading.ts';
import type { Signals } from '../signals.ts';
import { isAside } from './aside.ts';
import { isSuffered } from './violence.ts';

const WORDS_OF_HARM = /^(?:violence:(?:act|veiled)|harm-(?!own)|veil-cue$|blow-cue$)/;
/** Clauses on each side in which such a word must stand. */
const BESIDE = 1;
/** Law told of elsewhere: 「[新聞] 某工作室無照遭判刑」. */
const NEWS = /^[^一-龥]*(?:re[^一-龥]*)?(?:新聞|公告|轉貼|轉錄)/;

/**
 * A threat that the model only half hears is still meant where no stars tell of a visit: posts threaten far oftener than
 * reviews. In a review a word of harm has to stand beside it, for a long complaint sounds like many things.
 */
export function heeded(
  suspicions: readonly Suspicion[],
  starred: boolean,
  reading: Reading,
  signals: Signals,
): readonly Suspicion[] {
  if (!suspicions.some(({ kind, sure }) => !sure && kind.startsWith('threat-'))) return suspicions;
  return suspicions.map((s) => {
    if (s.sure || !s.kind.startsWith('threat-')) return s;
    const violent = s.kind === 'threat-violence';
    if (violent && isSuffered(opening(reading))) return s;
    const meant = starred ? violent && isBacked(s, reading, signals) : violent || !isElsewhere(reading);
    return meant ? { ...s, sure: true } : s;
  });
}

function isElsewhere(reading: Reading): boolean {
  const head = opening(reading);
  return NEWS.test(head) || isAside(head);
}

function isBacked({ clause }: Suspicion, { clauses }: Reading, signals: Signals): boolean {
  const sentence = clauses[clause]?.sentence;
  for (const [tag, list] of signals)
    if (WORDS_OF_HARM.test(tag))
      // 「今晚住哪裡？」 asks.
      for (const { word, asked } of list)
        if (!asked && Math.abs(word.clause - clause) <= BESIDE && clauses[word.clause]?.sentence === sentence)
          return true;
  return false;
}
