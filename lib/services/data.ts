import { fail, ok, type Result } from '../contract/index.ts';
import { clearModel } from '../settings/model.ts';
import { clearSentences } from '../settings/sentences.ts';
import { clearAll, exportAll, importAll, inventory } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { reassess } from './ingest.ts';
import { changeClinic, changePreferences } from './settings.ts';

/** Everything in one file, for a new computer: the store and the settings. */
export async function exportData(desk: Desk): Promise<Result<{ file: string; name: string }>> {
  const { clinic, preferences } = await desk.settings();
  const now = new Date().toISOString();
  const file = await exportAll(desk.store, { clinic, preferences }, now);
  if (!file.ok) return file;
  await changePreferences(desk, { lastBackup: now });
  return ok({ file: file.value, name: `replywell-${now.slice(0, 10)}.json` });
}

/** Adds what a file holds to what is here; nothing here is lost. Settings come over where there are none yet. */
export async function importData(desk: Desk, file: string): Promise<Result<{ reviews: number; skipped: number }>> {
  const done = await importAll(desk.store, file);
  if (!done.ok) return done;
  const { clinic } = await desk.settings();
  if (!clinic && done.value.settings.clinic) {
    const saved = await changeClinic(desk, done.value.settings.clinic);
    if (!saved.ok) return saved;
  }
  // Open pages learn the marks that came with the file.
  await reassess(desk);
  desk.changed({ tabId: null, topic: 'review' });
  return ok({ reviews: done.value.reviews, skipped: done.value.skipped });
}

export const takeInventory = (desk: Desk) => inventory(desk.store);

/** Deletes all reviews, notes, drafts and captures; the custody log keeps its hashes and the reason. */
export async function clearData(desk: Desk, reason: string): Promise<Result<null>> {
  const said = reason.trim();
  if (said === '') return fail('needs-reason');
  const cleared = await clearAll(desk.store, said, new Date().toISOString());
  if (!cleared.ok) return cleared;
  // A model that was chosen, its keys, and which sentences it wrote.
  await clearModel();
  await clearSentences();
  for (const [tabId] of desk.pages.tabs()) desk.pages.forget(tabId);
  desk.changed({ tabId: null, topic: 'review' });
  return ok(null);
}
