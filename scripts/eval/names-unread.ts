import { findPersonal } from '../../lib/privacy/index.ts';
import { nameRows } from '../train/marked-names.ts';
import type { Figure } from './figures.ts';
import { measureNames, type QuoteRow } from './personal.ts';

/**
 * Names in `unread/names.tsv`: invented reviews and posts, harder than real ones (nicknames, rare surnames, words that
 * look like names). Whoever writes rules, lists or training texts must not read them. The odd lines were read once for
 * causes of errors; the even ones never.
 */
export function namesUnread(): [string, Figure][] {
  const rows = nameRows(new URL('unread/names.tsv', import.meta.url));
  return [
    ...figuresOf(
      'unread staff names',
      rows.filter((_, i) => i % 2 === 1),
    ),
    ...figuresOf(
      'staff names in the half read since',
      rows.filter((_, i) => i % 2 === 0),
    ),
  ];
}

function figuresOf(what: string, rows: readonly QuoteRow[]): [string, Figure][] {
  const { staff } = measureNames(rows, (row) => findPersonal(row.text));
  return (['name', 'touch'] as const).map((how) => {
    const { f1, tp, fn } = staff[how];
    return [`${what} F1, ${how}`, { ...f1, n: tp + fn }];
  });
}
