import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
