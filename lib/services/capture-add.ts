import { fail, type Result } from '../contract/index.ts';
import { blobSource } from '../evidence/bytes.ts';
import { Manifest, type Recording } from '../evidence/contract.ts';
import { addToCapture } from '../evidence/redact.ts';
import { bundleOf } from '../store/index.ts';
import { keepDerived } from './capture-copy.ts';
import type { Desk } from './desk.ts';

/** What a person may add to a sealed capture afterwards. */
export type Addition = 'window' | 'recording';

const NAMES: Record<Addition, { name: string; type: string }> = {
  window: { name: 'annotated/window.png', type: 'image/png' },
  recording: { name: 'annotated/recording.webm', type: 'video/webm' },
};
const MOST = 2 * 1024 * 1024 * 1024;

/** `id`: of the new capture, where the caller must know it again after it died midway. */
interface Adding {
  id?: string;
  at?: string;
  recording?: Recording;
}

/**
 * Seals a file that was made later beside the capture it belongs to: a capture of its own that names its parent, for
 * the original is written once. Nothing that pictures is added where pictures are withheld.
 */
export async function addFileTo(
  desk: Desk,
  id: string,
  addition: Addition,
  blob: Blob,
  { id: copy = crypto.randomUUID(), at = new Date().toISOString(), recording }: Adding = {},
): Promise<Result<{ id: string }>> {
  if (blob.size === 0 || blob.size > MOST) return fail('bad-file');
  const original = await bundleOf(desk.store, id);
  if (!original.ok) return original;
  const manifest = Manifest.parse(JSON.parse(original.value.written));
  if (manifest.derivedFrom !== null) return fail('bad-request', 'copy');
  if (manifest.missing.some(({ why }) => why === 'withheld')) return fail('not-allowed', 'withheld');
  const parent = manifest.files.find(({ kind }) => kind === 'tile') ?? manifest.files[0];
  if (!parent) return fail('not-found', 'parent');
  const { onDuty } = await desk.settings();
  const { name, type } = NAMES[addition];
  const kept = await keepDerived(desk, {
    id: copy,
    of: id,
    at,
    by: onDuty,
    action: 'annotated',
    seal: (link) =>
      addToCapture(original.value, {
        ...link,
        pictures: [{ name, kind: addition, parent: parent.name, type, place: null, source: blobSource(blob) }],
        recording,
      }),
    filesOf: () => [{ name, kind: addition, type, bytes: blob }],
  });
  if (kept.ok) desk.changed({ tabId: null, topic: 'capture' });
  return kept;
}

/** From the dashboard: `address` is that of a blob that it holds, for a message cannot hold a file. */
export async function addWindow(desk: Desk, id: string, address: string): Promise<Result<{ id: string }>> {
  if (!address.startsWith('blob:')) return fail('bad-request', 'address');
  const blob = await fetch(address).then(
    (answer) => answer.blob(),
    () => null,
  );
  if (blob === null || blob.type !== 'image/png') return fail('bad-file');
  return addFileTo(desk, id, 'window', blob);
}
