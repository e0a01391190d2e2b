import { SearchX } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Failure, Result } from '../../lib/contract/result.ts';
import type { Recheck } from '../../lib/evidence/contract.ts';
import type { RevisitHere } from '../../lib/evidence/revisit.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { ResultLine } from '../result-line.tsx';
import { formatTime } from '../time.ts';

export interface RevisitActions {
  view(): Promise<Result<RevisitHere[]>>;
  record(id: string): Promise<Result<{ id: string; outcome: Recheck['outcome'] }>>;
  onChanged(callback: () => void): () => void;
  /** Opens the review in the sidebar. */
  review(key: string): void;
  /** Shows a capture in the dashboard. */
  open(id: string): void;
}

/**
 * What was captured on this page before and is not seen on it now, and what the person came to look at again.
 * `page` changes with the page: asked again then. Nothing where there is nothing to say.
 */
export function RevisitNote({ page, actions }: { page: string; actions: RevisitActions }) {
  const { t, language } = useWords();
  const [here, setHere] = useState<RevisitHere[]>([]);
  const [recorded, setRecorded] = useState<Record<string, { id: string; outcome: Recheck['outcome'] }>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    const answer = await actions.view();
    if (answer.ok) setHere(answer.value);
  }, [actions]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is asked about anew
  useEffect(() => {
    setRecorded({});
    setFailure(null);
    void load();
    return actions.onChanged(() => void load());
  }, [page, actions, load]);

  async function record({ id, key }: RevisitHere): Promise<void> {
    setBusy(true);
    const done = await actions.record(id);
    setBusy(false);
    setFailure(done.ok ? null : done.failure);
    if (done.ok) setRecorded((before) => ({ ...before, [key]: done.value }));
  }

  if (here.length === 0) return null;
  return (
    <section
      aria-label={t('evidence.revisit.here')}
      className="max-h-60 overflow-y-auto border-line border-b px-3 py-2"
    >
      <ul className="space-y-2">
        {here.map((one) => {
          const done = recorded[one.key];
          return (
            <li key={one.key} className="flex items-start gap-2">
              <SearchX aria-hidden size={16} className="mt-1 shrink-0 text-amber" />
              <div className="min-w-0 flex-1">
                <p className="font-semibold">
                  {t(one.onPage ? 'evidence.revisit.onPage' : 'evidence.revisit.notSeen')}
                </p>
                <p className="truncate text-muted">
                  <bdi>{one.author}</bdi>・{one.text}
                </p>
                <p className="text-muted text-xs">
                  {t('evidence.revisit.last', { time: formatTime(one.latest, language) })}
                </p>
                {done ? (
                  <p role="status" data-revisit-done={done.outcome}>
                    {t('evidence.revisit.recorded', { outcome: t(`evidence.one.outcome.${done.outcome}`) })}{' '}
                    <button
                      type="button"
                      className="min-h-8 rounded px-1 text-accent underline underline-offset-2"
                      onClick={() => actions.open(done.id)}
                    >
                      {t('evidence.capture.open')}
                    </button>
                  </p>
                ) : one.onPage ? (
                  <Button onClick={() => actions.review(one.key)}>{t('evidence.revisit.toReview')}</Button>
                ) : (
                  <>
                    <Button data-revisit-record disabled={busy} onClick={() => void record(one)}>
                      {t(busy ? 'evidence.revisit.recording' : 'evidence.revisit.record')}
                    </Button>
                    <p className="mt-0.5 text-muted text-xs">{t('evidence.revisit.recordHint')}</p>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {failure === 'needs-click' ? (
        <p role="status" className="mt-2 rounded-md bg-amber-soft px-2.5 py-2">
          <span className="font-semibold">{t('evidence.capture.awaited')}</span> {t('evidence.capture.awaitedHint')}
        </p>
      ) : (
        <ResultLine notice={failure ? { kind: 'failed', failure } : null} onDismiss={() => setFailure(null)} />
      )}
    </section>
  );
}
