import { CircleCheck, LoaderCircle, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GuardResult, GuardViolation } from '../../lib/contract/draft.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import type { DraftActions } from '../review/actions.ts';
import { useRules } from './use-rules.ts';

export function VerdictBadge({ guard, checking }: { guard: GuardResult | null; checking: boolean }) {
  const { t } = useWords();
  if (checking || !guard) {
    return (
      <Badge look="bg-surface text-muted">
        <LoaderCircle aria-hidden size={14} className="animate-spin" />
        {t('review.draft.checking')}
      </Badge>
    );
  }
  const { icon: Icon, look } = VERDICT[guard.verdict];
  return (
    <Badge look={look}>
      <Icon aria-hidden size={14} />
      {t(`terms.verdict.${guard.verdict}`)}
    </Badge>
  );
}

const VERDICT = {
  safe: { icon: CircleCheck, look: 'bg-accent-soft text-accent' },
  warn: { icon: TriangleAlert, look: 'bg-amber-soft text-amber' },
  block: { icon: OctagonAlert, look: 'bg-urgent-soft text-urgent' },
};

function Badge({ look, children }: { look: string; children: ReactNode }) {
  return (
    <span className={`inline-flex shrink-0 items-center gap-1 rounded px-2 py-0.5 font-semibold text-xs ${look}`}>
      {children}
    </span>
  );
}

/** The first so many: as they are dealt with, the next move up. */
const LISTED = 20;

interface GuardListProps {
  text: string;
  guard: GuardResult;
  ruleWords: DraftActions['ruleWords'];
  onReplace: (violation: GuardViolation) => void;
  onSelect: (start: number, end: number) => void;
}

/** The words in question; pressed, they are selected in the field. */
function Quote({ words, onSelect }: { words: string; onSelect: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      title={t('review.guard.select')}
      onClick={onSelect}
      className="block min-h-8 text-left text-muted underline decoration-dotted underline-offset-4 hover:text-ink"
    >
      「{short(words)}」
    </button>
  );
}

const QUOTE = 50;
const short = (words: string): string => (words.length > QUOTE ? `${words.slice(0, QUOTE)}…` : words).trim();

/** Every violation: the words, the law in plain words, and a sentence to take their place with one click. */
export function GuardList({ text, guard, ruleWords, onReplace, onSelect }: GuardListProps) {
  const { t } = useWords();
  const rules = useRules(guard, ruleWords);
  const left = Math.max(0, guard.violations.length - LISTED) + Math.max(0, guard.unsure.length - LISTED);
  if (guard.violations.length === 0 && guard.unsure.length === 0) return null;
  return (
    <ul aria-label={t('review.guard.title')} className="mt-2 space-y-2">
      {guard.violations.slice(0, LISTED).map((violation) => (
        <li
          key={`${violation.rule}-${violation.start}-${violation.end}`}
          className={`rounded-md border-l-4 bg-surface py-2 pr-2.5 pl-3 ${violation.severity === 'block' ? 'border-urgent' : 'border-amber'}`}
        >
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">{rules[violation.rule]?.title ?? violation.rule}</span>
            <span className="text-muted text-xs">
              {t(`review.guard.${violation.severity}`)} · {violation.rule}
            </span>
          </p>
          <Quote
            words={text.slice(violation.start, violation.end)}
            onSelect={() => onSelect(violation.start, violation.end)}
          />
          <p>{rules[violation.rule]?.why ?? violation.why}</p>
          <Button className="mt-1 text-left" onClick={() => onReplace(violation)}>
            {violation.suggestion ? (
              <span>
                {t('review.guard.replace')}
                <span className="text-accent">{violation.suggestion}</span>
              </span>
            ) : (
              t('review.guard.remove')
            )}
          </Button>
        </li>
      ))}
      {guard.unsure.slice(0, LISTED).map(([start, end]) => (
        <li key={`unsure-${start}`} className="rounded-md border-amber border-l-4 bg-surface py-2 pr-2.5 pl-3">
          <p className="font-semibold">{t('review.guard.unsureSentence')}</p>
          <Quote words={text.slice(start, end)} onSelect={() => onSelect(start, end)} />
        </li>
      ))}
      {left > 0 && <li className="text-muted">{t('sidebar.queue.more', { count: left })}</li>}
    </ul>
  );
}
