import { MessageSquareWarning, TextSelect } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId, useMemo, useRef, useState } from 'react';
import type { Quote } from '../../lib/contract/correction.ts';
import type { Result } from '../../lib/contract/result.ts';
import type { PersonalSpan, Span } from '../../lib/contract/triage.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { statusOfReview } from '../../lib/desk/status.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { Aspects, Order, PersonalData } from './about.tsx';
import type { ReviewActions } from './actions.ts';
import type { About, Made } from './correct-dialog.tsx';
import { Corrections } from './corrections.tsx';
import { Findings } from './findings.tsx';
import { type Group, grouped, worthShowing } from './groups.ts';
import { LINE, type Severity } from './looks.ts';
import { MarkedText } from './marked-text.tsx';
import { useSelectedSpan } from './selection.ts';

// Corrections are rare: their form comes when it is wanted.
const CorrectDialog = lazy(() => import('./correct-dialog.tsx'));

interface ReadingProps {
  view: ReviewView;
  settings: SettingsView;
  actions: ReviewActions;
  /** Shows a failure or what was done; resolves to whether it worked. */
  did: (deed: Promise<Result<ReviewView | null>>, words?: string) => Promise<boolean>;
  onCovered: () => void;
  /** What stands above the text, and below it before the findings. */
  head: ReactNode;
  children: ReactNode;
  /** The clinic's own words, or none at all: shown, and nothing said of them. */
  plain?: boolean;
  /** What to do: for every review in the same place, right below its text. Why comes after. */
  steps?: ReactNode;
}

const NONE: readonly Span[] = [];

