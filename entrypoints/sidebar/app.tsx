import { PanelRightClose } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { IconButton } from '../../components/button.tsx';
import { RevisitNote } from '../../components/capture/revisit-note.tsx';
import { Duty } from '../../components/duty.tsx';
import { LanguageProvider, useWords } from '../../components/language.tsx';
import { MenuButton } from '../../components/menu-button.tsx';
import { useNow } from '../../components/now.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { concerning, narrow } from '../../components/queue/narrow.ts';
import { QueueList } from '../../components/queue/queue-list.tsx';
import { QueueTools } from '../../components/queue/queue-tools.tsx';
import { useReturn, useSettledHere } from '../../components/queue/use-return.ts';
import { useWalk } from '../../components/queue/walk.ts';
import { ReaderLine } from '../../components/reader-line.tsx';
import { ResultLine } from '../../components/result-line.tsx';
import type { Landing, ReviewPanelHandle } from '../../components/review/handle.ts';
import { BindHint, QueueEmpty, QueueLoading, StoreEmpty } from '../../components/states.tsx';
import { Summary } from '../../components/summary.tsx';
import { DataDoor, ToData } from '../../components/to-data.tsx';
import type { Person } from '../../lib/contract/clinic.ts';
import type { PageInfo } from '../../lib/contract/review.ts';
import { asRanked, sortQueue, summary } from '../../lib/desk/queue.ts';
import { toClipboard } from './clipboard.ts';
import { type Keys, useKeys } from './keyboard.ts';
import { reviewActions } from './review-actions.ts';
import type { Happened, Sidebar, SidebarState, Wire } from './state.ts';
import { useTheme } from './theme.ts';
import { isReallySeen } from './visibility.ts';

// Everything that is not needed for the first list comes when it is.
const reviewPanel = () => import('../../components/review/review-panel.tsx');
const ReviewPanel = lazy(reviewPanel);
const HelpDialog = lazy(() => import('../../components/help-dialog.tsx'));

const NOBODY: readonly Person[] = [];

interface AppProps {
  sidebar: Sidebar;
  request: Wire['request'];
}

export function App({ sidebar, request }: AppProps) {
  const preferences = useStore(sidebar.store, (state) => state.settings?.preferences);
  const language = preferences?.language ?? 'zh-TW';
  useTheme(preferences?.theme ?? 'system', language);
  const toData = useCallback(() => sidebar.dashboard('data'), [sidebar]);
  return (
    <LanguageProvider language={language}>
      <DataDoor value={toData}>
        <Frame sidebar={sidebar} request={request} />
      </DataDoor>
    </LanguageProvider>
  );
}

function Frame({ sidebar, request }: AppProps) {
  const { t } = useWords();
  const phase = useStore(sidebar.store, (state) => state.phase);
  if (phase === 'ready') return <Desk sidebar={sidebar} request={request} />;
  // A neutral line, and not a word of the store, for any page that managed to frame us.
  return (
    <p role="status" className="p-4 text-muted">
      {t(phase === 'connecting' ? 'sidebar.connecting' : 'sidebar.refused')}
    </p>
  );
}

