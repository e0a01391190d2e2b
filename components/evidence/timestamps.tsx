import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { Timestamp } from '../../lib/evidence/contract.ts';
import { stampFailure } from '../../lib/evidence/log-words.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { formatTime } from '../time.ts';

const ICONS = { granted: CircleCheck, pending: Clock, failed: TriangleAlert };

/** A calendar that the OpenTimestamps project itself runs; it takes hashes from anyone. */
const CALENDAR = 'https://a.pool.opentimestamps.org/';

/** What authorities answered, and asking one. Optional: a failure never touches the capture. */
export function Timestamps({
  stamps,
  onStamp,
}: {
  stamps: readonly Timestamp[];
  onStamp: (authority: string, kind: Timestamp['kind']) => Promise<void>;
}) {
  const { t, language } = useWords();
  const [authority, setAuthority] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useId();
  const ask = (address: string, kind: Timestamp['kind']): void => {
    setBusy(true);
    void onStamp(address, kind).finally(() => setBusy(false));
  };
  return (
    <div className="space-y-2" aria-busy={busy}>
      {stamps.length === 0 && <p className="text-muted">{t('evidence.one.stampsNone')}</p>}
      <ul className="space-y-1">
        {stamps.map(({ kind, authority: by, state, time, failure }) => {
          const Icon = ICONS[state];
          return (
            <li key={`${kind} ${by}`} className="flex flex-wrap items-center gap-x-2">
              <Icon aria-hidden size={15} className={state === 'granted' ? 'text-accent' : 'text-amber'} />
              <span>{t(`evidence.one.stampState.${state}`)}</span>
              <span className="break-all text-muted">{by}</span>
              {time && (
                <span className="text-muted">{t('evidence.one.stampTime', { time: formatTime(time, language) })}</span>
              )}
              {kind === 'opentimestamps' && <span className="text-muted">{t('evidence.one.ots')}</span>}
              {state === 'pending' && kind === 'opentimestamps' && (
                <span className="text-muted text-xs">{t('evidence.one.otsPending')}</span>
              )}
              {failure && (
                <span className="text-muted text-xs">
                  {t('evidence.one.stampWhy', { why: stampFailure(failure, language) })}
                </span>
              )}
              {state === 'failed' && (
                <Button disabled={busy} onClick={() => ask(by, kind)}>
                  {t('evidence.one.stampRetry')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (authority.trim() !== '') ask(authority.trim(), 'rfc3161');
        }}
      >
        <div className="min-w-0 flex-1 basis-64">
          <label htmlFor={field} className="text-muted text-xs">
            {t('evidence.one.stampAuthority')}
          </label>
          <input
            id={field}
            type="url"
            inputMode="url"
            value={authority}
            placeholder="https://"
            onChange={(event) => setAuthority(event.target.value)}
            className="block min-h-8 w-full rounded-md border border-edge bg-ground px-2.5"
          />
        </div>
        <Button type="submit" disabled={busy || authority.trim() === ''}>
          {t('evidence.one.stampAsk')}
        </Button>
      </form>
      <Button disabled={busy} data-ots onClick={() => ask(CALENDAR, 'opentimestamps')}>
        {t('evidence.one.otsAsk')}
      </Button>
      <p className="text-muted text-xs">{t('evidence.one.otsHint')}</p>
      <p className="text-muted text-xs">{t('evidence.one.stampHint')}</p>
    </div>
  );
}
