import * as fc from 'fast-check';
import { type Unzipped, unzipSync, type ZipOptions, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type ByteSource, bytesSource } from '../../../lib/evidence/bytes.ts';
import {
  canonicalJson,
  collect,
  digestOf,
  nextEntry,
  packCapture,
  requestTimestamp,
  type SigningKey,
  sha256,
  type VerifyReport,
  verifyPackage,
} from '../../../lib/evidence/index.ts';
import { verdictOf } from '../../../lib/evidence/verdict.ts';
import { writeZip } from '../../../lib/evidence/zip/write.ts';
import { flip, flipsOf, placesOf } from '../../../scripts/soak/flips.ts';
import { amy, LATER, NOON } from '../store/samples.ts';
import { authority } from './authority.ts';
import { flipped, newKey, packed, type Sample, sample } from './samples.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let key: SigningKey;
let ours: Sample;
let whole: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  key = await newKey();
  const stamps = await authority();
  ours = await sample(key, {}, async (hash) => [
    await requestTimestamp(hash, 'https://tsa.example', { fetch: stamps.fetch, now: () => LATER }),
    await requestTimestamp(hash, 'https://down.example', {
      fetch: () => Promise.reject(new TypeError('x')),
      now: () => LATER,
    }),
  ]);
  whole = await packed(ours);
});

/** The package with other contents, in our own form of ZIP. */
async function rewritten(change: (was: Unzipped) => Record<string, Uint8Array | undefined>) {
  const was = unzipSync(whole);
  const files = Object.entries({ ...was, ...change(was) }).flatMap(([name, bytes]) =>
    bytes === undefined ? [] : [{ name, source: bytesSource(bytes) }],
  );
  return collect(
    writeZip(await Promise.all(files.map(async (file) => ({ ...file, digest: await digestOf(file.source) })))),
  );
}
const problems = ({ problems: found }: VerifyReport) => found.map(({ file, what }) => ({ file, what }));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a package as it was made', () => {
  test('holds', async () => {
    expect(await verifyPackage(whole, { known: [key.publicKey] })).toMatchObject({
      ok: true,
      problems: [],
      kind: 'capture',
      signer: { key: key.publicKey, known: true },
      custody: { entries: 3, ok: true },
      timestamps: [
        {
          file: 'timestamps/1.tsr',
          ok: true,
          state: 'granted',
          time: '2026-03-10T05:00:00.000Z',
          signer: '測試時戳機構',
        },
        { file: '', ok: false, state: 'failed', authority: 'https://down.example' },
      ],
      captures: [{ id: 'capture-1', manifestHash: ours.sealed.manifestHash, known: true, complete: true }],
    });
  });

  test('holds as a Blob, and is read piece by piece', async () => {
    expect((await verifyPackage(new Blob([whole]))).ok).toBe(true);
    let largest = 0;
    const source: ByteSource = {
      size: whole.length,
      read: async (start, end) => {
        largest = Math.max(largest, end - start);
        return whole.subarray(start, end);
      },
    };
    expect((await verifyPackage(source)).ok).toBe(true);
    expect(largest).toBeLessThanOrEqual(1024 * 1024);
  });

  test('is not known on another machine; an expected key is', async () => {
    expect((await verifyPackage(whole)).signer).toEqual({ key: key.publicKey, known: false });
    const expectKey = key.publicKey.toUpperCase();
    expect(await verifyPackage(whole, { expectKey })).toMatchObject({ ok: true, signer: { known: true } });
    const fingerprint = await sha256(Uint8Array.from(Buffer.from(key.publicKey, 'hex')));
    expect(await verifyPackage(whole, { expectKey: fingerprint })).toMatchObject({ ok: true });
  });
});

describe('one flipped bit', () => {
  test('anywhere is found, and the file named in which it lies (200 seeded; 10,000 in npm run soak)', async () => {
    for (const found of flipsOf(whole, 200, 20_261_121)) expect(await flip(whole, found)).toBeNull();
  });

  test('around the contents is the container’s, and nothing else’s', async () => {
    const inFile = new Set(
      placesOf(whole).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    );
    const around = Array.from(whole.keys()).filter((at) => !inFile.has(at));
    for (const at of around.filter((_, index) => index % 31 === 0)) {
      const report = await verifyPackage(flipped(whole, at, at % 8));
      expect(problems(report), `byte ${at}`).toEqual([{ file: 'container', what: 'repacked' }]);
    }
  });
});

