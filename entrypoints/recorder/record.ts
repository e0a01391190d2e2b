import type { Result } from '../../lib/contract/result.ts';
import { BITS_PER_SECOND, PIECE_MS } from '../../lib/evidence/recording.ts';
import type { DataOf, Requests } from '../../lib/messaging/protocol.ts';

/** As the protocol has it, with the bytes themselves. */
export type Cut = Omit<DataOf<Requests['recording.piece']>, 'id' | 'file'> & { blob: Blob | null };

/** Answers whether to stop. Never throws. */
export type Send = (cut: Cut) => Promise<Result<{ stop: boolean }>>;

const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];
/** A worker that was ended is started by our message; one that cannot be started for so long will not be. */
const TRIES = 20;
const BETWEEN_MS = 500;
/** Pieces that wait for the background: more of them would only fill memory. */
const MOST_WAITING = 60;

/**
 * Records a stream and hands over a piece a second, one after the other, each until it is taken. Ends when it is told
 * to, when the stream ends, or when nobody takes the pieces. The last one says that it is the last.
 */
export async function record(stream: MediaStream, send: Send, wait = pause): Promise<void> {
  const type = TYPES.find((name) => MediaRecorder.isTypeSupported(name)) ?? '';
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: BITS_PER_SECOND });
  const waiting: Cut[] = [];
  let seq = 0;
  let from = new Date().toISOString();
  let failed = false;
  let nobody = false;
  let wake = (): void => undefined;

  const cut = (blob: Blob | null, last: boolean): void => {
    const held = blob !== null && blob.size > 0 ? blob : null;
    waiting.push({ seq: seq++, blob: held, from, at: new Date().toISOString(), type, last, failed });
    if (waiting.length > MOST_WAITING) stop();
    wake();
  };
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  // Cut by our own clock: of a page that stands still no picture comes, and the recorder's would not tick.
  const clock = setInterval(() => recorder.state === 'recording' && recorder.requestData(), PIECE_MS);
  recorder.addEventListener('start', () => {
    from = new Date().toISOString();
  });
  let rest: Blob | null = null;
  recorder.addEventListener('dataavailable', ({ data }) => {
    // What comes after `stop` is the last, and `stop` follows it at once.
    if (recorder.state === 'inactive') rest = rest ? new Blob([rest, data]) : data;
    else cut(data, false);
  });
  recorder.addEventListener('error', () => {
    failed = true;
  });
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => {
      cut(rest, true);
      resolve();
    });
  });
  recorder.start();

  for (let done = false; !done; ) {
    const next = waiting[0];
    if (!next) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    const answer = await deliver(next, send, wait);
    waiting.shift();
    if (answer === null) nobody = true;
    if (nobody || answer?.stop) stop();
    done = next.last || nobody;
  }
  clearInterval(clock);
  for (const track of stream.getTracks()) track.stop();
  await ended;
}

/** The answer to one piece; null: nobody is there. */
async function deliver(cut: Cut, send: Send, wait: (ms: number) => Promise<void>): Promise<{ stop: boolean } | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const answer = await send(cut);
    if (answer.ok) return answer.value;
    await wait(BETWEEN_MS);
  }
  return null;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
