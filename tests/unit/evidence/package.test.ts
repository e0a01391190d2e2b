import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fromHex } from '../../../lib/evidence/bytes.ts';
import {
  bytesSource,
  canonicalJson,
  type KeyStore,
  Manifest,
  machineKey,
  newKeyPair,
  requestTimestamp,
  type SigningKey,
  sealCapture,
  sealHolds,
  sha256,
} from '../../../lib/evidence/index.ts';
import { signatureHolds } from '../../../lib/evidence/keys.ts';
import { shownPictures } from '../../../lib/evidence/pages/pictures.ts';
import { picturesAllowed } from '../../../lib/evidence/seal.ts';
import { LATER, NOON, risk, triage } from '../store/samples.ts';
import { authority } from './authority.ts';
import { BYTES, input, newKey, packed, type Sample, sample } from './samples.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let key: SigningKey;
let ours: Sample;
let files: Record<string, Uint8Array>;
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
  files = unzipSync(await packed(ours));
});
const text = (name: string) => new TextDecoder().decode(files[name]);

describe('a seal', () => {
  test('lists every file with its hash, and says when, where, by whom, with what and in which state', () => {
    const { manifest } = ours.sealed;
    expect(manifest.files.map(({ name }) => name)).toEqual([
      'crop.png',
      'dom.txt',
      'text.txt',
      'thread.json',
      'tiles/001.png',
      'tiles/002.png',
    ]);
    expect(manifest).toMatchObject({
      kind: 'capture',
      key: 'google-maps:r1',
      capturedAt: { utc: NOON, taipei: '2026-03-10T12:00:00.000+08:00' },
      by: { name: '王小美', role: 'desk' },
      previous: null,
      threadSize: 2,
      missing: [{ what: 'mhtml', why: 'not-asked', detail: '' }],
      claim: {
        'zh-TW': expect.stringContaining(
          '晨星診所 王小美（櫃檯）以 ReplyWell 0.1.0 版自 https://www.google.com/maps/place/x',
        ),
      },
    });
    const tile = manifest.files.find(({ name }) => name === 'tiles/001.png');
    expect(manifest.files[0]?.parent).toEqual({ name: 'tiles/001.png', sha256: tile?.sha256 });
  });

  test('loses nothing that a capture hands over', () => {
    const leaves = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
    const { startedAt, finishedAt, ...given } = input();
    const kept = new Set([
      ...leaves(ours.sealed.manifest),
      ...leaves(JSON.parse(new TextDecoder().decode(ours.sealed.made[0]?.bytes))),
    ]);
    for (const leaf of [...leaves(given), startedAt, finishedAt])
      expect(kept).toContain(typeof leaf === 'string' ? leaf.toWellFormed() : leaf);
  });

  test('is over the manifest’s own bytes, and no other key or manifest fits', async () => {
    const { seal, written, manifest } = ours.sealed;
    expect(await sealHolds(seal, written)).toBe(true);
    expect(await sealHolds(seal, canonicalJson({ ...manifest, id: 'x' }))).toBe(false);
    expect(await sealHolds({ ...seal, key: (await newKey()).publicKey }, written)).toBe(false);
    expect(seal.manifestHash).toBe(await sha256(written));
    expect(Manifest.safeParse(JSON.parse(written)).success).toBe(true);
  });

  test('names the manifest before it', async () => {
    const next = await sealCapture(
      input({ id: 'capture-2' }),
      (name) => bytesSource(BYTES[name]!),
      key,
      ours.sealed.manifestHash,
    );
    expect(next.manifest.previous).toBe(ours.sealed.manifestHash);
  });

  test('refuses what contradicts itself', async () => {
    const seal = (over: Parameters<typeof input>[0]) =>
      sealCapture(input(over), (name) => bytesSource(BYTES[name] ?? new Uint8Array()), key, null);
    const [tile] = input().files;
    await expect(seal({ missing: [{ what: 'pictures', why: 'withheld', detail: '' }] })).rejects.toThrow(/withheld/);
    await expect(seal({ files: [{ ...tile!, name: '../up.png' }] })).rejects.toThrow();
    await expect(seal({ files: [{ ...tile!, name: 'manifest.json' }] })).rejects.toThrow(/needs/);
    await expect(seal({ files: [tile!, tile!] })).rejects.toThrow(/one name/);
    await expect(seal({ files: [{ ...tile!, parent: 'gone.png' }] })).rejects.toThrow(/parent/);
  });

  test.each(['recording', 'harassment'] as const)('pictures are not for %s', (kind) => {
    expect(picturesAllowed(triage({ risks: [risk(kind)] }))).toBe(false);
    expect(picturesAllowed(triage({ risks: [risk('insult')] }))).toBe(true);
  });
});

