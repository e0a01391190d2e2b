import type { CustodyEntry } from '../../lib/evidence/contract.ts';
import { useWords } from '../language.tsx';

/** The log of one capture, oldest first. */
export function Custody({ entries }: { entries: readonly CustodyEntry[] }) {
  const { t } = useWords();
  return (
    <ol className="space-y-1">
      {entries.map(({ chain, seq, hash, facts }) => (
        <li key={`${chain}${seq}`} className="flex flex-wrap gap-x-3">
          <span className="w-8 shrink-0 text-muted text-xs leading-6">#{seq + 1}</span>
          <span className="min-w-0 flex-1">
            {facts ? (
              <>
                {t(`evidence.one.action.${facts.action}`)}
                <span className="text-muted">
                  ・{facts.by ? `${facts.by.name}（${t(`terms.role.${facts.by.role}`)}）` : t('evidence.one.nobody')}・
                  <time dateTime={facts.at}>{taipei(facts.at)}</time>
                </span>
                {facts.reason && <span className="block text-muted">{facts.reason}</span>}
              </>
            ) : (
              '—'
            )}
            <code className="block truncate text-muted text-xs">{hash}</code>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** To the second, as a log must be. */
const taipei = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
