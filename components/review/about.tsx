import { type ReactNode, useState } from 'react';
import type { Aspect, PersonalSpan, Polarity, Span, Triage } from '../../lib/contract/triage.ts';
import type { ReviewView } from '../../lib/contract/views.ts';
import { nearestDue, standsBy } from '../../lib/desk/queue.ts';
import type { Status } from '../../lib/desk/status.ts';
import { type Catalogue, words } from '../../lib/strings/index.ts';
import { AspectWords, StatusBadge } from '../chips.tsx';
import { useWords, type Words } from '../language.tsx';
import { useNow } from '../now.tsx';
import { visibleText } from '../plain-text.tsx';
import { timeLeftText } from '../time.ts';
import { Section } from './section.tsx';

/** Which aspects the review speaks of; each points out the words it rests on. */
export function Aspects({ triage, onLight }: { triage: Triage; onLight: Light }) {
  const { t } = useWords();
  const [pinned, setPinned] = useState<Aspect | null>(null);
  const aspects = Object.entries(triage.aspects) as [Aspect, Polarity][];
  if (aspects.length === 0) return null;
  const spansOf = (aspect: Aspect | null): readonly Span[] | null => (aspect && triage.evidence[aspect]) ?? null;
  const point = (aspect: Aspect | null): void => onLight(spansOf(aspect ?? pinned));
  const words = spansOf(pinned);
  return (
    <div>
      <ul aria-label={t('review.aspects')} className="flex flex-wrap gap-1">
        {aspects.map(([aspect, polarity]) => (
          <li key={aspect}>
            <button
              type="button"
              aria-pressed={pinned === aspect}
              title={t('reading.aspect.show')}
              onPointerEnter={() => point(aspect)}
              onPointerLeave={() => point(null)}
              onFocus={() => point(aspect)}
              onBlur={() => point(null)}
              onClick={() => {
                const next = pinned === aspect ? null : aspect;
                setPinned(next);
                onLight(spansOf(next), next !== null);
              }}
              className={`min-h-7 rounded-md border px-2 text-xs ${pinned === aspect ? 'border-accent bg-accent-soft font-semibold text-accent' : 'border-edge/40 text-muted hover:border-edge hover:text-ink'}`}
            >
              <AspectWords aspect={aspect} polarity={polarity} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-1 text-muted text-xs empty:hidden">
        {pinned &&
          (words?.length
            ? t('reading.aspect.lit', { aspect: t(`terms.aspect.${pinned}`), count: words.length })
            : t('reading.aspect.noWords'))}
      </p>
    </div>
  );
}

/** Points words out in the text; null: no longer. `scroll`: brings the first of them into view. */
export type Light = (spans: readonly Span[] | null, scroll?: boolean) => void;

/** So many reasons are enough to see why. */
const REASONS = 5;

interface OrderProps {
  view: Pick<ReviewView, 'mark' | 'relevance' | 'review'>;
  triage: Triage;
  status: Status;
  children: ReactNode;
}

/** Why the review stands where it stands in the queue, the weightiest reason first. */
export function Order({ view, triage, status, children }: OrderProps) {
  const { t } = useWords();
  const now = useNow();
  const { mark, relevance, review } = view;
  const { priority, sentiment } = triage;
  const due = nearestDue(triage);
  const answered = review.ownerReply !== null;
  const by = standsBy({ due, answered, mark, priority, sentiment, relevance, gone: status === 'gone' }, now);
  return (
    <Section title={t('review.reasons')}>
      <p className="flex flex-wrap items-center gap-x-2">
        <StatusBadge status={status} />
        <span className="text-muted tabular-nums">{t('reading.order.score', { priority })}</span>
      </p>
      {by === 'mark' && <p className="mt-1">{t('reading.order.mark', { mark: t(`terms.mark.${mark}`) })}</p>}
      {by === 'undated' && <p className="mt-1">{t('reading.order.undated')}</p>}
      {(by === 'late' || by === 'due') && due && (
        <p className="mt-1">{t(`reading.order.${by}`, { left: timeLeftText(t, due, now) })}</p>
      )}
      {triage.reasons.length > 0 && (
        <ol className="mt-1 list-decimal space-y-0.5 pl-5 marker:text-muted">
          {triage.reasons.slice(0, REASONS).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      )}
      {triage.forms.length > 0 && (
        <p className="mt-1 text-muted">
          <span className="font-semibold">{t('review.forms')}</span>
          {t('review.colon')}
          {triage.forms.map((form) => formText(t, form)).join(t('review.listSeparator'))}
        </p>
      )}
      {children}
    </Section>
  );
}

const FORMS = Object.keys(words('zh-TW').terms.form) as (keyof Catalogue['terms']['form'])[];

/** A form of attack in the language of the interface; one not known yet as it is. */
function formText(t: Words, form: string): string {
  const known = FORMS.find((other) => other === form);
  return known ? t(`terms.form.${known}`) : form;
}

/** So many pieces of personal data are listed; a leaked list may hold hundreds. */
const LISTED = 20;

interface PersonalDataProps {
  text: string;
  /** Without the clinic's own contacts: those may be said. */
  personal: readonly PersonalSpan[];
  onLight: Light;
}

/** The personal data in the text that must not be repeated in a reply. */
export function PersonalData({ text, personal, onLight }: PersonalDataProps) {
  const { t } = useWords();
  if (personal.length === 0) return null;
  return (
    <Section title={t('review.personal.title')}>
      <ul className="flex flex-wrap gap-x-1 gap-y-0.5">
        {personal.slice(0, LISTED).map((span) => (
          <li key={`${span.type}-${span.start}-${span.end}`}>
            <button
              type="button"
              title={t('reading.personal.show')}
              onPointerEnter={() => onLight([[span.start, span.end]])}
              onPointerLeave={() => onLight(null)}
              onFocus={() => onLight([[span.start, span.end]])}
              onBlur={() => onLight(null)}
              onClick={() => onLight([[span.start, span.end]], true)}
              className="min-h-7 rounded px-1 text-left hover:bg-surface"
            >
              <span className="text-muted">{t(`terms.personal.${span.type}`)}</span>{' '}
              <bdi>{visibleText(text.slice(span.start, span.end))}</bdi>
            </button>
          </li>
        ))}
        {personal.length > LISTED && (
          <li className="text-muted">{t('sidebar.queue.more', { count: personal.length - LISTED })}</li>
        )}
      </ul>
      <p className="mt-1 text-muted">{t('review.personal.hint')}</p>
    </Section>
  );
}

/** The types of some personal data, each once, in words. */
export const personalTypes = (t: Words, spans: readonly PersonalSpan[]): string =>
  [...new Set(spans.map((span) => t(`terms.personal.${span.type}`)))].join(t('review.listSeparator'));
