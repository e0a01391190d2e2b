import { type ReactNode, type Ref, useState } from 'react';
import type { Finding, PersonalSpan, Span } from '../../lib/contract/triage.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { PlainText } from '../plain-text.tsx';
import { GROUND, heaviestFirst, LINE, OFFSETS } from './looks.ts';
import { segments } from './segments.ts';

/** The longest text shown at once: a review may be a million characters long. */
const FIRST = 4_000;
const STEP = 20_000;

interface MarkedTextProps {
  text: string;
  findings: readonly Finding[];
  personal: readonly PersonalSpan[];
  /** Words to point out now: what an aspect rests on, some personal data. */
  lit: readonly Span[];
  /** Findings whose card stands open. */
  open: readonly number[];
  /** The card that explains a finding. */
  targetOf: (index: number) => string;
  /** A mark was pressed: its findings, the gravest first. */
  onPick: (indices: readonly number[]) => void;
  ref?: Ref<HTMLElement>;
}

/**
 * The whole text with its findings underlined, each in its own pattern and colour, one line below the other where
 * they overlap. A mark leads to its card; pressed again, to the card of the next finding of the same words.
 */
export function MarkedText({ text, findings, personal, lit, open, targetOf, onPick, ref }: MarkedTextProps) {
  const { t } = useWords();
  const [shown, setShown] = useState(FIRST);
  if (text === '') return <p className="text-muted">{t('review.text.empty')}</p>;
  const end = cutAt(text, shown);
  const hidden = (code: string): string => t('review.text.hidden', { code });
  const spans = [...findings, ...personal, ...lit.map(([start, stop]) => ({ start, end: stop }))];
  const afterPersonal = findings.length + personal.length;
  const reached = new Set<number>();
  return (
    <section ref={ref} aria-label={t('review.text.label')}>
      <p dir="auto" className="whitespace-pre-wrap leading-[1.95] [unicode-bidi:isolate]">
        {segments(end, spans).map((piece) => {
          const part = <PlainText text={text.slice(piece.start, piece.end)} hiddenLabel={hidden} />;
          const found = heaviestFirst(
            piece.spans.filter((index) => index < findings.length),
            findings,
          );
          const data = piece.spans.flatMap((index) => personal[index - findings.length] ?? [])[0];
          const isLit = piece.spans.some((index) => index >= afterPersonal);
          // The first piece of a finding has its button; the rest of it leads to the same place.
          const isStop = found.some((index) => !reached.has(index));
          for (const index of found) reached.add(index);
          // Opinion covers whole sentences: its line gives way to that of anything graver.
          const [gravest, ...rest] = found.map((index) => findings[index]?.severity ?? 'low');
          const lines = gravest
            ? [gravest, ...rest.filter((severity) => severity !== 'low')].map((one) => LINE[one])
            : [];
          if (data) lines.push(LINE.personal);
          return (
            <span
              key={piece.start}
              data-at={piece.start}
              data-to={piece.end}
              {...(isLit && { 'data-lit': true })}
              className={isLit ? 'rounded-sm bg-accent-soft box-decoration-clone ring-1 ring-accent' : undefined}
            >
              {found.length > 0 ? (
                <Mark
                  findings={found.map((index) => findings[index]).filter((finding) => finding !== undefined)}
                  data={data}
                  isOpen={found.some((index) => open.includes(index))}
                  isStop={isStop}
                  target={targetOf(found[0] ?? 0)}
                  onPick={() => onPick(found)}
                >
                  {underlined(lines, part)}
                </Mark>
              ) : data ? (
                <span title={t(`terms.personal.${data.type}`)}>
                  {underlined(lines, part)}
                  <span data-skip className="sr-only select-none">
                    （{t(`terms.personal.${data.type}`)}）
                  </span>
                </span>
              ) : (
                part
              )}
            </span>
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

interface MarkProps {
  /** Of these words, the gravest first. */
  findings: readonly Finding[];
  data: PersonalSpan | undefined;
  isOpen: boolean;
  isStop: boolean;
  target: string;
  onPick: () => void;
  children: ReactNode;
}

function Mark({ findings, data, isOpen, isStop, target, onPick, children }: MarkProps) {
  const { t } = useWords();
  const kinds = [
    ...new Set(findings.map(({ kind }) => t(`terms.kind.${kind}`))),
    ...(data ? [t(`terms.personal.${data.type}`)] : []),
  ].join('／');
  const { ground, chosen } = GROUND[findings[0]?.severity ?? 'low'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the button inside; words that take the focus cannot be selected with the mouse
    <mark
      title={kinds}
      onClick={(event) => {
        // The end of a selection by mouse is no press.
        if (event.currentTarget.ownerDocument.getSelection()?.isCollapsed !== false) onPick();
      }}
      className={`cursor-pointer rounded-sm box-decoration-clone text-inherit outline-accent has-[:focus-visible]:outline-2 ${isOpen ? chosen : ground}`}
    >
      {children}
      {isStop && (
        <button
          type="button"
          data-skip
          aria-controls={target}
          onClick={(event) => {
            event.stopPropagation();
            onPick();
          }}
          className="sr-only select-none"
        >
          {t('review.text.finding', { kinds })}
        </button>
      )}
    </mark>
  );
}

/** One line below the other: a line of an outer element is drawn under the text of the inner one too. */
function underlined([line, ...rest]: readonly string[], part: ReactNode, depth = 0): ReactNode {
  const offset = OFFSETS[depth];
  if (line === undefined || offset === undefined) return part;
  return <span className={`underline ${offset} ${line}`}>{underlined(rest, part, depth + 1)}</span>;
}

/** Never in the middle of a character of two units. */
function cutAt(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
}
