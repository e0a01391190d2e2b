import { Cloud, FlaskConical, Laptop } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { ModelFailure, ModelSettings, Provider } from '../../lib/contract/model.ts';
import type { BuiltinState } from '../../lib/drafting/llm/builtin.ts';
import { Button } from '../button.tsx';
import { ModelFailureBox } from './failure.tsx';
import { KeyForm, type KeyFormProps } from './key-form.tsx';
import { amount, useModelWords } from './words.ts';

export type TestResult =
  | { ok: true; seconds: number; sample: string; shape: 'schema' | 'object' | 'words' }
  /** The service answers, and has these models; none was chosen yet. */
  | { ok: true; models: string[] }
  | { ok: false; failure: ModelFailure; models: string[] };

export interface MonthSum {
  requests: number;
  tokens: { input: number; output: number };
  cost: number | null;
}

export interface SettingsPanelProps {
  settings: ModelSettings;
  /** Of the address as it stands; null: it is no address. */
  place: { host: string; local: boolean } | null;
  needsKey: boolean;
  keyState: KeyFormProps['state'];
  month: MonthSum;
  builtin: Record<'zh-TW' | 'en', BuiltinState> | null;
  extensionOrigin: string;
  onChange: (change: Partial<ModelSettings>) => void;
  onTest: () => Promise<TestResult>;
  onKey: KeyFormProps['onKey'];
  onUnlock: KeyFormProps['onUnlock'];
  onForget: KeyFormProps['onForget'];
  toClipboard: (text: string) => Promise<boolean>;
}

const GROUPS: { name: 'local' | 'cloud'; icon: typeof Laptop; providers: Provider[] }[] = [
  { name: 'local', icon: Laptop, providers: ['ollama', 'lmstudio', 'llamacpp', 'builtin'] },
  { name: 'cloud', icon: Cloud, providers: ['openai', 'azure', 'other'] },
];

const FIELD = 'mt-1 block h-9 w-full rounded-md border border-edge/60 bg-raised px-2 aria-invalid:border-urgent';

/** Where a model is chosen. Off is the default and costs nothing; every choice is stored at once. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { settings, place, builtin, onChange } = props;
  const { w, fill } = useModelWords();
  const isBuiltin = settings.provider === 'builtin';
  return (
    <div className="max-w-xl space-y-5 pb-8">
      <header>
        <h1 className="font-semibold text-lg">{w.title}</h1>
        <p className="text-muted">{w.intro}</p>
      </header>
      <div className="flex items-start gap-3 rounded-lg border border-line bg-surface px-3 py-2.5">
        <button
          type="button"
          role="switch"
          aria-checked={settings.on}
          aria-label={w.switch}
          onClick={() => onChange({ on: !settings.on })}
          className={`mt-0.5 inline-flex h-6 w-11 shrink-0 items-center rounded-full border px-0.5 transition-colors ${settings.on ? 'justify-end border-accent bg-accent' : 'justify-start border-edge bg-raised'}`}
        >
          <span className={`size-4.5 rounded-full ${settings.on ? 'bg-accent-ink' : 'bg-edge'}`} />
        </button>
        <div>
          <p className="font-semibold">{w.switch}</p>
          <p className="text-muted">{settings.on ? w.on : w.off}</p>
        </div>
      </div>
      {settings.on && (
        <>
          <fieldset>
            <legend className="font-semibold">{w.provider}</legend>
            <div className="mt-1 grid gap-3 sm:grid-cols-2">
              {GROUPS.map(({ name, icon: Icon, providers }) => (
                <div key={name} className="rounded-lg border border-line p-2.5">
                  <p className="flex items-center gap-1.5 font-semibold">
                    <Icon aria-hidden size={16} className="text-accent" />
                    {w.groups[name]}
                  </p>
                  <p className="text-muted text-xs">{w.groupHints[name]}</p>
                  <div className="mt-1.5">
                    {providers.map((provider) => (
                      <label key={provider} className="flex min-h-8 items-center gap-2 rounded px-1 hover:bg-surface">
                        <input
                          type="radio"
                          name="provider"
                          checked={settings.provider === provider}
                          onChange={() => onChange({ provider })}
                          className="accent-accent"
                        />
                        {w.providers[provider]}
                      </label>
                    ))}
                  </div>
                </div>
              ))}
            </div>
          </fieldset>
          {isBuiltin ? (
            <ul className="list-disc pl-5">
              {(['zh-TW', 'en'] as const).map((language) => (
                <li key={language}>
                  {builtin
                    ? fill(w.builtin[builtin[language]], { language: w.builtin.languages[language] })
                    : w.builtin.asking}
                </li>
              ))}
            </ul>
          ) : (
            <>
              <Text
                key={`address-${settings.provider}`}
                label={w.address}
                hint={settings.provider === 'azure' ? w.azureHint : w.addressHint}
                value={settings.baseUrl}
                error={settings.baseUrl !== '' && !place ? w.addressBad : ''}
                onCommit={(baseUrl) => onChange({ baseUrl })}
              />
              <Text
                key={`model-${settings.provider}-${settings.model}`}
                label={settings.provider === 'azure' ? w.azureName : w.name}
                hint={w.nameHint}
                value={settings.model}
                onCommit={(model) => onChange({ model: model.trim() })}
              />
              {place && (
                <KeyForm
                  key={place.host}
                  host={place.host}
                  optional={!props.needsKey}
                  state={props.keyState}
                  onKey={props.onKey}
                  onUnlock={props.onUnlock}
                  onForget={props.onForget}
                />
              )}
            </>
          )}
          {(place || isBuiltin) && (
            <Test
              key={settings.provider + settings.baseUrl}
              {...props}
              host={place?.host ?? 'Chrome'}
              asks={!isBuiltin}
            />
          )}
          {place && !place.local && <Prices settings={settings} onChange={onChange} />}
          <section>
            <h2 className="font-semibold">{w.month.title}</h2>
            <p className="text-muted">
              {props.month.requests === 0
                ? w.month.none
                : fill(w.month.sum, {
                    requests: props.month.requests,
                    input: props.month.tokens.input.toLocaleString('en'),
                    output: props.month.tokens.output.toLocaleString('en'),
                  }) + (props.month.cost === null ? '' : fill(w.month.cost, { cost: amount(props.month.cost) }))}
            </p>
          </section>
        </>
      )}
    </div>
  );
}

interface TextProps {
  label: string;
  hint: string;
  value: string;
  error?: string;
  onCommit: (value: string) => void;
}

/** Stored when it is left or confirmed: an address half typed is none. */
function Text({ label, hint, value, error = '', onCommit }: TextProps) {
  const id = useId();
  const about = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = (): void => {
    if (typed !== value) onCommit(typed);
  };
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={about}
        aria-invalid={error !== '' || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        className={`${FIELD} font-mono text-xs`}
      />
      <p id={about} className={`mt-1 text-xs ${error === '' ? 'text-muted' : 'text-urgent'}`}>
        {error === '' ? hint : error}
      </p>
    </div>
  );
}

