import type { Missing } from '../../lib/evidence/contract.ts';
import { detailWords } from '../../lib/evidence/missing.ts';
import { PLAIN_MISSING } from '../../lib/evidence/words.ts';
import { useWords } from '../language.tsx';

/** What a capture does not hold, and why: a line each. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { t, language } = useWords();
  return (
    <ul className="list-disc space-y-0.5 pl-4">
      {missing.map(({ what, why, detail }) => (
        <li key={`${what} ${why} ${detail}`}>
          {PLAIN_MISSING[`${what} ${why}`]?.[language] ??
            t(detail === '' ? 'evidence.missing.line' : 'evidence.missing.lineDetail', {
              what: t(`evidence.missing.what.${what}`),
              why: t(`evidence.missing.why.${why}`),
              detail: detailWords(detail, language),
            })}
        </li>
      ))}
    </ul>
  );
}

/** Left out because nobody asked for it: nothing that a person must hear of right after a capture. */
export const worthTelling = (missing: readonly Missing[]): Missing[] =>
  missing.filter(({ why, what }) => why !== 'not-asked' && what !== 'clock');
