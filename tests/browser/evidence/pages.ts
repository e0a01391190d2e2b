import { vi } from 'vitest';
import { Clinic, type Review } from '../../../lib/contract/index.ts';
import {
  bytesSource,
  type CaptureInput,
  collect,
  type InputFile,
  newKeyPair,
  nextEntry,
  packCapture,
  type Sealed,
  sealCapture,
  signingKey,
} from '../../../lib/evidence/index.ts';
import { createCapturer } from '../../../lib/page/capture.ts';
import { recordOf } from '../../../lib/services/capture-record.ts';
import type { Desk } from '../../../lib/services/desk.ts';
import type { Frame, Row } from '../../../lib/services/pages.ts';
import { judge, tally } from '../../../lib/sites/health.ts';
import { adapterFor } from '../../../lib/sites/registry.ts';
import clinicJson from '../../fixtures/clinic.json';

/** A page of one of the four sites, laid out here, and what its adapter reads of it. */
export interface OpenPage {
  frame: Frame;
  rows: Row[];
  /** The record of one review as the capture makes it, with its texts. */
  record(id: string): Promise<{ input: CaptureInput; files: Record<string, Uint8Array<ArrayBuffer>> }>;
  close(): void;
}

export const AMY = { name: '王小美', role: 'desk' } as const;
export const SEEN = '2026-11-20T02:00:00.000Z';
export const CAPTURED = '2026-11-21T04:00:00.000Z';
export const clinic = Clinic.parse(clinicJson);

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The page without what would load (a parsed script never runs), at its address as far as adapters are told. */
export function openPage(html: string, url: URL): OpenPage {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const part of parsed.querySelectorAll('link:not([rel="canonical"]), meta, iframe, base')) part.remove();
  // Addresses stay, as pictures that never arrive; nothing goes out.
  for (const image of parsed.querySelectorAll('img, source, video')) {
    for (const name of ['srcset', 'poster']) image.removeAttribute(name);
    image.setAttribute('loading', 'lazy');
    image.setAttribute('hidden', '');
  }
  document.documentElement.lang = parsed.documentElement.lang;
  document.title = parsed.title;
  document.head.append(...parsed.head.querySelectorAll('style, link'));
  document.body.replaceChildren(...parsed.body.childNodes);

  const adapter = adapterFor(url);
  if (!adapter) throw new Error(`no adapter for ${url}`);
  const detected = adapter.detect(document, url);
  const context = { ...detected, url, document, now: Date.parse(CAPTURED) };
  const cards = new Map<string, Element>();
  const readings = adapter.cards(document, context).flatMap((card) => {
    const read = adapter.read(card, context);
    for (const { review } of read) cards.set(review.id, card);
    return read;
  });
  const rows = new Map<string, Row>();
  for (const { review } of readings) {
    rows.set(review.id, { review, order: rows.size, firstSeen: SEEN } as Row);
  }
  const frame = {
    url,
    page: detected,
    health: judge(context, tally(readings), adapter.signs(document, context)),
    rows,
  } as Frame;
  const life = new AbortController();

  return {
    frame,
    rows: [...rows.values()],
    async record(id) {
      const row = rows.get(id);
      if (!row) throw new Error(`no ${id}`);
      const capturer = createCapturer({
        document,
        adapter,
        context: () => context,
        locate: (of) => cards.get(of) ?? null,
        mark: () => null,
        hide: () => () => undefined,
        onStop: vi.fn(),
        signal: life.signal,
      });
      const all = detected.kind === 'article' || detected.kind === 'post';
      if (!(await capturer.begin({ id, root: row.review.parent ?? id, all }))) throw new Error(`${id} is not there`);
      const read = { ...capturer.read(), around: capturer.surroundings() };
      capturer.end();
      const desk = { settings: async () => ({ clinic, onDuty: AMY }) } as unknown as Desk;
      const options = { pictures: true, reload: false, served: true, caseName: '微光評論案', recheck: null };
      const input = await recordOf(desk, 'capture-1', { frame, row, tabId: 1 }, read, options, CAPTURED);
      const files = { 'text.txt': utf8(read.text), 'dom.txt': utf8(read.html), ...PICTURES };
      return { input: { ...input, files: filesOf(), complete: true }, files };
    },
    close() {
      life.abort();
      document.body.replaceChildren();
      for (const node of document.head.querySelectorAll('style, link[rel="canonical"]')) node.remove();
    },
  };
}

/** Pictures are another matter (tests/e2e/capture-stitch): here any bytes do. */
const PICTURES = { 'tiles/001.png': utf8('a picture'), 'crop.png': utf8('a part of it') };

const filesOf = (): InputFile[] => {
  const place = { x: 0, y: 0, width: 800, height: 600, scale: 1 };
  const file = (name: string, kind: InputFile['kind'], type: string, more: Partial<InputFile> = {}): InputFile => ({
    name,
    kind,
    type,
    at: CAPTURED,
    place: null,
    parent: null,
    ...more,
  });
  return [
    file('text.txt', 'text', 'text/plain'),
    file('dom.txt', 'dom', 'text/plain'),
    file('tiles/001.png', 'tile', 'image/png', { place }),
    file('crop.png', 'crop', 'image/png', { place, parent: 'tiles/001.png' }),
  ];
};

/** Sealed and packed by a key made for this. */
export async function packageOf(
  input: CaptureInput,
  files: Record<string, Uint8Array<ArrayBuffer>>,
): Promise<{ zip: Uint8Array<ArrayBuffer>; sealed: Sealed }> {
  const key = await signingKey(await newKeyPair());
  const bytesOf = (name: string) => bytesSource(files[name] ?? new Uint8Array());
  const sealed = await sealCapture(input, bytesOf, key, null);
  const made = new Map(sealed.made.map(({ name, bytes }) => [name, bytes]));
  const custody = [
    await nextEntry(null, 'here', {
      at: CAPTURED,
      action: 'captured',
      by: AMY,
      capture: input.id,
      manifestHash: sealed.manifestHash,
      reason: null,
    }),
  ];
  const { written, seal } = sealed;
  const zip = await collect(
    packCapture(
      {
        written,
        seal,
        custody,
        timestamps: [],
        bytesOf: (name) => bytesSource(made.get(name) ?? files[name] ?? utf8('')),
      },
      { at: CAPTURED, by: AMY, build: '0.1.0', key },
    ),
  );
  return { zip, sealed };
}

export type { Review };
