import { browser } from 'wxt/browser';
import { fail, ok, type Person, type Result } from '../contract/index.ts';
import { machineKey } from '../evidence/keys.ts';
import type { Deriving } from '../evidence/redact.ts';
import type { Sealed } from '../evidence/seal.ts';
import { chainEnd, keepCopy, keyStore, wasOvertaken } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** Another capture may be sealed in between: linked anew, so often. */
const TRIES = 4;

type Link = Pick<Deriving, 'id' | 'at' | 'by' | 'build' | 'key' | 'previous'>;
type Files = Parameters<typeof keepCopy>[1]['files'];

interface Keeping {
  /** Of the copy. */
  id: string;
  /** The capture it is made from. */
  of: string;
  at: string;
  by: Person | null;
  action: 'redacted' | 'annotated';
  seal: (link: Link) => Promise<Sealed>;
  /** The copy's files with their bytes. */
  filesOf: (sealed: Sealed) => Files;
}

/** Seals a copy of a capture behind whatever was sealed last on this machine, and stores it with its log entry. */
export async function keepDerived(desk: Desk, keeping: Keeping): Promise<Result<{ id: string }>> {
  const { id, of, at, by, action } = keeping;
  const build = browser.runtime.getManifest().version;
  const key = await machineKey(keyStore(desk.store));
  for (let tries = 0; tries < TRIES; tries++) {
    const previous = await chainEnd(desk.store);
    if (!previous.ok) return previous;
    const sealed = await keeping.seal({ id, at, by, build, key, previous: previous.value });
    const { manifest } = sealed;
    const kept = await keepCopy(
      desk.store,
      {
        id,
        key: manifest.key,
        at,
        manifest: sealed.written,
        manifestHash: sealed.manifestHash,
        seal: sealed.seal,
        complete: manifest.complete,
        size: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
        previous: previous.value,
        files: keeping.filesOf(sealed),
      },
      { at, by, detail: of, action },
    );
    if (kept.ok) return ok({ id });
    if (!wasOvertaken(kept)) return kept;
  }
  return fail('storage-failed', 'chain');
}
