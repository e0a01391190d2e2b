import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { CaptureLine, CoveredPicture, OpenCapture } from '../../components/evidence/shapes.ts';
import type { Person } from '../../lib/contract/clinic.ts';
import { fail, ok, type Result } from '../../lib/contract/result.ts';
import type { SettingsView } from '../../lib/contract/views.ts';
import { isBare } from '../../lib/evidence/covers.ts';
import {
  ChangedMeanwhile,
  type CustodyEntry,
  type Exporting,
  Manifest,
  machineKey,
  momentOf,
  packCapture,
  requestProof,
  requestTimestamp,
  type Timestamp,
  toBlob,
  type VerifyReport,
  verifyPackage,
} from '../../lib/evidence/index.ts';
import { type Revisit, revisitsOf } from '../../lib/evidence/revisit.ts';
import {
  bundleOf,
  type CaptureHead,
  capturesFrom,
  copiesOf,
  countCaptures,
  custodyLog,
  type HeldCapture,
  heldCapture,
  keyStore,
  openStore,
  type Store,
} from '../../lib/store/index.ts';
import type { Wire } from '../sidebar/state.ts';
import { caseStream } from './case-file.ts';
import { saveBlob } from './download.ts';

/**
 * What the evidence screen does. Reads the database directly (pictures do not fit in messages); everything that
 * changes it, the custody log too, goes through the background.
 */
export interface EvidenceRoom {
  count(): Promise<Result<number>>;
  lines(offset: number, limit: number): Promise<Result<CaptureLine[]>>;
  /** Everything of one; goes into the log as viewed. */
  open(id: string, viewed: boolean): Promise<Result<OpenCapture>>;
  /** The package, handed to the person as a file. `bad-file`, by its name: a stored file is not what was sealed. */
  exportOne(id: string): Promise<Result<{ name: string }>>;
  /** Several as one package for the lawyer. `bare`: how many have no picture because nobody has covered any yet. */
  exportCase(ids: readonly string[], redacted: boolean): Promise<Result<{ name: string; bare: number }>>;
  /** `by`: a manager or doctor picked for it; null: whoever is on duty. */
  remove(id: string, reason: string, wrong: boolean, by: Person | null): Promise<Result<null>>;
  /** An authority's answer, or a calendar's promise. `granted`: there is one. */
  stamp(id: string, authority: string, kind: Timestamp['kind']): Promise<Result<{ granted: boolean }>>;
  /** Seals a picture of the window beside the capture. */
  addWindow(id: string, picture: Blob): Promise<Result<{ id: string }>>;
  /** Seals a copy with third persons masked in the texts and covered in these pictures. */
  redact(id: string, pictures: readonly CoveredPicture[]): Promise<Result<{ id: string }>>;
  /** The pages to be looked at again, what is due first at the top. */
  revisits(): Promise<Result<Revisit[]>>;
  visit(id: string): Promise<Result<null>>;
  /** The whole custody log, also of what is deleted. */
  log(): Promise<Result<CustodyEntry[]>>;
  verify(file: Blob, progress: (share: number) => void): Promise<VerifyReport>;
}

