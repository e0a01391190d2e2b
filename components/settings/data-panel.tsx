import { Download, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { AtDesk } from '../../lib/desk/naming.ts';
import type { DueView } from '../../lib/desk/retention.ts';
import { Backup } from '../backup.tsx';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import type { FindPersonal } from '../review/notes.tsx';
import { ClearDialog, type Inventory } from './clear-dialog.tsx';
import { DuePart } from './due-part.tsx';
import { Part } from './part.tsx';

interface DataPanelProps {
  desk: AtDesk;
  personal: FindPersonal;
  lastBackup: string | null;
  /** Days that done reviews are kept; null: always. */
  retentionDays: number | null;
  /** Null when it could not be asked; the failure is shown elsewhere. */
  onDue: () => Promise<DueView | null>;
  /** Resolves to whether these reviews were deleted. */
  onPurge: (keys: string[], by: Person | null) => Promise<boolean>;
  onExport: () => Promise<void>;
  /** What staff corrected of the readings, as a file of its own. */
  onCorrections: () => Promise<void>;
  onImport: (file: File) => Promise<void>;
  /** Null when it could not be asked; the failure is shown elsewhere. */
  onInventory: () => Promise<Inventory | null>;
  /** Resolves to whether everything was deleted. */
  onClear: (reason: string, by: Person | null) => Promise<boolean>;
}

/** Where the data is, how to take it along, how to be rid of it. */
export function DataPanel({
  desk,
  personal,
  lastBackup,
  retentionDays,
  onDue,
  onPurge,
  onExport,
  onCorrections,
  onImport,
  onInventory,
  onClear,
}: DataPanelProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [inventory, setInventory] = useState<Inventory | null>(null);
  const file = useRef<HTMLInputElement>(null);

  async function alone(deed: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await deed();
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="max-w-xl space-y-6" aria-busy={busy}>
      <header>
        <h1 className="font-semibold text-lg">{t('dashboard.data.title')}</h1>
        <p className="text-muted">{t('dashboard.data.intro')}</p>
      </header>
      <Part title={t('dashboard.data.export')} hint={t('dashboard.data.exportHint')}>
        <Backup last={lastBackup} />
        <Button look="primary" icon={Download} disabled={busy} onClick={() => void alone(onExport)}>
          {t('dashboard.data.export')}
        </Button>
      </Part>
      <Part title={t('dashboard.data.import')} hint={t('dashboard.data.importHint')}>
        <input
          ref={file}
          type="file"
          accept=".zip,.json,application/zip,application/json"
          aria-label={t('dashboard.data.import')}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // The same file may be chosen again after a failure.
            event.target.value = '';
            if (chosen) void alone(() => onImport(chosen));
          }}
        />
        <Button icon={Upload} disabled={busy} onClick={() => file.current?.click()}>
          {t('dashboard.data.choose')}
        </Button>
      </Part>
      <Part title={t('reading.data.title')} hint={t('reading.data.hint')}>
        <Button icon={Download} disabled={busy} onClick={() => void alone(onCorrections)}>
          {t('reading.data.button')}
        </Button>
      </Part>
      <DuePart {...desk} days={retentionDays} onLoad={onDue} onPurge={onPurge} />
      <Part title={t('dashboard.data.clear')} hint={t('dashboard.data.clearHint')}>
        <Button icon={Trash2} disabled={busy} onClick={() => void alone(async () => setInventory(await onInventory()))}>
          {t('dashboard.data.clearOpen')}
        </Button>
      </Part>
      <p role="status" className="text-muted">
        {busy && t('dashboard.data.working')}
      </p>
      {inventory && (
        <ClearDialog
          desk={desk}
          inventory={inventory}
          personal={personal}
          onCancel={() => setInventory(null)}
          onClear={async (reason, by) => {
            if (await onClear(reason, by)) setInventory(null);
          }}
        />
      )}
    </div>
  );
}
