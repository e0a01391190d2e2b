import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyClinic } from '../../../lib/contract/index.ts';
import { bytesSource } from '../../../lib/evidence/bytes.ts';
import { timelineOf } from '../../../lib/evidence/case-file.ts';
import { coveredName, isBare } from '../../../lib/evidence/covers.ts';
import { digestOf } from '../../../lib/evidence/hash.ts';
import {
  annotateCapture,
  type Bundle,
  type CaseInput,
  caseFinding,
  collect,
  nextEntry,
  packCapture,
  packCase,
  redactCapture,
  type Sealed,
  type SigningKey,
  verifyPackage,
} from '../../../lib/evidence/index.ts';
import { maskOf } from '../../../lib/evidence/mask.ts';
import { writeZip } from '../../../lib/evidence/zip/write.ts';
import { amy, LATER, NEXT_WEEK, NOON, review, risk } from '../store/samples.ts';
import { BYTES, newKey, type Sample, sample } from './samples.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const clinic = {
  ...emptyClinic('晨星診所'),
  doctors: [{ name: '陳文彬', aliases: [] }],
  phones: ['02-2345-6789'],
};
const author = { id: 'a1', name: '阿明', url: 'https://www.google.com/maps/contrib/a1', badges: [] };
const bystander = { id: 'a2', name: '林大華', url: 'https://www.google.com/maps/contrib/a2', badges: ['在地嚮導'] };
const subject = review({ author, text: '林大華也說陳文彬醫師態度差，我電話 0912-345-678' });
const thread = [
  subject,
  review({
    id: 'r2',
    parent: 'r1',
    author: bystander,
    ip: '203.0.113.9',
    text: '阿明說得對，寄信到 hua@example.com 給我',
  }),
];

let key: SigningKey;
let original: Sample;
let text: string;
beforeAll(async () => {
  key = await newKey();
  text = '阿明：林大華也說陳文彬醫師態度差，我電話 0912-345-678\n林大華：阿明說得對，寄信到 hua@example.com 給我';
  original = await sample(key, { review: subject, thread }, undefined, {
    ...BYTES,
    'text.txt': new TextEncoder().encode(text),
  });
});

const bundleOf = async (
  { made, ...sealed }: Sealed,
  action: 'redacted' | 'annotated',
  more: Record<string, Uint8Array> = {},
): Promise<Bundle> => ({
  written: sealed.written,
  seal: sealed.seal,
  bytesOf: (name) => bytesSource(made.find((file) => file.name === name)?.bytes ?? more[name] ?? new Uint8Array()),
  custody: [
    await nextEntry(null, 'here', {
      at: LATER,
      action,
      by: amy,
      capture: sealed.manifest.id,
      manifestHash: sealed.manifestHash,
      reason: null,
      detail: 'capture-1',
    }),
  ],
  timestamps: [],
});

const deriving = () => ({
  at: LATER,
  by: amy,
  build: '0.1.0',
  key,
  previous: original.sealed.manifestHash,
  pictures: [
    {
      name: 'redacted/001.png',
      parent: 'tiles/001.png',
      type: 'image/png',
      place: null,
      source: bytesSource(Uint8Array.of(9)),
    },
  ],
});
const withText: Sample['bundle']['bytesOf'] = (name) => original.bundle.bytesOf(name);

