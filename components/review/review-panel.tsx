import { ArrowLeft, ChevronDown, ChevronUp, Expand, ExternalLink, LocateFixed, Save } from 'lucide-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { Result } from '../../lib/contract/result.ts';
import { urgencyOf } from '../../lib/contract/triage.ts';
import type { Mark, ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { Button, IconButton } from '../button.tsx';
import { type CaptureHandle, CaptureSection } from '../capture/capture-section.tsx';
import { CorrectedChip, MarkChip, Rating, UrgencyBadge } from '../chips.tsx';
import { DraftPanel, type DraftPanelHandle } from '../draft/draft-panel.tsx';
import { useWords } from '../language.tsx';
import { PlainText, visibleText } from '../plain-text.tsx';
import { type Notice, ResultLine } from '../result-line.tsx';
import { postedText } from '../time.ts';
import { WhatToDo } from './about.tsx';
import type { ReviewActions } from './actions.ts';
import { ComposerWatch } from './composer-watch.tsx';
import type { ReviewPanelHandle } from './handle.ts';
import { History } from './history.tsx';
import { Marks } from './marks.tsx';
import { Notes } from './notes.tsx';
import { OfficialPanel } from './official-panel.tsx';
import { Reading } from './reading.tsx';

interface ReviewPanelProps {
  view: ReviewView;
  settings: SettingsView;
  actions: ReviewActions;
  writable: boolean;
  /** What stands in the site's own box of this review, after it was filled from here. */
  composer?: string | null;
  position: { index: number; total: number } | null;
  ref?: Ref<ReviewPanelHandle>;
  onBack?: () => void;
  onStep: (by: 1 | -1) => void;
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

  useImperativeHandle(ref, () => ({
    toDraft: () => draft.current?.focus(),
    copy: () => draft.current?.copy(),
    capture: () => evidence.current?.start(),
  }));

  /** Shows a failure; a review that came back changed is passed on. True when it worked. */
  async function did(deed: Promise<Result<ReviewView | null>>, words?: string, undo?: () => void): Promise<boolean> {
    const answer = await deed;
    if (!answer.ok) setNotice({ kind: 'failed', failure: answer.failure });
    else {
      if (answer.value) props.onReview?.(answer.value);
      setNotice(words === undefined ? null : { kind: 'done', text: words, undo });
    }
    return answer.ok;
  }

  function mark(next: Mark): void {
    const before = view.mark;
    const words = t('review.mark.done', { mark: t(`terms.mark.${next}`) });
    void did(actions.mark(next), words, () => void did(actions.mark(before)));
  }

  async function removeNote(id: string, button: Element): Promise<void> {
    if (actions.page && !(await actions.page.seen(button))) setNotice({ kind: 'failed', failure: 'covered' });
    else await did(actions.removeNote(id));
  }

  const { locate, expand } = actions;
  return (
    <main data-review-open={view.key} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 border-line border-b px-2 py-1">
        {props.onBack && (
          <Button look="ghost" icon={ArrowLeft} onClick={props.onBack}>
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
          onClick={() => props.onStep(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label={t('review.next')}
          disabled={!position || position.index + 1 >= position.total}
          onClick={() => props.onStep(1)}
        />
      </div>
      <div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <Reading
          view={view}
          settings={settings}
          actions={actions}
          did={did}
          onCovered={() => setNotice({ kind: 'failed', failure: 'covered' })}
          head={
            <>
              <Heading view={view} />
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
              <Button icon={LocateFixed} onClick={() => void did(locate(), t('review.located'))}>
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
        <WhatToDo triage={triage} />
        {actions.capture && (
          <CaptureSection
            ref={evidence}
            reviewKey={view.key}
            actions={actions.capture}
            servable={review.site === 'ptt'}
          />
        )}
        {review.kind !== 'item' && (
          <DraftPanel
            handle={draft}
            view={view}
            settings={settings}
            actions={actions}
            writable={writable}
            onReview={(next) => props.onReview?.(next)}
            onNotice={setNotice}
          />
        )}
        {props.composer != null && <ComposerWatch text={props.composer} actions={actions} />}
        {actions.official && (
          <OfficialPanel texts={actions.official} toClipboard={actions.toClipboard} onNotice={setNotice} />
        )}
        <Marks mark={view.mark} onMark={mark} />
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
function Heading({ view }: { view: ReviewView }) {
  const { t, language } = useWords();
  const { review } = view;
  const isPush = review.site === 'ptt' && review.kind === 'comment';
  const facts = [
    review.kind !== 'review' && t(isPush ? 'terms.pttComment' : `terms.reviewKind.${review.kind}`),
    postedText(t, language, review.postedAt),
    (view.relevance === 'mention' || view.relevance === 'thread') && t(`terms.relevance.${view.relevance}`),
    review.edited && t('review.edited'),
    review.floor !== null && t('review.floor', { floor: review.floors?.join('、') ?? review.floor }),
    review.photos !== null && review.photos > 0 && t('review.photos', { count: review.photos }),
    ...review.author.badges.map(visibleText),
  ].filter(Boolean);
  return (
    <header>
      <div className="flex items-center gap-1.5">
        <UrgencyBadge urgency={urgencyOf(view.triage.priority)} />
        <h2 className="min-w-0 flex-1 font-semibold">
          <bdi>{visibleText(review.author.name) || t('sidebar.queue.anonymous')}</bdi>
        </h2>
        {view.original && <CorrectedChip />}
        <MarkChip mark={view.mark} />
      </div>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-muted text-xs">
        <Rating rating={review.rating} recommends={review.recommends} />
        {t(`terms.sentiment.${view.triage.sentiment}`)}
        {facts.map((fact) => (
          <span key={String(fact)}>· {fact}</span>
        ))}
      </p>
    </header>
  );
}
