import {
  CircleDot,
  CircleMinus,
  CircleSlash,
  Clock,
  type LucideIcon,
  MessageSquareReply,
  PencilLine,
  Siren,
  Smile,
  Star,
  Store,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { type Aspect, type FindingKind, type Polarity, URGENCIES, type Urgency } from '../lib/contract/triage.ts';
import type { Mark } from '../lib/contract/views.ts';
import type { Status } from '../lib/desk/status.ts';
import { useWords } from './language.tsx';

const STATUS: Record<Status, { icon: LucideIcon; look: string }> = {
  today: { icon: Siren, look: 'bg-urgent text-ground' },
  soon: { icon: Clock, look: 'bg-amber-soft text-amber' },
  normal: { icon: CircleDot, look: 'bg-surface text-muted' },
  calm: { icon: Smile, look: 'bg-accent-soft text-accent' },
  answered: { icon: MessageSquareReply, look: 'bg-surface text-muted' },
  rest: { icon: CircleMinus, look: 'bg-surface text-muted' },
  ours: { icon: Store, look: 'bg-surface text-muted' },
  gone: { icon: Trash2, look: 'bg-surface text-muted' },
  other: { icon: CircleSlash, look: 'bg-surface text-muted' },
};

/** How soon something should be done, or why nothing need be, by icon and word; never by colour alone. */
export function StatusBadge({ status }: { status: Status }) {
  const { t } = useWords();
  const { icon: Icon, look } = STATUS[status];
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-1 rounded px-1.5 py-px text-xs font-semibold leading-5 ${look}`}
    >
      <Icon aria-hidden size={13} />
      {isUrgency(status) ? t(`terms.urgency.${status}`) : t(`terms.status.${status}`)}
    </span>
  );
}

const isUrgency = (status: Status): status is Urgency => (URGENCIES as readonly Status[]).includes(status);

function Chip({ look, children }: { look: string; children: ReactNode }) {
  return <span className={`inline-block rounded px-1.5 text-xs leading-5 ${look}`}>{children}</span>;
}

const SIGN: Record<Polarity, string> = { neg: '－', pos: '＋', mixed: '±' };

export function AspectChip({ aspect, polarity }: { aspect: Aspect; polarity: Polarity }) {
  return (
    <Chip look="bg-surface text-muted">
      <AspectWords aspect={aspect} polarity={polarity} />
    </Chip>
  );
}

/** 「－服務態度」: the sign for the eye, its word for the ear. */
export function AspectWords({ aspect, polarity }: { aspect: Aspect; polarity: Polarity }) {
  const { t } = useWords();
  return (
    <>
      <span aria-hidden>{SIGN[polarity]}</span>
      {t(`terms.aspect.${aspect}`)}
      <span className="sr-only">{t(`terms.polarity.${polarity}`)}</span>
    </>
  );
}

/** `hunch`: it only sounds so, and is put as a question. */
export function RiskChip({ kind, hunch = false }: { kind: FindingKind; hunch?: boolean }) {
  const { t } = useWords();
  const look = hunch ? 'border border-amber/50 text-amber' : 'bg-amber-soft text-amber';
  const name = t(`terms.kind.${kind}`);
  return <Chip look={look}>{hunch ? t('sidebar.queue.hunch', { name }) : name}</Chip>;
}

/** Staff corrected what was read. */
export function CorrectedChip() {
  const { t } = useWords();
  return (
    <Chip look="border border-accent/50 text-accent">
      <PencilLine aria-hidden size={11} className="mr-0.5 inline align-[-1px]" />
      {t('reading.made.corrected')}
    </Chip>
  );
}

export function MarkChip({ mark }: { mark: Mark }) {
  const { t } = useWords();
  if (mark === 'open') return null;
  return <Chip look="border border-line text-muted">{t(`terms.mark.${mark}`)}</Chip>;
}

/** Stars as a picture with a name; where a site recommends instead, its word. */
export function Rating({ rating, recommends }: { rating: number | null; recommends: boolean | null }) {
  const { t } = useWords();
  if (rating !== null) {
    return (
      <span
        role="img"
        aria-label={t('sidebar.queue.rating', { rating })}
        className="inline-flex shrink-0 items-center gap-px text-muted"
      >
        {[1, 2, 3, 4, 5].map((star) => (
          <Star key={star} size={12} className={star <= Math.round(rating) ? 'fill-current' : 'opacity-40'} />
        ))}
      </span>
    );
  }
  if (recommends === null) return null;
  return <span className="shrink-0">{t(recommends ? 'sidebar.queue.recommends' : 'sidebar.queue.notRecommends')}</span>;
}
