import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fromHex } from '../../../lib/evidence/bytes.ts';
import { sha256 } from '../../../lib/evidence/hash.ts';
import { toPem } from '../../../lib/evidence/keys.ts';
import { requestTimestamp, timestampQuery } from '../../../lib/evidence/timestamp/client.ts';
import { checkToken } from '../../../lib/evidence/timestamp/token.ts';
import { NOON } from '../store/samples.ts';
import { type Authority, authority, certificate, derOf } from './authority.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const hash = await sha256('manifest');
const other = await sha256('another');
const now = () => NOON;
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
let ours: Authority;
beforeAll(async () => {
  ours = await authority();
});

test('a token of a local authority holds, with its certificates and time', async () => {
  const stamp = await requestTimestamp(hash, 'https://tsa.example/', { fetch: ours.fetch, now });
  expect(stamp).toMatchObject({
    kind: 'rfc3161',
    state: 'granted',
    time: '2026-03-10T05:00:00.000Z',
    requestedAt: NOON,
    failure: null,
  });
  expect(stamp.certificates).toEqual([hexOf(derOf(ours.signer)), hexOf(derOf(ours.root))]);
  const token = await checkToken(fromHex(stamp.query), fromHex(stamp.response ?? ''), hash);
  expect(token).toMatchObject({ signer: '測試時戳機構', root: { subject: '測試根憑證', selfSigned: true } });
});

test('an authority that leaves its root out: the chain ends below it, and says so', async () => {
  const query = timestampQuery(hash);
  const token = await checkToken(query, await ours.answer(query, { certificates: [ours.signer] }), hash);
  expect(token.root).toMatchObject({ subject: '測試時戳機構', selfSigned: false });
});

