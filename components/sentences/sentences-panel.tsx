import { Check, Download, Pencil, Plus, Trash2, Upload } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import { Purpose, Tone } from '../../lib/contract/draft.ts';
import type { OwnSentence, SentenceWords } from '../../lib/contract/sentences.ts';
import { ASPECTS } from '../../lib/contract/triage.ts';
import { isApprover } from '../../lib/desk/case.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { formatDay } from '../time.ts';

interface SentencesPanelProps {
  sentences: readonly OwnSentence[];
  onDuty: Person | null;
  /** Why the guard would not let a sentence be approved; null: nothing against it. */
  objection: (text: string) => Promise<string | null>;
  onSave: (sentence: SentenceWords) => Promise<boolean>;
  onApprove: (id: string) => void;
  onRemove: (id: string) => void;
  onExport: () => void;
  onImport: (file: File) => void;
}

const PURPOSES = Purpose.options.filter((purpose) => purpose !== 'greeting');
const LANGUAGES = ['zh-TW', 'en', 'ja'] as const;

/** The clinic's own sentences: written by anybody at the desk, used once a manager or doctor said yes. */
export function SentencesPanel(props: SentencesPanelProps) {
  const { sentences, onDuty } = props;
  const { t } = useWords();
  const [editing, setEditing] = useState<SentenceWords | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const approver = isApprover(onDuty);
  const fresh = (): SentenceWords => ({
    id: crypto.randomUUID(),
    text: '',
    language: 'zh-TW',
    purpose: 'channel',
    aspect: null,
    tone: null,
  });
  return (
    <div className="space-y-4 pb-8">
      <div>
        <h1 className="font-semibold text-lg">{t('sentences.panel.title')}</h1>
        <p className="text-muted">{t('sentences.panel.intro')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" icon={Plus} onClick={() => setEditing(fresh())}>
          {t('sentences.panel.add')}
        </Button>
        <Button icon={Upload} onClick={() => file.current?.click()}>
          {t('sentences.panel.import')}
        </Button>
        <Button icon={Download} disabled={sentences.length === 0} onClick={props.onExport}>
          {t('sentences.panel.export')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={t('sentences.panel.import')}
          className="hidden"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) props.onImport(chosen);
          }}
        />
      </div>
      {!approver && sentences.some(({ by }) => by === null) && (
        <p className="rounded-md bg-amber-soft px-3 py-2">
          {t('sentences.panel.needRole', { name: onDuty?.name ?? t('sentences.panel.nobody') })}
        </p>
      )}
      {editing && (
        <SentenceForm
          key={editing.id}
          sentence={editing}
          objection={props.objection}
          onCancel={() => setEditing(null)}
          onSave={async (sentence) => {
            if (await props.onSave(sentence)) setEditing(null);
          }}
        />
      )}
      {sentences.length === 0 && !editing ? (
        <div className="rounded-md bg-surface px-4 py-6 text-center">
          <p className="font-semibold">{t('sentences.panel.empty')}</p>
          <p className="text-muted">{t('sentences.panel.emptyHint')}</p>
        </div>
      ) : (
        <ul className="space-y-2">
          {sentences.map((one) => (
            <Row
              key={one.id}
              one={one}
              approver={approver}
              onEdit={() => setEditing(one)}
              onApprove={() => props.onApprove(one.id)}
              onRemove={() => props.onRemove(one.id)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface RowProps {
  one: OwnSentence;
  approver: boolean;
  onEdit: () => void;
  onApprove: () => void;
  onRemove: () => void;
}

function Row({ one, approver, onEdit, onApprove, onRemove }: RowProps) {
  const { t, language } = useWords();
  const facts = [
    t(`sentences.panel.purposes.${one.purpose}`),
    one.aspect && t(`terms.aspect.${one.aspect}`),
    one.tone && t(`terms.tone.${one.tone}`),
    one.language !== 'zh-TW' && t(`sentences.panel.languages.${one.language}`),
  ].filter(Boolean);
  return (
    <li className="rounded-md border border-line px-3 py-2">
      <p className="break-words">{one.text}</p>
      <p className="mt-0.5 text-muted text-xs">{facts.join(' · ')}</p>
      <div className="mt-1.5 flex flex-wrap items-center justify-end gap-2">
        <span className={`mr-auto w-full text-xs sm:w-auto ${one.by ? 'text-accent' : 'font-semibold text-amber'}`}>
          {one.by
            ? t('sentences.panel.approved', {
                name: one.by.name,
                role: t(`terms.role.${one.by.role}`),
                date: one.at ? formatDay(one.at, language) : '',
              })
            : t('sentences.panel.waiting')}
        </span>
        {!one.by && approver && (
          <Button icon={Check} onClick={onApprove}>
            {t('sentences.panel.approve')}
          </Button>
        )}
        <Button look="ghost" icon={Pencil} onClick={onEdit}>
          {t('sentences.panel.edit')}
        </Button>
        <Button look="ghost" icon={Trash2} onClick={onRemove}>
          {t('sentences.panel.remove')}
        </Button>
      </div>
    </li>
  );
}

interface FormProps {
  sentence: SentenceWords;
  objection: (text: string) => Promise<string | null>;
  onSave: (sentence: SentenceWords) => Promise<void>;
  onCancel: () => void;
}

function SentenceForm({ sentence, objection, onSave, onCancel }: FormProps) {
  const { t } = useWords();
  const [value, setValue] = useState(sentence);
  const [against, setAgainst] = useState<string | null>(null);
  const field = useId();
  const hint = useId();
  const change = (part: Partial<SentenceWords>): void => setValue((now) => ({ ...now, ...part }));
  async function submit(): Promise<void> {
    const why = await objection(value.text);
    setAgainst(why);
    if (why === null && value.text.trim().length >= 2) await onSave({ ...value, text: value.text.trim() });
  }
  return (
    <form
      className="space-y-3 rounded-md border border-accent bg-surface px-3 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <label htmlFor={field} className="font-semibold">
          {t('sentences.panel.text')}
        </label>
        <textarea
          id={field}
          rows={2}
          maxLength={200}
          required
          value={value.text}
          aria-describedby={hint}
          aria-invalid={against !== null || undefined}
          onChange={(event) => {
            change({ text: event.target.value });
            setAgainst(null);
          }}
          className="mt-1 block w-full resize-none rounded-md border border-edge/60 bg-raised px-3 py-2"
        />
        <p id={hint} className="mt-1.5 text-muted text-xs">
          {t('sentences.panel.textHint')}
        </p>
        <p role="alert" className="text-urgent">
          {against !== null && t('sentences.panel.objection', { why: against })}
        </p>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice
          label={t('sentences.panel.purpose')}
          value={value.purpose}
          onChange={(purpose) => change({ purpose: Purpose.parse(purpose) })}
        >
          {PURPOSES.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`sentences.panel.purposes.${purpose}`)}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('sentences.panel.aspect')}
          value={value.aspect ?? ''}
          onChange={(aspect) => change({ aspect: ASPECTS.find((one) => one === aspect) ?? null })}
        >
          <option value="">{t('sentences.panel.anyAspect')}</option>
          {ASPECTS.map((aspect) => (
            <option key={aspect} value={aspect}>
              {t(`terms.aspect.${aspect}`)}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('sentences.panel.tone')}
          value={value.tone ?? ''}
          onChange={(tone) => change({ tone: Tone.options.find((one) => one === tone) ?? null })}
        >
          <option value="">{t('sentences.panel.anyTone')}</option>
          {Tone.options.map((tone) => (
            <option key={tone} value={tone}>
              {t(`terms.tone.${tone}`)}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('sentences.panel.language')}
          value={value.language}
          onChange={(language) => change({ language: LANGUAGES.find((one) => one === language) ?? 'zh-TW' })}
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {t(`sentences.panel.languages.${language}`)}
            </option>
          ))}
        </Choice>
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t('sentences.panel.cancel')}</Button>
        <Button look="primary" type="submit">
          {t('sentences.panel.save')}
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label className="block">
      <span className="font-semibold">{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="mt-1 block h-9 w-full rounded-md border border-edge/60 bg-raised px-2"
      >
        {children}
      </select>
    </label>
  );
}
