import * as z from 'zod/mini';
import { ok, type Result } from '../contract/index.ts';
import { Manifest } from '../evidence/contract.ts';
import type { Recordable } from '../evidence/recording.ts';
import { captureHead, heldOf } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** The newest capture of the review to which something may be added. */
export async function recordable(desk: Desk, key: string): Promise<Result<Recordable>> {
  const held = await heldOf(desk.store, key);
  if (!held.ok) return held;
  for (const { id, copy } of held.value) {
    if (copy) continue;
    const head = await captureHead(desk.store, id);
    const manifest = head.ok && head.value.seal ? read(head.value.manifest) : null;
    if (!manifest) continue;
    // Where pictures are withheld (T14, T15) nothing that pictures is added.
    return ok(manifest.missing.some(({ why }) => why === 'withheld') ? { to: null, why: 'withheld' } : { to: id });
  }
  return ok({ to: null, why: 'no-capture' });
}

function read(manifest: string): Manifest | null {
  try {
    return z.safeParse(Manifest, JSON.parse(manifest)).data ?? null;
  } catch {
    return null;
  }
}