describe('masking', () => {
  const mask = () => maskOf([subject], thread, clinic);

  test('takes out third persons and what leads to them; the parties and the clinic stay', () => {
    expect(mask().text(text)).toBe(
      '阿明：〔第三人1〕也說陳文彬醫師態度差，我電話 〔電話1〕\n〔第三人1〕：阿明說得對，寄信到 〔電子郵件1〕 給我',
    );
    expect(mask().text('請撥 02-2345-6789')).toBe('請撥 02-2345-6789');
  });

  test('leaves the writer’s own account in an answer further down, and covers accounts in the site’s own lines', () => {
    const poster = { ...subject, author: { ...author, id: 'cherry0325', name: '小櫻桃' } };
    const { text: masked } = maskOf([poster], [poster], clinic);
    expect(masked('→ cherry0325: 大家理性討論就好')).toBe('→ cherry0325: 大家理性討論就好');
    expect(masked('(facemod 刪除 spam0001 的推文: 廣告)')).toBe('(〔第三人〕 刪除 〔第三人〕 的推文: 廣告)');
    expect(masked('(facemod 刪除 cherry0325 的推文: 廣告)')).toBe('(〔第三人〕 刪除 cherry0325 的推文: 廣告)');
    // An account that is a part of the writer's own.
    expect(masked('(cherry0325 刪除 cherry 的推文: 廣告)')).toBe('(cherry0325 刪除 〔第三人〕 的推文: 廣告)');
    expect(masked('〔PHONE_1〕 是誰打的')).toBe('〔PHONE_1〕 是誰打的');
  });

  test('takes the account, address and number of a third person’s comment away, and keeps the party’s', () => {
    const [own, other] = thread.map(mask().review);
    expect(own).toMatchObject({ id: 'r1', author });
    expect(other).toMatchObject({
      id: 'third-1',
      parent: 'r1',
      url: null,
      ip: null,
      author: { id: null, name: '〔第三人1〕', url: null, badges: [] },
    });
  });

  test('a longer name goes before one that is part of it', () => {
    const others = ['大華', '林大華'].map((name, index) =>
      review({ id: `x${index}`, author: { ...bystander, id: `x${index}`, name } }),
    );
    expect(maskOf([subject], others, null).text('大華和林大華')).toBe('〔第三人1〕和〔第三人2〕');
    // Nor is the writer's own name torn apart, nor what stands for somebody.
    const [first] = others;
    const tricky = ['阿', '小阿明', '明', '第三人', 'a.*'].map((name, index) =>
      review({ id: `y${index}`, author: { ...first!.author, id: `y${index}`, name } }),
    );
    const { text } = maskOf([{ ...subject, author: { ...author, name: '小阿明二號' } }], tricky, null);
    expect(text('小阿明二號和小阿明、第三人、a.*，abc')).toBe('小阿明二號和〔第三人2〕、〔第三人4〕、〔第三人5〕，abc');
  });
});

