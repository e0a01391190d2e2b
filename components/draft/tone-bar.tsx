import { RefreshCw } from 'lucide-react';
import { Tone } from '../../lib/contract/draft.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';

interface ToneBarProps {
  tone: Tone;
  composing: boolean;
  onTone: (tone: Tone) => void;
  onAnother: () => void;
}

/** In which tone the draft speaks, and another version of it. */
export function ToneBar({ tone: current, composing, onTone, onAnother }: ToneBarProps) {
  const { t } = useWords();
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <fieldset className="flex rounded-md bg-surface p-0.5">
        <legend className="sr-only">{t('review.draft.tone')}</legend>
        {Tone.options.map((tone) => (
          <button
            key={tone}
            type="button"
            aria-pressed={current === tone}
            onClick={() => onTone(tone)}
            className={`min-h-8 rounded px-2.5 ${current === tone ? 'bg-raised font-semibold shadow-sm' : 'text-muted'}`}
          >
            {t(`terms.tone.${tone}`)}
          </button>
        ))}
      </fieldset>
      <Button look="ghost" icon={RefreshCw} disabled={composing} onClick={onAnother}>
        {t('review.draft.another')}
      </Button>
    </div>
  );
}
