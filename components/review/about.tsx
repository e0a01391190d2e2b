import { Hourglass } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  type Aspect,
  type PersonalSpan,
  type Polarity,
  type Span,
  type Triage,
  urgencyOf,
} from '../../lib/contract/triage.ts';
import { type Catalogue, words } from '../../lib/strings/index.ts';
import { AspectWords, UrgencyBadge } from '../chips.tsx';
import { useWords, type Words } from '../language.tsx';
import { useNow } from '../now.tsx';
import { visibleText } from '../plain-text.tsx';
import { formatTime, timeLeftText } from '../time.ts';
import { Section } from './section.tsx';

/** What to do next, and until when. */
export function WhatToDo({ triage }: { triage: Triage }) {
  const { t, language } = useWords();
  const now = useNow();
  if (triage.next.length === 0 && triage.deadlines.length === 0) return null;
  return (
    <Section title={t('review.steps.title')}>
      {triage.next.length > 0 && (
        <ol className="list-decimal space-y-0.5 pl-5">
          {triage.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {triage.deadlines.length > 0 && (
        <>
          <h4 className="mt-2 font-semibold">{t('review.deadlines.title')}</h4>
          <ul className="space-y-0.5">
            {triage.deadlines.map((deadline) => (
              <li key={`${deadline.what}${deadline.due}`} className="flex gap-1.5">
                <Hourglass aria-hidden size={14} className="mt-1 shrink-0 text-muted" />
                <span>
                  {deadline.what}
                  <span className="block text-muted">
                    {t('review.deadlines.due', {
                      time: formatTime(deadline.due, language),
                      left: timeLeftText(t, deadline.due, now),
                    })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

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

/** Why the review stands where it stands in the queue, the weightiest reason first. */
export function Order({ triage, children }: { triage: Triage; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Section title={t('review.reasons')}>
      <p className="flex flex-wrap items-center gap-x-2">
        <UrgencyBadge urgency={urgencyOf(triage.priority)} />
        <span className="text-muted tabular-nums">{t('reading.order.score', { priority: triage.priority })}</span>
      </p>
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

/** The personal data in the text that must not be repeated in a reply. */
export function PersonalData({ text, triage, onLight }: { text: string; triage: Triage; onLight: Light }) {
  const { t } = useWords();
  if (triage.personal.length === 0) return null;
  return (
    <Section title={t('review.personal.title')}>
      <ul className="flex flex-wrap gap-x-1 gap-y-0.5">
        {triage.personal.slice(0, LISTED).map((span) => (
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
        {triage.personal.length > LISTED && (
          <li className="text-muted">{t('sidebar.queue.more', { count: triage.personal.length - LISTED })}</li>
        )}
      </ul>
      <p className="mt-1 text-muted">{t('review.personal.hint')}</p>
    </Section>
  );
}

/** The types of some personal data, each once, in words. */
export const personalTypes = (t: Words, spans: readonly PersonalSpan[]): string =>
  [...new Set(spans.map((span) => t(`terms.personal.${span.type}`)))].join(t('review.listSeparator'));
