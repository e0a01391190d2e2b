import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { IconButton } from '../button.tsx';
import { useWords } from '../language.tsx';
import { FILTERS, type Filter, type Scope } from './narrow.ts';

interface QueueToolsProps {
  query: string;
  filter: Filter;
  /** Undefined where there is no page (dashboard). */
  scope?: Scope;
  /** How many reviews of the page do not concern the clinic; 0 hides the switch. */
  others: number;
  showOthers: boolean;
  searchRef?: Ref<HTMLInputElement>;
  onQuery: (query: string) => void;
  onFilter: (filter: Filter) => void;
  onScope?: (scope: Scope) => void;
  onOthers?: (show: boolean) => void;
}

/** One search box and a few filters: nothing that needs a manual. */
export function QueueTools(props: QueueToolsProps) {
  const { query, filter, scope, others, showOthers, searchRef } = props;
  const { t } = useWords();
  return (
    <div className="space-y-1.5 border-line border-b px-3 pb-2">
      <div className="flex gap-2">
        <label className="relative min-w-0 flex-1">
          <span className="sr-only">{t('sidebar.search.label')}</span>
          <Search
            aria-hidden
            size={15}
            className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
          />
          <input
            ref={searchRef}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            maxLength={200}
            value={query}
            onChange={(event) => props.onQuery(event.target.value)}
            placeholder={t('sidebar.search.placeholder')}
            className="h-8 w-full rounded-md border border-edge/60 bg-raised pr-8 pl-7"
          />
          {query && (
            <IconButton
              icon={X}
              label={t('sidebar.search.clear')}
              onClick={() => props.onQuery('')}
              className="absolute top-0 right-0"
            />
          )}
        </label>
        {scope && (
          <fieldset className="flex shrink-0 rounded-md bg-surface p-0.5">
            <legend className="sr-only">{t('sidebar.scope.label')}</legend>
            {(['page', 'all'] as const).map((value) => (
              <Choice key={value} on={scope === value} onPick={() => props.onScope?.(value)} look="segment">
                {t(`sidebar.scope.${value}`)}
              </Choice>
            ))}
          </fieldset>
        )}
      </div>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t('sidebar.filter.label')}</legend>
        {FILTERS.map((value) => (
          <Choice
            key={value}
            on={filter === value}
            onPick={() => props.onFilter(filter === value ? 'all' : value)}
            look="chip"
          >
            {t(`sidebar.filter.${value}`)}
          </Choice>
        ))}
      </fieldset>
      {others > 0 && (
        <button
          type="button"
          aria-pressed={showOthers}
          onClick={() => props.onOthers?.(!showOthers)}
          className="min-h-8 text-left text-accent text-xs underline underline-offset-2"
        >
          {showOthers ? t('sidebar.others.hide') : t('sidebar.others.show', { count: others })}
        </button>
      )}
    </div>
  );
}

const CHOICE = {
  segment: { base: 'rounded px-2 min-h-7', on: 'bg-raised text-ink shadow-sm font-semibold', off: 'text-muted' },
  chip: {
    base: 'rounded-full border px-2.5 min-h-8',
    on: 'border-accent bg-accent-soft text-accent font-semibold',
    off: 'border-line text-muted hover:border-edge hover:text-ink',
  },
};

interface ChoiceProps {
  on: boolean;
  look: keyof typeof CHOICE;
  onPick: () => void;
  children: string;
}

function Choice({ on, look, onPick, children }: ChoiceProps) {
  const { base, on: chosen, off } = CHOICE[look];
  return (
    <button type="button" aria-pressed={on} onClick={onPick} className={`text-[13px] ${base} ${on ? chosen : off}`}>
      {children}
    </button>
  );
}
