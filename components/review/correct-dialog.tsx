import { type RefObject, useId, useRef, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Change, Quote } from '../../lib/contract/correction.ts';
import type { FindingKind, Triage } from '../../lib/contract/triage.ts';
import { isHunch, mayCorrect } from '../../lib/desk/corrections.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { NotVerified, PickPerson } from '../pick-person.tsx';
import { FindingFields, MissingFields, type OnChange, ReadingFields } from './correct-fields.tsx';
import { type FindPersonal, PersonalWarning } from './notes.tsx';

/** What is to be corrected: one finding, words that were read past, or the review as a whole. */
export type About =
  | { what: 'finding'; kind: FindingKind; places: Quote[] }
  | { what: 'missing'; quote: Quote | null }
  | { what: 'reading' };

export interface Made {
  changes: Change[];
  note: string;
  /** A manager or doctor picked for it; null: whoever is on duty. */
  by: Person | null;
}

interface CorrectDialogProps {
  about: About;
  text: string;
  triage: Triage;
  people: readonly Person[];
  onDuty: Person | null;
  personal: FindPersonal;
  onDutyPick: (person: Person) => void;
  onSetup: () => void;
  onCancel: () => void;
  /** Gets the dialog's panel too, so that it can be checked to be really seen. */
  onSubmit: (made: Made, panel: Element) => void;
  /** Where the keyboard goes when the finding that led here is gone. */
  afterwards: RefObject<HTMLElement | null>;
}

/** 「這個判斷不對」: what it really is, by whom, and why if they like. */
export default function CorrectDialog(props: CorrectDialogProps) {
  const { about, text, triage, people, onDuty } = props;
  const { t } = useWords();
  const panel = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<Change[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [lack, setLack] = useState<string | null>(() =>
    about.what === 'missing' ? t(about.quote ? 'reading.correct.needKind' : 'reading.correct.needWords') : null,
  );
  const [picked, setPicked] = useState<Person | null>(null);
  const free = mayCorrect(onDuty, changes).ok;
  const by = free ? null : picked;
  const allowed = free || mayCorrect(by, changes).ok;
  const titles = {
    finding: 'reading.correct.finding',
    missing: 'reading.correct.missing',
    reading: 'reading.correct.open',
  } as const;
  const edit: OnChange = (next, said = {}) => {
    setChanges(next);
    setProblem(said.problem ?? null);
    setLack(said.lack ?? null);
  };
  return (
    <Dialog
      title={t(titles[about.what])}
      explain={t('reading.correct.explain')}
      onClose={props.onCancel}
      panelRef={panel}
      afterwards={props.afterwards}
      fieldFirst
    >
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (changes.length === 0) setProblem(problem ?? lack ?? t('reading.correct.unchanged'));
          else if (allowed && panel.current) props.onSubmit({ changes, note: note.trim(), by }, panel.current);
        }}
      >
        {about.what === 'finding' && (
          <FindingFields {...about} isHunch={(words) => isHunch(triage.risks, words)} onChange={edit} />
        )}
        {about.what === 'missing' && <MissingFields quote={about.quote} text={text} onChange={edit} />}
        {about.what === 'reading' && <ReadingFields triage={triage} onChange={edit} />}
        <Remark note={note} onNote={setNote} personal={props.personal} />
        <Who
          {...{ people, onDuty, changes, picked }}
          onPick={onDuty ? setPicked : props.onDutyPick}
          onSetup={props.onSetup}
        />
        <p role="alert" className="text-urgent empty:hidden">
          {problem}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={props.onCancel}>{t('sidebar.cancel')}</Button>
          <Button look="primary" type="submit" disabled={!allowed}>
            {t('reading.correct.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface RemarkProps {
  note: string;
  onNote: (note: string) => void;
  personal: FindPersonal;
}

function Remark({ note, onNote, personal }: RemarkProps) {
  const { t } = useWords();
  const field = useId();
  return (
    <div>
      <label htmlFor={field} className="font-semibold">
        {t('reading.correct.reason')}
      </label>
      <textarea
        id={field}
        rows={2}
        maxLength={2_000}
        value={note}
        placeholder={t('reading.correct.reasonPlaceholder')}
        onChange={(event) => onNote(event.target.value)}
        className="mt-1 block w-full resize-none rounded-md border border-edge/60 bg-raised px-3 py-2"
      />
      <PersonalWarning text={note} personal={personal} advice="review.reason.personal" />
    </div>
  );
}

interface WhoProps {
  people: readonly Person[];
  onDuty: Person | null;
  changes: readonly Change[];
  /** Named for this correction alone: who sits here stays on duty. */
  picked: Person | null;
  onPick: (person: Person) => void;
  onSetup: () => void;
}

/** Under whose name it will stand; who else is needed where that person may not. */
function Who({ people, onDuty, changes, picked, onPick, onSetup }: WhoProps) {
  const { t } = useWords();
  const able = people.filter((person) => mayCorrect(person, changes).ok);
  const person = (one: Person) => ({ name: one.name, role: t(`terms.role.${one.role}`) });
  if (onDuty && mayCorrect(onDuty, changes).ok)
    return <p className="text-muted">{t('reading.correct.by', person(onDuty))}</p>;
  return (
    <div className="space-y-2">
      <p className="text-amber">{onDuty ? t('reading.correct.role', person(onDuty)) : t('reading.correct.nobody')}</p>
      {able.length > 0 ? (
        <>
          <PickPerson label={t('reading.correct.whoPick')} people={able} picked={picked} onPick={onPick} />
          {onDuty && <NotVerified />}
        </>
      ) : (
        <div>
          <p>{t(people.length > 0 ? 'reading.correct.noApprover' : 'reading.correct.noPeople')}</p>
          <Button className="mt-2" onClick={onSetup}>
            {t('sidebar.duty.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
