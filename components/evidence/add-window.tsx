import { AppWindow } from 'lucide-react';
import { useState } from 'react';
import type { Failure, Result } from '../../lib/contract/result.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { ResultLine } from '../result-line.tsx';
import { useAddress } from './use-address.ts';

interface AddWindowProps {
  /** One picture of the window that the person chooses; null: they chose none. */
  take: () => Promise<Blob | null>;
  onAdd: (picture: Blob) => Promise<Result<unknown>>;
}

/** A picture of the whole window, for its address bar: taken by the person, looked at, then sealed beside the capture. */
export function AddWindow({ take, onAdd }: AddWindowProps) {
  const { t } = useWords();
  const [picture, setPicture] = useState<Blob | null>(null);
  const address = useAddress(picture);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function add(chosen: Blob): Promise<void> {
    setBusy(true);
    const done = await onAdd(chosen);
    setBusy(false);
    setPicture(null);
    setFailure(done.ok ? null : done.failure);
  }
  return (
    <div className="mt-3">
      <Button icon={AppWindow} data-add-window disabled={busy} onClick={() => void take().then(setPicture)}>
        {t('evidence.window.take')}
      </Button>
      <p className="mt-1 text-muted text-xs">{t('evidence.window.hint')}</p>
      <ResultLine notice={failure ? { kind: 'failed', failure } : null} onDismiss={() => setFailure(null)} />
      {picture && address && (
        <Dialog
          title={t('evidence.window.title')}
          explain={t('evidence.window.explain')}
          onClose={() => setPicture(null)}
        >
          <img
            src={address}
            alt={t('evidence.one.window')}
            className="max-h-80 w-full border border-line object-contain"
          />
          <div className="mt-3 flex flex-wrap justify-end gap-2">
            <Button disabled={busy} onClick={() => setPicture(null)}>
              {t('sidebar.cancel')}
            </Button>
            <Button look="primary" data-add-window-go disabled={busy} onClick={() => void add(picture)}>
              {t('evidence.window.add')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
