import { Scale } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Finding, FindingKind, Triage } from '../../lib/contract/triage.ts';
import { type Catalogue, words } from '../../lib/strings/index.ts';
import { Button } from '../button.tsx';
import { useWords, type Words } from '../language.tsx';
import { visibleText } from '../plain-text.tsx';
import { Section } from './section.tsx';

/** So many are listed at once: a very long text may hold thousands. */
const LISTED = 30;

interface FindingsProps {
  text: string;
  triage: Pick<Triage, 'hearsay' | 'partial' | 'sarcasm'>;
  /** As the marks in the text count them. */
  risks: readonly Finding[];
  idOf: (index: number) => string;
}

/** Each finding in words: what it may touch, how sure, on which words it rests, why, what to do. */
export function Findings({ text, triage, risks, idOf }: FindingsProps) {
  const { t } = useWords();
  const groups = useMemo(() => grouped(risks), [risks]);
  const [shown, setShown] = useState(LISTED);
  const legal = risks.some((finding) => finding.statutes.length > 0);
  return (
    <Section title={t('review.findings.title')}>
      {risks.length === 0 ? (
        <p className="text-muted">{t(triage.partial ? 'review.findings.nonePartial' : 'review.findings.none')}</p>
      ) : (
        <ul className="space-y-2">
          {groups.slice(0, shown).map((group) => (
            <li
              key={`${group.finding.kind}-${group.finding.start}-${group.finding.end}`}
              tabIndex={-1}
              className={`rounded-md border-l-4 bg-surface py-2 pr-2.5 pl-3 ${EDGE[group.severity]}`}
            >
              <One group={group} risks={risks} text={text} idOf={idOf} />
            </li>
          ))}
        </ul>
      )}
      {groups.length > shown && (
        <Button className="mt-2" onClick={() => setShown(shown + LISTED)}>
          {t('sidebar.queue.more', { count: groups.length - shown })}
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

interface Group {
  /** The first of them: all say the same. */
  finding: Finding;
  /** The heaviest of them. */
  severity: Finding['severity'];
  confidence: number;
  /** Indices into the risks. */
  places: number[];
}

const WEIGHT: Record<Finding['severity'], number> = { high: 2, medium: 1, low: 0 };

/**
 * What is shown of all findings: 「個人意見」 says that nothing need be done and that a neutral reply is right, which
 * nobody should read beside a threat or a leak of somebody's data.
 */
export function worthShowing(risks: readonly Finding[]): Finding[] {
  const grave = risks.some(({ kind, severity }) => severity === 'high' && kind !== 'opinion');
  return risks.filter(({ kind }) => !(grave && kind === 'opinion'));
}

/** Findings that say the same of several places, once; in the order of their first place, mere opinion last. */
export function grouped(risks: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  risks.forEach((finding, index) => {
    const same = JSON.stringify([finding.kind, finding.why, finding.action, finding.statutes]);
    const group = groups.get(same);
    if (!group) {
      groups.set(same, { finding, severity: finding.severity, confidence: finding.confidence, places: [index] });
      return;
    }
    group.places.push(index);
    group.confidence = Math.max(group.confidence, finding.confidence);
    if (WEIGHT[finding.severity] > WEIGHT[group.severity]) group.severity = finding.severity;
  });
  const opinion = ({ finding }: Group): number => Number(finding.kind === 'opinion');
  return [...groups.values()].sort((a, b) => opinion(a) - opinion(b));
}

/** Quotes are for recognising the place, not for reading the review twice. */
const QUOTE = 60;

/** Findings whose articles protect the author or bind the clinic: nothing is held against the author. */
const ABOUT_NOBODY: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'opinion',
  'own-health',
  'praise',
  'self-harm',
  'threat-legal',
]);

interface OneProps {
  group: Group;
  risks: readonly Finding[];
  text: string;
  idOf: (index: number) => string;
}

function One({ group, risks, text, idOf }: OneProps) {
  const { t } = useWords();
  const { finding, confidence, places } = group;
  const quoteOf = (index: number): string => {
    const { start = 0, end = 0 } = risks[index] ?? {};
    const quoted = visibleText(text.slice(start, end)).replace(/\s+/g, ' ').trim();
    return quoted.length > QUOTE ? `${quoted.slice(0, QUOTE)}…` : quoted;
  };
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{t(`terms.kind.${finding.kind}`)}</span>
        <span className="text-muted text-xs">{t(`terms.confidence.${levelOf(confidence)}`)}</span>
      </p>
      <p className="text-muted">
        <span className="sr-only">{t('review.findings.quote')}</span>
        {places.map((index) => (
          // What a mark in the text leads to.
          <bdi key={index} id={idOf(index)} className="mr-1">
            {quoteOf(index) !== '' && `「${quoteOf(index)}」`}
          </bdi>
        ))}
      </p>
      {finding.statutes.length > 0 && (
        <p>
          {t(ABOUT_NOBODY.has(finding.kind) ? 'review.findings.about' : 'review.findings.may', {
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

const LAWS = Object.keys(words('zh-TW').terms.law) as (keyof Catalogue['terms']['law'])[];

/** 「刑法310-1」 in words; anything finer than an article stays as it is written. */
export function statuteText(t: Words, code: string): string {
  const [, law, article, part] = /^(\D+?)(\d+)(?:-(\d+))?$/.exec(code.trim()) ?? [];
  if (law === undefined || article === undefined) return code;
  const known = LAWS.find((other) => other === law);
  const name = known ? t(`terms.law.${known}`) : law;
  return part === undefined
    ? t('review.findings.article', { law: name, article })
    : t('review.findings.articlePart', { law: name, article, part });
}

export function levelOf(confidence: number): 'high' | 'medium' | 'low' {
  if (confidence >= 0.8) return 'high';
  return confidence >= 0.55 ? 'medium' : 'low';
}
