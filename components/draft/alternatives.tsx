import { useId } from 'react';
import { useWords } from '../language.tsx';
import { lengthText } from './length.ts';

interface AlternativesProps {
  /** The draft and its alternatives, as they were composed. */
  texts: readonly string[];
  /** What stands in the box: not offered again. */
  current: string;
  onPick: (text: string) => void;
}

const SHOWN = 3;

/** Three other ways to say it; one press puts one into the box. */
export function Alternatives({ texts, current, onPick }: AlternativesProps) {
  const { t } = useWords();
  const title = useId();
  const others = texts.filter((text) => text !== current).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby={title} className="mt-3">
      <h4 id={title} className="mb-1 font-semibold text-muted text-xs">
        {t('sentences.alternatives.title')}
      </h4>
      <ul className="space-y-1.5">
        {others.map((text) => (
          <li key={text}>
            <button
              type="button"
              onClick={() => onPick(text)}
              className="group block w-full rounded-md border border-line bg-surface px-2.5 py-2 text-left hover:border-accent focus-visible:border-accent"
            >
              <span className="line-clamp-3 whitespace-pre-line group-hover:line-clamp-none group-focus-visible:line-clamp-none">
                {text}
              </span>
              <span className="mt-1 flex items-baseline justify-between text-xs">
                <span className="font-semibold text-accent">{t('sentences.alternatives.use')}</span>
                <span className="text-muted">{lengthText(t, text)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
