import { useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import { mayDeleteCapture, type Taken } from '../../lib/desk/deletion.ts';
import type { AtDesk } from '../../lib/desk/naming.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { NeedsApprover, NotVerified } from '../pick-person.tsx';
import { ReasonField, type ReasonProblem, reasonProblem } from '../reason-field.tsx';
import type { FindPersonal } from '../review/notes.tsx';

interface RemoveDialogProps {
  desk: AtDesk;
  /** Who took it and when; null: not known any more. */
  taken: Taken | null;
  personal: FindPersonal;
  onClose: () => void;
  /** `by`: a manager or doctor picked for it; null: whoever is on duty. */
  onRemove: (reason: string, wrong: boolean, by: Person | null) => Promise<void>;
}

/** Deleting asks why, and for a manager or doctor; the log keeps it. One's own slip of today needs neither of them. */
export function RemoveDialog({ desk, taken, personal, onClose, onRemove }: RemoveDialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReasonProblem | null>(null);
  const now = new Date().toISOString();
  const may = (slip: boolean): boolean => mayDeleteCapture(desk, taken, { wrong: slip, now }).ok;
  const [picked, setPicked] = useState<Person | null>(null);
  const free = may(wrong);
  const allowed = free || picked !== null;
  async function submit(): Promise<void> {
    if (!allowed) return;
    const hindered = await reasonProblem(reason, personal);
    setProblem(hindered);
    if (hindered !== null) return;
    setBusy(true);
    await onRemove(reason.trim(), wrong, free ? null : picked).finally(() => setBusy(false));
  }
  return (
    <Dialog title={t('evidence.one.removeTitle')} explain={t('evidence.one.removeExplain')} onClose={onClose}>
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ReasonField
          label={t('evidence.one.removeReason')}
          reason={reason}
          problem={problem}
          personal={personal}
          onReason={(next) => {
            setReason(next);
            setProblem(null);
          }}
        />
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={wrong}
            onChange={(event) => setWrong(event.target.checked)}
            className="mt-1 size-4 accent-(--accent)"
          />
          <span>
            {t('evidence.one.removeWrong')}
            {may(true) && !may(false) && (
              <span className="block text-muted text-xs">{t('evidence.one.removeOwn')}</span>
            )}
          </span>
        </label>
        {!free && <NeedsApprover {...desk} label={t('evidence.one.removeBy')} picked={picked} onPick={setPicked} />}
        <NotVerified />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('sidebar.cancel')}</Button>
          <Button look="danger" type="submit" disabled={busy || !allowed || reason.trim() === ''}>
            {t('evidence.one.removeGo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
