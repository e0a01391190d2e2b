import { useId } from 'react';
import { Tone } from '../../lib/contract/draft.ts';
import type { Preferences } from '../../lib/contract/views.ts';
import { useWords } from '../language.tsx';

interface SettingsFormProps {
  preferences: Preferences;
  onChange: (change: Partial<Preferences>) => void;
}

const RETENTION = [180, 365, 730, 1825];

/** What a person chose for this computer. Each choice is stored at once. */
export function SettingsForm({ preferences, onChange }: SettingsFormProps) {
  const { t } = useWords();
  return (
    <div className="max-w-xl space-y-5">
      <header>
        <h1 className="font-semibold text-lg">{t('dashboard.settings.title')}</h1>
        <p className="text-muted">{t('dashboard.settings.intro')}</p>
      </header>
      <Choice
        label={t('dashboard.settings.language')}
        value={preferences.language}
        options={(['zh-TW', 'en'] as const).map((value) => [value, t(`dashboard.settings.languages.${value}`)])}
        onChange={(language) => onChange({ language })}
      />
      <Choice
        label={t('dashboard.settings.theme')}
        value={preferences.theme}
        options={(['system', 'light', 'dark'] as const).map((value) => [value, t(`sidebar.menu.${value}`)])}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        label={t('dashboard.settings.tone')}
        value={preferences.tone}
        options={Tone.options.map((value) => [value, t(`terms.tone.${value}`)])}
        onChange={(tone) => onChange({ tone })}
      />
      <Choice
        label={t('dashboard.settings.retention')}
        hint={t('dashboard.settings.retentionHint')}
        value={String(preferences.retentionDays ?? '')}
        options={[
          ['', t('dashboard.settings.retentionNever')],
          ...RETENTION.map((days): [string, string] => [
            String(days),
            t('dashboard.settings.retentionDays', { count: days }),
          ]),
        ]}
        onChange={(days) => onChange({ retentionDays: days === '' ? null : Number(days) })}
      />
      <div>
        <h2 className="font-semibold">{t('dashboard.settings.shortcut')}</h2>
        <p className="text-muted">{t('dashboard.settings.shortcutHint')}</p>
      </div>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  hint?: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, hint, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  const about = useId();
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select
        id={id}
        value={value}
        {...(hint && { 'aria-describedby': about })}
        onChange={(event) => {
          const option = options.find(([key]) => key === event.target.value);
          if (option) onChange(option[0]);
        }}
        className="mt-1 block h-9 w-full max-w-72 rounded-md border border-edge/60 bg-raised px-2"
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      {hint && (
        <p id={about} className="mt-1 text-muted text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}
