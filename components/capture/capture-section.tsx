import { Camera, CircleCheck, Square, TriangleAlert } from 'lucide-react';
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { CaptureProgress } from '../../lib/evidence/capture-progress.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { ResultLine } from '../result-line.tsx';
import { Section } from '../review/section.tsx';
import { formatTime } from '../time.ts';
import type { CaptureActions, CaptureChoice } from './actions.ts';
import { CaptureOptions } from './capture-options.tsx';
import { MissingList, worthTelling } from './missing-list.tsx';
import { PressIcon } from './press-icon.tsx';
import { RecheckResult } from './recheck-result.tsx';
import { RecordingPart } from './recording-part.tsx';
import { isGoing, originals, useCapture } from './use-capture.ts';
import { WhoDialog } from './who-dialog.tsx';

interface CaptureSectionProps {
  reviewKey: string;
  actions: CaptureActions;
  /** PTT: the page as served can be kept. */
  servable: boolean;
  ref?: Ref<CaptureHandle>;
  /** How many captures are held, whenever that is learnt. */
  onHeld?: (count: number) => void;
}

/** For the keyboard. */
export interface CaptureHandle {
  start(): void;
  /** Brings the button into view and under the keyboard. */
  show(): void;
}

/** 存證: one press, then how it goes on, what came of it, and what is held already. */
export function CaptureSection({ reviewKey, actions, servable, ref, onHeld }: CaptureSectionProps) {
  const { t } = useWords();
  const { state, start, change } = useCapture(actions, reviewKey);
  const [choice, setChoice] = useState<CaptureChoice>({});
  const [discarded, setDiscarded] = useState(false);
  const { now, failure, asking, naming, busy } = state;
  const held = originals(state.held);
  const going = isGoing(now);
  const go = (): void => {
    setDiscarded(false);
    void start(choice);
  };
  const begin = (): void => {
    if (going || busy || naming) return;
    const { people, onDuty } = actions.who?.now() ?? { people: [], onDuty: null };
    if (onDuty === null && people.length > 0) change({ naming: true });
    else go();
  };
  async function goAs(person: Person | null): Promise<void> {
    // Closed at once: a second press would be a second capture.
    change({ naming: false, busy: person !== null });
    const put = person && (await actions.who?.pick(person));
    if (!put || put.ok) return go();
    change({ failure: put.failure, busy: false });
  }
  const section = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => ({
    start: begin,
    show() {
      section.current?.scrollIntoView({ block: 'start' });
      const button = section.current?.querySelector<HTMLElement>('[data-capture-start]');
      (button ?? section.current)?.focus({ preventScroll: true });
    },
  }));
  const count = held.length;
  useEffect(() => onHeld?.(count), [count, onHeld]);

  async function discard(id: string): Promise<void> {
    const done = await actions.discard(id, t('evidence.capture.discardReason'));
    if (done.ok) setDiscarded(true);
    else change({ failure: done.failure });
  }

  return (
    <Section title={t('evidence.capture.title')} headRef={section}>
      {going || busy ? (
        <Going now={now} onStop={() => void actions.cancel()} />
      ) : (
        <>
          {now?.phase === 'done' && !discarded && (
            <Outcome now={now} onOpen={() => actions.open(now.id)} onDiscard={() => void discard(now.id)} />
          )}
          {discarded && <p className="mb-2 text-muted">{t('evidence.capture.discarded')}</p>}
          {actions.start && (
            <>
              <Button icon={Camera} data-capture-start onClick={begin}>
                {t(held.length > 0 ? 'evidence.capture.again' : 'evidence.capture.start')}
              </Button>
              {held.length === 0 && <p className="mt-1.5 text-muted text-xs">{t('evidence.capture.hint')}</p>}
              <CaptureOptions
                choice={choice}
                servable={servable}
                onChange={setChoice}
                allowMhtml={actions.allowMhtml}
              />
            </>
          )}
          {(now?.phase !== 'done' || discarded) && <Held held={held} onOpen={actions.open} />}
        </>
      )}
      {failure === 'needs-click' ? (
        <PressIcon title={t('evidence.capture.awaited')} hint={t('evidence.capture.awaitedHint')} />
      ) : (
        <ResultLine
          notice={
            failure
              ? { kind: 'failed', failure }
              : now?.phase === 'failed' && now.failure
                ? { kind: 'failed', failure: now.failure }
                : null
          }
          onDismiss={() => change({ failure: null, now: null })}
        />
      )}
      {actions.recording && !going && !busy && (
        <RecordingPart
          reviewKey={reviewKey}
          view={state.recording}
          recordable={state.recordable}
          actions={actions.recording}
          onOpen={actions.open}
        />
      )}
      {naming && (
        <WhoDialog
          people={actions.who?.now().people ?? []}
          onClose={() => change({ naming: false })}
          onGo={(person) => void goAs(person)}
        />
      )}
      {asking && (
        <Dialog
          title={t('evidence.capture.sensitive.title')}
          explain={t('evidence.capture.sensitive.explain')}
          onClose={() => change({ asking: false })}
        >
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => change({ asking: false })}>{t('sidebar.cancel')}</Button>
            <Button look="primary" data-capture-text-only onClick={() => void start({ ...choice, pictures: false })}>
              {t('evidence.capture.sensitive.go')}
            </Button>
          </div>
        </Dialog>
      )}
    </Section>
  );
}

