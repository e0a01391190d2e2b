import { ClipboardCopy, CornerDownLeft, ShieldCheck } from 'lucide-react';
import { lazy, type Ref, Suspense, useCallback, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Result } from '../../lib/contract/result.ts';
import { urgencyOf } from '../../lib/contract/triage.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { asksFirst } from '../../lib/drafting/notes.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import type { Notice } from '../result-line.tsx';
import type { DraftActions } from '../review/actions.ts';
import { Section } from '../review/section.tsx';
import { Alternatives } from './alternatives.tsx';
import { ConfirmDialog, IdentityDialog, OverrideDialog } from './dialogs.tsx';
import { DraftField } from './draft-field.tsx';
import { Earlier } from './earlier.tsx';
import { GuardList, VerdictBadge } from './guard-list.tsx';
import { lengthText } from './length.ts';
import { permitOf, REPLY_LIMIT, replaced } from './permit.ts';
import { Quiet } from './quiet.tsx';
import { readingOf } from './reading-of.ts';
import { ToneBar } from './tone-bar.tsx';
import { type Consent, type Goal, type Question, useDelivery } from './use-delivery.ts';
import { useDraft } from './use-draft.ts';

// Most people never switch a model on.
const ModelBar = lazy(() => import('../model/model-bar.tsx'));

const NOBODY: readonly Person[] = [];
type Asking = { what: 'override' } | Question;

export interface DraftPanelHandle {
  focus(): void;
  copy(): void;
}

interface DraftPanelProps {
  view: ReviewView;
  settings: SettingsView;
  actions: DraftActions;
  /** False where the page is broken. */
  writable: boolean;
  /** What stands in the site's own box now, if it was filled from here. */
  handle?: Ref<DraftPanelHandle>;
  onReview: (view: ReviewView) => void;
  onNotice: (notice: Notice | null) => void;
  /** Marks the review as handled; absent where it is. */
  onHandled?: (() => void) | undefined;
}

