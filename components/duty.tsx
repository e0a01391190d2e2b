import { UserRound } from 'lucide-react';
import type { Person } from '../lib/contract/clinic.ts';
import { useWords } from './language.tsx';
import { PersonOptions } from './pick-person.tsx';

interface DutyProps {
  people: readonly Person[];
  onDuty: Person | null;
  onPick: (person: Person | null) => void;
  onAdd: () => void;
}

/** 值班: who sits here now; the name under every record. While nobody is, it asks to be looked at. */
export function Duty({ people, onDuty, onPick, onAdd }: DutyProps) {
  const { t } = useWords();
  if (people.length === 0) {
    return (
      <p className="flex min-h-8 flex-wrap items-center gap-1.5 text-xs text-muted">
        <UserRound aria-hidden size={14} />
        {t('sidebar.duty.nobody')}
        <button type="button" onClick={onAdd} className="min-h-8 text-accent underline underline-offset-2">
          {t('sidebar.duty.add')}
        </button>
      </p>
    );
  }
  return (
    <label className="flex items-center gap-1.5 text-xs text-muted">
      <UserRound aria-hidden size={14} />
      {t('sidebar.duty.label')}
      <select
        value={onDuty?.name ?? ''}
        onChange={(event) => onPick(people.find((person) => person.name === event.target.value) ?? null)}
        className={`h-8 min-w-0 max-w-44 rounded-md border px-1.5 ${onDuty ? 'border-edge/50 bg-raised text-ink' : 'border-amber bg-amber-soft font-semibold text-amber'}`}
      >
        <PersonOptions people={people} none={t('sidebar.duty.none')} />
      </select>
    </label>
  );
}
