import { useState } from 'react';
import { mayDeleteCapture, type Taken } from '../../lib/desk/deletion.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { type DutyDesk, NeedsApprover } from '../pick-person.tsx';
import { ReasonField, type ReasonProblem, reasonProblem } from '../reason-field.tsx';
import type { FindPersonal } from '../review/notes.tsx';

interface RemoveDialogProps {
  desk: DutyDesk;
  /** Who took it and when; null: not known any more. */
  taken: Taken | null;
  personal: FindPersonal;
  onClose: () => void;
  onRemove: (reason: string, wrong: boolean) => Promise<void>;
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
  const allowed = may(wrong);
  async function submit(): Promise<void> {
    if (!allowed) return;
    const hindered = await reasonProblem(reason, personal);
    setProblem(hindered);
    if (hindered !== null) return;
    setBusy(true);
    await onRemove(reason.trim(), wrong).finally(() => setBusy(false));
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
        {!allowed && <NeedsApprover {...desk} label={t('evidence.one.removeBy')} />}
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
