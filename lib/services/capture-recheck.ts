import * as z from 'zod/mini';
import { keyOf } from '../contract/index.ts';
import { type CaptureInput, Manifest, type Recheck } from '../evidence/contract.ts';
import { recheckOf } from '../evidence/recheck.ts';
import { appendCustody, captureHead, type SessionRow } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** What stood there in an earlier capture of the same review against what stands there now. */
export async function compare(desk: Desk, earlier: string, input: CaptureInput): Promise<Recheck | null> {
  const head = await captureHead(desk.store, earlier);
  if (!head.ok) return null;
  const manifest = z.safeParse(Manifest, JSON.parse(head.value.manifest)).data;
  if (!manifest || manifest.key !== keyOf(input.review)) return null;
  return recheckOf({ manifest, manifestHash: head.value.manifestHash }, { page: 'read', review: input.review });
}

/** The earlier capture's log says that it was looked at again, and what came of it. */
export async function noteRecheck(desk: Desk, { id, input }: SessionRow): Promise<void> {
  if (!input?.recheck) return;
  const { of, manifestHash, outcome } = input.recheck;
  await appendCustody(desk.store, {
    at: new Date().toISOString(),
    action: 're-checked',
    by: input.by,
    capture: of,
    manifestHash,
    reason: null,
    detail: `${outcome} ${id}`,
  });
}
