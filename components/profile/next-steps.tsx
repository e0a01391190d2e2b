import { type ReactNode, useEffect, useRef } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { hasApprover, NoApprover } from './no-approver.tsx';

interface NextStepsProps {
  people: readonly Person[];
  /** Right after the first run: said as its end, and put away by a button. */
  onDone?: () => void;
}

/** From a profile to the first review in the list: what a person does on the site and in the sidebar. */
export function NextSteps({ people, onDone }: NextStepsProps) {
  const { t } = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  const announced = onDone !== undefined;
  // The form that had the focus is gone; the end of it is announced.
  useEffect(() => {
    if (announced) head.current?.focus();
  }, [announced]);
  return (
    <section className="mx-auto max-w-xl space-y-3 px-4 py-6">
      <h2 ref={head} tabIndex={-1} className="font-semibold text-lg">
        {t(onDone ? 'dashboard.next.done' : 'dashboard.next.title')}
      </h2>
      <ol className="list-decimal space-y-2 pl-6">
        <Step what={t('dashboard.next.open')} />
        <Step what={t('dashboard.next.icon')}>{t('dashboard.next.pin')}</Step>
        <Step what={t('dashboard.next.bind')}>{t('dashboard.next.bindHint')}</Step>
        <Step what={t(people.length > 0 ? 'dashboard.next.duty' : 'dashboard.next.people')}>
          {t('dashboard.next.dutyHint')}
        </Step>
      </ol>
      {people.length > 0 && !hasApprover(people) && <NoApprover />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2">
        {onDone && (
          <Button look="primary" onClick={onDone}>
            {t('dashboard.next.go')}
          </Button>
        )}
        {!hasApprover(people) && (
          <a href="#profile" className="inline-flex min-h-8 items-center text-accent underline underline-offset-2">
            {t('dashboard.next.profile')}
          </a>
        )}
      </div>
    </section>
  );
}

function Step({ what, children }: { what: string; children?: ReactNode }) {
  return (
    <li>
      {what}
      {children && <span className="block text-muted text-xs">{children}</span>}
    </li>
  );
}
