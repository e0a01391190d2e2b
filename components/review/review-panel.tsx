import { ArrowLeft, ChevronDown, ChevronUp, Expand, ExternalLink, LocateFixed, Save } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Result } from '../../lib/contract/result.ts';
import type { Mark, ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { isSettled } from '../../lib/desk/queue.ts';
import { type Status, statusOfReview } from '../../lib/desk/status.ts';
import { Button, IconButton } from '../button.tsx';
import { type CaptureHandle, CaptureSection } from '../capture/capture-section.tsx';
import { CorrectedChip, MarkChip, Rating, StatusBadge } from '../chips.tsx';
import { DraftGate } from '../draft/draft-gate.tsx';
import { DraftPanel, type DraftPanelHandle } from '../draft/draft-panel.tsx';
import { holdOf, isBegun } from '../draft/hold.ts';
import { readingOf } from '../draft/reading-of.ts';
import { useWords } from '../language.tsx';
import { PlainText, visibleText } from '../plain-text.tsx';
import { type Notice, ResultLine } from '../result-line.tsx';
import { postedText } from '../time.ts';
import type { ReviewActions } from './actions.ts';
import { ComposerWatch } from './composer-watch.tsx';
import type { Landing, ReviewPanelHandle } from './handle.ts';
import { History } from './history.tsx';
import { Marks } from './marks.tsx';
import { Notes } from './notes.tsx';
import { type OfficialHandle, OfficialPanel } from './official-panel.tsx';
import { Reading } from './reading.tsx';
import { type Place, WhatToDo } from './what-to-do.tsx';

interface ReviewPanelProps {
  view: ReviewView;
  settings: SettingsView;
  actions: ReviewActions;
  writable: boolean;
  /** What stands in the site's own box of this review, after it was filled from here. */
  composer?: string | null;
  position: { index: number; total: number } | null;
  /** The button that led here keeps the keyboard, so that it can be pressed again. */
  landing?: Landing;
  ref?: Ref<ReviewPanelHandle>;
  onBack?: () => void;
  /** Where the screen is wide the list stands beside the review: nothing to go back to. */
  beside?: boolean;
  onStep: (by: 1 | -1, landing?: Landing) => void;
  onReview?: (view: ReviewView) => void;
}

/** The open review, top to bottom: what it says, why it matters, what to answer, what was done. */
export default function ReviewPanel(props: ReviewPanelProps) {
  const { view, settings, actions, writable, position, ref } = props;
  const { review, triage } = view;
  const { t } = useWords();
  const [notice, setNotice] = useState<Notice | null>(null);
  const draft = useRef<DraftPanelHandle>(null);
  const evidence = useRef<CaptureHandle>(null);
  const hold = holdOf(view);
  // Once a draft is shown it stays, also when a reply appears on the page meanwhile.
  const [wanted, setWanted] = useState(hold === null || (hold !== 'ours' && hold !== 'gone' && isBegun(view)));
  const held = wanted ? null : hold;
  const unconcerned = held !== null && held !== 'answered';
  const official = useRef<OfficialHandle>(null);
  const [captures, setCaptures] = useState(0);
  const status = statusOfReview(view);

  const main = useRef<HTMLElement>(null);
  const { landing = 'head' } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the review opens
  useEffect(() => {
    // Pressed on the page: the keyboard stays there.
    if (!document.hasFocus()) return;
    const button = main.current?.querySelector<HTMLButtonElement>(`[data-step=${landing}]`);
    (button?.disabled === false ? button : main.current?.querySelector('h2'))?.focus({ preventScroll: true });
  }, []);

  useImperativeHandle(ref, () => ({
    toDraft: () => draft.current?.focus(),
    copy: () => draft.current?.copy(),
    capture: () => evidence.current?.start(),
  }));

  /** Shows a failure; a review that came back changed is passed on. True when it worked. */
  async function did(
    deed: Promise<Result<ReviewView | null>>,
    words?: string,
    more: { undo?: () => void; next?: { label: string; go: () => void } | undefined } = {},
  ): Promise<boolean> {
    const answer = await deed;
    if (!answer.ok) setNotice({ kind: 'failed', failure: answer.failure });
    else {
      if (answer.value) props.onReview?.(answer.value);
      setNotice(words === undefined ? null : { kind: 'done', text: words, ...more });
    }
    return answer.ok;
  }

  function mark(next: Mark): void {
    const before = view.mark;
    const words = t('review.mark.done', { mark: t(`terms.mark.${next}`) });
    void did(actions.mark(next), words, {
      undo: () => void did(actions.mark(before)),
      next: isSettled(next) ? onward() : undefined,
    });
  }

  function go(place: Place): void {
    if (place === 'capture') evidence.current?.show();
    else if (place === 'official') official.current?.show();
    else draft.current?.focus();
  }

  const places: Place[] = [];
  if (actions.capture?.start) places.push('capture');
  if (actions.official) places.push('official');
  if (review.kind !== 'item') places.push('draft');
  const steps = !unconcerned && (
    <WhatToDo
      triage={triage}
      postedAt={review.postedAt}
      firstSeen={view.firstSeen}
      captured={captures > 0}
      places={places}
      onGo={go}
    />
  );

  /** After the deed: the next one, or the list after the last. */
  function onward(): { label: string; go: () => void } | undefined {
    if (position && position.index + 1 < position.total) return { label: t('review.next'), go: () => props.onStep(1) };
    return props.onBack && !props.beside ? { label: t('review.back'), go: props.onBack } : undefined;
  }

  async function removeNote(id: string, button: Element): Promise<void> {
    if (actions.page && !(await actions.page.seen(button))) setNotice({ kind: 'failed', failure: 'covered' });
    else await did(actions.removeNote(id));
  }

  const { locate, expand } = actions;

  /** Never said to be seen where our own sidebar lies over it. */
  async function toPage(found: ReturnType<NonNullable<typeof locate>>): Promise<void> {
    const answer = await found;
    if (!answer.ok) setNotice({ kind: 'failed', failure: answer.failure });
    else if (answer.value.covered) setNotice({ kind: 'careful', text: t('review.locatedUnder') });
    else setNotice({ kind: 'done', text: t('review.located') });
  }
  return (
    <main ref={main} data-review-open={view.key} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 border-line border-b px-2 py-1">
        {props.onBack && (
          <Button look="ghost" icon={ArrowLeft} className={props.beside ? 'lg:hidden' : ''} onClick={props.onBack}>
            {t('review.back')}
          </Button>
        )}
        <span className="min-w-0 flex-1 truncate text-right text-muted text-xs">
          {position && t('review.position', { index: position.index + 1, total: position.total })}
        </span>
        <IconButton
          icon={ChevronUp}
          label={t('review.previous')}
          disabled={!position || position.index === 0}
          data-step="previous"
          onClick={() => props.onStep(-1, 'previous')}
        />
        <IconButton
          icon={ChevronDown}
          label={t('review.next')}
          disabled={!position || position.index + 1 >= position.total}
          data-step="next"
          onClick={() => props.onStep(1, 'next')}
        />
      </div>
      <div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <Reading
          plain={held === 'ours' || held === 'gone'}
          view={view}
          settings={settings}
          actions={actions}
          did={did}
          steps={steps}
          onCovered={() => setNotice({ kind: 'failed', failure: 'covered' })}
          head={
            <>
              <Heading view={view} status={status} />
              {!view.onPage && locate && <p className="text-muted">{t('review.gone')}</p>}
              {review.collapsed && (
                <div className="rounded-md bg-amber-soft px-3 py-2">
                  <p>{t('review.collapsed')}</p>
                  {expand && view.onPage && (
                    <Button className="mt-1.5" icon={Expand} onClick={() => void did(expand(), t('review.expanded'))}>
                      {t('review.expand')}
                    </Button>
                  )}
                </div>
              )}
              {review.title && (
                <h3 className="font-semibold">
                  <bdi>{visibleText(review.title)}</bdi>
                </h3>
              )}
            </>
          }
        >
          {review.translated && <p className="text-muted text-xs">{t('review.translated')}</p>}
          {review.ownerReply && (
            <div className="rounded-md bg-surface px-3 py-2">
              <p className="text-muted text-xs">
                {t('review.ownerReply')} {review.ownerReply.shown}
              </p>
              <p dir="auto" className="line-clamp-6 whitespace-pre-wrap">
                <PlainText
                  text={review.ownerReply.text.slice(0, 2_000)}
                  hiddenLabel={(code) => t('review.text.hidden', { code })}
                />
              </p>
            </div>
          )}
          <div className="flex flex-wrap gap-1.5">
            {locate && view.onPage && (
              <Button icon={LocateFixed} onClick={() => void toPage(locate())}>
                {t('review.locate')}
              </Button>
            )}
            {(!view.onPage || review.kind === 'item') && isWebAddress(review.url) && (
              <a
                href={review.url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-edge/50 px-2.5 hover:bg-surface"
              >
                <ExternalLink aria-hidden size={16} />
                {t('review.openOriginal')}
              </a>
            )}
            {!view.stored && (
              <Button icon={Save} onClick={() => void did(actions.keep(), t('review.kept'))}>
                {t('review.keep')}
              </Button>
            )}
          </div>
          {!view.stored && <p className="text-muted text-xs">{t('review.notStored')}</p>}
        </Reading>
        {actions.capture && (
          <CaptureSection
            ref={evidence}
            reviewKey={view.key}
            actions={actions.capture}
            servable={review.site === 'ptt'}
            onHeld={setCaptures}
          />
        )}
        {review.kind !== 'item' && held && (
          <DraftGate
            handle={draft}
            hold={held}
            onWanted={() => {
              setWanted(true);
              requestAnimationFrame(() => draft.current?.focus());
            }}
          />
        )}
        {review.kind !== 'item' && !held && (
          <DraftPanel
            handle={draft}
            view={view}
            settings={settings}
            actions={actions}
            writable={writable}
            onReview={(next) => props.onReview?.(next)}
            onNotice={setNotice}
            onHandled={view.mark === 'handled' ? undefined : () => mark('handled')}
          />
        )}
        {props.composer != null && <ComposerWatch text={props.composer} actions={actions} />}
        {actions.official && !unconcerned && (
          <OfficialPanel
            ref={official}
            reading={readingOf(view)}
            texts={actions.official}
            toClipboard={actions.toClipboard}
            onNotice={setNotice}
          />
        )}
        {held !== 'ours' && <Marks mark={view.mark} onMark={mark} />}
        <Notes
          notes={view.notes}
          personal={actions.personal}
          onAdd={(text) => did(actions.addNote(text))}
          onRemove={(id, button) => void removeNote(id, button)}
        />
        <History decisions={view.decisions} revisions={view.revisions} />
      </div>
      <div className={notice ? 'border-line border-t p-2' : ''}>
        <ResultLine notice={notice} onDismiss={() => setNotice(null)} />
      </div>
    </main>
  );
}

const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

/** Who wrote it, where, when, how many stars. */
function Heading({ view, status }: { view: ReviewView; status: Status }) {
  const { t, language } = useWords();
  const { review } = view;
  const isPush = review.site === 'ptt' && review.kind === 'comment';
  const facts = [
    t(`terms.sentiment.${view.triage.sentiment}`),
    review.kind !== 'review' && t(isPush ? 'terms.pttComment' : `terms.reviewKind.${review.kind}`),
    postedText(t, language, review.postedAt),
    (view.relevance === 'mention' || view.relevance === 'thread') && t(`terms.relevance.${view.relevance}`),
    review.edited && t('review.edited'),
    review.floor !== null &&
      t('review.floor', { floor: review.floors?.join(t('review.listSeparator')) ?? review.floor }),
    review.photos !== null && review.photos > 0 && t('review.photos', { count: review.photos }),
    ...review.author.badges.map(visibleText),
  ].filter(Boolean);
  return (
    <header>
      <div className="flex items-center gap-1.5">
        <StatusBadge status={status} />
        <h2 tabIndex={-1} className="min-w-0 flex-1 font-semibold outline-none">
          <bdi>{visibleText(review.author.name) || t('sidebar.queue.anonymous')}</bdi>
        </h2>
        {view.original && <CorrectedChip />}
        <MarkChip mark={view.mark} />
      </div>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-1 text-muted text-xs">
        <Rating rating={review.rating} recommends={review.recommends} />
        {review.rating === null && review.recommends !== null && facts.length > 0 && <span aria-hidden>·</span>}
        {facts.map((fact, index) => (
          // A line never begins with the dot.
          <span key={String(fact)}>
            {fact}
            {index + 1 < facts.length && <span aria-hidden> ·</span>}
          </span>
        ))}
      </p>
    </header>
  );
}
