import { fail, ok, type Result } from '../contract/index.ts';
import type { CaptureView } from '../evidence/capture-progress.ts';
import type { Timestamp } from '../evidence/contract.ts';
import type { From } from '../messaging/senders.ts';
import { appendCustody, captureHead, deleteCapture, heldOf, putTimestamp } from '../store/index.ts';
import { progressOf } from './capture.ts';
import type { Desk } from './desk.ts';

/** The capture that goes on in the sender's tab (in any, for the dashboard), and those held of a review. */
export async function captureView(desk: Desk, key: string | null, from: From): Promise<Result<CaptureView>> {
  const held = key === null ? ok([]) : await heldOf(desk.store, key);
  if (!held.ok) return held;
  const now = progressOf(desk, from.kind === 'dashboard' ? null : from.tabId);
  const asked = from.kind === 'sidebar' ? desk.asked.get(from.tabId) : undefined;
  if (asked?.key !== key) return ok({ now, held: held.value, outside: null });
  desk.asked.delete(from.tabId);
  return ok({ now, held: held.value, outside: asked.outcome });
}

/** Deletes a capture with its reason; the log keeps that it was there. */
export async function removeCapture(
  desk: Desk,
  { id, reason, wrong }: { id: string; reason: string; wrong: boolean },
): Promise<Result<null>> {
  const said = reason.trim();
  if (said === '') return fail('needs-reason');
  const { onDuty } = await desk.settings();
  const done = await deleteCapture(desk.store, id, {
    at: new Date().toISOString(),
    by: onDuty,
    reason: said,
    action: wrong ? 'purged' : 'deleted',
  });
  if (done.ok) desk.changed({ tabId: null, topic: 'capture' });
  return done;
}

/** Looked at, handed over: who and when goes into the log. */
export async function noteCapture(
  desk: Desk,
  { id, action, detail }: { id: string; action: 'viewed' | 'exported' | 'redacted'; detail?: string | undefined },
): Promise<Result<null>> {
  const head = await captureHead(desk.store, id);
  if (!head.ok) return head;
  const { onDuty } = await desk.settings();
  const entry = await appendCustody(desk.store, {
    at: new Date().toISOString(),
    action,
    by: onDuty,
    capture: id,
    manifestHash: head.value.manifestHash,
    reason: null,
    ...(detail !== undefined && { detail }),
  });
  return entry.ok ? ok(null) : entry;
}

/** An authority's answer beside its capture; a granted one goes into the log. */
export async function keepTimestamp(desk: Desk, id: string, stamp: Timestamp): Promise<Result<null>> {
  const head = await captureHead(desk.store, id);
  if (!head.ok) return head;
  const kept = await putTimestamp(desk.store, id, stamp);
  if (!kept.ok) return kept;
  if (stamp.state !== 'granted') return ok(null);
  const { onDuty } = await desk.settings();
  const entry = await appendCustody(desk.store, {
    at: new Date().toISOString(),
    action: 'timestamped',
    by: onDuty,
    capture: id,
    manifestHash: head.value.manifestHash,
    reason: null,
    detail: stamp.authority,
  });
  return entry.ok ? ok(null) : entry;
}
