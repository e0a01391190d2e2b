import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { flipped, newKey, packed, sample } from '../evidence/samples.ts';

// Each run starts Node anew.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** The command as others run it (CONTRACTS.md, Commands). */
const verify = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr, report: status === 2 ? null : JSON.parse(stdout) };
};

let folder: string;
let key: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replywell-'));
  const signing = await newKey();
  key = signing.publicKey;
  const zip = await packed(await sample(signing));
  writeFileSync(at('good.zip'), zip);
  writeFileSync(at('bad.zip'), flipped(zip, 50, 1));
  writeFileSync(at('no.zip'), 'not a ZIP');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a whole package: exit 0, the report and nothing else on stdout', () => {
  const { status, report, stdout } = verify(at('good.zip'));
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(report).toMatchObject({
    ok: true,
    problems: [],
    signer: { key, known: false },
    timestamps: [],
    custody: { entries: 3, ok: true },
  });
});

test('an expected key is known; another one is a problem', async () => {
  expect(verify(at('good.zip'), '--expect-key', key)).toMatchObject({ status: 0, report: { signer: { known: true } } });
  const other = (await newKey()).publicKey;
  expect(verify(at('good.zip'), '--expect-key', other)).toMatchObject({
    status: 1,
    report: { ok: false, problems: [{ file: 'outer-key.pem', what: 'another-key' }, { what: 'another-key' }] },
  });
});

test.each(['bad.zip', 'no.zip'])('%s: exit 1, and the file named', (name) => {
  const { status, report, stderr } = verify(at(name));
  expect(status).toBe(1);
  expect(report.ok).toBe(false);
  expect(stderr).toContain(report.problems[0].file);
});

describe('what is no package', () => {
  const odd: [name: string, detail: RegExp, make: (path: string, zip: Buffer) => void][] = [
    ['empty.zip', /empty/, (path) => writeFileSync(path, '')],
    ['text.zip', /not a ZIP/, (path) => writeFileSync(path, 'not a ZIP')],
    ['folder.zip', /folder/, (path) => mkdirSync(path)],
    ['nothing.zip', /empty/, (path) => writeFileSync(path, zipSync({}))],
    ['cut.zip', /cut off/, (path, zip) => writeFileSync(path, zip.subarray(0, zip.length / 2))],
    ['first-bytes.zip', /cut off/, (path, zip) => writeFileSync(path, zip.subarray(0, 10))],
  ];
  test.each(odd)('%s: one line of JSON that says so, exit 1', (name, detail, make) => {
    make(at(name), readFileSync(at('good.zip')));
    const { status, report, stdout } = verify(at(name));
    expect([status, stdout.trim().split('\n').length]).toEqual([1, 1]);
    expect(report).toEqual({
      ok: false,
      problems: [{ file: 'container', what: 'unreadable', detail: expect.stringMatching(detail) }],
      signer: null,
      timestamps: [],
      custody: { entries: 0, ok: false },
      kind: null,
      captures: [],
    });
  });

  test('without its last byte, or packed again with 64-bit sizes: every content intact, the container not', () => {
    const zip = readFileSync(at('good.zip'));
    writeFileSync(at('cut-1.zip'), zip.subarray(0, -1));
    writeFileSync(at('zip64.zip'), zip64(unzipSync(zip)));
    for (const name of ['cut-1.zip', 'zip64.zip'])
      expect(verify(at(name))).toMatchObject({
        status: 1,
        report: { ok: false, problems: [{ file: 'container', what: 'repacked' }], signer: { key } },
      });
  });

  test('a ZIP of somebody else’s: what is missing of ours', () => {
    writeFileSync(at('other.zip'), zipSync({ 'hello.txt': Uint8Array.of(1) }));
    const { status, report } = verify(at('other.zip'));
    expect(status).toBe(1);
    expect(report.problems).toEqual(
      expect.arrayContaining([
        { file: 'outer.json', what: 'missing' },
        { file: 'manifest.json', what: 'missing' },
      ]),
    );
  });
});

/** As archivers write that mean files of any size: sizes in 64 bits beside each entry. */
function zip64(files: Record<string, Uint8Array>): Uint8Array {
  const plain = zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, [bytes, { extra: { 1: new Uint8Array(16) } }]]),
    ),
    { level: 0 },
  );
  const view = new DataView(plain.buffer, plain.byteOffset, plain.length);
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const [size, name] = [view.getUint32(at + 22, true), view.getUint16(at + 26, true)];
    const extra = at + 30 + name;
    for (const place of [4, 12]) view.setBigUint64(extra + place, BigInt(size), true);
    for (const place of [18, 22]) view.setUint32(at + place, 0xffffffff, true);
    at = extra + view.getUint16(at + 28, true) + size;
  }
  return plain;
}

test.each([
  [[]],
  [['gone.zip']],
  [['a.zip', 'b.zip']],
  [['a.zip', '--expect-key', 'xyz']],
  [['a.zip', '--other', 'x']],
])('used wrongly (%s): a sentence and exit 2', (args) => {
  const { status, stdout, stderr } = verify(...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trim().length).toBeGreaterThan(10);
});