/** The reply from first draft to the clipboard or the site's box; never further. */
export function DraftPanel({
  view,
  settings,
  actions,
  writable,
  handle,
  onReview,
  onNotice,
  onHandled,
}: DraftPanelProps) {
  const { t } = useWords();
  const reading = readingOf(view);
  const draft = useDraft({ typed: view.typed, tone: settings.preferences.tone, actions, reading });
  const [asking, setAsking] = useState<Asking | null>(null);
  const [busy, setBusy] = useState(false);
  /** The reading in spite of which somebody writes: of another one it is asked again. */
  const [despite, setDespite] = useState<string | null>(null);
  const anyway = despite === reading;
  /** What a model is writing: shown in the box in the place of the text, which stays as it is until it is done. */
  const [stream, setStream] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const section = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const description = useId();
  const { text, guard, lastGuard } = draft;
  const people = settings.clinic?.people ?? NOBODY;
  const permit = guard && permitOf(text, guard, view.decisions);
  const stands = permit?.kind === 'blocked';
  const first = draft.draft?.noReply ?? draft.draft?.wait ?? null;
  const silent = anyway || draft.typed ? null : first;
  const insertable = Boolean(actions.page) && view.onPage && writable && view.review.site !== 'ptt';
  const ready = stream === null && text.trim() !== '' && !draft.composing && !draft.checkFailed && !stands && !busy;

  useImperativeHandle(handle, () => ({
    focus() {
      section.current?.scrollIntoView({ block: 'start' });
      // While the first draft is on its way the field takes no focus.
      (field.current?.disabled === false ? field.current : section.current)?.focus({ preventScroll: true });
    },
    copy: () => void leave('copy'),
  }));

  /** One deed at a time; a second click meanwhile does nothing. */
  async function alone(deed: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    onNotice(null);
    try {
      await deed();
    } finally {
      setBusy(false);
    }
  }

  const deliver = useDelivery({
    view,
    settings,
    actions,
    text,
    checkNow: draft.checkNow,
    field,
    bar,
    alone,
    onAsk: setAsking,
    onNotice,
    onHandled,
  });
  const { failed } = deliver;
  async function leave(goal: Goal, consent?: Consent): Promise<void> {
    if (text.trim() !== '' && stream === null && !silent) await deliver.leave(goal, consent);
  }

  function override(reason: string, panel: Element, by: Person | null): void {
    if (permit?.kind !== 'blocked') {
      setAsking(null);
      return;
    }
    const { rules } = permit;
    void alone(async () => {
      if (actions.page && !(await actions.page.seen(panel))) return failed('covered');
      const answer: Result<ReviewView> = await actions.override(text, rules, reason, by);
      setAsking(null);
      if (answer.ok) onReview(answer.value);
      else failed(answer.failure);
    });
  }

  const select = useCallback((start: number, end: number): void => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  }, []);

  function replace(start: number, end: number, by: string): void {
    draft.type(replaced(text, start, end, by));
    field.current?.focus();
  }

  /** A fresh draft takes the place of what was typed, which can be had back. */
  function fresh(take: () => void): void {
    const before = draft.typed ? text : '';
    take();
    if (before.trim() !== '') {
      setTurn((now) => now + 1);
      onNotice({ kind: 'done', text: t('review.draft.replaced'), undo: () => draft.type(before) });
    }
  }

  /** After that a neutral reply can be drafted. */
  function confirmed(): Promise<void> {
    return alone(async () => {
      const answer = await actions.confirm();
      if (!answer.ok) return failed(answer.failure);
      onReview(answer.value);
      draft.another();
    });
  }

  async function pickDuty(person: Person): Promise<void> {
    const answer = await actions.duty(person);
    if (!answer.ok) failed(answer.failure);
  }

  const limit = REPLY_LIMIT[view.review.site];
  const tooLong = limit !== undefined && text.length > limit;
  return (
    <Section title={t('review.draft.title')} headRef={section}>
      {silent ? (
        <Quiet
          why={silent}
          never={Boolean(draft.draft?.noReply)}
          needless={urgencyOf(view.triage.priority) === 'calm'}
          onAnyway={() => {
            setDespite(reading);
            requestAnimationFrame(() => field.current?.focus());
          }}
          onLooked={
            view.triage.risks.some(({ kind }) => kind === 'serious-injury') ? () => void confirmed() : undefined
          }
        />
      ) : (
        <>
          <ToneBar
            tone={draft.tone}
            composing={draft.composing}
            onTone={(tone) => fresh(() => draft.another(tone))}
            onAnother={() => fresh(() => draft.another())}
          />
          {draft.restored && (
            <p className="mb-1.5 text-muted text-xs">
              {t('review.draft.restored')}{' '}
              <button
                type="button"
                onClick={() => fresh(draft.startOver)}
                className="min-h-8 text-accent underline underline-offset-2"
              >
                {t('review.draft.startOver')}
              </button>
            </p>
          )}
          {actions.model && draft.draft && (
            <Suspense>
              <ModelBar
                model={actions.model}
                draft={draft.draft}
                onStream={setStream}
                onWritten={(written) => fresh(() => draft.put(written))}
              />
            </Suspense>
          )}
          {first && (
            <div className="mb-1.5 rounded-md bg-amber-soft px-2.5 py-1.5 text-xs">
              <p>{first.reason}</p>
              <p>{first.next}</p>
            </div>
          )}
          {draft.draft?.note && (
            <p className="mb-1.5 rounded-md bg-amber-soft px-2.5 py-1.5 text-xs">{draft.draft.note}</p>
          )}
          <DraftField
            text={stream ?? text}
            guard={stream === null ? guard : null}
            disabled={stream !== null || (draft.composing && !draft.typed && text === '')}
            describedBy={description}
            fieldRef={field}
            onType={(next) => {
              // What was said of the text before no longer holds; 「復原」 would take back what is typed now.
              onNotice(null);
              draft.type(next);
            }}
          />
          <div id={description} className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
            <span aria-live="polite">
              {draft.composing && text === '' && t('review.draft.composing')}
              {/* Nothing is neither safe nor unsafe. */}
              {text.trim() !== '' && (
                <VerdictBadge
                  guard={stream === null ? guard : null}
                  checking={!guard && !draft.checkFailed}
                  overridden={permit?.kind === 'overridden'}
                  cautious={first !== null || asksFirst(draft.draft?.note)}
                />
              )}
            </span>
            <span className={tooLong ? 'font-semibold text-urgent' : 'text-muted'}>{lengthText(t, text, limit)}</span>
          </div>
          <Earlier earlier={actions.earlier} turn={turn} onBack={(text) => fresh(() => draft.put(text))} />
          {draft.checkFailed && (
            <p role="alert" className="mt-1 text-amber">
              {t('review.guard.unavailable')}{' '}
              <Button look="ghost" onClick={() => void draft.checkNow()}>
                {t('review.guard.retry')}
              </Button>
            </p>
          )}
          {draft.failure && (
            <p role="alert" className="mt-1 text-amber">
              {t(`failures.${draft.failure}.what`)}
              {t(`failures.${draft.failure}.next`)}
            </p>
          )}
          {permit?.kind === 'overridden' && (
            <p className="mt-1.5 flex items-start gap-1.5">
              <ShieldCheck aria-hidden size={15} className="mt-1 shrink-0 text-accent" />
              {t('review.guard.overridden', { name: permit.by ?? t('review.history.nobody') })}
            </p>
          )}
          {guard && stream === null && permit?.kind !== 'overridden' && (
            <GuardList text={text} guard={guard} ruleWords={actions.ruleWords} onReplace={replace} onSelect={select} />
          )}
          <div ref={bar} className="mt-3 flex flex-wrap gap-2">
            <Button
              look={insertable ? 'plain' : 'primary'}
              icon={ClipboardCopy}
              disabled={!ready}
              onClick={() => void leave('copy')}
            >
              {t('review.draft.copy')}
            </Button>
            {insertable && (
              <Button
                look="primary"
                icon={CornerDownLeft}
                disabled={!ready || tooLong}
                onClick={() => void leave('insert')}
              >
                {t('review.draft.insert')}
              </Button>
            )}
            {stands && stream === null && (
              <Button look="ghost" onClick={() => setAsking({ what: 'override' })}>
                {t('review.guard.override')}
              </Button>
            )}
          </div>
          <p className="mt-1.5 text-muted text-xs">
            {stands ? t('review.draft.blockedHint') : whyCopyOnly(view, insertable, writable, t)}
            {lastGuard?.verdict === 'safe' && t('review.draft.privacyHint')}
          </p>
        </>
      )}
      {!silent && stream === null && draft.draft?.text && (
        <Alternatives
          texts={[draft.draft.text, ...draft.draft.alternatives]}
          current={text}
          onPick={(other) => fresh(() => draft.put(other))}
        />
      )}
      {asking?.what === 'override' && (
        <OverrideDialog
          people={people}
          onDuty={settings.onDuty}
          personal={actions.personal}
          onSetup={actions.setup}
          onCancel={() => setAsking(null)}
          onSubmit={override}
        />
      )}
      {asking?.what === 'confirm' && (
        <ConfirmDialog
          text={text}
          guard={asking.guard}
          ruleWords={actions.ruleWords}
          goal={asking.goal}
          people={people}
          onDuty={settings.onDuty}
          onDutyPick={(person) => void pickDuty(person)}
          onSetup={actions.setup}
          onCancel={() => setAsking(null)}
          onConfirm={(by) => {
            setAsking(null);
            void leave(asking.goal, { by });
          }}
        />
      )}
      {asking?.what === 'identity' && (
        <IdentityDialog
          postsAs={asking.postsAs}
          switchable={view.review.site !== 'dcard'}
          onCancel={() => setAsking(null)}
          onGo={() => {
            setAsking(null);
            void alone(() => deliver.insert(asking.consent));
          }}
        />
      )}
    </Section>
  );
}

function whyCopyOnly(
  view: ReviewView,
  insertable: boolean,
  writable: boolean,
  t: ReturnType<typeof useWords>['t'],
): string {
  if (insertable) return '';
  if (view.review.site === 'ptt') return t('review.draft.pttOnly');
  return t(writable ? 'review.draft.copyOnly' : 'review.draft.brokenOnly');
}