describe('the container', () => {
  const zip = (options: ZipOptions, order = (names: string[]) => names) => {
    const entries = unzipSync(whole);
    return zipSync(Object.fromEntries(order(Object.keys(entries)).map((name) => [name, entries[name]!])), options);
  };
  const mtime = new Date(1980, 0, 1);
  test.each<[string, () => Uint8Array]>([
    ['deflated', () => zip({ level: 6, mtime })],
    ['reordered', () => zip({ level: 0, mtime }, (names) => names.reverse())],
    ['at another time', () => zip({ level: 0, mtime: new Date(2020, 1, 2) })],
    ['with a comment', () => zip({ level: 0, mtime, comment: 'x' })],
    ['with something before it', () => Uint8Array.of(0, 1, 2, ...whole)],
    ['with something behind it', () => Uint8Array.of(...whole, 0)],
    ['with a folder', () => zipSync({ ...unzipSync(whole), 'tiles/': new Uint8Array() }, { level: 0, mtime })],
  ])('%s: re-packed with every content intact', async (_, made) => {
    const report = await verifyPackage(made());
    expect(problems(report)).toEqual([{ file: 'container', what: 'repacked' }]);
    expect(report).toMatchObject({ ok: false, custody: { ok: true }, captures: [{ id: 'capture-1' }] });
  });

  test('cut off anywhere is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        expect((await verifyPackage(whole.slice(0, length))).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('any bytes whatever give a report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await verifyPackage(bytes)).ok).toBe(false);
      }),
    );
    expect(problems(await verifyPackage(zipSync({})))).toEqual([{ file: 'container', what: 'unreadable' }]);
  });

  test('a source that fails is a problem like others', async () => {
    const broken: ByteSource = { size: 1000, read: () => Promise.reject(new Error('disk')) };
    expect(await verifyPackage(broken)).toMatchObject({ ok: false, problems: [{ file: 'container', detail: 'disk' }] });
  });
});

