import { afterEach, expect, test } from 'vitest';
import { type Cut, record } from '../../../entrypoints/recorder/record.ts';
import { fail, ok } from '../../../lib/contract/result.ts';
import { withDuration } from '../../../lib/evidence/webm.ts';

/** The recorder with a real stream: a canvas that is drawn on. */
const drawn: { stream: MediaStream; stop(): void }[] = [];
afterEach(() => {
  for (const one of drawn.splice(0)) one.stop();
});

function canvasStream(): MediaStream {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 320, height: 200 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  let frame = 0;
  const timer = setInterval(() => {
    context.fillStyle = `hsl(${frame++ * 7} 80% 50%)`;
    context.fillRect(0, 0, 320, 200);
  }, 40);
  const stream = canvas.captureStream(25);
  const stop = (): void => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
  drawn.push({ stream, stop });
  return stream;
}

const noWait = async (): Promise<void> => undefined;

async function playable(blob: Blob): Promise<{ duration: number; width: number }> {
  const video = document.createElement('video');
  video.muted = true;
  video.src = URL.createObjectURL(blob);
  await new Promise((done, failed) => {
    video.onloadedmetadata = done;
    video.onerror = () => failed(video.error);
  });
  const { duration, videoWidth: width } = video;
  video.currentTime = duration / 2;
  await new Promise((done, failed) => {
    video.onseeked = done;
    video.onerror = () => failed(video.error);
  });
  URL.revokeObjectURL(video.src);
  return { duration, width };
}

/** Records until so many pieces came; answers what was handed over. */
async function recorded(pieces: number): Promise<Cut[]> {
  const cuts: Cut[] = [];
  await record(canvasStream(), async (cut) => {
    cuts.push(cut);
    return ok({ stop: cuts.length >= pieces });
  });
  return cuts;
}
const joined = (cuts: readonly Cut[]): Blob =>
  new Blob(
    cuts.flatMap(({ blob }) => (blob ? [blob] : [])),
    { type: 'video/webm' },
  );
const length = (cuts: readonly Cut[]): number =>
  Date.parse(cuts.at(-1)?.at ?? '') - Date.parse(cuts.at(-1)?.from ?? '');

test('pieces come in order, one is the last, and together they are a video that says how long it is', async () => {
  const cuts = await recorded(3);
  expect(cuts.map(({ seq }) => seq)).toEqual(cuts.map((_, index) => index));
  expect(cuts.map(({ last }) => last)).toEqual(cuts.map((_, index) => index === cuts.length - 1));
  expect(cuts[0]?.type).toMatch(/^video\/webm/);
  const ms = length(cuts);
  expect(ms).toBeGreaterThan(1_500);
  const whole = joined(cuts);
  const timed = await withDuration(whole, ms);
  const { duration, width } = await playable(timed);
  expect(duration).toBeCloseTo(ms / 1_000, 1);
  expect(width).toBe(320);
  // Only the head is another: every picture is there, byte for byte.
  const [before, after] = await Promise.all([whole, timed].map((blob) => blob.slice(-1_000).arrayBuffer()));
  expect(new Uint8Array(after as ArrayBuffer)).toEqual(new Uint8Array(before as ArrayBuffer));
  expect(Math.abs(timed.size - whole.size)).toBeLessThan(32);
});

test('cut off anywhere after the first piece it still plays', async () => {
  const cuts = await recorded(3);
  const whole = joined(cuts);
  const cut = whole.slice(0, Math.floor(whole.size * 0.7), 'video/webm');
  expect((await playable(await withDuration(cut, 1_234))).duration).toBeCloseTo(1.234, 2);
});

test('what is no recording stays as it is', async () => {
  const cluster = [0x1f, 0x43, 0xb6, 0x75];
  // Nothing, no video, a cluster without a head, a head that is none.
  for (const bytes of [[], [1, 2, 3], cluster, [0x1a, 0x45, 0xdf, 0xa3, 0xff, ...cluster, 7]]) {
    const blob = new Blob([Uint8Array.from(bytes)]);
    expect(await (await withDuration(blob, 1_000)).bytes()).toEqual(Uint8Array.from(bytes));
  }
});

test('a piece that was not taken is handed over again, the same one, until it is', async () => {
  const given: number[] = [];
  let refused = 3;
  await record(
    canvasStream(),
    async ({ seq, last }) => {
      given.push(seq);
      if (seq === 1 && refused-- > 0) return fail('unexpected', 'no answer');
      return ok({ stop: seq >= 1 && !last });
    },
    noWait,
  );
  expect(given.slice(0, 5)).toEqual([0, 1, 1, 1, 1]);
  expect(given.at(-1)).toBe(Math.max(...given));
});

test('where nobody takes it any more it ends', async () => {
  let asked = 0;
  await record(
    canvasStream(),
    async () => {
      asked++;
      return fail('reload-page');
    },
    noWait,
  );
  expect(asked).toBe(20);
});

test('a stream that ends (the tab was closed) ends it, with a last piece', async () => {
  const cuts: Cut[] = [];
  const stream = canvasStream();
  await record(stream, async (cut) => {
    cuts.push(cut);
    for (const track of stream.getTracks()) track.stop();
    return ok({ stop: false });
  });
  expect(cuts.at(-1)?.last).toBe(true);
});
