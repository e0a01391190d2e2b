import { Check, RotateCcw, Scale, SkipForward } from 'lucide-react';
import type { Mark } from '../../lib/contract/views.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { Section } from './section.tsx';

const ICONS = { handled: Check, ignored: SkipForward, 'needs-lawyer': Scale, open: RotateCcw };

/** 已處理、略過、需律師確認, or back to open. */
export function Marks({ mark, onMark }: { mark: Mark; onMark: (mark: Mark) => void }) {
  const { t } = useWords();
  const choices: Mark[] = ['handled', 'ignored', 'needs-lawyer'];
  return (
    <Section title={t('review.mark.title')}>
      <div className="flex flex-wrap gap-1.5">
        {choices.map((choice) => (
          <Button
            key={choice}
            icon={ICONS[choice]}
            aria-pressed={mark === choice}
            onClick={() => mark !== choice && onMark(choice)}
            className={mark === choice ? 'border-accent! bg-accent-soft! font-semibold text-accent' : ''}
          >
            {t(mark === choice ? `terms.mark.${choice}` : `review.mark.${choice}`)}
          </Button>
        ))}
        {mark !== 'open' && (
          <Button look="ghost" icon={ICONS.open} onClick={() => onMark('open')}>
            {t('review.mark.open')}
          </Button>
        )}
      </div>
    </Section>
  );
}
