import { useId, useState } from 'react';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';

interface RemoveDialogProps {
  onClose: () => void;
  onRemove: (reason: string, wrong: boolean) => Promise<void>;
}

/** Deleting asks why; the log keeps it. */
export function RemoveDialog({ onClose, onRemove }: RemoveDialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useId();
  return (
    <Dialog title={t('evidence.one.removeTitle')} explain={t('evidence.one.removeExplain')} onClose={onClose}>
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() === '') return;
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
          {t('evidence.one.removeWrong')}
        </label>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('sidebar.cancel')}</Button>
          <Button look="danger" type="submit" disabled={busy || reason.trim() === ''}>
            {t('evidence.one.removeGo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
