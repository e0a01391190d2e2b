import { CircleCheck, LoaderCircle, OctagonAlert, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GuardResult } from '../../lib/contract/draft.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import type { DraftActions } from '../review/actions.ts';
import { bySentence, unknownOnly } from './guard-groups.ts';
import { useRules } from './use-rules.ts';

/** How the text stands; `overridden`: blocked, and let through by a manager or doctor, so not to be changed any more. */
export function VerdictBadge({
  guard,
  checking,
  overridden = false,
  cautious = false,
}: {
  guard: GuardResult | null;
  checking: boolean;
  overridden?: boolean;
  /** Something is to be thought over before any reply: fine sentences are no leave to send them. */
  cautious?: boolean;
}) {
  const { t } = useWords();
  if (checking || !guard) {
    return (
      <Badge look="bg-surface text-muted">
        <LoaderCircle aria-hidden size={14} className="animate-spin" />
        {t('review.draft.checking')}
      </Badge>
    );
  }
  if (overridden) {
    return (
      <Badge look="bg-amber-soft text-amber">
        <ShieldCheck aria-hidden size={14} />
        {t('review.guard.released')}
      </Badge>
    );
  }
  if (cautious && guard.verdict === 'safe') {
    return (
      <Badge look="bg-surface text-muted">
        <TriangleAlert aria-hidden size={14} />
        {t('review.draft.cautious')}
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
    <span className={`inline-flex min-w-0 items-center gap-1 rounded px-2 py-0.5 font-semibold text-xs ${look}`}>
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
  /** `by` empty: the sentence goes. */
  onReplace: (start: number, end: number, by: string) => void;
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

/** Every sentence in question once: the words, all the law says of them, and one sentence to take its place. */
export function GuardList({ text, guard, ruleWords, onReplace, onSelect }: GuardListProps) {
  const { t } = useWords();
  const rules = useRules(guard, ruleWords);
  const groups = bySentence(text, guard.violations);
  const unsure = unknownOnly(guard.unsure, groups);
  const left = Math.max(0, groups.length - LISTED) + Math.max(0, unsure.length - LISTED);
  if (groups.length === 0 && unsure.length === 0) return null;
  return (
    <ul aria-label={t('review.guard.title')} className="mt-2 space-y-2">
      {groups.slice(0, LISTED).map((group) => (
        <li key={group.start} className={`${CARD} ${group.severity === 'block' ? 'border-urgent' : 'border-amber'}`}>
          <p className={`font-semibold text-xs ${group.severity === 'block' ? 'text-urgent' : 'text-amber'}`}>
            {t(`review.guard.${group.severity}`)}
          </p>
          <Quote words={text.slice(group.start, group.end)} onSelect={() => onSelect(group.start, group.end)} />
          <ul className="space-y-1">
            {group.violations.map(({ rule, why }) => (
              // The number is for whoever reads the law reference beside it.
              <li key={rule} title={rule}>
                <span className="block font-semibold">{rules[rule]?.title ?? rule}</span>
                {rules[rule]?.why ?? why}
              </li>
            ))}
          </ul>
          <div className="mt-1.5 flex flex-wrap gap-1.5">
            {group.suggestion && (
              <Button className="text-left" onClick={() => onReplace(group.start, group.end, group.suggestion)}>
                <span>
                  {t('review.guard.replace')}
                  <span className="text-accent">{group.suggestion}</span>
                </span>
              </Button>
            )}
            <Button look={group.suggestion ? 'ghost' : 'plain'} onClick={() => onReplace(group.start, group.end, '')}>
              {t('review.guard.remove')}
            </Button>
          </div>
        </li>
      ))}
      {unsure.slice(0, LISTED).map(([start, end]) => (
        <li key={`unsure-${start}`} className={`${CARD} border-amber`}>
          <p className="font-semibold">{t('review.guard.unsureSentence')}</p>
          <Quote words={text.slice(start, end)} onSelect={() => onSelect(start, end)} />
        </li>
      ))}
      {left > 0 && <li className="text-muted">{t('sidebar.queue.more', { count: left })}</li>}
    </ul>
  );
}

const CARD = 'rounded-md border-l-4 bg-surface py-2 pr-2.5 pl-3';
