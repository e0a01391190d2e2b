import { LoaderCircle, Lock, Settings, Sparkles, Square } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../lib/contract/draft.ts';
import type { ModelFailure, Sending } from '../../lib/contract/model.ts';
import type { Progress } from '../../lib/drafting/llm/index.ts';
import { Button } from '../button.tsx';
import type { ModelActions, ModelDraft, ModelStatus } from './actions.ts';
import { ModelFailureBox } from './failure.tsx';
import { SentDialog } from './sent-dialog.tsx';
import { amount, useModelWords } from './words.ts';

interface ModelBarProps {
  model: ModelActions;
  /** The bank's draft of this review: it is what the model is to do better, and what stands in where it fails. */
  draft: Draft;
  /** What the model has written so far, to be shown in the box; null: the box shows its own text again. */
  onStream: (text: string | null) => void;
  onWritten: (text: string) => void;
}

type State =
  | { kind: 'idle' }
  | { kind: 'running'; progress: Progress }
  | { kind: 'done'; result: ModelDraft }
  | { kind: 'stopped' }
  | { kind: 'failed'; failure: ModelFailure };

const BLOCKING = { 'bad-address': 'bad-address', 'no-key': 'no-key' } as const;

/**
 * The line above the draft with which a model is asked. Nothing while it is switched off. What stands in the box is
 * not touched until a checked reply is there: a stop, a failure or a closed sidebar leave it as it was.
 */
export default function ModelBar({ model, draft, onStream, onWritten }: ModelBarProps) {
  const { w, fill } = useModelWords();
  const [status, setStatus] = useState<ModelStatus | null>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [looking, setLooking] = useState(false);
  const [choice, setChoice] = useState<{ sending: Sending; seen: string | null } | null>(null);
  const running = useRef<AbortController | null>(null);
  const chosen = useRef<string | null | undefined>(undefined);

  const refresh = useCallback(async () => {
    const now = await model.status();
    setStatus(now);
    const which = now && `${now.provider} ${now.host} ${now.model}`;
    if (which === chosen.current) return;
    // Another model, or none: what was agreed to and what came of it were the other one's.
    if (chosen.current !== undefined) {
      running.current?.abort();
      setChoice(null);
      setState({ kind: 'idle' });
    }
    chosen.current = which;
  }, [model]);
  useEffect(() => {
    void refresh();
    return model.watch(() => void refresh());
  }, [model, refresh]);
  // Whoever leaves the review stops the model: no answer may come into another one's box.
  useEffect(() => () => running.current?.abort(), []);
  const preview = useCallback((sending: Sending) => model.preview(draft, sending), [model, draft]);

  if (!status || draft.text === null) return null;
  const { host, local } = status;
  const sending = choice?.sending ?? status.sending;
  const name = w.providers[status.provider] + (status.model ? ` ${status.model}` : '');

  async function write(): Promise<void> {
    if (running.current) return;
    const mine = new AbortController();
    running.current = mine;
    setState({ kind: 'running', progress: { step: 'waiting', try: 1 } });
    const answer = await model.write({
      draft,
      sending,
      agreed: choice?.seen ?? null,
      signal: mine.signal,
      progress(progress) {
        if (mine.signal.aborted) return;
        setState({ kind: 'running', progress });
        if (progress.step === 'writing') onStream(progress.text);
      },
    });
    running.current = null;
    onStream(null);
    if (mine.signal.aborted) setState({ kind: 'stopped' });
    else if (answer.ok) {
      setState({ kind: 'done', result: answer.value });
      onWritten(answer.value.text);
    } else {
      setState({ kind: 'failed', failure: answer.failure });
      if (answer.failure === 'key-locked' || answer.failure === 'no-permission') void refresh();
    }
  }

  /** The button stands where it always stands; whoever presses it is asked for what is missing. */
  async function press(): Promise<void> {
    if (status?.readiness === 'no-permission') {
      const allowed = await model.allow();
      await refresh();
      if (!allowed) return setState({ kind: 'failed', failure: 'no-permission' });
    }
    await write();
  }

  const blocked = status.readiness === 'incomplete' || status.readiness in BLOCKING;
  return (
    <div className="mb-2 space-y-1.5">
      {state.kind === 'running' ? (
        <Running progress={state.progress} local={local} host={host} onStop={() => running.current?.abort()} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {!blocked && status.readiness !== 'key-locked' && (
            <Button icon={Sparkles} onClick={() => void press()}>
              {w.bar.write}
            </Button>
          )}
          <span className="min-w-0 text-muted text-xs">
            {fill(w.bar.using, { name, where: local ? w.where.local : w.where.cloud })}
            <br />
            {w.bar.sends[sending]}{' '}
            <button type="button" onClick={() => setLooking(true)} className="text-accent underline underline-offset-2">
              {w.bar.look}
            </button>
          </span>
        </div>
      )}
      {state.kind !== 'running' && status.readiness === 'key-locked' && <Unlock model={model} onOpen={refresh} />}
      {state.kind !== 'running' && status.readiness === 'no-permission' && (
        <p className="text-muted text-xs">{fill(w.permission.needed, { host })}</p>
      )}
      {state.kind !== 'running' && blocked && (
        <p className="flex flex-wrap items-center gap-2 text-amber">
          {status.readiness === 'incomplete'
            ? w.bar.incomplete
            : w.failures[status.readiness as 'no-key'].what.replace('{{host}}', host)}
          <Button icon={Settings} onClick={model.setup}>
            {w.bar.setup}
          </Button>
        </p>
      )}
      {choice?.sending === 'redacted' && !local && (
        <p className="text-xs">
          {w.bar.agreed}{' '}
          <button type="button" onClick={() => setChoice(null)} className="text-accent underline underline-offset-2">
            {w.bar.undoAgreed}
          </button>
        </p>
      )}
      <div aria-live="polite">
        {state.kind === 'stopped' && <p className="text-muted text-xs">{w.bar.stopped}</p>}
        {state.kind === 'done' && <Done result={state.result} name={name} local={local} />}
        {state.kind === 'failed' && (
          <ModelFailureBox
            failure={state.failure}
            host={host}
            model={status.model}
            extensionOrigin={status.extensionOrigin}
            toClipboard={model.toClipboard}
          >
            {state.failure !== 'no-reply' && <Button onClick={() => void press()}>{w.bar.retry}</Button>}
            <Button look="ghost" onClick={model.setup}>
              {w.bar.setup}
            </Button>
          </ModelFailureBox>
        )}
      </div>
      {looking && (
        <SentDialog
          status={status}
          sending={sending}
          preview={preview}
          onClose={() => setLooking(false)}
          onChoose={(kind, seen) => {
            setChoice({ sending: kind, seen });
            if (!local) setLooking(false);
          }}
        />
      )}
    </div>
  );
}

