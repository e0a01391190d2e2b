import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import HelpDialog from '../../components/help-dialog.tsx';
import { useWords } from '../../components/language.tsx';
import { useNow } from '../../components/now.tsx';
import { NextSteps } from '../../components/profile/next-steps.tsx';
import { QueueList } from '../../components/queue/queue-list.tsx';
import { QueueTools } from '../../components/queue/queue-tools.tsx';
import { useReturn } from '../../components/queue/use-return.ts';
import { useWalk } from '../../components/queue/walk.ts';
import type { ReviewActions } from '../../components/review/actions.ts';
import type { Landing, ReviewPanelHandle } from '../../components/review/handle.ts';
import ReviewPanel from '../../components/review/review-panel.tsx';
import { QueueLoading, StoreEmpty } from '../../components/states.tsx';
import { pressing } from '../../components/summary.tsx';
import type { SettingsView } from '../../lib/contract/views.ts';
import { asRanked, sortQueue, summary } from '../../lib/desk/queue.ts';
import { type Keys, useKeys } from '../sidebar/keyboard.ts';
import { reviewActions } from '../sidebar/review-actions.ts';
import type { Wire } from '../sidebar/state.ts';
import type { Dashboard } from './state.ts';

interface QueuePageProps {
  dashboard: Dashboard;
  request: Wire['request'];
  settings: SettingsView;
}

/** Everything stored, and the open one beside it (instead of it on a narrow screen). */
export function QueuePage({ dashboard, request, settings }: QueuePageProps) {
  const { t } = useWords();
  const { stored, query, filter, open, current, review } = useStore(dashboard.store);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<ReviewPanelHandle>(null);
  const now = useNow();
  const items = useMemo(() => sortQueue(stored?.items ?? [], now, asRanked), [stored, now]);
  const narrowed = query !== '' || filter !== 'all';
  const openReview = (key: string | null): void => {
    landing.current = 'head';
    void dashboard.openReview(key);
  };
  const walk = useWalk(items, open);
  const at = walk.indexOf(open ?? current ?? '');
  const landing = useRef<Landing>('head');
  useReturn(open);
  const step = (by: 1 | -1, from: Landing = 'head'): void => {
    const next = walk[at < 0 ? 0 : at + by];
    if (next === undefined) return;
    if (open) {
      openReview(next);
      landing.current = from;
    } else dashboard.show({ current: next });
  };
  const keys: Keys = {
    j: () => step(1),
    k: () => step(-1),
    o: () => current && openReview(current),
    r: () => panel.current?.toDraft(),
    c: () => panel.current?.copy(),
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
    back: () => open && openReview(null),
  };
  useKeys(keys);

  const actions = useMemo((): ReviewActions | null => {
    if (!open) return null;
    const all = reviewActions(request, open, {
      seen: async () => true,
      duty: dashboard.duty,
      now: dashboard.store.getState,
      took: dashboard.took,
      setup: () => {
        location.hash = 'profile';
      },
      onCapture: dashboard.onCapture,
      show: (section) => {
        location.hash = section;
      },
    });
    // No page stands beside us: nothing to scroll to, to expand or to write on.
    const capture = all.capture && { ...all.capture, start: undefined };
    return { ...all, page: undefined, locate: undefined, expand: undefined, capture };
  }, [open, request, dashboard]);

  return (
    <div className="flex min-h-0 flex-1">
      <div className={`min-h-0 w-full flex-col border-line lg:flex lg:w-96 lg:border-r ${open ? 'hidden' : 'flex'}`}>
        <h1 className="px-3 py-2 font-semibold">
          {[t('dashboard.queue.total', { count: stored?.total ?? 0 }), ...pressing(t, summary(items, now))].join(
            t('sidebar.summary.separator'),
          )}
        </h1>
        <QueueTools
          query={query}
          filter={filter}
          others={0}
          showOthers={false}
          searchRef={search}
          onQuery={(value) => dashboard.show({ query: value })}
          onFilter={(value) => dashboard.show({ filter: value })}
        />
        {!stored ? (
          <QueueLoading />
        ) : items.length > 0 ? (
          <QueueList items={items} current={open ?? current} onOpen={openReview} />
        ) : (
          <StoreEmpty narrowed={narrowed} onClear={() => dashboard.show({ query: '', filter: 'all' })} />
        )}
      </div>
      <div className={`min-h-0 min-w-0 flex-1 flex-col lg:flex ${open ? 'flex' : 'hidden'}`}>
        {open && review && actions ? (
          <div className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col">
            <ReviewPanel
              key={review.key}
              ref={panel}
              view={review}
              settings={settings}
              actions={actions}
              writable
              position={at < 0 ? null : { index: at, total: walk.length }}
              beside
              landing={landing.current}
              onBack={() => openReview(null)}
              onStep={step}
            />
          </div>
        ) : open ? (
          <QueueLoading />
        ) : items.length > 0 ? (
          <p className="m-auto text-muted">{t('dashboard.queue.pick')}</p>
        ) : (
          stored && !narrowed && <NextSteps people={settings.clinic?.people ?? []} />
        )}
      </div>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
