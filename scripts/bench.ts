import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture5000 } from './bench/capture.ts';
import { contentScript, longestTask, longestTaskThread, sidebarReady } from './bench/extension.ts';
import { benchGuard } from './bench/guard.ts';
import { reading } from './bench/reading.ts';
import { triageLoad, triageMegabyte, triageOne } from './bench/triage-one.ts';
import { benchTriage, benchTriageEach } from './bench-triage.ts';
import { BUILD, NotReady } from './browser.ts';
import { print, refuse, say } from './io.ts';

/**
 * `npm run -s bench [-- NAME …]`: speed and size as ratios against a baseline that takes turns with the value in
 * one run. Needs the build (`npm run build`).
 */
export interface Figure {
  name: string;
  value: number;
  baseline: number;
  ratio: number;
  unit: string;
  n: number;
}

const BENCHES: Record<string, () => Promise<Figure>> = {
  capture: capture5000,
  'read-50': () => reading.read(50),
  'read-500': () => reading.read(500),
  'read-5000': () => reading.read(5000),
  grow: () => reading.grow(),
  hash: () => reading.hash(),
  'longest-task': longestTask,
  'longest-task-thread': longestTaskThread,
  'content-script': contentScript,
  'sidebar-ready': sidebarReady,
  triage: benchTriage,
  'triage-each': benchTriageEach,
  'triage-one': async () => triageOne(),
  'triage-load': async () => triageLoad(),
  'triage-megabyte': async () => triageMegabyte(),
  guard: benchGuard,
};

if (!existsSync(join(BUILD, 'manifest.json'))) refuse('There is no build yet: run `npm run build` first.');
const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!BENCHES[name]) refuse(`No bench is called ${name}. There are: ${Object.keys(BENCHES).join(' ')}`);
const results: Figure[] = [];
try {
  for (const [name, run] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const figure = await run();
    results.push(figure);
    say(
      `${name.padEnd(15)} ${figure.value.toFixed(2)} ${figure.unit} / ${figure.baseline.toFixed(2)} = ${figure.ratio.toFixed(2)}`,
    );
  }
} catch (error) {
  if (error instanceof NotReady) refuse(error.message);
  throw error;
} finally {
  await reading.close();
}
print({ results });
