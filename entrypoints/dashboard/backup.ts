import { ok, type Result } from '../../lib/contract/result.ts';
import { exportAll, openStore, type Store } from '../../lib/store/index.ts';
import type { Wire } from '../sidebar/state.ts';
import { saveBlob } from './download.ts';

/**
 * Everything into one file for the person. Written here and not in the background: a worker may be ended meanwhile,
 * and pictures do not fit in messages.
 */
export async function backUp(
  request: Wire['request'],
  store: Store = openStore(),
  save: (file: Blob, name: string) => void = saveBlob,
): Promise<Result<{ name: string }>> {
  const settings = await request('settings.get', {});
  if (!settings.ok) return settings;
  const sentences = await request('sentences.list', {});
  if (!sentences.ok) return sentences;
  const begun = await request('data.export', {});
  if (!begun.ok) return begun;
  const { at, name } = begun.value;
  const { clinic, preferences } = settings.value;
  const file = await exportAll(store, { clinic, preferences, sentences: sentences.value }, at);
  if (!file.ok) return file;
  save(file.value, name);
  await request('settings.preferences', { lastBackup: at });
  return ok({ name });
}
