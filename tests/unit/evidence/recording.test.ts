import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { blobSource, bytesSource } from '../../../lib/evidence/bytes.ts';
import { timelineOf } from '../../../lib/evidence/case-file.ts';
import {
  Manifest,
  momentOf,
  RECORDING_ENDS,
  type Recording,
  type RecordingEnd,
} from '../../../lib/evidence/contract.ts';
import { collect, nextEntry, packCapture, type SigningKey, verifyPackage } from '../../../lib/evidence/index.ts';
import {
  clockText,
  isWhole,
  MOST_BYTES,
  MOST_MS,
  type PieceFacts,
  samePage,
  sizeOf,
  verdictOf,
  withRecording,
} from '../../../lib/evidence/recording.ts';
import { addToCapture } from '../../../lib/evidence/redact.ts';
import { amy, newKey, noise, type Sample, sample } from './samples.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const FROM = '2026-03-10T04:00:00.000Z';
const later = (ms: number): string => new Date(Date.parse(FROM) + ms).toISOString();
const piece = (over: Partial<PieceFacts> = {}): PieceFacts => ({
  from: FROM,
  at: later(2_000),
  bytes: 500_000,
  size: 250_000,
  stayed: true,
  stopped: false,
  last: false,
  failed: false,
  ...over,
});

describe('what becomes of a piece', () => {
  test('a piece of the page is kept, and the recorder goes on', () => {
    expect(verdictOf(piece())).toEqual({ keep: true, stop: false, ended: null });
    // Nothing moved: nothing to keep.
    expect(verdictOf(piece({ size: 0 }))).toEqual({ keep: false, stop: false, ended: null });
  });

  test('where the page went, the piece in which it may have gone is not kept', () => {
    expect(verdictOf(piece({ stayed: false }))).toEqual({ keep: false, stop: true, ended: 'page-gone' });
    expect(verdictOf(piece({ stayed: false, last: true, stopped: true })).keep).toBe(false);
  });

  test.each<[Partial<PieceFacts>, RecordingEnd]>([
    [{ stopped: true }, 'stopped'],
    [{ at: later(MOST_MS) }, 'limit'],
    [{ bytes: MOST_BYTES }, 'too-large'],
    [{ failed: true }, 'failed'],
    [{}, 'interrupted'],
  ])('told to stop first, ended by the last piece: %o', (over, ended) => {
    if (ended !== 'failed' && ended !== 'interrupted')
      expect(verdictOf(piece(over))).toEqual({ keep: true, stop: true, ended: null });
    expect(verdictOf(piece({ ...over, last: true }))).toEqual({ keep: true, stop: true, ended });
  });

  const facts = fc.record({
    from: fc.constant(FROM),
    at: fc.integer({ min: 0, max: 2 * MOST_MS }).map(later),
    bytes: fc.integer({ min: 0, max: 3 * MOST_BYTES }),
    size: fc.integer({ min: 0, max: MOST_BYTES }),
    stayed: fc.boolean(),
    stopped: fc.boolean(),
    last: fc.boolean(),
    failed: fc.boolean(),
  });

  test('never keeps of another page, never goes on beyond a limit, and ends only once the recorder has stopped', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { keep, stop, ended } = verdictOf(given);
        if (!given.stayed) expect(keep).toBe(false);
        if (keep) expect(given.bytes + given.size).toBeLessThan(2 * MOST_BYTES);
        if (
          given.bytes + given.size >= MOST_BYTES ||
          Date.parse(given.at) - Date.parse(FROM) >= MOST_MS ||
          given.stopped
        )
          expect(stop).toBe(true);
        expect(ended !== null).toBe(given.last || !given.stayed);
      }),
    );
  });
});

test.each([
  ['https://www.ptt.cc/bbs/x/M.1.html', 'https://www.ptt.cc/bbs/x/M.1.html#push', true],
  ['https://www.ptt.cc/bbs/x/M.1.html', 'https://www.ptt.cc/bbs/x/M.2.html', false],
  ['https://www.facebook.com/p/posts/1', 'https://www.facebook.com/messages/t/2', false],
  ['https://www.facebook.com/photo?fbid=1', 'https://www.facebook.com/photo?fbid=2', false],
  // Google Maps writes where the map stands into the address, all the time.
  [
    'https://www.google.com/maps/place/A/@25.03,121.5,17z/data=!4m',
    'https://www.google.com/maps/place/A/@25.1,121.6,15z',
    true,
  ],
  [
    'https://www.google.com.tw/maps/place/A/@25.03,121.5,17z',
    'https://www.google.com.tw/maps/place/B/@25.03,121.5,17z',
    false,
  ],
  ['https://www.dcard.tw/f/@a', 'https://www.dcard.tw/f/@b', false],
])('%s and %s are one page: %s', (before, now, same) => {
  expect(samePage(before, now)).toBe(same);
});

