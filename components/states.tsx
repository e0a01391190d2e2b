import { Ban, FileSearch, Inbox, ListX, type LucideIcon, OctagonAlert, ShieldOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PageView } from '../lib/contract/views.ts';
import { Button } from './button.tsx';
import { useWords } from './language.tsx';

function Empty({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-72 flex-1 flex-col items-center gap-2 px-4 py-12 text-center">
      <Icon aria-hidden size={28} strokeWidth={1.5} className="text-muted" />
      <p className="font-semibold">{title}</p>
      {children}
    </div>
  );
}

const Hint = ({ children }: { children: ReactNode }) => <p className="text-muted">{children}</p>;

interface QueueEmptyProps {
  view: Pick<PageView, 'page' | 'health' | 'others' | 'reading'>;
  narrowed: boolean;
  onClear: () => void;
  onCopyStructure: () => void;
  /** Where nothing names the clinic; the first only where the page can be bound. */
  onBind?: (() => void) | undefined;
  onOthers: () => void;
  onProfile: () => void;
}

/** Why the list is empty, and what to do about it. */
export function QueueEmpty({ view, narrowed, onClear, onCopyStructure, ...props }: QueueEmptyProps) {
  const { t } = useWords();
  const kind = view.page?.kind;
  if (narrowed) {
    return (
      <Empty icon={ListX} title={t('sidebar.empty.filtered')}>
        <Hint>{t('sidebar.empty.filteredHint')}</Hint>
        <Button onClick={onClear}>{t('sidebar.empty.clear')}</Button>
      </Empty>
    );
  }
  if (kind === 'leave-alone') {
    return (
      <Empty icon={Ban} title={t('sidebar.empty.unsupported')}>
        <Hint>{t('sidebar.empty.unsupportedHint')}</Hint>
      </Empty>
    );
  }
  if (kind === 'unknown' || (!kind && !view.reading)) {
    return (
      <Empty icon={FileSearch} title={t('sidebar.empty.unknownPage')}>
        <Hint>{t('sidebar.empty.unknownPageHint')}</Hint>
        <Button onClick={onCopyStructure}>{t('sidebar.health.copy')}</Button>
      </Empty>
    );
  }
  // Never "no reviews": they are there, and somebody must look.
  if (view.health?.status === 'broken') {
    return (
      <Empty icon={OctagonAlert} title={t('sidebar.empty.broken')}>
        <Hint>{t('sidebar.empty.brokenHint')}</Hint>
        <Button onClick={onCopyStructure}>{t('sidebar.health.copy')}</Button>
      </Empty>
    );
  }
  if (view.others > 0) {
    return (
      <Empty icon={ShieldOff} title={t('sidebar.empty.onlyOthers')}>
        <Hint>{t('sidebar.empty.onlyOthersHint')}</Hint>
        <Hint>{t(props.onBind ? 'sidebar.empty.branch' : 'sidebar.empty.alias')}</Hint>
        {props.onBind ? (
          <Button look="primary" onClick={props.onBind}>
            {t('sidebar.profile.bind')}
          </Button>
        ) : (
          <Button onClick={props.onProfile}>{t('sidebar.empty.toProfile')}</Button>
        )}
        <Button look="ghost" onClick={props.onOthers}>
          {t('sidebar.empty.all')}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty icon={Inbox} title={t('sidebar.empty.page')}>
      <Hint>{kind === 'list' ? t('sidebar.empty.list') : t('sidebar.empty.pageHint')}</Hint>
    </Empty>
  );
}

export function StoreEmpty({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useWords();
  return narrowed ? (
    <Empty icon={ListX} title={t('sidebar.empty.filtered')}>
      <Hint>{t('sidebar.empty.filteredHint')}</Hint>
      <Button onClick={onClear}>{t('sidebar.empty.clear')}</Button>
    </Empty>
  ) : (
    <Empty icon={Inbox} title={t('sidebar.empty.stored')}>
      <Hint>{t('sidebar.empty.storedHint')}</Hint>
    </Empty>
  );
}

/** Grey lines in the shape of the list, while the first page is read. */
export function QueueLoading() {
  const { t } = useWords();
  return (
    <div role="status" className="flex-1 px-3 py-2">
      <span className="sr-only">{t('sidebar.loading')}</span>
      {[1, 2, 3, 4].map((line) => (
        <div key={line} aria-hidden className="animate-pulse space-y-2 border-line border-b py-3">
          <div className="h-4 w-1/2 rounded bg-surface" />
          <div className="h-3 w-1/3 rounded bg-surface" />
          <div className="h-4 w-full rounded bg-surface" />
        </div>
      ))}
    </div>
  );
}

interface BindHintProps {
  bound: PageView['bound'];
  /** The page has a place or page that can be bound. */
  bindable: boolean;
  onBind: () => void;
  onSetup: () => void;
  onHide: () => void;
}

/** No profile yet, or a page that may be the clinic's own. */
export function BindHint({ bound, bindable, onBind, onSetup, onHide }: BindHintProps) {
  const { t } = useWords();
  if (bound === 'own' || (bound === 'not-bound' && !bindable)) return null;
  return (
    <section className="mx-3 mb-2 rounded-md bg-surface px-3 py-2">
      <p>{t(bound === 'no-profile' ? 'sidebar.profile.none' : 'sidebar.profile.notBound')}</p>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {bindable && (
          <Button look={bound === 'no-profile' ? 'primary' : 'plain'} onClick={onBind}>
            {t('sidebar.profile.bind')}
          </Button>
        )}
        {bound === 'no-profile' && <Button onClick={onSetup}>{t('sidebar.profile.setup')}</Button>}
        {bound === 'not-bound' && (
          <Button look="ghost" onClick={onHide}>
            {t('sidebar.profile.hide')}
          </Button>
        )}
      </div>
    </section>
  );
}
