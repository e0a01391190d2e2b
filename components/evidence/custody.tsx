import type { Person } from '../../lib/contract/clinic.ts';
import type { CustodyEntry, CustodyFacts } from '../../lib/evidence/contract.ts';
import { logDetail } from '../../lib/evidence/log-words.ts';
import { useWords } from '../language.tsx';

/** The log of one capture, oldest first. */
export function Custody({ entries }: { entries: readonly CustodyEntry[] }) {
  return (
    <ol className="space-y-1">
      {entries.map(({ chain, seq, hash, facts }) => (
        <li key={`${chain}${seq}`} className="flex flex-wrap gap-x-3">
          <span className="w-8 shrink-0 text-muted text-xs leading-6">#{seq + 1}</span>
          <span className="min-w-0 flex-1">
            {facts ? <Deed facts={facts} /> : '—'}
            <code className="block truncate text-muted text-xs">{hash}</code>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What was done, by whom, when, and why. */
export function Deed({ facts }: { facts: CustodyFacts }) {
  const { t, language } = useWords();
  const { action, capture, by, duty, at, reason, detail } = facts;
  const purged = action === 'purged' && capture === null;
  const more = purged ? null : logDetail(facts, language);
  const nameOf = (person: Person | null): string =>
    person
      ? t('sidebar.duty.person', { name: person.name, role: t(`terms.role.${person.role}`) })
      : t('evidence.one.nobody');
  return (
    <>
      {purged
        ? t('evidence.log.purgedReviews', { count: Number.parseInt(detail ?? '', 10) || 0 })
        : t(`evidence.one.action.${action}`)}
      <span className="text-muted">
        ・{nameOf(by)}
        {duty !== undefined && t('evidence.one.duty', { name: nameOf(duty) })}・<time dateTime={at}>{taipei(at)}</time>
      </span>
      {more && <span className="block break-all text-muted text-xs">{more}</span>}
      {reason && <span className="block text-muted">{reason}</span>}
    </>
  );
}

/** To the second, as a log must be. */
const taipei = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
