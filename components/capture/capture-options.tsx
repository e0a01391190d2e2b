import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useWords } from '../language.tsx';
import type { CaptureChoice } from './actions.ts';

interface CaptureOptionsProps {
  choice: CaptureChoice;
  servable: boolean;
  onChange: (choice: CaptureChoice) => void;
  /** Absent where the browser cannot. */
  allowMhtml?: (() => Promise<boolean>) | undefined;
}

/** What most captures do not need. */
export function CaptureOptions({ choice, servable, onChange, allowMhtml }: CaptureOptionsProps) {
  const { t } = useWords();
  const name = useId();
  return (
    <details className="group mt-1">
      <summary className="flex min-h-8 list-none items-center gap-1 text-muted [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={15} className="transition-transform group-open:rotate-90" />
        {t('evidence.capture.options')}
      </summary>
      <div className="space-y-2 pt-1 pl-5">
        <Check
          label={t('evidence.capture.reload')}
          hint={t('evidence.capture.reloadHint')}
          checked={choice.reload === true}
          onChange={(reload) => onChange({ ...choice, reload })}
        />
        {servable && (
          <Check
            label={t('evidence.capture.served')}
            hint={t('evidence.capture.servedHint')}
            checked={choice.served !== false}
            onChange={(served) => onChange({ ...choice, served })}
          />
        )}
        {allowMhtml && choice.pictures !== false && (
          <Check
            label={t('evidence.capture.mhtml')}
            hint={t('evidence.capture.mhtmlHint')}
            checked={choice.mhtml === true}
            onChange={(mhtml) => {
              if (!mhtml) onChange({ ...choice, mhtml });
              else void allowMhtml().then((allowed) => onChange({ ...choice, mhtml: allowed }));
            }}
          />
        )}
        <Check
          label={t('evidence.capture.noPictures')}
          hint={t('evidence.capture.noPicturesHint')}
          checked={choice.pictures === false}
          onChange={(none) => {
            const { pictures: _, mhtml: __, ...rest } = choice;
            onChange(none ? { ...rest, pictures: false } : rest);
          }}
        />
        <div>
          <label htmlFor={name}>{t('evidence.capture.caseName')}</label>
          <input
            id={name}
            maxLength={200}
            value={choice.caseName ?? ''}
            placeholder={t('evidence.capture.caseNameHint')}
            onChange={(event) => onChange({ ...choice, caseName: event.target.value || null })}
            className="mt-0.5 block min-h-8 w-full rounded-md border border-edge bg-ground px-2.5"
          />
        </div>
      </div>
    </details>
  );
}

function Check({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-(--accent)"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      </div>
    </div>
  );
}
