import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { type ByteSource, bytesSource, collect, PIECE, toBlob } from '../../../lib/evidence/bytes.ts';
import { digestOf, hasher } from '../../../lib/evidence/hash.ts';
import { contentOf, openZip, safeName } from '../../../lib/evidence/zip/read.ts';
import { ChangedMeanwhile, PackageTooLarge, writeZip } from '../../../lib/evidence/zip/write.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const fileOf = async (name: string, bytes: Uint8Array) => ({
  name,
  source: bytesSource(bytes),
  digest: await digestOf(bytesSource(bytes)),
});
const zipOf = async (files: Record<string, Uint8Array>) =>
  collect(writeZip(await Promise.all(Object.entries(files).map(([name, bytes]) => fileOf(name, bytes)))));

const name = fc.stringMatching(/^[a-z]{1,4}(\/[a-z0-9-]{1,5})?\.[a-z]{1,3}$/);
const files = fc.dictionary(name, fc.uint8Array({ maxLength: 60 }), { minKeys: 1, maxKeys: 6, noNullPrototype: true });

test('what is written is read again, by us and by others, and is in canonical form whatever the order given', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const zip = await zipOf(given);
      expect(unzipSync(zip)).toEqual(given);
      expect(await zipOf(Object.fromEntries(Object.entries(given).reverse()))).toEqual(zip);
      const { canonical, readings } = await openZip(bytesSource(zip));
      expect(canonical).toBe(true);
      for (const entry of readings[0] ?? [])
        expect(await collect(contentOf(bytesSource(zip), entry, 1000))).toEqual(given[entry.name]);
    }),
  );
});

test('every byte is accounted for: changed in any way it is another content or no canonical form', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), fc.integer({ min: 1, max: 255 }), async (given, pick, change) => {
      const zip = await zipOf(given);
      const at = pick % zip.length;
      zip[at] = (zip[at] ?? 0) ^ change;
      const { canonical, readings } = await openZip(bytesSource(zip));
      if (!canonical) return;
      // Then it lies in a content, and the CRC in front of it does not fit any more.
      const crcs = await Promise.all(
        (readings[0] ?? []).map(async (entry) => {
          const digest = await digestOf(contentOf(bytesSource(zip), entry, 1000));
          return digest.crc === entry.crc;
        }),
      );
      expect(crcs).toContain(false);
    }),
    { numRuns: 300 },
  );
});

test('a file that changes while it is packed ends the package', async () => {
  const file = await fileOf('a.txt', Uint8Array.of(1, 2));
  await expect(collect(writeZip([{ ...file, source: bytesSource(Uint8Array.of(1, 3)) }]))).rejects.toThrow(
    ChangedMeanwhile,
  );
  const short: ByteSource = { size: 5, read: async () => new Uint8Array() };
  await expect(collect(writeZip([{ ...file, source: short }]))).rejects.toThrow(RangeError);
});

test('more than four gigabytes is refused before anything is written', async () => {
  const huge = { name: 'a.bin', source: bytesSource(new Uint8Array()), digest: { bytes: 2 ** 32, sha256: '', crc: 0 } };
  await expect(collect(writeZip([huge]))).rejects.toThrow(PackageTooLarge);
});

test('names that lead elsewhere, or mean the same file on some system, are not safe', () => {
  for (const bad of [
    '',
    '/a',
    '../a',
    'a/../b',
    'a//b',
    'a\\b',
    'C:a',
    'a\0.txt',
    'nul',
    'NUL.txt',
    'a/com1.txt',
    'a.',
    '.a',
    '表.txt',
    'a b',
    `${'a'.repeat(200)}`,
  ])
    expect(safeName(bad), bad).toBe(false);
  for (const good of ['manifest.json', 'tiles/001.png', 'captures/01/timestamps/1.tsr', 'SHA256SUMS'])
    expect(safeName(good), good).toBe(true);
});

test('pieces give the hash and the check sum of the whole, in turns with others', async () => {
  const bytes = new Uint8Array(2 * PIECE + 17).map((_, index) => index * 31);
  const one = await hasher();
  const other = await hasher();
  for (let at = 0; at < bytes.length; at += 700_001) {
    one.update(bytes.subarray(at, at + 700_001));
    other.update(Uint8Array.of(1));
  }
  const whole = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  expect(one.digest()).toMatchObject({ bytes: bytes.length, sha256: whole });
  other.digest();
  expect((await digestOf(bytesSource(new TextEncoder().encode('123456789')))).crc).toBe(0xcbf43926);
  expect((await digestOf(new Blob([bytes]).stream() as unknown as AsyncIterable<Uint8Array>)).sha256).toBe(whole);
});

test('a stream becomes a Blob without being whole in memory', async () => {
  async function* stream() {
    for (let index = 0; index < 20; index++) yield new Uint8Array(PIECE).fill(index);
  }
  const blob = await toBlob(stream(), 'application/zip');
  expect([blob.size, blob.type]).toEqual([20 * PIECE, 'application/zip']);
  expect(new Uint8Array(await blob.slice(19 * PIECE).arrayBuffer())[5]).toBe(19);
});
