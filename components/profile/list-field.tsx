import { Plus, X } from 'lucide-react';
import { type Ref, useId, useState } from 'react';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { splitNames, takeIn } from './values.ts';

interface ListFieldProps {
  label: string;
  hint?: string;
  values: readonly string[];
  /** A sentence when a value is not acceptable. */
  check?: (value: string) => string | null;
  /** Short names, of which several may be typed at once with 「、」 between them. */
  several?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (values: string[]) => void;
  /** Why what stands in the field was not taken; null: nothing is left in it. */
  onLeft?: (problem: string | null) => void;
}

/** No name, phone or step is longer. */
const LONGEST = 200;

/** Several short values: type, Enter, and each can be taken out again. */
export function ListField({ label, hint, values, check, several = false, inputRef, onChange, onLeft }: ListFieldProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useId();
  const about = useId();

  const wrong = (value: string): string | null =>
    value.length > LONGEST ? t('dashboard.profile.tooLong', { max: LONGEST }) : (check?.(value) ?? null);

  function add(): void {
    const typed = several ? splitNames(text) : [text.trim()].filter(Boolean);
    if (typed.length === 0) return;
    const taken = takeIn(typed, values, wrong);
    // What is there already is told, and nothing of it is left to do.
    const known = typed.find((value) => values.includes(value));
    setProblem(taken.problem ?? (known === undefined ? null : t('dashboard.profile.duplicate', { value: known })));
    onLeft?.(taken.problem);
    setText(taken.left.join('、'));
    if (taken.values.length > values.length) onChange(taken.values);
  }

  return (
    <div>
      <label htmlFor={field} className="font-semibold">
        {label}
      </label>
      {values.length > 0 && (
        <ul aria-label={label} className="my-1 flex flex-wrap gap-1.5">
          {values.map((value) => (
            <li key={value} className="inline-flex max-w-full items-center rounded-md bg-surface pl-2.5">
              <span className="min-w-0 py-1">{value}</span>
              <button
                type="button"
                aria-label={t('dashboard.profile.remove', { value })}
                title={t('dashboard.profile.remove', { value })}
                onClick={() => onChange(values.filter((other) => other !== value))}
                className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:text-ink"
              >
                <X aria-hidden size={15} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-1 flex gap-2">
        <input
          ref={inputRef}
          id={field}
          value={text}
          aria-describedby={about}
          aria-invalid={problem !== null || undefined}
          placeholder={t('dashboard.profile.inputHint')}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
            onLeft?.(null);
          }}
          onKeyDown={(event) => {
            // Enter also ends the writing of a Chinese word: that one is not ours.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
          // Whoever types one value and goes on to the next field meant it.
          onBlur={(event) => {
            // Not while a button is being pressed: the new value would push it from under the pointer, and the
            // press would be lost. `pointerup` comes before the click, so a form that is sent has the value.
            if (event.relatedTarget?.matches(':active')) addEventListener('pointerup', add, { once: true });
            else add();
          }}
          className="h-9 min-w-0 flex-1 scroll-mb-32 rounded-md border border-edge/60 bg-raised px-3 aria-invalid:border-urgent"
        />
        <Button icon={Plus} aria-label={t('dashboard.profile.addTo', { list: label })} onClick={add}>
          {t('dashboard.profile.add')}
        </Button>
      </div>
      <div id={about} className="text-xs">
        {hint && <p className="mt-1 text-muted">{hint}</p>}
        <p role="alert" className="text-urgent">
          {problem}
        </p>
      </div>
    </div>
  );
}
