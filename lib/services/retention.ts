import { ok, type Person, type Result } from '../contract/index.ts';
import { mayDelete } from '../desk/deletion.ts';
import { deskOf, namedAt } from '../desk/naming.ts';
import type { DueView } from '../desk/retention.ts';
import { dueReviews, purgeReviews } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** Which reviews' time is up, by the days that the clinic has chosen; nothing goes by being asked. */
export async function dueData(desk: Desk): Promise<Result<DueView>> {
  const { preferences } = await desk.settings();
  return dueReviews(desk.store, preferences.retentionDays, new Date().toISOString());
}

/** Deletes of the reviews that a person has seen listed those that are still due. */
export async function purgeData(
  desk: Desk,
  keys: readonly string[],
  picked?: Person,
): Promise<Result<{ deleted: number }>> {
  const settings = await desk.settings();
  const here = deskOf(settings);
  const named = namedAt(here, picked);
  if (!named.ok) return named;
  const may = mayDelete({ ...here, onDuty: named.value.by });
  if (!may.ok) return may;
  const at = new Date().toISOString();
  const { preferences } = settings;
  const gone = await purgeReviews(desk.store, keys, { days: preferences.retentionDays, at, ...named.value });
  if (!gone.ok) return gone;
  desk.changed({ tabId: null, topic: 'review' });
  return ok({ deleted: gone.value });
}
