import { Hourglass } from 'lucide-react';
import type { Aspect, PersonalSpan, Polarity, Triage } from '../../lib/contract/triage.ts';
import { type Catalogue, words } from '../../lib/strings/index.ts';
import { AspectChip } from '../chips.tsx';
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

/** In a few lines: which aspects it speaks of and why it stands where it stands. */
export function InShort({ triage }: { triage: Triage }) {
  const { t } = useWords();
  const aspects = (Object.entries(triage.aspects) as [Aspect, Polarity][]).filter(([aspect]) => aspect !== 'other');
  return (
    <div className="space-y-1">
      {aspects.length > 0 && (
        <ul aria-label={t('review.aspects')} className="flex flex-wrap gap-1">
          {aspects.map(([aspect, polarity]) => (
            <li key={aspect}>
              <AspectChip aspect={aspect} polarity={polarity} />
            </li>
          ))}
        </ul>
      )}
      {triage.reasons.length > 0 && (
        <p className="text-muted">
          <span className="font-semibold">{t('review.reasons')}</span>
          {t('review.colon')}
          {triage.reasons.join(t('review.listSeparator'))}
        </p>
      )}
      {triage.forms.length > 0 && (
        <p className="text-muted">
          <span className="font-semibold">{t('review.forms')}</span>
          {t('review.colon')}
          {triage.forms.map((form) => formText(t, form)).join(t('review.listSeparator'))}
        </p>
      )}
    </div>
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
export function PersonalData({ text, triage }: { text: string; triage: Triage }) {
  const { t } = useWords();
  if (triage.personal.length === 0) return null;
  return (
    <Section title={t('review.personal.title')}>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
        {triage.personal.slice(0, LISTED).map((span) => (
          <li key={`${span.type}-${span.start}-${span.end}`}>
            <span className="text-muted">{t(`terms.personal.${span.type}`)}</span>{' '}
            <bdi>{visibleText(text.slice(span.start, span.end))}</bdi>
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
