import type { Missing } from '../../lib/evidence/contract.ts';
import { useWords } from '../language.tsx';

/** What a capture does not hold, and why: a line each. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { t } = useWords();
  return (
    <ul className="list-disc space-y-0.5 pl-4">
      {missing.map(({ what, why, detail }) => (
        <li key={`${what} ${why} ${detail}`}>
          {t(detail === '' ? 'evidence.missing.line' : 'evidence.missing.lineDetail', {
            what: t(`evidence.missing.what.${what}`),
            why: t(`evidence.missing.why.${why}`),
            detail,
          })}
        </li>
      ))}
    </ul>
  );
}

/** Left out because nobody asked for it: nothing that a person must hear of right after a capture. */
export const worthTelling = (missing: readonly Missing[]): Missing[] =>
  missing.filter(({ why, what }) => why !== 'not-asked' && what !== 'clock');