describe('a redacted copy', () => {
  test('is a capture of its own that names its original, and holds nothing that leads to third persons', async () => {
    const bundle = { ...original.bundle, bytesOf: withText };
    const sealed = await redactCapture(bundle, { ...deriving(), id: 'redaction-1', clinic });
    expect(sealed.manifest).toMatchObject({
      kind: 'redaction',
      derivedFrom: { id: 'capture-1', manifestHash: original.sealed.manifestHash },
      // Who captured it is not lost by whoever made the copy.
      capturedBy: original.sealed.manifest.by,
      clinic: '晨星診所',
      pictures: [],
    });
    const parents = new Map(original.sealed.manifest.files.map(({ name, sha256 }) => [name, sha256]));
    expect(sealed.manifest.files.map(({ name, parent }) => [name, parent?.name])).toEqual([
      ['redacted/001.png', 'tiles/001.png'],
      ['redacted/text.txt', 'text.txt'],
      ['redacted/thread.json', 'thread.json'],
    ]);
    for (const { parent } of sealed.manifest.files) expect(parent?.sha256).toBe(parents.get(parent?.name ?? ''));
    expect(
      sealed.manifest.missing
        .filter(({ why }) => why === 'redacted')
        .map(({ what }) => what)
        .sort(),
    ).toEqual(['crop', 'dom', 'tile']);
    const packedCopy = await collect(
      packCapture(await bundleOf(sealed, 'redacted', { 'redacted/001.png': Uint8Array.of(9) }), original.exporting),
    );
    expect(await verifyPackage(packedCopy)).toMatchObject({ ok: true, problems: [], kind: 'redacted' });
    const all = Object.values(unzipSync(packedCopy))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n');
    for (const secret of ['林大華', 'hua@example.com', '0912-345-678', '203.0.113.9', 'contrib/a2'])
      expect(all).not.toContain(secret);
    expect(all).toContain('不是原件');
  });

  test('shows its pictures as the original does, and tells whether anybody has covered one', async () => {
    const [picture] = deriving().pictures;
    const pictures = ['tiles/002.png', 'crop.png', 'tiles/001.png'].map((parent) => ({
      ...picture!,
      parent,
      name: coveredName(parent),
      covers: [],
    }));
    const sealed = await redactCapture(original.bundle, { ...deriving(), pictures, id: 'r', clinic });
    expect(isBare(sealed.manifest)).toBe(false);
    const bytes = Object.fromEntries(pictures.map(({ name }) => [name, Uint8Array.of(9)]));
    const files = unzipSync(await collect(packCapture(await bundleOf(sealed, 'redacted', bytes), original.exporting)));
    const page = new TextDecoder().decode(files['index.html']);
    expect([...page.matchAll(/<img src="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'redacted/crop.png',
      'redacted/tiles-001.png',
      'redacted/tiles-002.png',
    ]);
    expect(page).toContain('畫面第 2 張，共 2 張，沒有需要遮蔽之處　redacted/tiles-002.png');
    // The post's part alone is a picture too.
    const cropped = pictures.filter(({ parent }) => parent === 'crop.png');
    const one = await redactCapture(original.bundle, { ...deriving(), pictures: cropped, id: 'r', clinic });
    expect(isBare(one.manifest)).toBe(false);
    const none = await redactCapture(original.bundle, { ...deriving(), pictures: [], id: 'r', clinic });
    expect(isBare(none.manifest)).toBe(true);
  });

  test('is not made of a copy, nor with pictures of something else', async () => {
    const made = await redactCapture(original.bundle, { ...deriving(), id: 'r', clinic });
    const copy = await bundleOf(made, 'redacted');
    await expect(redactCapture(copy, { ...deriving(), id: 'r2', clinic })).rejects.toThrow(/original only/);
    const [picture] = deriving().pictures;
    for (const wrong of [
      { ...picture!, parent: 'x.png' },
      { ...picture!, name: 'tiles/009.png' },
    ])
      await expect(
        redactCapture(original.bundle, { ...deriving(), pictures: [wrong], id: 'r', clinic }),
      ).rejects.toThrow(/no copy/);
  });
});

test('a marked copy leaves the original as it is', async () => {
  const before = original.sealed.written;
  const [picture] = deriving().pictures;
  const sealed = await annotateCapture(original.bundle, {
    ...deriving(),
    id: 'marked-1',
    pictures: [{ ...picture!, name: 'annotated/001.png' }],
  });
  expect(original.sealed.written).toBe(before);
  const bundle = await bundleOf(sealed, 'annotated', { 'annotated/001.png': Uint8Array.of(9) });
  expect(await verifyPackage(await collect(packCapture(bundle, original.exporting)))).toMatchObject({ ok: true });
  expect(sealed.manifest.files).toMatchObject([{ kind: 'annotated', parent: { name: 'tiles/001.png' } }]);
});

describe('a case file', () => {
  const input = (): CaseInput => ({
    id: 'case-1',
    name: '三月的評論',
    clinic,
    reviews: [
      {
        key: 'google-maps:r1',
        review: subject,
        firstSeen: NOON,
        mark: 'needs-lawyer',
        findings: [
          caseFinding(subject.text, { ...risk('accusation'), start: 0, end: 3, why: '指名', statutes: ['刑法310'] }),
        ],
        revisions: [{ text: '舊文字 0912-345-678', until: LATER }],
        decisions: [{ id: 'd1', at: LATER, by: amy, what: 'marked', mark: 'needs-lawyer', reason: '請律師看' }],
        notes: [{ id: 'n1', text: '<img src=x onerror=alert(1)>', at: LATER, by: '王小美' }],
        drafts: [{ text: '您好，感謝您的意見。', at: LATER, state: 'used' }],
        deadlines: [
          { what: '告訴期限', from: NOON, due: '2026-09-10T15:59:59.999Z', statute: '刑事訴訟法237', note: '保守計算' },
        ],
      },
    ],
  });

  test('holds captures, reviews, timeline and deadlines, and verifies as one', async () => {
    const second = await sample(key, {
      id: 'capture-2',
      startedAt: NEXT_WEEK,
      finishedAt: NEXT_WEEK,
      recheck: { of: 'capture-1', manifestHash: original.sealed.manifestHash, outcome: 'gone', diff: [] },
    });
    // Picked newest first, as the list shows them; numbered as they were taken.
    const zip = await collect(packCase(input(), [second.bundle, original.bundle], false, original.exporting));
    expect(await verifyPackage(zip, { known: [key.publicKey] })).toMatchObject({
      ok: true,
      problems: [],
      kind: 'case',
      custody: { entries: 6, ok: true },
      captures: [{ id: 'capture-1' }, { id: 'capture-2' }],
    });
    const files = unzipSync(zip);
    const page = new TextDecoder().decode(files['index.html']);
    for (const shown of [
      '刑事訴訟法237',
      '請律師看',
      '可能涉及（由律師判斷）',
      'captures/02/index.html',
      '重新檢查（已無法看到',
      '瀏覽器擴充功能「覆評 ReplyWell」',
      '2026-09-10 23:59',
    ])
      expect(page).toContain(shown);
    expect(new TextDecoder().decode(files['captures/02/index.html'])).toContain('<th scope="row">重新檢查結果</th>');
    expect(page).not.toContain('<img src=x');
    expect(page).not.toMatch(/構成|違法/);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['case.json', 'captures/01/tiles/001.png', 'captures/02/custody.json']),
    );
  });

  test('may hold no capture at all', async () => {
    const zip = await collect(packCase(input(), [], false, original.exporting));
    expect(await verifyPackage(zip)).toMatchObject({ ok: true, captures: [], custody: { entries: 0, ok: true } });
  });

  test('a changed file of one capture is named with its folder; a capture taken out is missing', async () => {
    const zip = unzipSync(await collect(packCase(input(), [original.bundle], false, original.exporting)));
    const again = async (files: Record<string, Uint8Array>) =>
      collect(
        writeZip(
          await Promise.all(
            Object.entries(files).map(async ([name, bytes]) => ({
              name,
              source: bytesSource(bytes),
              digest: await digestOf(bytesSource(bytes)),
            })),
          ),
        ),
      );
    expect((await verifyPackage(await again(zip))).ok).toBe(true);
    const changed = await verifyPackage(await again({ ...zip, 'captures/01/text.txt': Uint8Array.of(1) }));
    expect(changed.problems).toEqual([{ file: 'captures/01/text.txt', what: 'changed' }]);
    const { 'case.json': _, ...without } = zip;
    expect((await verifyPackage(await again(without))).problems).toEqual([{ file: 'case.json', what: 'missing' }]);
  });

  test('redacted: only copies, and all words masked', async () => {
    const sealed = await redactCapture(original.bundle, { ...deriving(), id: 'redaction-1', clinic });
    const bundle = await bundleOf(sealed, 'redacted', { 'redacted/001.png': Uint8Array.of(9) });
    const zip = await collect(packCase(input(), [bundle], true, original.exporting));
    expect(await verifyPackage(zip)).toMatchObject({ ok: true, kind: 'redacted-case' });
    const all = Object.values(unzipSync(zip))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n');
    expect(all).not.toContain('0912-345-678');
    await expect(collect(packCase(input(), [original.bundle], true, original.exporting))).rejects.toThrow(
      /not redacted/,
    );
    await expect(collect(packCase(input(), [bundle], false, original.exporting))).rejects.toThrow(/is redacted/);
  });

  test('the timeline is in order, without moments that nobody knows', () => {
    const [row] = input().reviews;
    const dated = {
      ...row!,
      key: 'b',
      review: review({ postedAt: { shown: '3/1', iso: '2026-03-01T00:00:00+08:00', precision: 'day' } }),
    };
    const line = timelineOf([row!, dated], [original.sealed.manifest]);
    expect(line.map(({ at }) => at)).toEqual(line.map(({ at }) => at).toSorted());
    expect(line[0]).toMatchObject({ at: '2026-02-28T16:00:00.000Z', key: 'b' });
    expect(line.filter(({ key: of, text: what }) => of === 'google-maps:r1' && what.includes('發表'))).toEqual([]);
    expect(line.some(({ text: what }) => what.startsWith('存證 capture-1'))).toBe(true);
  });
});