function Desk({ sidebar, request }: AppProps) {
  const { t } = useWords();
  const state = useStore(sidebar.store);
  const { view, settings, items, scope, stored, open, review, others } = state;
  const now = useNow();
  const [help, setHelp] = useState(false);
  const [bindHidden, setBindHidden] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<ReviewPanelHandle>(null);
  const offset = useRef(0);
  const shown = useShown(sidebar);
  usePaintMark(shown.length > 0);
  useReturn(open);
  const settledHere = useSettledHere(review);
  const openReview = (key: string | null): void => {
    landing.current = 'head';
    void sidebar.openReview(key);
  };
  const back = (): void => {
    if (review && settledHere) {
      offset.current = 0;
      const top = shown.find(({ key }) => key !== review.key);
      if (top) sidebar.show({ current: top.key });
    }
    openReview(null);
  };

  const walk = useWalk(shown, open);
  const landing = useRef<Landing>('head');
  const step = (by: 1 | -1, from: Landing = 'head'): void => {
    const at = state.current === null ? -1 : walk.indexOf(state.current);
    const next = walk[at < 0 ? 0 : at + by];
    if (next === undefined) return;
    if (open) {
      openReview(next);
      landing.current = from;
    } else sidebar.show({ current: next });
  };
  const keys: Keys = {
    j: () => step(1),
    k: () => step(-1),
    o: () => state.current && openReview(state.current),
    r: () => panel.current?.toDraft(),
    c: () => panel.current?.copy(),
    e: () => panel.current?.capture(),
    '/': () => {
      if (open) openReview(null);
      // After the list is back in the page.
      requestAnimationFrame(() => search.current?.focus());
    },
    '?': () => setHelp(true),
    back: () => open && back(),
  };
  useKeys(keys);

  const actions = useMemo(
    () =>
      open
        ? reviewActions(request, open, {
            seen: isReallySeen,
            duty: sidebar.duty,
            took: sidebar.took,
            now: sidebar.store.getState,
            setup: () => sidebar.dashboard('profile'),
            onCapture: sidebar.onCapture,
            show: sidebar.dashboard,
          })
        : null,
    [open, request, sidebar],
  );

  const revisits = useMemo(
    () => ({
      view: () => request('revisit.view', {}),
      record: (id: string) => request('revisit.record', { id }),
      onChanged: sidebar.onCapture,
      review: (key: string) => void sidebar.openReview(key),
      open: (id: string) => void sidebar.dashboard(`evidence/${id}`),
    }),
    [request, sidebar],
  );

  async function copyStructure(): Promise<void> {
    const report = await sidebar.structure();
    if (report === null) return;
    const copied = await toClipboard(report);
    sidebar.say(copied ? { kind: 'done', what: 'structure' } : { kind: 'failed', failure: 'unexpected' });
  }

  if (!view || !settings) {
    return (
      <>
        <Banner state={state} />
        <QueueLoading />
      </>
    );
  }
  // What does not concern the clinic is not counted, though it may be shown.
  const counted = summary(concerning(items, view.bound === 'no-profile'), now);
  const bindable = isBindable(view.page);
  // A clinic that has bound its page is not asked on every other one; the menu still can.
  const own = settings.clinic?.own[view.page?.site === 'facebook' ? 'facebookPages' : 'googlePlaces'] ?? [];
  const hasBound = own.length > 0;
  const narrowed = state.query !== '' || state.filter !== 'all';
  const clear = (): void => sidebar.show({ query: '', filter: 'all' });
  const at = open === null ? -1 : walk.indexOf(open);
  return (
    <div className="flex h-dvh min-w-0 flex-col overflow-clip">
      <PageHeader
        view={view}
        read={items.length}
        onCopyStructure={copyStructure}
        duty={
          <Duty
            people={settings.clinic?.people ?? NOBODY}
            onDuty={settings.onDuty}
            onPick={(person) => void sidebar.duty(person)}
            onAdd={() => sidebar.dashboard('profile')}
          />
        }
      >
        <MenuButton
          preferences={settings.preferences}
          onPrefer={(change) => void sidebar.prefer(change)}
          onDashboard={sidebar.dashboard}
          onHelp={() => setHelp(true)}
          {...(bindable && view.bound !== 'own' && { onBind: () => void sidebar.bind() })}
        />
        <IconButton icon={PanelRightClose} label={t('sidebar.menu.close')} onClick={sidebar.close} />
      </PageHeader>
      <Banner state={state} />
      <ReaderLine reader={view.reader} />
      {!view.reading && view.url !== null && <RevisitNote page={view.url} actions={revisits} />}
      {open ? (
        <Suspense fallback={<QueueLoading />}>
          {review && actions ? (
            <ReviewPanel
              key={review.key}
              ref={panel}
              view={review}
              settings={settings}
              actions={actions}
              writable={view.health?.status !== 'broken'}
              composer={state.composer?.key === review.key ? state.composer.text : null}
              position={at < 0 ? null : { index: at, total: walk.length }}
              onReview={sidebar.took}
              landing={landing.current}
              onBack={back}
              onStep={step}
            />
          ) : (
            <QueueLoading />
          )}
        </Suspense>
      ) : (
        <main className="flex min-h-0 flex-1 flex-col">
          {!bindHidden && (
            <BindHint
              bound={view.bound}
              bindable={bindable && !hasBound}
              onBind={() => void sidebar.bind()}
              onSetup={() => sidebar.dashboard('profile')}
              onHide={() => setBindHidden(true)}
            />
          )}
          {scope === 'page' && counted.total > 0 && <Summary counted={counted} />}
          <QueueTools
            query={state.query}
            filter={state.filter}
            scope={scope}
            others={scope === 'page' && view.bound !== 'no-profile' ? view.others : 0}
            showOthers={others}
            searchRef={search}
            onQuery={(query) => sidebar.show({ query })}
            onFilter={(filter) => sidebar.show({ filter })}
            onScope={(value) => sidebar.show({ scope: value })}
            onOthers={(value) => sidebar.show({ others: value })}
          />
          {shown.length > 0 ? (
            <QueueList
              items={shown}
              current={state.current}
              onOpen={openReview}
              offset={offset.current}
              onOffset={(value) => {
                offset.current = value;
              }}
            />
          ) : scope === 'all' ? (
            stored ? (
              <StoreEmpty narrowed={narrowed} onClear={clear} />
            ) : (
              <QueueLoading />
            )
          ) : view.reading && items.length === 0 ? (
            <QueueLoading />
          ) : (
            <QueueEmpty
              view={view}
              narrowed={narrowed && items.length > 0}
              onClear={clear}
              onCopyStructure={copyStructure}
              // The hint above the list asks already until it is put away.
              onBind={
                bindable && view.bound !== 'own' && (hasBound || bindHidden) ? () => void sidebar.bind() : undefined
              }
              onOthers={() => sidebar.show({ others: true })}
              onProfile={() => sidebar.dashboard('profile')}
            />
          )}
        </main>
      )}
      <Result happened={state.happened} onDismiss={() => sidebar.say(null)} />
      {help && (
        <Suspense>
          <HelpDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** A place or a page can be the clinic's own; a board or a forum cannot. */
const isBindable = (page: PageInfo | null): boolean =>
  (page?.site === 'google-maps' || page?.site === 'facebook') && Boolean(page.place?.id ?? page.place?.name);

/** The first list has been painted: what the bench measures. */
function usePaintMark(painted: boolean): void {
  useEffect(() => {
    if (!painted) return undefined;
    requestAnimationFrame(() => performance.mark('replywell:list'));
    // Likely wanted next; fetched once the list stands.
    const timer = setTimeout(() => void reviewPanel(), 300);
    return () => clearTimeout(timer);
  }, [painted]);
}

/** What the list holds at present: of the page, or of everything stored. */
function useShown(sidebar: Sidebar) {
  const { scope, items, stored, query, filter, others, bound } = useStore(
    sidebar.store,
    useShallow((state) => ({
      scope: state.scope,
      items: state.items,
      stored: state.stored,
      query: state.query,
      filter: state.filter,
      others: state.others,
      bound: state.view?.bound,
    })),
  );
  const now = useNow();
  return useMemo(
    () =>
      scope === 'all'
        ? sortQueue(stored?.items ?? [], now, asRanked)
        : sortQueue(narrow(items, { query, filter, others: others || bound === 'no-profile' }), now),
    [scope, items, stored, query, filter, others, bound, now],
  );
}

/** What stands in the way of everything: an update, a background that is away, a write that failed. */
function Banner({ state }: { state: SidebarState }) {
  const { t } = useWords();
  const failure = state.outdated ? 'reload-page' : (state.view?.trouble ?? null);
  const sentences = failure
    ? (['what', 'safe', 'next'] as const).map((part) => t(`failures.${failure}.${part}`))
    : state.retrying
      ? [t('sidebar.retrying')]
      : [];
  return (
    <div role="alert">
      {sentences.length > 0 && (
        <div className="bg-amber-soft px-3 py-1.5">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <ToData failure={failure} />
        </div>
      )}
    </div>
  );
}

function Result({ happened, onDismiss }: { happened: Happened | null; onDismiss: () => void }) {
  const { t } = useWords();
  const notice =
    happened === null
      ? null
      : happened.kind === 'failed'
        ? happened
        : {
            kind: 'done' as const,
            text: t(happened.what === 'bound' ? 'sidebar.profile.bound' : 'sidebar.health.copied'),
          };
  return (
    <div className={notice ? 'border-line border-t p-2' : ''}>
      <ResultLine notice={notice} onDismiss={onDismiss} />
    </div>
  );
}
