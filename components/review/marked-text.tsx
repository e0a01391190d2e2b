import { useState } from 'react';
import type { Finding } from '../../lib/contract/triage.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { PlainText } from '../plain-text.tsx';
import { segments } from './segments.ts';

/** The longest text shown at once: a review may be a million characters long. */
const FIRST = 4_000;
const STEP = 20_000;

const LOOK: Record<Finding['severity'], string> = {
  high: 'bg-urgent-soft decoration-urgent',
  medium: 'bg-amber-soft decoration-amber',
  low: 'bg-surface decoration-edge decoration-dotted',
};

const WEIGHT: Record<Finding['severity'], number> = { high: 2, medium: 1, low: 0 };

interface MarkedTextProps {
  text: string;
  findings: readonly Finding[];
  /** The element that explains a finding. */
  targetOf: (index: number) => string;
  onPick: (index: number) => void;
}

/** The whole text with its findings marked; each mark leads to its explanation. */
export function MarkedText({ text, findings, targetOf, onPick }: MarkedTextProps) {
  const { t } = useWords();
  const [shown, setShown] = useState(FIRST);
  if (text === '') return <p className="text-muted">{t('review.text.empty')}</p>;
  const end = cutAt(text, shown);
  const hidden = (code: string): string => t('review.text.hidden', { code });
  return (
    <section aria-label={t('review.text.label')}>
      <p dir="auto" className="whitespace-pre-wrap [unicode-bidi:isolate]">
        {segments(end, findings).map((piece) => {
          const part = <PlainText text={text.slice(piece.start, piece.end)} hiddenLabel={hidden} />;
          const [first, ...rest] = heaviestFirst(piece.spans, findings);
          if (first === undefined) return <span key={piece.start}>{part}</span>;
          const kinds = [first, ...rest].map((index) => kindOf(findings, index)).filter((kind) => kind !== undefined);
          return (
            <mark
              key={piece.start}
              className={`rounded-sm text-inherit underline decoration-2 underline-offset-4 ${LOOK[findings[first]?.severity ?? 'low']}`}
            >
              <a
                href={`#${targetOf(first)}`}
                title={kinds.map((kind) => t(`terms.kind.${kind}`)).join('／')}
                onClick={(event) => {
                  event.preventDefault();
                  onPick(first);
                }}
                className="text-inherit no-underline"
              >
                {part}
                <span className="sr-only select-none">
                  {t('review.text.finding', { kinds: kinds.map((kind) => t(`terms.kind.${kind}`)).join('／') })}
                </span>
              </a>
            </mark>
          );
        })}
        {end < text.length && '…'}
      </p>
      {end < text.length && (
        <Button className="mt-2" onClick={() => setShown(shown + STEP)}>
          {t('review.text.showMore', { count: Math.min(STEP, text.length - end), total: text.length })}
        </Button>
      )}
    </section>
  );
}

/** Never in the middle of a character of two units. */
function cutAt(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
}

const kindOf = (findings: readonly Finding[], index: number) => findings[index]?.kind;

function heaviestFirst(indices: readonly number[], findings: readonly Finding[]): number[] {
  const weight = (index: number): number => WEIGHT[findings[index]?.severity ?? 'low'];
  return [...indices].sort((a, b) => weight(b) - weight(a) || a - b);
}
