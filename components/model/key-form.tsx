import { KeyRound, Lock } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../button.tsx';
import { useModelWords } from './words.ts';

export interface KeyFormProps {
  host: string;
  /** A server on this machine usually needs none. */
  optional: boolean;
  state: 'none' | 'ready' | 'locked';
  /** `passphrase` null: held until the browser closes. */
  onKey: (key: string, passphrase: string | null) => Promise<void>;
  onUnlock: (passphrase: string) => Promise<boolean>;
  onForget: () => Promise<void>;
}

export const SHORTEST = 8;
const FIELD = 'mt-1 block h-9 w-full rounded-md border border-edge/60 bg-raised px-2';

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.elements.namedItem(name) as HTMLInputElement | null;

/** Nothing of a key or a passphrase stays in the page. */
function clear(form: HTMLFormElement): void {
  for (const name of ['key', 'passphrase']) {
    const field = fieldOf(form, name);
    if (field) field.value = '';
  }
}

/** The key of a service: pasted once, never shown again. */
export function KeyForm(props: KeyFormProps) {
  const { w } = useModelWords();
  if (!props.optional || props.state !== 'none') return <Fields {...props} />;
  // A server on this computer: folded, since hardly any asks for one.
  return (
    <details>
      <summary className="min-h-8 py-1">
        <span className="font-semibold">{w.key.label}</span> <span className="text-muted">{w.key.optional}</span>
      </summary>
      <Fields {...props} />
    </details>
  );
}

function Fields({ host, optional, state, onKey, onUnlock, onForget }: KeyFormProps) {
  const { w, fill } = useModelWords();
  const [seal, setSeal] = useState(false);
  const [error, setError] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const keyId = useId();
  const passId = useId();
  const errorId = useId();

  async function alone(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError('');
    setSaid('');
    await work().finally(() => setBusy(false));
  }

  function save(form: HTMLFormElement): void {
    const [key, passphrase] = [fieldOf(form, 'key')?.value.trim() ?? '', fieldOf(form, 'passphrase')?.value ?? ''];
    if (key === '') setError(w.key.missing);
    else if (seal && passphrase.length < SHORTEST) setError(fill(w.key.short, { count: SHORTEST }));
    else {
      void alone(async () => {
        await onKey(key, seal ? passphrase : null);
        clear(form);
        setSaid(w.key.stored);
      });
    }
  }

  function unlock(form: HTMLFormElement): void {
    const passphrase = fieldOf(form, 'passphrase')?.value ?? '';
    clear(form);
    void alone(async () => {
      if (!(await onUnlock(passphrase))) setError(w.key.wrong);
    });
  }

  const StateIcon = state === 'locked' ? Lock : KeyRound;
  return (
    <section className="space-y-2">
      {!(optional && state === 'none') && (
        <>
          <h2 className="font-semibold">{w.key.label}</h2>
          <p className="flex flex-wrap items-center gap-x-2 text-muted">
            <StateIcon aria-hidden size={16} className={state === 'ready' ? 'text-accent' : ''} />
            {w.key[state]}
            {state !== 'none' && (
              <Button
                look="ghost"
                disabled={busy}
                onClick={() =>
                  void alone(async () => {
                    await onForget();
                    setSaid(w.key.forgotten);
                  })
                }
              >
                {w.key.forget}
              </Button>
            )}
          </p>
        </>
      )}
      {state === 'locked' ? (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            unlock(event.currentTarget);
          }}
        >
          <label className="block min-w-0 flex-1" htmlFor={passId}>
            {w.key.unlockLabel}
            <input
              id={passId}
              name="passphrase"
              type="password"
              autoComplete="off"
              aria-describedby={errorId}
              className={FIELD}
            />
          </label>
          <Button type="submit" className="h-9" disabled={busy}>
            {w.key.unlock}
          </Button>
        </form>
      ) : (
        <form
          className="space-y-2"
          onSubmit={(event) => {
            event.preventDefault();
            save(event.currentTarget);
          }}
        >
          <input
            id={keyId}
            name="key"
            type="password"
            autoComplete="off"
            spellCheck={false}
            aria-label={w.key.label}
            aria-describedby={errorId}
            placeholder={w.key.placeholder}
            className={FIELD}
          />
          <fieldset className="flex flex-wrap gap-x-4">
            <legend className="sr-only">{w.key.how}</legend>
            {([false, true] as const).map((kept) => (
              <label key={String(kept)} className="flex min-h-8 items-center gap-2">
                <input
                  type="radio"
                  name="how"
                  checked={seal === kept}
                  onChange={() => setSeal(kept)}
                  className="accent-accent"
                />
                {kept ? w.key.seal : w.key.hold}
              </label>
            ))}
          </fieldset>
          {seal && (
            <label className="block" htmlFor={passId}>
              {w.key.passphrase}
              <input
                id={passId}
                name="passphrase"
                type="password"
                autoComplete="new-password"
                aria-describedby={errorId}
                className={FIELD}
              />
              <span className="text-muted text-xs">{fill(w.key.passphraseHint, { count: SHORTEST })}</span>
            </label>
          )}
          <Button type="submit" disabled={busy}>
            {w.key.save}
          </Button>
        </form>
      )}
      <p id={errorId} role="alert" className="text-urgent">
        {error}
      </p>
      <p role="status" className="text-accent">
        {said}
      </p>
      <p className="text-muted text-xs">{fill(w.key.hint, { host })}</p>
    </section>
  );
}
