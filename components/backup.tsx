import { Database, TriangleAlert } from 'lucide-react';
import { useContext } from 'react';
import { Button } from './button.tsx';
import { useWords } from './language.tsx';
import { useNow } from './now.tsx';
import { formatTime } from './time.ts';
import { Door } from './to-data.tsx';

const BACKUP_EVERY = 30 * 24 * 3_600_000;

const isFresh = (last: string | null, now: number): last is string =>
  last !== null && now - Date.parse(last) < BACKUP_EVERY;

/** When everything was exported last; in amber where that is long ago. */
export function Backup({ last }: { last: string | null }) {
  const { t, language } = useWords();
  if (isFresh(last, useNow()))
    return <p className="text-muted">{t('dashboard.data.backupFresh', { time: formatTime(last, language) })}</p>;
  return (
    <p className="flex items-start gap-1.5 text-amber">
      <TriangleAlert aria-hidden size={15} className="mt-1 shrink-0" />
      {last === null
        ? t('dashboard.data.backupNever')
        : t('dashboard.data.backupOld', { time: formatTime(last, language) })}
    </p>
  );
}

/** Beside evidence, which is nowhere else: only where a backup is due, with the way to it. */
export function BackupDue({ last }: { last: string | null }) {
  const { t } = useWords();
  const now = useNow();
  const open = useContext(Door);
  if (isFresh(last, now)) return null;
  return (
    <div data-backup-due className="rounded-md bg-amber-soft px-3 py-1.5">
      <p>{t('evidence.list.onlyHere')}</p>
      <Backup last={last} />
      {open && (
        <Button icon={Database} className="my-1" onClick={open}>
          {t('sidebar.toData')}
        </Button>
      )}
    </div>
  );
}
