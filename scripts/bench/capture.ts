import type { Worker } from 'playwright';
import type { CaptureView } from '../../lib/evidence/capture-progress.ts';
import type { Figure } from '../bench.ts';
import { ask, type Extension, launchExtension } from '../browser.ts';
import { saveClinic, whenRead } from '../read-page.ts';
import { sampleClinic, samples } from '../samples.ts';

const ROUNDS = 3;
/** Lines of 20 px that make the post about this tall, px. */
const TALL = 5_000;

/**
 * A capture of a 5,000-pixel post, from the press to the seal, against bare `captureVisibleTab` calls for the same
 * screens, as fast as the browser allows them (two a second). In turn, in one run; seconds, medians.
 */
export async function capture5000(): Promise<Figure> {
  const sample = samples().find(({ site }) => site === 'ptt');
  if (!sample) throw new Error('no sample');
  const lines = Array.from({ length: TALL / 20 - 65 }, (_, n) => `第 ${n} 行：候診看診收費 ${n * 7919}`).join('\n');
  const html = sample.html.replace('想請問板上有一樣經驗的人，後來都怎麼處理？', (last) => `${lines}\n${last}`);
  const extension = await launchExtension({ pages: { [sample.url]: html } });
  try {
    await saveClinic(extension, sampleClinic());
    const page = await extension.open(sample.url);
    await extension.pressIcon(page);
    const sidebar = await extension.sidebar(page);
    const { items } = await whenRead(sidebar);
    const [first] = items.sort((a, b) => a.order - b.order);
    const key = first?.key ?? '';
    const ours: number[] = [];
    const bare: number[] = [];
    let screens = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      await ask(sidebar, 'capture.start', { key, options: {} });
      for (;;) {
        const { now } = await ask<CaptureView>(sidebar, 'capture.view', { key });
        if (now?.phase === 'failed' || (now?.phase === 'done' && !now.complete)) throw new Error('not captured whole');
        screens = now?.shots ?? 0;
        if (now?.phase === 'done') break;
        await sidebar.waitForTimeout(20);
      }
      ours.push((performance.now() - start) / 1000);
      await quiet(sidebar.waitForTimeout(1_100));
      bare.push(await bareCalls(await extension.worker(), screens));
      await quiet(sidebar.waitForTimeout(1_100));
    }
    const [value, baseline] = [median(ours), median(bare)];
    return { name: 'capture', value, baseline, ratio: value / baseline, unit: `s (${screens} screens)`, n: ROUNDS };
  } finally {
    await (extension as Extension).close();
  }
}

/** Until the browser's count of pictures a second begins anew, so that neither side pays for the other. */
const quiet = (wait: Promise<void>): Promise<void> => wait;

/** So many pictures of the tab in front, one after the other, at the rate that the browser allows; seconds. */
function bareCalls(worker: Worker, count: number): Promise<number> {
  return worker.evaluate(async (calls) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { captureVisibleTab(options: object): Promise<string> } };
    };
    const start = performance.now();
    const times: number[] = [];
    for (let done = 0; done < calls; ) {
      const before = times.at(-2);
      const wait = before === undefined ? 0 : before + 1_020 - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      times.push(performance.now());
      try {
        await chrome.tabs.captureVisibleTab({ format: 'png' });
        done++;
      } catch {
        // Counted a little differently by the browser: once more, as soon as it may let us.
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    return (performance.now() - start) / 1000;
  }, count);
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
