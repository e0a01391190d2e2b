import { type ReactNode, useId, useState } from 'react';
import type { Change, Quote } from '../../lib/contract/correction.ts';
import {
  ASPECTS,
  type Aspect,
  FINDING_KINDS,
  type FindingKind,
  type Polarity,
  type Sentiment,
  type Triage,
  URGENCIES,
  type Urgency,
  urgencyOf,
} from '../../lib/contract/triage.ts';
import { useWords } from '../language.tsx';

/** `problem`: what is wrong with what was typed, said at once; `lack`: what is still to be chosen, said at the end. */
export type OnChange = (changes: Change[], said?: { problem?: string | null; lack?: string }) => void;

interface FindingFieldsProps {
  kind: FindingKind;
  places: Quote[];
  /** Whether of these words it only sounds so. */
  isHunch: (words: { kind: FindingKind; places: Quote[] }) => boolean;
  onChange: OnChange;
}

const ANSWERS = [
  ['not-this', 'reading.correct.nothing'],
  ['other-kind', 'reading.correct.other'],
] as const;

/** This finding is none, or another. */
export function FindingFields({ kind, places, isHunch, onChange }: FindingFieldsProps) {
  const { t } = useWords();
  const name = useId();
  const [choice, setChoice] = useState<'not-this' | 'other-kind' | null>(null);
  const [to, setTo] = useState<FindingKind | ''>('');
  // All of them at first: mostly they stand or fall together.
  const [about, setAbout] = useState<readonly Quote[]>(places);
  function choose(next: typeof choice, other: FindingKind | '', those = about): void {
    setChoice(next);
    setTo(other);
    setAbout(those);
    const words = { kind, places: [...those], ...(isHunch({ kind, places: [...those] }) && { hunch: true }) };
    if (those.length === 0) onChange([], { lack: t('reading.correct.needPlace') });
    else if (next === null) onChange([]);
    else if (next === 'not-this') onChange([{ what: 'not-this', ...words }]);
    else if (other === '') onChange([], { lack: t('reading.correct.needKind') });
    else onChange([{ what: 'other-kind', ...words, to: other }]);
  }
  return (
    <fieldset className="space-y-1">
      <legend className="mb-1">
        <span className="font-semibold">{t(`terms.kind.${kind}`)}</span>{' '}
        {places.length === 1 && (
          <bdi className="text-muted">{places.map(({ quote }) => `「${shortened(quote)}」`).join('')}</bdi>
        )}
      </legend>
      {places.length > 1 && (
        <fieldset className="mb-2 max-h-40 overflow-y-auto rounded-md bg-surface px-2.5 py-1.5">
          <legend className="sr-only">{t('reading.correct.which')}</legend>
          <p aria-hidden className="text-muted text-xs">
            {t('reading.correct.which')}
          </p>
          {places.map((place) => (
            <label key={`${place.start}-${place.end}`} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                className="accent-accent"
                checked={about.includes(place)}
                onChange={({ target }) =>
                  choose(
                    choice,
                    to,
                    places.filter((one) => (one === place ? target.checked : about.includes(one))),
                  )
                }
              />
              <bdi>「{shortened(place.quote)}」</bdi>
            </label>
          ))}
        </fieldset>
      )}
      {ANSWERS.map(([answer, label]) => (
        <label key={answer} className="flex min-h-8 items-center gap-2">
          <input
            type="radio"
            className="accent-accent"
            name={name}
            checked={choice === answer}
            onChange={() => choose(answer, answer === 'not-this' ? '' : to)}
          />
          {t(label)}
        </label>
      ))}
      {choice === 'other-kind' && (
        <KindSelect
          label={t('reading.correct.other')}
          value={to}
          without={kind}
          onPick={(next) => choose('other-kind', next)}
        />
      )}
    </fieldset>
  );
}

/** Words that triage read past, and what they are. */
export function MissingFields({ quote, text, onChange }: { quote: Quote | null; text: string; onChange: OnChange }) {
  const { t } = useWords();
  const field = useId();
  const hint = useId();
  const [typed, setTyped] = useState('');
  const [to, setTo] = useState<FindingKind | ''>('');
  function update(words: string, kind: FindingKind | ''): void {
    setTyped(words);
    setTo(kind);
    const said = words.trim();
    const start = said === '' ? -1 : text.indexOf(said);
    const place = quote ?? (start < 0 ? null : { start, end: start + said.length, quote: said });
    const isMissing = quote === null && said !== '' && start < 0;
    onChange(place && kind !== '' ? [{ what: 'missing', to: kind, places: [place] }] : [], {
      problem: isMissing ? t('reading.correct.notInText') : null,
      lack: t(place ? 'reading.correct.needKind' : 'reading.correct.needWords'),
    });
  }
  return (
    <div className="space-y-3">
      {quote ? (
        <p>
          <span className="font-semibold">{t('reading.correct.words')}</span>{' '}
          <bdi className="text-muted">「{shortened(quote.quote)}」</bdi>
        </p>
      ) : (
        <div>
          <label htmlFor={field} className="font-semibold">
            {t('reading.correct.words')}
          </label>
          <textarea
            id={field}
            rows={2}
            value={typed}
            aria-describedby={hint}
            onChange={(event) => update(event.target.value, to)}
            className="mt-1 block w-full resize-none rounded-md border border-edge/60 bg-raised px-3 py-2"
          />
          <p id={hint} className="text-muted text-xs">
            {t('reading.correct.wordsHint')}
          </p>
        </div>
      )}
      <KindSelect shown label={t('reading.correct.isThis')} value={to} onPick={(kind) => update(typed, kind)} />
    </div>
  );
}