describe('the machine’s key', () => {
  test('is made once, cannot be taken out, and is the one that stands where two were made at once', async () => {
    let kept: CryptoKeyPair | null = null;
    const store: KeyStore = {
      load: async () => null, // both look before either has written
      keep: async (pair) => {
        kept ??= pair;
        return kept;
      },
    };
    const [a, b] = await Promise.all([machineKey(store), machineKey(store)]);
    expect(a.publicKey).toBe(b.publicKey);
    await expect(crypto.subtle.exportKey('pkcs8', kept!.privateKey)).rejects.toThrow();
    expect((await machineKey({ ...store, load: async () => kept })).publicKey).toBe(a.publicKey);
  });

  test('signs in one form only', async () => {
    const pair = await newKeyPair();
    expect(pair.privateKey.extractable).toBe(false);
    const bytes = Uint8Array.of(1, 2, 3);
    for (let run = 0; run < 50; run++) {
      const signature = await key.sign(bytes);
      expect(await signatureHolds(key.publicKey, signature, bytes)).toBe(true);
      expect(await signatureHolds(key.publicKey, Uint8Array.of(...signature, 0), bytes)).toBe(false);
      expect(await signatureHolds(key.publicKey, signature.subarray(0, -1), bytes)).toBe(false);
    }
    expect(await signatureHolds('00', await key.sign(bytes), bytes)).toBe(false);
  });
});

