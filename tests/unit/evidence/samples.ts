import {
  type Bundle,
  bytesSource,
  type CaptureInput,
  type CustodyEntry,
  collect,
  type Exporting,
  newKeyPair,
  nextEntry,
  packCapture,
  type Sealed,
  type SigningKey,
  sealCapture,
  signingKey,
  type Timestamp,
} from '../../../lib/evidence/index.ts';
import { LATER, NOON, review } from '../store/samples.ts';

export const amy = { name: '王小美', role: 'desk' } as const;
export const newKey = async (): Promise<SigningKey> => signingKey(await newKeyPair());

export const noise = (seed: number, length = 3000): Uint8Array<ArrayBuffer> => {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return state >> 16;
  });
};

const utf8 = (text: string) => new TextEncoder().encode(text);

const file = (name: string, kind: CaptureInput['files'][number]['kind'], type: string) => ({
  name,
  kind,
  type,
  at: NOON,
  place: kind === 'tile' || kind === 'crop' ? { x: 0, y: 0, width: 1200, height: 800, scale: 2 } : null,
  parent: kind === 'crop' ? 'tiles/001.png' : null,
});

/** The bytes of every file of the sample. */
export const BYTES: Record<string, Uint8Array<ArrayBuffer>> = {
  'tiles/001.png': noise(7),
  'tiles/002.png': noise(11, 2500),
  'crop.png': noise(13, 700),
  'text.txt': utf8('等了兩個小時\n院長沒有道歉 😀'),
  'dom.txt': utf8('<div class="x" onclick="evil()">等了兩個小時<script>alert(1)</script></div>'),
};

export function input(over: Partial<CaptureInput> = {}): CaptureInput {
  const subject = review({
    url: 'https://www.google.com/maps/reviews/r1',
    author: { id: 'a1', name: '阿明', url: 'https://www.google.com/maps/contrib/a1', badges: ['在地嚮導'] },
    text: '等了兩個小時 😀 <b>院長</b> \ud800',
    counts: { likes: 12, comments: 3 },
    photos: 2,
  });
  return {
    id: 'capture-1',
    startedAt: NOON,
    finishedAt: LATER,
    clock: { offsetMs: -120, source: 'https://www.google.com', measuredAt: NOON },
    page: {
      site: 'google-maps',
      kind: 'place',
      title: '晨星診所 - Google 地圖',
      url: 'https://www.google.com/maps/place/x?a=1&b=2',
      canonicalUrl: 'https://www.google.com/maps/place/x',
      addressBar: 'recorded',
      place: { id: 'p1', name: '晨星診所' },
      adapter: { name: 'google-maps', version: '2026-11-01' },
      health: { status: 'ok', problems: [] },
    },
    environment: {
      browser: 'Chromium 150',
      userAgent: 'Mozilla/5.0 Chromium/150',
      os: 'Windows 11',
      build: '0.1.0',
      language: 'zh-TW',
      timeZone: 'Asia/Taipei',
      window: { width: 1280, height: 900 },
      viewport: { width: 1200, height: 800 },
      zoom: 1.25,
      dpr: 2,
    },
    checks: { reloaded: true, shotsAgree: true, textAgrees: null, mutations: 3, automated: false, served: null },
    by: amy,
    clinic: '晨星診所',
    case: { id: 'case-1', name: '三月的評論' },
    firstSeen: { at: NOON, by: '王小美' },
    review: subject,
    thread: [subject, review({ id: 'r2', parent: 'r1', author: { id: 'a2', name: '林大華', url: null, badges: [] } })],
    shown: [{ label: '網址代碼', value: 'AbC-12' }],
    identifies: ['晨星診所'],
    pictures: [{ url: 'https://example.com/p.jpg', alt: '候診室', loaded: false }],
    recheck: null,
    files: [
      file('tiles/001.png', 'tile', 'image/png'),
      file('tiles/002.png', 'tile', 'image/png'),
      file('crop.png', 'crop', 'image/png'),
      file('text.txt', 'text', 'text/plain'),
      file('dom.txt', 'dom', 'text/plain'),
    ],
    complete: true,
    missing: [{ what: 'mhtml', why: 'not-asked', detail: '' }],
    ...over,
  };
}

/** A log in which another capture's entry stands between those of this one. */
export async function logOf(sealed: Pick<Sealed, 'manifest' | 'manifestHash'>): Promise<CustodyEntry[]> {
  const log: CustodyEntry[] = [];
  const capture = sealed.manifest.id;
  const add = async (action: 'captured' | 'viewed' | 'exported', of: string, manifestHash: string | null) =>
    log.push(
      await nextEntry(log.at(-1) ?? null, 'here', {
        at: NOON,
        action,
        by: amy,
        capture: of,
        manifestHash,
        reason: null,
      }),
    );
  await add('captured', 'earlier', null);
  await add('captured', capture, sealed.manifestHash);
  await add('viewed', 'earlier', null);
  await add('exported', capture, sealed.manifestHash);
  await add('viewed', 'later', null);
  return log;
}

export interface Sample {
  sealed: Sealed;
  bundle: Bundle;
  exporting: Exporting;
}

export async function sample(
  key: SigningKey,
  over: Partial<CaptureInput> = {},
  timestamps: (hash: string) => Promise<Timestamp[]> = async () => [],
  bytes: Record<string, Uint8Array<ArrayBuffer>> = BYTES,
): Promise<Sample> {
  const sealed = await sealCapture(input(over), (name) => bytesSource(bytes[name] ?? new Uint8Array()), key, null);
  return {
    sealed,
    bundle: {
      written: sealed.written,
      seal: sealed.seal,
      bytesOf: (name) =>
        bytesSource(sealed.made.find((made) => made.name === name)?.bytes ?? bytes[name] ?? new Uint8Array()),
      custody: await logOf(sealed),
      timestamps: await timestamps(sealed.manifestHash),
    },
    exporting: { at: LATER, by: amy, build: '0.1.0', key },
  };
}

export const packed = ({ bundle, exporting }: Sample): Promise<Uint8Array<ArrayBuffer>> =>
  collect(packCapture(bundle, exporting));

export function flipped(zip: Uint8Array, at: number, bit: number): Uint8Array<ArrayBuffer> {
  const bytes = zip.slice();
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes as Uint8Array<ArrayBuffer>;
}
