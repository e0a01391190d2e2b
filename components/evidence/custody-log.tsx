import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../lib/contract/result.ts';
import type { CustodyEntry, CustodyFacts } from '../../lib/evidence/contract.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { ResultLine } from '../result-line.tsx';
import { QueueLoading } from '../states.tsx';
import { Deed } from './custody.tsx';

interface CustodyLogProps {
  load: () => Promise<Result<CustodyEntry[]>>;
  /** Changes when captures did: asked again then. */
  captured: number;
  onShow: (id: string) => void;
}

/** So many lines more at a press. */
const PAGE = 100;

const DELETIONS: ReadonlySet<CustodyFacts['action']> = new Set(['deleted', 'purged', 'cleared']);

/** What happened to all evidence, newest first, also to what is deleted: who, when, what, and why. */
export function CustodyLog({ load, captured, onShow }: CustodyLogProps) {
  const { t } = useWords();
  const [entries, setEntries] = useState<CustodyEntry[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [deletions, setDeletions] = useState(false);
  const [most, setMost] = useState(PAGE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `captured` says that the log is longer
  useEffect(() => {
    let gone = false;
    void load().then((answer) => {
      if (gone) return;
      if (answer.ok) setEntries(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      gone = true;
    };
  }, [load, captured]);

  const all = (entries ?? []).flatMap(({ hash, facts }) => (facts ? [{ hash, facts }] : []));
  // Entries of before everything was deleted.
  const bare = (entries?.length ?? 0) - all.length;
  const deleted = new Set(all.filter(({ facts }) => DELETIONS.has(facts.action)).map(({ facts }) => facts.capture));
  const lines = all
    .filter(({ facts }) => !deletions || DELETIONS.has(facts.action))
    .sort((a, b) => Date.parse(b.facts.at) - Date.parse(a.facts.at));
  return (
    <div data-custody-log className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pb-6">
      <p className="text-muted text-xs">{t('evidence.log.hint')}</p>
      <ResultLine notice={failure ? { kind: 'failed', failure } : null} onDismiss={() => setFailure(null)} />
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={deletions}
          onChange={(event) => setDeletions(event.target.checked)}
          className="size-4 accent-(--accent)"
        />
        {t('evidence.log.deletions')}
      </label>
      {entries === null && !failure && <QueueLoading />}
      {entries !== null && lines.length === 0 && <p className="py-4 text-muted">{t('evidence.log.empty')}</p>}
      <ul aria-label={t('evidence.log.title')}>
        {lines.slice(0, most).map(({ hash, facts }) => (
          <li key={hash} className="border-line border-b py-2">
            <Deed facts={facts} />
            {facts.capture !== null &&
              (deleted.has(facts.capture) ? (
                <p className="text-muted text-xs">{t('evidence.log.gone', { id: facts.capture.slice(0, 8) })}</p>
              ) : (
                <Button look="ghost" className="text-xs" onClick={() => onShow(facts.capture ?? '')}>
                  {t('evidence.log.show', { id: facts.capture.slice(0, 8) })}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <Button className="mt-2" onClick={() => setMost(most + PAGE)}>
          {t('evidence.log.more')}
        </Button>
      )}
      {bare > 0 && <p className="mt-2 text-muted text-xs">{t('evidence.log.bare', { count: bare })}</p>}
    </div>
  );
}
