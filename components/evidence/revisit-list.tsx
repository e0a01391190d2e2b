import { CalendarClock, ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../lib/contract/result.ts';
import type { Revisit } from '../../lib/evidence/revisit.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { ResultLine } from '../result-line.tsx';
import { QueueLoading } from '../states.tsx';
import { formatTime } from '../time.ts';

interface RevisitListProps {
  load: () => Promise<Result<Revisit[]>>;
  /** Changes when captures did: asked again then. */
  captured: number;
  /** This computer's time, ISO. */
  now: string;
  onVisit: (id: string) => Promise<Result<null>>;
  onShow: (id: string) => void;
}

/** The pages of what was captured, what is due first at the top. Opened by the person; nothing goes there by itself. */
export function RevisitList({ load, captured, now, onVisit, onShow }: RevisitListProps) {
  const { t, language } = useWords();
  const [lines, setLines] = useState<Revisit[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `captured` says that the list is another
  useEffect(() => {
    let gone = false;
    void load().then((answer) => {
      if (gone) return;
      if (answer.ok) setLines(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      gone = true;
    };
  }, [load, captured]);
  const visit = async (id: string): Promise<void> => {
    const done = await onVisit(id);
    setFailure(done.ok ? null : done.failure);
  };
  const isDue = ({ due }: Revisit): boolean => due !== null && due <= now;
  return (
    <div data-revisits className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pb-6">
      <p className="text-muted text-xs">{t('evidence.revisit.hint')}</p>
      <ResultLine notice={failure ? { kind: 'failed', failure } : null} onDismiss={() => setFailure(null)} />
      {lines === null && !failure ? (
        <QueueLoading />
      ) : (
        <ul aria-label={t('evidence.revisit.label')}>
          {(lines ?? []).map((line) => (
            <li key={line.key} className="border-line border-b py-2">
              <p className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate font-semibold">
                  <bdi>{line.author}</bdi>
                </span>
                <span
                  className={`inline-flex shrink-0 items-center gap-1 text-xs ${isDue(line) ? 'text-amber' : 'text-muted'}`}
                >
                  <CalendarClock aria-hidden size={13} />
                  {line.due === null
                    ? t('evidence.one.outcome.gone')
                    : isDue(line)
                      ? t('evidence.revisit.due')
                      : t('evidence.revisit.dueOn', { time: formatTime(line.due, language) })}
                </span>
              </p>
              <p className="truncate text-muted">{line.text}</p>
              <p className="text-muted text-xs">
                {t(`terms.site.${line.site}`)}・{t('evidence.revisit.last', { time: formatTime(line.last, language) })}
                {line.outcome && `・${t(`evidence.one.outcome.${line.outcome}`)}`}
              </p>
              <div className="mt-1 flex flex-wrap gap-1.5">
                <Button icon={ExternalLink} onClick={() => void visit(line.id)}>
                  {t('evidence.revisit.visit')}
                </Button>
                <Button look="ghost" onClick={() => onShow(line.id)}>
                  {t('evidence.capture.open')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