export function evidenceRoom(request: Wire['request'], store: Store = openStore()): EvidenceRoom {
  const version = (): string => browser.runtime.getManifest().version;

  /** Window pictures and recordings that were added to a capture. They show third persons: never for a redacted case. */
  async function additionsTo(id: string): Promise<string[]> {
    const copies = await copiesOf(store, id);
    return copies.ok
      ? copies.value.filter(({ manifest }) => manifest.kind === 'annotation').map((copy) => copy.id)
      : [];
  }

  /** Who exports, now; with this machine's key. */
  async function exporting(): Promise<Exporting & { settings: SettingsView | null }> {
    const settings = await request('settings.get', {});
    return {
      at: new Date().toISOString(),
      by: settings.ok ? settings.value.onDuty : null,
      build: version(),
      key: await machineKey(keyStore(store)),
      settings: settings.ok ? settings.value : null,
    };
  }

  /** Packs, piece by piece, and hands it to the person. */
  async function hand(stream: AsyncGenerator<Uint8Array>, name: string): Promise<Result<{ name: string }>> {
    try {
      saveBlob(await toBlob(stream, 'application/zip'), name);
      return ok({ name });
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return fail('bad-file', error.file);
      return fail('unexpected', error instanceof Error ? error.name : 'export');
    }
  }

  async function exportOne(id: string): Promise<Result<{ name: string }>> {
    // Before packing, so that the package's own log says that it was handed over.
    const noted = await request('evidence.noted', { id, action: 'exported', detail: 'capture' });
    if (!noted.ok) return noted;
    const bundle = await bundleOf(store, id);
    if (!bundle.ok) return bundle;
    const manifest = manifestOf(bundle.value.written);
    if (!manifest) return fail('not-found', 'manifest');
    return hand(packCapture(bundle.value, await exporting()), nameOf(manifest));
  }

  async function exportCase(
    picked: readonly string[],
    redacted: boolean,
  ): Promise<Result<{ name: string; bare: number }>> {
    const ids: string[] = [];
    let bare = 0;
    for (const id of picked) {
      const copy = redacted ? await request('evidence.redact', { id, beside: [...picked] }) : ok({ id });
      if (!copy.ok) return copy;
      if (redacted && (await hasNoPicture(copy.value.id))) bare++;
      const detail = redacted ? 'redacted case' : 'case';
      for (const one of [copy.value.id, ...(redacted ? [] : await additionsTo(id))]) {
        const noted = await request('evidence.noted', { id: one, action: 'exported', detail });
        if (!noted.ok) return noted;
        ids.push(one);
      }
    }
    const { settings, ...who } = await exporting();
    if (!settings) return fail('unexpected', 'settings');
    const stream = await caseStream(store, ids, settings, who, redacted);
    if (!stream.ok) return stream;
    const time = momentOf(who.at).taipei.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
    const done = await hand(stream.value, `replywell-case-${redacted ? 'redacted-' : ''}${time}.zip`);
    return done.ok ? ok({ ...done.value, bare }) : done;
  }

  async function hasNoPicture(copy: string): Promise<boolean> {
    const held = await heldCapture(store, copy);
    const manifest = held.ok ? manifestOf(held.value.head.manifest) : null;
    return manifest !== null && isBare(manifest);
  }

  /** This machine's key, where it has one already. */
  async function ownKey(): Promise<string | null> {
    const pair = await keyStore(store).load();
    return pair ? (await machineKey(keyStore(store))).publicKey : null;
  }

  return {
    count: () => countCaptures(store),
    async lines(offset, limit) {
      const heads = await capturesFrom(store, offset, limit);
      return heads.ok ? ok(heads.value.map(lineOf)) : heads;
    },
    async open(id, viewed) {
      const held = await heldCapture(store, id);
      if (!held.ok) return held;
      if (viewed) await request('evidence.noted', { id, action: 'viewed' });
      const copies = await copiesOf(store, id);
      const ours = held.value.head.seal?.key === (await ownKey());
      return ok({ ...openOf(held.value), ours, redaction: copies.ok ? redactionOf(copies.value) : null });
    },
    redact: (id, pictures) => request('evidence.redact', { id, beside: [], pictures: [...pictures] }),
    exportOne,
    exportCase,
    remove: (id, reason, wrong, by) => request('evidence.delete', { id, reason, wrong, ...(by && { by }) }),
    async addWindow(id, picture) {
      const file = URL.createObjectURL(picture);
      const done = await request('evidence.window', { id, file });
      URL.revokeObjectURL(file);
      return done;
    },
    async stamp(id, authority, kind) {
      const held = await heldCapture(store, id);
      if (!held.ok) return held;
      if (!URL.canParse(authority) || !/^https?:$/.test(new URL(authority).protocol)) return fail('bad-request');
      const origin = `${new URL(authority).origin}/*`;
      const allowed = await browser.permissions.request({ origins: [origin] }).catch(() => false);
      if (!allowed) return fail('not-allowed', 'host');
      const ask = kind === 'opentimestamps' ? requestProof : requestTimestamp;
      const stamp = await ask(held.value.head.manifestHash, authority, {
        fetch: (input, init) => fetch(input, init),
        now: () => new Date().toISOString(),
      });
      const kept = await request('evidence.stamped', { id, stamp });
      return kept.ok ? ok({ granted: stamp.state !== 'failed' }) : kept;
    },
    async revisits() {
      const found: Manifest[] = [];
      for (let at = 0; ; at += REVISITS) {
        const heads = await capturesFrom(store, at, REVISITS);
        if (!heads.ok) return heads;
        for (const { manifest } of heads.value) found.push(...[manifestOf(manifest)].filter((one) => one !== null));
        if (heads.value.length < REVISITS) return ok(revisitsOf(found));
      }
    },
    log: () => custodyLog(store),
    visit: (id) => request('revisit.open', { id }),
    async verify(file, progress) {
      const own = await ownKey();
      return verifyPackage(file, {
        known: own === null ? [] : [own],
        progress: (done, all) => progress(all === 0 ? 0 : done / all),
      });
    },
  };
}

/** So many manifests are read at once. */
const REVISITS = 200;

const manifestOf = (written: string): Manifest | null => {
  try {
    return z.safeParse(Manifest, JSON.parse(written)).data ?? null;
  } catch {
    return null;
  }
};

const lineOf = (head: CaptureHead): CaptureLine => ({
  id: head.id,
  at: head.at,
  complete: head.complete ?? true,
  size: head.size ?? 0,
  manifest: manifestOf(head.manifest),
});

/** The copy in which pictures were covered last; `copies` are newest first. */
function redactionOf(copies: readonly { id: string; manifest: Manifest }[]): OpenCapture['redaction'] {
  for (const { id, manifest } of copies) {
    const pictures = manifest.files.flatMap(({ parent, covers }) =>
      parent && covers ? [{ parent: parent.name, covers }] : [],
    );
    if (manifest.kind === 'redaction' && pictures.length > 0) return { id, at: manifest.finishedAt.utc, pictures };
  }
  return null;
}

function openOf({ head, files, timestamps, custody }: HeldCapture): Omit<OpenCapture, 'redaction' | 'ours'> {
  return {
    ...lineOf(head),
    manifestHash: head.manifestHash,
    seal: head.seal ?? null,
    files: files.map(({ name, kind, type, place, blob, view }) => ({
      name,
      kind,
      type,
      place,
      blob,
      view: view ?? null,
    })),
    timestamps,
    custody: custody.sort((a, b) => a.seq - b.seq),
  };
}

/** 「replywell-ptt-20261122-0055-1a2b3c4d.zip」: the site, Taipei's time, the capture. */
function nameOf({ page, capturedAt, id }: Manifest): string {
  const time = capturedAt.taipei.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `replywell-${page.site}-${time}-${id.slice(0, 8)}.zip`;
}
