import { FRAMES_PER_SECOND } from '../../lib/evidence/recording.ts';
import { request } from '../../lib/messaging/client.ts';
import { record } from './record.ts';

/** Asks what to record and records it; the background writes and decides. */
async function run(): Promise<void> {
  const order = await request('recording.order', {});
  if (!order.ok) return window.close();
  const { id, stream: chromeMediaSourceId, width, height } = order.value;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      // Chrome's own form, in which a tab is named.
      video: {
        mandatory: {
          chromeMediaSource: 'tab',
          chromeMediaSourceId,
          minWidth: width,
          minHeight: height,
          maxWidth: width,
          maxHeight: height,
          maxFrameRate: FRAMES_PER_SECOND,
        },
      } as MediaTrackConstraints,
    });
    await record(stream, async ({ blob, ...cut }) => {
      const file = blob && URL.createObjectURL(blob);
      const answer = await request('recording.piece', { ...cut, id, file });
      if (file) URL.revokeObjectURL(file);
      return answer;
    });
  } catch {
    const at = new Date().toISOString();
    await request('recording.piece', { id, seq: 0, file: null, from: at, at, type: '', last: true, failed: true });
  }
}

void run();
