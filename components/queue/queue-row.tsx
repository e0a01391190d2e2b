import { Camera, FoldVertical, Hourglass, type LucideIcon, MessageSquareReply, PencilLine } from 'lucide-react';
import type { Aspect, Polarity } from '../../lib/contract/triage.ts';
import type { QueueItem } from '../../lib/contract/views.ts';
import { countsDown, isSettled } from '../../lib/desk/queue.ts';
import { statusOf } from '../../lib/desk/status.ts';
import { AspectChip, MarkChip, Rating, RiskChip, StatusBadge } from '../chips.tsx';
import { useWords } from '../language.tsx';
import { visibleText } from '../plain-text.tsx';
import { postedText, timeLeft, timeLeftText } from '../time.ts';

/** Posts and list lines are known by their title. */
const lineOf = ({ kind, title, excerpt }: QueueItem): string =>
  (kind === 'post' || kind === 'item') && title ? [title, excerpt].filter(Boolean).join('　') : excerpt;

interface QueueRowProps {
  item: QueueItem;
  now: number;
  /** The one the keyboard stands on. */
  current: boolean;
  /** Reviews of several sites stand in the list: each says which. */
  ofMany?: boolean;
  onOpen: (key: string) => void;
}

/** How many chips a line holds at 320 px. */
const CHIPS = 3;

/** One review in the queue: what it is, from whom, how long it can wait, and the first line of its text. */
export function QueueRow({ item, now, current, ofMany = false, onOpen }: QueueRowProps) {
  const { t, language } = useWords();
  const status = statusOf(item);
  const risks = item.risks.filter((kind) => kind !== 'opinion' && kind !== 'praise');
  const aspects = (Object.entries(item.aspects) as [Aspect, Polarity][]).filter(([aspect]) => aspect !== 'other');
  // What the clinic says of itself calls for nothing.
  const chips =
    status === 'ours' || status === 'gone'
      ? []
      : [
          ...risks.map((kind) => <RiskChip key={kind} kind={kind} hunch={item.hunches?.includes(kind) ?? false} />),
          ...aspects.map(([aspect, polarity]) => <AspectChip key={aspect} aspect={aspect} polarity={polarity} />),
        ];
  const settled = isSettled(item.mark);
  const facts: [LucideIcon, string][] = [];
  if (item.answered && (status === 'today' || status === 'soon'))
    facts.push([MessageSquareReply, t('sidebar.queue.answered')]);
  if (item.captured) facts.push([Camera, t('sidebar.queue.captured')]);
  if (item.collapsed) facts.push([FoldVertical, t('sidebar.queue.collapsed')]);
  if (item.corrected) facts.push([PencilLine, t('reading.made.corrected')]);
  return (
    <button
      type="button"
      data-key={item.key}
      aria-current={current ? 'true' : undefined}
      onClick={() => onOpen(item.key)}
      className={`block w-full border-line border-b px-3 py-2 text-left hover:bg-surface focus-visible:-outline-offset-2 ${current ? 'bg-accent-soft/60' : ''}`}
    >
      <span className="flex items-center gap-1.5">
        <StatusBadge status={status} />
        <bdi className={`min-w-0 flex-1 truncate font-semibold ${settled ? 'text-muted' : ''}`}>
          {visibleText(item.author) || (status === 'gone' ? '' : t('sidebar.queue.anonymous'))}
        </bdi>
        <MarkChip mark={item.mark} />
        {item.due && countsDown(item, now) && <TimeLeft due={item.due} now={now} />}
      </span>
      {/* Where both do not fit, the marks go to a line of their own, all of them. */}
      <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <span className="flex min-w-0 max-w-full items-center gap-x-2">
          <Rating rating={item.rating} recommends={item.recommends} />
          {ofMany && <span className="shrink-0">{t(`terms.site.${item.site}`)}</span>}
          <span className="min-w-0 truncate">{postedText(t, language, item.postedAt)}</span>
        </span>
        {facts.length > 0 && (
          <span data-facts className="flex flex-wrap items-center gap-x-2">
            {facts.map(([icon, words]) => (
              <Fact key={words} icon={icon}>
                {words}
              </Fact>
            ))}
          </span>
        )}
      </span>
      {status !== 'gone' && (
        <bdi className={`mt-0.5 block truncate ${settled ? 'text-muted' : ''}`}>
          {visibleText(lineOf(item)) || <span className="text-muted">{t('sidebar.queue.noText')}</span>}
        </bdi>
      )}
      {chips.length > 0 && (
        <span className="mt-1 flex flex-wrap gap-1">
          {chips.slice(0, CHIPS)}
          {chips.length > CHIPS && (
            <span className="text-xs leading-5 text-muted">
              {t('sidebar.queue.more', { count: chips.length - CHIPS })}
            </span>
          )}
        </span>
      )}
    </button>
  );
}

/** What else is known of a review, by icon and word. */
function Fact({ icon: Icon, children }: { icon: LucideIcon; children: string }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      <Icon aria-hidden size={12} />
      {children}
    </span>
  );
}

function TimeLeft({ due, now }: { due: string; now: number }) {
  const { t } = useWords();
  const look = timeLeft(due, now).late ? 'font-semibold text-amber' : 'text-muted';
  return (
    <span className={`inline-flex shrink-0 items-center gap-0.5 text-xs ${look}`}>
      <Hourglass aria-hidden size={12} />
      <span className="sr-only">{t('sidebar.queue.due')}</span>
      {timeLeftText(t, due, now)}
    </span>
  );
}
