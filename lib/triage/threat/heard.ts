import { opening } from '../context.ts';
import type { Suspicion } from '../model/judge.ts';
import type { Reading } from '../reading.ts';
import { isAside } from './aside.ts';
import { isSuffered } from './violence.ts';

/** Law told of elsewhere: 「[新聞] 某工作室無照遭判刑」. */
const NEWS = /^[^一-龥]*(?:re[^一-龥]*)?(?:新聞|公告|轉貼|轉錄)/;

/**
 * A threat that the model only half hears is still meant where no stars tell of a visit: posts threaten far oftener than
 * reviews, in which a long complaint sounds like many things.
 */
export function heeded(suspicions: readonly Suspicion[], starred: boolean, reading: Reading): readonly Suspicion[] {
  if (starred || !suspicions.some(({ kind, sure }) => !sure && kind.startsWith('threat-'))) return suspicions;
  return suspicions.map((s) => {
    if (s.sure || !s.kind.startsWith('threat-')) return s;
    const violent = s.kind === 'threat-violence';
    if (violent && isSuffered(opening(reading))) return s;
    return violent || !isElsewhere(reading) ? { ...s, sure: true } : s;
  });
}

function isElsewhere(reading: Reading): boolean {
  const head = opening(reading);
  return NEWS.test(head) || isAside(head);
}
