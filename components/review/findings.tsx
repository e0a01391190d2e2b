import { Scale } from 'lucide-react';
import { useState } from 'react';
import type { Finding, Triage } from '../../lib/contract/triage.ts';
import { Button } from '../button.tsx';
import { useWords, type Words } from '../language.tsx';
import { visibleText } from '../plain-text.tsx';
import { Section } from './section.tsx';

/** So many are listed at once: a very long text may hold thousands. */
const LISTED = 30;

interface FindingsProps {
  text: string;
  triage: Triage;
  idOf: (index: number) => string;
}

/** Each finding in words: what it may touch, how sure, on which words it rests, why, what to do. */
export function Findings({ text, triage, idOf }: FindingsProps) {
  const { t } = useWords();
  const { risks } = triage;
  const [shown, setShown] = useState(LISTED);
  const legal = risks.some((finding) => finding.statutes.length > 0);
  return (
    <Section title={t('review.findings.title')}>
      {risks.length === 0 ? (
        <p className="text-muted">{t(triage.partial ? 'review.findings.nonePartial' : 'review.findings.none')}</p>
      ) : (
        <ul className="space-y-2">
          {risks.slice(0, shown).map((finding, index) => (
            <li
              key={`${finding.kind}-${finding.start}-${finding.end}`}
              id={idOf(index)}
              tabIndex={-1}
              className={`rounded-md border-l-4 bg-surface py-2 pr-2.5 pl-3 ${EDGE[finding.severity]}`}
            >
              <One finding={finding} quote={text.slice(finding.start, finding.end)} />
            </li>
          ))}
        </ul>
      )}
      {risks.length > shown && (
        <Button className="mt-2" onClick={() => setShown(shown + LISTED)}>
          {t('sidebar.queue.more', { count: risks.length - shown })}
        </Button>
      )}
      {(triage.hearsay || triage.sarcasm) && (
        <p className="mt-2 text-muted">
          {[triage.hearsay && t('review.findings.hearsay'), triage.sarcasm && t('review.findings.sarcasm')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {legal && (
        <p className="mt-2 flex items-start gap-1.5 text-muted text-xs">
          <Scale aria-hidden size={14} className="mt-0.5 shrink-0" />
          {t('review.findings.law')}
        </p>
      )}
    </Section>
  );
}

const EDGE: Record<Finding['severity'], string> = { high: 'border-urgent', medium: 'border-amber', low: 'border-edge' };

/** Quotes are for recognising the place, not for reading the review twice. */
const QUOTE = 60;

function One({ finding, quote }: { finding: Finding; quote: string }) {
  const { t } = useWords();
  const words = visibleText(quote).replace(/\s+/g, ' ').trim();
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{t(`terms.kind.${finding.kind}`)}</span>
        <span className="text-muted text-xs">{t(`terms.confidence.${levelOf(finding.confidence)}`)}</span>
      </p>
      {words !== '' && (
        <p className="text-muted">
          <span className="sr-only">{t('review.findings.quote')}</span>
          <bdi>「{words.length > QUOTE ? `${words.slice(0, QUOTE)}…` : words}」</bdi>
        </p>
      )}
      {finding.statutes.length > 0 && (
        <p>
          {t('review.findings.may', {
            statutes: finding.statutes.map((code) => statuteText(t, code)).join(t('review.findings.statuteSeparator')),
          })}
        </p>
      )}
      <p>{finding.why}</p>
      {finding.action && (
        <p className="mt-1">
          <span className="font-semibold">{t('review.findings.action')}</span>
          <span className="mx-1 text-muted" aria-hidden>
            →
          </span>
          {finding.action}
        </p>
      )}
    </>
  );
}

/** 「刑法310-1」 in words; anything finer than an article stays as it is written. */
export function statuteText(t: Words, code: string): string {
  const [, law, article, part] = /^(\D+?)(\d+)(?:-(\d+))?$/.exec(code.trim()) ?? [];
  if (law === undefined || article === undefined) return code;
  return part === undefined
    ? t('review.findings.article', { law, article })
    : t('review.findings.articlePart', { law, article, part });
}

export function levelOf(confidence: number): 'high' | 'medium' | 'low' {
  if (confidence >= 0.8) return 'high';
  return confidence >= 0.55 ? 'medium' : 'low';
}
