import * as z from 'zod/mini';
import { ok, type Person, type Result, type Review } from '../contract/index.ts';
import { mayDeleteCapture } from '../desk/deletion.ts';
import { deskOf, namedAt } from '../desk/naming.ts';
import type { CaptureView } from '../evidence/capture-progress.ts';
import { Manifest, type Timestamp } from '../evidence/contract.ts';
import { takenOf } from '../evidence/custody.ts';
import { redactCapture } from '../evidence/redact.ts';
import type { From } from '../messaging/senders.ts';
import {
  appendCustody,
  bundleOf,
  captureHead,
  custodyOfCapture,
  deleteCapture,
  heldOf,
  putTimestamp,
} from '../store/index.ts';
import { keepDerived } from './capture-copy.ts';
import { progressOf } from './capture-live.ts';
import { type Asked, coveredBefore, coverPictures } from './covering.ts';
import type { Desk } from './desk.ts';
import { tellHeld } from './held.ts';
import { reasonOf } from './reason.ts';
import { recordable } from './recordable.ts';
import { recordingView } from './recording.ts';

/** The capture that goes on in the sender's tab (in any, for the dashboard), and those held of a review. */
export async function captureView(desk: Desk, key: string | null, from: From): Promise<Result<CaptureView>> {
  const held = key === null ? ok([]) : await heldOf(desk.store, key);
  if (!held.ok) return held;
  const now = progressOf(desk, from.kind === 'dashboard' ? null : from.tabId);
  const may = key === null ? null : await recordable(desk, key);
  if (may && !may.ok) return may;
  const recording = await recordingView(desk, from.tabId);
  const view = { now, held: held.value, recording, recordable: may?.value ?? null };
  const asked = from.kind === 'sidebar' ? desk.asked.get(from.tabId) : undefined;
  if (asked?.key !== key) return ok({ ...view, outside: null });
  desk.asked.delete(from.tabId);
  return ok({ ...view, outside: asked.outcome });
}

/**
 * Deletes a capture with its reason; the log keeps that it was there. Manager or doctor, but one's own wrong one of
 * today (lib/desk/deletion.ts).
 */
export async function removeCapture(
  desk: Desk,
  { id, reason, wrong, by: picked }: { id: string; reason: string; wrong: boolean; by?: Person | undefined },
): Promise<Result<null>> {
  const settings = await desk.settings();
  const said = reasonOf(reason, settings.clinic);
  if (!said.ok) return said;
  const head = await captureHead(desk.store, id);
  if (!head.ok) return head;
  const log = await custodyOfCapture(desk.store, id);
  if (!log.ok) return log;
  const here = deskOf(settings);
  const at = new Date().toISOString();
  const named = namedAt(here, picked);
  if (!named.ok) return named;
  const may = mayDeleteCapture({ ...here, onDuty: named.value.by }, takenOf(log.value), { wrong, now: at });
  if (!may.ok) return may;
  const done = await deleteCapture(desk.store, id, {
    at,
    ...named.value,
    reason: said.value,
    action: wrong ? 'purged' : 'deleted',
  });
  if (done.ok) await tellHeld(desk, head.value.key);
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

/**
 * A copy of a capture with third persons masked, sealed and stored beside it. `asked`: the pictures for it and what to
 * cover in them; without, those that somebody covered last.
 */
export async function redactStored(
  desk: Desk,
  id: string,
  beside: readonly string[],
  asked?: readonly Asked[],
): Promise<Result<{ id: string }>> {
  const original = await bundleOf(desk.store, id);
  if (!original.ok) return original;
  const covered = asked ? await coverPictures(desk, id, asked) : await coveredBefore(desk, id);
  if (!covered.ok) return covered;
  const pictures = new Map(covered.value.map((picture) => [picture.name, picture]));
  const { clinic, onDuty } = await desk.settings();
  const parties: Review[] = [];
  for (const other of beside) {
    const head = await captureHead(desk.store, other);
    const manifest = head.ok ? z.safeParse(Manifest, JSON.parse(head.value.manifest)).data : undefined;
    if (manifest) parties.push(manifest.review);
  }
  const kept = await keepDerived(desk, {
    id: crypto.randomUUID(),
    of: id,
    at: new Date().toISOString(),
    by: onDuty,
    action: 'redacted',
    seal: (link) => redactCapture(original.value, { ...link, pictures: covered.value, clinic, parties }),
    filesOf: ({ manifest, made }) => {
      const bytesOf = new Map(made.map(({ name, bytes }) => [name, bytes]));
      return manifest.files.map(({ name, kind, type }) => ({
        name,
        kind,
        type,
        bytes: pictures.get(name)?.blob ?? bytesOf.get(name) ?? new Uint8Array(),
        place: pictures.get(name)?.place ?? null,
        view: pictures.get(name)?.view,
      }));
    },
  });
  if (!kept.ok) return kept;
  // Somebody covered pictures: the original's own log says so too.
  if (asked) await noteCapture(desk, { id, action: 'redacted', detail: kept.value.id });
  desk.changed({ tabId: null, topic: 'capture' });
  return kept;
}
