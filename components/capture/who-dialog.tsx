import { useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { PickPerson } from '../pick-person.tsx';

interface WhoDialogProps {
  people: readonly Person[];
  onClose: () => void;
  /** Null: begin without a name. */
  onGo: (person: Person | null) => void;
}

/** Nobody is on duty: who captures is asked before, since what is sealed cannot be given a name later. */
export function WhoDialog({ people, onClose, onGo }: WhoDialogProps) {
  const { t } = useWords();
  const [person, setPerson] = useState<Person | null>(null);
  return (
    <Dialog title={t('evidence.capture.who.title')} explain={t('evidence.capture.who.explain')} onClose={onClose}>
      <PickPerson label={t('sidebar.duty.label')} people={people} picked={person} onPick={setPerson} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button data-capture-unnamed onClick={() => onGo(null)}>
          {t('evidence.capture.who.nobody')}
        </Button>
        <Button look="primary" disabled={person === null} onClick={() => onGo(person)}>
          {t('evidence.capture.who.go')}
        </Button>
      </div>
    </Dialog>
  );
}
