import { Info } from 'lucide-react';
import type { PageView } from '../lib/contract/views.ts';
import { useWords } from './language.tsx';

/** One calm line where only the rules read: what that means and what to do. Nothing where all is well. */
export function ReaderLine({ reader }: { reader: PageView['reader'] }) {
  const { t } = useWords();
  return (
    <div role="status">
      {reader === 'rules-only' && (
        <p className="flex items-start gap-1.5 px-3 py-1 text-muted text-xs">
          <Info aria-hidden size={14} className="mt-0.5 shrink-0" />
          {t('reading.reader.rulesOnly')}
        </p>
      )}
    </div>
  );
}
