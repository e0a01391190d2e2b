import type { Draft } from '../../lib/contract/draft.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';

interface QuietProps {
  why: NonNullable<Draft['noReply']>;
  /** No reply at all, or none for now. */
  never: boolean;
  /** Nothing stands against a reply, but nothing asks for one. */
  needless?: boolean | undefined;
  onAnyway: () => void;
  /** A manager or doctor has looked; absent where that changes nothing. */
  onLooked?: (() => void) | undefined;
}

/** Why no reply is the right answer, or none for now, and what to do instead. */
export function Quiet({ why, never, needless = false, onAnyway, onLooked }: QuietProps) {
  const { t } = useWords();
  return (
    <div className="rounded-md bg-amber-soft px-3 py-2">
      <p className="font-semibold">
        {t(never ? `review.draft.${needless ? 'needless' : 'noReply'}` : 'review.draft.wait')}
      </p>
      <p>{why.reason}</p>
      <p>{why.next}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={onAnyway}>{t(never ? 'review.draft.writeAnyway' : 'review.draft.showAnyway')}</Button>
        {onLooked && <Button onClick={onLooked}>{t('review.draft.confirm')}</Button>}
      </div>
    </div>
  );
}
