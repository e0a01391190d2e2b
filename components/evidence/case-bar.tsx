import { useState } from 'react';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';

interface CaseBarProps {
  count: number;
  onExport: (redacted: boolean) => Promise<void>;
  onClear: () => void;
}

/** What to do with the captures that were picked: one package for the lawyer. */
export function CaseBar({ count, onExport, onClear }: CaseBarProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  if (count === 0) return null;
  const run = (redacted: boolean): void => {
    setBusy(true);
    void onExport(redacted).finally(() => setBusy(false));
  };
  return (
    <section aria-label={t('evidence.case.title')} aria-busy={busy} className="rounded-md bg-surface px-3 py-2">
      <p className="font-semibold">
        {t('evidence.case.title')}
        <span className="ml-2 font-normal text-muted">{t('evidence.case.picked', { count })}</span>
      </p>
      <p className="text-muted text-xs">{t('evidence.case.hint')}</p>
      <p className="text-muted text-xs">{t('evidence.case.redactedHint')}</p>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <Button look="primary" disabled={busy} onClick={() => run(false)}>
          {t('evidence.case.make')}
        </Button>
        <Button disabled={busy} onClick={() => run(true)}>
          {t('evidence.case.makeRedacted')}
        </Button>
        <Button look="ghost" disabled={busy} onClick={onClear}>
          {t('evidence.case.clear')}
        </Button>
      </div>
    </section>
  );
}
