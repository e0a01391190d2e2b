import { marksOf } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** Evidence of a review was sealed or deleted: wherever it stands open, and in every list, that is told. */
export async function tellHeld(desk: Desk, key: string): Promise<void> {
  const known = await marksOf(desk.store, [key]);
  const captured = known.ok && known.value.get(key)?.captured === true;
  for (const { tabId, row } of desk.pages.everywhere(key)) {
    row.captured = captured;
    row.rev = desk.pages.touch(tabId);
    desk.changed({ tabId, topic: 'page', key });
  }
  desk.changed({ tabId: null, topic: 'capture', key });
}
