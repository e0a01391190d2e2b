import type { Ref } from 'react';
import type { GuardResult } from '../../lib/contract/draft.ts';
import { useWords } from '../language.tsx';
import { segments } from '../review/segments.ts';

interface DraftFieldProps {
  text: string;
  /** Of this very text, else nothing is underlined: a stale span would point at the wrong words. */
  guard: GuardResult | null;
  disabled: boolean;
  describedBy: string;
  fieldRef: Ref<HTMLTextAreaElement>;
  onType: (text: string) => void;
}

/** The reply as a plain field; what the guard found is underlined by the same text lying behind it. */
export function DraftField({ text, guard, disabled, describedBy, fieldRef, onType }: DraftFieldProps) {
  const { t } = useWords();
  const spans = [
    ...(guard?.violations.map(({ start, end, severity }) => ({ start, end, block: severity === 'block' })) ?? []),
    ...(guard?.unsure.map(([start, end]) => ({ start, end, block: false })) ?? []),
  ];
  return (
    <div className="grid max-h-[50vh] overflow-y-auto rounded-md border border-edge/60 bg-raised focus-within:border-accent focus-within:outline-1 focus-within:outline-accent">
      <div aria-hidden className="draft-text text-transparent">
        {segments(text.length, spans).map((piece) => {
          const words = text.slice(piece.start, piece.end);
          if (piece.spans.length === 0) return <span key={piece.start}>{words}</span>;
          const block = piece.spans.some((index) => spans[index]?.block);
          return (
            <span
              key={piece.start}
              className={`underline decoration-2 underline-offset-4 ${block ? 'bg-urgent-soft decoration-urgent' : 'bg-amber-soft decoration-amber decoration-dashed'}`}
            >
              {words}
            </span>
          );
        })}
        {/* A last empty line has no height without it. */}
        {'\u200b'}
      </div>
      <textarea
        ref={fieldRef}
        aria-label={t('review.draft.label')}
        aria-describedby={describedBy}
        aria-invalid={guard?.verdict === 'block' || undefined}
        value={text}
        readOnly={disabled}
        aria-busy={disabled || undefined}
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
        className="draft-text block min-h-32 w-full resize-none overflow-hidden bg-transparent outline-none"
      />
    </div>
  );
}
