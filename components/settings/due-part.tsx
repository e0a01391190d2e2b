import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import { mayDelete } from '../../lib/desk/deletion.ts';
import type { AtDesk } from '../../lib/desk/naming.ts';
import type { DueReview, DueView } from '../../lib/desk/retention.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { NeedsApprover, NotVerified } from '../pick-person.tsx';
import { visibleText } from '../plain-text.tsx';
import { formatTime } from '../time.ts';
import { Part } from './part.tsx';

interface DuePartProps extends AtDesk {
  /** The chosen days; null: everything is kept. */
  days: number | null;
  /** Null when it could not be asked; the failure is shown elsewhere. */
  onLoad: () => Promise<DueView | null>;
  /** Resolves to whether they were deleted. */
  onPurge: (keys: string[], by: Person | null) => Promise<boolean>;
}

/** The reviews whose time is up, shown before anything goes; nothing is deleted but by the button here. */
export function DuePart({ days, onLoad, onPurge, ...desk }: DuePartProps) {
  const { t } = useWords();
  const [view, setView] = useState<DueView | null>(null);
  const [asking, setAsking] = useState(false);
  // Counts the deletions: what is left is asked for again.
  const [gone, setGone] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a deletion, and with other days, the list is another
  useEffect(() => {
    let late = false;
    void onLoad().then((answer) => {
      if (!late) setView(answer);
    });
    return () => {
      late = true;
    };
  }, [onLoad, days, gone]);

  if (days === null) {
    return (
      <Part title={t('dashboard.due.title')} hint={t('dashboard.due.never')}>
        <a href="#settings" className="inline-flex min-h-8 items-center text-accent underline underline-offset-2">
          {t('dashboard.due.settings')}
        </a>
      </Part>
    );
  }
  return (
    <Part title={t('dashboard.due.title')} hint={t('dashboard.due.hint', { count: days })}>
      {view && view.total === 0 && <p>{t('dashboard.due.none')}</p>}
      {view && view.total > 0 && (
        <>
          <p className="font-semibold">{t('dashboard.due.total', { count: view.total })}</p>
          <Lines label={t('dashboard.due.list')} lines={view.due} />
          {view.total > view.due.length && (
            <p className="text-muted">{t('dashboard.due.more', { count: view.due.length })}</p>
          )}
          <Button icon={Trash2} onClick={() => setAsking(true)}>
            {t('dashboard.due.open', { count: view.due.length })}
          </Button>
        </>
      )}
      {view && view.heldTotal > 0 && (
        <details>
          <summary className="min-h-8 cursor-pointer leading-8">
            {t('dashboard.due.held', { count: view.heldTotal })}
          </summary>
          <Lines label={t('dashboard.due.heldList')} lines={view.held} />
        </details>
      )}
      {view && asking && (
        <PurgeDialog
          {...desk}
          count={view.due.length}
          onCancel={() => setAsking(false)}
          onPurge={async (by) => {
            if (
              !(await onPurge(
                view.due.map(({ key }) => key),
                by,
              ))
            )
              return;
            setAsking(false);
            setGone(gone + 1);
          }}
        />
      )}
    </Part>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly DueReview[] }) {
  const { t, language } = useWords();
  return (
    <ul
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-60 space-y-1 overflow-y-auto rounded-md bg-surface px-3 py-2"
    >
      {lines.map(({ key, site, author, excerpt, mark, markedAt }) => (
        <li key={key}>
          <p className="text-muted text-xs">
            {[
              t(`terms.site.${site}`),
              visibleText(author),
              t(`terms.mark.${mark}`),
              formatTime(markedAt ?? '', language),
            ]
              .filter(Boolean)
              .join('・')}
          </p>
          <p className="truncate">{visibleText(excerpt) || t('review.text.empty')}</p>
        </li>
      ))}
    </ul>
  );
}

interface PurgeDialogProps extends AtDesk {
  count: number;
  onCancel: () => void;
  /** `by`: a manager or doctor picked for it; null: whoever is on duty. */
  onPurge: (by: Person | null) => Promise<void>;
}

/** Says what goes with a review, and that it does not come back; manager or doctor presses. */
function PurgeDialog({ count, onCancel, onPurge, ...desk }: PurgeDialogProps) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [picked, setPicked] = useState<Person | null>(null);
  const free = mayDelete(desk).ok;
  const allowed = free || picked !== null;
  return (
    <Dialog title={t('dashboard.due.ask', { count })} explain={t('dashboard.due.explain')} onClose={onCancel}>
      {!free && <NeedsApprover {...desk} label={t('evidence.one.removeBy')} picked={picked} onPick={setPicked} />}
      <NotVerified />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t('sidebar.cancel')}</Button>
        <Button
          look="danger"
          disabled={busy || !allowed}
          onClick={() => {
            setBusy(true);
            void onPurge(free ? null : picked).finally(() => setBusy(false));
          }}
        >
          {t('dashboard.due.go')}
        </Button>
      </div>
    </Dialog>
  );
}
