import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import type { Failure } from '../lib/contract/result.ts';
import { Button, IconButton } from './button.tsx';
import { useWords } from './language.tsx';
import { ToData } from './to-data.tsx';

/** What came of something the person did: a sentence already in words, or a failure with its three sentences. */
export type Notice =
  | {
      kind: 'done';
      text: string;
      undo?: (() => void) | undefined;
      next?: { label: string; go: () => void } | undefined;
    }
  /** It came out otherwise than the person wanted, with nothing broken in the program. */
  | { kind: 'careful'; text: string }
  | { kind: 'failed'; failure: Failure; instead?: { label: string; go: () => void } };

/** Always in the page, so that a screen reader hears what appears in it. */
export function ResultLine({ notice, onDismiss }: { notice: Notice | null; onDismiss: () => void }) {
  const { t } = useWords();
  return (
    <div aria-live="polite" role="status">
      {notice && (
        <div
          data-notice={notice.kind}
          className={`flex items-start gap-2 rounded-md py-1 pr-1 pl-2.5 ${notice.kind === 'done' ? 'bg-accent-soft' : 'bg-amber-soft'}`}
        >
          {notice.kind === 'done' ? (
            <CircleCheck aria-hidden size={16} className="mt-2 shrink-0 text-accent" />
          ) : (
            <TriangleAlert aria-hidden size={16} className="mt-2 shrink-0 text-amber" />
          )}
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1">
            {notice.kind === 'careful' && <span className="py-[5px]">{notice.text}</span>}
            {notice.kind === 'done' && (
              <>
                <span className="py-[5px]">{notice.text}</span>
                {notice.undo && (
                  <Button look="ghost" className="text-accent underline" onClick={notice.undo}>
                    {t('sidebar.undo')}
                  </Button>
                )}
                {notice.next && <Button onClick={notice.next.go}>{notice.next.label}</Button>}
              </>
            )}
            {notice.kind === 'failed' && (
              <div className="py-[5px]">
                <p className="font-semibold">{t(`failures.${notice.failure}.what`)}</p>
                <p>{t(`failures.${notice.failure}.safe`)}</p>
                <p>{t(`failures.${notice.failure}.next`)}</p>
                <ToData failure={notice.failure} />
                {notice.instead && (
                  <Button className="mt-1" onClick={notice.instead.go}>
                    {notice.instead.label}
                  </Button>
                )}
              </div>
            )}
          </div>
          <IconButton icon={X} label={t('sidebar.close')} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