function Going({ now, onStop }: { now: CaptureProgress | null; onStop: () => void }) {
  const { t } = useWords();
  const [stopping, setStopping] = useState(false);
  const label = useId();
  const { shots = 0, expected = 1 } = now ?? {};
  const phase = now === null || now.phase === 'done' || now.phase === 'failed' ? 'starting' : now.phase;
  return (
    <div>
      <p id={label} role="status" className="font-semibold">
        {stopping ? t('evidence.capture.stopping') : t(`evidence.capture.phase.${phase}`, { shots, expected })}
      </p>
      <div className="mt-1.5 flex items-center gap-2">
        <progress
          aria-labelledby={label}
          aria-label={t('evidence.capture.progress')}
          className="h-2 min-w-0 flex-1 accent-(--accent)"
          max={Math.max(1, expected + 1)}
          value={phase === 'starting' ? undefined : phase === 'shooting' ? shots : expected + 0.5}
        />
        <Button
          icon={Square}
          disabled={stopping || phase === 'sealing'}
          onClick={() => {
            setStopping(true);
            onStop();
          }}
        >
          {t('evidence.capture.stop')}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ now, onOpen, onDiscard }: { now: CaptureProgress; onOpen: () => void; onDiscard: () => void }) {
  const { t } = useWords();
  const told = worthTelling(now.missing);
  return (
    <div
      role="status"
      data-capture-done={now.complete}
      className={`mb-2 flex items-start gap-2 rounded-md px-2.5 py-2 ${now.complete ? 'bg-accent-soft' : 'bg-amber-soft'}`}
    >
      {now.complete ? (
        <CircleCheck aria-hidden size={16} className="mt-1 shrink-0 text-accent" />
      ) : (
        <TriangleAlert aria-hidden size={16} className="mt-1 shrink-0 text-amber" />
      )}
      <div className="min-w-0 flex-1 space-y-1">
        <p className={now.complete ? '' : 'font-semibold'}>
          {!now.complete
            ? t('evidence.capture.incomplete')
            : now.shots > 0
              ? t('evidence.capture.done', { count: now.shots })
              : t('evidence.capture.doneText')}
        </p>
        {!now.complete && <p>{t(`evidence.capture.${hintFor(now)}`)}</p>}
        {told.length > 0 && <MissingList missing={told} />}
        {now.recheck && <RecheckResult recheck={now.recheck} />}
        <div className="flex flex-wrap gap-1.5 pt-0.5">
          <Button onClick={onOpen}>{t('evidence.capture.open')}</Button>
          {!now.complete && (
            <Button look="ghost" onClick={onDiscard}>
              {t('evidence.capture.discard')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** What the person can do otherwise next time. */
function hintFor({ missing }: CaptureProgress): 'incompleteGone' | 'incompleteMoved' | 'incompleteHint' {
  const lost = missing.filter(({ what }) => what === 'pictures').map(({ why }) => why);
  if (lost.includes('page-gone')) return 'incompleteGone';
  return lost.includes('page-changed') ? 'incompleteMoved' : 'incompleteHint';
}

function Held({
  held,
  onOpen,
}: {
  held: readonly { id: string; at: string; complete: boolean }[];
  onOpen: (id: string) => void;
}) {
  const { t, language } = useWords();
  const [latest] = held;
  if (!latest) return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-muted text-xs">
      {!latest.complete && (
        <span className="inline-flex items-center gap-1 text-amber">
          <TriangleAlert aria-hidden size={13} />
          {t('evidence.list.incomplete')}
        </span>
      )}
      <span>{t('evidence.capture.held', { count: held.length })}</span>
      <span>{t('evidence.capture.last', { time: formatTime(latest.at, language) })}</span>
      <button
        type="button"
        className="min-h-8 rounded px-1 text-accent underline underline-offset-2"
        onClick={() => onOpen(latest.id)}
      >
        {t('evidence.capture.open')}
      </button>
    </p>
  );
}