interface RunningProps {
  progress: Progress;
  local: boolean;
  host: string;
  onStop: () => void;
}

function Running({ progress, local, host, onStop }: RunningProps) {
  const { w, fill } = useModelWords();
  const seconds = useSeconds(progress.step);
  const words = (): string => {
    switch (progress.step) {
      case 'waiting':
        return fill(w.bar.waiting, { seconds });
      case 'writing':
        return w.bar.writing;
      case 'rewriting':
        return fill(w.bar.rewriting, { count: progress.count });
      case 'again':
        return fill(w.bar.again, {
          because: fill(w.failures[progress.because].what, { host }),
          seconds: Math.ceil(progress.inMs / 1_000),
          count: progress.try,
        });
    }
  };
  return (
    <div className="flex items-start gap-2 rounded-md bg-accent-soft py-1.5 pr-1.5 pl-2.5">
      <LoaderCircle aria-hidden size={16} className="mt-1 shrink-0 animate-spin text-accent" />
      <div className="min-w-0 flex-1">
        {/* The seconds are for the eye: a screen reader would count aloud. */}
        <p aria-hidden>{words()}</p>
        <p role="status" className="sr-only">
          {progress.step === 'waiting' ? w.bar.write : words()}
        </p>
        {progress.step === 'waiting' && local && seconds >= 5 && (
          <p className="text-muted text-xs">{w.bar.waitingLocal}</p>
        )}
      </div>
      <Button icon={Square} onClick={onStop}>
        {w.bar.stop}
      </Button>
    </div>
  );
}

/** How long a step has taken. */
function useSeconds(step: string): number {
  const [seconds, setSeconds] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step counts from nought
  useEffect(() => {
    setSeconds(0);
    const timer = setInterval(() => setSeconds((now) => now + 1), 1_000);
    return () => clearInterval(timer);
  }, [step]);
  return seconds;
}

function Done({ result, name, local }: { result: ModelDraft; name: string; local: boolean }) {
  const { w, fill } = useModelWords();
  const { replaced, usage, cost, fellBack } = result;
  const shown = replaced.filter(({ was }) => was !== '');
  return (
    <div className="text-muted text-xs">
      <p>
        {fellBack ? w.bar.whole : fill(w.bar.done, { model: name })}{' '}
        {usage ? fill(w.bar.tokens, usage) : w.bar.uncounted}
        {local ? w.bar.free : cost !== null && fill(w.bar.cost, { cost: amount(cost) })}
      </p>
      {shown.length > 0 && (
        <details>
          <summary className="min-h-6 text-amber">
            {fill(w.bar.replaced, { count: shown.length })} {w.bar.which}
          </summary>
          <ul className="mt-1 space-y-1.5">
            {shown.map(({ was, why, by }) => (
              <li key={was} className="rounded-md border-amber border-l-4 bg-surface px-2.5 py-1.5">
                <p className="text-ink line-through decoration-muted">{was}</p>
                <p>{why}</p>
                <p>{by === 'model' ? w.bar.byModel : w.bar.byBank}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Unlock({ model, onOpen }: { model: ModelActions; onOpen: () => Promise<void> }) {
  const { w } = useModelWords();
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="space-y-1"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('passphrase') as HTMLInputElement;
        const passphrase = field.value;
        field.value = '';
        setBusy(true);
        void model.unlock(passphrase).then(async (open) => {
          setBusy(false);
          setWrong(!open);
          if (open) await onOpen();
        });
      }}
    >
      <div className="flex items-center gap-2">
        <Lock aria-hidden size={16} className="shrink-0 text-muted" />
        <input
          type="password"
          name="passphrase"
          autoComplete="off"
          aria-label={w.key.unlockLabel}
          placeholder={w.key.unlockLabel}
          aria-invalid={wrong || undefined}
          className="h-8 min-w-0 flex-1 rounded-md border border-edge/60 bg-raised px-2"
        />
        <Button type="submit" disabled={busy}>
          {w.key.unlock}
        </Button>
      </div>
      <p role="alert" className="text-urgent text-xs">
        {wrong && w.key.wrong}
      </p>
    </form>
  );
}
