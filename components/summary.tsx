import type { QueueSummary } from '../lib/desk/queue.ts';
import { useWords, type Words } from './language.tsx';

/** What presses: 「2 則需今天處理」「1 則已逾期」; nothing where nothing does. */
export function pressing(t: Words, { today, overdue }: Pick<QueueSummary, 'today' | 'overdue'>): string[] {
  return [
    ...(today > 0 ? [t('sidebar.summary.today', { count: today })] : []),
    ...(overdue > 0 ? [t('sidebar.summary.overdue', { count: overdue })] : []),
  ];
}

/** 「12 則評論，2 則需今天處理，1 則已逾期，1 則建議先存證。」 */
export function summarySentence(
  t: Words,
  counted: Pick<QueueSummary, 'total' | 'today' | 'overdue' | 'capture'>,
): string {
  if (counted.total === 0) return t('sidebar.summary.none');
  const parts = [t('sidebar.summary.all', { count: counted.total }), ...pressing(t, counted)];
  if (counted.capture > 0) parts.push(t('sidebar.summary.capture', { count: counted.capture }));
  if (parts.length === 1) parts.push(t('sidebar.summary.calm'));
  return parts.join(t('sidebar.summary.separator')) + t('sidebar.summary.end');
}

export function Summary({ counted }: { counted: QueueSummary }) {
  const { t } = useWords();
  return <p className="px-3 py-1.5 font-semibold">{summarySentence(t, counted)}</p>;
}
