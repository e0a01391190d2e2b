import { fail, ok, type Result } from '../contract/index.ts';
import { blobSource, bytesSource } from '../evidence/bytes.ts';
import type { CaptureInput, InputFile, Missing, MissingWhy } from '../evidence/contract.ts';
import { machineKey } from '../evidence/keys.ts';
import { isLoss } from '../evidence/missing.ts';
import { sealCapture } from '../evidence/seal.ts';
import {
  addFile,
  chainEnd,
  dropSession,
  filesOf,
  keyStore,
  type SessionRow,
  type Store,
  sealSession,
  wasOvertaken,
} from '../store/index.ts';

/** Another capture may be sealed at the same moment by another life of the worker: the chain is linked anew. */
const TRIES = 4;

export interface Finished {
  id: string;
  complete: boolean;
  missing: Missing[];
}

/**
 * Ends a session: what was to be done and was not is named as missing, and what is there is sealed. Null: nothing
 * had been recorded yet, and nothing remains. May be called again after it died at any point.
 */
export async function finish(
  store: Store,
  session: SessionRow,
  why: MissingWhy | null,
): Promise<Result<Finished | null>> {
  if (session.input === null) {
    const dropped = await dropSession(store, session.id);
    return dropped.ok ? ok(null) : dropped;
  }
  const found = await filesOf(store, session.id);
  if (!found.ok) return found;
  const files: InputFile[] = found.value
    .filter(({ name }) => name !== 'thread.json')
    .map(({ name, kind, type, at, place, parent }) => ({ name, kind, type, at, place, parent }));
  const missing: Missing[] = [...session.input.missing];
  for (const { what, detail } of session.todo) missing.push({ what, why: why ?? 'failed', detail });
  const input: CaptureInput = {
    ...session.input,
    finishedAt: [session.input.startedAt, ...found.value.map(({ at }) => at)].sort().at(-1) ?? session.input.startedAt,
    files,
    missing,
    complete: !missing.some(isLoss),
  };
  const blobs = new Map(found.value.map(({ name, blob }) => [name, blob]));
  for (let tries = 0; tries < TRIES; tries++) {
    const previous = await chainEnd(store);
    if (!previous.ok) return previous;
    const key = await machineKey(keyStore(store)).catch(() => null);
    if (!key) return fail('storage-failed', 'key');
    const sealed = await sealCapture(
      input,
      (name) => {
        const blob = blobs.get(name);
        return blob ? blobSource(blob) : bytesSource(new Uint8Array());
      },
      key,
      previous.value,
    );
    for (const { name, bytes } of sealed.made) {
      if (blobs.has(name)) continue;
      const blob = new Blob([bytes], { type: 'application/json' });
      const kept = await addFile(store, session, {
        capture: session.id,
        name,
        kind: 'thread',
        type: 'application/json',
        at: input.finishedAt,
        place: null,
        parent: null,
        blob,
      });
      if (!kept.ok) return kept;
      blobs.set(name, blob);
    }
    const done = await sealSession(
      store,
      {
        id: session.id,
        key: session.key,
        at: input.startedAt,
        manifest: sealed.written,
        manifestHash: sealed.manifestHash,
        seal: sealed.seal,
        complete: input.complete,
        size: sealed.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
        previous: previous.value,
      },
      input.by,
    );
    if (done.ok) return ok({ id: session.id, complete: input.complete, missing });
    if (!wasOvertaken(done)) return done;
  }
  return fail('storage-failed', 'chain');
}
