import { Circle, CircleCheck, Square, TriangleAlert, Video } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../lib/contract/result.ts';
import {
  clockText,
  isOver,
  isWhole,
  MOST_MS,
  type Recordable,
  type RecordingView,
} from '../../lib/evidence/recording.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { ResultLine } from '../result-line.tsx';
import type { RecordingActions } from './actions.ts';
import { PressIcon } from './press-icon.tsx';

interface RecordingPartProps {
  reviewKey: string;
  view: RecordingView | null;
  recordable: Recordable | null;
  actions: RecordingActions;
  onOpen: (id: string) => void;
}

/** 錄製畫面: beside a capture that is held; begin, see that it runs, stop, and what came of it. */
export function RecordingPart({ reviewKey, view, recordable, actions, onOpen }: RecordingPartProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const going = view !== null && !isOver(view);
  // Told here too where the page went elsewhere, and with it the review.
  const told = view !== null && !going && (view.key === reviewKey || view.here) ? view : null;
  useEffect(() => {
    if (going) setFailure(null);
  }, [going]);

  async function start(): Promise<void> {
    setBusy(true);
    setFailure(null);
    // The browser's question must come straight from the press.
    const begun: Result<unknown> = (await actions.allow())
      ? await actions.start()
      : { ok: false, failure: 'not-permitted' };
    setFailure(begun.ok ? null : begun.failure);
    setBusy(false);
  }
  async function reopen(): Promise<void> {
    const done = await actions.reopen();
    setFailure(done.ok ? null : done.failure);
  }

  if (going) return <Running view={view} onStop={actions.stop} />;
  const offers = recordable !== null && (recordable.to !== null || recordable.why === 'withheld');
  if (!told && !offers && !failure) return null;
  return (
    <div className="mt-3 border-line border-t pt-2.5">
      {told && <Ended view={told} onOpen={() => onOpen(told.id)} />}
      {recordable?.to != null && (
        <>
          <Button icon={Video} data-record-start disabled={busy} onClick={() => void start()}>
            {t('evidence.recording.start')}
          </Button>
          <p className="mt-1 text-muted text-xs">{t('evidence.recording.hint', { most: clockText(MOST_MS) })}</p>
        </>
      )}
      {recordable?.to === null && recordable.why === 'withheld' && (
        <p className="text-muted text-xs">{t('evidence.recording.withheld')}</p>
      )}
      {failure === 'needs-click' ? (
        <PressIcon title={t('evidence.recording.awaited')} hint={t('evidence.recording.awaitedHint')} />
      ) : (
        <div className={failure ? 'mt-2' : ''}>
          <ResultLine
            notice={
              failure && {
                kind: 'failed',
                failure,
                ...(failure === 'needs-new-tab' && {
                  instead: { label: t('evidence.recording.reopen'), go: () => void reopen() },
                }),
              }
            }
            onDismiss={() => setFailure(null)}
          />
        </div>
      )}
    </div>
  );
}

function Running({ view, onStop }: { view: RecordingView; onStop: () => Promise<unknown> }) {
  const { t } = useWords();
  const [stopping, setStopping] = useState(false);
  const ms = useElapsed(view.phase === 'recording' ? view.from : null);
  const sealing = view.phase === 'sealing';
  return (
    <div
      data-recording={view.phase}
      className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-amber bg-amber-soft px-2.5 py-2"
    >
      {!sealing && (
        <Circle aria-hidden size={12} className="shrink-0 fill-current text-amber motion-safe:animate-pulse" />
      )}
      <p role="status" className="font-semibold">
        {sealing
          ? t('evidence.recording.sealing')
          : stopping
            ? t('evidence.recording.stopping')
            : view.phase === 'starting'
              ? t('evidence.recording.starting')
              : t(view.here ? 'evidence.recording.running' : 'evidence.recording.elsewhere')}
      </p>
      {view.phase === 'recording' && (
        // Beside the status, which a screen reader would say anew every second.
        <span role="timer" className="tabular-nums">
          {t('evidence.recording.time', { time: clockText(ms), most: clockText(MOST_MS) })}
        </span>
      )}
      {!sealing && (
        <Button
          icon={Square}
          className="ml-auto"
          data-record-stop
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            void onStop();
          }}
        >
          {t('evidence.recording.stop')}
        </Button>
      )}
    </div>
  );
}

/** Milliseconds since `from`, told once a second. */
function useElapsed(from: string | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (from === null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [from]);
  return from === null ? 0 : Math.min(MOST_MS, now - Date.parse(from));
}

function Ended({ view, onOpen }: { view: RecordingView; onOpen: () => void }) {
  const { t } = useWords();
  const { phase, failure, ended, from, to } = view;
  if (phase === 'failed') {
    return (
      <div role="status" data-record-done="failed" className="mb-2 rounded-md bg-amber-soft px-2.5 py-2">
        <p className="font-semibold">{t(`failures.${failure ?? 'unexpected'}.what`)}</p>
        <p>
          {t(`evidence.recording.${failure === 'storage-full' || failure === 'storage-failed' ? 'kept' : 'nothing'}`)}
        </p>
      </div>
    );
  }
  const whole = ended !== null && isWhole({ ended });
  return (
    <div
      role="status"
      data-record-done={ended}
      className={`mb-2 flex items-start gap-2 rounded-md px-2.5 py-2 ${whole ? 'bg-accent-soft' : 'bg-amber-soft'}`}
    >
      {whole ? (
        <CircleCheck aria-hidden size={16} className="mt-1 shrink-0 text-accent" />
      ) : (
        <TriangleAlert aria-hidden size={16} className="mt-1 shrink-0 text-amber" />
      )}
      <div className="min-w-0 flex-1 space-y-1">
        {from !== null && to !== null && (
          <p>{t('evidence.recording.done', { time: clockText(Date.parse(to) - Date.parse(from)) })}</p>
        )}
        {ended !== null && ended !== 'stopped' && (
          <p className={whole ? '' : 'font-semibold'}>{t(`evidence.recording.ended.${ended}`)}</p>
        )}
        <Button onClick={onOpen}>{t('evidence.recording.open')}</Button>
      </div>
    </div>
  );
}
