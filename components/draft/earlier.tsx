import { useEffect, useState } from 'react';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import type { DraftActions } from '../review/actions.ts';
import { formatTime } from '../time.ts';

interface EarlierProps {
  earlier: DraftActions['earlier'];
  /** Asked for anew when this changes: a text has given way. */
  turn: number;
  onBack: (text: string) => void;
}

/** Texts that were typed for this review and gave way to another draft: none of them is lost. */
export function Earlier({ earlier, turn, onBack }: EarlierProps) {
  const { t, language } = useWords();
  const [texts, setTexts] = useState<{ text: string; at: string }[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is a reason to ask again
  useEffect(() => {
    let current = true;
    void earlier().then((answer) => current && answer.ok && setTexts(answer.value));
    return () => {
      current = false;
    };
  }, [earlier, turn]);
  if (texts.length === 0) return null;
  return (
    <details className="mt-2 text-xs">
      <summary className="min-h-8 py-1 text-muted">{t('review.draft.earlier', { count: texts.length })}</summary>
      <ul className="space-y-1.5">
        {texts.map(({ text, at }) => (
          <li key={at + text} className="flex items-start gap-2 rounded-md bg-surface px-2.5 py-1.5">
            <span className="min-w-0 flex-1">
              <span className="text-muted">{formatTime(at, language)}</span>
              <span className="line-clamp-2 block">{text}</span>
            </span>
            <Button onClick={() => onBack(text)}>{t('review.draft.earlierBack')}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
