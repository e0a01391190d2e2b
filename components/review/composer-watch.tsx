import { useEffect, useState } from 'react';
import type { GuardResult } from '../../lib/contract/draft.ts';
import { bySentence } from '../draft/guard-groups.ts';
import { VerdictBadge } from '../draft/guard-list.tsx';
import { useWords } from '../language.tsx';
import type { DraftActions } from './actions.ts';
import { Section } from './section.tsx';

interface ComposerWatchProps {
  text: string;
  actions: Pick<DraftActions, 'check'>;
}

/** What staff changed in the site's own box after it was filled: read only, checked as the draft is. */
export function ComposerWatch({ text, actions }: ComposerWatchProps) {
  const { t } = useWords();
  const [guard, setGuard] = useState<GuardResult | null>(null);
  useEffect(() => {
    let current = true;
    void actions.check(text).then(
      (result) => current && setGuard(result),
      () => current && setGuard(null),
    );
    return () => {
      current = false;
    };
  }, [text, actions]);
  if (!guard) return null;
  return (
    <Section title={t('review.composer.title')}>
      <div role="alert" className="flex flex-wrap items-center gap-2">
        <VerdictBadge guard={guard} checking={false} />
        <span>{t(`review.composer.${guard.verdict}`)}</span>
      </div>
      {guard.violations.length > 0 && (
        <ul className="mt-1.5 space-y-1">
          {bySentence(text, guard.violations).map(({ start, end, violations }) => (
            <li key={start} className="rounded-md bg-surface px-2.5 py-1.5">
              「{text.slice(start, end).trim()}」
              {violations.map(({ rule, why }) => (
                <span key={rule} title={rule} className="block text-muted">
                  {why}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