function Test(props: SettingsPanelProps & { host: string; asks: boolean }) {
  const { w, fill } = useModelWords();
  const { settings, host } = props;
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<TestResult | null>(null);
  const models = result && 'models' in result ? result.models : [];
  return (
    <section className="space-y-2 rounded-lg border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          look="primary"
          icon={FlaskConical}
          disabled={busy}
          onClick={() => {
            setBusy(true);
            setResult(null);
            void props
              .onTest()
              .then(setResult)
              .finally(() => setBusy(false));
          }}
        >
          {busy ? w.test.running : w.test.run}
        </Button>
        <span className="min-w-0 flex-1 text-muted text-xs">{w.test.hint}</span>
      </div>
      {props.asks && <p className="text-muted text-xs">{fill(w.permission.why, { host })}</p>}
      <div aria-live="polite" className="space-y-2">
        {result?.ok && 'sample' in result && (
          <div className="rounded-md bg-accent-soft px-3 py-2">
            <p className="font-semibold">{fill(w.test.ok, { seconds: result.seconds.toFixed(1) })}</p>
            <p>{w.test.shape[result.shape]}</p>
            <p>
              {w.test.sample}「{result.sample}」
            </p>
          </div>
        )}
        {result?.ok && 'models' in result && <p>{w.test.pickFirst}</p>}
        {result && !result.ok && (
          <ModelFailureBox
            failure={result.failure}
            host={host}
            model={settings.model}
            extensionOrigin={props.extensionOrigin}
            toClipboard={props.toClipboard}
          />
        )}
        {models.length > 0 && (
          <fieldset>
            <legend className="text-muted">{w.pick}</legend>
            <div className="mt-1 flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
              {models.map((model) => (
                <button
                  key={model}
                  type="button"
                  aria-pressed={settings.model === model}
                  onClick={() => props.onChange({ model })}
                  className={`min-h-8 rounded-md border px-2 font-mono text-xs ${settings.model === model ? 'border-accent bg-accent-soft text-accent' : 'border-edge/50 hover:bg-surface'}`}
                >
                  {model}
                </button>
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </section>
  );
}

function Prices({ settings, onChange }: Pick<SettingsPanelProps, 'settings' | 'onChange'>) {
  const { w } = useModelWords();
  return (
    <fieldset>
      <legend className="font-semibold">{w.prices.title}</legend>
      <p className="text-muted text-xs">{w.prices.hint}</p>
      <div className="mt-1 flex gap-3">
        {(['input', 'output'] as const).map((side) => (
          <label key={side} className="block w-32">
            {w.prices[side]}
            <input
              type="number"
              min={0}
              step="any"
              defaultValue={settings.prices[side] ?? ''}
              onBlur={({ target }) => {
                const value = target.value.trim() === '' ? null : Number(target.value);
                if (value !== null && !(value >= 0)) return;
                onChange({ prices: { ...settings.prices, [side]: value } });
              }}
              className={FIELD}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
