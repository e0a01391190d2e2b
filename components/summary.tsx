import type { QueueSummary } from '../lib/desk/queue.ts';
import { useWords, type Words } from './language.tsx';

/** 「12 則評論，2 則需今天處理，1 則建議先存證。」 */
export function summarySentence(t: Words, counted: Pick<QueueSummary, 'total' | 'today' | 'capture'>): string {
  if (counted.total === 0) return t('sidebar.summary.none');
  const parts = [t('sidebar.summary.all', { count: counted.total })];
  if (counted.today > 0) parts.push(t('sidebar.summary.today', { count: counted.today }));
  if (counted.capture > 0) parts.push(t('sidebar.summary.capture', { count: counted.capture }));
  if (parts.length === 1) parts.push(t('sidebar.summary.calm'));
  return parts.join(t('sidebar.summary.separator')) + t('sidebar.summary.end');
}

export function Summary({ counted }: { counted: QueueSummary }) {
  const { t } = useWords();
  return <p className="px-3 py-1.5 font-semibold">{summarySentence(t, counted)}</p>;
}
