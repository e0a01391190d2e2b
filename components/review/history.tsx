import type { Person } from '../../lib/contract/clinic.ts';
import type { Decision, Revision } from '../../lib/contract/views.ts';
import { useWords } from '../language.tsx';
import { formatTime } from '../time.ts';
import { Folded } from './section.tsx';

/** Who did what and when, newest first, with the text of that time. */
export function History({ decisions, revisions }: { decisions: readonly Decision[]; revisions: readonly Revision[] }) {
  const { t, language } = useWords();
  const nameOf = (person: Person | null): string =>
    person
      ? t('sidebar.duty.person', { name: person.name, role: t(`terms.role.${person.role}`) })
      : t('review.history.nobody');
  const newest = [...decisions].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <Folded title={t('review.history.title')}>
        {newest.length === 0 && <p className="text-muted">{t('review.history.empty')}</p>}
        <ul className="space-y-2">
          {newest.map((decision) => (
            <li key={decision.id}>
              <p>{sentenceOf(decision, t)}</p>
              <p className="text-muted text-xs">
                {t('review.notes.by', {
                  name: nameOf(decision.by),
                  time: formatTime(decision.at, language),
                })}
              </p>
              {decision.duty !== undefined && (
                <p className="text-muted text-xs">{t('review.history.duty', { name: nameOf(decision.duty) })}</p>
              )}
              {decision.reason && <p>{t('review.history.reason', { reason: decision.reason })}</p>}
              {decision.text && (
                <details>
                  <summary className="min-h-8 py-1 text-accent text-xs">{t('review.history.text')}</summary>
                  <p className="whitespace-pre-wrap rounded-md bg-surface px-2.5 py-1.5">{decision.text}</p>
                </details>
              )}
            </li>
          ))}
        </ul>
      </Folded>
      {revisions.length > 0 && (
        <Folded title={t('review.revisions')}>
          <ul className="space-y-2">
            {revisions.map((revision) => (
              <li key={revision.until}>
                <p className="text-muted text-xs">
                  {t('review.until', { time: formatTime(revision.until, language) })}
                </p>
                <p dir="auto" className="whitespace-pre-wrap [unicode-bidi:isolate]">
                  {revision.text.slice(0, 4_000)}
                </p>
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </>
  );
}

function sentenceOf(decision: Decision, t: ReturnType<typeof useWords>['t']): string {
  switch (decision.what) {
    case 'marked':
      return t('review.history.marked', { mark: t(`terms.mark.${decision.mark ?? 'open'}`) });
    case 'override':
      return t('review.history.override', { rules: decision.rules?.join(t('review.listSeparator')) ?? '' });
    default:
      return t(`review.history.${decision.what}`);
  }
}
