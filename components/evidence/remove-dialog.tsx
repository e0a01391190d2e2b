import { useId, useState } from 'react';
import { mayDeleteCapture, type Taken } from '../../lib/desk/deletion.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { type DutyDesk, NeedsApprover } from '../pick-person.tsx';

interface RemoveDialogProps {
  desk: DutyDesk;
  /** Who took it and when; null: not known any more. */
  taken: Taken | null;
  onClose: () => void;
  onRemove: (reason: string, wrong: boolean) => Promise<void>;
}

/** Deleting asks why, and for a manager or doctor; the log keeps it. One's own slip of today needs neither of them. */
export function RemoveDialog({ desk, taken, onClose, onRemove }: RemoveDialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useId();
  const now = new Date().toISOString();
  const may = (slip: boolean): boolean => mayDeleteCapture(desk, taken, { wrong: slip, now }).ok;
  const allowed = may(wrong);
  return (
    <Dialog title={t('evidence.one.removeTitle')} explain={t('evidence.one.removeExplain')} onClose={onClose}>
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!allowed || reason.trim() === '') return;
          setBusy(true);
          void onRemove(reason.trim(), wrong).finally(() => setBusy(false));
        }}
      >
        <div>
          <label htmlFor={field} className="font-semibold">
            {t('evidence.one.removeReason')}
          </label>
          <textarea
            id={field}
            required
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            className="mt-1 block w-full rounded-md border border-edge bg-ground px-2.5 py-1.5"
          />
        </div>
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
