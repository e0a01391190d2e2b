import { ChevronDown, MessageSquareWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { SET_BY_STAFF } from '../../lib/contract/correction.ts';
import type { Finding, Span, Triage } from '../../lib/contract/triage.ts';
import { statuteText } from '../../lib/strings/law.ts';
import { ABOUT_NOBODY, plainArticle, speaksAgainst } from '../../lib/triage/explain.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { visibleText } from '../plain-text.tsx';
import { type Group, reasonsOf } from './groups.ts';
import { ICON, type Severity } from './looks.ts';

const EDGE: Record<Severity, string> = { high: 'border-urgent', medium: 'border-amber', low: 'border-edge' };

export interface CardProps {
  group: Group;
  /** As the marks in the text count them. */
  risks: readonly Finding[];
  text: string;
  triage: Pick<Triage, 'hearsay' | 'sarcasm' | 'sentiment'>;
  id: string;
  open: boolean;
  onToggle: () => void;
  /** Points these words out in the text; null: no longer. */
  onLight: (spans: readonly Span[] | null, scroll?: boolean) => void;
  /** Absent where the first reading is looked at. */
  onWrong?: (() => void) | undefined;
}

/** One finding: folded a line, open all that a person wants to know before they act on it. */
export function FindingCard({ group, risks, text, triage, id, open, onToggle, onLight, onWrong }: CardProps) {
  const { t, language } = useWords();
  const { finding, severity, confidence, places } = group;
  const { icon: Icon, look } = ICON[severity];
  const spansOf = (indices: readonly number[]): Span[] =>
    indices.flatMap((index): Span[] => {
      const risk = risks[index];
      return risk ? [[risk.start, risk.end]] : [];
    });
  const spans = spansOf(places);
  const reasons = reasonsOf(group, risks);
  const against = speaksAgainst(finding.kind, triage, language);
  const sure =
    confidence === SET_BY_STAFF
      ? t('reading.card.staff')
      : t('reading.card.sure', {
          level: t(`terms.confidence.${levelOf(confidence)}`),
          percent: Math.round(confidence * 100),
        });
  return (
    <li
      className={`rounded-md border-l-4 bg-surface ${EDGE[severity]}`}
      onPointerEnter={() => onLight(spans)}
      onPointerLeave={() => onLight(null)}
    >
      <h4>
        <button
          id={id}
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-body`}
          onClick={onToggle}
          className="flex w-full items-start gap-1.5 rounded-md py-1.5 pr-2 pl-2.5 text-left hover:bg-line/40"
        >
          <Icon aria-hidden size={16} className={`mt-1 shrink-0 ${look}`} />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{t(`terms.kind.${finding.kind}`)}</span>
              <span className="sr-only">{t(`reading.card.severity.${severity}`)}</span>
              <span className="text-muted text-xs">{sure}</span>
            </span>
            {!open && (
              <span className="flex text-muted">
                <bdi className="min-w-0 truncate">{quotes(text, spans.slice(0, 1))}</bdi>
                {spans.length > 1 && (
                  <span className="shrink-0">{t('reading.card.places', { count: spans.length })}</span>
                )}
              </span>
            )}
          </span>
          <ChevronDown aria-hidden size={16} className={`mt-1 shrink-0 text-muted ${open ? 'rotate-180' : ''}`} />
        </button>
      </h4>
      <div id={`${id}-body`} hidden={!open} className="space-y-2 pr-2.5 pb-2.5 pl-8">
        <Part name={t('reading.card.words')}>
          <span className="flex flex-wrap gap-x-1">
            {spans.map((span) => (
              <button
                key={span.join()}
                type="button"
                onClick={() => onLight([span], true)}
                className="min-h-7 rounded text-left underline decoration-edge decoration-dotted underline-offset-4 hover:bg-line/40"
                aria-label={t('reading.card.place', { quote: quoteOf(text, span) })}
              >
                <bdi>{quotes(text, [span])}</bdi>
              </button>
            ))}
          </span>
        </Part>
        {finding.statutes.length > 0 && (
          <Part name={t('reading.card.law')}>
            <p>
              {t(ABOUT_NOBODY.has(finding.kind) ? 'review.findings.about' : 'review.findings.may', {
                statutes: finding.statutes
                  .map((code) => statuteText(code, language))
                  .join(t('review.findings.statuteSeparator')),
              })}
            </p>
            <ul className="text-muted">
              {finding.statutes.map((code) => {
                const plain = plainArticle(code, language);
                return (
                  plain && (
                    <li key={code}>
                      {statuteText(code, language)}
                      {t('review.colon')}
                      {plain}
                    </li>
                  )
                );
              })}
            </ul>
          </Part>
        )}
        <Part name={t('reading.card.why')}>
          <p>{reasons.all}</p>
          {reasons.some.map(({ why, places: about }) => (
            <p key={why} className="mt-0.5">
              <bdi>{quotes(text, spansOf(about))}</bdi>
              {t('review.colon')}
              {why}
            </p>
          ))}
        </Part>
        {against.length > 0 && (
          <Part name={t('reading.card.against')}>
            <ul className={against.length > 1 ? 'list-disc space-y-0.5 pl-4' : ''}>
              {against.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Part>
        )}
        {finding.action && (
          <Part name={t('review.findings.action')}>
            <p>{finding.action}</p>
          </Part>
        )}
        {onWrong && (
          <Button icon={MessageSquareWarning} onClick={onWrong}>
            {t('reading.card.wrong')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <h5 className="font-semibold text-muted text-xs">{name}</h5>
      {children}
    </div>
  );
}

/** Quotes are for recognising the place, not for reading the review twice. */
const QUOTE = 60;

export function quoteOf(text: string, [start, end]: Span): string {
  const quoted = visibleText(text.slice(start, Math.min(end, start + QUOTE * 4)))
    .replace(/\s+/g, ' ')
    .trim();
  return quoted.length > QUOTE ? `${quoted.slice(0, QUOTE)}…` : quoted;
}

const quotes = (text: string, spans: readonly Span[]): string =>
  spans
    .map((span) => quoteOf(text, span))
    .filter((quote) => quote !== '')
    .map((quote) => `「${quote}」`)
    .join('');

export function levelOf(confidence: number): 'high' | 'medium' | 'low' {
  if (confidence >= 0.8) return 'high';
  return confidence >= 0.55 ? 'medium' : 'low';
}
