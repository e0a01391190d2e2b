import { findPersonal } from '../../lib/privacy/index.ts';
import { nameRows } from '../train/marked-names.ts';
import type { Figure } from './figures.ts';
import { measureNames } from './personal.ts';

/**
 * Names in `unread/names.tsv`: invented reviews and posts, harder than real ones (nicknames, rare surnames, words that
 * look like names). Whoever writes rules, lists or training texts must not read them.
 */
export function namesUnread(): [string, Figure][] {
  const { staff } = measureNames(nameRows(new URL('unread/names.tsv', import.meta.url)), (row) =>
    findPersonal(row.text),
  );
  return (['name', 'touch'] as const).map((how) => {
    const { f1, tp, fn } = staff[how];
    return [`unread staff names F1, ${how}`, { ...f1, n: tp + fn }];
  });
}