interface Reading {
  sentiment: Sentiment;
  urgency: Urgency;
  aspects: Partial<Record<Aspect, Polarity>>;
}

/** How the review as a whole was read. */
export function ReadingFields({ triage, onChange }: { triage: Triage; onChange: OnChange }) {
  const { t } = useWords();
  const before: Reading = {
    sentiment: triage.sentiment,
    urgency: urgencyOf(triage.priority),
    aspects: triage.aspects,
  };
  const [now, setNow] = useState(before);
  function set(part: Partial<Reading>): void {
    const next = { ...now, ...part };
    setNow(next);
    onChange(differences(before, next));
  }
  return (
    <div className="space-y-3">
      <div className="grid grid-cols-2 gap-3">
        <Choice
          label={t('reading.correct.sentiment')}
          value={now.sentiment}
          options={SENTIMENTS.map((value) => [value, t(`terms.sentiment.${value}`)])}
          onPick={(sentiment) => set({ sentiment })}
        />
        <Choice
          label={t('reading.correct.urgency')}
          value={now.urgency}
          options={URGENCIES.map((value) => [value, t(`terms.urgency.${value}`)])}
          onPick={(urgency) => set({ urgency })}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('reading.correct.aspects')}</legend>
        <div className="grid grid-cols-2 gap-x-3 gap-y-2">
          {ASPECTS.map((aspect) => (
            <Choice
              key={aspect}
              label={t(`terms.aspect.${aspect}`)}
              value={now.aspects[aspect] ?? 'none'}
              options={[
                ['none', t('reading.correct.notSpoken')] as const,
                ...POLARITIES.map((value) => [value, t(`terms.polarity.${value}`)] as const),
              ]}
              onPick={(value) => {
                const { [aspect]: _, ...others } = now.aspects;
                set({ aspects: value === 'none' ? others : { ...others, [aspect]: value } });
              }}
              light
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const SENTIMENTS = ['negative', 'mixed', 'neutral', 'positive'] as const satisfies readonly Sentiment[];
const POLARITIES = ['neg', 'mixed', 'pos'] as const satisfies readonly Polarity[];

/** A change for each thing that is now otherwise. */
export function differences(before: Reading, now: Reading): Change[] {
  const changes: Change[] = [];
  if (now.sentiment !== before.sentiment)
    changes.push({ what: 'sentiment', from: before.sentiment, to: now.sentiment });
  if (now.urgency !== before.urgency) changes.push({ what: 'urgency', from: before.urgency, to: now.urgency });
  for (const aspect of ASPECTS) {
    const from = before.aspects[aspect] ?? null;
    const to = now.aspects[aspect] ?? null;
    if (from !== to) changes.push({ what: 'aspect', aspect, from, to });
  }
  return changes;
}

interface KindSelectProps {
  label: string;
  value: FindingKind | '';
  onPick: (kind: FindingKind | '') => void;
  without?: FindingKind;
  /** The label can be seen; else it repeats what stands above. */
  shown?: boolean;
}

function KindSelect({ label, value, onPick, without, shown = false }: KindSelectProps) {
  const { t } = useWords();
  return (
    <label className="block">
      <span className={shown ? 'font-semibold' : 'sr-only'}>{label}</span>
      <select
        value={value}
        onChange={(event) => onPick(FINDING_KINDS.find((kind) => kind === event.target.value) ?? '')}
        className="mt-1 block h-9 w-full rounded-md border border-edge/60 bg-raised px-2"
      >
        <option value="">{t('reading.correct.pick')}</option>
        {FINDING_KINDS.filter((kind) => kind !== without).map((kind) => (
          <option key={kind} value={kind}>
            {t(`terms.kind.${kind}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onPick: (value: T) => void;
  light?: boolean;
}

function Choice<T extends string>({ label, value, options, onPick, light = false }: ChoiceProps<T>): ReactNode {
  return (
    <label className="block min-w-0">
      <span className={light ? 'text-muted text-xs' : 'font-semibold'}>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const picked = options.find(([option]) => option === event.target.value);
          if (picked) onPick(picked[0]);
        }}
        className="block h-8 w-full rounded-md border border-edge/60 bg-raised px-2"
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

const SHORT = 80;
const shortened = (quote: string): string => (quote.length > SHORT ? `${quote.slice(0, SHORT)}…` : quote);
