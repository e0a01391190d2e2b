import { useId, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Site } from '../../lib/contract/review.ts';
import { mayDelete } from '../../lib/desk/deletion.ts';
import type { AtDesk } from '../../lib/desk/naming.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { NeedsApprover, NotVerified } from '../pick-person.tsx';
import { ReasonField, type ReasonProblem, reasonProblem } from '../reason-field.tsx';
import type { FindPersonal } from '../review/notes.tsx';
import { formatTime } from '../time.ts';

export interface Inventory {
  reviews: number;
  notes: number;
  decisions: number;
  corrections: number;
  drafts: number;
  /** The clinic's own. */
  sentences: number;
  captures: number;
  /** The evidence by name, newest first; of many only the first. */
  evidence: readonly { id: string; at: string; site: Site | null; author: string | null }[];
}

interface ClearDialogProps {
  desk: AtDesk;
  inventory: Inventory;
  personal: FindPersonal;
  onCancel: () => void;
  /** `by`: a manager or doctor picked for it; null: whoever is on duty. */
  onClear: (reason: string, by: Person | null) => Promise<void>;
}

/** Names what would go, asks why, and for the words to be typed: nobody deletes a year's work by a slip, nor alone. */
export function ClearDialog({ desk, inventory, personal, onCancel, onClear }: ClearDialogProps) {
  const { t, language } = useWords();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<ReasonProblem | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [picked, setPicked] = useState<Person | null>(null);
  const free = mayDelete(desk).ok;
  const allowed = free || picked !== null;
  const typedId = useId();
  const word = t('dashboard.data.word');
  const mismatch = tried && typed.trim() !== word;
  const rows: [string, number][] = [
    [t('dashboard.data.inventoryReviews'), inventory.reviews],
    [t('dashboard.data.inventoryNotes'), inventory.notes],
    [t('dashboard.data.inventoryDecisions'), inventory.decisions],
    [t('dashboard.data.inventoryCorrections'), inventory.corrections],
    [t('dashboard.data.inventoryDrafts'), inventory.drafts],
    [t('dashboard.nav.sentences'), inventory.sentences],
    [t('dashboard.data.inventoryCaptures'), inventory.captures],
  ];

  async function submit(): Promise<void> {
    setTried(true);
    const hindered = await reasonProblem(reason, personal);
    setProblem(hindered);
    if (!allowed || hindered !== null || typed.trim() !== word) return;
    setBusy(true);
    await onClear(reason.trim(), free ? null : picked);
    setBusy(false);
  }

  return (
    <Dialog title={t('dashboard.data.clear')} explain={t('dashboard.data.clearHint')} onClose={onCancel}>
      <div>
        <h3 className="font-semibold">{t('dashboard.data.inventory')}</h3>
        <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4 rounded-md bg-surface px-3 py-2">
          {rows.map(([name, number]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd className="text-right tabular-nums">{number}</dd>
            </div>
          ))}
        </dl>
        {inventory.captures > 0 && (
          <>
            <p className="mt-2 text-amber">{t('dashboard.data.capturesWarning', { count: inventory.captures })}</p>
            <ul
              aria-label={t('dashboard.data.inventoryCaptures')}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className="mt-1 max-h-40 list-disc overflow-y-auto rounded-md bg-surface py-2 pr-3 pl-7"
            >
              {inventory.evidence.map(({ id, at, site, author }) => (
                <li key={id}>
                  {[site && t(`terms.site.${site}`), author, formatTime(at, language)].filter(Boolean).join('・')}
                </li>
              ))}
              {inventory.evidence.length < inventory.captures && (
                <li>{t('dashboard.data.evidenceMore', { count: inventory.captures - inventory.evidence.length })}</li>
              )}
            </ul>
          </>
        )}
      </div>
      <form
        noValidate
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ReasonField
          label={t('dashboard.data.reason')}
          reason={reason}
          problem={problem}
          personal={personal}
          onReason={(next) => {
            setReason(next);
            setProblem(null);
          }}
        />
        <div>
          <label htmlFor={typedId} className="font-semibold">
            {t('dashboard.data.type', { word })}
          </label>
          <input
            id={typedId}
            autoComplete="off"
            value={typed}
            aria-invalid={mismatch || undefined}
            onChange={(event) => setTyped(event.target.value)}
            className="mt-1 block h-9 w-full rounded-md border border-edge/60 bg-raised px-3 aria-invalid:border-urgent"
          />
          <p role="alert" className="text-urgent text-xs">
            {mismatch && t('dashboard.data.mismatch')}
          </p>
        </div>
        {!free && <NeedsApprover {...desk} label={t('evidence.one.removeBy')} picked={picked} onPick={setPicked} />}
        <NotVerified />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onCancel}>{t('sidebar.cancel')}</Button>
          <Button look="danger" type="submit" disabled={busy || !allowed}>
            {t('dashboard.data.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