/** The review's text with all that was read in it, each told in words, and each to be corrected. */
export function Reading({ view, settings, actions, did, onCovered, head, children, steps, plain }: ReadingProps) {
  const { t } = useWords();
  const [first, setFirst] = useState(false);
  const original = first ? view.original : null;
  const triage = original ?? view.triage;
  const { text, title } = view.review;
  const wordless = text.trim() === '' && !title;
  const risks = useMemo(() => worthShowing(triage.risks), [triage.risks]);
  const groups = useMemo(() => grouped(risks), [risks]);
  const personal = useMemo(() => triage.personal.filter(({ type }) => type !== 'CLINIC_CONTACT'), [triage.personal]);
  // The gravest card stands open at first, so that nobody need look for it; opinion and praise can wait.
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const gravest = groups.find(({ severity }) => severity !== 'low')?.key ?? null;
  const open = chosen === undefined ? gravest : chosen;
  const [lit, setLit] = useState<readonly Span[]>(NONE);
  const [about, setAbout] = useState<About | null>(null);
  const region = useRef<HTMLElement>(null);
  const findingsHead = useRef<HTMLElement>(null);
  const madeHead = useRef<HTMLElement>(null);
  const toCorrected = useRef<HTMLButtonElement>(null);
  const selected = useSelectedSpan(region, text);
  const base = useId();
  const idOf = (group: number): string => `${base}-finding-${group}`;
  const groupOf = (index: number): number => groups.findIndex(({ places }) => places.includes(index));

  function light(spans: readonly Span[] | null, scroll = false): void {
    setLit(spans ?? NONE);
    // After the words have been marked.
    if (scroll)
      requestAnimationFrame(() => region.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'nearest' }));
  }

  /** The gravest finding's card; pressed again, that of the next one of the same words. */
  function pick(indices: readonly number[]): void {
    const cards = [...new Set(indices.map(groupOf))];
    const at = cards.findIndex((card) => groups[card]?.key === open);
    const isStanding = at >= 0 && chosen !== undefined;
    const card = cards[isStanding ? (at + 1) % cards.length : 0] ?? 0;
    setChosen(groups[card]?.key ?? null);
    requestAnimationFrame(() => {
      const button = document.getElementById(idOf(card));
      button?.closest('li')?.scrollIntoView({ block: 'nearest' });
      button?.focus({ preventScroll: true });
    });
  }

  const quotesOf = ({ places }: Group): Quote[] => places.flatMap((index) => quoteAt(text, risks[index]) ?? []);

  /** The text is far above the list of corrections: whoever compares is taken there, and back again. */
  function show(original: boolean): void {
    setFirst(original);
    requestAnimationFrame(() => (original ? toCorrected.current : madeHead.current)?.focus());
  }

  async function submit(made: Made, panel: Element): Promise<void> {
    if (actions.page && !(await actions.page.seen(panel))) return onCovered();
    if (await did(actions.correct(made.changes, made.note, made.by), t('reading.correct.done'))) setAbout(null);
  }

  async function takeBack(id: string, button: Element): Promise<void> {
    if (actions.page && !(await actions.page.seen(button))) return onCovered();
    if (!(await did(actions.takeBack(id), t('reading.made.tookBack')))) return;
    setFirst(false);
    // The button is gone: the keyboard stays by the list.
    requestAnimationFrame(() => madeHead.current?.focus({ preventScroll: true }));
  }

  return (
    <>
      <article className="space-y-2 px-3 py-3">
        {head}
        {original && (
          <div className="rounded-md bg-amber-soft px-2.5 py-1.5">
            <p>{t('reading.made.showingOriginal')}</p>
            <Button ref={toCorrected} className="mt-1.5" onClick={() => show(false)}>
              {t('reading.made.back')}
            </Button>
          </div>
        )}
        <MarkedText
          ref={region}
          text={text}
          findings={risks}
          personal={personal}
          lit={lit}
          open={groups.find(({ key }) => key === open)?.places ?? []}
          targetOf={(index) => idOf(Math.max(0, groupOf(index)))}
          onPick={pick}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <Legend shown={risks.map(({ severity }) => severity)} personal={personal} />
          {text !== '' && !original && !plain && (
            <Button
              look={selected ? 'plain' : 'ghost'}
              icon={TextSelect}
              className="-ml-2 text-xs"
              // Keeps the selection that it is about.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setAbout({ what: 'missing', quote: selected && quoteAt(text, spanned(selected)) })}
            >
              {selected
                ? t('reading.missing.selected', { count: [...text.slice(...selected)].length })
                : t('reading.missing.button')}
            </Button>
          )}
        </div>
        {!plain && !wordless && <Aspects key={String(first)} triage={triage} onLight={light} />}
        {children}
      </article>
      {steps}
      {!plain && (
        <Findings
          headRef={findingsHead}
          text={text}
          wordless={wordless}
          triage={triage}
          risks={risks}
          groups={groups}
          open={open}
          idOf={idOf}
          onOpen={setChosen}
          onLight={light}
          onWrong={
            original
              ? undefined
              : (group) => setAbout({ what: 'finding', kind: group.finding.kind, places: quotesOf(group) })
          }
        />
      )}
      <PersonalData text={text} personal={personal} onLight={light} />
      {!plain && (
        <Order view={view} triage={triage} status={statusOfReview({ ...view, triage })}>
          {!original && (
            <Button icon={MessageSquareWarning} className="mt-2" onClick={() => setAbout({ what: 'reading' })}>
              {t('reading.correct.open')}
            </Button>
          )}
        </Order>
      )}
      <Corrections
        corrections={view.corrections}
        text={text}
        original={view.original ? first : null}
        onOriginal={() => show(true)}
        headRef={madeHead}
        onTakeBack={(id, button) => void takeBack(id, button)}
      />
      {about && (
        <Suspense>
          <CorrectDialog
            about={about}
            text={text}
            triage={view.triage}
            people={settings.clinic?.people ?? []}
            onDuty={settings.onDuty}
            personal={actions.personal}
            onDutyPick={(person) => void actions.duty(person)}
            onSetup={actions.setup}
            onCancel={() => setAbout(null)}
            afterwards={findingsHead}
            onSubmit={(made, panel) => void submit(made, panel)}
          />
        </Suspense>
      )}
    </>
  );
}

const spanned = ([start, end]: Span) => ({ start, end });

function quoteAt(text: string, span: { start: number; end: number } | undefined): Quote | null {
  const quote = span ? text.slice(span.start, span.end) : '';
  return span && quote !== '' ? { start: span.start, end: span.end, quote } : null;
}

interface LegendProps {
  shown: readonly Severity[];
  personal: readonly PersonalSpan[];
}

/** What the patterns below the words mean; only those that can be seen. */
function Legend({ shown, personal }: LegendProps) {
  const { t } = useWords();
  const kinds = (['high', 'medium', 'low'] as const).filter((severity) => shown.includes(severity));
  const all = [...kinds, ...(personal.length > 0 ? (['personal'] as const) : [])];
  if (all.length === 0) return null;
  return (
    <ul aria-label={t('reading.legend.label')} className="flex flex-wrap gap-x-3 text-muted text-xs">
      {all.map((kind) => (
        <li key={kind} className={`underline underline-offset-[3px] ${LINE[kind]}`}>
          {t(`reading.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