describe('contents', () => {
  test.each<[string, (was: Unzipped) => Record<string, Uint8Array | undefined>, { file: string; what: string }[]]>([
    ['a removed file', () => ({ 'text.txt': undefined }), [{ file: 'text.txt', what: 'missing' }]],
    ['a removed manifest', () => ({ 'manifest.json': undefined }), [{ file: 'manifest.json', what: 'missing' }]],
    ['a removed log', () => ({ 'custody.json': undefined }), [{ file: 'custody.json', what: 'missing' }]],
    ['a removed signature', () => ({ 'outer.sig': undefined }), [{ file: 'outer.sig', what: 'missing' }]],
    ['a removed token', () => ({ 'timestamps/1.tsr': undefined }), [{ file: 'timestamps/1.tsr', what: 'missing' }]],
    ['an added file', () => ({ 'extra.txt': Uint8Array.of(1) }), [{ file: 'extra.txt', what: 'added' }]],
    ['a path upwards', () => ({ '../evil.txt': Uint8Array.of(1) }), [{ file: '../evil.txt', what: 'unsafe-name' }]],
    ['an absolute path', () => ({ '/etc/x': Uint8Array.of(1) }), [{ file: '/etc/x', what: 'unsafe-name' }]],
    ['a backslash', () => ({ 'a\\..\\b': Uint8Array.of(1) }), [{ file: 'a\\..\\b', what: 'unsafe-name' }]],
    ['a device', () => ({ 'con.txt': Uint8Array.of(1) }), [{ file: 'con.txt', what: 'unsafe-name' }]],
    [
      'other capitals',
      () => ({ 'TEXT.txt': Uint8Array.of(1) }),
      [
        { file: 'text.txt', what: 'duplicate' },
        { file: 'TEXT.txt', what: 'added' },
      ],
    ],
    [
      'swapped pictures',
      (was) => ({ 'tiles/001.png': was['tiles/002.png'], 'tiles/002.png': was['tiles/001.png'] }),
      [
        { file: 'tiles/001.png', what: 'changed' },
        { file: 'tiles/002.png', what: 'changed' },
      ],
    ],
    [
      'a manifest in other words',
      (was) => ({ 'manifest.json': Uint8Array.of(...was['manifest.json']!, 10) }),
      [{ file: 'manifest.json', what: 'changed' }],
    ],
    [
      'an outer manifest that was changed',
      (was) => ({
        'outer.json': utf8(new TextDecoder().decode(was['outer.json']).replace('王小美', '林小美')),
      }),
      [{ file: 'outer.json', what: 'bad-signature' }],
    ],
    ['a page that says something else', () => ({ 'index.html': utf8('x') }), [{ file: 'index.html', what: 'changed' }]],
    ['sums of something else', () => ({ SHA256SUMS: utf8('x') }), [{ file: 'SHA256SUMS', what: 'changed' }]],
    ['an empty log', () => ({ 'custody.json': utf8('[]') }), [{ file: 'custody.json', what: 'changed' }]],
  ])('%s', async (_, change, found) => {
    const report = await verifyPackage(await rewritten(change));
    expect(report.ok).toBe(false);
    expect(problems(report)).toEqual(found);
  });

  test('names of every kind are judged without harm', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (name) => {
        const made = zipSync({ 'text.txt': Uint8Array.of(2), [name]: Uint8Array.of(1) }, { level: 0, mtime: NOON });
        expect((await verifyPackage(made)).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe('bombs', () => {
  test('a size that is only claimed is refused', async () => {
    const bomb = zipSync({ 'text.txt': new Uint8Array(1000) }, { level: 9 });
    const central = Buffer.from(bomb.buffer).indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const view = new DataView(bomb.buffer);
    view.setUint32(central + 24, 0xfffffff0, true);
    view.setUint32(22, 0xfffffff0, true);
    expect(problems(await verifyPackage(bomb))).toContainEqual({ file: 'text.txt', what: 'too-large' });
  });

  test('a size that is hidden is refused while it inflates', async () => {
    const bomb = zipSync({ 'text.txt': new Uint8Array(3_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer);
    const central = Buffer.from(bomb.buffer).indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    view.setUint32(central + 24, 10, true);
    view.setUint32(22, 10, true);
    expect(problems(await verifyPackage(bomb))).toContainEqual({ file: 'text.txt', what: 'too-large' });
  });

  test('many files together may not inflate without end', async () => {
    const zeros = new Uint8Array(36_000_000);
    const bomb = zipSync(Object.fromEntries(Array.from({ length: 2 }, (_, index) => [`a${index}.txt`, zeros])), {
      level: 9,
    });
    expect(problems(await verifyPackage(bomb)).some(({ what }) => what === 'too-large')).toBe(true);
  });

  test('entries that share their bytes are not read at all', async () => {
    const made = zipSync({ 'a.txt': new Uint8Array(100), 'b.txt': new Uint8Array(100) }, { level: 0 });
    const view = new DataView(made.buffer);
    const first = Buffer.from(made.buffer).indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const second = first + 46 + 5;
    view.setUint32(second + 42, 0, true);
    expect((await verifyPackage(made)).ok).toBe(false);
  });
});

describe('packed again by people and mail programs', () => {
  const folded = (folder: string, more: Record<string, Uint8Array> = {}) =>
    zipSync({
      ...Object.fromEntries(Object.entries(unzipSync(whole)).map(([name, bytes]) => [folder + name, bytes])),
      ...more,
    });

  test.each(['replywell-ptt/', '證據 (1)/', 'a.b/'])(
    'in a folder %s: every file is judged, and only the shell differs',
    async (folder) => {
      const report = await verifyPackage(folded(folder), { known: [key.publicKey] });
      expect(problems(report)).toEqual([{ file: 'container', what: 'repacked' }]);
      expect(report.captures).toHaveLength(1);
      expect(verdictOf(report)).toEqual({ verdict: 'ours', repacked: true });
    },
  );

  test.each(['../', './', '/', '..\\'])('a folder %s is no folder', async (folder) => {
    expect(problems(await verifyPackage(folded(folder)))).toContainEqual(
      expect.objectContaining({ what: 'unsafe-name' }),
    );
  });

  test('what was changed or added in the folder is found', async () => {
    const changed = folded('x/', { 'x/text.txt': Uint8Array.of(1), '__MACOSX/x/._text.txt': Uint8Array.of(2) });
    const report = await verifyPackage(changed);
    expect(problems(report)).toContainEqual({ file: 'text.txt', what: 'changed' });
    expect(problems(report)).toContainEqual({ file: '../__MACOSX/x/._text.txt', what: 'unsafe-name' });
    expect(verdictOf(report)).toEqual({ verdict: 'bad', repacked: false });
  });

  test('what a Mac adds is told, and makes nobody call the files changed', async () => {
    const mac = { '__MACOSX/x/._text.txt': Uint8Array.of(2), 'x/.DS_Store': Uint8Array.of(3) };
    const report = await verifyPackage(folded('x/', mac), { known: [key.publicKey] });
    expect(report.ok).toBe(false);
    expect(problems(report)).toContainEqual({ file: '../__MACOSX/x/._text.txt', what: 'unsafe-name' });
    expect(verdictOf(report)).toEqual({ verdict: 'ours', repacked: true });
    const more = await verifyPackage(folded('x/', { ...mac, 'x/more.txt': Uint8Array.of(4) }));
    expect(verdictOf(more).verdict).toBe('bad');
  });

  test('what lies beside the folder does not pass for what is missing in it', async () => {
    const { 'x/index.html': page, ...others } = unzipSync(folded('x/'));
    const report = await verifyPackage(zipSync({ ...others, 'index.html': page ?? new Uint8Array() }));
    expect(problems(report)).toContainEqual({ file: 'index.html', what: 'missing' });
    expect(problems(report)).toContainEqual({ file: '../index.html', what: 'unsafe-name' });
    expect(verdictOf(report)).toEqual({ verdict: 'bad', repacked: false });
  });

  test('in a folder but in our own form of ZIP: not as it was made either', async () => {
    const none = Object.fromEntries(Object.keys(unzipSync(whole)).map((name) => [name, undefined]));
    const inFolder = (folder: string) => rewritten(() => ({ ...none, ...unzipSync(folded(folder)) }));
    const report = await verifyPackage(await inFolder('x/'), { known: [key.publicKey] });
    expect(problems(report)).toEqual([{ file: 'container', what: 'repacked' }]);
    expect(report.ok).toBe(false);
    // A drive is no folder.
    expect(verdictOf(await verifyPackage(await inFolder('C:/'))).verdict).toBe('bad');
  });

  test('a ZIP in a ZIP is called that', async () => {
    const report = await verifyPackage(zipSync({ 'replywell-ptt.zip': whole }));
    expect(problems(report)).toEqual([{ file: 'container', what: 'nested' }]);
    expect(report.ok).toBe(false);
    expect(verdictOf(report)).toEqual({ verdict: 'nested', repacked: false });
  });
});

describe('another key', () => {
  test('re-signed throughout: whole, but shown as another key, and refused where ours is expected', async () => {
    const stranger = await newKey();
    const forged = await packed(await sample(stranger));
    expect(await verifyPackage(forged, { known: [key.publicKey] })).toMatchObject({
      ok: true,
      signer: { key: stranger.publicKey, known: false },
      captures: [{ known: false }],
    });
    expect(verdictOf(await verifyPackage(forged, { known: [key.publicKey] })).verdict).toBe('other');
    const report = await verifyPackage(forged, { expectKey: key.publicKey });
    expect(problems(report)).toEqual([
      { file: 'outer-key.pem', what: 'another-key' },
      { file: 'manifest-key.pem', what: 'another-key' },
    ]);
  });

  test('only the package re-signed, with a file of the capture exchanged: the seal finds it', async () => {
    const stranger = await newKey();
    const bytesOf = ours.bundle.bytesOf;
    const changed = await packed({ ...ours, exporting: { ...ours.exporting, key: stranger } });
    expect(await verifyPackage(changed, { known: [key.publicKey] })).toMatchObject({
      ok: true,
      signer: { key: stranger.publicKey, known: false },
      captures: [{ key: key.publicKey, known: true }],
    });
    // Its report and its log may say anything.
    expect(verdictOf(await verifyPackage(changed, { known: [key.publicKey] })).verdict).toBe('foreign-export');
    // Not even where it was packed with another program besides.
    const shell = zipSync(unzipSync(changed));
    expect(verdictOf(await verifyPackage(shell, { known: [key.publicKey] }))).toEqual({
      verdict: 'foreign-export',
      repacked: true,
    });
    expect(verdictOf(await verifyPackage(changed)).verdict).toBe('mixed');
    expect(verdictOf(await verifyPackage(changed, { known: [stranger.publicKey] })).verdict).toBe('restored');
    // A manifest that was edited to fit, under the old signature.
    const written = canonicalJson({ ...ours.sealed.manifest, by: { name: '別人', role: 'desk' } });
    const seal = { ...ours.sealed.seal, manifestHash: await sha256(written) };
    const forged = await collect(
      packCapture({ ...ours.bundle, written, seal, bytesOf }, { ...ours.exporting, key: stranger }),
    );
    expect(problems(await verifyPackage(forged))).toEqual([
      { file: 'manifest.json', what: 'bad-signature' },
      { file: 'custody.json', what: 'wrong-capture' },
      { file: 'timestamps/1.tsr', what: 'bad-timestamp' },
    ]);
  });

  test('a log of another capture, or with an entry taken out, is found though it was signed', async () => {
    const elsewhere = await nextEntry(null, 'x', {
      at: NOON,
      action: 'captured',
      by: amy,
      capture: 'capture-1',
      manifestHash: 'f'.repeat(64),
      reason: null,
    });
    const pack = (custody: Sample['bundle']['custody']) =>
      collect(packCapture({ ...ours.bundle, custody }, ours.exporting));
    expect(problems(await verifyPackage(await pack([elsewhere])))).toEqual([
      { file: 'custody.json', what: 'wrong-capture' },
    ]);
    const gap = ours.bundle.custody.filter(({ seq }) => seq !== 2);
    expect(await verifyPackage(await pack(gap))).toMatchObject({
      problems: [{ file: 'custody.json', what: 'broken-chain' }],
      custody: { ok: false },
    });
    expect(problems(await verifyPackage(await pack([])))).toEqual([{ file: 'custody.json', what: 'wrong-capture' }]);
  });
});