describe('refused', () => {
  const refused = async (twist: Parameters<Authority['answer']>[1], message: RegExp, from = ours) => {
    const query = timestampQuery(hash);
    await expect(checkToken(query, await from.answer(query, twist), hash)).rejects.toThrow(message);
  };

  test('a status other than granted', () => refused({ status: 2 }, /status 2/));
  test('another hash', () => refused({ imprint: fromHex(other) }, /another hash/));
  test('another nonce', () => refused({ nonce: 5 }, /another nonce/));
  test('no certificate', () => refused({ certificates: [] }, /not in the token/));
  test('a signing certificate that is not named in what is signed', () => refused({ ess: null }, /not named/));
  test('another signing certificate named', () => refused({ ess: ours.root }, /another signing certificate/));
  test('a time at which the certificate was not valid', () =>
    refused({ time: new Date('2040-01-01T00:00:00Z') }, /not valid at that time/));
  test('another key', async () => {
    const stranger = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    await refused({ signWith: stranger.privateKey }, /signature does not hold/);
  });
  test('a certificate for something else', async () =>
    refused({}, /not one for time-stamping/, await authority({ uses: ['1.3.6.1.5.5.7.3.3'] })));
  test('a certificate for time-stamping and more', async () =>
    refused({}, /not one for time-stamping/, await authority({ uses: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.3'] })));
  test('a use that is not critical', async () =>
    refused({}, /not one for time-stamping/, await authority({ critical: false })));
  test('an issuer that did not sign it', async () => {
    const key = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
    const issuer = { name: '測試根憑證', key };
    const impostor = await certificate({ name: issuer.name, serial: 1, key, issuer, ca: true });
    await refused({ certificates: [ours.signer, impostor] }, /not signed by its issuer/);
  });

  test('a question about another hash', async () => {
    const query = timestampQuery(other);
    await expect(checkToken(query, await ours.answer(query), hash)).rejects.toThrow(/another hash/);
  });

  test('any bit of what is signed, of the signature and of the signing certificate', async () => {
    const query = timestampQuery(hash);
    const response = await ours.answer(query);
    const { time, signer, certificates, root } = await checkToken(query, response, hash);
    let unsigned = 0;
    let otherRoots = 0;
    for (let at = 0; at < response.length; at += 3) {
      const twisted = response.slice();
      twisted[at] = (twisted[at] ?? 0) ^ (1 << (at % 8));
      const token = await checkToken(query, twisted, hash).catch(() => null);
      if (token === null) continue;
      // What nobody signs may change: a status of 1 is granted too. What the token says may not, and a root that
      // was changed is another root, by its hash, even where no signature covers what was changed in it.
      expect(token).toMatchObject({ time, signer });
      expect(token.certificates[0]).toBe(certificates[0]);
      if (token.root.sha256 !== root.sha256) {
        otherRoots++;
        continue;
      }
      expect(token.root).toEqual(root);
      unsigned++;
    }
    // Each hangs a little on the lengths of this run’s keys and signatures.
    expect(unsigned).toBeLessThan(15);
    expect(otherRoots).toBeLessThan(20);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a web page', new TextEncoder().encode('<html>not found</html>')],
    ['a sequence without end', Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
  ])('%s', async (_, response) => {
    await expect(checkToken(timestampQuery(hash), response, hash)).rejects.toThrow();
  });
});

describe('a failed request is kept with its reason', () => {
  test.each<[string, typeof fetch, string]>([
    ['no network', () => Promise.reject(new TypeError('x')), 'no answer: TypeError'],
    ['an error page', async () => new Response('x', { status: 503 }), 'the authority answered 503'],
    ['rubbish', async () => new Response('x'), 'not DER'],
    ['too much', async () => new Response(new Uint8Array(1024 * 1024 + 1)), 'an answer that is too large'],
  ])('%s', async (_, answer, failure) => {
    expect(await requestTimestamp(hash, 'https://tsa.example', { fetch: answer, now })).toMatchObject({
      state: 'failed',
      time: null,
      response: null,
      failure,
    });
  });
  test('an address that is none', async () => {
    const stamp = await requestTimestamp(hash, 'ftp://tsa.example', { fetch: ours.fetch, now });
    expect(stamp.failure).toBe('not a web address');
  });
});

const openssl = spawnSync('openssl', ['version']).status === 0;
describe.skipIf(!openssl)('with openssl (skipped where it is not installed)', () => {
  const inFolder = (
    work: (folder: string, run: (...args: string[]) => { status: number | null; text: string }) => void,
  ) => {
    const folder = mkdtempSync(join(tmpdir(), 'replywell-'));
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
      return { status, text: stdout + stderr };
    };
    try {
      work(folder, run);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('openssl ts verifies our question and the token; not over other data', async () => {
    const stamp = await requestTimestamp(hash, 'https://tsa.example', { fetch: ours.fetch, now });
    inFolder((folder, run) => {
      writeFileSync(join(folder, 'manifest.json'), 'manifest');
      writeFileSync(join(folder, 'other.json'), 'another');
      writeFileSync(join(folder, '1.tsq'), fromHex(stamp.query));
      writeFileSync(join(folder, '1.tsr'), fromHex(stamp.response ?? ''));
      writeFileSync(join(folder, 'root.pem'), toPem('CERTIFICATE', hexOf(derOf(ours.root))));
      writeFileSync(join(folder, 'chain.pem'), stamp.certificates.map((der) => toPem('CERTIFICATE', der)).join(''));
      expect(run('ts', '-query', '-in', '1.tsq', '-text').text).toContain('Certificate required: yes');
      const trust = ['-untrusted', 'chain.pem', '-CAfile', 'root.pem', '-attime', '1773118800'];
      const verified = run('ts', '-verify', '-in', '1.tsr', '-data', 'manifest.json', ...trust);
      expect(verified).toMatchObject({ status: 0, text: expect.stringContaining('Verification: OK') });
      expect(run('ts', '-verify', '-in', '1.tsr', '-queryfile', '1.tsq', ...trust).status).toBe(0);
      expect(run('ts', '-verify', '-in', '1.tsr', '-data', 'other.json', ...trust).status).not.toBe(0);
    });
  });

  test('a token that openssl made holds', async () => {
    const query = timestampQuery(hash);
    let response = new Uint8Array();
    inFolder((folder, run) => {
      writeFileSync(join(folder, '1.tsq'), query);
      writeFileSync(
        join(folder, 'ts.cnf'),
        `[ req ]
distinguished_name = dn
[ dn ]
[ ext ]
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = own
[ own ]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`,
      );
      writeFileSync(join(folder, 'serial'), '01\n');
      const made = run(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'key.pem',
        '-out',
        'cert.pem',
        '-days',
        '2',
        '-subj',
        '/CN=openssl tsa',
        '-config',
        'ts.cnf',
        '-extensions',
        'ext',
      );
      expect(made.status, made.text).toBe(0);
      const replied = run(
        'ts',
        '-reply',
        '-config',
        'ts.cnf',
        '-queryfile',
        '1.tsq',
        '-signer',
        'cert.pem',
        '-inkey',
        'key.pem',
        '-out',
        '1.tsr',
      );
      expect(replied.status, replied.text).toBe(0);
      response = new Uint8Array(spawnSync('cat', ['1.tsr'], { cwd: folder }).stdout);
    });
    const token = await checkToken(query, response, hash);
    expect(token).toMatchObject({ signer: 'openssl tsa', root: { selfSigned: true } });
  });
});