test('the picture has the view’s size in device pixels, even, at most 1920 either way', () => {
  expect(sizeOf({ width: 1360, height: 900, scale: 1 })).toEqual({ width: 1360, height: 900 });
  expect(sizeOf({ width: 1281, height: 721, scale: 1 })).toEqual({ width: 1282, height: 722 });
  expect(sizeOf({ width: 1440, height: 900, scale: 2 })).toEqual({ width: 1920, height: 1200 });
  fc.assert(
    fc.property(
      fc.record({
        width: fc.integer({ min: 100, max: 8_000 }),
        height: fc.integer({ min: 100, max: 8_000 }),
        scale: fc.double({ min: 0.5, max: 4, noNaN: true }),
      }),
      (view) => {
        const { width, height } = sizeOf(view);
        expect([width % 2, height % 2]).toEqual([0, 0]);
        expect(Math.max(width, height)).toBeLessThanOrEqual(1_920);
        // Not bent: within the rounding.
        expect(Math.abs(width / view.width - height / view.height)).toBeLessThan(
          2 / Math.min(view.width, view.height) + 0.02,
        );
      },
    ),
  );
});

test('time as a clock', () => {
  expect([0, 999, 7_000, 61_000, MOST_MS, -5].map(clockText)).toEqual(['0:00', '0:00', '0:07', '1:01', '3:00', '0:00']);
});

describe('sealed beside its capture', () => {
  let key: SigningKey;
  let original: Sample;
  const video = noise(3, 5_000);
  beforeAll(async () => {
    key = await newKey();
    original = await sample(key);
  });
  const facts = (ended: RecordingEnd): Recording => ({
    from: momentOf(FROM),
    to: momentOf(later(12_345)),
    ended,
    width: 1360,
    height: 900,
    type: 'video/webm;codecs=vp9',
  });
  const added = (ended: RecordingEnd) =>
    addToCapture(original.bundle, {
      id: 'recording-1',
      at: later(20_000),
      by: amy,
      build: '0.1.0',
      pictures: [
        {
          name: 'annotated/recording.webm',
          kind: 'recording',
          parent: 'tiles/001.png',
          type: 'video/webm',
          place: null,
          source: blobSource(new Blob([video])),
        },
      ],
      key,
      previous: original.sealed.manifestHash,
      recording: facts(ended),
    });

  test.each(RECORDING_ENDS)('ended %s: whole, or named as cut short', async (ended) => {
    const { manifest } = await added(ended);
    expect(manifest.recording).toEqual(facts(ended));
    expect(manifest.complete).toBe(isWhole({ ended }));
    const cut = manifest.missing.filter(({ what }) => what === 'recording');
    expect(cut).toEqual(isWhole({ ended }) ? [] : [{ what: 'recording', why: ended, detail: '' }]);
    // What the manifest says can be read again.
    expect(Manifest.parse(JSON.parse(JSON.stringify(manifest))).recording?.ended).toBe(ended);
  });

  test('of an incomplete capture it does not make a complete one', () => {
    const { manifest } = original.sealed;
    expect(withRecording({ ...manifest, complete: false }, facts('stopped')).complete).toBe(false);
    expect(manifest.recording).toBeUndefined();
  });

  test('in the package: verifies, its page names file, times, and that no address bar is in it; the guide says how to see it', async () => {
    const { made: _, ...sealed } = await added('page-gone');
    const zip = await collect(
      packCapture(
        {
          written: sealed.written,
          seal: sealed.seal,
          bytesOf: () => bytesSource(video),
          custody: [
            await nextEntry(null, 'here', {
              at: later(20_000),
              action: 'annotated',
              by: amy,
              capture: sealed.manifest.id,
              manifestHash: sealed.manifestHash,
              reason: null,
              detail: 'capture-1',
            }),
          ],
          timestamps: [],
        },
        original.exporting,
      ),
    );
    expect(await verifyPackage(zip)).toMatchObject({ ok: true, problems: [] });
    const files = unzipSync(zip);
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const index = text('index.html');
    expect(index).toContain('<a href="annotated/recording.webm">');
    expect(index).toContain('2026-03-10 04:00:12.345');
    expect(index).toContain('網址列沒有入鏡');
    expect(index).toContain('離開後的畫面沒有保留');
    // Nothing is played in a page that lets nothing run.
    expect(index).not.toContain('<video');
    const guide = text('HOW-TO-VERIFY.txt');
    expect(guide).toContain('annotated/recording.webm');
    expect(guide).toContain('VLC');
  });

  test('in the timeline of a case it stands when it was begun', async () => {
    const { manifest } = await added('stopped');
    const [entry] = timelineOf([], [manifest]);
    expect(entry).toMatchObject({ at: FROM, text: expect.stringContaining('螢幕錄影 recording-1') });
  });
});
