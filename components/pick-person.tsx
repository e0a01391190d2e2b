import type { Person } from '../lib/contract/clinic.ts';
import { isApprover } from '../lib/desk/case.ts';
import type { AtDesk } from '../lib/desk/naming.ts';
import { Button } from './button.tsx';
import { useWords } from './language.tsx';

interface PickProps {
  label: string;
  people: readonly Person[];
  /** Chosen here already, where choosing alone does nothing yet. */
  picked?: Person | null;
  onPick: (person: Person) => void;
}

/** Changes who is on duty, from inside a question that needs somebody. */
export function PickPerson({ label, people, picked = null, onPick }: PickProps) {
  const { t } = useWords();
  return (
    <label className="block">
      <span className="font-semibold">{label}</span>
      <select
        value={picked?.name ?? ''}
        onChange={(event) => {
          const person = people.find(({ name }) => name === event.target.value);
          if (person) onPick(person);
        }}
        className="mt-1 block h-9 w-full rounded-md border border-edge/60 bg-raised px-2"
      >
        <PersonOptions people={people} none={t('review.override.pickNone')} />
      </select>
    </label>
  );
}

/** The people of the clinic with their roles, and a first line for nobody. */
export function PersonOptions({ people, none }: { people: readonly Person[]; none: string }) {
  const { t } = useWords();
  return (
    <>
      <option value="">{none}</option>
      {people.map((person) => (
        <option key={person.name} value={person.name}>
          {t('sidebar.duty.person', { name: person.name, role: t(`terms.role.${person.role}`) })}
        </option>
      ))}
    </>
  );
}

interface NeedsApproverProps extends AtDesk {
  label: string;
  /** Chosen here for this one step: who sits here stays on duty. */
  picked: Person | null;
  onPick: (person: Person) => void;
  onSetup?: () => void;
}

/** Shown where a step needs manager or doctor and neither is on duty: says so, and lets one of them be named for it. */
export function NeedsApprover({ people, onDuty, picked, onPick, label, onSetup }: NeedsApproverProps) {
  const { t } = useWords();
  const approvers = people.filter(isApprover);
  return (
    <>
      <p className="text-amber">
        {onDuty
          ? t('review.override.role', { name: onDuty.name, role: t(`terms.role.${onDuty.role}`) })
          : t('review.override.nobody')}
      </p>
      {approvers.length > 0 ? (
        <PickPerson label={label} people={approvers} picked={picked} onPick={onPick} />
      ) : (
        <div>
          <p>{t('review.override.noApprover')}</p>
          {onSetup && (
            <Button className="mt-2" onClick={onSetup}>
              {t('sidebar.duty.add')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Who picks a name is not asked to prove it: said wherever a name decides. */
export function NotVerified() {
  const { t } = useWords();
  return <p className="text-muted text-xs">{t('review.override.unverified')}</p>;
}
