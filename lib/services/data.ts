import { fail, ok, type Person, type Result } from '../contract/index.ts';
import { mayDelete } from '../desk/deletion.ts';
import { deskOf, namedAt } from '../desk/naming.ts';
import { restoredSentences } from '../drafting/index.ts';
import { clearSettings } from '../settings/index.ts';
import { clearModel } from '../settings/model.ts';
import { changeSentences, clearSentences, loadSentences } from '../settings/sentences.ts';
import { appendCustody, clearAll, evidenceNames, importAll, inventory, type SettingsCopy } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { reassess } from './ingest.ts';
import { reasonOf } from './reason.ts';
import { changeClinic, changePreferences } from './settings.ts';

/**
 * Before the dashboard writes everything into one file (it reads the store itself: pictures do not fit in messages):
 * the log says that the evidence was handed over, by whom. The store's own time is the file's.
 */
export async function exportData(desk: Desk): Promise<Result<{ at: string; name: string }>> {
  const { onDuty } = await desk.settings();
  const at = new Date().toISOString();
  const noted = await appendCustody(desk.store, {
    at,
    action: 'exported',
    by: onDuty,
    capture: null,
    manifestHash: null,
    reason: null,
    detail: 'backup',
  });
  return noted.ok ? ok({ at, name: `replywell-${at.slice(0, 10)}.zip` }) : noted;
}

/**
 * Adds what a file holds to what is here; nothing here is lost. Settings come over where there are none yet. `address`:
 * a blob of the dashboard's, for a message cannot hold a file.
 */
export async function importData(desk: Desk, address: string): Promise<Result<{ reviews: number; skipped: number }>> {
  if (!address.startsWith('blob:')) return fail('bad-request', 'address');
  const file = await fetch(address).then(
    (answer) => answer.blob(),
    () => null,
  );
  if (file === null) return fail('bad-file');
  const { clinic, onDuty } = await desk.settings();
  const done = await importAll(desk.store, file, { at: new Date().toISOString(), by: onDuty });
  if (!done.ok) return done;
  const { settings, reviews, skipped } = done.value;
  if (!clinic) {
    const taken = await takeOver(desk, settings);
    if (!taken.ok) return taken;
  }
  const people = (await desk.settings()).clinic?.people ?? [];
  const kept = await changeSentences((own) => ok(restoredSentences(own, settings.sentences, people)));
  if (!kept.ok) return kept;
  // Open pages learn the marks that came with the file.
  await reassess(desk);
  for (const topic of ['review', 'settings', 'capture'] as const) desk.changed({ tabId: null, topic });
  return ok({ reviews, skipped });
}

/** A new computer becomes as the old one was; when it was last backed up is its own matter. */
async function takeOver(desk: Desk, { clinic, preferences }: SettingsCopy): Promise<Result<unknown>> {
  if (!clinic) return ok(null);
  const saved = await changeClinic(desk, clinic);
  if (!saved.ok) return saved;
  const { lastBackup: _, ...rest } = preferences;
  return changePreferences(desk, rest);
}

/** What "delete all" would delete: how many of each, and the evidence by name. */
export async function takeInventory(desk: Desk) {
  const counts = await inventory(desk.store);
  if (!counts.ok) return counts;
  const evidence = await evidenceNames(desk.store);
  const sentences = (await loadSentences()).length;
  return evidence.ok ? ok({ ...counts.value, sentences, evidence: evidence.value }) : evidence;
}

/**
 * Deletes all reviews, notes, drafts and captures, the clinic's profile and sentences, and every setting; the custody
 * log keeps its hashes, and who did it and why. Manager or doctor, where the clinic has one.
 */
export async function clearData(desk: Desk, reason: string, picked?: Person): Promise<Result<null>> {
  const settings = await desk.settings();
  const said = reasonOf(reason, settings.clinic);
  if (!said.ok) return said;
  const here = deskOf(settings);
  const named = namedAt(here, picked);
  if (!named.ok) return named;
  const may = mayDelete({ ...here, onDuty: named.value.by });
  if (!may.ok) return may;
  const cleared = await clearAll(desk.store, said.value, new Date().toISOString(), named.value);
  if (!cleared.ok) return cleared;
  // A model that was chosen, its keys, and which sentences it wrote.
  await clearModel();
  await clearSentences();
  const forgotten = await clearSettings();
  desk.settingsChanged();
  for (const [tabId] of desk.pages.tabs()) desk.pages.forget(tabId);
  for (const topic of ['review', 'settings', 'capture'] as const) desk.changed({ tabId: null, topic });
  return forgotten.ok ? ok(null) : forgotten;
}
