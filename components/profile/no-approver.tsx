import { TriangleAlert } from 'lucide-react';
import type { Person } from '../../lib/contract/clinic.ts';
import { isApprover } from '../../lib/desk/case.ts';
import { useWords } from '../language.tsx';

/** Whether somebody who is named may let a text out, approve and delete. */
export const hasApprover = (people: readonly Person[]): boolean =>
  people.some((person) => person.name.trim() !== '' && isApprover(person));

/** Said before it is missed: without manager and doctor some steps cannot be taken. */
export function NoApprover() {
  const { t } = useWords();
  return (
    <p className="flex items-start gap-1.5 text-amber">
      <TriangleAlert aria-hidden size={15} className="mt-1 shrink-0" />
      {t('dashboard.profile.noApprover')}
    </p>
  );
}
