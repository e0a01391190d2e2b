import { Scale } from 'lucide-react';
import { type Ref, useState } from 'react';
import type { Finding, Span, Triage } from '../../lib/contract/triage.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { FindingCard } from './finding-card.tsx';
import type { Group } from './groups.ts';
import { Section } from './section.tsx';

/** So many are listed at once: a very long text may hold thousands. */
const LISTED = 30;

interface FindingsProps {
  text: string;
  /** Neither text nor title. */
  wordless: boolean;
  triage: Pick<Triage, 'hearsay' | 'partial' | 'sarcasm' | 'sentiment' | 'unread'>;
  risks: readonly Finding[];
  groups: readonly Group[];
  /** The open card's key. */
  open: string | null;
  idOf: (group: number) => string;
  onOpen: (key: string | null) => void;
  onLight: (spans: readonly Span[] | null, scroll?: boolean) => void;
  onWrong?: ((group: Group) => void) | undefined;
  headRef: Ref<HTMLElement>;
}

/** Each finding in words: what it may touch, how sure, on which words it rests, why, what speaks against it, what to do. */
export function Findings(props: FindingsProps) {
  const { text, triage, risks, groups, open, idOf, onOpen, onLight, onWrong } = props;
  const { t } = useWords();
  const [more, setMore] = useState(LISTED);
  const shown = Math.max(more, groups.findIndex(({ key }) => key === open) + 1);
  const calm = risks.length > 0 && risks.every(({ kind }) => kind === 'opinion' || kind === 'praise');
  const legal = risks.some((finding) => finding.statutes.length > 0);
  return (
    <Section headRef={props.headRef} title={t(calm ? 'review.findings.calm' : 'review.findings.title')}>
      {risks.length === 0 ? (
        <p className="text-muted">{t(`review.findings.${noneBecause(props)}`)}</p>
      ) : (
        <ul className="space-y-1.5">
          {groups.slice(0, shown).map((group, index) => (
            <FindingCard
              key={group.key}
              group={group}
              risks={risks}
              text={text}
              triage={triage}
              id={idOf(index)}
              open={open === group.key}
              onToggle={() => onOpen(open === group.key ? null : group.key)}
              onLight={onLight}
              onWrong={onWrong && (() => onWrong(group))}
            />
          ))}
        </ul>
      )}
      {groups.length > shown && (
        <Button className="mt-2" onClick={() => setMore(shown + LISTED)}>
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

type None = 'noneWordless' | 'noneUnread' | 'nonePartial' | 'none';

function noneBecause({ wordless, triage: { unread, partial } }: FindingsProps): None {
  if (wordless) return 'noneWordless';
  if (unread) return 'noneUnread';
  return partial ? 'nonePartial' : 'none';
}