describe('a package', () => {
  test('holds the files, the seal, the time-stamps, the log and what people read', () => {
    expect(Object.keys(files).sort()).toEqual(
      [
        ...[
          'HOW-TO-VERIFY.txt',
          'SHA256SUMS',
          'index.html',
          'revisit.html',
          'outer-key.pem',
          'outer.json',
          'outer.sig',
        ],
        ...['manifest.json', 'manifest.sig', 'manifest-key.pem', 'custody.json', 'thread.json'],
        ...['timestamps/1.tsq', 'timestamps/1.tsr', 'timestamps/1-certificates.pem'],
        ...Object.keys(BYTES),
      ].sort(),
    );
    expect(text('manifest.json')).toBe(ours.sealed.written);
  });

  test('of the same is the same, byte for byte, but for the signature', async () => {
    const other = unzipSync(await packed(ours));
    delete other['outer.sig'];
    const { 'outer.sig': _, ...rest } = files;
    expect(other).toEqual(rest);
  });

  test('has in its log nothing of other captures but hashes', () => {
    const log = JSON.parse(text('custody.json'));
    expect(log.map((entry: { seq: number; facts: unknown }) => [entry.seq, entry.facts === null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(text('custody.json')).not.toContain('earlier');
  });

  test('says on its page what it is, and nothing of it runs', () => {
    const page = text('index.html');
    for (const shown of [
      '阿明',
      '王小美（櫃檯）',
      '本套件不證明',
      'https://www.google.com/maps/place/x?a=1&amp;b=2',
      '2026-03-10 12:00:00',
      '讚／心情 12',
      '網址代碼',
      'AbC-12',
      '在地嚮導',
      '整頁存檔（MHTML）：未勾選此項。',
      ours.sealed.manifestHash,
      'https://tsa.example',
      '匯出',
    ])
      expect(page).toContain(shown);
    expect(page).not.toContain('<b>院長');
    expect(page).toContain('&lt;b&gt;院長');
    expect(page).not.toMatch(/<script|onclick=|javascript:/i);
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
    expect(text('revisit.html')).toContain('公證');
  });

  test('tells a stranger what it is, which clinic captured it, and by which key', async () => {
    const page = text('index.html');
    for (const shown of [
      '瀏覽器擴充功能「覆評 ReplyWell」',
      '<th scope="row">診所</th><td>晨星診所</td>',
      '擷取人員簽名',
      await sha256(fromHex(key.publicKey)),
    ])
      expect(page).toContain(shown);
    expect(text('HOW-TO-VERIFY.txt')).toContain('Get-FileHash');
  });

  test('tells of its log and time-stamps in words and in Taipei’s time', () => {
    const page = text('index.html');
    const log = page.slice(page.indexOf('保管紀錄</h2>'));
    expect(log).toContain('<td>2026-03-10 12:00:00</td><td>擷取並封存</td>');
    expect(page).toContain('沒有回應：這台電腦可能沒有連上網路');
    expect(page).not.toContain('no answer');
  });

  test('shows the pictures from the post down, each with its number and its time', () => {
    const page = text('index.html');
    expect([...page.matchAll(/<img src="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'crop.png',
      'tiles/001.png',
      'tiles/002.png',
    ]);
    expect(page).toContain('畫面第 2 張，共 2 張　tiles/002.png　2026-03-10 12:00:00 拍攝（臺北時間）');
    const file = ours.sealed.manifest.files.find(({ name }) => name === 'tiles/001.png')!;
    const names = ['second.png', 'annotated/window.png', 'tiles/002.png', 'crop.png', 'tiles/001.png'];
    expect(shownPictures(names.map((name) => ({ ...file, name }))).map(({ name }) => name)).toEqual([
      'crop.png',
      'tiles/001.png',
      'tiles/002.png',
      'annotated/window.png',
      'second.png',
    ]);
  });

  test('says at its place why there is no picture', async () => {
    const { files: all } = input();
    const made = await sample(key, {
      files: all.filter(({ kind }) => kind === 'text'),
      missing: [{ what: 'pictures', why: 'withheld', detail: '' }],
    });
    const page = new TextDecoder().decode(unzipSync(await packed(made))['index.html']);
    expect(page).toMatch(/沒有畫面。圖片：內容可能涉及偷拍影像/);
    expect(page).not.toContain('拍下畫面');
  });

  test('tells why there are fewer rows than comments', async () => {
    const [post, comment] = input().thread;
    const long = { ...comment!, floor: 1, floors: [1, 2, 3] };
    const pageOf = async (thread: NonNullable<Parameters<typeof input>[0]>['thread']) =>
      new TextDecoder().decode(unzipSync(await packed(await sample(key, { thread })))['index.html']);
    expect(await pageOf([post!, long])).toContain('共 2 則，含推文 3 樓；同一人連續的幾樓併為一則');
    expect(await pageOf([post!, { ...comment!, floor: 1 }])).not.toContain('併為一則');
  });

  test('tells of signs that nobody sees', async () => {
    const turned = input().review;
    const made = await sample(key, { review: { ...turned, text: 'a\u202ecba' } });
    const page = new TextDecoder().decode(unzipSync(await packed(made))['index.html']);
    expect(page).toContain('a\ufffdcba');
    expect(page).toContain('看不見的控制字元');
    expect(page).not.toContain('\u202e');
  });

  test('of a capture that ended early says so', async () => {
    const { bundle, exporting } = await sample(key, {
      complete: false,
      missing: [{ what: 'tile', why: 'interrupted', detail: '7–12' }],
    });
    const page = new TextDecoder().decode(
      unzipSync(await packed({ bundle, exporting, sealed: ours.sealed }))['index.html'],
    );
    expect(page).toContain('這是不完整的存證');
    expect(page).toContain('畫面：過程中斷');
  });

  test('is not made of a stored file that changed', async () => {
    const bytesOf = (name: string) => (name === 'text.txt' ? bytesSource(Uint8Array.of(1)) : ours.bundle.bytesOf(name));
    await expect(packed({ ...ours, bundle: { ...ours.bundle, bytesOf } })).rejects.toThrow('text.txt changed');
  });

  const tools = ['unzip -v', 'sha256sum --version', 'openssl version'].every(
    (command) => spawnSync(command.split(' ')[0]!, [command.split(' ')[1]!]).status === 0,
  );
  test.skipIf(!tools)(
    'anyone can check it with unzip, sha256sum and openssl (skipped where they are not installed)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'replywell-'));
      try {
        const run = (line: string) => spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
        writeFileSync(join(folder, 'package.zip'), await packed(ours));
        expect(run('unzip -q package.zip').status).toBe(0);
        expect(run('unzip -t package.zip').status).toBe(0);
        expect(run('sha256sum -c --strict SHA256SUMS').status).toBe(0);
        // Every openssl line of the guide that needs no authority's root.
        const lines = readFileSync(join(folder, 'HOW-TO-VERIFY.txt'), 'utf8').match(
          /^ {3}openssl (?:dgst|ts -reply).*$/gm,
        );
        expect(lines).toHaveLength(3);
        for (const line of lines ?? []) expect(run(line.trim()), line).toMatchObject({ status: 0 });
        expect(run('openssl pkey -pubin -in outer-key.pem -outform DER | sha256sum').stdout.slice(0, 64)).toBe(
          await sha256(fromHex(key.publicKey)),
        );
        writeFileSync(join(folder, 'manifest.json'), 'x');
        expect(run(lines![1]!.trim()).status).not.toBe(0);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
