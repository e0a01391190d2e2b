import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fromHex, joined, utf8 } from '../../../lib/evidence/bytes.ts';
import { collect, packCapture, requestProof, sha256, verifyPackage } from '../../../lib/evidence/index.ts';
import { checkProof } from '../../../lib/evidence/timestamp/proof.ts';
import { NOON } from '../store/samples.ts';
import { newKey, sample } from './samples.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const hash = await sha256('manifest');
const now = () => NOON;
const counted = (bytes: Uint8Array) => joined([Uint8Array.of(bytes.length), bytes]);
const pending = (calendar: string) =>
  joined([Uint8Array.of(0), fromHex('83dfe30d2ef90c8e'), counted(counted(utf8(calendar)))]);
const bitcoin = joined([Uint8Array.of(0), fromHex('0588960d73d71901'), counted(Uint8Array.of(1, 2))]);
/** append, sha256, prepend, sha256, then a promise, with a finished branch beside it. */
const steps = joined([
  Uint8Array.of(0xf0, 2, 7, 7, 0x08),
  Uint8Array.of(0xff, 0xf1, 1, 9, 0x08),
  bitcoin,
  Uint8Array.of(0xff),
  pending('https://a.example'),
  pending('https://b.example'),
]);
const calendar =
  (body: Uint8Array<ArrayBuffer>, status = 200): typeof fetch =>
  async () =>
    new Response(body, { status });

test('a calendar’s promise is kept as pending and read again', async () => {
  const stamp = await requestProof(hash, 'https://a.example', { fetch: calendar(steps), now });
  expect(stamp).toMatchObject({ kind: 'opentimestamps', state: 'pending', time: null, failure: null });
  expect(await checkProof(fromHex(stamp.response ?? ''), hash)).toEqual({
    calendars: ['https://a.example', 'https://b.example'],
    bitcoin: true,
  });
  expect(await checkProof(fromHex(stamp.response ?? ''), await sha256('another'))).toBeNull();
});

test('asks the calendar with the hash and nothing else', async () => {
  const asked: [string, Uint8Array][] = [];
  await requestProof(hash, 'https://a.example/sub', {
    now,
    fetch: async (url, init) => {
      asked.push([String(url), init?.body as Uint8Array]);
      return new Response(pending('https://a.example'));
    },
  });
  expect(asked).toEqual([['https://a.example/sub/digest', fromHex(hash)]]);
});

test.each<[string, typeof fetch]>([
  ['an error', calendar(steps, 500)],
  ['rubbish', calendar(utf8('<html>'))],
  ['a proof cut off', calendar(steps.slice(0, -3))],
  ['a proof with more behind it', calendar(joined([steps, Uint8Array.of(1)]))],
  ['nothing', calendar(new Uint8Array())],
  ['no network', () => Promise.reject(new TypeError('x'))],
])('%s is kept as failed', async (_, fetch) => {
  expect(await requestProof(hash, 'https://a.example', { fetch, now })).toMatchObject({
    state: 'failed',
    response: null,
  });
});

test('any bytes whatever give an answer', async () => {
  const stamp = await requestProof(hash, 'https://a.example', { fetch: calendar(steps), now });
  const proof = fromHex(stamp.response ?? '');
  const start = proof.length - steps.length;
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const found = await checkProof(joined([proof.subarray(0, start), bytes]), hash);
      if (found !== null) expect(found.bitcoin || found.calendars.length > 0).toBe(true);
    }),
  );
});

test('in a package: pending, and refused where it is of another hash', async () => {
  const key = await newKey();
  const { bundle, exporting } = await sample(key, {}, async (of) => [
    await requestProof(of, 'https://a.example', { fetch: calendar(steps), now }),
  ]);
  expect(await verifyPackage(await collect(packCapture(bundle, exporting)))).toMatchObject({
    ok: true,
    timestamps: [{ file: 'timestamps/1.ots', kind: 'opentimestamps', state: 'pending', ok: true, time: null }],
  });
  const foreign = await requestProof(hash, 'https://a.example', { fetch: calendar(steps), now });
  expect(
    await verifyPackage(await collect(packCapture({ ...bundle, timestamps: [foreign] }, exporting))),
  ).toMatchObject({ ok: false, problems: [{ file: 'timestamps/1.ots', what: 'bad-timestamp' }] });
});
