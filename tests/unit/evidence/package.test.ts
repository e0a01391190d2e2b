import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildCapture,
  type Capture,
  type CaptureInput,
  type CustodyEntry,
  canonicalJson,
  custodyHolds,
  nextEntry,
  packCapture,
  sha256,
  verifyPackage,
} from '../../../lib/evidence/index.ts';
import { getCapture, lastManifestHash, saveCapture } from '../../../lib/store/index.ts';
import { amy, freshStore, NOON, review, risk, triage, value } from '../store/samples.ts';

const picture = (seed: number) => Uint8Array.from({ length: 3000 }, (_, index) => (index * seed) % 256);
const offset = { x: 0, y: 0, width: 1200, height: 800, scale: 2 };

const input = (over: Partial<CaptureInput> = {}): CaptureInput => ({
  id: 'capture-1',
  review: review({ text: '等了兩個小時 😀 \ud800' }),
  thread: [review({ id: 'r2' })],
  triage: triage(),
  page: {
    site: 'google-maps',
    kind: 'place',
    title: '晨星診所',
    url: 'https://www.google.com/maps/place/x',
    canonicalUrl: null,
    health: { status: 'ok', problems: [] },
  },
  environment: {
    browser: 'Chromium 150',
    system: 'Windows 11',
    build: '0.1.0',
    language: 'zh-TW',
    timeZone: 'Asia/Taipei',
    window: { width: 1200, height: 800, scale: 2, zoom: null },
    clockOffsetMs: null,
  },
  by: amy,
  pictures: [
    { bytes: picture(7), offset },
    { bytes: picture(11), offset: { ...offset, y: 800 } },
  ],
  text: '等了兩個小時\n院長沒有道歉',
  capturedAt: NOON,
  ...over,
});

let capture: Capture;
let whole: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  capture = await buildCapture(input());
  whole = packCapture(capture);
});

describe('a capture', () => {
  test('lists every file with its hash, and says when, where, by whom and with what', async () => {
    const manifest = JSON.parse(capture.manifest);
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      'fields.json',
      'text.txt',
      'picture-1.png',
      'picture-2.png',
      'HOW-TO-VERIFY.txt',
      'SHA256SUMS',
    ]);
    for (const file of capture.files) {
      expect(manifest.files).toContainEqual(
        expect.objectContaining({ name: file.name, bytes: file.bytes.length, sha256: await sha256(file.bytes) }),
      );
    }
    expect(manifest).toMatchObject({
      capturedAt: { utc: NOON, taipei: '2026-03-10T12:00:00.000+08:00' },
      by: amy,
      addressPictured: false,
      previous: null,
      signature: { status: 'not-signed' },
      leftOut: [],
    });
    expect(manifest.claim['zh-TW']).toContain(
      '王小美（櫃台）以 ReplyWell 0.1.0 版自 https://www.google.com/maps/place/x',
    );
    expect(manifest.doesNotProve.length).toBeGreaterThan(2);
    expect(capture.manifestHash).toBe(await sha256(capture.manifest));
    expect(capture.custody).toMatchObject([
      { facts: { action: 'captured', manifestHash: capture.manifestHash, by: amy } },
    ]);
  });

  test('the same capture is the same package, byte for byte', async () => {
    expect(packCapture(await buildCapture(input()))).toEqual(whole);
  });

  test.each(['recording', 'harassment'] as const)('of %s keeps no picture, and says why', async (kind) => {
    const kept = await buildCapture(input({ triage: triage({ risks: [risk(kind)] }) }));
    expect(kept.files.map(({ name }) => name)).toEqual(['fields.json', 'text.txt', 'HOW-TO-VERIFY.txt', 'SHA256SUMS']);
    expect(JSON.parse(kept.manifest).leftOut).toMatchObject([
      { what: 'pictures', why: { 'zh-TW': expect.stringContaining('不保存畫面') } },
    ]);
    expect((await verifyPackage(packCapture(kept))).ok).toBe(true);
  });

  test('without a picture says so; without a person too', async () => {
    const bare = JSON.parse((await buildCapture(input({ pictures: [], by: null }))).manifest);
    expect(bare.leftOut).toMatchObject([{ why: { 'zh-TW': '本次未拍攝畫面。' } }]);
    expect(bare.claim['zh-TW']).toContain('未指定人員');
  });

  test('stored and taken out again it packs to a package that holds, chained to the one before', async () => {
    const store = freshStore();
    await value(saveCapture(store, capture, amy));
    const previous = await value(lastManifestHash(store));
    const second = await buildCapture(input({ id: 'capture-2', previous }));
    await value(saveCapture(store, second, amy));
    const held = await value(getCapture(store, 'capture-2'));
    expect(JSON.parse(held.capture.manifest).previous).toBe(capture.manifestHash);
    expect(held.custody).toMatchObject([{ seq: 1, previous: expect.any(String) }]);
    expect(await verifyPackage(packCapture({ ...held.capture, custody: held.custody }))).toMatchObject({
      ok: true,
      custody: { entries: 1, ok: true },
    });
  });
});

describe('verify', () => {
  test('a package as it was made', async () => {
    expect(await verifyPackage(whole)).toEqual({
      ok: true,
      problems: [],
      signer: null,
      timestamps: [],
      custody: { entries: 1, ok: true },
    });
  });

  test('one changed bit anywhere is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        expect((await verifyPackage(flipped(at, bit))).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('one changed bit in a file names that file and no other', async () => {
    const places = [...contents()].map(([name, bytes]) => ({ name, start: placeOf(bytes), length: bytes.length }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(7),
        async ({ name, start, length }, where, bit) => {
          const { problems } = await verifyPackage(flipped(start + Math.floor(where * length), bit));
          expect([...new Set(problems.map(({ file }) => file))]).toEqual([name]);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('every byte cut off or put on is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        expect((await verifyPackage(whole.slice(0, length))).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
    expect((await verifyPackage(Uint8Array.of(...whole, 0))).ok).toBe(false);
    expect((await verifyPackage(Uint8Array.of(0, ...whole))).ok).toBe(false);
  });

  test('re-packed with every content intact: the container, and nothing else', async () => {
    const entries = unzipSync(whole);
    const deflated = zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1, 12) });
    const reordered = zipSync(Object.fromEntries(Object.entries(entries).reverse()), {
      level: 0,
      mtime: new Date(1980, 0, 1, 12),
    });
    const later = zipSync(entries, { level: 0, mtime: new Date(2020, 1, 2) });
    for (const bytes of [deflated, reordered, later]) {
      expect(await verifyPackage(bytes)).toMatchObject({
        ok: false,
        problems: [{ file: 'container', what: 'repacked' }],
      });
    }
  });

  const one = Uint8Array.of(1);
  const text = (words: string) => new TextEncoder().encode(words);
  test.each<[string, (was: Unzipped) => Record<string, Uint8Array | undefined>, string, string]>([
    ['a removed file', () => ({ 'text.txt': undefined }), 'text.txt', 'missing'],
    ['a removed manifest', () => ({ 'manifest.json': undefined }), 'manifest.json', 'missing'],
    ['a removed log', () => ({ 'custody.json': undefined }), 'custody.json', 'missing'],
    ['an added file', () => ({ 'extra.txt': one }), 'extra.txt', 'added'],
    ['a path upwards', () => ({ '../evil.txt': one }), 'container', 'unsafe-name'],
    ['a folder', () => ({ 'pictures/1.png': one }), 'container', 'unsafe-name'],
    ['swapped files', (was) => ({ 'picture-1.png': was['picture-2.png'] }), 'picture-1.png', 'changed'],
    [
      'a manifest in other words',
      (was) => ({ 'manifest.json': Uint8Array.of(...was['manifest.json']!, 10) }),
      'manifest.json',
      'changed',
    ],
    ['an empty log', () => ({ 'custody.json': text('[]') }), 'custody.json', 'changed'],
    ['a log that is no log', () => ({ 'custody.json': text('{}') }), 'custody.json', 'damaged'],
  ])('%s', async (_, change, file, what) => {
    const was = unzipSync(whole);
    const entries = Object.entries({ ...was, ...change(was) }).filter(([, bytes]) => bytes !== undefined);
    const changed = zipSync(Object.fromEntries(entries) as Unzipped, { level: 0, mtime: new Date(1980, 0, 1, 12) });
    const report = await verifyPackage(changed);
    expect(report.ok).toBe(false);
    expect(report.problems).toContainEqual({ file, what });
  });

  test('the log of another capture does not fit', async () => {
    const other = await buildCapture(input({ id: 'capture-9' }));
    const report = await verifyPackage(packCapture({ ...capture, custody: other.custody }));
    expect(report.problems).toContainEqual({ file: 'manifest.json', what: 'changed' });
  });

  test('an entry that says the same of another id does not fit either', async () => {
    const facts = { ...capture.custody[0]!.facts!, capture: 'capture-9' };
    const report = await verifyPackage(packCapture({ ...capture, custody: [await nextEntry(null, 'x', facts)] }));
    expect(report.problems).toEqual([{ file: 'custody.json', what: 'changed' }]);
  });

  test('a manifest that names our own files as evidence is damaged', async () => {
    const manifest = JSON.parse(capture.manifest);
    manifest.files.push({ ...manifest.files[0] });
    const written = canonicalJson(manifest);
    const facts = { ...capture.custody[0]!.facts!, manifestHash: await sha256(written) };
    const report = await verifyPackage(
      packCapture({ ...capture, manifest: written, custody: [await nextEntry(null, 'x', facts)] }),
    );
    expect(report.problems).toContainEqual({ file: 'manifest.json', what: 'damaged' });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('PK is not enough')],
    ['an empty ZIP', zipSync({})],
  ])('%s is no package', async (_, bytes) => {
    expect((await verifyPackage(bytes)).ok).toBe(false);
  });

  test('a bomb is refused before it is inflated', async () => {
    const bomb = zipSync({ 'text.txt': new Uint8Array(1000) }, { level: 9 });
    // The declared size, in the central directory and in the file's own header.
    const view = new DataView(bomb.buffer);
    const central = Buffer.from(bomb.buffer).indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    view.setUint32(central + 24, 0xfffffff0, true);
    const { problems } = await verifyPackage(bomb);
    expect(problems).toContainEqual({ file: 'text.txt', what: 'too-large' });
  });

  test('any bytes whatever give a report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await verifyPackage(bytes)).ok).toBe(false);
      }),
    );
  });

  const unzip = spawnSync('unzip', ['-v']).status === 0 && spawnSync('sha256sum', ['--version']).status === 0;
  test.skipIf(!unzip)('anyone can check it with unzip and sha256sum (skipped where they are not installed)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'replywell-'));
    try {
      writeFileSync(join(folder, 'package.zip'), whole);
      expect(spawnSync('unzip', ['-q', 'package.zip'], { cwd: folder }).status).toBe(0);
      expect(spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder }).status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the custody log', () => {
  const facts = (reason: string) => ({
    at: NOON,
    action: 'viewed' as const,
    by: amy,
    capture: 'c',
    manifestHash: null,
    reason,
  });
  async function chain(reasons: string[]) {
    const entries: CustodyEntry[] = [];
    for (const reason of reasons) entries.push(await nextEntry(entries.at(-1) ?? null, 'here', facts(reason)));
    return entries;
  }

  test('holds as written, with gaps, and not with any entry changed, swapped or put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 3, maxLength: 6 }), fc.nat(), async (reasons, pick) => {
        const entries = await chain(reasons);
        const at = pick % entries.length;
        expect(await custodyHolds(entries)).toBe(true);
        expect(await custodyHolds(entries.toSpliced(1, 1))).toBe(true);
        const entry = entries[at]!;
        expect(await custodyHolds(entries.with(at, { ...entry, facts: facts(`${reasons[at]}!`) }))).toBe(false);
        expect(await custodyHolds(entries.with(at, { ...entry, capture: 'other' }))).toBe(false);
        expect(await custodyHolds([...entries].reverse())).toBe(false);
        expect(await custodyHolds([...entries, entry])).toBe(false);
        // Whole in itself, but it follows another first entry.
        const elsewhere = await chain([`${reasons[0]}!`, reasons[1] ?? '']);
        expect(await custodyHolds(elsewhere)).toBe(true);
        expect(await custodyHolds(entries.with(1, elsewhere[1]!))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

function flipped(at: number, bit: number): Uint8Array {
  const bytes = whole.slice();
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
}

const contents = () => new Map(Object.entries(unzipSync(whole)));
const placeOf = (bytes: Uint8Array) => Buffer.from(whole.buffer).indexOf(bytes);
